#include "sched/scheduler.h"

#include <utility>

#include "base/check.h"
#include "sched/controlled_scheduler.h"
#include "sched/pool_scheduler.h"

namespace heddle::sched {
namespace {

ClockKind ClockFor(const SchedulerOptions& options) {
  const bool deterministic = options.kind == SchedulerKind::kControlled;
  return deterministic && options.clock == ClockKind::kVirtual ? ClockKind::kTicks : options.clock;
}

}  // namespace

std::unique_ptr<Scheduler> Scheduler::Create(SchedulerOptions options) {
  if (options.kind == SchedulerKind::kControlled) {
    return std::make_unique<ControlledScheduler>(options);
  }
  CHECK(options.clock != ClockKind::kTicks) << "only a controlled run counts ticks";
  return std::make_unique<PoolScheduler>(options);
}

Scheduler::Scheduler(SchedulerOptions& options)
    : kind_(options.kind),
      observer_(options.observer),
      delegate_(options.delegate),
      clock_(ClockFor(options)),
      host_calls_(options.max_host_threads, [this](Fiber& fiber) {
        Unpark(fiber, nullptr);
        pending_host_calls_.fetch_sub(1);
        OnHostCallDone();
      }) {}

RunEnd Scheduler::Run(Fiber& main) {
  next_id_.store(1, std::memory_order_relaxed);
  clock_.Restart();
  RunLoop(main);
  host_calls_.ForgetAll();  // From here on, no thread but this one makes a fiber ready.
  timers_.Clear();
  DropReady();
  pending_host_calls_.store(0);
  for (uint32_t i = 0; i < worker_count(); ++i) worker_at(i).ClearInterrupt(~0u);
  ending_.store(false);
  return stopped_.exchange(false) ? RunEnd::kStopped : RunEnd::kExited;
}

void Scheduler::RequestExit() {
  ending_.store(true);
  InterruptWorkers(kStop);
  WakeAll();
}

void Scheduler::Stop() {
  stopped_.store(true);
  RequestExit();
}

void Scheduler::InterruptWorkers(uint32_t bits) {
  for (uint32_t i = 0; i < worker_count(); ++i) worker_at(i).Interrupt(bits);
}

void Scheduler::Spawn(Fiber& fiber, Worker* from) {
  DCHECK(fiber.state() == Fiber::State::kNew) << "spawned twice";
  fiber.id_ = FiberId{next_id_.fetch_add(1, std::memory_order_relaxed)};
  fiber.scheduler_ = this;
  fiber.state_.store(Fiber::State::kReady, std::memory_order_relaxed);
  if (observer_ != nullptr) observer_->OnSpawn(fiber, from != nullptr ? from->current_ : nullptr);
  Enqueue(fiber, from, ReadyBy::kSpawn);
}

void Scheduler::Unpark(Fiber& fiber, Worker* from) {
  using State = Fiber::State;
  State state = fiber.state_.load(std::memory_order_relaxed);
  for (;;) {
    if (state == State::kNew || state == State::kFinished) return;
    const State next = state == State::kParked    ? State::kReady
                       : state == State::kRunning ? State::kRunningToken
                                                  : state;
    // Release: pairs with the exchange by which RunSlice() dispatches the fiber, also
    // when the state stays the same.
    if (fiber.state_.compare_exchange_weak(state, next, std::memory_order_acq_rel,
                                           std::memory_order_relaxed)) {
      break;
    }
  }
  if (state != State::kParked) return;
  if (observer_ != nullptr) observer_->OnUnpark(fiber, from != nullptr ? from->current_ : nullptr);
  Enqueue(fiber, from, ReadyBy::kUnpark);
}

void Scheduler::RunSlice(Fiber& fiber, Worker& worker) {
  using State = Fiber::State;
  // Acquire: pairs with the release in Unpark(). All changes of a state that fibers
  // share are read-modify-writes, so that none of them cuts a release sequence.
  fiber.state_.exchange(State::kRunning, std::memory_order_acq_rel);
  fiber.worker_ = &worker;
  worker.current_ = &fiber;
  if (observer_ != nullptr) observer_->OnDispatch(fiber, worker);
  const RunResult result = fiber.Run(worker);
  if (result == RunResult::kYield) {
    if (observer_ != nullptr) observer_->OnYield(fiber, worker);
    worker.current_ = nullptr;
    fiber.state_.exchange(State::kReady, std::memory_order_acq_rel);
    Enqueue(fiber, &worker, ReadyBy::kYield);
  } else if (result == RunResult::kParked) {
    if (observer_ != nullptr) observer_->OnPark(fiber, worker);
    worker.current_ = nullptr;
    State running = State::kRunning;
    // Release: pairs with the acquire of the next dispatch. From here on, the fiber
    // may run elsewhere.
    if (!fiber.state_.compare_exchange_strong(running, State::kParked, std::memory_order_acq_rel,
                                              std::memory_order_acquire)) {
      if (observer_ != nullptr) observer_->OnUnpark(fiber, nullptr);
      fiber.state_.exchange(State::kReady, std::memory_order_acq_rel);
      Enqueue(fiber, &worker, ReadyBy::kUnpark);
    }
  } else {
    if (observer_ != nullptr) observer_->OnFinish(fiber, worker);
    worker.current_ = nullptr;
    fiber.state_.store(State::kFinished, std::memory_order_release);
    fiber.Retire(worker);
  }
}

Nanos Scheduler::Now(const Worker*) const { return clock_.Now(); }

Nanos Scheduler::DeadlineFor(Timeout timeout, const Worker* from) const {
  if (timeout.never()) return kNever;
  const Nanos now = Now(from);
  return timeout.nanos() < kNever - now ? now + timeout.nanos() : kNever;
}

bool Scheduler::DeadlinePassed(const Fiber& self) const {
  return self.wait.deadline != kNever && Now(self.worker_) >= self.wait.deadline;
}

void Scheduler::ArmTimer(Fiber& self) {
  if (self.wait.deadline == kNever) return;
  self.wait.has_timer = true;
  if (timers_.Arm(self, self.wait.deadline)) OnEarlierTimer(self.wait.deadline);
}

void Scheduler::EndWait(Fiber& self) {
  WaitState& wait = self.wait;
  if (wait.has_timer) timers_.Disarm(self);
  WaitState fresh;
  fresh.outer = wait.outer;
  fresh.outer_step = wait.outer_step;
  fresh.outer_result = wait.outer_result;
  fresh.outer_saved = wait.outer_saved;
  fresh.result = wait.result;
  fresh.saved = wait.saved;
  wait = fresh;
}

size_t Scheduler::FireTimers(Worker* from) {
  return timers_.Fire(Now(from), [&](Fiber& fiber) { Unpark(fiber, from); });
}

Wait Scheduler::Sleep(Fiber& self, Timeout timeout) {
  if (self.wait.reason != WaitReason::kSleep) {
    if (timeout.poll()) return Wait::kDone;
    self.wait.reason = WaitReason::kSleep;
    self.wait.deadline = DeadlineFor(timeout, self.worker_);
  } else if (DeadlinePassed(self)) {
    EndWait(self);
    return Wait::kDone;
  }
  ArmTimer(self);
  return Wait::kPark;
}

Wait Scheduler::RunBlocking(Fiber& self, std::function<void()> call) {
  if (self.wait.reason != WaitReason::kHostCall) {
    self.wait.reason = WaitReason::kHostCall;
    pending_host_calls_.fetch_add(1);
    if (host_calls_.Submit(self, std::move(call))) return Wait::kPark;
    pending_host_calls_.fetch_sub(1);
    EndWait(self);
    return Wait::kTimedOut;
  }
  if (host_calls_.Pending(self)) return Wait::kPark;
  EndWait(self);
  return Wait::kDone;
}

Cancelled Scheduler::CancelWait(Fiber& self) {
  WaitState& wait = self.wait;
  if (wait.outer != nullptr) return wait.outer->Cancel(self);
  if (wait.object != nullptr) return wait.object->Cancel(self);
  if (wait.reason == WaitReason::kHostCall && host_calls_.Forget(self)) {
    pending_host_calls_.fetch_sub(1);
  }
  EndWait(self);
  return Cancelled::kNow;
}

bool Scheduler::StopTheWorld(Worker* self) {
  return world_.Stop(self != nullptr, [this] { InterruptWorkers(kCollect); });
}

void Scheduler::ResumeTheWorld() {
  world_.Resume([this] {
    for (uint32_t i = 0; i < worker_count(); ++i) worker_at(i).ClearInterrupt(kCollect);
  });
}

void Scheduler::WorkerStarts(Worker& worker) {
  world_.Attach();
  if (delegate_ != nullptr) delegate_->OnWorkerStart(worker);
}

void Scheduler::WorkerStops(Worker& worker) {
  if (delegate_ != nullptr) delegate_->OnWorkerStop(worker);
  world_.Detach();
}

}  // namespace heddle::sched
