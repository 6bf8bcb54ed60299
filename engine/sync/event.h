#pragma once

#include <atomic>

#include "sync/wait_queue.h"

namespace heddle::sync {

// threading.Event; set once, also what joiners of a thread wait for.
//
// Whoever waits when Set() is called gets through, also when Clear() follows at once.
class Event final : public Waitable {
 public:
  explicit Event(WaitReason reason = WaitReason::kEvent) : reason_(reason) {}

  // Acquire: pairs with the release in Set().
  bool is_set() const { return flag_.load(std::memory_order_acquire); }

  sched::Wait Wait(Fiber& self, Timeout timeout);
  // `self` is null when a thread outside sets it.
  void Set(Fiber* self);
  void Clear();

  WaitableDescription Describe() const override;
  Cancelled Cancel(Fiber& self) override;

 private:
  const WaitReason reason_;
  std::atomic<bool> flag_{false};  // Written under queue_.mu.
  WaitQueue queue_;
};

}  // namespace heddle::sync
