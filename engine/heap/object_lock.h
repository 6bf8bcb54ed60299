// The tiny lock in an object's header: guards one list, dict, set or instance while it changes
// shape. Held for a handful of instructions, never across a safepoint, an allocation that may
// wait, or Python code; so a spin is enough, and a holder can never be stopped by the collector.
//
// While only one worker can be running Python code (one fiber, the gil or a controlled scheduler)
// `Locking::enabled` is off and locking costs a predictable branch. It is switched on, for good,
// with the world stopped.
#pragma once

#include "heap/value.h"

namespace heddle::heap {

struct Locking {
  bool enabled = false;  // written only while the world is stopped
};

class ObjectLock {
 public:
  ObjectLock(const Locking& locking, Object* object) : object_(locking.enabled ? object : nullptr) {
    if (object_ != nullptr) Acquire();
  }
  ~ObjectLock() {
    // Pairs with the acquire exchange in Acquire().
    if (object_ != nullptr) object_->lock.store(0, std::memory_order_release);
  }
  ObjectLock(const ObjectLock&) = delete;
  ObjectLock& operator=(const ObjectLock&) = delete;

 private:
  void Acquire() {
    if (object_->lock.exchange(1, std::memory_order_acquire) != 0) Spin();
  }
  void Spin();

  Object* object_;
};

}  // namespace heddle::heap
