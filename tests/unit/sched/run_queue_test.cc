#include "sched/run_queue.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace heddle::sched {
namespace {

class Idler final : public Fiber {
 public:
  RunResult Run(Worker&) override { return RunResult::kFinished; }
};

TEST(RunQueue, IsFirstInFirstOut) {
  Idler a, b, c;
  RunQueue queue;
  queue.Push(a);
  queue.Push(b);
  EXPECT_EQ(queue.Pop(), &a);
  queue.Push(c);
  EXPECT_EQ(queue.Pop(), &b);
  EXPECT_EQ(queue.Pop(), &c);
  EXPECT_EQ(queue.Pop(), nullptr);
}

TEST(RunQueue, AThiefTakesTheOlderHalf) {
  std::vector<std::unique_ptr<Idler>> fibers;
  RunQueue victim, thief;
  for (int i = 0; i < 10; ++i) {
    fibers.push_back(std::make_unique<Idler>());
    victim.Push(*fibers.back());
  }
  EXPECT_EQ(thief.StealFrom(victim), fibers[0].get());
  EXPECT_EQ(thief.size(), 5u);
  EXPECT_EQ(victim.size(), 4u);
  EXPECT_EQ(thief.Pop(), fibers[1].get());
  EXPECT_EQ(victim.Pop(), fibers[6].get());
  RunQueue empty;
  EXPECT_EQ(thief.StealFrom(empty), nullptr);
}

TEST(RunQueue, StealsASingleFiber) {
  Idler only;
  RunQueue victim, thief;
  victim.Push(only);
  EXPECT_EQ(thief.StealFrom(victim), &only);
  EXPECT_EQ(victim.size(), 0u);
  EXPECT_EQ(thief.size(), 0u);
}

}  // namespace
}  // namespace heddle::sched
