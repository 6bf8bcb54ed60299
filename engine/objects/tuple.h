// tuple: items inline.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/context.h"

namespace heddle {

struct Tuple : Object {
  uint32_t length;  // constant after construction
  uint32_t reserved;

  Slot* items() { return reinterpret_cast<Slot*>(this + 1); }
  Value Get(uint32_t i) { return items()[i].Load(); }
};
static_assert(sizeof(Tuple) == 24);

// Items are Undefined; the caller fills all of them before anybody else sees the tuple.
inline Tuple* NewTupleRaw(heap::Allocator& heap, uint32_t length) {
  auto* tuple = heap.New<Tuple>(Kind::kTuple, size_t{length} * sizeof(Slot));
  tuple->length = length;
  return tuple;
}

inline Tuple* NewTuple(heap::Allocator& heap, std::span<const Value> items) {
  Tuple* tuple = NewTupleRaw(heap, static_cast<uint32_t>(items.size()));
  Slot* to = tuple->items();
  for (size_t i = 0; i < items.size(); ++i) to[i].Store(items[i]);
  return tuple;
}
inline Tuple* NewTuple(heap::Allocator& heap, std::initializer_list<Value> items) {
  return NewTuple(heap, std::span<const Value>(items.begin(), items.size()));
}
// The same, but () is always the one empty tuple.
inline Value MakeTuple(Context& cx, std::span<const Value> items) {
  if (items.empty()) return cx.runtime.empty_tuple.Load();
  return Value::Of(NewTuple(cx.heap, items));
}

// Item by Python's index rules (negative counts from the end); Undefined when out of range.
inline Value TupleGet(Tuple* tuple, int64_t i) {
  if (i < 0) i += tuple->length;
  if (static_cast<uint64_t>(i) >= tuple->length) return Value::Undefined();
  return tuple->Get(static_cast<uint32_t>(i));
}

// tuple[start:stop:step] with indices as SliceIndices() gave them. `count` items.
Value TupleSlice(Context& cx, Tuple* tuple, int64_t start, int64_t step, int64_t count);
Value TupleConcat(Context& cx, Tuple* a, Tuple* b);
Value TupleRepeat(Context& cx, Tuple* tuple, int64_t times);  // may raise MemoryError

// CPython's tuple hash (a variant of xxHash) from the hashes of the items.
class TupleHasher {
 public:
  void Add(uint64_t item_hash) {
    acc_ += item_hash * kPrime2;
    acc_ = (acc_ << 31) | (acc_ >> 33);
    acc_ *= kPrime1;
    ++length_;
  }
  uint64_t Finish() const {
    const uint64_t hash = acc_ + (length_ ^ (kPrime5 ^ 3527539u));
    return hash == ~uint64_t{0} ? 1546275796u : hash;
  }

 private:
  static constexpr uint64_t kPrime1 = 11400714785074694791u;
  static constexpr uint64_t kPrime2 = 14029467366897019727u;
  static constexpr uint64_t kPrime5 = 2870177450012600261u;
  uint64_t acc_ = kPrime5;
  uint64_t length_ = 0;
};

void TraceTuple(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
