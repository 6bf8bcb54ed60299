#include "sched/pool_scheduler.h"

#include <algorithm>

#include "base/check.h"

namespace heddle::sched {
namespace {

// Safepoints after which a fiber that waits in next_ is offered to other workers.
constexpr uint32_t kPatience = 64;
// Dispatches in a row from next_ before the queue gets its turn.
constexpr uint32_t kMaxStreak = 64;
// Dispatches between looks at the injector and the timers.
constexpr uint32_t kLookAround = 16;
constexpr Nanos kSpinTime = 20'000;

#if defined(__EMSCRIPTEN__)
constexpr bool kAlwaysSlice = true;
#else
constexpr bool kAlwaysSlice = false;
#endif
// Safepoints of the first worker before its slices have an end: a program that prints a
// line and ends does not share the machine with the start of a thread it has no use for.
constexpr uint32_t kWarmUpSafepoints = 1000;

uint32_t WorkersFor(const SchedulerOptions& options) {
  if (options.kind == SchedulerKind::kGil) return 1;
  return options.workers != 0 ? options.workers : platform::ProcessorCount();
}

}  // namespace

PoolWorker::PoolWorker(PoolScheduler& scheduler, uint32_t index)
    : Worker(scheduler, index), pool_(scheduler), random_(index) {}

void PoolWorker::OnSafepoint(uint32_t bits) {
  if ((bits & kWarmUp) != 0 && ++warm_up_ >= kWarmUpSafepoints) {
    ClearInterrupt(kWarmUp);
    pool_.timekeeper_.Poke();
  }
  if ((bits & kSwitch) == 0 || ++switch_requests_ < kPatience) return;
  ClearInterrupt(kSwitch);
  pool_.PublishNext(*this);
}

PoolScheduler::PoolScheduler(SchedulerOptions& options)
    : Scheduler(options), timekeeper_([this] { return OnTick(); }) {
  const uint32_t count = WorkersFor(options);
  for (uint32_t i = 0; i < count; ++i) workers_.push_back(std::make_unique<PoolWorker>(*this, i));
}

PoolScheduler::~PoolScheduler() = default;

void PoolScheduler::RunLoop(Fiber& main) {
  {
    base::MutexLock lock(idle_mu_);
    started_.store(1);
    startable_ = worker_count();
    deadlock_reported_ = false;
  }
  PoolWorker& first = *workers_[0];
  first.warm_up_ = 0;
  if (kAlwaysSlice) first.Interrupt(kWarmUp);
  Spawn(main, &first);
  Work(first);
  uint32_t started;
  {
    base::MutexLock lock(idle_mu_);  // StartWorker() starts nobody after this.
    started = started_.load();
  }
  for (uint32_t i = 1; i < started; ++i) workers_[i]->thread_.Join();
  timekeeper_.Stop();
}

void PoolScheduler::DropReady() {
  injector_.Clear();
  for (const auto& worker : workers_) {
    worker->queue_.Clear();
    worker->next_ = nullptr;
  }
  searching_.store(0);
}

void PoolScheduler::Enqueue(Fiber& fiber, Worker* from, ReadyBy by) {
  if (from == nullptr) {
    injector_.Push(fiber);
    NotifyWork();
    return;
  }
  PoolWorker& worker = static_cast<PoolWorker&>(*from);
  if (by != ReadyBy::kYield && worker.next_ == nullptr) {
    worker.next_ = &fiber;
    worker.switch_requests_ = 0;
    worker.Interrupt(kSwitch);
    return;
  }
  if (by == ReadyBy::kYield) {
    PublishNext(worker);  // It has waited longer.
    worker.queue_.Push(fiber);
  } else {
    worker.queue_.Push(fiber);
    NotifyWork();
  }
}

void PoolScheduler::PublishNext(PoolWorker& worker) {
  if (worker.next_ == nullptr) return;
  Fiber& fiber = *worker.next_;
  worker.next_ = nullptr;
  worker.queue_.Push(fiber);
  NotifyWork();
}

void PoolScheduler::Work(PoolWorker& worker) {
  WorkerStarts(worker);
  if (kAlwaysSlice && worker.index() > 0) timekeeper_.Poke();
  while (Fiber* fiber = FindWork(worker)) RunSlice(*fiber, worker);
  WorkerStops(worker);
}

Fiber* PoolScheduler::FindWork(PoolWorker& worker) {
  const uint32_t bits = worker.interrupt_bits();
  if ((bits & kCollect) != 0) world_.Pause();
  if (ending()) return nullptr;
  // The end of the slice: whoever ran through next_ must queue up again.
  if ((bits & kSlice) != 0 || worker.next_streak_ >= kMaxStreak) PublishNext(worker);
  if ((bits & (kSlice | kSwitch)) != 0) worker.ClearInterrupt(kSlice | kSwitch);
  // Slices are long: what timers made ready must not wait for kLookAround of them.
  if ((bits & kSlice) != 0) worker.dispatches_ = kLookAround - 1;
  if (Fiber* const fiber = PopLocal(worker)) return fiber;

  searching_.fetch_add(1);
  for (;;) {
    Fiber* const fiber = Search(worker);
    const bool last = searching_.fetch_sub(1) == 1;
    if (fiber != nullptr) {
      if (last && AnyQueued()) NotifyWork();
      return fiber;
    }
    if (ending()) return nullptr;
    Sleep(worker);
  }
}

Fiber* PoolScheduler::PopLocal(PoolWorker& worker) {
  if (++worker.dispatches_ % kLookAround == 0) {
    if (TimerDue(&worker)) FireTimers(nullptr);
    if (!injector_.looks_empty()) {
      if (Fiber* const fiber = injector_.Pop()) return fiber;
    }
  }
  if (Fiber* const fiber = worker.next_) {
    worker.next_ = nullptr;
    ++worker.next_streak_;
    return fiber;
  }
  worker.next_streak_ = 0;
  return worker.queue_.Pop();
}

Fiber* PoolScheduler::Search(PoolWorker& worker) {
  if (Fiber* const fiber = SearchOnce(worker)) return fiber;
  if (started_.load(std::memory_order_relaxed) == 1) return nullptr;
  const Nanos until = platform::MonotonicNanos() + kSpinTime;
  do {
    for (int i = 0; i < 16; ++i) base::CpuRelax();
    if ((worker.interrupt_bits() & kCollect) != 0) world_.Pause();
    if (ending()) return nullptr;
    if (Fiber* const fiber = SearchOnce(worker)) return fiber;
  } while (platform::MonotonicNanos() < until);
  return nullptr;
}

Fiber* PoolScheduler::SearchOnce(PoolWorker& worker) {
  if (TimerDue(&worker)) FireTimers(&worker);
  if (Fiber* const fiber = worker.next_) {
    worker.next_ = nullptr;
    worker.ClearInterrupt(kSwitch);
    return fiber;
  }
  if (!worker.queue_.looks_empty()) {
    if (Fiber* const fiber = worker.queue_.Pop()) return fiber;
  }
  if (!injector_.looks_empty()) {
    if (Fiber* const fiber = worker.queue_.StealFrom(injector_)) return fiber;
  }
  const uint32_t count = started_.load(std::memory_order_relaxed);
  if (count == 1) return nullptr;
  const uint32_t begin = static_cast<uint32_t>(worker.random_.Below(count));
  for (uint32_t i = 0; i < count; ++i) {
    PoolWorker& victim = *workers_[(begin + i) % count];
    if (&victim == &worker || victim.queue_.looks_empty()) continue;
    if (Fiber* const fiber = worker.queue_.StealFrom(victim.queue_)) return fiber;
  }
  return nullptr;
}

bool PoolScheduler::AnyQueued() const {
  if (injector_.size() > 0) return true;
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const auto& worker) { return worker->queue_.size() > 0; });
}

