#include "sched/timekeeper.h"

#include <algorithm>

namespace heddle::sched {
namespace {

constexpr Nanos kSlice = 5'000'000;
constexpr Nanos kShortest = 50'000;
// Ticks without use before it sleeps: waking it costs a system call.
constexpr int kIdleTicks = 4;

#if defined(__EMSCRIPTEN__)
// V8 swaps in the optimised code of a function only at its next call, so the loop is
// left early and often in the first moments.
constexpr Nanos kEarlySlice = 1'000'000;
constexpr int kEarlyTicks = 20;
#else
constexpr Nanos kEarlySlice = kSlice;
constexpr int kEarlyTicks = 0;
#endif

}  // namespace

void Timekeeper::TickWithin(Nanos delay) {
  if (delay < delay_.load(std::memory_order_relaxed)) delay_.store(delay);
}

void Timekeeper::Wake() {
  base::MutexLock lock(mu_);
  if (!asleep_.exchange(false)) return;
  if (thread_.started()) {
    parker_.Unpark();
  } else if (!failed_) {
    failed_ = !thread_.Start("heddle-time", [this] { Run(); });
  }
}

void Timekeeper::Stop() {
  platform::Thread* thread = nullptr;
  {
    base::MutexLock lock(mu_);
    quit_.store(true);
    if (thread_.started()) thread = &thread_;
  }
  if (thread != nullptr) {
    parker_.Unpark();
    thread->Join();
  }
  base::MutexLock lock(mu_);
  quit_.store(false);
  asleep_.store(true);
  failed_ = false;
}

void Timekeeper::Run() {
  int useless = 0;
  for (int ticks = 0; !quit_.load(); ++ticks) {
    const Nanos slice = ticks < kEarlyTicks ? kEarlySlice : kSlice;
    parker_.ParkFor(std::clamp(delay_.exchange(kNever), kShortest, slice));
    if (tick_()) {
      useless = 0;
      continue;
    }
    if (++useless < kIdleTicks) continue;
    // Between the last look and this store somebody may have seen it awake and not
    // poked it: look again.
    asleep_.store(true);
    // Stop() may have left its token to the sleep above: its flag is seen here.
    if (!tick_() && !quit_.load()) parker_.Park();
    asleep_.store(false);
    useless = 0;
  }
}

}  // namespace heddle::sched
