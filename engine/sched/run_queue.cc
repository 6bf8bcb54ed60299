#include "sched/run_queue.h"

#include <algorithm>

namespace heddle::sched {

void RunQueue::Push(Fiber& fiber) {
  base::SpinLock lock(mu_);
  Append(&fiber, &fiber, 1);
}

Fiber* RunQueue::Pop() {
  base::SpinLock lock(mu_);
  return TakeHead();
}

Fiber* RunQueue::StealFrom(RunQueue& from) {
  constexpr uint32_t kMost = 64;
  Fiber* oldest = nullptr;
  Fiber* first = nullptr;
  Fiber* last = nullptr;
  uint32_t count = 0;
  {
    base::SpinLock lock(from.mu_);
    const uint32_t size = from.count_.load(std::memory_order_relaxed);
    oldest = from.TakeHead();
    for (; count < std::min(size / 2, kMost); ++count) {
      Fiber* const fiber = from.TakeHead();
      if (fiber == nullptr) break;
      (first == nullptr ? first : last->run_next_) = fiber;
      last = fiber;
    }
  }
  if (count > 0) {
    base::SpinLock lock(mu_);
    Append(first, last, count);
  }
  return oldest;
}

uint32_t RunQueue::size() const {
  base::SpinLock lock(mu_);
  return count_.load(std::memory_order_relaxed);
}

void RunQueue::Clear() {
  base::SpinLock lock(mu_);
  while (TakeHead() != nullptr) {
  }
}

Fiber* RunQueue::TakeHead() {
  Fiber* const fiber = head_;
  if (fiber == nullptr) return nullptr;
  head_ = fiber->run_next_;
  if (head_ == nullptr) tail_ = nullptr;
  fiber->run_next_ = nullptr;
  count_.store(count_.load(std::memory_order_relaxed) - 1, std::memory_order_relaxed);
  return fiber;
}

void RunQueue::Append(Fiber* first, Fiber* last, uint32_t count) {
  last->run_next_ = nullptr;
  (tail_ == nullptr ? head_ : tail_->run_next_) = first;
  tail_ = last;
  count_.store(count_.load(std::memory_order_relaxed) + count, std::memory_order_relaxed);
}

}  // namespace heddle::sched
