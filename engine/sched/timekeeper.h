#pragma once

#include <atomic>
#include <functional>

#include "base/mutex.h"
#include "platform/parker.h"
#include "platform/thread.h"
#include "sched/clock.h"

namespace heddle::sched {

// The OS thread that ends time slices. It exists from the first Poke() of a run on
// and sleeps for ever while its ticks are of no use.
class Timekeeper {
 public:
  // `tick` is called at the end of each slice; returns whether there is use for more.
  explicit Timekeeper(std::function<bool()> tick) : tick_(std::move(tick)) {}
  ~Timekeeper() { Stop(); }

  // There is use for ticks. Any thread; one load when it ticks already. The caller
  // has made that use visible to `tick` before.
  void Poke() {
    if (asleep_.load()) Wake();
  }

  // The next tick comes after this time at the latest.
  void TickWithin(Nanos delay);

  void Stop() EXCLUDES(mu_);

 private:
  void Wake() EXCLUDES(mu_);
  void Run();

  const std::function<bool()> tick_;
  std::atomic<bool> asleep_{true};
  std::atomic<bool> quit_{false};
  std::atomic<Nanos> delay_{kNever};
  platform::Parker parker_;
  base::Mutex mu_{base::Rank::kLeaf};
  platform::Thread thread_ GUARDED_BY(mu_);
  bool failed_ GUARDED_BY(mu_) = false;
};

}  // namespace heddle::sched
