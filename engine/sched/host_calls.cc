#include "sched/host_calls.h"

#include <algorithm>
#include <list>
#include <utility>

#include "base/mutex.h"
#include "platform/thread.h"

namespace heddle::sched {

struct HostCalls::State {
  struct Job {
    Fiber* fiber;  // Null once forgotten.
    std::function<void()> call;
    bool started = false;
  };
  using Jobs = std::list<Job>;

  Jobs::iterator FindJob(const Fiber& fiber) REQUIRES(mu) {
    return std::find_if(jobs.begin(), jobs.end(),
                        [&](const Job& job) { return job.fiber == &fiber; });
  }
  Jobs::iterator FindUnstarted() REQUIRES(mu) {
    return std::find_if(jobs.begin(), jobs.end(), [](const Job& job) { return !job.started; });
  }

  base::Mutex mu{base::Rank::kHostCalls};
  base::CondVar work;
  Jobs jobs GUARDED_BY(mu);  // Queued and under way, oldest first.
  uint32_t threads GUARDED_BY(mu) = 0;
  uint32_t idle GUARDED_BY(mu) = 0;
  uint32_t queued GUARDED_BY(mu) = 0;
  bool closed GUARDED_BY(mu) = false;
  uint32_t max_threads = 0;
  std::function<void(Fiber&)> done;
};

HostCalls::HostCalls(uint32_t max_threads, std::function<void(Fiber&)> done)
    : state_(std::make_shared<State>()) {
  state_->max_threads = max_threads;
  state_->done = std::move(done);
}

HostCalls::~HostCalls() {
  ForgetAll();
  base::MutexLock lock(state_->mu);
  state_->closed = true;
  state_->work.NotifyAll();
}

bool HostCalls::Submit(Fiber& fiber, std::function<void()> call) {
  State& state = *state_;
  base::MutexLock lock(state.mu);
  if (state.idle <= state.queued && state.threads < state.max_threads &&
      platform::Thread::StartDetached("heddle-host", [shared = state_] { Serve(shared); })) {
    ++state.threads;
    ++state.idle;
  }
  if (state.threads == 0) return false;
  state.jobs.push_back({&fiber, std::move(call)});
  ++state.queued;
  state.work.NotifyOne();
  return true;
}

bool HostCalls::Pending(const Fiber& fiber) const {
  base::MutexLock lock(state_->mu);
  return state_->FindJob(fiber) != state_->jobs.end();
}

bool HostCalls::Forget(const Fiber& fiber) {
  State& state = *state_;
  base::MutexLock lock(state.mu);
  const auto job = state.FindJob(fiber);
  if (job == state.jobs.end()) return false;
  job->fiber = nullptr;
  if (!job->started) {
    --state.queued;
    state.jobs.erase(job);
  }
  return true;
}

void HostCalls::ForgetAll() {
  State& state = *state_;
  base::MutexLock lock(state.mu);
  state.jobs.remove_if([](const State::Job& job) { return !job.started; });
  state.queued = 0;
  for (State::Job& job : state.jobs) job.fiber = nullptr;
}

void HostCalls::Serve(const std::shared_ptr<State>& shared) {
  State& state = *shared;
  state.mu.Lock();
  for (;;) {
    const auto job = state.FindUnstarted();
    if (job == state.jobs.end()) {
      if (state.closed) break;
      state.work.Wait(state.mu);
      continue;
    }
    job->started = true;
    --state.queued;
    --state.idle;
    state.mu.Unlock();
    job->call();
    job->call = nullptr;
    state.mu.Lock();
    ++state.idle;
    Fiber* const fiber = job->fiber;
    state.jobs.erase(job);
    if (fiber != nullptr) state.done(*fiber);
  }
  state.mu.Unlock();
}

}  // namespace heddle::sched
