#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <memory>

#include "sync/barrier.h"
#include "sync/condition.h"
#include "sync/event.h"
#include "sync/lock.h"
#include "sync/semaphore.h"
#include "tests/unit/sched/toy_program.h"

namespace heddle::testing {
namespace {

using sched::Cancelled;
using sync::Barrier;

// One blocking operation in a script: parks, or goes on.
#define AWAIT(answer, operation) \
  const Wait answer = operation; \
  if (answer == Wait::kPark) return RunResult::kParked

class SyncOnEveryScheduler : public ::testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Schedulers, SyncOnEveryScheduler,
                         ::testing::Values("parallel:1", "parallel:2", "parallel:4", "gil", "rr:1",
                                           "rr:7", "random:1", "random:2", "parallel:4/virtual",
                                           "rr:3/virtual", "random:3/virtual"));

TEST_P(SyncOnEveryScheduler, ALockedCounterReachesItsTotal) {
  Program program(GetParam());
  sync::Lock lock(program.scheduler());
  int counter = 0;
  for (int i = 0; i < 8; ++i) {
    program.Add([&](Script& self, Worker& worker) {
      for (;;) {
        if (self.pc == 0) {
          AWAIT(acquired, lock.Acquire(self, Timeout::Never()));
          EXPECT_EQ(acquired, Wait::kDone);
          EXPECT_EQ(lock.owner(), self.id());
          EXPECT_EQ(self.wait.object, nullptr);  // However it got the lock.
          self.pc = 1;
        }
        if (self.pc == 1) {  // Gives way while it holds the lock.
          self.pc = 2;
          if (Script::Point(worker)) return RunResult::kYield;
        }
        ++counter;
        EXPECT_TRUE(lock.Release(self));
        self.pc = 0;
        if (++self.count == 2000) return RunResult::kFinished;
        if (Script::Point(worker)) return RunResult::kYield;
      }
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(counter, 16'000);
  EXPECT_FALSE(lock.locked());
  EXPECT_EQ(program.deadlocks, 0);
}

TEST_P(SyncOnEveryScheduler, TimedAcquiresAndReleasesNeverLoseAWakeUp) {
  Program program(GetParam());
  sync::Lock lock(program.scheduler());
  int counter = 0;
  std::atomic<int> timeouts{0};
  for (int i = 0; i < 8; ++i) {
    program.Add([&, i](Script& self, Worker& worker) {
      for (;;) {
        if (self.pc == 0) {
          const Timeout timeout = i % 2 == 0 ? Timeout::Never() : Timeout::After(1000);
          AWAIT(acquired, lock.Acquire(self, timeout));
          if (acquired == Wait::kTimedOut) {
            ++timeouts;
            if (Script::Point(worker)) return RunResult::kYield;
            continue;
          }
          self.pc = 1;
        }
        if (self.pc == 1) {  // Gives way while it holds the lock.
          self.pc = 2;
          if (Script::Point(worker)) return RunResult::kYield;
        }
        ++counter;
        EXPECT_TRUE(lock.Release(self));
        self.pc = 0;
        if (++self.count == 500) return RunResult::kFinished;
      }
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(counter, 4000);
}

TEST_P(SyncOnEveryScheduler, AWaiterDoesNotStarve) {
  Program program(GetParam());
  sync::Lock lock(program.scheduler());
  std::atomic<bool> served{false};
  std::atomic<bool> holding{false};
  program.Add([&](Script& self, Worker& worker) {
    while (!served) {
      if (self.pc == 0) {
        AWAIT(acquired, lock.Acquire(self, Timeout::Never()));
        EXPECT_EQ(acquired, Wait::kDone);
        self.pc = 1;
        holding = true;
      }
      if (self.pc == 1) {
        self.pc = 2;
        if (Script::Point(worker)) return RunResult::kYield;
      }
      if (self.pc == 2) {
        EXPECT_TRUE(lock.Release(self));
      }
      self.pc = 0;  // And takes it again at once.
    }
    return RunResult::kFinished;
  });
  program.Add([&](Script& self, Worker&) {
    if (self.pc == 0 && !holding) return RunResult::kYield;
    self.pc = 1;
    AWAIT(acquired, lock.Acquire(self, Timeout::Never()));
    EXPECT_EQ(acquired, Wait::kDone);
    served = true;
    EXPECT_TRUE(lock.Release(self));
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_TRUE(served);
}

TEST_P(SyncOnEveryScheduler, LocksAnswerMisuse) {
  Program program(GetParam());
  sync::Lock lock(program.scheduler());
  sync::RLock rlock(program.scheduler());
  program.Add([&](Script& self, Worker&) {
    EXPECT_FALSE(lock.Release(self));
    EXPECT_FALSE(rlock.Release(self));
    EXPECT_EQ(lock.Acquire(self, Timeout::Poll()), Wait::kDone);
    EXPECT_EQ(lock.Acquire(self, Timeout::Poll()), Wait::kTimedOut);
    EXPECT_TRUE(lock.Release(self));
    EXPECT_EQ(rlock.Acquire(self, Timeout::Never()), Wait::kDone);
    EXPECT_EQ(rlock.Acquire(self, Timeout::Never()), Wait::kDone);
    EXPECT_EQ(rlock.DepthFor(self), 2u);
    EXPECT_EQ(rlock.Describe().owner, self.id());
    EXPECT_TRUE(rlock.Release(self));
    EXPECT_TRUE(rlock.locked());
    EXPECT_TRUE(rlock.Release(self));
    EXPECT_FALSE(rlock.locked());
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
}

TEST_P(SyncOnEveryScheduler, AnAcquireTimesOut) {
  Program program(GetParam());
  sync::Lock lock(program.scheduler());
  std::atomic<int> timeouts{0};
  program.Add([&](Script& self, Worker& worker) {
    if (self.pc == 0) {
      EXPECT_EQ(lock.Acquire(self, Timeout::Never()), Wait::kDone);
    }
    self.pc = 1;
    return worker.scheduler().Sleep(self, Timeout::After(60 * kMillisecond)) == Wait::kPark
               ? RunResult::kParked
               : RunResult::kFinished;
  });
  program.Add([&](Script& self, Worker& worker) {
    if (self.pc == 0 && !lock.locked()) return RunResult::kYield;
    if (self.pc == 0) self.count = static_cast<int>(worker.scheduler().Now(&worker) / 1000);
    self.pc = 1;
    AWAIT(acquired, lock.Acquire(self, Timeout::After(5 * kMillisecond)));
    EXPECT_EQ(acquired, Wait::kTimedOut);
    EXPECT_GE(worker.scheduler().Now(&worker) / 1000 - self.count, 5000 - 1);
    EXPECT_TRUE(lock.Describe().waiters.empty());
    ++timeouts;
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(timeouts, 1);
}

// A bounded buffer with two conditions over one RLock or Lock.
template <typename AnyLock>
void RunBoundedBuffer(const char* scheduler, Timeout timeout) {
  Program program(scheduler);
  AnyLock lock(program.scheduler());
  sync::Condition not_empty(lock);
  sync::Condition not_full(lock);
  std::deque<int> buffer;
  int64_t sum = 0;
  constexpr int kEach = 300;
  for (int i = 0; i < 4; ++i) {
    program.Add([&](Script& self, Worker& worker) {  // Producer.
      for (;;) {
        if (self.pc == 0) {
          AWAIT(acquired, lock.Acquire(self, Timeout::Never()));
          EXPECT_EQ(acquired, Wait::kDone);
          self.pc = 1;
        }
        // In a Wait() the lock may be somebody else's: `pc` says that we are in one.
        while (self.pc == 2 || buffer.size() >= 3) {
          self.pc = 2;
          EXPECT_TRUE(not_full.MayWait(self));
          AWAIT(notified, not_full.Wait(self, timeout));
          (void)notified;
          self.pc = 1;
        }
        buffer.push_back(++self.count);
        not_empty.Notify(self, 1);
        EXPECT_TRUE(lock.Release(self));
        self.pc = 0;
        if (self.count == kEach) return RunResult::kFinished;
        if (Script::Point(worker)) return RunResult::kYield;
      }
    });
    program.Add([&](Script& self, Worker& worker) {  // Consumer.
      for (;;) {
        if (self.pc == 0) {
          AWAIT(acquired, lock.Acquire(self, Timeout::Never()));
          EXPECT_EQ(acquired, Wait::kDone);
          self.pc = 1;
        }
        while (self.pc == 2 || buffer.empty()) {
          self.pc = 2;
          AWAIT(notified, not_empty.Wait(self, timeout));
          (void)notified;
          self.pc = 1;
        }
        sum += buffer.front();
        buffer.pop_front();
        not_full.Notify(self, 1);
        EXPECT_TRUE(lock.Release(self));
        self.pc = 0;
        if (++self.count == kEach) return RunResult::kFinished;
        if (Script::Point(worker)) return RunResult::kYield;
      }
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(sum, 4 * kEach * (kEach + 1) / 2);
  EXPECT_TRUE(buffer.empty());
  EXPECT_EQ(program.deadlocks, 0);
}

TEST_P(SyncOnEveryScheduler, ABoundedBufferLosesNothing) {
  RunBoundedBuffer<sync::Lock>(GetParam(), Timeout::Never());
  RunBoundedBuffer<sync::RLock>(GetParam(), Timeout::Never());
}

TEST_P(SyncOnEveryScheduler, ABoundedBufferWithTimeoutsLosesNothing) {
  RunBoundedBuffer<sync::Lock>(GetParam(), Timeout::After(2000));
  RunBoundedBuffer<sync::RLock>(GetParam(), Timeout::After(2000));
}

TEST_P(SyncOnEveryScheduler, AConditionGivesBackEveryLevelOfAnRLock) {
  Program program(GetParam());
  sync::RLock lock(program.scheduler());
  sync::Condition condition(lock);
  program.Add([&](Script& self, Worker&) {
    if (self.pc == 0) {
      EXPECT_FALSE(condition.MayWait(self));
      for (int i = 0; i < 3; ++i) EXPECT_EQ(lock.Acquire(self, Timeout::Never()), Wait::kDone);
      self.pc = 1;
    }
    AWAIT(notified, condition.Wait(self, Timeout::After(kMillisecond)));
    EXPECT_EQ(notified, Wait::kTimedOut);
    EXPECT_EQ(lock.DepthFor(self), 3u);
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
}

TEST_P(SyncOnEveryScheduler, ASemaphoreAdmitsItsNumber) {
  Program program(GetParam());
  sync::Semaphore semaphore(3, 3);
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  for (int i = 0; i < 10; ++i) {
    program.Add([&](Script& self, Worker& worker) {
      for (;;) {
        if (self.pc == 0) {
          AWAIT(acquired, semaphore.Acquire(self, Timeout::Never()));
          EXPECT_EQ(acquired, Wait::kDone);
          const int now = ++inside;
          if (now > most) most = now;
          self.pc = 1;
        }
        if (self.pc == 1) {  // Gives way while it holds the lock.
          self.pc = 2;
          if (Script::Point(worker)) return RunResult::kYield;
        }
        --inside;
        EXPECT_TRUE(semaphore.Release(self, 1));
        self.pc = 0;
        if (++self.count == 500) return RunResult::kFinished;
      }
    });
  }
  Script& misuser = program.Add([&](Script& self, Worker&) {
    if (self.pc++ == 0) return RunResult::kYield;
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_LE(most, 3);
  EXPECT_EQ(semaphore.value(), 3);
  EXPECT_FALSE(semaphore.Release(misuser, 1)) << "more than the bound";
}

TEST_P(SyncOnEveryScheduler, ReleasingManyWakesMany) {
  Program program(GetParam());
  sync::Semaphore semaphore(0);
  std::atomic<int> through{0};
  for (int i = 0; i < 20; ++i) {
    program.Add([&](Script& self, Worker&) {
      AWAIT(acquired, semaphore.Acquire(self, Timeout::Never()));
      EXPECT_EQ(acquired, Wait::kDone);
      ++through;
      return RunResult::kFinished;
    });
  }
  program.Add([&](Script& self, Worker& worker) {
    if (self.pc == 0) {
      EXPECT_TRUE(semaphore.Release(self, 5));
    }
    self.pc = 1;
    if (worker.scheduler().Sleep(self, Timeout::After(2 * kMillisecond)) == Wait::kPark) {
      return RunResult::kParked;
    }
    EXPECT_EQ(through, 5);
    EXPECT_TRUE(semaphore.Release(self, 15));
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(through, 20);
}

TEST_P(SyncOnEveryScheduler, AnEventLetsEveryWaiterThroughThoughItIsClearedAtOnce) {
  Program program(GetParam());
  sync::Event event;
  std::atomic<int> through{0};
  for (int i = 0; i < 20; ++i) {
    program.Add([&](Script& self, Worker&) {
      AWAIT(seen, event.Wait(self, Timeout::Never()));
      EXPECT_EQ(seen, Wait::kDone);
      ++through;
      return RunResult::kFinished;
    });
  }
  program.Add([&](Script& self, Worker&) {
    if (event.Describe().waiters.size() < 20) return RunResult::kYield;
    event.Set(&self);
    event.Clear();
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(through, 20);
  EXPECT_FALSE(event.is_set());
}

TEST_P(SyncOnEveryScheduler, ABarrierSeparatesRounds) {
  Program program(GetParam());
  constexpr uint32_t kParties = 5;
  constexpr int kRounds = 50;
  Barrier barrier(kParties, true);
  std::atomic<int> arrivals{0};
  std::atomic<int> index_sum{0};
  int actions = 0;
  for (uint32_t i = 0; i < kParties; ++i) {
    program.Add([&](Script& self, Worker& worker) {
      for (;;) {
        if (self.pc == 0) {
          ++arrivals;
          self.pc = 1;
        }
        Barrier::Arrival arrival = barrier.Arrive(self, Timeout::After(100 * kSecond));
        if (arrival.outcome == Barrier::Outcome::kPark) return RunResult::kParked;
        if (arrival.outcome == Barrier::Outcome::kRunAction) {
          EXPECT_EQ(++actions, self.count + 1);
          EXPECT_EQ(arrivals, static_cast<int>(kParties) * (self.count + 1));
          arrival = barrier.FinishAction(self, true);
        }
        EXPECT_EQ(arrival.outcome, Barrier::Outcome::kPassed);
        index_sum += static_cast<int>(arrival.index);
        self.pc = 0;
        if (++self.count == kRounds) return RunResult::kFinished;
        if (Script::Point(worker)) return RunResult::kYield;
      }
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(actions, kRounds);
  EXPECT_EQ(index_sum, kRounds * (0 + 1 + 2 + 3 + 4));
}

TEST_P(SyncOnEveryScheduler, ABarrierBreaksForAllWhenOneTimesOut) {
  Program program(GetParam());
  Barrier barrier(4, false);
  std::atomic<int> broken{0};
  for (int i = 0; i < 3; ++i) {
    program.Add([&, i](Script& self, Worker&) {
      const Timeout timeout = i == 0 ? Timeout::After(5 * kMillisecond) : Timeout::Never();
      const Barrier::Arrival arrival = barrier.Arrive(self, timeout);
      if (arrival.outcome == Barrier::Outcome::kPark) return RunResult::kParked;
      EXPECT_EQ(arrival.outcome, Barrier::Outcome::kBroken);
      ++broken;
      return RunResult::kFinished;
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(broken, 3);
  EXPECT_TRUE(barrier.broken());
}

TEST_P(SyncOnEveryScheduler, ResetBreaksTheWaitersAndBeginsAnew) {
  Program program(GetParam());
  Barrier barrier(2, false);
  std::atomic<int> broken{0};
  std::atomic<int> passed{0};
  program.Add([&](Script& self, Worker&) {
    for (;;) {
      const Barrier::Arrival arrival = barrier.Arrive(self, Timeout::Never());
      if (arrival.outcome == Barrier::Outcome::kPark) return RunResult::kParked;
      if (arrival.outcome == Barrier::Outcome::kPassed) break;
      ++broken;
    }
    ++passed;
    return RunResult::kFinished;
  });
  program.Add([&](Script& self, Worker&) {
    if (self.pc == 0) {
      if (barrier.waiting() == 0) return RunResult::kYield;
      barrier.Reset(self);
      EXPECT_FALSE(barrier.broken());
      self.pc = 1;
    }
    const Barrier::Arrival arrival = barrier.Arrive(self, Timeout::Never());
    if (arrival.outcome == Barrier::Outcome::kPark) return RunResult::kParked;
    EXPECT_EQ(arrival.outcome, Barrier::Outcome::kPassed);
    ++passed;
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(broken, 1);
  EXPECT_EQ(passed, 2);
}

TEST_P(SyncOnEveryScheduler, ACancelledWaitPassesItsWakeUpOn) {
  Program program(GetParam());
  sync::Semaphore semaphore(0);
  std::atomic<bool> cancel{false};
  std::atomic<int> through{0};
  Script& victim = program.Add([&](Script& self, Worker& worker) {
    if (self.pc == 1 && cancel) {
      EXPECT_EQ(worker.scheduler().CancelWait(self), Cancelled::kNow);
      EXPECT_EQ(self.wait.object, nullptr);
      return RunResult::kFinished;
    }
    self.pc = 1;
    AWAIT(acquired, semaphore.Acquire(self, Timeout::Never()));
    EXPECT_EQ(acquired, Wait::kDone);
    ADD_FAILURE() << "the permit is for the other";
    return RunResult::kFinished;
  });
  program.Add([&](Script& self, Worker&) {
    if (self.pc == 0 && semaphore.Describe().waiters.empty()) return RunResult::kYield;
    self.pc = 1;
    AWAIT(acquired, semaphore.Acquire(self, Timeout::Never()));
    EXPECT_EQ(acquired, Wait::kDone);
    ++through;
    return RunResult::kFinished;
  });
  program.Add([&](Script& self, Worker& worker) {
    if (semaphore.Describe().waiters.size() < 2) return RunResult::kYield;
    cancel = true;
    worker.scheduler().Unpark(victim, &worker);
    EXPECT_TRUE(semaphore.Release(self, 1));
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(through, 1);
  EXPECT_EQ(program.deadlocks, 0);
}

class Counter final : public sched::SchedObserver {
 public:
  void OnSync(Fiber&, sched::SyncOp op, const sched::Waitable&) override {
    ++(op == sched::SyncOp::kAcquire ? acquires : releases);
  }
  void OnFinish(Fiber&, Worker&) override { ++finished; }
  std::atomic<int> acquires{0}, releases{0}, finished{0};
};

TEST_P(SyncOnEveryScheduler, AnObserverSeesUncontendedOperationsToo) {
  Counter counter;
  SchedulerOptions options = OptionsFor(GetParam());
  options.observer = &counter;
  Program program(std::move(options));
  sync::Lock lock(program.scheduler());
  program.Add([&](Script& self, Worker&) {
    for (int i = 0; i < 10; ++i) {
      EXPECT_EQ(lock.Acquire(self, Timeout::Never()), Wait::kDone);
      EXPECT_TRUE(lock.Release(self));
    }
    return RunResult::kFinished;
  });
  EXPECT_EQ(program.Run(), RunEnd::kExited);
  EXPECT_EQ(counter.acquires, 10);
  EXPECT_EQ(counter.releases, 10);
  EXPECT_EQ(counter.finished, 2);
}

TEST(ManyFibers, AHundredThousandMayWait) {
  Program program("parallel:2");
  sync::Event event;
  constexpr int kFibers = 100'000;
  std::atomic<int> arrived{0};
  for (int i = 0; i < kFibers; ++i) {
    program.Add([&](Script& self, Worker&) {
      if (self.pc == 0 && ++arrived == kFibers) event.Set(&self);
      self.pc = 1;
      AWAIT(seen, event.Wait(self, Timeout::Never()));
      EXPECT_EQ(seen, Wait::kDone);
      return RunResult::kFinished;
    });
  }
  EXPECT_EQ(program.Run(), RunEnd::kExited);
}

}  // namespace
}  // namespace heddle::testing
