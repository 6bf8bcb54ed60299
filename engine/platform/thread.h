#pragma once

#include <cstdint>
#include <functional>

namespace heddle::platform {

// An OS thread (in wasm: a Web Worker of the pool). Joined before it is destroyed.
class Thread {
 public:
  Thread() = default;
  ~Thread();
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;

  // Returns false when the platform has no thread to give.
  // REQUIRES: !started(). `name` has at most 15 bytes.
  [[nodiscard]] bool Start(const char* name, std::function<void()> body);

  // Returns when the body has returned. REQUIRES: started().
  void Join();

  // Starts a thread that nobody joins; the body owns whatever it uses.
  [[nodiscard]] static bool StartDetached(const char* name, std::function<void()> body);

  bool started() const { return started_; }

 private:
  uint64_t handle_ = 0;
  bool started_ = false;
};

// The platform's number for the calling thread, as ps or top shows it.
uint64_t NativeThreadId();

void YieldThread();

}  // namespace heddle::platform