void PoolScheduler::Sleep(PoolWorker& worker) {
  world_.Detach();
  const IdleAction action = EnterIdle(worker);
  if (action == IdleAction::kSleep) {
    const Nanos until = worker.sleeps_until_;
    if (until == kNever) {
      worker.parker_.Park();
    } else {
      worker.parker_.ParkFor(until - clock_.Now());
    }
    base::MutexLock lock(idle_mu_);
    if (worker.idle_) LeaveIdle(worker);  // Else NotifyWork() took it out.
  }
  world_.Attach();
  if (action == IdleAction::kReportDeadlock && delegate_ != nullptr) delegate_->OnDeadlock(*this);
}

PoolScheduler::IdleAction PoolScheduler::EnterIdle(PoolWorker& worker) {
  base::MutexLock lock(idle_mu_);
  worker.idle_ = true;
  worker.sleeps_until_ = kNever;
  idle_count_.fetch_add(1);
  // Before the queues: a fiber is queued before its host call is uncounted.
  const bool host_calls = pending_host_calls() > 0;
  IdleAction action = IdleAction::kSleep;
  if (ending() || AnyQueued()) {
    deadlock_reported_ = false;
    action = IdleAction::kLook;
  } else if (idle_count_.load() == started_.load() && !host_calls) {
    action = DecideWhenQuiescent();
  }
  if (action == IdleAction::kSleep) {
    worker.sleeps_until_ = timers_.Next();
  } else {
    LeaveIdle(worker);
  }
  return action;
}

