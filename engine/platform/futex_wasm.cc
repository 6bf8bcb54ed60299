#include <emscripten/threading.h>

#include <limits>

#include "platform/futex.h"

namespace heddle::platform {

void FutexWait(std::atomic<uint32_t>& word, uint32_t expected, Nanos timeout) {
  const double milliseconds =
      timeout < 0 ? std::numeric_limits<double>::infinity() : static_cast<double>(timeout) / 1e6;
  emscripten_futex_wait(&word, expected, milliseconds);
}

void FutexWakeOne(std::atomic<uint32_t>& word) { emscripten_futex_wake(&word, 1); }

}  // namespace heddle::platform
