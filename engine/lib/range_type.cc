// range and slice
#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/range.h"
#include "objects/slice.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

Range* Self(Args args) { return args[0].As<Range>(); }

Value NewRangeObject(Context& cx, Args args) {
  if (args.count < 2) {
    return cx.Raise(Exc::kTypeError, "range expected at least 1 argument, got 0");
  }
  for (uint32_t i = 1; i < args.count; ++i) {
    if (IsInt(args[i])) continue;
    if (LacksMethod(cx, args[i], Special::kIndex)) {
      return cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer",
                      TypeName(cx, args[i]));
    }
    Tuple* all = NewTuple(cx.heap, std::span<const Value>(args.data + 1, args.count - 1));
    return cx.TailCall(Library::kRangeFrom, {Value::Of(all)});
  }
  if (args.count == 2) return NewRange(cx, Value::Small(0), args[1], Value::Small(1));
  return NewRange(cx, args[1], args[2], args.count == 3 ? Value::Small(1) : args[3]);
}

Value RangeLen(Context& cx, Args args) {
  const Value length = Self(args)->length.Load();
  int64_t fits = 0;
  if (IntToInt64(length, &fits)) return length;
  return cx.Raise(Exc::kOverflowError, "Python int too large to convert to C ssize_t");
}

Value RangeTruth(Context&, Args args) {
  return Value::Bool(Self(args)->length.Load() != Value::Small(0));
}

// A range of the same numbers by other bounds.
Value SliceOfRange(Context& cx, Args args) {
  Range* range = Self(args);
  SliceRange part;
  const Value length = range->length.Load();
  const Slice* slice = args[1].As<Slice>();
  const auto is_big = [](Value v) { return v.Is(Kind::kInt); };
  if (is_big(length) || is_big(slice->step.Load())) {
    return cx.TailCall(Library::kRarely,
                       {cx.NewString("slice_of_range"), args[0], args[1], length});
  }
  switch (SliceIndices(cx, args[1].As<Slice>(), IntToInt64Clamped(length), &part)) {
    case Tri::kTrue: break;
    case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
    default: return Value::Raised();
  }
  const Value step = range->step.Load(), start = range->start.Load();
  const auto at = [&](int64_t i) {
    return IntAdd(cx, start, IntMul(cx, IntFromInt64(cx.heap, i), step));
  };
  return NewRange(cx, at(part.start), at(part.stop),
                  IntMul(cx, IntFromInt64(cx.heap, part.step), step));
}

Value RangeGetItem(Context& cx, Args args) {
  if (args[1].Is(Kind::kSlice)) return SliceOfRange(cx, args);
  if (!IsInt(args[1])) {
    if (!LacksMethod(cx, args[1], Special::kIndex)) {
      return RetryWithIndex(cx, Special::kGetItem, args);
    }
    return cx.Raise(Exc::kTypeError, "range indices must be integers or slices, not {}",
                    TypeName(cx, args[1]));
  }
  const Value item = RangeGet(cx, Self(args), args[1]);
  if (item.IsUndefined()) return cx.Raise(Exc::kIndexError, "range object index out of range");
  return item;
}

// The position of an int in the range, or Undefined.
Value PositionOf(Context& cx, Range* range, Value item) {
  if (range->is_small() && item.IsSmall()) {
    const int64_t step = range->step.Load().small();
    const int64_t offset = item.small() - range->start.Load().small();
    if (offset % step != 0 || offset / step < 0) return Value::Undefined();
    if (offset / step >= range->length.Load().small()) return Value::Undefined();
    return Value::Small(offset / step);
  }
  Value quotient, remainder;
  const Value offset = IntSub(cx, item, range->start.Load());
  if (!IntDivMod(cx, offset, range->step.Load(), &quotient, &remainder)) return Value::Undefined();
  const bool inside = IntSign(remainder) == 0 && IntSign(quotient) >= 0 &&
                      IntCompare(quotient, range->length.Load()) < 0;
  return inside ? quotient : Value::Undefined();
}

