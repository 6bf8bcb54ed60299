#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/mutex.h"
#include "sched/clock.h"

namespace heddle::sched {

using base::FiberId;
using base::kNoFiber;

class Fiber;
class Waitable;

// The answer of every operation that may block ("park and retry").
//
//   kDone      it has happened: go on.
//   kTimedOut  it has not, and the time is over (for Timeout::Poll(): at once).
//   kPark      the fiber is queued: return RunResult::kParked from Run() now. When
//              the fiber runs again, make the same call with the same arguments;
//              it finds its progress in fiber.wait. It may answer kPark again: a
//              fiber may be woken without cause.
enum class [[nodiscard]] Wait : uint8_t{kDone, kTimedOut, kPark};

enum class WaitReason : uint8_t {
  kNone,
  kLock,
  kRLock,
  kCondition,
  kSemaphore,
  kEvent,
  kBarrier,
  kQueue,
  kJoin,
  kSleep,
  kHostCall,
  kIo,
  kOther,
};

const char* WaitReasonName(WaitReason reason);

// What a waitable object looks like to tracers and the deadlock detector.
struct WaitableDescription {
  WaitReason kind = WaitReason::kNone;
  FiberId owner = kNoFiber;      // Who has to act, where exactly one fiber has to.
  int64_t value = 0;             // Semaphore count, RLock depth, event flag, barrier arrivals.
  std::vector<FiberId> waiters;  // In the order of the queue.
};

enum class Cancelled : uint8_t {
  kNow,    // The wait is gone; the operation has not happened.
  kRetry,  // Make the call again until it answers something else than kPark.
};

// Something that a fiber can wait for. Outlives every wait for it.
class Waitable {
 public:
  // Any thread; a consistent picture of this object alone.
  virtual WaitableDescription Describe() const = 0;

  // Gives up `self`'s wait, which got kPark from this object and now runs for
  // another reason (an exception raised in it from outside).
  virtual Cancelled Cancel(Fiber& self) = 0;

 protected:
  ~Waitable() = default;
};

// A fiber's progress in the operation that it waits in. Written by the fiber
// itself while it runs, and under the mutex of the queue it stands in.
struct WaitState {
  Waitable* object = nullptr;  // Innermost; null when nothing is waited for or for a sleep.
  Waitable* outer = nullptr;   // The Condition on whose behalf `object` is waited for.
  WaitReason reason = WaitReason::kNone;
  bool has_timer = false;    // A timer may still be armed; End() disarms it.
  bool granted = false;      // Handed over by the waker: nothing is left to try.
  bool woken = false;        // Taken out of the queue in order to try again.
  uint8_t losses = 0;        // Times it was woken and somebody else was faster.
  uint8_t step = 0;          // Owned by the operation; set before it queues.
  uint8_t result = 0;        // What was granted; stays readable after the wait.
  uint8_t outer_step = 0;    // Owned by the outer operation.
  uint8_t outer_result = 0;  // Owned by the outer operation.
  uint32_t outer_saved = 0;  // Owned by the outer operation.
  uint64_t saved = 0;        // Owned by the operation; stays readable after the wait.
  Nanos deadline = kNever;
  Nanos first_woken = 0;  // When `woken` was first set in this wait.
};

}  // namespace heddle::sched
