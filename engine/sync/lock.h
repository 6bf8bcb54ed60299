#pragma once

#include <atomic>
#include <cstdint>

#include "sync/wait_queue.h"

namespace heddle::sync {

// What a Condition can be built on.
class Lockable : public Waitable {
 public:
  // Whether `self` may wait on or notify a Condition over this lock.
  virtual bool HeldFor(const Fiber& self) const = 0;
  // Releases it entirely; the result restores it. REQUIRES: HeldFor(self).
  virtual uint32_t ReleaseSave(Fiber& self) = 0;
  virtual Wait AcquireRestore(Fiber& self, uint32_t saved) = 0;

 protected:
  ~Lockable() = default;
};

// threading.Lock: mutual exclusion between fibers. Any fiber may release it.
//
//   state              | Acquire()           | Release()
//   -------------------+---------------------+----------------------------------------
//   free               | held                | returns false
//   held               | parks               | free
//   held, waiters      | parks               | free; the first waiter is unparked and
//                      |                     | tries again
//   held, first starves| parks               | held by the first waiter
//
// A newcomer may take a free lock before the waiter that was woken for it (barging):
// the releaser can go on without a switch. A waiter that lost 4 times or for 1 ms
// gets the lock handed over, so nobody starves.
//
// Happens-before: what the releaser did before Release() is visible to the next
// owner after its Acquire().
class Lock final : public Lockable {
 public:
  // Under an observer every operation takes the slow path, which reports it.
  explicit Lock(const sched::Scheduler& scheduler)
      : state_(scheduler.observer() != nullptr ? kObserved : 0) {}

  Wait Acquire(Fiber& self, Timeout timeout) {
    uint64_t free = 0;
    // A fiber that was woken to try again has a wait to end, which the slow path does.
    if (self.wait.object != this &&
        // Acquire: pairs with the release in Release() and ReleaseSlow().
        state_.compare_exchange_strong(free, HeldBy(self.id()), std::memory_order_acquire,
                                       std::memory_order_relaxed)) {
      return Wait::kDone;
    }
    return AcquireSlow(self, timeout, WaitReason::kLock);
  }

  // Returns false when the lock is not held.
  [[nodiscard]] bool Release(Fiber& self) {
    uint64_t state = state_.load(std::memory_order_relaxed);
    if ((state & kFlags) == kHeld &&
        // Release: pairs with the acquire in Acquire() and TryOrMark().
        state_.compare_exchange_strong(state, 0, std::memory_order_release,
                                       std::memory_order_relaxed)) {
      return true;
    }
    return ReleaseSlow(self);
  }

  bool locked() const { return (state_.load(std::memory_order_relaxed) & kHeld) != 0; }
  // Who acquired it, or kNoFiber.
  FiberId owner() const {
    return FiberId{static_cast<uint32_t>(state_.load(std::memory_order_relaxed) >> 32)};
  }

  // Makes it free with no waiters: for a copy of the program after a fork.
  void Reset();

  bool HeldFor(const Fiber&) const override { return locked(); }
  uint32_t ReleaseSave(Fiber& self) override;
  Wait AcquireRestore(Fiber& self, uint32_t) override { return Acquire(self, Timeout::Never()); }
  WaitableDescription Describe() const override;
  Cancelled Cancel(Fiber& self) override;

 private:
  friend class RLock;

  static constexpr uint64_t kHeld = 1;
  static constexpr uint64_t kWaiters = 2;   // The queue may not be empty.
  static constexpr uint64_t kObserved = 4;  // Constant.
  static constexpr uint64_t kFlags = 7;

  static uint64_t HeldBy(FiberId id) { return static_cast<uint64_t>(id) << 32 | kHeld; }

  Wait AcquireSlow(Fiber& self, Timeout timeout, WaitReason reason);
  bool ReleaseSlow(Fiber& self);
  bool TryAcquire(Fiber& self);
  bool TryOrMark(Fiber& self) REQUIRES(queue_.mu);

  // The owner's FiberId in the upper half, flags in the lower one: one CAS sets both.
  std::atomic<uint64_t> state_;
  WaitQueue queue_;
};

// threading.RLock: a Lock that its owner may acquire again.
class RLock final : public Lockable {
 public:
  explicit RLock(const sched::Scheduler& scheduler) : lock_(scheduler) {}

  Wait Acquire(Fiber& self, Timeout timeout);
  // Returns false when `self` is not the owner.
  [[nodiscard]] bool Release(Fiber& self);

  bool locked() const { return lock_.locked(); }
  FiberId owner() const { return lock_.owner(); }
  // How often `self` has acquired it and not released yet.
  uint32_t DepthFor(const Fiber& self) const { return owner() == self.id() ? depth() : 0; }

  void Reset();

  bool HeldFor(const Fiber& self) const override { return owner() == self.id(); }
  uint32_t ReleaseSave(Fiber& self) override;
  Wait AcquireRestore(Fiber& self, uint32_t saved) override;
  WaitableDescription Describe() const override;
  Cancelled Cancel(Fiber& self) override;

 private:
  uint32_t depth() const { return depth_.load(std::memory_order_relaxed); }
  void set_depth(uint32_t depth) { depth_.store(depth, std::memory_order_relaxed); }

  Lock lock_;
  // Written by the owner alone, whose accesses the lock orders; relaxed because
  // Describe() looks at it from outside.
  std::atomic<uint32_t> depth_{0};
};

}  // namespace heddle::sync
