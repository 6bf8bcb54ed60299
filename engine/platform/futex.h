#pragma once

#include <atomic>
#include <cstdint>

#include "platform/clock.h"

namespace heddle::platform {

// Sleeps while `word` holds `expected`, for at most `timeout` (negative: for ever).
// May return without cause.
void FutexWait(std::atomic<uint32_t>& word, uint32_t expected, Nanos timeout);

// Wakes one thread that sleeps on `word`.
void FutexWakeOne(std::atomic<uint32_t>& word);

}  // namespace heddle::platform
