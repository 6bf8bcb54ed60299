#pragma once

#include <cstdint>

#include "sched/wait.h"

namespace heddle::sched {

class Fiber;
class Waitable;
class Worker;

enum class SyncOp : uint8_t {
  kAcquire,  // `fiber` became owner, took a permit, passed the barrier or saw the event.
  kRelease,  // `fiber` gave up ownership, returned permits, set the event.
  kNotify,   // `fiber` notified a condition.
};

// Sees what fibers do to each other: for tracers and detectors. Without one a
// run pays a predictable branch on slow paths. Methods are called by several
// workers at once, some of them under a wait queue's mutex: they record and return,
// and take no mutex of a rank below kTrace.
class SchedObserver {
 public:
  virtual ~SchedObserver() = default;
  virtual void OnSpawn(Fiber& /*fiber*/, Fiber* /*parent*/) {}
  virtual void OnDispatch(Fiber&, Worker&) {}
  virtual void OnYield(Fiber&, Worker&) {}
  // The fiber is about to park; fiber.wait says for what.
  virtual void OnPark(Fiber&, Worker&) {}
  // `by` is null when a timer or a thread outside woke it.
  virtual void OnUnpark(Fiber& /*fiber*/, Fiber* /*by*/) {}
  virtual void OnFinish(Fiber&, Worker&) {}
  virtual void OnSync(Fiber&, SyncOp, const Waitable&) {}
};

}  // namespace heddle::sched
