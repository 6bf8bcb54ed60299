// list
#include <algorithm>

#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/slice.h"
#include "objects/sort.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

List* Self(Args args) { return args[0].As<List>(); }

Value Init(Context& cx, Args args) {
  List* list = Self(args);
  if (list->length.Load() != 0) ListClear(cx, list);
  const Value iterable = args.Opt(1);
  if (iterable.IsUndefined()) return Value::None();
  if (!ListExtendFast(cx, list, iterable)) {
    return cx.TailCall(Library::kListExtend, {args[0], iterable});
  }
  return cx.pending.IsUndefined() ? Value::None() : Value::Raised();
}

Value Len(Context&, Args args) { return Value::Small(Self(args)->length.Load()); }

Value GetItem(Context& cx, Args args) {
  List* list = Self(args);
  if (args[1].Is(Kind::kSlice)) {
    Value part;
    switch (ListSlice(cx, list, args[1].As<Slice>(), &part)) {
      case Tri::kTrue: return part;
      case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
      default: return Value::Raised();
    }
  }
  int64_t i = 0;
  const Tri index = SequenceIndex(cx, args[1], "list", &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, Special::kGetItem, args);
  if (index != Tri::kTrue) return Value::Raised();
  const Value item = ListGet(list, i);
  if (item.IsUndefined()) return cx.Raise(Exc::kIndexError, "list index out of range");
  return item;
}

Value AssignSlice(Context& cx, Args args, bool is_delete) {
  List* list = Self(args);
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), list->length.Load(), &range)) {
    case Tri::kTrue: break;
    case Tri::kPython:
      return RetryWithIndex(cx, is_delete ? Special::kDelItem : Special::kSetItem, args);
    default: return Value::Raised();
  }
  std::span<const Slot> items;
  if (!is_delete) {
    List* const replacement = NewList(cx.heap);
    if (!ListExtendFast(cx, replacement, args[2])) {
      return cx.TailCall(Library::kAssignSlice, {args[0], args[1], args[2]});
    }
    if (!cx.pending.IsUndefined()) return Value::Raised();
    const uint32_t count = replacement->length.Load();
    if (count != 0) items = {replacement->storage.Load()->slots(), count};
  }
  const bool done = ListAssignSlice(cx, list, args[1].As<Slice>(), items, is_delete);
  return done ? Value::None() : Value::Raised();
}

Value SetItem(Context& cx, Args args) {
  if (args[1].Is(Kind::kSlice)) return AssignSlice(cx, args, false);
  int64_t i = 0;
  const Tri index = SequenceIndex(cx, args[1], "list", &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, Special::kSetItem, args);
  if (index != Tri::kTrue) return Value::Raised();
  if (!ListSet(cx, Self(args), i, args[2])) {
    return cx.Raise(Exc::kIndexError, "list assignment index out of range");
  }
  return Value::None();
}

Value DelItem(Context& cx, Args args) {
  if (args[1].Is(Kind::kSlice)) return AssignSlice(cx, args, true);
  int64_t i = 0;
  const Tri index = SequenceIndex(cx, args[1], "list", &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, Special::kDelItem, args);
  if (index != Tri::kTrue) return Value::Raised();
  if (!ListDelete(cx, Self(args), i)) {
    return cx.Raise(Exc::kIndexError, "list assignment index out of range");
  }
  return Value::None();
}

Value Append(Context& cx, Args args) {
  ListAppend(cx, Self(args), args[1]);
  return Value::None();
}

Value Extend(Context& cx, Args args) {
  if (!ListExtendFast(cx, Self(args), args[1])) {
    return cx.TailCall(Library::kListExtend, {args[0], args[1]});
  }
  return cx.pending.IsUndefined() ? Value::None() : Value::Raised();
}

Value Insert(Context& cx, Args args) {
  int64_t i = 0;
  switch (RepeatCount(cx, args[1], &i)) {
    case Tri::kTrue: break;
    case Tri::kPython:
      if (!LacksMethod(cx, args[1], Special::kIndex)) return RetryWithIndex(cx, "insert", args);
      return cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer",
                      TypeName(cx, args[1]));
    default: return Value::Raised();
  }
  ListInsert(cx, Self(args), i, args[2]);
  return Value::None();
}

Value Pop(Context& cx, Args args) {
  List* list = Self(args);
  const Value index = args.Opt(1);
  int64_t i = -1;
  if (!index.IsUndefined()) {
    switch (RepeatCount(cx, index, &i)) {
      case Tri::kTrue: break;
      case Tri::kPython:
        if (!LacksMethod(cx, index, Special::kIndex)) return RetryWithIndex(cx, "pop", args);
        return cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer",
                        TypeName(cx, index));
      default: return Value::Raised();
    }
  }
  const Value item = i == -1 ? ListPopLast(cx, list) : ListPop(cx, list, i);
  if (!item.IsUndefined()) return item;
  if (list->length.Load() == 0) return cx.Raise(Exc::kIndexError, "pop from empty list");
  return cx.Raise(Exc::kIndexError, "pop index out of range");
}

