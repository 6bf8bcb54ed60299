#include "sched/world.h"

namespace heddle::sched {

void World::Attach() {
  base::MutexLock lock(mu_);
  while (stopping_) changed_.Wait(mu_);
  ++attached_;
}

void World::Detach() {
  base::MutexLock lock(mu_);
  --attached_;
  if (stopping_) changed_.NotifyAll();
}

void World::Pause() {
  base::MutexLock lock(mu_);
  if (!stopping_) return;
  --attached_;
  changed_.NotifyAll();
  while (stopping_) changed_.Wait(mu_);
  ++attached_;
}

bool World::BeginStop(bool attached) {
  const bool waited = stopping_;
  if (waited) {
    if (attached) --attached_;
    changed_.NotifyAll();
    while (stopping_) changed_.Wait(mu_);
    if (attached) ++attached_;
  }
  stopping_ = true;
  return waited;
}

void World::AwaitOthers(bool attached) {
  const int own = attached ? 1 : 0;
  while (attached_ > own) changed_.Wait(mu_);
}

void World::EndStop() {
  stopping_ = false;
  changed_.NotifyAll();
}

}  // namespace heddle::sched
