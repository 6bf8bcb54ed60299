#include "sched/controlled_scheduler.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace heddle::sched {
namespace {

constexpr Nanos kTickNanos = 100;
// Ticks between looks at the timers while nobody else is ready.
constexpr int64_t kQuantumAlone = 128;

}  // namespace

ControlledScheduler::ControlledScheduler(SchedulerOptions& options)
    : Scheduler(options),
      policy_(options.policy != nullptr ? std::move(options.policy)
                                        : std::make_unique<RoundRobinPolicy>()),
      worker_(std::make_unique<Worker>(*this, 0)) {}

Nanos ControlledScheduler::Now(const Worker* from) const {
  if (clock_.kind() != ClockKind::kTicks || from == nullptr || from->current_ == nullptr) {
    return clock_.Now();
  }
  return clock_.Now() + (quantum_ - from->budget_) * kTickNanos;
}

void ControlledScheduler::RunLoop(Fiber& main) {
  policy_->Begin();
  current_.reset();
  deadlock_reported_ = false;
  WorkerStarts(*worker_);
  Spawn(main, worker_.get());
  while (!ending()) {
    if (worker_->interrupted()) worker_->Safepoint();
    if (clock_.kind() == ClockKind::kTicks) AwaitHostCalls();
    if (ending()) break;
    // Before the inbox: a fiber is put there before its host call is uncounted.
    const bool host_calls = pending_host_calls() > 0;
    DrainInbox();
    if (TimerDue(worker_.get())) FireTimers(worker_.get());
    if (ready_.empty()) {
      Idle(host_calls);
    } else {
      Step();
    }
  }
  WorkerStops(*worker_);
}

void ControlledScheduler::DropReady() {
  ready_.clear();
  ready_ids_.clear();
  base::MutexLock lock(inbox_mu_);
  inbox_.clear();
}

void ControlledScheduler::Enqueue(Fiber& fiber, Worker* from, ReadyBy by) {
  if (from != nullptr) {
    const bool alone = ready_.empty() && from->current_ != nullptr;
    InsertReady(fiber);
    if (by == ReadyBy::kYield) {
      current_ = fiber.id();
    } else if (alone) {
      // The slice that was without a choice ends after a quantum from here.
      const int64_t spent = quantum_ - worker_->budget_;
      worker_->budget_ = NewQuantum();
      quantum_ = spent + worker_->budget_;
    }
    return;
  }
  {
    base::MutexLock lock(inbox_mu_);
    inbox_.push_back(&fiber);
  }
  parker_.Unpark();
}

void ControlledScheduler::InsertReady(Fiber& fiber) {
  const auto place = std::lower_bound(ready_ids_.begin(), ready_ids_.end(), fiber.id());
  ready_.insert(ready_.begin() + (place - ready_ids_.begin()), &fiber);
  ready_ids_.insert(place, fiber.id());
}

void ControlledScheduler::DrainInbox() {
  base::MutexLock lock(inbox_mu_);
  for (Fiber* fiber : inbox_) InsertReady(*fiber);
  inbox_.clear();
}

void ControlledScheduler::AwaitHostCalls() {
  while (pending_host_calls() > 0 && !ending()) SleepUntil(kNever);
}

void ControlledScheduler::SleepUntil(Nanos at) {
  world_.Detach();
  if (at == kNever) {
    parker_.Park();
  } else {
    parker_.ParkFor(at - clock_.Now());
  }
  world_.Attach();
}

void ControlledScheduler::Idle(bool host_calls) {
  const Nanos next = timers_.Next();
  if (next != kNever || host_calls) {
    if (clock_.jumps() && !host_calls) {
      clock_.JumpTo(next);
    } else {
      SleepUntil(next);
    }
    return;
  }
  if (deadlock_reported_) {
    SleepUntil(kNever);
    return;
  }
  deadlock_reported_ = true;
  if (delegate_ != nullptr) delegate_->OnDeadlock(*this);
}

int64_t ControlledScheduler::NewQuantum() { return std::max<int64_t>(policy_->Quantum(), 1); }

void ControlledScheduler::Step() {
  deadlock_reported_ = false;
  const FiberId chosen = policy_->Pick(ready_ids_, current_);
  current_.reset();
  const auto place = std::lower_bound(ready_ids_.begin(), ready_ids_.end(), chosen);
  CHECK(place != ready_ids_.end() && *place == chosen)
      << "the policy chose a fiber that is not ready";
  const auto at = ready_.begin() + (place - ready_ids_.begin());
  Fiber& fiber = **at;
  ready_.erase(at);
  ready_ids_.erase(place);

  // The policy is asked only where there is a choice: how long a program takes to begin, which
  // depends on its environment, has no influence on what a seed means.
  quantum_ = ready_.empty() ? kQuantumAlone : NewQuantum();
  worker_->budget_ = quantum_;
  RunSlice(fiber, *worker_);
  // Even a slice without a scheduling point takes time: a loop that polls the clock
  // must end.
  const int64_t ticks = std::max<int64_t>(quantum_ - worker_->budget_, 1);
  if (clock_.kind() == ClockKind::kTicks) clock_.Advance(ticks * kTickNanos);
  policy_->OnSliceEnd(chosen, ticks);
}

}  // namespace heddle::sched
