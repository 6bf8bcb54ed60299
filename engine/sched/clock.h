#pragma once

#include <atomic>
#include <cstdint>

#include "platform/clock.h"

namespace heddle::sched {

using platform::Nanos;

inline constexpr Nanos kNever = INT64_MAX;

// How long a blocking operation may take. Relative, so that the uncontended path
// of a primitive reads no clock.
class Timeout {
 public:
  static constexpr Timeout Never() { return Timeout(kNever); }
  static constexpr Timeout Poll() { return Timeout(0); }  // Never parks.
  static constexpr Timeout After(Nanos nanos) { return Timeout(nanos < 0 ? 0 : nanos); }

  constexpr bool never() const { return nanos_ == kNever; }
  constexpr bool poll() const { return nanos_ == 0; }
  constexpr Nanos nanos() const { return nanos_; }

 private:
  explicit constexpr Timeout(Nanos nanos) : nanos_(nanos) {}
  Nanos nanos_;
};

enum class ClockKind : uint8_t {
  kReal,     // The platform's.
  kVirtual,  // Real, plus jumps to the next timer whenever nobody can run.
  kTicks,    // Virtual and deterministic: only ticks and jumps move it.
};

// The time of one run. Starts near 0 with each run.
//
// kTicks starts the wall clock at a fixed date, so that a controlled run prints
// the same times everywhere.
class Clock {
 public:
  explicit Clock(ClockKind kind);

  ClockKind kind() const { return kind_; }
  bool jumps() const { return kind_ != ClockKind::kReal; }

  // Nanoseconds since the run began. Any thread.
  Nanos Now() const;
  // Nanoseconds since 1970-01-01 00:00 UTC.
  Nanos WallNow() const { return Now() + wall_base_; }

  // Moves time forward to `at`; no effect when it is past already.
  // REQUIRES: jumps(); no two threads call it at once.
  void JumpTo(Nanos at);
  // REQUIRES: kind() is kTicks; called by the only worker.
  void Advance(Nanos by);
  // Begins a new run.
  void Restart();

 private:
  const ClockKind kind_;
  Nanos real_base_ = 0;  // Constant during a run.
  Nanos wall_base_ = 0;  // Constant during a run.
  std::atomic<Nanos> skipped_{0};
};

}  // namespace heddle::sched
