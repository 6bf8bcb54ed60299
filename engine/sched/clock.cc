#include "sched/clock.h"

namespace heddle::sched {
namespace {

// 2025-01-01 00:00 UTC, where the wall clock of a deterministic run starts.
constexpr Nanos kTicksEpoch = 1'735'689'600 * Nanos{1'000'000'000};

}  // namespace

Clock::Clock(ClockKind kind) : kind_(kind) { Restart(); }

void Clock::Restart() {
  skipped_.store(0, std::memory_order_relaxed);
  real_base_ = platform::MonotonicNanos();
  wall_base_ = kind_ == ClockKind::kTicks ? kTicksEpoch : platform::WallNanos();
}

Nanos Clock::Now() const {
  if (kind_ == ClockKind::kReal) return platform::MonotonicNanos() - real_base_;
  // Relaxed: a number of its own; whoever must see a jump is woken because of it.
  const Nanos skipped = skipped_.load(std::memory_order_relaxed);
  if (kind_ == ClockKind::kTicks) return skipped;
  return platform::MonotonicNanos() - real_base_ + skipped;
}

void Clock::JumpTo(Nanos at) {
  const Nanos now = Now();
  if (at > now) Advance(at - now);
}

void Clock::Advance(Nanos by) {
  skipped_.store(skipped_.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

}  // namespace heddle::sched
