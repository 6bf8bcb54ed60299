#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/mutex.h"
#include "platform/parker.h"
#include "sched/scheduler.h"

namespace heddle::sched {

// `controlled`: one worker, and a Policy that chooses at every scheduling point.
//
// Deterministic with ClockKind::kTicks: a tick takes 100 ns, timers fire between
// slices, and while a host call is under way nobody runs, so that its end always
// falls on the same point.
class ControlledScheduler final : public Scheduler {
 public:
  explicit ControlledScheduler(SchedulerOptions& options);

  Nanos Now(const Worker* from) const override;
  uint32_t worker_count() const override { return 1; }

 protected:
  void RunLoop(Fiber& main) override;
  void DropReady() override;
  void Enqueue(Fiber& fiber, Worker* from, ReadyBy by) override;
  Worker& worker_at(uint32_t) const override { return *worker_; }
  void WakeAll() override { parker_.Unpark(); }
  void OnEarlierTimer(Nanos) override {}
  void OnHostCallDone() override { parker_.Unpark(); }

 private:
  void InsertReady(Fiber& fiber);
  void DrainInbox() EXCLUDES(inbox_mu_);
  void AwaitHostCalls();
  // Nobody is ready: jumps, sleeps or reports.
  void Idle(bool host_calls);
  void SleepUntil(Nanos at);
  int64_t NewQuantum();
  void Step();

  const std::unique_ptr<Policy> policy_;
  const std::unique_ptr<Worker> worker_;
  // Two views of the ready fibers, both sorted by id.
  std::vector<FiberId> ready_ids_;
  std::vector<Fiber*> ready_;
  std::optional<FiberId> current_;  // Ran last and is still ready.
  int64_t quantum_ = 0;             // of the slice that runs
  bool deadlock_reported_ = false;

  base::Mutex inbox_mu_{base::Rank::kRunQueue};
  std::vector<Fiber*> inbox_ GUARDED_BY(inbox_mu_);  // Made ready by other threads.
  platform::Parker parker_;
};

}  // namespace heddle::sched
