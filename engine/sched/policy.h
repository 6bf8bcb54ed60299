#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "base/ids.h"
#include "base/random.h"

namespace heddle::sched {

using base::FiberId;

// Decides which fiber of a controlled run goes next, and for how long.
//
// Called by the only worker, between slices; needs no lock of its own.
//
// Determinism: answers depend only on the arguments, earlier calls and the seed,
// never on a clock, an address or a hash order. Replay relies on it.
class Policy {
 public:
  virtual ~Policy() = default;

  // Begins a run: forgets everything of an earlier one.
  virtual void Begin() = 0;

  // Returns the fiber that goes next. `runnable` is sorted by id. `current` ran
  // last and is still runnable; empty after it parked or finished.
  // REQUIRES: `runnable` is not empty. ENSURES: the result is an element of it.
  virtual FiberId Pick(std::span<const FiberId> runnable, std::optional<FiberId> current) = 0;

  // Returns the ticks until the next choice, at least 1. Asked after a Pick() that leaves others
  // ready, and when another fiber becomes ready beside the only one.
  virtual int64_t Quantum() = 0;

  // Tells how many ticks the chosen fiber took; a quantum that it did not use up
  // means that it parked, finished or yielded.
  virtual void OnSliceEnd(FiberId, int64_t /*ticks*/) {}
};

// Every fiber in turn, in the order of ids, for `quantum` ticks.
class RoundRobinPolicy final : public Policy {
 public:
  explicit RoundRobinPolicy(int64_t quantum = 100) : quantum_(quantum < 1 ? 1 : quantum) {}

  void Begin() override { last_ = base::kNoFiber; }
  FiberId Pick(std::span<const FiberId> runnable, std::optional<FiberId> current) override;
  int64_t Quantum() override { return quantum_; }

 private:
  const int64_t quantum_;
  FiberId last_ = base::kNoFiber;
};

// Any runnable fiber with equal probability, for a number of ticks whose scale is
// random too: runs of 1 tick find races within a statement, runs of many ticks let
// one fiber get far ahead of the others.
class RandomPolicy final : public Policy {
 public:
  explicit RandomPolicy(uint64_t seed) : seed_(seed), random_(seed) {}

  void Begin() override { random_ = base::Random(seed_); }
  FiberId Pick(std::span<const FiberId> runnable, std::optional<FiberId> current) override;
  int64_t Quantum() override;

 private:
  const uint64_t seed_;
  base::Random random_;
};

}  // namespace heddle::sched
