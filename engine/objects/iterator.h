// Every builtin iterator, those of itertools among them, is one kind of object. A step is atomic:
// threads that share an iterator get each value once.
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
#define ITERATOR(name, type) k##name,
#include "objects/iterator_kinds.def"
#undef ITERATOR
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
  Relaxed<uint32_t> expected;  // dict, set and deque: their size or version at the start
  Slot source;
  Slot second;
  Slot third;
  Relaxed<int64_t> index;
  Relaxed<int64_t> limit;
};
static_assert(sizeof(Iterator) == 64);

// A step of an open iterator may take Python code: only IteratorStep gives its values. The others
// are closed, and what they iterate over is closed too, whatever happens meanwhile.
inline bool IsOpen(const Iterator* it) { return it->which.Load() >= IteratorKind::kOpenEnumerate; }

// Whether IteratorNext is what its __next__ does. REQUIRES: v.Is(Kind::kIterator).
inline bool StepsInPlace(Value v) {
  return (v.object()->flags & kSubclass) == 0 && !IsOpen(v.As<Iterator>());
}

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

// The next value of any iterator, as a native function's result: StopIteration is raised at the
// end. The call that a step of an open iterator takes is a tail call.
Value IteratorStep(Context& cx, Iterator* it);
// A step of an open iterator: a value, Undefined at its end, Raised or TailCall.
Value IteratorStepOpen(Context& cx, Iterator* it);

// Where a step of an open iterator begins by asking a generator, that one; else Undefined. What it
// gives is for IteratorFed, which answers as IteratorStepOpen does; when it ends, the iterator
// does, or IteratorGoesOn with another step.
Value IteratorFeeder(Iterator* it);
Value IteratorFed(Context& cx, Iterator* it, Value item);
bool IteratorGoesOn(Context& cx, Iterator* it);

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
  // One that others already reach is not written to.
  if (iterator.Is(Kind::kIterator) && (iterator.object()->flags & kConfined) != 0) {
    iterator.object()->flags &= ~kConfined;
  }
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

// The iterators of one tee() share a chain of links, one for each item; the last one is empty.
Value NewTeeLink(Context& cx);
Value FillTeeLink(Context& cx, Array* link, Value item);  // the link after it
// The source that a step has asked has given `item`, or has none (Undefined).
Value TeeAnswered(Context& cx, Iterator* it, Value item);
// The items that the source has already given: a list.
Value TeeKnown(Context& cx, Iterator* it);

// The fields of a slice once it has taken an item.
void AdvanceSlice(Iterator* it);
// "Next wanted" of a slice never exceeds it.
inline constexpr int64_t kSliceLimit = int64_t{1} << 46;

// How many values are left, or -1 when that is not known.
int64_t IteratorLengthHint(Context& cx, Iterator* it);

Iterator* NewIterator(Context& cx, IteratorKind which, Value source);
// The same as an instance of `type`, which is the kind's own or derives from it.
Iterator* NewIteratorOf(Context& cx, Type* type, IteratorKind which, Value source);
// What an iterator of this kind may iterate over as it is: a closed iterator of v whose nesting
// leaves room for another one, v itself when that is a generator or an open iterator; Undefined for
// what has to be asked with iter().
Value SourceFor(Context& cx, Value v);
// Whether an iterator over `source` is closed, and how deep it is nested then.
bool IsClosedSource(Value source);
uint32_t IteratorDepth(Value source);
inline constexpr uint32_t kIteratorDepthLimit = 40;
// "list_iterator", …: empty for an exhausted one.
const char* IteratorTypeName(IteratorKind which);

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
