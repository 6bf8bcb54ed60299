#include <cstdlib>

#include "platform/memory.h"

namespace heddle::platform {

void* AllocateChunk(size_t alignment) { return std::aligned_alloc(alignment, kChunkBytes); }

}  // namespace heddle::platform
