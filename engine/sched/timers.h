#pragma once

#include <atomic>
#include <vector>

#include "base/mutex.h"
#include "sched/fiber.h"

namespace heddle::sched {

// The fibers that want to be unparked at some time, in a binary heap; ties go to
// the smaller FiberId, so that a controlled run is deterministic.
//
// A timer only unparks: the woken fiber finds out by itself whether its time is
// over, under the mutex of whatever it waits in. So a time-out cannot race with a
// wake-up. A fiber disarms its timer before it may finish; Fire() unparks under the
// mutex, so it never touches a fiber that is gone.
class Timers {
 public:
  // Arms or moves the fiber's only timer. Returns whether it is now the earliest.
  bool Arm(Fiber& fiber, Nanos at) EXCLUDES(mu_);
  void Disarm(Fiber& fiber) EXCLUDES(mu_);

  // Takes out each fiber whose time is `now` or earlier and calls `unpark(Fiber&)`
  // under the mutex, earliest first. Returns how many there were.
  template <typename F>
  size_t Fire(Nanos now, F unpark) EXCLUDES(mu_) {
    if (Next() > now) return 0;
    size_t count = 0;
    base::MutexLock lock(mu_);
    for (; !heap_.empty() && heap_[0]->timer_at_ <= now; ++count) {
      Fiber& fiber = *heap_[0];
      Remove(fiber);
      unpark(fiber);
    }
    return count;
  }

  // The earliest time, or kNever. Any thread, without the mutex.
  Nanos Next() const { return next_.load(); }

  void Clear() EXCLUDES(mu_);

 private:
  static bool Before(const Fiber& a, const Fiber& b);
  void Remove(Fiber& fiber) REQUIRES(mu_);
  void SiftUp(size_t at) REQUIRES(mu_);
  void SiftDown(size_t at) REQUIRES(mu_);
  void Place(size_t at, Fiber* fiber) REQUIRES(mu_);
  void Publish() REQUIRES(mu_);

  base::Mutex mu_{base::Rank::kTimers};
  std::vector<Fiber*> heap_ GUARDED_BY(mu_);
  std::atomic<Nanos> next_{kNever};
};

}  // namespace heddle::sched
