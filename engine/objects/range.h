// range objects: start, stop, step, length, any ints. Nearly always all four are small; then
// kUser1 is set in the flags.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/context.h"

namespace heddle {

struct Range : Object {
  Slot start, stop, step, length;  // ints, constant after construction

  bool is_small() const { return (flags & kUser1) != 0; }
};

// A range of small ints. REQUIRES: step != 0.
Value NewRange(heap::Allocator& heap, int64_t start, int64_t stop, int64_t step);
// Of any ints (bools count as ints); raises for step 0. The arguments must be ints already.
Value NewRange(Context& cx, Value start, Value stop, Value step);

// The number of items of a small range, whose parts all fit 48 bits.
inline int64_t RangeLength(int64_t start, int64_t stop, int64_t step) {
  if (step > 0) return start < stop ? (stop - start - 1) / step + 1 : 0;
  return start > stop ? (start - stop - 1) / -step + 1 : 0;
}

// range[i] for an int index, negative ones too; Undefined when out of range (nothing is raised).
Value RangeGet(Context& cx, Range* range, Value index);

void TraceRange(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
