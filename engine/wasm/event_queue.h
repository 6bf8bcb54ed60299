// What the runs have to tell the page, oldest first.
//
//   any thread --Output()/Post()--> queue --Next()/Release()--> the thread that loaded the module
//
// Consecutive output of one run to one descriptor is one event until it is taken, so that a
// hundred thousand prints are a few dozen events. Output that nobody takes blocks its writers.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace heddle::wasm {

enum class EventKind : int32_t {
  kOutput = 1,  // value: the descriptor
  kExit = 2,    // value: the exit status; the last event of its run
  kWantsInput = 3,
  kFiles = 5,         // JSON: name → text of the files that the run has made or changed
  kWantsLibrary = 6,  // of no run: heddle_library() or heddle_library_failed() is to be called
};

class EventQueue {
 public:
  // Appends output; blocks while more than a limit is undelivered, for as long as `wanted()`.
  void Output(int32_t run, int32_t fd, std::string_view bytes, const std::function<bool()>& wanted);
  // Appends any other event, or output that must not block.
  void Post(EventKind kind, int32_t run, int32_t value, std::string_view bytes = {});
  // Writers look at their `wanted()` again.
  void WakeWriters();

  // The oldest event as JavaScript reads it: int32 kind, run, value, length, then the bytes. Null
  // if there is none. Valid until Release().
  const void* Next();
  void Release() { current_ = std::string(); }

  // Changes, and is notified, whenever there are new events.
  const int32_t* counter() const { return &counter_; }

 private:
  struct Header {
    EventKind kind;
    int32_t run, value, length;
  };

  void Append(const Header& header, std::string_view bytes);
  void Announce();

  std::mutex mu_;  // guards what follows, but for current_ and counter_
  std::condition_variable room_;
  std::deque<std::string> events_;  // each a Header and its bytes
  size_t undelivered_ = 0;          // bytes of output
  std::string current_;             // of the thread that takes events
  int32_t counter_ = 0;             // accessed by atomic operations only
};

}  // namespace heddle::wasm
