#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace heddle::sched {

class Fiber;

// Helper OS threads for host calls that block: started when needed, kept for the
// next call. A call that never returns keeps its thread; it is abandoned, not joined.
class HostCalls {
 public:
  // `done(Fiber&)` is called on the helper thread when a call has returned, under the
  // mutex of HostCalls.
  HostCalls(uint32_t max_threads, std::function<void(Fiber&)> done);
  ~HostCalls();

  // Queues `call` for a helper thread. Returns false when none can be had.
  [[nodiscard]] bool Submit(Fiber& fiber, std::function<void()> call);

  // Whether a call of this fiber has not returned yet.
  bool Pending(const Fiber& fiber) const;

  // Takes the fiber out of its call; `done` will not be called for it. Returns whether
  // there was one.
  bool Forget(const Fiber& fiber);
  void ForgetAll();

 private:
  struct State;
  static void Serve(const std::shared_ptr<State>& state);

  std::shared_ptr<State> state_;  // Shared with the helper threads, which may live longer.
};

}  // namespace heddle::sched
