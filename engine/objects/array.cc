#include "objects/array.h"

namespace heddle {

Array* NewArrayOrNull(heap::Allocator& heap, uint32_t capacity) {
  Object* object =
      heap.AllocateOrNull(Kind::kArray, sizeof(Array) + size_t{capacity} * sizeof(Slot));
  if (object == nullptr) return nullptr;
  auto* array = static_cast<Array*>(object);
  array->capacity = capacity;
  return array;
}

void CopySlots(Slot* to, const Slot* from, size_t count) {
  for (size_t i = 0; i < count; ++i) to[i].Store(from[i].Load());
}

void MoveSlots(Slot* to, const Slot* from, size_t count) {
  if (to <= from) {
    CopySlots(to, from, count);
    return;
  }
  for (size_t i = count; i-- > 0;) to[i].Store(from[i].Load());
}

void ClearSlots(Slot* first, size_t count) {
  for (size_t i = 0; i < count; ++i) first[i].Store(Value::Undefined());
}

void TraceArray(Object* object, size_t, heap::Marker& marker) {
  auto* array = static_cast<Array*>(object);
  marker.Visit(array->slots(), array->capacity);
}

}  // namespace heddle
