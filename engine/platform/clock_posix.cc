#include <sched.h>
#include <time.h>
#include <unistd.h>

#include "platform/clock.h"

namespace heddle::platform {
namespace {

Nanos Read(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return static_cast<Nanos>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

Nanos MonotonicNanos() { return Read(CLOCK_MONOTONIC); }
Nanos WallNanos() { return Read(CLOCK_REALTIME); }
Nanos ThreadCpuNanos() { return Read(CLOCK_THREAD_CPUTIME_ID); }
Nanos ProcessCpuNanos() { return Read(CLOCK_PROCESS_CPUTIME_ID); }

uint32_t ProcessorCount() {
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof(set), &set) == 0) {
    const int count = CPU_COUNT(&set);
    if (count > 0) return static_cast<uint32_t>(count);
  }
#endif
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? static_cast<uint32_t>(count) : 1;
}

}  // namespace heddle::platform
