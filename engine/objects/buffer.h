// Raw bytes that other objects own. Contents that several threads may change are accessed through
// Relaxed, or by the functions here: they never tear an aligned number of 2, 4 or 8 bytes.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Buffer : Object {
  uint32_t capacity;
  Relaxed<uint32_t> used;  // bytes that strings over this buffer have claimed; see str.h

  Relaxed<uint8_t>* bytes() { return reinterpret_cast<Relaxed<uint8_t>*>(this + 1); }
  uint8_t* raw() { return reinterpret_cast<uint8_t*>(this + 1); }
};

Buffer* NewBuffer(heap::Allocator& heap, size_t capacity);  // zeroed

template <typename T>
T LoadShared(const uint8_t* from) {
  typedef T __attribute__((may_alias)) Aliasing;
#ifdef __EMSCRIPTEN__
  return *reinterpret_cast<const volatile Aliasing*>(from);
#else
  return __atomic_load_n(reinterpret_cast<const Aliasing*>(from), __ATOMIC_RELAXED);
#endif
}

template <typename T>
void StoreShared(uint8_t* to, T value) {
  typedef T __attribute__((may_alias)) Aliasing;
#ifdef __EMSCRIPTEN__
  *reinterpret_cast<volatile Aliasing*>(to) = value;
#else
  __atomic_store_n(reinterpret_cast<Aliasing*>(to), value, __ATOMIC_RELAXED);
#endif
}

// Between shared bytes and those of one thread.
void CopyFromShared(uint8_t* to, const uint8_t* from, size_t count);
void CopyToShared(uint8_t* to, const uint8_t* from, size_t count);

}  // namespace heddle
