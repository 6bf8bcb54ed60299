#include <emscripten.h>
#include <emscripten/threading.h>

#include "platform/clock.h"

namespace heddle::platform {

// emscripten_get_now() counts milliseconds from one origin for all workers.
Nanos MonotonicNanos() { return static_cast<Nanos>(emscripten_get_now() * 1e6); }
Nanos WallNanos() { return static_cast<Nanos>(emscripten_date_now() * 1e6); }
Nanos ThreadCpuNanos() { return MonotonicNanos(); }
Nanos ProcessCpuNanos() { return MonotonicNanos(); }

uint32_t ProcessorCount() {
  const int count = emscripten_num_logical_cores();
  return count > 0 ? static_cast<uint32_t>(count) : 1;
}

}  // namespace heddle::platform
