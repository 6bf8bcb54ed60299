#pragma once

#include "sync/lock.h"

namespace heddle::sync {

// threading.Condition over a Lock or an RLock that outlives it.
class Condition final : public Waitable {
 public:
  explicit Condition(Lockable& lock) : lock_(lock) {}

  // Whether Wait() may be called: `self` holds the lock, or is inside a Wait() that
  // answered kPark. Otherwise: "cannot wait on un-acquired lock".
  bool MayWait(const Fiber& self) const {
    return self.wait.outer == this || self.wait.object == this || lock_.HeldFor(self);
  }

  // Releases the lock, waits to be notified, and acquires the lock again, whatever
  // the timeout. Answers kDone when notified. REQUIRES: MayWait(self).
  sched::Wait Wait(Fiber& self, Timeout timeout);

  // Wakes up to `count` waiters; returns how many. The caller should hold the lock:
  // HeldFor() of it says whether it does.
  size_t Notify(Fiber& self, size_t count);
  size_t NotifyAll(Fiber& self) { return Notify(self, SIZE_MAX); }

  Lockable& lock() const { return lock_; }

  WaitableDescription Describe() const override;
  // Ends the waiting, but not the acquiring: Cancelled::kRetry, and the next call of
  // Wait() goes on to acquire the lock.
  Cancelled Cancel(Fiber& self) override;

 private:
  enum Step : uint8_t { kIdle, kAcquiring };

  sched::Wait Reacquire(Fiber& self);

  Lockable& lock_;
  WaitQueue queue_;
};

}  // namespace heddle::sync
