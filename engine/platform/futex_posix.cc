#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "platform/futex.h"

namespace heddle::platform {

void FutexWait(std::atomic<uint32_t>& word, uint32_t expected, Nanos timeout) {
  timespec time;
  time.tv_sec = static_cast<time_t>(timeout / 1'000'000'000);
  time.tv_nsec = static_cast<long>(timeout % 1'000'000'000);
  syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, expected, timeout < 0 ? nullptr : &time, nullptr,
          0);
}

void FutexWakeOne(std::atomic<uint32_t>& word) {
  syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

}  // namespace heddle::platform
