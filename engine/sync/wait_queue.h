#pragma once

#include <cstddef>
#include <vector>

#include "base/mutex.h"
#include "sched/fiber.h"
#include "sched/scheduler.h"
#include "sched/wait.h"

namespace heddle::sync {

using sched::Cancelled;
using sched::Fiber;
using sched::FiberId;
using sched::Timeout;
using sched::Wait;
using sched::Waitable;
using sched::WaitableDescription;
using sched::WaitReason;

enum class WakeMode : uint8_t {
  kRetry,  // The fiber tries again and may find that somebody else was faster.
  kGrant,  // The waker has done the operation for it: Await() answers kDone.
};

// The one mechanism by which fibers wait for each other: a queue with a mutex that
// guards both it and the state that the fibers wait for.
//
//   class Gate : public sched::Waitable {
//     Wait Pass(Fiber& self, Timeout t) {
//       return queue_.Await(self, *this, WaitReason::kOther, t, [&] { return open_; });
//     }
//     void Open(Fiber& by) {
//       base::SpinLock lock(queue_.mu);
//       open_ = true;
//       queue_.WakeAllLocked(&by, WakeMode::kRetry);
//     }
//   };
//
// Order: first come, first woken. A fiber that was woken and lost to a newcomer
// goes back to the front; one that keeps losing is Starving() and should be granted.
//
// Invariants:
//   (1) A queued fiber has wait.object set and is parked or about to park.
//   (2) A fiber is taken out of the queue and unparked in one critical section, and
//       looks at its wait only under the same mutex, so no waker touches a fiber
//       that has gone on.
class WaitQueue {
 public:
  WaitQueue() = default;
  WaitQueue(const WaitQueue&) = delete;
  WaitQueue& operator=(const WaitQueue&) = delete;

  // One attempt of a blocking operation; see sched::Wait. `try_now` is called under
  // the mutex and returns whether it did the operation; it is not called after a
  // grant. `object` is the Waitable that this queue belongs to.
  template <typename Try>
  Wait Await(Fiber& self, Waitable& object, WaitReason reason, Timeout timeout, Try try_now)
      EXCLUDES(mu) {
    mu.Lock();
    const bool again = self.wait.object == &object;
    const bool done = (again && self.wait.granted) || try_now();
    const Wait answer = done ? Wait::kDone : Wait::kPark;
    return Settle(self, object, reason, timeout, answer, again);
  }

  // Wakes up to `count` fibers. Returns how many. `by` is the fiber that does it, or null.
  size_t Wake(Fiber* by, size_t count, WakeMode mode) EXCLUDES(mu);
  size_t WakeAll(Fiber* by, WakeMode mode) EXCLUDES(mu) { return Wake(by, SIZE_MAX, mode); }

  // Takes `self` out, whose wait for the owner of this queue is given up, and forgets
  // the wait. Tells what it had been given, so that the owner can pass it on.
  struct Abandoned {
    bool granted = false;
    bool woken = false;  // Was woken to retry: somebody else should be woken instead.
  };
  Abandoned Abandon(Fiber& self) EXCLUDES(mu);

  size_t WakeLocked(Fiber* by, size_t count, WakeMode mode) REQUIRES(mu);
  size_t WakeAllLocked(Fiber* by, WakeMode mode) REQUIRES(mu) {
    return WakeLocked(by, SIZE_MAX, mode);
  }
  // Wakes each fiber but `by` whose WaitState fulfils `matches`, with `result`.
  template <typename Matches>
  void WakeMatchingLocked(Fiber* by, WakeMode mode, uint8_t result, Matches matches) REQUIRES(mu) {
    for (Fiber* fiber = head_; fiber != nullptr;) {
      Fiber* const next = fiber->wait_next_;
      if (fiber != by && matches(fiber->wait)) WakeFiberLocked(*fiber, by, mode, result);
      fiber = next;
    }
  }
  bool EmptyLocked() const REQUIRES(mu) { return head_ == nullptr; }
  // The fiber that is woken next, or null.
  Fiber* FrontLocked() const REQUIRES(mu) { return head_; }
  // Whether the front has lost so often, or for so long, that it should be granted.
  bool StarvingLocked() const REQUIRES(mu);
  size_t SizeLocked() const REQUIRES(mu);
  std::vector<FiberId> WaitersLocked() const REQUIRES(mu);

  mutable base::SpinMutex mu{base::Rank::kSync};

 private:
  Wait Settle(Fiber& self, Waitable& object, WaitReason reason, Timeout timeout, Wait answer,
              bool again) RELEASE(mu);
  void WakeFiberLocked(Fiber& fiber, Fiber* by, WakeMode mode, uint8_t result) REQUIRES(mu);
  void Enqueue(Fiber& fiber) REQUIRES(mu);
  void Remove(Fiber& fiber) REQUIRES(mu);

  Fiber* head_ GUARDED_BY(mu) = nullptr;  // Not owned; alive while queued.
  Fiber* tail_ GUARDED_BY(mu) = nullptr;
};

}  // namespace heddle::sync
