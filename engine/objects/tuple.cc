#include "objects/tuple.h"

#include "objects/array.h"

namespace heddle {

namespace {

Value PlainOrNew(Context& cx, uint32_t length, Tuple** tuple) {
  if (length == 0) return cx.runtime.empty_tuple.Load();
  *tuple = NewTupleRaw(cx.heap, length);
  return Value::Of(*tuple);
}

}  // namespace

Value TupleSlice(Context& cx, Tuple* tuple, int64_t start, int64_t step, int64_t count) {
  if (count == tuple->length && step == 1 && (tuple->flags & kSubclass) == 0) {
    return Value::Of(tuple);
  }
  Tuple* result = nullptr;
  const Value value = PlainOrNew(cx, static_cast<uint32_t>(count), &result);
  if (result == nullptr) return value;
  Slot* to = result->items();
  const Slot* from = tuple->items();
  for (int64_t i = 0; i < count; ++i) to[i].Store(from[start + i * step].Load());
  return value;
}

Value TupleConcat(Context& cx, Tuple* a, Tuple* b) {
  if (a->length == 0 && (b->flags & kSubclass) == 0) return Value::Of(b);
  if (b->length == 0 && (a->flags & kSubclass) == 0) return Value::Of(a);
  Tuple* result = nullptr;
  const Value value = PlainOrNew(cx, a->length + b->length, &result);
  if (result == nullptr) return value;
  CopySlots(result->items(), a->items(), a->length);
  CopySlots(result->items() + a->length, b->items(), b->length);
  return value;
}

Value TupleRepeat(Context& cx, Tuple* tuple, int64_t times) {
  if (times <= 0 || tuple->length == 0) return cx.runtime.empty_tuple.Load();
  if (times == 1 && (tuple->flags & kSubclass) == 0) return Value::Of(tuple);
  if (times > int64_t{0x7fffffff} / tuple->length) return cx.RaiseWith(Exc::kMemoryError, Value());
  const auto total = static_cast<uint32_t>(times * tuple->length);
  Object* object =
      cx.heap.AllocateOrNull(Kind::kTuple, sizeof(Tuple) + size_t{total} * sizeof(Slot));
  if (object == nullptr) return cx.RaiseWith(Exc::kMemoryError, Value());
  auto* result = static_cast<Tuple*>(object);
  result->length = total;
  for (uint32_t at = 0; at < total; at += tuple->length) {
    CopySlots(result->items() + at, tuple->items(), tuple->length);
  }
  return Value::Of(result);
}

void TraceTuple(Object* object, size_t, heap::Marker& marker) {
  auto* tuple = static_cast<Tuple*>(object);
  marker.Visit(tuple->items(), tuple->length);
}

}  // namespace heddle