// Values that equal an int without being one: floats mostly.
Tri SearchEach(Context& cx, Range* range, Value item, int64_t* at, int64_t* count) {
  auto* it = IterateContents(cx, Value::Of(range)).As<Iterator>();
  *count = 0;
  for (int64_t i = 0;; ++i) {
    const Value v = IteratorTake(cx, it);
    if (v.IsUndefined()) return cx.pending.IsUndefined() ? Tri::kFalse : Tri::kRaised;
    const Tri same = TrySame(cx, v, item);
    if (same == Tri::kFalse) continue;
    *at = i;
    ++*count;
    return same;
  }
}

Value RangeContains(Context& cx, Args args) {
  if (IsInt(args[1]) && UsesBuiltin(cx, args[1], Special::kEq)) {
    return Value::Bool(!PositionOf(cx, Self(args), args[1]).IsUndefined());
  }
  int64_t at = 0, count = 0;
  switch (SearchEach(cx, Self(args), args[1], &at, &count)) {
    case Tri::kTrue: return Value::True();
    case Tri::kFalse: return Value::False();
    case Tri::kPython: return cx.TailCall(Library::kSequenceContains, {args[0], args[1]});
    case Tri::kRaised: break;
  }
  return Value::Raised();
}

Value RangeIndex(Context& cx, Args args) {
  Value position;
  if (IsInt(args[1]) && UsesBuiltin(cx, args[1], Special::kEq)) {
    position = PositionOf(cx, Self(args), args[1]);
  } else {
    int64_t at = 0, count = 0;
    const Tri found = SearchEach(cx, Self(args), args[1], &at, &count);
    if (found == Tri::kRaised) return Value::Raised();
    if (found == Tri::kPython) {
      return cx.TailCall(Library::kSequenceIndex,
                         {args[0], args[1], Value::Small(0), Value::Small(Value::kSmallMax)});
    }
    if (found == Tri::kTrue) position = Value::Small(at);
  }
  if (!position.IsUndefined()) return position;
  Value text;
  if (!IsInt(args[1]) || TryRepr(cx, args[1], ReprKind::kRepr, &text) != Tri::kTrue) {
    return cx.Raise(Exc::kValueError, "sequence.index(x): x not in sequence");
  }
  return cx.Raise(Exc::kValueError, "{} is not in range", ToUtf8(text.As<Str>()));
}

Value RangeCount(Context& cx, Args args) {
  if (IsInt(args[1])) {
    return Value::Small(PositionOf(cx, Self(args), args[1]).IsUndefined() ? 0 : 1);
  }
  int64_t at = 0, count = 0;
  switch (SearchEach(cx, Self(args), args[1], &at, &count)) {
    case Tri::kPython: return cx.TailCall(Library::kSequenceCount, {args[0], args[1]});
    case Tri::kRaised: return Value::Raised();
    default: return Value::Small(count);
  }
}

template <CompareOp kOp>
Value CompareRange(Context& cx, Args args) {
  const bool ordered = kOp != CompareOp::kEq && kOp != CompareOp::kNe;
  if (ordered || !args[1].Is(Kind::kRange)) return Value::NotImplemented();
  return Value::Bool(TryCompareContents(cx, kOp, args[0], args[1]) == Tri::kTrue);
}

Value ContentsHash(Context& cx, Args args) {
  uint64_t hash = 0;
  switch (TryHashContents(cx, args[0], &hash)) {
    case Tri::kTrue: return IntFromInt64(cx.heap, static_cast<int64_t>(hash));
    case Tri::kPython: return cx.TailCall(Library::kHash, {args[0]});
    default: return Value::Raised();
  }
}

Value RangeStart(Context&, Args args) { return Self(args)->start.Load(); }
Value RangeStop(Context&, Args args) { return Self(args)->stop.Load(); }
Value RangeStep(Context&, Args args) { return Self(args)->step.Load(); }

Value NewSliceObject(Context& cx, Args args) {
  if (args.count < 2) {
    return cx.Raise(Exc::kTypeError, "slice expected at least 1 argument, got 0");
  }
  const Value none = Value::None();
  if (args.count == 2) return Value::Of(NewSlice(cx.heap, none, args[1], none));
  return Value::Of(NewSlice(cx.heap, args[1], args[2], args.count == 3 ? none : args[3]));
}

Slice* SelfSlice(Args args) { return args[0].As<Slice>(); }

