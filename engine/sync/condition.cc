#include "sync/condition.h"

namespace heddle::sync {

//   call | wait.outer | wait.object | what happens
//   -----+------------+-------------+---------------------------------------------
//   1st  | null       | null        | queue, release the lock, park
//   next | null       | this        | still queued and in time: park again; else on
//   next | this       | null, lock  | acquire the lock; then answer outer_result
sched::Wait Condition::Wait(Fiber& self, Timeout timeout) {
  sched::WaitState& wait = self.wait;
  if (wait.outer == this) return Reacquire(self);

  const bool first = wait.object != this;
  // Even a poll lets go of the lock and takes it again.
  const Timeout real = timeout.poll() ? Timeout::After(1) : timeout;
  const sched::Wait answer =
      queue_.Await(self, *this, WaitReason::kCondition, real, [] { return false; });
  if (first) wait.outer_saved = lock_.ReleaseSave(self);
  if (answer == sched::Wait::kPark) return answer;
  wait.outer = this;
  wait.outer_result = static_cast<uint8_t>(answer);
  return Reacquire(self);
}

sched::Wait Condition::Reacquire(Fiber& self) {
  sched::WaitState& wait = self.wait;
  if (lock_.AcquireRestore(self, wait.outer_saved) == sched::Wait::kPark) return sched::Wait::kPark;
  wait.outer = nullptr;
  return static_cast<sched::Wait>(wait.outer_result);
}

size_t Condition::Notify(Fiber& self, size_t count) {
  if (sched::SchedObserver* const observer = self.scheduler().observer()) {
    observer->OnSync(self, sched::SyncOp::kNotify, *this);
  }
  return queue_.Wake(&self, count, WakeMode::kGrant);
}

WaitableDescription Condition::Describe() const {
  base::SpinLock lock(queue_.mu);
  return {WaitReason::kCondition, sched::kNoFiber, 0, queue_.WaitersLocked()};
}

Cancelled Condition::Cancel(Fiber& self) {
  sched::WaitState& wait = self.wait;
  if (wait.outer == this) return Cancelled::kRetry;
  const WaitQueue::Abandoned abandoned = queue_.Abandon(self);
  if (abandoned.granted) queue_.Wake(&self, 1, WakeMode::kGrant);  // Pass the notification on.
  wait.outer = this;
  wait.outer_result = static_cast<uint8_t>(sched::Wait::kTimedOut);
  return Cancelled::kRetry;
}

}  // namespace heddle::sync
