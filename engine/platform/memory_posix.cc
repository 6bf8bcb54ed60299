#include <sys/mman.h>

#include <cstdlib>

#include "platform/memory.h"

namespace heddle::platform {

void* AllocateChunk(size_t) {
  void* const chunk = std::aligned_alloc(kChunkBytes, kChunkBytes);
#ifdef MADV_HUGEPAGE
  // Advice only: where there are no huge pages, small ones do.
  if (chunk != nullptr) madvise(chunk, kChunkBytes, MADV_HUGEPAGE);
#endif
  return chunk;
}

}  // namespace heddle::platform
