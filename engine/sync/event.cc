#include "sync/event.h"

namespace heddle::sync {

sched::Wait Event::Wait(Fiber& self, Timeout timeout) {
  sched::Wait answer = sched::Wait::kDone;
  if (!is_set() || self.wait.object == this) {
    answer = queue_.Await(self, *this, reason_, timeout, [&] { return is_set(); });
  }
  if (answer == sched::Wait::kDone) {
    if (sched::SchedObserver* const observer = self.scheduler().observer()) {
      observer->OnSync(self, sched::SyncOp::kAcquire, *this);
    }
  }
  return answer;
}

void Event::Set(Fiber* self) {
  if (self != nullptr) {
    if (sched::SchedObserver* const observer = self->scheduler().observer()) {
      observer->OnSync(*self, sched::SyncOp::kRelease, *this);
    }
  }
  base::SpinLock lock(queue_.mu);
  // Release: pairs with the acquire in is_set().
  flag_.store(true, std::memory_order_release);
  queue_.WakeAllLocked(self, WakeMode::kGrant);
}

void Event::Clear() {
  base::SpinLock lock(queue_.mu);
  flag_.store(false, std::memory_order_relaxed);
}

WaitableDescription Event::Describe() const {
  base::SpinLock lock(queue_.mu);
  return {reason_, sched::kNoFiber, is_set() ? 1 : 0, queue_.WaitersLocked()};
}

Cancelled Event::Cancel(Fiber& self) {
  queue_.Abandon(self);
  return Cancelled::kNow;
}

}  // namespace heddle::sync
