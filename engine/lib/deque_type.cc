// collections.deque
#include <span>

#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "objects/deque.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace heddle::lib {

namespace {

Deque* Self(Args args) { return args[0].As<Deque>(); }

Value New(Context& cx, Args args) {
  const Value deque = NewEmpty(cx, args);
  if (deque != Value::Raised()) deque.As<Deque>()->maxlen.Store(-1);
  return deque;
}

// Appends what `iterable` gives: None, Raised or a tail call.
Value ExtendBy(Context& cx, Value self, Value iterable, bool left) {
  List* items = NewList(cx.heap);
  if (!ListExtendFast(cx, items, iterable)) {
    return cx.TailCall(Library::kDequeExtend, {self, iterable, Value::Bool(left)});
  }
  if (!cx.pending.IsUndefined()) return Value::Raised();
  DequeExtend(cx, self.As<Deque>(), items, left);
  return Value::None();
}

Value Init(Context& cx, Args args) {
  Deque* deque = Self(args);
  const Value maxlen = args.Opt(2);
  int64_t limit = -1;
  if (!maxlen.IsUndefined() && !maxlen.IsNone()) {
    if (!IsInt(maxlen)) return cx.Raise(Exc::kTypeError, "an integer is required");
    limit = IntToInt64Clamped(maxlen);
    if (limit < 0) return cx.Raise(Exc::kValueError, "maxlen must be non-negative");
  }
  DequeClear(cx, deque);
  deque->maxlen.Store(limit);
  return args.Opt(1).IsUndefined() ? Value::None() : ExtendBy(cx, args[0], args[1], false);
}

Value Len(Context&, Args args) { return Value::Small(Self(args)->length.Load()); }

Value Append(Context& cx, Args args) {
  DequeAppend(cx, Self(args), args[1]);
  return Value::None();
}
Value AppendLeft(Context& cx, Args args) {
  DequeAppendLeft(cx, Self(args), args[1]);
  return Value::None();
}
Value Extend(Context& cx, Args args) { return ExtendBy(cx, args[0], args[1], false); }
Value ExtendLeft(Context& cx, Args args) { return ExtendBy(cx, args[0], args[1], true); }

Value Popped(Context& cx, Value item) {
  return item.IsUndefined() ? cx.Raise(Exc::kIndexError, "pop from an empty deque") : item;
}
Value Pop(Context& cx, Args args) { return Popped(cx, DequePop(cx, Self(args))); }
Value PopLeft(Context& cx, Args args) { return Popped(cx, DequePopLeft(cx, Self(args))); }

Tri IndexOf(Context& cx, Value v, int64_t* i) {
  if (IsInt(v)) {
    *i = IntToInt64Clamped(v);
    return Tri::kTrue;
  }
  if (!LacksMethod(cx, v, Special::kIndex)) return Tri::kPython;
  cx.Raise(Exc::kTypeError, "sequence index must be integer, not '{}'", TypeName(cx, v));
  return Tri::kRaised;
}

Value GetItem(Context& cx, Args args) {
  int64_t i = 0;
  const Tri index = IndexOf(cx, args[1], &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, Special::kGetItem, args);
  if (index == Tri::kRaised) return Value::Raised();
  const Value item = DequeGet(cx, Self(args), i);
  return item.IsUndefined() ? cx.Raise(Exc::kIndexError, "deque index out of range") : item;
}

Value SetItem(Context& cx, Args args) {
  int64_t i = 0;
  const Tri index = IndexOf(cx, args[1], &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, Special::kSetItem, args);
  if (index == Tri::kRaised) return Value::Raised();
  if (DequeSet(cx, Self(args), i, args[2])) return Value::None();
  return cx.Raise(Exc::kIndexError, "deque index out of range");
}

Value DelItem(Context& cx, Args args) {
  int64_t i = 0;
  const Tri index = IndexOf(cx, args[1], &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, Special::kDelItem, args);
  if (index == Tri::kRaised) return Value::Raised();
  if (DequeDelete(cx, Self(args), i)) return Value::None();
  return cx.Raise(Exc::kIndexError, "deque index out of range");
}

Value Insert(Context& cx, Args args) {
  int64_t i = 0;
  const Tri index = IndexOf(cx, args[1], &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, "insert", args);
  if (index == Tri::kRaised) return Value::Raised();
  if (DequeInsert(cx, Self(args), i, args[2])) return Value::None();
  return cx.Raise(Exc::kIndexError, "deque already at its maximum size");
}

Value Rotate(Context& cx, Args args) {
  int64_t steps = 1;
  if (!args.Opt(1).IsUndefined()) {
    const Tri index = IndexOf(cx, args[1], &steps);
    if (index == Tri::kPython) return RetryWithIndex(cx, "rotate", args);
    if (index == Tri::kRaised) return Value::Raised();
  }
  DequeRotate(cx, Self(args), steps);
  return Value::None();
}

Value Reverse(Context& cx, Args args) {
  DequeReverse(cx, Self(args));
  return Value::None();
}
Value Clear(Context& cx, Args args) {
  DequeClear(cx, Self(args));
  return Value::None();
}

Value ListOf(Context& cx, Deque* deque) {
  uint32_t count = 0;
  Array* items = DequeSnapshot(cx, deque, &count);
  List* list = NewList(cx.heap);
  if (items != nullptr) list->storage.Store(items);
  list->length.Store(count);
  return Value::Of(list);
}

Value Copy(Context& cx, Args args) {
  Deque* old = Self(args);
  Type* type = old->type.Load();
  if (type->Has(kHeapType)) {
    const int64_t maxlen = old->maxlen.Load();
    if (maxlen < 0) return cx.TailCall(Value::Of(type), {args[0]});
    return cx.TailCall(Value::Of(type), {args[0], IntFromInt64(cx.heap, maxlen)});
  }
  Deque* copy = NewDeque(cx.heap, old->maxlen.Load());
  ExtendBy(cx, Value::Of(copy), ListOf(cx, old), false);
  return Value::Of(copy);
}

// Where an item first lies from `from` on; counts them all when `count` is given.
Tri Find(Context& cx, Deque* deque, Value item, int64_t from, int64_t to, int64_t* at,
         int64_t* count, Value* found = nullptr) {
  uint32_t length = 0;
  Array* items = DequeSnapshot(cx, deque, &length);
  for (int64_t i = from; i < to && i < length; ++i) {
    const Value stored = items->slots()[i].Load();
    const Tri same = TrySame(cx, stored, item);
    if (same == Tri::kFalse) continue;
    *at = i;
    if (found != nullptr) *found = stored;
    if (count == nullptr || same != Tri::kTrue) return same;
    ++*count;
  }
  return Tri::kFalse;
}

Value Contains(Context& cx, Args args) {
  int64_t at = 0;
  switch (Find(cx, Self(args), args[1], 0, INT64_MAX, &at, nullptr)) {
    case Tri::kTrue: return Value::True();
    case Tri::kFalse: return Value::False();
    case Tri::kPython: return cx.TailCall(Library::kSequenceContains, {args[0], args[1]});
    case Tri::kRaised: break;
  }
  return Value::Raised();
}

Value Count(Context& cx, Args args) {
  int64_t at = 0, count = 0;
  switch (Find(cx, Self(args), args[1], 0, INT64_MAX, &at, &count)) {
    case Tri::kPython: return cx.TailCall(Library::kSequenceCount, {args[0], args[1]});
    case Tri::kRaised: return Value::Raised();
    default: return Value::Small(count);
  }
}

Value Index(Context& cx, Args args) {
  int64_t from = 0, to = 0, at = 0;
  const Value start = args.Opt(2), stop = args.Opt(3);
  Tri state = IndexBounds(cx, start, stop, Self(args)->length.Load(), &from, &to);
  if (stop.IsUndefined()) to = INT64_MAX;  // to the end, wherever that is when the search begins
  if (state == Tri::kTrue) state = Find(cx, Self(args), args[1], from, to, &at, nullptr);
  if (state == Tri::kTrue) return Value::Small(at);
  if (state == Tri::kRaised) return Value::Raised();
  Value text;
  if (state == Tri::kFalse && TryRepr(cx, args[1], ReprKind::kRepr, &text) == Tri::kTrue) {
    return cx.Raise(Exc::kValueError, "{} is not in deque", ToUtf8(text.As<Str>()));
  }
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return cx.TailCall(Library::kSequenceIndex,
                     {args[0], args[1], start.IsUndefined() ? Value::Small(0) : start,
                      stop.IsUndefined() ? Value::Small(Value::kSmallMax) : stop});
}

Value Remove(Context& cx, Args args) {
  for (;;) {
    int64_t at = 0;
    Value found;
    switch (Find(cx, Self(args), args[1], 0, INT64_MAX, &at, nullptr, &found)) {
      case Tri::kTrue: break;
      case Tri::kFalse: return cx.Raise(Exc::kValueError, "deque.remove(x): x not in deque");
      case Tri::kPython: return cx.TailCall(Library::kDequeRemove, {args[0], args[1]});
      case Tri::kRaised: return Value::Raised();
    }
    // Otherwise another thread has just removed it; there may be more that are equal.
    if (DequeRemoveIdentical(cx, Self(args), found, static_cast<uint32_t>(at))) {
      return Value::None();
    }
  }
}

template <CompareOp kOp>
Value Compare(Context& cx, Args args) {
  if (!args[1].Is(Kind::kDeque)) return Value::NotImplemented();
  const Value a = ListOf(cx, Self(args)), b = ListOf(cx, args[1].As<Deque>());
  return ComparisonResult(cx, TryCompareContents(cx, kOp, a, b), Library::kSequenceCompare, kOp, a,
                          b);
}

Value IAdd(Context& cx, Args args) {
  const Value done = ExtendBy(cx, args[0], args[1], false);
  if (done == Value::TailCall()) return cx.TailCall(Library::kDequeIAdd, {args[0], args[1]});
  return done == Value::Raised() ? done : args[0];
}

Value Add(Context& cx, Args args) {
  if (!args[1].Is(Kind::kDeque)) {
    if (MayReflect(cx, args[1], Special::kRAdd)) return Value::NotImplemented();
    return cx.Raise(Exc::kTypeError, "can only concatenate deque (not \"{}\") to deque",
                    TypeName(cx, args[1]));
  }
  Deque* sum = NewDeque(cx.heap, Self(args)->maxlen.Load());
  ExtendBy(cx, Value::Of(sum), ListOf(cx, Self(args)), false);
  ExtendBy(cx, Value::Of(sum), ListOf(cx, args[1].As<Deque>()), false);
  return Value::Of(sum);
}

Value Mul(Context& cx, Args args) {
  int64_t times = 0;
  switch (RepeatCount(cx, args[1], &times)) {
    case Tri::kTrue: break;
    case Tri::kPython: return Value::NotImplemented();
    default: return Value::Raised();
  }
  const Value all = ListRepeat(cx, ListOf(cx, Self(args)).As<List>(), times);
  if (all == Value::Raised()) return all;
  Deque* product = NewDeque(cx.heap, Self(args)->maxlen.Load());
  ExtendBy(cx, Value::Of(product), all, false);
  return Value::Of(product);
}

Value GetMaxLen(Context& cx, Args args) {
  const int64_t maxlen = Self(args)->maxlen.Load();
  return maxlen < 0 ? Value::None() : IntFromInt64(cx.heap, maxlen);
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, *args, **kwargs"},
    {"__init__", Init, "self, iterable=, maxlen="},
    {"__len__", Len, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__setitem__", SetItem, "self, key, value, /"},
    {"__delitem__", DelItem, "self, key, /"},
    {"__contains__", Contains, "self, key, /"},
    {"__iter__", ContainerIter, "self, /"},
    {"__reversed__", ContainerReversed, "self, /"},
    {"__repr__", ContainerRepr, "self, /"},
    {"__hash__", nullptr, nullptr},
    {"__add__", Add, "self, value, /"},
    {"__iadd__", IAdd, "self, value, /"},
    {"__mul__", Mul, "self, value, /"},
    {"__rmul__", Mul, "self, value, /"},
    COMPARISON_ROWS(Compare),
    {"__copy__", Copy, "self, /"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"append", Append, "self, item, /"},
    {"appendleft", AppendLeft, "self, item, /"},
    {"clear", Clear, "self, /"},
    {"copy", Copy, "self, /"},
    {"count", Count, "self, value, /"},
    {"extend", Extend, "self, iterable, /"},
    {"extendleft", ExtendLeft, "self, iterable, /"},
    {"index", Index, "self, value, start=, stop=, /"},
    {"insert", Insert, "self, index, value, /"},
    {"pop", Pop, "self, /"},
    {"popleft", PopLeft, "self, /"},
    {"remove", Remove, "self, value, /"},
    {"reverse", Reverse, "self, /"},
    {"rotate", Rotate, "self, n=, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"maxlen", GetMaxLen, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kDequeType = {
    "deque",       "collections",
    Kind::kDeque,  kMethods,
    kGetSets,      0,
    sizeof(Deque), "A list-like sequence optimized for data accesses near its endpoints."};

}  // namespace heddle::lib