Value SliceStart(Context&, Args args) { return SelfSlice(args)->start.Load(); }
Value SliceStop(Context&, Args args) { return SelfSlice(args)->stop.Load(); }
Value SliceStep(Context&, Args args) { return SelfSlice(args)->step.Load(); }

Value SliceIndicesMethod(Context& cx, Args args) {
  int64_t length = 0;
  if (!IsInt(args[1])) {
    if (!LacksMethod(cx, args[1], Special::kIndex)) return RetryWithIndex(cx, "indices", args);
    return cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer",
                    TypeName(cx, args[1]));
  }
  const auto is_big = [](Value v) { return v.Is(Kind::kInt); };
  const Slice* const self = SelfSlice(args);
  if (is_big(args[1]) || is_big(self->start.Load()) || is_big(self->stop.Load()) ||
      is_big(self->step.Load())) {
    return cx.TailCall(Library::kSliceIndices, {args[0], args[1]});
  }
  length = IntToInt64Clamped(args[1]);
  if (length < 0) return cx.Raise(Exc::kValueError, "length should not be negative");
  SliceRange range;
  switch (SliceIndices(cx, SelfSlice(args), length, &range)) {
    case Tri::kTrue: break;
    case Tri::kPython: return cx.TailCall(Library::kSliceIndices, {args[0], args[1]});
    default: return Value::Raised();
  }
  return Value::Of(
      NewTuple(cx.heap, {IntFromInt64(cx.heap, range.start), IntFromInt64(cx.heap, range.stop),
                         IntFromInt64(cx.heap, range.step)}));
}

template <CompareOp kOp>
Value CompareSlice(Context& cx, Args args) {
  if (!args[1].Is(Kind::kSlice)) return Value::NotImplemented();
  return ComparisonResult(cx, TryCompareContents(cx, kOp, args[0], args[1]), Library::kSliceCompare,
                          kOp, args[0], args[1]);
}

constexpr NativeDef kRangeMethods[] = {
    {"__new__", NewRangeObject, "cls, start=, stop=, step=, /"},
    {"__len__", RangeLen, "self, /"},
    {"__bool__", RangeTruth, "self, /"},
    {"__getitem__", RangeGetItem, "self, key, /"},
    {"__contains__", RangeContains, "self, key, /"},
    {"__iter__", ContainerIter, "self, /"},
    {"__reversed__", ContainerReversed, "self, /"},
    {"__repr__", ContainerRepr, "self, /"},
    COMPARISON_ROWS(CompareRange),
    {"__hash__", ContentsHash, "self, /"},
    {"count", RangeCount, "self, value, /"},
    {"index", RangeIndex, "self, value, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kRangeGetSets[] = {
    {"start", RangeStart, nullptr},
    {"stop", RangeStop, nullptr},
    {"step", RangeStep, nullptr},
    {nullptr, nullptr, nullptr},
};

constexpr NativeDef kSliceMethods[] = {
    {"__new__", NewSliceObject, "cls, start=, stop=, step=, /"},
    {"__repr__", ContainerRepr, "self, /"},
    {"__hash__", ContentsHash, "self, /"},
    COMPARISON_ROWS(CompareSlice),
    {"indices", SliceIndicesMethod, "self, len, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kSliceGetSets[] = {
    {"start", SliceStart, nullptr},
    {"stop", SliceStop, nullptr},
    {"step", SliceStep, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kRangeType = {
    "range",
    "builtins",
    Kind::kRange,
    kRangeMethods,
    kRangeGetSets,
    kNotBase,
    sizeof(Range),
    "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
    "Return an object that produces a sequence of integers from start (inclusive)\n"
    "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n"
    "start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
    "These are exactly the valid indices for a list of 4 elements.\n"
    "When step is given, it specifies the increment (or decrement)."};
const TypeDef kSliceType = {
    "slice",
    "builtins",
    Kind::kSlice,
    kSliceMethods,
    kSliceGetSets,
    kNotBase,
    sizeof(Slice),
    "slice(stop)\nslice(start, stop[, step])\n\n"
    "Create a slice object.  This is used for extended slicing (e.g. a[0:10:2])."};

}  // namespace heddle::lib
