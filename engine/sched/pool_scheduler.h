#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "base/mutex.h"
#include "base/random.h"
#include "platform/parker.h"
#include "platform/thread.h"
#include "sched/run_queue.h"
#include "sched/scheduler.h"
#include "sched/timekeeper.h"

namespace heddle::sched {

class PoolScheduler;

class PoolWorker final : public Worker {
 public:
  PoolWorker(PoolScheduler& scheduler, uint32_t index);

 private:
  friend class PoolScheduler;

  void OnSafepoint(uint32_t bits) override;

  PoolScheduler& pool_;
  RunQueue queue_;
  // Unparked or spawned by the current fiber: runs next here, without waking another
  // worker for it, unless the current fiber goes on for kPatience safepoints.
  Fiber* next_ = nullptr;
  uint32_t next_streak_ = 0;      // Dispatches in a row that came from next_.
  uint32_t switch_requests_ = 0;  // Safepoints passed since next_ was set.
  uint32_t dispatches_ = 0;
  uint32_t warm_up_ = 0;  // Safepoints passed while kWarmUp was set.
  base::Random random_;   // Where to begin stealing.
  platform::Parker parker_;
  platform::Thread thread_;
  bool idle_ = false;            // Guarded by the scheduler's idle_mu_.
  Nanos sleeps_until_ = kNever;  // Guarded by the scheduler's idle_mu_.
};

// `parallel`, and with a single worker `gil`: M:N with work stealing.
//
// A worker looks for work in its next_ slot, its queue, the injector (fibers made
// ready by timers and other threads), and the queues of the others. It spins a little
// before it sleeps, because waking a sleeping core takes 10 to 20 µs.
//
// No wake-up is lost. Who makes a fiber ready pushes it under a queue's mutex and then
// reads idle_count_ and searching_. Who goes to sleep leaves searching_, enters
// idle_count_ and then looks into every queue under its mutex. Whichever takes that
// mutex second sees what the other did. (Go's scheduler reasons the same way about its
// spinning threads: golang/go:src/runtime/proc.go.)
//
// The run is idle when all started workers are in idle_count_, all queues are empty
// and no host call is pending: then the clock jumps or a deadlock is reported.
class PoolScheduler final : public Scheduler {
 public:
  explicit PoolScheduler(SchedulerOptions& options);
  ~PoolScheduler() override;

  uint32_t worker_count() const override { return static_cast<uint32_t>(workers_.size()); }

 protected:
  void RunLoop(Fiber& main) override;
  void DropReady() override;
  void Enqueue(Fiber& fiber, Worker* from, ReadyBy by) override;
  Worker& worker_at(uint32_t index) const override { return *workers_[index]; }
  void WakeAll() override;
  void OnEarlierTimer(Nanos at) override;

 private:
  friend class PoolWorker;

  void Work(PoolWorker& worker);
  // Returns null when the run ends.
  Fiber* FindWork(PoolWorker& worker);
  Fiber* PopLocal(PoolWorker& worker);
  Fiber* Search(PoolWorker& worker);
  Fiber* SearchOnce(PoolWorker& worker);
  void PublishNext(PoolWorker& worker);

  // Sleeps until there may be work. REQUIRES: not counted in searching_.
  // ENSURES: counted in searching_, attached.
  void Sleep(PoolWorker& worker) EXCLUDES(idle_mu_);
  enum class IdleAction { kLook, kSleep, kReportDeadlock };
  IdleAction EnterIdle(PoolWorker& worker) EXCLUDES(idle_mu_);
  IdleAction DecideWhenQuiescent() REQUIRES(idle_mu_);
  void LeaveIdle(PoolWorker& worker) REQUIRES(idle_mu_);
  bool AnyQueued() const;

  // Work was pushed to a queue that others see: finds somebody to take it.
  void NotifyWork() EXCLUDES(idle_mu_);
  bool StartWorker() REQUIRES(idle_mu_);
  // One step of the timekeeper; returns whether it is of use to go on.
  bool OnTick();

  std::vector<std::unique_ptr<PoolWorker>> workers_;  // Constant after construction.
  RunQueue injector_;
  Timekeeper timekeeper_;

  std::atomic<uint32_t> idle_count_{0};  // Written under idle_mu_.
  std::atomic<uint32_t> searching_{0};
  std::atomic<uint32_t> started_{0};  // Written under idle_mu_.
  base::Mutex idle_mu_{base::Rank::kIdle};
  uint32_t startable_ GUARDED_BY(idle_mu_) = 0;  // Shrinks when the platform has no more threads.
  bool deadlock_reported_ GUARDED_BY(idle_mu_) = false;
};

}  // namespace heddle::sched
