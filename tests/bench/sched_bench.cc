// What the scheduler and its primitives cost, without an interpreter on top.
#include <benchmark/benchmark.h>

#include <memory>

#include "sync/condition.h"
#include "sync/event.h"
#include "sync/lock.h"
#include "tests/unit/sched/toy_program.h"

namespace heddle::testing {
namespace {

const char* NameOf(int64_t kind) {
  static constexpr const char* kNames[] = {"gil", "parallel:2", "rr:100/virtual"};
  return kNames[kind];
}

void UncontendedLock(benchmark::State& state) {
  Program program(NameOf(state.range(0)));
  sync::Lock lock(program.scheduler());
  program.Add([&](Script& self, Worker&) {
    for (auto _ : state) {
      benchmark::DoNotOptimize(lock.Acquire(self, Timeout::Never()));
      benchmark::DoNotOptimize(lock.Release(self));
    }
    return RunResult::kFinished;
  });
  program.Run();
}
BENCHMARK(UncontendedLock)->Arg(0);

// Two fibers that yield to each other.
void FiberSwitch(benchmark::State& state) {
  Program program(NameOf(state.range(0)));
  bool done = false;
  program.Add([&](Script&, Worker&) {
    done = !state.KeepRunning();
    return done ? RunResult::kFinished : RunResult::kYield;
  });
  program.Add([&](Script&, Worker&) { return done ? RunResult::kFinished : RunResult::kYield; });
  program.Run();
}
BENCHMARK(FiberSwitch)->Arg(0)->Arg(2);

// Two fibers that wait for each other under one condition; an iteration is a round trip.
void ConditionPingPong(benchmark::State& state) {
  Program program(NameOf(state.range(0)));
  sync::Lock lock(program.scheduler());
  sync::Condition condition(lock);
  int turn = 0;
  bool done = false;
  for (int me = 0; me < 2; ++me) {
    program.Add([&, me](Script& self, Worker&) {
      for (;;) {
        if (self.pc == 0) {
          if (lock.Acquire(self, Timeout::Never()) == Wait::kPark) return RunResult::kParked;
          self.pc = 1;
        }
        while (self.pc == 2 || (turn != me && !done)) {
          self.pc = 2;
          if (condition.Wait(self, Timeout::Never()) == Wait::kPark) return RunResult::kParked;
          self.pc = 1;
        }
        if (me == 0 && !done) done = !state.KeepRunning();
        turn = 1 - me;
        condition.Notify(self, 1);
        if (!lock.Release(self)) state.SkipWithError("lost the lock");
        self.pc = 0;
        if (done) return RunResult::kFinished;
      }
    });
  }
  program.Run();
}
BENCHMARK(ConditionPingPong)->Arg(0)->Arg(1)->Arg(2)->UseRealTime();

void SpawnAndJoin(benchmark::State& state) {
  Program program(NameOf(state.range(0)));
  struct Child {
    sync::Event done{sched::WaitReason::kJoin};
    std::unique_ptr<Script> script;
  };
  std::unique_ptr<Child> child;
  program.Add([&](Script& self, Worker& worker) {
    for (;;) {
      if (self.pc == 0) {
        if (!state.KeepRunning()) return RunResult::kFinished;
        child = std::make_unique<Child>();
        Child* const raw = child.get();
        raw->script = std::make_unique<Script>([raw](Script& it, Worker&) {
          raw->done.Set(&it);
          return RunResult::kFinished;
        });
        worker.scheduler().Spawn(*raw->script, &worker);
        self.pc = 1;
      }
      if (child->done.Wait(self, Timeout::Never()) == Wait::kPark) return RunResult::kParked;
      if (!child->script->finished()) return RunResult::kYield;
      self.pc = 0;
    }
  });
  program.Run();
}
BENCHMARK(SpawnAndJoin)->Arg(0)->Arg(1)->Arg(2)->UseRealTime();

}  // namespace
}  // namespace heddle::testing

BENCHMARK_MAIN();
