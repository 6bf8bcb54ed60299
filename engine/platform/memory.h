#pragma once

#include <cstddef>

namespace heddle::platform {

// Memory for the heap comes in pieces of this size. Natively that of a huge page: one page fault
// instead of hundreds.
#ifdef __EMSCRIPTEN__
inline constexpr size_t kChunkBytes = size_t{512} << 10;
#else
inline constexpr size_t kChunkBytes = size_t{2} << 20;
#endif

// kChunkBytes of memory, aligned to `alignment` bytes, a power of two up to kChunkBytes; null when
// there is none left. Given back with std::free().
void* AllocateChunk(size_t alignment);

}  // namespace heddle::platform
