// tuple
#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/shape.h"
#include "objects/slice.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

Tuple* Self(Args args) { return args[0].As<Tuple>(); }

// A plain tuple of what `iterable` gives; Undefined: takes Python code, or cx.pending is set.
Value TupleOf(Context& cx, Value iterable) {
  if (iterable.Is(Kind::kTuple) && (iterable.object()->flags & kSubclass) == 0) return iterable;
  List* items = NewList(cx.heap);
  if (!ListExtendFast(cx, items, iterable) || !cx.pending.IsUndefined()) return Value::Undefined();
  const uint32_t count = items->length.Load();
  if (count == 0) return cx.runtime.empty_tuple.Load();
  Tuple* tuple = NewTupleRaw(cx.heap, count);
  CopySlots(tuple->items(), items->storage.Load()->slots(), count);
  return Value::Of(tuple);
}

Value New(Context& cx, Args args) {
  if (!args[0].Is(Kind::kType)) {
    return cx.Raise(Exc::kTypeError, "tuple.__new__(X): X is not a type object ({})",
                    TypeName(cx, args[0]));
  }
  auto* type = args[0].As<Type>();
  const Value iterable = args.Opt(1);
  const Value plain =
      iterable.IsUndefined() ? cx.runtime.empty_tuple.Load() : TupleOf(cx, iterable);
  if (plain.IsUndefined()) {
    if (!cx.pending.IsUndefined()) return Value::Raised();
    // The library makes a tuple of it, and calls tuple.__new__ again for a subclass.
    return cx.TailCall(Library::kTupleNew, {args[0], iterable});
  }
  if (!type->Has(kHeapType)) return plain;
  return CopyAsSubclass(cx, plain, type);
}

Value Len(Context&, Args args) { return Value::Small(Self(args)->length); }

Value GetItem(Context& cx, Args args) {
  Tuple* tuple = Self(args);
  if (args[1].Is(Kind::kSlice)) {
    SliceRange range;
    switch (SliceIndices(cx, args[1].As<Slice>(), tuple->length, &range)) {
      case Tri::kTrue: return TupleSlice(cx, tuple, range.start, range.step, range.count);
      case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
      default: return Value::Raised();
    }
  }
  int64_t i = 0;
  const Tri index = SequenceIndex(cx, args[1], "tuple", &i);
  if (index == Tri::kPython) return RetryWithIndex(cx, Special::kGetItem, args);
  if (index != Tri::kTrue) return Value::Raised();
  const Value item = TupleGet(tuple, i);
  if (item.IsUndefined()) return cx.Raise(Exc::kIndexError, "tuple index out of range");
  return item;
}

Value Contains(Context& cx, Args args) {
  Tuple* tuple = Self(args);
  for (uint32_t i = 0; i < tuple->length; ++i) {
    switch (TrySame(cx, tuple->Get(i), args[1])) {
      case Tri::kTrue: return Value::True();
      case Tri::kFalse: break;
      case Tri::kPython: return cx.TailCall(Library::kSequenceContains, {args[0], args[1]});
      case Tri::kRaised: return Value::Raised();
    }
  }
  return Value::False();
}

Value Index(Context& cx, Args args) {
  Tuple* tuple = Self(args);
  const Value start = args.Opt(2), stop = args.Opt(3);
  int64_t from = 0, to = 0;
  Tri state = IndexBounds(cx, start, stop, tuple->length, &from, &to);
  if (state == Tri::kTrue) {
    state = Tri::kFalse;
    for (int64_t i = from; i < to && i < tuple->length && state == Tri::kFalse; ++i) {
      state = TrySame(cx, tuple->Get(static_cast<uint32_t>(i)), args[1]);
      if (state == Tri::kTrue) return Value::Small(i);
    }
  }
  if (state == Tri::kRaised) return Value::Raised();
  if (state == Tri::kFalse) {
    return cx.Raise(Exc::kValueError, "tuple.index(x): x not in tuple");
  }
  return cx.TailCall(Library::kSequenceIndex,
                     {args[0], args[1], start.IsUndefined() ? Value::Small(0) : start,
                      stop.IsUndefined() ? Value::Small(Value::kSmallMax) : stop});
}

Value Count(Context& cx, Args args) {
  Tuple* tuple = Self(args);
  int64_t count = 0;
  for (uint32_t i = 0; i < tuple->length; ++i) {
    switch (TrySame(cx, tuple->Get(i), args[1])) {
      case Tri::kTrue: ++count; break;
      case Tri::kFalse: break;
      case Tri::kPython: return cx.TailCall(Library::kSequenceCount, {args[0], args[1]});
      case Tri::kRaised: return Value::Raised();
    }
  }
  return Value::Small(count);
}

Value Add(Context& cx, Args args) {
  if (args[1].Is(Kind::kTuple)) return TupleConcat(cx, Self(args), args[1].As<Tuple>());
  if (MayReflect(cx, args[1], Special::kRAdd)) return Value::NotImplemented();
  return cx.Raise(Exc::kTypeError, "can only concatenate tuple (not \"{}\") to tuple",
                  TypeName(cx, args[1]));
}

Value Mul(Context& cx, Args args) {
  int64_t times = 0;
  switch (RepeatCount(cx, args[1], &times)) {
    case Tri::kTrue: return TupleRepeat(cx, Self(args), times);
    case Tri::kRaised: return Value::Raised();
    default: break;
  }
  if (!LacksMethod(cx, args[1], Special::kIndex)) return RetryWithIndex(cx, Special::kMul, args);
  if (MayReflect(cx, args[1], Special::kRMul)) return Value::NotImplemented();
  return cx.Raise(Exc::kTypeError, "can't multiply sequence by non-int of type '{}'",
                  TypeName(cx, args[1]));
}

Value Hash(Context& cx, Args args) {
  uint64_t hash = 0;
  switch (TryHashContents(cx, args[0], &hash)) {
    case Tri::kTrue: return IntFromInt64(cx.heap, static_cast<int64_t>(hash));
    case Tri::kPython: return cx.TailCall(Library::kTupleHash, {args[0]});
    default: return Value::Raised();
  }
}

Value GetNewArgs(Context& cx, Args args) {
  const Value plain = TupleSlice(cx, Self(args), 0, 1, Self(args)->length);
  return Value::Of(NewTuple(cx.heap, {plain}));
}

template <CompareOp kOp>
Value Compare(Context& cx, Args args) {
  if (!args[1].Is(Kind::kTuple)) return Value::NotImplemented();
  return ComparisonResult(cx, TryCompareContents(cx, kOp, args[0], args[1]),
                          Library::kSequenceCompare, kOp, args[0], args[1]);
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, iterable=, /"},
    {"__len__", Len, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__contains__", Contains, "self, key, /"},
    {"__iter__", ContainerIter, "self, /"},
    {"__repr__", ContainerRepr, "self, /"},
    {"__hash__", Hash, "self, /"},
    {"__add__", Add, "self, value, /"},
    {"__mul__", Mul, "self, value, /"},
    {"__rmul__", Mul, "self, value, /"},
    COMPARISON_ROWS(Compare),
    {"__getnewargs__", GetNewArgs, "self, /"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"count", Count, "self, value, /"},
    {"index", Index, "self, value, start=, stop=, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kTupleType = {
    "tuple",
    "builtins",
    Kind::kTuple,
    kMethods,
    nullptr,
    0,
    0,
    "Built-in immutable sequence.\n\n"
    "If no argument is given, the constructor returns an empty tuple.\n"
    "If iterable is specified the tuple is initialized from iterable's items.\n\n"
    "If the argument is a tuple, the return value is the same object."};

}  // namespace heddle::lib
