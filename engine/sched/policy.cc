#include "sched/policy.h"

#include <algorithm>

namespace heddle::sched {

FiberId RoundRobinPolicy::Pick(std::span<const FiberId> runnable, std::optional<FiberId>) {
  const auto next = std::upper_bound(runnable.begin(), runnable.end(), last_);
  last_ = next == runnable.end() ? runnable.front() : *next;
  return last_;
}

FiberId RandomPolicy::Pick(std::span<const FiberId> runnable, std::optional<FiberId>) {
  if (runnable.size() == 1) return runnable.front();
  return runnable[random_.Below(runnable.size())];
}

int64_t RandomPolicy::Quantum() {
  // Every scale from 1 tick to 128 is equally likely.
  const uint64_t scale = uint64_t{1} << random_.Below(8);
  return static_cast<int64_t>(1 + random_.Below(scale));
}

}  // namespace heddle::sched
