#include "sync/barrier.h"

namespace heddle::sync {
namespace {

// WaitState::saved of a fiber that arrived.
uint64_t PackArrival(uint32_t index, uint32_t round) {
  return static_cast<uint64_t>(index) << 32 | round;
}
uint32_t IndexOf(uint64_t saved) { return static_cast<uint32_t>(saved >> 32); }
uint32_t RoundOf(uint64_t saved) { return static_cast<uint32_t>(saved); }

}  // namespace

Barrier::Arrival Barrier::Arrive(Fiber& self, Timeout timeout) {
  sched::WaitState& wait = self.wait;
  if (wait.object != this) wait.step = kEntering;
  // Stays kPark when the answer is a grant: TryArrive() is not called then.
  Arrival arrival{Outcome::kPark};
  const sched::Wait answer =
      queue_.Await(self, *this, WaitReason::kBarrier, timeout,
                   [&]() NO_THREAD_SAFETY_ANALYSIS { return TryArrive(self, timeout, arrival); });
  if (answer == sched::Wait::kPark) return {Outcome::kPark};
  if (answer == sched::Wait::kTimedOut) return {Outcome::kBroken};
  if (arrival.outcome == Outcome::kPark) {
    arrival.outcome = wait.result == kResultPassed ? Outcome::kPassed : Outcome::kBroken;
    arrival.index = IndexOf(wait.saved);
  }
  if (sched::SchedObserver* const observer = self.scheduler().observer()) {
    observer->OnSync(self, sched::SyncOp::kAcquire, *this);
  }
  return arrival;
}

bool Barrier::TryArrive(Fiber& self, Timeout timeout, Arrival& arrival) {
  sched::WaitState& wait = self.wait;
  if (state_ == State::kActing) {
    wait.deadline = sched::kNever;  // The action's end is waited for in any case.
    return false;
  }
  if (wait.step == kArrived) {
    if (!self.scheduler().DeadlinePassed(self)) return false;
    Finish(&self, State::kBroken, kResultBroken);
    arrival = {Outcome::kBroken};
    return true;
  }
  if (state_ == State::kBroken) {
    arrival = {Outcome::kBroken};
    return true;
  }
  if (sched::SchedObserver* const observer = self.scheduler().observer()) {
    observer->OnSync(self, sched::SyncOp::kRelease, *this);
  }
  const uint32_t index = arrived_++;
  if (arrived_ == parties_) {
    arrival = {has_action_ ? Outcome::kRunAction : Outcome::kPassed, index};
    if (has_action_) {
      state_ = State::kActing;
    } else {
      Finish(&self, State::kFilling, kResultPassed);
    }
    return true;
  }
  if (timeout.poll()) {
    Finish(&self, State::kBroken, kResultBroken);
    arrival = {Outcome::kBroken};
    return true;
  }
  wait.step = kArrived;
  wait.saved = PackArrival(index, round_);
  if (wait.object == this) {  // It waited for an action before; its own wait begins now.
    wait.woken = false;
    wait.deadline = self.scheduler().DeadlineFor(timeout, &self.worker());
  }
  return false;
}

void Barrier::Finish(Fiber* by, State next, Result result) {
  state_ = next;
  arrived_ = 0;
  ++round_;
  queue_.WakeMatchingLocked(by, WakeMode::kGrant, result,
                            [](const sched::WaitState& wait) { return wait.step == kArrived; });
  queue_.WakeMatchingLocked(by, WakeMode::kRetry, 0,
                            [](const sched::WaitState& wait) { return wait.step == kEntering; });
}

Barrier::Arrival Barrier::FinishAction(Fiber& self, bool succeeded) {
  base::SpinLock lock(queue_.mu);
  if (state_ != State::kActing) return {Outcome::kBroken};
  if (!succeeded) {
    Finish(&self, State::kBroken, kResultBroken);
    return {Outcome::kBroken};
  }
  Finish(&self, State::kFilling, kResultPassed);
  return {Outcome::kPassed, parties_ - 1};
}

void Barrier::Abort(Fiber& self) {
  base::SpinLock lock(queue_.mu);
  Finish(&self, State::kBroken, kResultBroken);
}

void Barrier::Reset(Fiber& self) {
  base::SpinLock lock(queue_.mu);
  Finish(&self, State::kFilling, kResultBroken);
}

uint32_t Barrier::waiting() const {
  base::SpinLock lock(queue_.mu);
  return arrived_;
}

bool Barrier::broken() const {
  base::SpinLock lock(queue_.mu);
  return state_ == State::kBroken;
}

WaitableDescription Barrier::Describe() const {
  base::SpinLock lock(queue_.mu);
  return {WaitReason::kBarrier, sched::kNoFiber, arrived_, queue_.WaitersLocked()};
}

Cancelled Barrier::Cancel(Fiber& self) {
  const bool counted = self.wait.step == kArrived;
  const WaitQueue::Abandoned abandoned = queue_.Abandon(self);
  base::SpinLock lock(queue_.mu);
  // A round that ended meanwhile has counted it.
  if (counted && !abandoned.granted && RoundOf(self.wait.saved) == round_) --arrived_;
  return Cancelled::kNow;
}

}  // namespace heddle::sync
