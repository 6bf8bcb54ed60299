#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "sched/wait.h"

namespace heddle::sync {
class WaitQueue;
}

namespace heddle::sched {

class Scheduler;
class Worker;

enum class RunResult : uint8_t {
  kYield,     // The slice is over; the fiber can go on.
  kParked,    // An operation answered Wait::kPark.
  kFinished,  // Never run it again.
};

// One thread of the user's program.
//
//   state        | Unpark()               | Run() returned kYield | … kParked     | dispatch
//   -------------+------------------------+-----------------------+---------------+---------------
//   kNew         | no effect              |                       |               |
//   kReady       | no effect              |                       |               | kRunning
//   kRunning     | kRunningToken          | kReady, queued        | kParked       |
//   kRunningToken| no effect              | kReady, queued        | kReady, queued|
//   kParked      | kReady, queued         |                       |               |
//   kFinished    | no effect              |                       |               |
//
// kRunningToken is the park token: a wake-up that came before the park was
// complete. It is dropped by a yield because the fiber then runs again anyway, and
// every wait is tried again when its fiber runs.
//
// Invariants:
//   (1) A fiber is in a run queue exactly while it is kReady, and in at most one.
//   (2) Only the worker that runs a fiber touches it outside the queue's mutex;
//       from the moment that it is kParked or queued, another worker may run it.
//
// Happens-before: what was done before Unpark(f), Spawn(f) or the end of f's last
// slice is visible to f's next slice.
class Fiber {
 public:
  enum class State : uint8_t { kNew, kReady, kRunning, kRunningToken, kParked, kFinished };

  Fiber() = default;
  virtual ~Fiber() = default;
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;

  // Runs until the slice ends. No C++ frame outlives the call: progress is kept in
  // the object. Polls worker.interrupted() at safepoints.
  virtual RunResult Run(Worker& worker) = 0;

  // The scheduler's last touch, on the worker that ran it, after kFinished; the
  // fiber may be freed here or at any time after.
  virtual void Retire(Worker&) {}

  // For messages and traces.
  virtual std::string Name() const { return std::string(); }

  FiberId id() const { return id_; }
  State state() const { return state_.load(std::memory_order_relaxed); }
  bool finished() const { return state() == State::kFinished; }

  // The worker that runs it. REQUIRES: called from within Run().
  Worker& worker() const { return *worker_; }
  // REQUIRES: spawned.
  Scheduler& scheduler() const { return *scheduler_; }

  WaitState wait;

 private:
  friend class Scheduler;
  friend class PoolScheduler;
  friend class ControlledScheduler;
  friend class RunQueue;
  friend class Timers;
  friend class sync::WaitQueue;

  std::atomic<State> state_{State::kNew};
  FiberId id_ = kNoFiber;
  uint32_t timer_index_ = kNoTimer;  // Guarded by the mutex of Timers.
  Worker* worker_ = nullptr;
  Scheduler* scheduler_ = nullptr;
  Fiber* run_next_ = nullptr;         // Guarded by the run queue that it is in.
  sync::WaitQueue* queue_ = nullptr;  // Guarded by that queue's mutex, like the links.
  Fiber* wait_previous_ = nullptr;
  Fiber* wait_next_ = nullptr;
  Nanos timer_at_ = kNever;  // Guarded by the mutex of Timers.

  static constexpr uint32_t kNoTimer = UINT32_MAX;
};

}  // namespace heddle::sched