// The first index of an item in the list as it is while nobody changes it.
Tri FindAmong(Context& cx, List* list, Value item, int64_t from, int64_t to, int64_t* at) {
  for (int64_t i = from; i < to; ++i) {
    const Value v = ListAt(list, static_cast<uint64_t>(i));
    if (v.IsUndefined()) break;
    const Tri same = TrySame(cx, v, item);
    if (same == Tri::kFalse) continue;
    *at = i;
    return same;
  }
  return Tri::kFalse;
}

// The first index of an item; in a copy if another thread has moved items during the search.
Tri Find(Context& cx, List* list, Value item, int64_t from, int64_t to, int64_t* at) {
  const uint32_t version = ListVersion(list);
  const Tri found = FindAmong(cx, list, item, from, to, at);
  if (found != Tri::kFalse || ListUnchanged(cx, list, version)) return found;
  return FindAmong(cx, ListCopy(cx, list), item, from, to, at);
}

Value Contains(Context& cx, Args args) {
  int64_t at = 0;
  switch (Find(cx, Self(args), args[1], 0, INT64_MAX, &at)) {
    case Tri::kTrue: return Value::True();
    case Tri::kFalse: return Value::False();
    case Tri::kPython: return cx.TailCall(Library::kSequenceContains, {args[0], args[1]});
    default: return Value::Raised();
  }
}

Value Index(Context& cx, Args args) {
  List* list = Self(args);
  int64_t from = 0, to = 0, at = 0;
  const Value start = args.Opt(2), stop = args.Opt(3);
  const Tri bounds = IndexBounds(cx, start, stop, list->length.Load(), &from, &to);
  if (bounds == Tri::kRaised) return Value::Raised();
  if (stop.IsUndefined()) to = INT64_MAX;  // to the end, wherever that is when the search begins
  Tri found = bounds == Tri::kPython ? bounds : Find(cx, list, args[1], from, to, &at);
  if (found == Tri::kTrue) return Value::Small(at);
  if (found == Tri::kRaised) return Value::Raised();
  Value text;
  if (found == Tri::kFalse && TryRepr(cx, args[1], ReprKind::kRepr, &text) == Tri::kTrue) {
    return cx.Raise(Exc::kValueError, "{} is not in list", ToUtf8(text.As<Str>()));
  }
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return cx.TailCall(Library::kSequenceIndex,
                     {args[0], args[1], start.IsUndefined() ? Value::Small(0) : start,
                      stop.IsUndefined() ? Value::Small(Value::kSmallMax) : stop});
}

Value Count(Context& cx, Args args) {
  List* const list = cx.heap.locking().enabled ? ListCopy(cx, Self(args)) : Self(args);
  int64_t count = 0;
  for (uint64_t i = 0;; ++i) {
    const Value v = ListAt(list, i);
    if (v.IsUndefined()) return Value::Small(count);
    switch (TrySame(cx, v, args[1])) {
      case Tri::kTrue: ++count; break;
      case Tri::kFalse: break;
      case Tri::kPython: return cx.TailCall(Library::kSequenceCount, {args[0], args[1]});
      case Tri::kRaised: return Value::Raised();
    }
  }
}

Value Remove(Context& cx, Args args) {
  for (;;) {
    List* const list = cx.heap.locking().enabled ? ListCopy(cx, Self(args)) : Self(args);
    int64_t at = 0;
    switch (FindAmong(cx, list, args[1], 0, INT64_MAX, &at)) {
      case Tri::kTrue: break;
      case Tri::kFalse: return cx.Raise(Exc::kValueError, "list.remove(x): x not in list");
      case Tri::kPython: return cx.TailCall(Library::kListRemove, {args[0], args[1]});
      default: return Value::Raised();
    }
    const Value found = ListAt(list, static_cast<uint64_t>(at));
    // Otherwise another thread has just removed it; there may be more that are equal.
    if (ListRemoveIdentical(cx, Self(args), found, static_cast<uint32_t>(at))) return Value::None();
  }
}

Value Clear(Context& cx, Args args) {
  ListClear(cx, Self(args));
  return Value::None();
}

Value Copy(Context& cx, Args args) { return Value::Of(ListCopy(cx, Self(args))); }

Value Reverse(Context& cx, Args args) {
  ListReverse(cx, Self(args));
  return Value::None();
}

constexpr int kSortAttempts = 3;

