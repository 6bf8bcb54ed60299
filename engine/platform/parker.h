#pragma once

#include <atomic>
#include <cstdint>

#include "platform/clock.h"

namespace heddle::platform {

// Lets one OS thread sleep until another one wakes it. Holds one token: an
// Unpark() before the Park() makes that Park() return at once.
//
// Happens-before: what the waker did before Unpark() is visible after the Park()
// that consumed its token.
class Parker {
 public:
  // Sleeps until there is a token and takes it.
  // REQUIRES: one thread at a time calls Park() and ParkFor().
  void Park();

  // The same for at most `timeout`. Returns whether it took a token.
  bool ParkFor(Nanos timeout);

  // Leaves a token and wakes the sleeper, if any. Any thread.
  void Unpark();

 private:
  bool TakeToken();

  std::atomic<uint32_t> state_{0};
};

}  // namespace heddle::platform
