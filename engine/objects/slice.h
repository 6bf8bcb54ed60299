// slice objects, and what indices they stand for.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/context.h"

namespace heddle {

struct Slice : Object {
  Slot start, stop, step;  // constant after construction
};

Slice* NewSlice(heap::Allocator& heap, Value start, Value stop, Value step);

struct SliceRange {
  int64_t start, stop, step;
  int64_t count;  // of items; start, start + step, … lie within the sequence
};

// slice.indices(length). kTrue with `range` set; kPython when a part needs __index__ (see
// _heddle.slice_indices); kRaised: TypeError or "slice step cannot be zero".
Tri SliceIndices(Context& cx, Slice* slice, int64_t length, SliceRange* range);

// An index for a sequence of at most 2^48 items: small ints, bools, big ints (clamped). kPython:
// needs
// __index__; kRaised: TypeError "… indices must be integers or slices, not …" naming `container`.
Tri SequenceIndex(Context& cx, Value key, const char* container, int64_t* index);

void TraceSlice(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
