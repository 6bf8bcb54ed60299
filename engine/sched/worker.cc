#include "sched/worker.h"

#include "sched/scheduler.h"

namespace heddle::sched {

bool Worker::Safepoint() {
  const uint32_t bits = interrupt_bits();
  if ((bits & kCollect) != 0) scheduler_.world_.Pause();
  if ((bits & (kSwitch | kWarmUp)) != 0) OnSafepoint(bits);
  return (bits & (kSlice | kStop)) != 0;
}

void Worker::Detach() { scheduler_.world_.Detach(); }
void Worker::Attach() { scheduler_.world_.Attach(); }

}  // namespace heddle::sched
