#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "sched/clock.h"
#include "sched/fiber.h"
#include "sched/host_calls.h"
#include "sched/observer.h"
#include "sched/policy.h"
#include "sched/timers.h"
#include "sched/wait.h"
#include "sched/worker.h"
#include "sched/world.h"

namespace heddle::sched {

enum class SchedulerKind : uint8_t {
  kParallel,    // M:N with work stealing.
  kGil,         // One at a time; switches every 5 ms.
  kControlled,  // One worker; a Policy chooses at every scheduling point.
};

// What the VM is told. Called on workers.
class SchedulerDelegate {
 public:
  virtual ~SchedulerDelegate() = default;
  // On the worker's own OS thread, attached: before its first fiber, after its last.
  virtual void OnWorkerStart(Worker&) {}
  virtual void OnWorkerStop(Worker&) {}
  // Nobody can ever run again: nothing is ready, no timer, no host call. Called once
  // each time this state is reached, on one worker, with no fiber running. May call
  // RequestExit(), Unpark() or Spawn(); otherwise the run waits for an Unpark() from
  // outside or Stop().
  virtual void OnDeadlock(Scheduler&) {}
};

struct SchedulerOptions {
  SchedulerKind kind = SchedulerKind::kParallel;
  uint32_t workers = 0;                   // kParallel only; 0 stands for the number of processors.
  ClockKind clock = ClockKind::kReal;     // kTicks: kControlled only, and its default choice.
  std::unique_ptr<Policy> policy;         // kControlled only; null stands for round robin.
  SchedObserver* observer = nullptr;      // Not owned; outlives the scheduler.
  SchedulerDelegate* delegate = nullptr;  // Not owned; outlives the scheduler.
  uint32_t max_host_threads = 64;         // Host calls that may be under way at once.
};

enum class RunEnd : uint8_t { kExited, kStopped };

// Runs fibers. Knows nothing of what they compute.
//
// `from` is the worker that the caller runs on, or null on any other OS thread.
class Scheduler {
 public:
  static std::unique_ptr<Scheduler> Create(SchedulerOptions options);
  virtual ~Scheduler() = default;
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  // Runs `main` and everything that it spawns until RequestExit() or Stop(). The
  // calling OS thread becomes worker 0; others start when there is work for them.
  // On return no worker runs; fibers that have not finished are dropped where they
  // stand and may be freed. May be called again.
  RunEnd Run(Fiber& main);

  // Ends the run from within, or from the delegate.
  void RequestExit();

  // Ends the run from any OS thread; the workers leave at their next safepoint. Before
  // Run(), ends the next run at once.
  void Stop();

  bool ending() const { return ending_.load(std::memory_order_relaxed); }

  // Makes a new fiber ready, gives it its id. It runs on after the caller's slice at
  // the earliest, unless another worker takes it.
  void Spawn(Fiber& fiber, Worker* from);

  // Makes a parked fiber ready, or leaves a park token (see Fiber). Any thread.
  // REQUIRES: the fiber cannot be freed before this returns.
  void Unpark(Fiber& fiber, Worker* from);

  // Begins or continues a sleep. A sleep of 0 answers kDone at once: yield instead.
  Wait Sleep(Fiber& self, Timeout timeout);

  // Runs `call` on a helper OS thread while the fiber is parked. It owns all that it
  // touches: when the run is stopped it may go on alone. `call` is only taken at the
  // first call, before the fiber parks. Answers kTimedOut when no thread can be had.
  Wait RunBlocking(Fiber& self, std::function<void()> call);

  // Gives up whatever `self`, which runs, has got kPark from and not finished: an
  // exception was raised in it from outside. See Waitable::Cancel.
  Cancelled CancelWait(Fiber& self);

  // Stops all other attached workers at a safepoint. `self` is the caller's worker, or
  // null on a thread that is not attached. Returns whether somebody else had stopped
  // the world while this call waited for its turn.
  // REQUIRES: the caller holds no mutex that an attached worker may want.
  bool StopTheWorld(Worker* self);
  void ResumeTheWorld();

  // Sets a bit (kSignal) on every worker; only atomics: may be called by a signal handler.
  void InterruptWorkers(uint32_t bits);

  // Now, with the ticks that the caller's slice has used in a controlled run.
  virtual Nanos Now(const Worker* from) const;
  Nanos WallNow(const Worker* from) const { return Now(from) + clock_.WallNow() - clock_.Now(); }

  Clock& clock() { return clock_; }
  SchedulerKind kind() const { return kind_; }
  SchedObserver* observer() const { return observer_; }
  virtual uint32_t worker_count() const = 0;

  // --- For primitives -------------------------------------------------------

  // Arms the timer for wait.deadline, if there is one.
  // REQUIRES: the caller is about to answer kPark.
  void ArmTimer(Fiber& self);
  // Forgets the wait, but not the outer one; disarms the timer.
  void EndWait(Fiber& self);
  // The time at which `timeout`, which begins now, is over.
  Nanos DeadlineFor(Timeout timeout, const Worker* from) const;
  bool DeadlinePassed(const Fiber& self) const;

 protected:
  explicit Scheduler(SchedulerOptions& options);

  friend class Worker;

  // Runs until ending(); leaves no worker running.
  virtual void RunLoop(Fiber& main) = 0;
  // Empties the run queues.
  virtual void DropReady() = 0;
  // Puts a kReady fiber into a run queue.
  enum class ReadyBy : uint8_t { kSpawn, kUnpark, kYield };
  virtual void Enqueue(Fiber& fiber, Worker* from, ReadyBy by) = 0;
  // One of worker_count() workers; they exist as long as the scheduler.
  virtual Worker& worker_at(uint32_t index) const = 0;
  // Wakes whoever sleeps, because the run ends.
  virtual void WakeAll() = 0;
  // A timer became the earliest.
  virtual void OnEarlierTimer(Nanos at) = 0;
  // A host call is over; its fiber is ready and no longer counted as pending.
  virtual void OnHostCallDone() {}

  // Runs one slice of a kReady fiber and does what its result asks for.
  void RunSlice(Fiber& fiber, Worker& worker);
  size_t FireTimers(Worker* from);
  bool TimerDue(const Worker* from) const {
    const Nanos next = timers_.Next();
    return next != kNever && next <= Now(from);
  }
  // Host calls whose fibers still wait; a fiber is ready before it is uncounted.
  uint32_t pending_host_calls() const { return pending_host_calls_.load(); }
  void WorkerStarts(Worker& worker);
  void WorkerStops(Worker& worker);

  const SchedulerKind kind_;
  SchedObserver* const observer_;
  SchedulerDelegate* const delegate_;
  Clock clock_;
  Timers timers_;
  World world_;
  std::atomic<uint32_t> next_id_{1};
  std::atomic<uint32_t> pending_host_calls_{0};
  std::atomic<bool> ending_{false};
  std::atomic<bool> stopped_{false};

 private:
  HostCalls host_calls_;
};

}  // namespace heddle::sched
