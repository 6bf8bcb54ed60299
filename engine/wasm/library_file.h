// The library file (api::Host::LibraryFile), which JavaScript fetches when a run first asks for it
// and which then serves all runs of the module.
//
//   run --Await()--> kWantsLibrary --> JavaScript --Set()/Fail()--> all that wait
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "wasm/event_queue.h"

namespace heddle::wasm {

class LibraryFile {
 public:
  explicit LibraryFile(EventQueue& events) : events_(events) {}

  // Blocks until the file is there; empty, with a sentence for the user, when it cannot be had or
  // is no longer `wanted()`. What failed is tried again. Any thread but the loading one.
  std::string_view Await(const std::function<bool()>& wanted, std::string* problem);
  bool IsThere();
  // Those who wait look at their `wanted()` again.
  void WakeWaiters();

  // The loading thread's answers. `bytes` stay where they are for good, unless they are refused.
  // Returns whether they are this engine's library file.
  bool Set(std::string_view bytes);
  void Fail(std::string_view reason);

 private:
  EventQueue& events_;
  std::mutex mu_;  // guards what follows
  std::condition_variable answered_;
  std::string_view bytes_;
  bool asked_ = false;  // and not answered yet
  uint32_t failures_ = 0;
  std::string problem_;  // of the last one
};

}  // namespace heddle::wasm
