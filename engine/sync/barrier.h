#pragma once

#include <cstdint>

#include "sync/wait_queue.h"

namespace heddle::sync {

// threading.Barrier.
//
//   state    | Arrive()                        | last Arrive()         | Abort() | Reset()
//   ---------+---------------------------------+-----------------------+---------+-----------
//   kFilling | counts, parks                   | kActing, or all pass  | kBroken | kFilling
//   kActing  | parks until the action is over  |                       | kBroken | kFilling
//   kBroken  | answers broken                  |                       | kBroken | kFilling
//
// Abort(), Reset() and a time-out break it for everybody who waits.
class Barrier final : public Waitable {
 public:
  enum class State : uint8_t { kFilling, kActing, kBroken };

  enum class Outcome : uint8_t {
    kPark,       // As sched::Wait::kPark.
    kPassed,     // `index` says which arrival this was.
    kRunAction,  // The last to arrive: run the action, then call FinishAction().
    kBroken,     // BrokenBarrierError.
  };
  struct Arrival {
    Outcome outcome;
    uint32_t index = 0;
  };

  // REQUIRES: parties >= 1.
  Barrier(uint32_t parties, bool has_action) : parties_(parties), has_action_(has_action) {}

  // A timeout of Poll() breaks the barrier unless this is the last arrival.
  Arrival Arrive(Fiber& self, Timeout timeout);

  // After kRunAction. `succeeded`: the action raised nothing. Answers kPassed, or
  // kBroken when the barrier was broken meanwhile.
  Arrival FinishAction(Fiber& self, bool succeeded);

  void Abort(Fiber& self);
  void Reset(Fiber& self);

  uint32_t parties() const { return parties_; }
  uint32_t waiting() const;  // n_waiting
  bool broken() const;

  WaitableDescription Describe() const override;
  Cancelled Cancel(Fiber& self) override;

 private:
  enum Step : uint8_t { kEntering, kArrived };
  enum Result : uint8_t { kResultPassed, kResultBroken };

  // Counts `self` in, or lets it wait. Returns whether `arrival` is final.
  bool TryArrive(Fiber& self, Timeout timeout, Arrival& arrival) REQUIRES(queue_.mu);
  // Lets everybody who arrived go with `result`, and those who came meanwhile enter.
  void Finish(Fiber* by, State next, Result result) REQUIRES(queue_.mu);

  const uint32_t parties_;
  const bool has_action_;
  WaitQueue queue_;  // Those who arrived, and those who came while kActing.
  State state_ GUARDED_BY(queue_.mu) = State::kFilling;
  uint32_t arrived_ GUARDED_BY(queue_.mu) = 0;
  uint32_t round_ GUARDED_BY(queue_.mu) = 0;
};

}  // namespace heddle::sync
