#include "sync/lock.h"

namespace heddle::sync {

using sched::SyncOp;

Wait Lock::AcquireSlow(Fiber& self, Timeout timeout, WaitReason reason) {
  // A poll does not mark the lock: its owner keeps the fast path.
  const bool again = self.wait.object == this;
  const Wait answer =
      timeout.poll() && !again
          ? (TryAcquire(self) ? Wait::kDone : Wait::kTimedOut)
          : queue_.Await(self, *this, reason, timeout,
                         [&]() NO_THREAD_SAFETY_ANALYSIS { return TryOrMark(self); });
  if (answer == Wait::kDone) {
    if (sched::SchedObserver* const observer = self.scheduler().observer()) {
      observer->OnSync(self, SyncOp::kAcquire, *this);
    }
  }
  return answer;
}

bool Lock::TryAcquire(Fiber& self) {
  uint64_t state = state_.load(std::memory_order_relaxed);
  while ((state & kHeld) == 0) {
    // Acquire: pairs with the release in Release() and ReleaseSlow().
    if (state_.compare_exchange_weak(state, state | HeldBy(self.id()), std::memory_order_acquire,
                                     std::memory_order_relaxed)) {
      return true;
    }
  }
  return false;
}

// Acquires the lock, or makes its release look at the queue.
bool Lock::TryOrMark(Fiber& self) {
  uint64_t state = state_.load(std::memory_order_relaxed);
  for (;;) {
    const bool held = (state & kHeld) != 0;
    const uint64_t next = held ? state | kWaiters : state | HeldBy(self.id());
    // Acquire: pairs with the release in Release() and ReleaseSlow().
    if (state_.compare_exchange_weak(state, next, std::memory_order_acquire,
                                     std::memory_order_relaxed)) {
      return !held;
    }
  }
}

bool Lock::ReleaseSlow(Fiber& self) {
  // Reported first: afterwards the next owner may be reported already.
  if (!locked()) return false;
  if (sched::SchedObserver* const observer = self.scheduler().observer()) {
    observer->OnSync(self, SyncOp::kRelease, *this);
  }
  base::SpinLock lock(queue_.mu);
  const uint64_t state = state_.load(std::memory_order_relaxed);
  if ((state & kHeld) == 0) return false;
  const uint64_t free = state & kObserved;
  if (queue_.EmptyLocked()) {
    // Release: pairs with the acquire of the next owner; so do the two below. A plain
    // store is enough: everybody else changes a held state only under the mutex or
    // by a release, of which there is one.
    state_.store(free, std::memory_order_release);
  } else if (queue_.StarvingLocked()) {
    const FiberId heir = queue_.FrontLocked()->id();
    state_.store(free | HeldBy(heir) | kWaiters, std::memory_order_release);
    queue_.WakeLocked(&self, 1, WakeMode::kGrant);
  } else {
    // The mark stays, for the woken fiber may not be the only one in the queue.
    state_.store(free | kWaiters, std::memory_order_release);
    queue_.WakeLocked(&self, 1, WakeMode::kRetry);
  }
  return true;
}

void Lock::Reset() { state_.store(state_.load(std::memory_order_relaxed) & kObserved); }

uint32_t Lock::ReleaseSave(Fiber& self) {
  (void)Release(self);  // HeldFor() was true; whoever released it meanwhile did the same.
  return 1;
}

WaitableDescription Lock::Describe() const {
  base::SpinLock lock(queue_.mu);
  return {WaitReason::kLock, owner(), locked() ? 1 : 0, queue_.WaitersLocked()};
}

Cancelled Lock::Cancel(Fiber& self) {
  const WaitQueue::Abandoned abandoned = queue_.Abandon(self);
  if (abandoned.granted) {
    (void)Release(self);
  } else if (abandoned.woken && !locked()) {
    queue_.Wake(&self, 1, WakeMode::kRetry);
  }
  return Cancelled::kNow;
}

Wait RLock::Acquire(Fiber& self, Timeout timeout) {
  if (owner() == self.id()) {
    if (self.wait.object != &lock_) {
      set_depth(depth() + 1);
      return Wait::kDone;
    }
    // Granted while it was parked: the lock answers and cleans up.
  }
  uint64_t free = 0;
  Wait answer = Wait::kDone;
  // As in Lock::Acquire().
  if (self.wait.object == &lock_ ||
      !lock_.state_.compare_exchange_strong(free, Lock::HeldBy(self.id()),
                                            std::memory_order_acquire, std::memory_order_relaxed)) {
    answer = lock_.AcquireSlow(self, timeout, WaitReason::kRLock);
  }
  if (answer == Wait::kDone) set_depth(1);
  return answer;
}

bool RLock::Release(Fiber& self) {
  if (owner() != self.id()) return false;
  const uint32_t left = depth() - 1;
  set_depth(left);
  return left > 0 || lock_.Release(self);
}

void RLock::Reset() {
  set_depth(0);
  lock_.Reset();
}

uint32_t RLock::ReleaseSave(Fiber& self) {
  const uint32_t saved = depth();
  set_depth(0);
  (void)lock_.Release(self);
  return saved;
}

Wait RLock::AcquireRestore(Fiber& self, uint32_t saved) {
  const Wait answer = Acquire(self, Timeout::Never());
  if (answer == Wait::kDone) set_depth(saved);
  return answer;
}

WaitableDescription RLock::Describe() const {
  WaitableDescription description = lock_.Describe();
  description.kind = WaitReason::kRLock;
  description.value = depth();
  return description;
}

Cancelled RLock::Cancel(Fiber& self) { return lock_.Cancel(self); }

}  // namespace heddle::sync
