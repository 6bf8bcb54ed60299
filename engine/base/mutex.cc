#include "base/mutex.h"

#include <thread>

#include "base/check.h"

namespace heddle::base {

void SpinMutex::LockSlow() {
  // A holder that lost its core must get it back: after some spinning, yield.
  constexpr int kSpins = 100;
  for (int spin = 0;; ++spin) {
    if (!held_.load(std::memory_order_relaxed) &&
        // Acquire: pairs with the release in Unlock().
        !held_.exchange(true, std::memory_order_acquire)) {
      return;
    }
    if (spin < kSpins) {
      CpuRelax();
    } else {
      std::this_thread::yield();
    }
  }
}

#ifndef NDEBUG
namespace {
// Of this OS thread, so no state that two machines could share.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
thread_local uint32_t held_ranks = 0;
}  // namespace

void NoteAcquire(Rank rank) {
  const uint32_t bit = 1u << static_cast<uint32_t>(rank);
  CHECK(held_ranks < bit) << "mutex of rank " << static_cast<int>(rank)
                          << " taken while holding rank mask " << held_ranks;
  held_ranks |= bit;
}

void NoteRelease(Rank rank) { held_ranks &= ~(1u << static_cast<uint32_t>(rank)); }
#endif

}  // namespace heddle::base
