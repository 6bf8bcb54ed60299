#pragma once

#include <cstdint>

#include "sync/wait_queue.h"

namespace heddle::sync {

// threading.Semaphore and BoundedSemaphore.
class Semaphore final : public Waitable {
 public:
  static constexpr int64_t kUnbounded = INT64_MAX;

  // REQUIRES: 0 <= value <= bound.
  explicit Semaphore(int64_t value, int64_t bound = kUnbounded) : bound_(bound), value_(value) {}

  sched::Wait Acquire(Fiber& self, Timeout timeout);

  // Returns `count` permits; false when that would exceed the bound, with no effect.
  // REQUIRES: count >= 1.
  [[nodiscard]] bool Release(Fiber& self, int64_t count);

  int64_t value() const;

  WaitableDescription Describe() const override;
  Cancelled Cancel(Fiber& self) override;

 private:
  void Give(Fiber* by, int64_t count) REQUIRES(queue_.mu);

  const int64_t bound_;
  WaitQueue queue_;
  int64_t value_ GUARDED_BY(queue_.mu);
};

}  // namespace heddle::sync
