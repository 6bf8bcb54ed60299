#include "objects/range.h"

#include "objects/int.h"

namespace heddle {

namespace {

Range* RawRange(heap::Allocator& heap, Value start, Value stop, Value step, Value length) {
  auto* range = heap.New<Range>(Kind::kRange);
  range->start.Store(start);
  range->stop.Store(stop);
  range->step.Store(step);
  range->length.Store(length);
  return range;
}

// The length of a range of any ints.
Value BigLength(Context& cx, Value start, Value stop, Value step) {
  const bool up = IntSign(step) > 0;
  const Value span = up ? IntSub(cx, stop, start) : IntSub(cx, start, stop);
  if (IntSign(span) <= 0) return Value::Small(0);
  const Value stride = up ? step : IntNeg(cx, step);
  return IntAdd(cx, IntFloorDiv(cx, IntSub(cx, span, Value::Small(1)), stride), Value::Small(1));
}

}  // namespace

Value NewRange(heap::Allocator& heap, int64_t start, int64_t stop, int64_t step) {
  const Value length = Value::Small(RangeLength(start, stop, step));
  Range* range =
      RawRange(heap, Value::Small(start), Value::Small(stop), Value::Small(step), length);
  range->flags |= kUser1;
  return Value::Of(range);
}

Value NewRange(Context& cx, Value start, Value stop, Value step) {
  start = IntPlain(cx, start);
  stop = IntPlain(cx, stop);
  step = IntPlain(cx, step);
  if (step == Value::Small(0)) {
    return cx.Raise(Exc::kValueError, "range() arg 3 must not be zero");
  }
  if (start.IsSmall() && stop.IsSmall() && step.IsSmall()) {
    // The last value plus a step, and the length, must be small too.
    const int64_t length = RangeLength(start.small(), stop.small(), step.small());
    if (Value::FitsSmall(length)) {
      return NewRange(cx.heap, start.small(), stop.small(), step.small());
    }
  }
  return Value::Of(RawRange(cx.heap, start, stop, step, BigLength(cx, start, stop, step)));
}

Value RangeGet(Context& cx, Range* range, Value index) {
  const Value length = range->length.Load();
  if (range->is_small() && index.IsSmall()) {
    int64_t i = index.small();
    if (i < 0) i += length.small();
    if (i < 0 || i >= length.small()) return Value::Undefined();
    return Value::Small(range->start.Load().small() + i * range->step.Load().small());
  }
  Value i = IntPlain(cx, index);
  if (IntSign(i) < 0) i = IntAdd(cx, i, length);
  if (IntSign(i) < 0 || IntCompare(i, length) >= 0) return Value::Undefined();
  return IntAdd(cx, range->start.Load(), IntMul(cx, i, range->step.Load()));
}

void TraceRange(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(&static_cast<Range*>(object)->start, 4);
}

}  // namespace heddle
