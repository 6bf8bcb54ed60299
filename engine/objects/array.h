// A run of slots in the heap: storage of lists and deques, and of whatever else needs a vector of
// values. The capacity never changes; who outgrows an Array publishes a larger one, and late
// readers of the old one still read valid values until the next safepoint.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Array : Object {
  uint32_t capacity;  // constant after construction
  uint32_t reserved;

  Slot* slots() { return reinterpret_cast<Slot*>(this + 1); }
};
static_assert(sizeof(Array) == 24);

// All slots Undefined.
inline Array* NewArray(heap::Allocator& heap, uint32_t capacity) {
  auto* array = heap.New<Array>(Kind::kArray, size_t{capacity} * sizeof(Slot));
  array->capacity = capacity;
  return array;
}
// The same, but the slots hold anything: the caller fills them all.
inline Array* NewArrayUnfilled(heap::Allocator& heap, uint32_t capacity) {
  const size_t bytes = sizeof(Array) + size_t{capacity} * sizeof(Slot);
  auto* array = static_cast<Array*>(heap.AllocateUnfilled(Kind::kArray, bytes, sizeof(Array)));
  array->capacity = capacity;
  return array;
}
// As NewArray, or null when that is more than the memory limit or than the system has.
Array* NewArrayOrNull(heap::Allocator& heap, uint32_t capacity);

// Copies slots one by one, each as a whole (a racing reader never sees half a value).
void CopySlots(Slot* to, const Slot* from, size_t count);
void MoveSlots(Slot* to, const Slot* from, size_t count);  // the ranges may overlap
void ClearSlots(Slot* first, size_t count);

void TraceArray(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
