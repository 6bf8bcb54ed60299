// One run: its machine, its input, and its way to the page.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "api/machine.h"
#include "wasm/event_queue.h"
#include "wasm/library_file.h"
#include "wasm/request.h"

namespace heddle::wasm {

class Run final : public api::Host {
 public:
  Run(int32_t id, Request request, EventQueue& events, wasm::LibraryFile& library);

  // The whole run, up to its exit event. Called once, on a thread of its own.
  void Execute();

  // More input; none is its end. Does not block.
  void AddInput(std::string_view bytes);
  // Ends the run. May block for as long as the engine holds its locks.
  void Stop();

  int Write(int fd, std::string_view bytes) override;
  int64_t Read(std::string* bytes, size_t limit) override;
  bool IsTerminal(int fd) override;
  std::string_view LibraryFile(std::string* problem) override;
  bool HasLibraryFile() override { return library_.IsThere(); }

 private:
  // Ends the run when its time is over. Runs on a thread of its own until the program has ended.
  void WatchTime(double limit_s);
  void Close();

  const int32_t id_;
  Request request_;
  EventQueue& events_;
  wasm::LibraryFile& library_;

  std::atomic<bool> stopped_{false};
  std::atomic<bool> timed_out_{false};
  std::mutex machine_mu_;  // held while machine_ is used by others than Execute()
  std::unique_ptr<api::Machine> machine_;

  std::mutex mu_;  // guards what follows
  std::condition_variable changed_;
  std::string input_;
  bool input_ended_ = false;
  std::atomic<bool> closed_{false};  // the program has ended
  int readers_ = 0;                  // inside Read() or LibraryFile()
};

}  // namespace heddle::wasm
