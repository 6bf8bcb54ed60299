// _heapq: the steps of heapq and bisect over lists whose items compare without Python code. All
// comparisons of a step come before its change, which is made if no other thread has changed the
// list meanwhile: to the program a step is atomic. The Python part of the library does it instead
// when it takes Python code.
#include <algorithm>

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
  // REQUIRES: the list's lock is held, and it is as it was when the place was found.
  void Apply() {
    Slot* const slots = heap_->storage.Load()->slots();
    for (int k = 1; k <= steps_; ++k) slots[path_[k - 1]].Publish(moved_[k]);
    slots[path_[steps_]].Publish(item_);
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
  for (;;) {
    const uint32_t version = ListVersion(heap);
    const uint32_t length = heap->length.Load();
    Placement place(cx, heap, args[1]);
    const Tri found = place.Rise(length);
    if (found == Tri::kRaised) return Value::Raised();
    const bool pushed = found == Tri::kTrue && ListChangeIf(cx, heap, version, [&] {
                          ListInsertLocked(cx.heap, heap, length, args[1]);
                          place.Apply();
                        });
    if (pushed) return Value::True();
    if (ListUnchanged(cx, heap, version)) return Value::False();
  }
}

// Puts an item at the top of a heap, its last one if `item` is Undefined; the item that was there,
// or `heap` when it is empty or that takes Python code.
Value Exchange(Context& cx, List* heap, Value item) {
  const bool pops = item.IsUndefined();
  for (;;) {
    const uint32_t version = ListVersion(heap);
    const uint32_t length = heap->length.Load();
    if (length == 0) return Value::Of(heap);
    if (pops) item = ListAt(heap, length - 1);
    const Value first = ListAt(heap, 0);
    const bool readable = !first.IsUndefined() && !item.IsUndefined();
    Placement place(cx, heap, item);
    const Tri found = readable ? place.Sink(0, length - (pops ? 1 : 0)) : Tri::kPython;
    if (found == Tri::kRaised) return Value::Raised();
    const bool exchanged = found == Tri::kTrue && ListChangeIf(cx, heap, version, [&] {
                             if (pops) ListDropLast(heap);
                             if (!pops || length > 1) place.Apply();
                           });
    if (exchanged) return first;
    if (ListUnchanged(cx, heap, version)) return Value::Of(heap);
  }
}

// pop(heap): the smallest item, or the heap itself when it is empty or that takes Python code.
Value Pop(Context& cx, Args args) {
  return IsPlainList(args[0]) ? Exchange(cx, args[0].As<List>(), Value()) : args[0];
}

// replace(heap, item): the same, with the item put in.
Value Replace(Context& cx, Args args) {
  return IsPlainList(args[0]) ? Exchange(cx, args[0].As<List>(), args[1]) : args[0];
}

// heapify(heap): False when it takes Python code; then it is still what it was.
Value Heapify(Context& cx, Args args) {
  if (!IsPlainList(args[0])) return Value::False();
  auto* const heap = args[0].As<List>();
  for (;;) {
    const uint32_t version = ListVersion(heap);
    List* const copy = ListCopy(cx, heap);
    const int64_t length = copy->length.Load();
    for (int64_t i = length / 2 - 1; i >= 0; --i) {
      Placement place(cx, copy, ListAt(copy, static_cast<uint64_t>(i)));
      const Tri found = place.Sink(i, length);
      if (found == Tri::kRaised) return Value::Raised();
      if (found != Tri::kTrue) return Value::Bool(!ListUnchanged(cx, heap, version));
      place.Apply();
    }
    const auto replace = [&] { ListReplaceItems(heap, copy->storage.Load(), copy->length.Load()); };
    if (length < 2 || ListChangeIf(cx, heap, version, replace)) return Value::True();
  }
}

// Where `item` goes in the sorted list[from:to]: behind (`right`) or before what is equal.
Tri Bisect(Context& cx, List* list, Value item, int64_t from, int64_t to, bool right, int64_t* at) {
  while (from < to) {
    const int64_t middle = from + (to - from) / 2;
    const Value v = ListAt(list, static_cast<uint64_t>(middle));
    if (v.IsUndefined()) return Tri::kPython;
    const Tri less =
        right ? TryCompare(cx, CompareOp::kLt, item, v) : TryCompare(cx, CompareOp::kLt, v, item);
    if (less > Tri::kTrue) return less;
    if ((less == Tri::kTrue) == right) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  *at = from;
  return Tri::kTrue;
}

// The arguments (list, item, lo, hi or None, right) of these. False: it takes Python code.
bool Bounds(Args args, int64_t* from, int64_t* to) {
  if (!IsPlainList(args[0]) || !args[2].IsSmall() || args[2].small() < 0) return false;
  if (!args[3].IsNone() && !args[3].IsSmall()) return false;
  *from = args[2].small();
  *to = args[3].IsNone() ? args[0].As<List>()->length.Load() : args[3].small();
  return true;
}

// bisect(list, item, lo, hi, right): the place, or None when it takes Python code.
Value BisectList(Context& cx, Args args) {
  int64_t from, to, at;
  if (!Bounds(args, &from, &to)) return Value::None();
  switch (Bisect(cx, args[0].As<List>(), args[1], from, to, args[4].IsTrue(), &at)) {
    case Tri::kTrue: return Value::Small(at);
    case Tri::kRaised: return Value::Raised();
    default: return Value::None();
  }
}

// insort(list, item, lo, hi, right): False when it takes Python code.
Value Insort(Context& cx, Args args) {
  int64_t from, to, at;
  for (;;) {
    if (!IsPlainList(args[0])) return Value::False();
    auto* const list = args[0].As<List>();
    const uint32_t version = ListVersion(list);
    if (!Bounds(args, &from, &to)) return Value::False();
    const Tri found = Bisect(cx, list, args[1], from, to, args[4].IsTrue(), &at);
    if (found == Tri::kRaised) return Value::Raised();
    const bool inserted =
        found == Tri::kTrue && ListChangeIf(cx, list, version, [&] {
          ListInsertLocked(cx.heap, list, std::min(static_cast<uint32_t>(at), list->length.Load()),
                           args[1]);
        });
    if (inserted) return Value::True();
    if (ListUnchanged(cx, list, version)) return Value::False();
  }
}

constexpr NativeDef kFunctions[] = {
    {"push", Push, "heap, item, /"},
    {"pop", Pop, "heap, /"},
    {"replace", Replace, "heap, item, /"},
    {"heapify", Heapify, "heap, /"},
    {"bisect", BisectList, "list, item, lo, hi, right, /"},
    {"insort", Insort, "list, item, lo, hi, right, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kHeapqModule = {"_heapq", kFunctions, nullptr};

}  // namespace heddle::lib
