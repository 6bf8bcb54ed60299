// _heapq: the steps of heapq over lists whose items compare without Python code. All comparisons of
// a step come before its first change, so that the Python part of the library can do it instead.
#include "lib/module_tables.h"
#include "objects/compare.h"
#include "objects/list.h"

namespace heddle::lib {

namespace {

// One item on its way to its place in a heap.
class Placement {
 public:
  Placement(Context& cx, List* heap, Value item) : cx_(cx), heap_(heap), item_(item) {}

  // Each finds the place; kTrue: Apply() may follow.
  // From a leaf upwards.
  Tri Rise(int64_t position) {
    path_[0] = position;
    steps_ = 0;
    return RiseFrom(0);
  }
  // Down along the smaller children to a leaf of a heap of `length` items, then up again.
  Tri Sink(int64_t position, int64_t length) {
    path_[0] = position;
    steps_ = 0;
    for (int64_t child = 2 * position + 1; child < length; child = 2 * path_[steps_] + 1) {
      if (child + 1 < length) {
        const Tri left = Less(At(child), At(child + 1));
        if (left > Tri::kTrue) return left;
        child += left == Tri::kFalse;
      }
      path_[++steps_] = child;
      moved_[steps_] = At(child);
    }
    // path_[k]'s item moves to path_[k - 1] for all k up to the place of the item.
    while (steps_ > 0) {
      const Tri rises = Less(item_, moved_[steps_]);
      if (rises > Tri::kTrue) return rises;
      if (rises == Tri::kFalse) break;
      --steps_;
    }
    return Tri::kTrue;
  }
  void Apply() {
    for (int k = 1; k <= steps_; ++k) ListSet(cx_, heap_, path_[k - 1], moved_[k]);
    ListSet(cx_, heap_, path_[steps_], item_);
  }

 private:
  static constexpr int kMostLevels = 34;

  Tri RiseFrom(int64_t start) {
    while (path_[steps_] > start) {
      const int64_t parent = (path_[steps_] - 1) >> 1;
      const Value above = At(parent);
      const Tri rises = Less(item_, above);
      if (rises > Tri::kTrue) return rises;
      if (rises == Tri::kFalse) break;
      path_[++steps_] = parent;
      moved_[steps_] = above;
    }
    return Tri::kTrue;
  }
  Value At(int64_t i) { return ListAt(heap_, static_cast<uint64_t>(i)); }
  Tri Less(Value a, Value b) {
    if (a.IsSmall() && b.IsSmall()) return a.small() < b.small() ? Tri::kTrue : Tri::kFalse;
    // Another thread has shortened the list.
    if (a.IsUndefined() || b.IsUndefined()) return Tri::kPython;
    return TryCompare(cx_, CompareOp::kLt, a, b);
  }

  Context& cx_;
  List* heap_;
  Value item_;
  int steps_ = 0;
  int64_t path_[kMostLevels];
  Value moved_[kMostLevels];
};

bool IsPlainList(Value v) { return v.Is(Kind::kList) && (v.object()->flags & kSubclass) == 0; }

// push(heap, item): False when it takes Python code.
Value Push(Context& cx, Args args) {
  if (!IsPlainList(args[0])) return Value::False();
  auto* const heap = args[0].As<List>();
  const int64_t length = heap->length.Load();
  Placement place(cx, heap, args[1]);
  const Tri found = place.Rise(length);
  if (found == Tri::kRaised) return Value::Raised();
  if (found != Tri::kTrue) return Value::False();
  ListAppend(cx.heap, heap, args[1]);
  place.Apply();
  return Value::True();
}

// Puts `item` at the top of a heap of `length` items; the item that was there, or `heap` when that
// takes Python code.
Value Exchange(Context& cx, List* heap, Value item, int64_t length, bool pops) {
  const Value first = ListAt(heap, 0);
  Placement place(cx, heap, item);
  const Tri found = place.Sink(0, length);
  if (found == Tri::kRaised) return Value::Raised();
  if (found != Tri::kTrue || first.IsUndefined()) return Value::Of(heap);
  if (pops) ListPopLast(cx, heap);
  place.Apply();
  return first;
}

// pop(heap): the smallest item, or the heap itself when it is empty or that takes Python code.
Value Pop(Context& cx, Args args) {
  if (!IsPlainList(args[0])) return args[0];
  auto* const heap = args[0].As<List>();
  const int64_t length = heap->length.Load();
  if (length == 0) return args[0];
  const Value last = ListAt(heap, static_cast<uint64_t>(length - 1));
  if (last.IsUndefined()) return args[0];
  if (length == 1) return ListPopLast(cx, heap);
  return Exchange(cx, heap, last, length - 1, true);
}

// replace(heap, item): the same, with the item put in.
Value Replace(Context& cx, Args args) {
  if (!IsPlainList(args[0])) return args[0];
  auto* const heap = args[0].As<List>();
  const int64_t length = heap->length.Load();
  return length == 0 ? args[0] : Exchange(cx, heap, args[1], length, false);
}

// heapify(heap): False when it takes Python code; then it is still a permutation of what it was.
Value Heapify(Context& cx, Args args) {
  if (!IsPlainList(args[0])) return Value::False();
  auto* const heap = args[0].As<List>();
  const int64_t length = heap->length.Load();
  for (int64_t i = length / 2 - 1; i >= 0; --i) {
    Placement place(cx, heap, ListAt(heap, static_cast<uint64_t>(i)));
    const Tri found = place.Sink(i, length);
    if (found == Tri::kRaised) return Value::Raised();
    if (found != Tri::kTrue) return Value::False();
    place.Apply();
  }
  return Value::True();
}

constexpr NativeDef kFunctions[] = {
    {"push", Push, "heap, item, /"},       {"pop", Pop, "heap, /"},
    {"replace", Replace, "heap, item, /"}, {"heapify", Heapify, "heap, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kHeapqModule = {"_heapq", kFunctions, nullptr};

}  // namespace heddle::lib
