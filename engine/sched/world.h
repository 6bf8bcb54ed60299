#pragma once

#include "base/mutex.h"

namespace heddle::sched {

// Who is attached (may touch the heap), and stopping all of them.
//
// Invariant: while somebody holds the stop, nobody but him is attached and running.
class World {
 public:
  // Waits while the world is stopped.
  void Attach() EXCLUDES(mu_);
  void Detach() EXCLUDES(mu_);

  // Called by an attached thread that saw kCollect: stands still until the world
  // goes on. Returns at once when nobody wants to stop it.
  void Pause() EXCLUDES(mu_);

  // Waits until everybody else is detached or pausing; `interrupt_all` is called once
  // this caller holds the request. Returns whether somebody else stopped the world
  // while this caller waited for his turn (he may have done the work already).
  template <typename F>
  bool Stop(bool attached, F interrupt_all) EXCLUDES(mu_) {
    base::MutexLock lock(mu_);
    const bool waited = BeginStop(attached);
    interrupt_all();
    AwaitOthers(attached);
    return waited;
  }
  // `calm_all` clears what `interrupt_all` set, before anybody runs again.
  template <typename F>
  void Resume(F calm_all) EXCLUDES(mu_) {
    base::MutexLock lock(mu_);
    calm_all();
    EndStop();
  }

 private:
  bool BeginStop(bool attached) REQUIRES(mu_);
  void AwaitOthers(bool attached) REQUIRES(mu_);
  void EndStop() REQUIRES(mu_);

  base::Mutex mu_{base::Rank::kWorld};
  base::CondVar changed_;
  int attached_ GUARDED_BY(mu_) = 0;
  bool stopping_ GUARDED_BY(mu_) = false;
};

}  // namespace heddle::sched
