#include <sys/syscall.h>
#include <unistd.h>

#include "platform/thread.h"

namespace heddle::platform {

uint64_t NativeThreadId() {
#if defined(__linux__)
  return static_cast<uint64_t>(syscall(SYS_gettid));
#else
  return static_cast<uint64_t>(getpid());
#endif
}

}  // namespace heddle::platform