Value Sort(Context& cx, Args args) {
  const Value key = args.Opt(1), reverse = args.Opt(2);
  const Tri backwards = reverse.IsUndefined() ? Tri::kFalse : TryTruth(cx, reverse);
  const bool has_key = !key.IsUndefined() && !key.IsNone();
  const auto in_library = [&] {
    return cx.TailCall(Library::kSort, {args[0], has_key ? key : Value::None(),
                                        reverse.IsUndefined() ? Value::False() : reverse});
  };
  if (backwards == Tri::kRaised) return Value::Raised();
  if (has_key || backwards == Tri::kPython) return in_library();
  List* list = Self(args);
  // Nobody sees an item out of its place: the sorted list replaces the one that was read, unless
  // that has changed since.
  for (int attempt = 0; attempt < kSortAttempts; ++attempt) {
    const uint32_t version = ListVersion(list);
    List* const copy = ListCopy(cx, list);
    const uint32_t count = copy->length.Load();
    if (count < 2) return Value::None();
    const Tri sorted =
        SortSimple(cx, copy->storage.Load()->slots(), nullptr, count, backwards == Tri::kTrue);
    if (sorted == Tri::kRaised) return Value::Raised();
    if (sorted != Tri::kTrue) break;
    if (ListChangeIf(cx, list, version,
                     [&] { ListReplaceItems(list, copy->storage.Load(), count); })) {
      return Value::None();
    }
  }
  return in_library();
}

Value Add(Context& cx, Args args) {
  if (args[1].Is(Kind::kList)) return ListConcat(cx, Self(args), args[1].As<List>());
  if (MayReflect(cx, args[1], Special::kRAdd)) return Value::NotImplemented();
  return cx.Raise(Exc::kTypeError, "can only concatenate list (not \"{}\") to list",
                  TypeName(cx, args[1]));
}

Value IAdd(Context& cx, Args args) {
  if (ListExtendFast(cx, Self(args), args[1])) {
    return cx.pending.IsUndefined() ? args[0] : Value::Raised();
  }
  return cx.TailCall(Library::kListIAdd, {args[0], args[1]});
}

Value NotRepeatable(Context& cx, Args args, Special method, Special reflected) {
  if (!LacksMethod(cx, args[1], Special::kIndex)) return RetryWithIndex(cx, method, args);
  if (MayReflect(cx, args[1], reflected)) return Value::NotImplemented();
  return cx.Raise(Exc::kTypeError, "can't multiply sequence by non-int of type '{}'",
                  TypeName(cx, args[1]));
}

Value Mul(Context& cx, Args args) {
  int64_t times = 0;
  switch (RepeatCount(cx, args[1], &times)) {
    case Tri::kTrue: return ListRepeat(cx, Self(args), times);
    case Tri::kPython: return NotRepeatable(cx, args, Special::kMul, Special::kRMul);
    default: return Value::Raised();
  }
}

Value IMul(Context& cx, Args args) {
  int64_t times = 0;
  switch (RepeatCount(cx, args[1], &times)) {
    case Tri::kTrue: break;
    case Tri::kPython: return NotRepeatable(cx, args, Special::kIMul, Special::kRMul);
    default: return Value::Raised();
  }
  return ListRepeatInPlace(cx, Self(args), times) ? args[0] : Value::Raised();
}

template <CompareOp kOp>
Value Compare(Context& cx, Args args) {
  if (!args[1].Is(Kind::kList)) return Value::NotImplemented();
  return ComparisonResult(cx, TryCompareContents(cx, kOp, args[0], args[1]),
                          Library::kSequenceCompare, kOp, args[0], args[1]);
}

constexpr NativeDef kMethods[] = {
    {"__new__", NewEmpty, "cls, *args, **kwargs"},
    {"__init__", Init, "self, iterable=, /"},
    {"__len__", Len, "self, /"},
    {"__getitem__", GetItem, "self, index, /"},
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
    {"__imul__", IMul, "self, value, /"},
    COMPARISON_ROWS(Compare),
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"append", Append, "self, object, /"},
    {"clear", Clear, "self, /"},
    {"copy", Copy, "self, /"},
    {"count", Count, "self, value, /"},
    {"extend", Extend, "self, iterable, /"},
    {"index", Index, "self, value, start=, stop=, /"},
    {"insert", Insert, "self, index, object, /"},
    {"pop", Pop, "self, index=, /"},
    {"remove", Remove, "self, value, /"},
    {"reverse", Reverse, "self, /"},
    {"sort", Sort, "self, /, *, key=, reverse="},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kListType = {"list",
                           "builtins",
                           Kind::kList,
                           kMethods,
                           nullptr,
                           0,
                           sizeof(List),
                           "Built-in mutable sequence.\n\n"
                           "If no argument is given, the constructor creates a new empty list.\n"
                           "The argument must be an iterable if specified."};

}  // namespace heddle::lib
