#include "platform/parker.h"

#include "platform/futex.h"

namespace heddle::platform {
namespace {

constexpr uint32_t kEmpty = 0;
constexpr uint32_t kToken = 1;
constexpr uint32_t kSleeping = 2;

}  // namespace

bool Parker::TakeToken() {
  uint32_t token = kToken;
  // Acquire: pairs with the release in Unpark().
  return state_.compare_exchange_strong(token, kEmpty, std::memory_order_acquire,
                                        std::memory_order_relaxed);
}

void Parker::Park() {
  while (!TakeToken()) {
    uint32_t empty = kEmpty;
    state_.compare_exchange_strong(empty, kSleeping, std::memory_order_relaxed);
    FutexWait(state_, kSleeping, -1);
  }
}

bool Parker::ParkFor(Nanos timeout) {
  const Nanos deadline = MonotonicNanos() + timeout;
  for (Nanos left = timeout; left > 0; left = deadline - MonotonicNanos()) {
    if (TakeToken()) return true;
    uint32_t empty = kEmpty;
    state_.compare_exchange_strong(empty, kSleeping, std::memory_order_relaxed);
    FutexWait(state_, kSleeping, left);
  }
  if (TakeToken()) return true;
  uint32_t sleeping = kSleeping;
  if (state_.compare_exchange_strong(sleeping, kEmpty, std::memory_order_relaxed)) return false;
  return TakeToken();
}

void Parker::Unpark() {
  // Release: pairs with the acquire in TakeToken().
  if (state_.exchange(kToken, std::memory_order_release) == kSleeping) FutexWakeOne(state_);
}

}  // namespace heddle::platform
