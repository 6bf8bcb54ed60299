#include "sync/semaphore.h"

namespace heddle::sync {

sched::Wait Semaphore::Acquire(Fiber& self, Timeout timeout) {
  const sched::Wait answer =
      queue_.Await(self, *this, WaitReason::kSemaphore, timeout, [&]() NO_THREAD_SAFETY_ANALYSIS {
        if (value_ == 0) return false;
        --value_;
        return true;
      });
  if (answer == sched::Wait::kDone) {
    if (sched::SchedObserver* const observer = self.scheduler().observer()) {
      observer->OnSync(self, sched::SyncOp::kAcquire, *this);
    }
  }
  return answer;
}

bool Semaphore::Release(Fiber& self, int64_t count) {
  if (sched::SchedObserver* const observer = self.scheduler().observer()) {
    observer->OnSync(self, sched::SyncOp::kRelease, *this);
  }
  base::SpinLock lock(queue_.mu);
  if (count > bound_ - value_) return false;
  Give(&self, count);
  return true;
}

// A permit goes to the value, and a waiter is woken to fetch it, unless that waiter
// starves: then it gets the permit itself.
void Semaphore::Give(Fiber* by, int64_t count) {
  while (count > 0 && queue_.StarvingLocked()) {
    queue_.WakeLocked(by, 1, WakeMode::kGrant);
    --count;
  }
  value_ += count;
  if (count > 0) queue_.WakeLocked(by, static_cast<size_t>(count), WakeMode::kRetry);
}

int64_t Semaphore::value() const {
  base::SpinLock lock(queue_.mu);
  return value_;
}

WaitableDescription Semaphore::Describe() const {
  base::SpinLock lock(queue_.mu);
  return {WaitReason::kSemaphore, sched::kNoFiber, value_, queue_.WaitersLocked()};
}

Cancelled Semaphore::Cancel(Fiber& self) {
  const WaitQueue::Abandoned abandoned = queue_.Abandon(self);
  base::SpinLock lock(queue_.mu);
  if (abandoned.granted) {
    Give(&self, 1);
  } else if (abandoned.woken && value_ > 0) {
    queue_.WakeLocked(&self, 1, WakeMode::kRetry);
  }
  return Cancelled::kNow;
}

}  // namespace heddle::sync
