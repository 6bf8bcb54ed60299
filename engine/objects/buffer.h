// Raw bytes that other objects own. Contents that several threads may change are accessed byte by
// byte through Relaxed.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Buffer : Object {
  uint32_t capacity;
  Relaxed<uint32_t> used;  // bytes that strings over this buffer have claimed; see str.h

  Relaxed<uint8_t>* bytes() { return reinterpret_cast<Relaxed<uint8_t>*>(this + 1); }
};

Buffer* NewBuffer(heap::Allocator& heap, size_t capacity);  // zeroed

}  // namespace heddle