PoolScheduler::IdleAction PoolScheduler::DecideWhenQuiescent() {
  const Nanos next = timers_.Next();
  if (next == kNever) {
    if (deadlock_reported_) return IdleAction::kSleep;
    deadlock_reported_ = true;
    return IdleAction::kReportDeadlock;
  }
  if (!clock_.jumps()) return IdleAction::kSleep;
  clock_.JumpTo(next);
  return IdleAction::kLook;
}

void PoolScheduler::LeaveIdle(PoolWorker& worker) {
  worker.idle_ = false;
  searching_.fetch_add(1);
  // The last to leave: nobody sleeps until the next timer any more.
  if (idle_count_.fetch_sub(1) == 1 && (kAlwaysSlice || timers_.Next() != kNever)) {
    timekeeper_.Poke();
  }
}

void PoolScheduler::NotifyWork() {
  if (searching_.load() > 0) return;
  if (idle_count_.load() == 0 && started_.load() == worker_count()) {
    timekeeper_.Poke();
    return;
  }
  base::MutexLock lock(idle_mu_);
  for (const auto& worker : workers_) {
    if (!worker->idle_) continue;
    deadlock_reported_ = false;
    LeaveIdle(*worker);
    worker->parker_.Unpark();
    return;
  }
  if (!StartWorker()) timekeeper_.Poke();
}

bool PoolScheduler::StartWorker() {
  const uint32_t index = started_.load();
  if (ending() || index >= startable_) return false;
  PoolWorker& worker = *workers_[index];
  started_.store(index + 1);
  if (worker.thread_.Start("heddle-worker", [this, &worker] { Work(worker); })) return true;
  started_.store(index);
  startable_ = index;
  return false;
}

void PoolScheduler::WakeAll() {
  base::MutexLock lock(idle_mu_);
  for (const auto& worker : workers_) {
    if (!worker->idle_) continue;
    LeaveIdle(*worker);
    worker->parker_.Unpark();
  }
}

void PoolScheduler::OnEarlierTimer(Nanos at) {
  if (idle_count_.load() == 0) {
    timekeeper_.Poke();
    return;
  }
  base::MutexLock lock(idle_mu_);
  PoolWorker* sleeper = nullptr;
  for (const auto& worker : workers_) {
    if (!worker->idle_) continue;
    if (worker->sleeps_until_ <= at) return;
    sleeper = worker.get();
  }
  if (sleeper == nullptr) {
    timekeeper_.Poke();
    return;
  }
  LeaveIdle(*sleeper);
  sleeper->parker_.Unpark();
}

bool PoolScheduler::OnTick() {
  if (ending()) return false;
  if (TimerDue(nullptr)) FireTimers(nullptr);
  const bool all_busy = idle_count_.load() == 0;
  const bool queued = AnyQueued();
  if (queued || (kAlwaysSlice && idle_count_.load() < started_.load())) InterruptWorkers(kSlice);
  const Nanos next = timers_.Next();
  if (next != kNever && all_busy) timekeeper_.TickWithin(next - clock_.Now());
  return queued || (next != kNever && all_busy) ||
         (kAlwaysSlice && idle_count_.load() < started_.load());
}

}  // namespace heddle::sched
