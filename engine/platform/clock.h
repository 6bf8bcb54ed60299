#pragma once

#include <cstdint>

namespace heddle::platform {

using Nanos = int64_t;

// Nanoseconds since some fixed point; never goes back.
Nanos MonotonicNanos();

// Nanoseconds since 1970-01-01 00:00 UTC.
Nanos WallNanos();

// CPU time of the calling OS thread, and of the whole program. Where the platform
// does not count it (wasm), the time since the program started.
Nanos ThreadCpuNanos();
Nanos ProcessCpuNanos();

// Processors that this program may use; at least 1.
uint32_t ProcessorCount();

}  // namespace heddle::platform
