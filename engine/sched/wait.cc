#include "sched/wait.h"

namespace heddle::sched {

const char* WaitReasonName(WaitReason reason) {
  static constexpr const char* kNames[] = {
      "none",  "lock", "rlock", "condition", "semaphore", "event", "barrier",
      "queue", "join", "sleep", "host call", "io",        "other"};
  return kNames[static_cast<size_t>(reason)];
}

}  // namespace heddle::sched
