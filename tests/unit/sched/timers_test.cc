#include "sched/timers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/random.h"

namespace heddle::sched {
namespace {

class Sleeper final : public Fiber {
 public:
  RunResult Run(Worker&) override { return RunResult::kFinished; }
};

TEST(Timers, FireInOrderLikeASortedList) {
  base::Random random(7);
  Timers timers;
  std::vector<std::unique_ptr<Sleeper>> fibers;
  std::vector<Nanos> at;
  for (int i = 0; i < 500; ++i) {
    fibers.push_back(std::make_unique<Sleeper>());
    at.push_back(static_cast<Nanos>(random.Below(10'000)));
    timers.Arm(*fibers.back(), at.back());
  }
  std::vector<std::pair<Nanos, Fiber*>> expected;
  for (size_t i = 0; i < fibers.size(); ++i) {
    const uint64_t action = random.Below(3);
    if (action == 0) {
      timers.Disarm(*fibers[i]);
      continue;
    }
    if (action == 1) timers.Arm(*fibers[i], at[i] = static_cast<Nanos>(random.Below(10'000)));
    expected.emplace_back(at[i], fibers[i].get());
  }
  std::vector<Fiber*> fired;
  for (Nanos now = 0; now < 10'000; now += 100) {
    timers.Fire(now, [&](Fiber& fiber) { fired.push_back(&fiber); });
    EXPECT_GT(timers.Next(), now);
  }
  timers.Fire(10'000, [&](Fiber& fiber) { fired.push_back(&fiber); });
  ASSERT_EQ(fired.size(), expected.size());
  std::stable_sort(expected.begin(), expected.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Nanos> times;
  for (Fiber* fiber : fired) {
    const auto place = std::find_if(expected.begin(), expected.end(),
                                    [&](const auto& entry) { return entry.second == fiber; });
    times.push_back(place->first);
  }
  EXPECT_TRUE(std::is_sorted(times.begin(), times.end()));
  EXPECT_EQ(timers.Next(), kNever);
}

}  // namespace
}  // namespace heddle::sched
