#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sched/scheduler.h"

namespace heddle::testing {

using sched::ClockKind;
using sched::Fiber;
using sched::Nanos;
using sched::RunEnd;
using sched::RunResult;
using sched::Scheduler;
using sched::SchedulerKind;
using sched::SchedulerOptions;
using sched::Timeout;
using sched::Wait;
using sched::Worker;

inline constexpr Nanos kMillisecond = 1'000'000;
inline constexpr Nanos kSecond = 1'000 * kMillisecond;

// A scheduler by name: "parallel:4", "gil", "rr:10", "random:7"; a trailing "/virtual"
// chooses the virtual clock.
inline SchedulerOptions OptionsFor(std::string name) {
  SchedulerOptions options;
  if (const size_t slash = name.find('/'); slash != std::string::npos) {
    options.clock = ClockKind::kVirtual;
    name.resize(slash);
  }
  const size_t colon = name.find(':');
  const int number = colon == std::string::npos ? 0 : std::atoi(name.c_str() + colon + 1);
  const std::string kind = name.substr(0, colon);
  if (kind == "parallel") {
    options.workers = static_cast<uint32_t>(number);
  } else if (kind == "gil") {
    options.kind = SchedulerKind::kGil;
  } else {
    options.kind = SchedulerKind::kControlled;
    if (kind == "rr") {
      options.policy = std::make_unique<sched::RoundRobinPolicy>(number);
    } else {
      options.policy = std::make_unique<sched::RandomPolicy>(static_cast<uint64_t>(number));
    }
  }
  return options;
}

// A fiber whose code is a C++ function that is called for each slice and keeps its
// progress in `pc`, `count` and what it captures.
class Script : public Fiber {
 public:
  using Body = std::function<RunResult(Script& self, Worker& worker)>;
  explicit Script(Body body) : body_(std::move(body)) {}

  RunResult Run(Worker& worker) override {
    const RunResult result = body_(*this, worker);
    if (result == RunResult::kFinished && on_finish) on_finish(*this);
    return result;
  }

  // A safepoint and scheduling point; returns whether to yield now.
  static bool Point(Worker& worker) {
    const bool switch_now = worker.interrupted() && worker.Safepoint();
    if (worker.scheduler().kind() != SchedulerKind::kControlled) return switch_now;
    return worker.Tick() || switch_now;
  }

  int pc = 0;
  int count = 0;
  std::function<void(Script&)> on_finish;

 private:
  Body body_;
};

// Several scripts, started together; the run ends when all have finished.
class Program : public sched::SchedulerDelegate {
 public:
  explicit Program(const std::string& scheduler) : Program(OptionsFor(scheduler)) {}
  explicit Program(SchedulerOptions options) {
    options.delegate = this;
    scheduler_ = Scheduler::Create(std::move(options));
  }

  Script& Add(Script::Body body) {
    scripts_.push_back(std::make_unique<Script>(std::move(body)));
    return *scripts_.back();
  }

  RunEnd Run() {
    left_ = static_cast<int>(scripts_.size());
    Script main([this](Script& self, Worker& worker) {
      for (; self.pc < static_cast<int>(scripts_.size()); ++self.pc) {
        scheduler_->Spawn(*scripts_[static_cast<size_t>(self.pc)], &worker);
      }
      if (left_.load() > 0) return RunResult::kParked;
      scheduler_->RequestExit();
      return RunResult::kFinished;
    });
    for (auto& script : scripts_) {
      script->on_finish = [this, &main](Script& self) {
        if (left_.fetch_sub(1) == 1) scheduler_->Unpark(main, &self.worker());
      };
    }
    return scheduler_->Run(main);
  }

  void OnDeadlock(Scheduler& scheduler) override {
    ++deadlocks;
    scheduler.RequestExit();
  }

  Scheduler& scheduler() { return *scheduler_; }
  std::atomic<int> deadlocks{0};

 private:
  std::unique_ptr<Scheduler> scheduler_;
  std::vector<std::unique_ptr<Script>> scripts_;
  std::atomic<int> left_{0};
};

}  // namespace heddle::testing
