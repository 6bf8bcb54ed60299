// Every builtin iterator is one kind of object. A step is atomic: threads that share an iterator
// get each value once.
#pragma once

#include <cstdint>
#include <string_view>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/context.h"
#include "objects/list.h"
#include "objects/tuple.h"

namespace heddle {

enum class IteratorKind : uint8_t {
  kDone,          // exhausted, whatever it was
  kList,          // source List, index
  kListReversed,  // source List, index counts down
  kTuple,         // source Tuple, index
  kStr,           // source Str, index
  kBytes,         // source Bytes or ByteArray, index
  kRange,         // source start, second step (small ints); index of limit
  kBigRange,      // source the Range; index of limit
  kDictKeys,      // source Dict, second its table at the start, index of the next entry
  kDictValues,
  kDictItems,
  kDictKeysReversed,
  kDictValuesReversed,
  kDictItemsReversed,
  kSet,    // source Set, second its table at the start, index of the next slot
  kDeque,  // source Deque
  kDequeReversed,
  kEnumerate,  // source native iterator; second the count, an int
  kZip,        // source Array of native iterators; limit 1: strict
  kReversed,   // source Tuple, Str, Bytes; index counts down
  kSlice,   // islice: source native iterator; index to skip; limit left (-1: no end); second step
  kRepeat,  // source the value; limit left (-1: for ever)
  kCount,   // itertools.count: source the next, second step (ints)
  // The others of itertools; index 0 before the first value.
  kChain,         // source Tuple of builtin iterables; second the current iterator; index of next
  kCycle,         // source native iterator; second List of what it gave; index; limit 1: it ended
  kPairwise,      // source native iterator; second the item before
  kZipLongest,    // source Array of native iterators, Undefined when ended; second what fills
  kProduct,       // source Tuple of Tuples; second Array of the indices
  kPermutations,  // source Tuple; limit r; second Array of the indices, then of r cycles
  kCombinations,  // source Tuple; limit r; second Array of the indices
  kCombinationsWithReplacement,
};

// Flag of an iterator that has very many values or no end. Natives leave it to Python code, which
// has safepoints: GetIterFast knows nothing of it.
inline constexpr uint8_t kEndless = kUser1;
inline constexpr int64_t kManyValues = 200'000;
// Flag of an iterator that one frame, native or iterator has made for itself and nobody else can
// reach: its steps need no lock.
inline constexpr uint8_t kConfined = kUser2;

struct Iterator : Object {
  Relaxed<IteratorKind> which;
  Relaxed<uint32_t> expected;  // dict and set: their size at the start
  Slot source;
  Slot second;
  Relaxed<int64_t> index;
  Relaxed<int64_t> limit;
};
static_assert(sizeof(Iterator) == 56);

// The next value. Undefined when there is none: exhausted if cx.pending is Undefined too, else an
// exception is pending.
Value IteratorNextSlow(Context& cx, Iterator* it);
Value IteratorNextShared(Context& cx, Iterator* it);

inline Value IteratorNext(Context& cx, Iterator* it) {
  if (cx.heap.locking().enabled && (it->flags & kConfined) == 0) return IteratorNextShared(cx, it);
  switch (it->which.Load()) {
    case IteratorKind::kList: {
      const int64_t i = it->index.Load();
      const Value v = ListAt(it->source.Load().As<List>(), static_cast<uint64_t>(i));
      if (v.IsUndefined()) [[unlikely]]
        break;
      it->index.Store(i + 1);
      return v;
    }
    case IteratorKind::kRange: {
      const int64_t i = it->index.Load();
      if (i >= it->limit.Load()) [[unlikely]]
        break;
      it->index.Store(i + 1);
      return Value::Small(it->source.Load().small() + i * it->second.Load().small());
    }
    default: break;
  }
  return IteratorNextSlow(cx, it);
}

// The same for natives that take as many items as there are, or very many: MemoryError is pending
// when they have to end (Heap::NativesMustEnd).
Value GiveUp(Context& cx);
inline Value IteratorTake(Context& cx, Iterator* it) {
  if (cx.heap.heap().NativesMustEnd()) [[unlikely]]
    return GiveUp(cx);
  return IteratorNext(cx, it);
}

// iter(v) for builtin iterables (and subclasses that do not override __iter__) and for native
// iterators, which are returned as they are; Undefined when __iter__ must be asked. A new iterator
// is confined: to give it to anybody else takes Shared().
Value GetIterFast(Context& cx, Value v);
inline Value Shared(Value iterator) {
  if (iterator.Is(Kind::kIterator)) iterator.object()->flags &= ~kConfined;
  return iterator;
}
// reversed(v), the same, but not confined.
Value GetReversedFast(Context& cx, Value v);

// The same whatever a subclass overrides: what list.__iter__ and so on do. REQUIRES: IsObject().
Value IterateContents(Context& cx, Value v);
Value IterateContentsReversed(Context& cx, Value v);

// What _asyncio.yield_once() makes, the one confined iterator that Python code sees: it can be
// awaited.
inline bool YieldsOnce(Value v) {
  return v.Is(Kind::kIterator) && (v.object()->flags & kConfined) != 0 &&
         v.As<Iterator>()->which.Load() == IteratorKind::kRepeat;
}

// How many values are left, or -1 when that is not known.
int64_t IteratorLengthHint(Context& cx, Iterator* it);

Iterator* NewIterator(Context& cx, IteratorKind which, Value source);
// `start` is an int.
Value NewEnumerate(Context& cx, Value native_iterator, Value start);
// `sources`: an Array of native iterators, full.
Value NewZip(Context& cx, Array* sources, bool strict);

// An iterator of itertools. REQUIRES: the fields are as its kind says.
Iterator* NewItertoolsIterator(Context& cx, IteratorKind which, Value source, Value second);
// iter(v) where that is a native iterator, whatever happens meanwhile; also an endless one. Else
// Undefined.
Value NativeIterator(Context& cx, Value v);
bool IsNativeIterable(Value v);
inline bool IsEndless(Value v) {
  return v.Is(Kind::kIterator) && (v.object()->flags & kEndless) != 0;
}

// Tells the runtime which type objects the iterators and views with the Python name `name` have.
// Called once for each builtin type when a process starts; other names are ignored.
void BindContainerType(Runtime& runtime, std::string_view name, Type* type);

void TraceIterator(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
