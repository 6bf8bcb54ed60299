#include <pthread.h>

#include "platform/thread.h"

namespace heddle::platform {

uint64_t NativeThreadId() { return reinterpret_cast<uintptr_t>(pthread_self()); }

}  // namespace heddle::platform
