#include "sched/timers.h"

#include <utility>

namespace heddle::sched {

bool Timers::Arm(Fiber& fiber, Nanos at) {
  base::MutexLock lock(mu_);
  if (fiber.timer_index_ != Fiber::kNoTimer) {
    if (fiber.timer_at_ == at) return false;
    Remove(fiber);
  }
  fiber.timer_at_ = at;
  heap_.push_back(&fiber);
  fiber.timer_index_ = static_cast<uint32_t>(heap_.size() - 1);
  SiftUp(fiber.timer_index_);
  Publish();
  return heap_[0] == &fiber;
}

void Timers::Disarm(Fiber& fiber) {
  base::MutexLock lock(mu_);
  if (fiber.timer_index_ != Fiber::kNoTimer) Remove(fiber);
}

void Timers::Clear() {
  base::MutexLock lock(mu_);
  for (Fiber* fiber : heap_) fiber->timer_index_ = Fiber::kNoTimer;
  heap_.clear();
  Publish();
}

bool Timers::Before(const Fiber& a, const Fiber& b) {
  return a.timer_at_ != b.timer_at_ ? a.timer_at_ < b.timer_at_ : a.id_ < b.id_;
}

void Timers::Remove(Fiber& fiber) {
  const size_t at = fiber.timer_index_;
  fiber.timer_index_ = Fiber::kNoTimer;
  Fiber* const last = heap_.back();
  heap_.pop_back();
  if (last != &fiber) {
    Place(at, last);
    SiftUp(at);
    SiftDown(last->timer_index_);
  }
  Publish();
}

void Timers::SiftUp(size_t at) {
  Fiber* const fiber = heap_[at];
  while (at > 0) {
    const size_t parent = (at - 1) / 2;
    if (!Before(*fiber, *heap_[parent])) break;
    Place(at, heap_[parent]);
    at = parent;
  }
  Place(at, fiber);
}

void Timers::SiftDown(size_t at) {
  Fiber* const fiber = heap_[at];
  for (;;) {
    size_t child = 2 * at + 1;
    if (child >= heap_.size()) break;
    if (child + 1 < heap_.size() && Before(*heap_[child + 1], *heap_[child])) ++child;
    if (!Before(*heap_[child], *fiber)) break;
    Place(at, heap_[child]);
    at = child;
  }
  Place(at, fiber);
}

void Timers::Place(size_t at, Fiber* fiber) {
  heap_[at] = fiber;
  fiber->timer_index_ = static_cast<uint32_t>(at);
}

void Timers::Publish() { next_.store(heap_.empty() ? kNever : heap_[0]->timer_at_); }

}  // namespace heddle::sched
