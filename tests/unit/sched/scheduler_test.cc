#include "sched/scheduler.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "platform/clock.h"
#include "tests/unit/sched/toy_program.h"

namespace heddle::testing {
namespace {

class EveryScheduler : public ::testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Schedulers, EveryScheduler,
                         ::testing::Values("parallel:1", "parallel:2", "parallel:4", "gil", "rr:1",
                                           "rr:100", "random:1", "random:2", "parallel:4/virtual",
                                           "gil/virtual", "rr:10/virtual", "random:3/virtual"));

Script::Body YieldTimes(int times) {
  return [times](Script& self, Worker& worker) {
    for (; self.count < times; ++self.count) {
      if (Script::Point(worker)) {
        ++self.count;
        return RunResult::kYield;
      }
    }
    return RunResult::kFinished;
  };
}

TEST_P(EveryScheduler, RunsEveryFiberToItsEnd) {
  Program program(GetParam());
  std::vector<Script*> scripts;
  for (int i = 0; i < 100; ++i) scripts.push_back(&program.Add(YieldTimes(1000)));
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  std::set<uint32_t> ids;
  for (Script* script : scripts) {
    EXPECT_TRUE(script->finished());
    EXPECT_EQ(script->count, 1000);
    ids.insert(static_cast<uint32_t>(script->id()));
  }
  EXPECT_EQ(ids.size(), 100u);
  EXPECT_EQ(*ids.begin(), 2u) << "1 is the main fiber";
  EXPECT_EQ(program.deadlocks, 0);
}

TEST_P(EveryScheduler, SleepsTakeTheirTime) {
  Program program(GetParam());
  std::atomic<int> early{0};
  for (int i = 1; i <= 50; ++i) {
    program.Add([i, &early, until = Nanos{0}](Script& self, Worker& worker) mutable {
      Scheduler& scheduler = worker.scheduler();
      if (self.pc++ == 0) until = scheduler.Now(&worker) + i * kMillisecond / 5;
      if (scheduler.Sleep(self, Timeout::After(i * kMillisecond / 5)) == Wait::kPark) {
        return RunResult::kParked;
      }
      if (scheduler.Now(&worker) < until) ++early;
      return RunResult::kFinished;
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(early, 0);
}

TEST_P(EveryScheduler, ASleepAmongBusyFibersEndsInTime) {
  Program program(GetParam());
  const bool real = program.scheduler().clock().kind() == ClockKind::kReal;
  std::atomic<bool> awake{false};
  for (int i = 0; i < 6; ++i) {
    program.Add([&awake](Script&, Worker& worker) {
      while (!awake.load(std::memory_order_relaxed)) {
        if (Script::Point(worker)) return RunResult::kYield;
      }
      return RunResult::kFinished;
    });
  }
  program.Add([&awake](Script& self, Worker& worker) {
    if (worker.scheduler().Sleep(self, Timeout::After(kMillisecond)) == Wait::kPark) {
      return RunResult::kParked;
    }
    awake = true;
    return RunResult::kFinished;
  });
  const Nanos begin = platform::MonotonicNanos();
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  if (real) {
    EXPECT_LT(platform::MonotonicNanos() - begin, 2 * kSecond);
  }
}

TEST_P(EveryScheduler, ADeadlockIsReportedOnce) {
  Program program(GetParam());
  for (int i = 0; i < 3; ++i) {
    program.Add([](Script&, Worker&) { return RunResult::kParked; });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(program.deadlocks, 1);
}

TEST_P(EveryScheduler, HostCallsDoNotHoldUpFibers) {
  Program program(GetParam());
  auto calls = std::make_shared<std::atomic<int>>(0);
  for (int i = 0; i < 8; ++i) {
    program.Add([calls](Script& self, Worker& worker) {
      const Wait answer = worker.scheduler().RunBlocking(self, [calls] { ++*calls; });
      if (answer == Wait::kPark) return RunResult::kParked;
      EXPECT_EQ(answer, Wait::kDone);
      return ++self.count < 20 ? RunResult::kYield : RunResult::kFinished;
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(*calls, 160);
  EXPECT_EQ(program.deadlocks, 0);
}

TEST_P(EveryScheduler, StopEndsAnyRunAndTheNextStartsClean) {
  Program program(GetParam());
  std::vector<std::unique_ptr<Script>> children;
  for (int run = 0; run < 3; ++run) {
    Script main([&](Script& self, Worker& worker) {
      for (; self.pc < 50; ++self.pc) {
        children.push_back(std::make_unique<Script>([](Script& child, Worker& on) {
          // Some loop for ever, some sleep for ever, some wait in a host call.
          const uint32_t id = static_cast<uint32_t>(child.id());
          if (id % 3 == 1) {
            const Wait slept = on.scheduler().Sleep(child, Timeout::After(1000 * kSecond));
            if (slept == Wait::kPark) return RunResult::kParked;
          }
          while (!Script::Point(on)) {
          }
          return RunResult::kYield;
        }));
        worker.scheduler().Spawn(*children.back(), &worker);
      }
      while (!Script::Point(worker)) {
      }
      return RunResult::kYield;
    });
    Nanos stopped_at = 0;
    std::thread stopper([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      stopped_at = platform::MonotonicNanos();
      program.scheduler().Stop();
    });
    EXPECT_EQ(program.scheduler().Run(main), RunEnd::kStopped);
    const Nanos returned_at = platform::MonotonicNanos();
    stopper.join();
    EXPECT_LT(returned_at - stopped_at, 100 * kMillisecond);
    children.clear();
  }
  program.Add(YieldTimes(10));
  EXPECT_EQ(program.Run(), RunEnd::kExited);
}

TEST_P(EveryScheduler, AHostCallThatNeverReturnsDoesNotHoldUpStop) {
  Program program(GetParam());
  auto release = std::make_shared<std::atomic<bool>>(false);
  program.Add([release](Script& self, Worker& worker) {
    const Wait answer = worker.scheduler().RunBlocking(self, [release] {
      while (!*release) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    });
    return answer == Wait::kPark ? RunResult::kParked : RunResult::kFinished;
  });
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    program.scheduler().Stop();
  });
  EXPECT_EQ(program.Run(), RunEnd::kStopped);
  stopper.join();
  EXPECT_EQ(program.deadlocks, 0);
  *release = true;
}

TEST_P(EveryScheduler, TheWorldStopsForOneAtATime) {
  Program program(GetParam());
  std::atomic<int> inside{0};
  std::atomic<int> overlaps{0};
  int64_t plain = 0;  // Written only while the world is stopped.
  for (int i = 0; i < 6; ++i) {
    program.Add([&](Script& self, Worker& worker) {
      for (; self.count < 20'000; ++self.count) {
        if (self.count % 1000 == 999) {
          worker.scheduler().StopTheWorld(&worker);
          if (inside.load() != 0) ++overlaps;
          ++plain;
          worker.scheduler().ResumeTheWorld();
        }
        ++inside;  // No safepoint between these two.
        --inside;
        if (Script::Point(worker)) {
          ++self.count;
          return RunResult::kYield;
        }
      }
      return RunResult::kFinished;
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(plain, 6 * 20);
  EXPECT_EQ(overlaps, 0);
}

TEST_P(EveryScheduler, TheWorldStopsFromOutside) {
  Program program(GetParam());
  std::atomic<int> inside{0};
  std::atomic<bool> finish{false};
  for (int i = 0; i < 4; ++i) {
    program.Add([&](Script&, Worker& worker) {
      while (!finish.load(std::memory_order_relaxed)) {
        ++inside;
        --inside;
        if (Script::Point(worker)) return RunResult::kYield;
      }
      return RunResult::kFinished;
    });
  }
  std::thread outside([&] {
    for (int i = 0; i < 100; ++i) {
      program.scheduler().StopTheWorld(nullptr);
      EXPECT_EQ(inside.load(), 0);
      program.scheduler().ResumeTheWorld();
      std::this_thread::yield();
    }
    finish = true;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  outside.join();
}

TEST_P(EveryScheduler, SpawnAndFinishManyInARow) {
  Program program(GetParam());
  struct Child {
    std::atomic<bool> done{false};
    std::unique_ptr<Script> script;
  };
  program.Add([child = std::make_shared<std::unique_ptr<Child>>()](Script& self, Worker& worker) {
    for (; self.count < 2000; ++self.count) {
      if (self.pc == 0) {
        *child = std::make_unique<Child>();
        Child* const raw = child->get();
        raw->script =
            std::make_unique<Script>([](Script&, Worker&) { return RunResult::kFinished; });
        raw->script->on_finish = [raw, &self](Script& finished) {
          raw->done = true;
          finished.scheduler().Unpark(self, &finished.worker());
        };
        worker.scheduler().Spawn(*raw->script, &worker);
        self.pc = 1;
      }
      if (!(*child)->done) return RunResult::kParked;
      // The scheduler may still be about to retire it.
      if (!(*child)->script->finished()) return RunResult::kYield;
      self.pc = 0;
    }
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
}

TEST(VirtualClock, JumpsInsteadOfWaiting) {
  for (const char* name :
       {"parallel:2/virtual", "gil/virtual", "rr:10/virtual", "random:1/virtual"}) {
    Program program(name);
    Nanos slept = 0;
    program.Add([&slept](Script& self, Worker& worker) {
      if (worker.scheduler().Sleep(self, Timeout::After(3 * kSecond)) == Wait::kPark) {
        return RunResult::kParked;
      }
      slept = worker.scheduler().Now(&worker);
      return RunResult::kFinished;
    });
    const Nanos begin = platform::MonotonicNanos();
    EXPECT_EQ(program.Run(), RunEnd::kExited);
    EXPECT_LT(platform::MonotonicNanos() - begin, kSecond) << name;
    EXPECT_GE(slept, 3 * kSecond) << name;
    EXPECT_LT(slept, 3 * kSecond + 100 * kMillisecond) << name;
  }
}

TEST(VirtualClock, ALoopThatPollsTheTimeEnds) {
  Program program("rr:10/virtual");
  program.Add([](Script&, Worker& worker) {
    while (worker.scheduler().Now(&worker) < 5 * kMillisecond) {
      if (Script::Point(worker)) return RunResult::kYield;
    }
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
}

// The order in which fibers take their steps.
std::vector<uint32_t> StepsOf(const std::string& scheduler) {
  Program program(scheduler);
  std::vector<uint32_t> steps;
  for (int i = 0; i < 5; ++i) {
    program.Add([&steps](Script& self, Worker& worker) {
      for (; self.count < 40; ++self.count) {
        if (self.count % 10 == 5 && self.pc != self.count) {
          if (worker.scheduler().Sleep(self, Timeout::After(100'000)) == Wait::kPark) {
            return RunResult::kParked;
          }
          self.pc = self.count;
        }
        steps.push_back(static_cast<uint32_t>(self.id()));
        if (Script::Point(worker)) {
          ++self.count;
          return RunResult::kYield;
        }
      }
      return RunResult::kFinished;
    });
  }
  program.Run();
  steps.push_back(static_cast<uint32_t>(program.scheduler().Now(nullptr)));
  return steps;
}

TEST(ControlledRun, IsAFunctionOfItsSeed) {
  EXPECT_EQ(StepsOf("random:1/virtual"), StepsOf("random:1/virtual"));
  EXPECT_EQ(StepsOf("rr:3/virtual"), StepsOf("rr:3/virtual"));
  EXPECT_NE(StepsOf("random:1/virtual"), StepsOf("random:2/virtual"));
}

TEST(ControlledRun, RoundRobinTakesTurns) {
  Program program("rr:2/virtual");
  std::vector<uint32_t> steps;
  for (int i = 0; i < 3; ++i) {
    program.Add([&steps](Script& self, Worker& worker) {
      for (; self.count < 4; ++self.count) {
        steps.push_back(static_cast<uint32_t>(self.id()));
        if (Script::Point(worker)) {
          ++self.count;
          return RunResult::kYield;
        }
      }
      return RunResult::kFinished;
    });
  }
  program.Run();
  EXPECT_EQ(steps, (std::vector<uint32_t>{2, 2, 3, 3, 4, 4, 2, 2, 3, 3, 4, 4}));
}

TEST(Fiber, IsSmall) { EXPECT_LE(sizeof(Fiber), 300u); }

}  // namespace
}  // namespace heddle::testing
