#pragma once

#include <atomic>
#include <cstdint>

#include "base/mutex.h"
#include "sched/fiber.h"

namespace heddle::sched {

// Ready fibers, first in, first out, linked through themselves: pushing allocates
// nothing. Any thread. A spin mutex costs the owner about as much as the fences of a
// lock-free deque, keeps the order fair, and makes "is it empty?" exact, on which the
// detection of idle runs relies.
class RunQueue {
 public:
  void Push(Fiber& fiber) EXCLUDES(mu_);
  // Returns null when empty.
  Fiber* Pop() EXCLUDES(mu_);
  // Moves the older half of `from` here, but not more than 64, except for the oldest,
  // which it returns; null when `from` is empty.
  Fiber* StealFrom(RunQueue& from);
  uint32_t size() const EXCLUDES(mu_);
  // May be out of date: for spinning.
  bool looks_empty() const { return count_.load(std::memory_order_relaxed) == 0; }
  void Clear() EXCLUDES(mu_);

 private:
  Fiber* TakeHead() REQUIRES(mu_);
  void Append(Fiber* first, Fiber* last, uint32_t count) REQUIRES(mu_);

  mutable base::SpinMutex mu_{base::Rank::kRunQueue};
  Fiber* head_ GUARDED_BY(mu_) = nullptr;
  Fiber* tail_ GUARDED_BY(mu_) = nullptr;
  std::atomic<uint32_t> count_{0};  // Written under mu_.
};

}  // namespace heddle::sched
