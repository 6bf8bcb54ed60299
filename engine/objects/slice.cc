#include "objects/slice.h"

#include <algorithm>

#include "objects/int.h"

namespace heddle {

namespace {

// A slice part as a number, clamped to +-2^62. kPython: it has to be asked for __index__.
Tri Part(Context& cx, Value v, int64_t* out) {
  if (v.IsSmall()) {
    *out = v.small();
    return Tri::kTrue;
  }
  if (v.IsBool()) {
    *out = v.IsTrue() ? 1 : 0;
    return Tri::kTrue;
  }
  if (v.Is(Kind::kInt)) {
    *out = IntToInt64Clamped(v);
    return Tri::kTrue;
  }
  if (!TypeOf(cx, v)->special(Special::kIndex).IsUndefined()) return Tri::kPython;
  cx.Raise(Exc::kTypeError, "slice indices must be integers or None or have an __index__ method");
  return Tri::kRaised;
}

}  // namespace

Slice* NewSlice(heap::Allocator& heap, Value start, Value stop, Value step) {
  auto* slice = heap.New<Slice>(Kind::kSlice);
  slice->start.Store(start);
  slice->stop.Store(stop);
  slice->step.Store(step);
  return slice;
}

Tri SliceIndices(Context& cx, Slice* slice, int64_t length, SliceRange* range) {
  int64_t step = 1;
  const Value step_value = slice->step.Load();
  if (!step_value.IsNone()) {
    if (Tri t = Part(cx, step_value, &step); t != Tri::kTrue) return t;
    if (step == 0) {
      cx.Raise(Exc::kValueError, "slice step cannot be zero");
      return Tri::kRaised;
    }
  }
  const int64_t lower = step > 0 ? 0 : -1;
  const int64_t upper = step > 0 ? length : length - 1;
  const auto bound = [&](Value v, int64_t fallback, int64_t* out) {
    *out = fallback;
    if (v.IsNone()) return Tri::kTrue;
    if (Tri t = Part(cx, v, out); t != Tri::kTrue) return t;
    if (*out < 0) *out += length;
    *out = std::clamp(*out, lower, upper);
    return Tri::kTrue;
  };
  if (Tri t = bound(slice->start.Load(), step > 0 ? lower : upper, &range->start);
      t != Tri::kTrue) {
    return t;
  }
  if (Tri t = bound(slice->stop.Load(), step > 0 ? upper : lower, &range->stop); t != Tri::kTrue) {
    return t;
  }
  range->step = step;
  if (step > 0) {
    range->count = range->start < range->stop ? (range->stop - range->start - 1) / step + 1 : 0;
  } else {
    range->count = range->start > range->stop ? (range->start - range->stop - 1) / -step + 1 : 0;
  }
  return Tri::kTrue;
}

Tri SequenceIndex(Context& cx, Value key, const char* container, int64_t* index) {
  if (key.IsSmall()) {
    *index = key.small();
    return Tri::kTrue;
  }
  if (key.IsBool()) {
    *index = key.IsTrue() ? 1 : 0;
    return Tri::kTrue;
  }
  if (key.Is(Kind::kInt)) {
    if (IntToInt64(key, index)) return Tri::kTrue;
    cx.Raise(Exc::kIndexError, "cannot fit 'int' into an index-sized integer");
    return Tri::kRaised;
  }
  if (!TypeOf(cx, key)->special(Special::kIndex).IsUndefined()) return Tri::kPython;
  cx.Raise(Exc::kTypeError, "{} indices must be integers or slices, not {}", container,
           TypeName(cx, key));
  return Tri::kRaised;
}

void TraceSlice(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(&static_cast<Slice*>(object)->start, 3);
}

}  // namespace heddle
