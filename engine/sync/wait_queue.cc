#include "sync/wait_queue.h"

#include "base/check.h"

namespace heddle::sync {
namespace {

constexpr uint8_t kMostLosses = 4;
constexpr sched::Nanos kLongestLosing = 1'000'000;

}  // namespace

// The rest of Await(), which is compiled once: `answer` is kDone, or kPark for an
// attempt that failed.
Wait WaitQueue::Settle(Fiber& self, Waitable& object, WaitReason reason, Timeout timeout,
                       Wait answer, bool again) {
  if (!again && answer != Wait::kDone) {
    if (timeout.poll()) {
      mu.Unlock();
      return Wait::kTimedOut;
    }
    self.wait.object = &object;
    self.wait.reason = reason;
    self.wait.deadline = self.scheduler().DeadlineFor(timeout, &self.worker());
  }
  if (answer == Wait::kPark && again && self.scheduler().DeadlinePassed(self)) {
    answer = Wait::kTimedOut;
  }
  if (answer == Wait::kPark) {
    if (self.queue_ == nullptr) Enqueue(self);
  } else if (self.queue_ != nullptr) {
    Remove(self);
  }
  mu.Unlock();
  if (answer == Wait::kPark) {
    self.scheduler().ArmTimer(self);
  } else if (again) {
    self.scheduler().EndWait(self);
  }
  return answer;
}

size_t WaitQueue::Wake(Fiber* by, size_t count, WakeMode mode) {
  base::SpinLock lock(mu);
  return WakeLocked(by, count, mode);
}

size_t WaitQueue::WakeLocked(Fiber* by, size_t count, WakeMode mode) {
  size_t woken = 0;
  for (; woken < count && head_ != nullptr; ++woken) WakeFiberLocked(*head_, by, mode, 0);
  return woken;
}

void WaitQueue::WakeFiberLocked(Fiber& fiber, Fiber* by, WakeMode mode, uint8_t result) {
  Remove(fiber);
  sched::Scheduler& scheduler = fiber.scheduler();
  sched::Worker* const from = by != nullptr ? by->worker_ : nullptr;
  if (mode == WakeMode::kGrant) {
    fiber.wait.granted = true;
    fiber.wait.result = result;
  } else if (!fiber.wait.woken) {
    fiber.wait.woken = true;
    fiber.wait.first_woken = scheduler.Now(from);
  }
  // Under the mutex: the fiber cannot look at its wait, go on and be freed before.
  scheduler.Unpark(fiber, from);
}

WaitQueue::Abandoned WaitQueue::Abandon(Fiber& self) {
  Abandoned abandoned;
  {
    base::SpinLock lock(mu);
    abandoned.granted = self.wait.granted;
    abandoned.woken = self.wait.woken && self.queue_ == nullptr;
    if (self.queue_ != nullptr) Remove(self);
  }
  self.scheduler().EndWait(self);
  return abandoned;
}

bool WaitQueue::StarvingLocked() const {
  if (head_ == nullptr || !head_->wait.woken) return false;
  return head_->wait.losses >= kMostLosses ||
         head_->scheduler().clock().Now() - head_->wait.first_woken > kLongestLosing;
}

size_t WaitQueue::SizeLocked() const {
  size_t size = 0;
  for (const Fiber* fiber = head_; fiber != nullptr; fiber = fiber->wait_next_) ++size;
  return size;
}

std::vector<FiberId> WaitQueue::WaitersLocked() const {
  std::vector<FiberId> ids;
  for (const Fiber* fiber = head_; fiber != nullptr; fiber = fiber->wait_next_) {
    ids.push_back(fiber->id());
  }
  return ids;
}

// A fiber that was woken before and lost keeps its place: the front.
void WaitQueue::Enqueue(Fiber& fiber) {
  DCHECK(fiber.queue_ == nullptr) << "queued twice";
  fiber.queue_ = this;
  if (fiber.wait.woken) {
    if (fiber.wait.losses < kMostLosses) ++fiber.wait.losses;
    fiber.wait_previous_ = nullptr;
    fiber.wait_next_ = head_;
    (head_ == nullptr ? tail_ : head_->wait_previous_) = &fiber;
    head_ = &fiber;
  } else {
    fiber.wait_next_ = nullptr;
    fiber.wait_previous_ = tail_;
    (tail_ == nullptr ? head_ : tail_->wait_next_) = &fiber;
    tail_ = &fiber;
  }
}

void WaitQueue::Remove(Fiber& fiber) {
  DCHECK(fiber.queue_ == this) << "in another queue";
  (fiber.wait_previous_ == nullptr ? head_ : fiber.wait_previous_->wait_next_) = fiber.wait_next_;
  (fiber.wait_next_ == nullptr ? tail_ : fiber.wait_next_->wait_previous_) = fiber.wait_previous_;
  fiber.queue_ = nullptr;
  fiber.wait_previous_ = nullptr;
  fiber.wait_next_ = nullptr;
}

}  // namespace heddle::sync
