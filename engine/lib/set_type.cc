// set and frozenset
#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace heddle::lib {

namespace {

Set* Self(Args args) { return args[0].As<Set>(); }

// A set of what `iterable` gives (a set itself stays itself); null: takes Python code, or
// cx.pending is set.
Set* AsSet(Context& cx, Value iterable) {
  if (IsSet(iterable)) return iterable.As<Set>();
  Set* set = NewSet(cx.heap);
  return SetUpdateFast(cx, set, iterable) == Find::kFound ? set : nullptr;
}

// What the library's _set_operation does: `name` of (a, b), where b is any iterable.
Value InLibrary(Context& cx, const char* name, Value a, Value b) {
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return cx.TailCall(Library::kSetOperation, {cx.NewString(name), a, b});
}

struct Operation {
  SetOp op;
  const char* name;
};
constexpr Operation kUnion{SetOp::kUnion, "union"};
constexpr Operation kIntersection{SetOp::kIntersection, "intersection"};
constexpr Operation kDifference{SetOp::kDifference, "difference"};
constexpr Operation kSymmetric{SetOp::kSymmetricDifference, "symmetric_difference"};

Value Operate(Context& cx, const Operation& operation, Value a, Value b) {
  Set* other = AsSet(cx, b);
  const Value result =
      other == nullptr ? Value() : SetOperate(cx, operation.op, a.As<Set>(), other);
  return result.IsUndefined() ? InLibrary(cx, operation.name, a, b) : result;
}

// a.union(*others) and the like.
template <const Operation& kOperation>
Value Method(Context& cx, Args args) {
  Value result = args[0];
  if (args.count == 1) return Value::Of(SetCopy(cx, Self(args), Self(args)->kind));
  for (uint32_t i = 1; i < args.count; ++i) {
    const Value before = result;
    result = Operate(cx, kOperation, before, args[i]);
    if (result != Value::TailCall() || args.count == 2) {
      if (result.IsUndefined() || result == Value::TailCall()) return result;
      continue;
    }
    // The library does the rest one after the other, given a tuple of what is left.
    Tuple* rest = NewTuple(cx.heap, std::span<const Value>(args.data + i, args.count - i));
    return cx.TailCall(Library::kSetOperations,
                       {cx.NewString(kOperation.name), before, Value::Of(rest)});
  }
  return result;
}

template <const Operation& kOperation>
Value Operator(Context& cx, Args args) {
  if (!IsSet(args[0]) || !IsSet(args[1])) return Value::NotImplemented();
  return Operate(cx, kOperation, args[0], args[1]);
}

template <const Operation& kOperation>
Value Reflected(Context& cx, Args args) {
  if (!IsSet(args[1])) return Value::NotImplemented();
  return Operate(cx, kOperation, args[1], args[0]);
}

// Changes args[0] to the outcome of the operation with b: Undefined when that takes Python code.
template <const Operation& kOperation>
bool Change(Context& cx, Set* set, Value b) {
  if (kOperation.op == SetOp::kUnion) {
    return SetUpdateFast(cx, set, b) == Find::kFound;
  }
  Set* other = AsSet(cx, b);
  if (other == nullptr) return false;
  if (kOperation.op == SetOp::kDifference) return SetSubtract(cx, set, other) == Find::kFound;
  // Of a symmetric difference it is the second that is copied and changed.
  const bool swap = kOperation.op == SetOp::kSymmetricDifference;
  const Value result =
      swap ? SetOperate(cx, kOperation.op, other, set) : SetOperate(cx, kOperation.op, set, other);
  if (result.IsUndefined()) return false;
  SetTake(cx, set, result.As<Set>());
  return true;
}

// a.update(*others) and the like.
template <const Operation& kOperation>
Value UpdateMethod(Context& cx, Args args) {
  for (uint32_t i = 1; i < args.count; ++i) {
    if (Change<kOperation>(cx, Self(args), args[i])) continue;
    if (!cx.pending.IsUndefined()) return Value::Raised();
    Tuple* rest = NewTuple(cx.heap, std::span<const Value>(args.data + i, args.count - i));
    return cx.TailCall(Library::kSetChange,
                       {cx.NewString(kOperation.name), args[0], Value::Of(rest), Value::None()});
  }
  return Value::None();
}

template <const Operation& kOperation>
Value InPlace(Context& cx, Args args) {
  if (!IsSet(args[1])) return Value::NotImplemented();
  if (Change<kOperation>(cx, Self(args), args[1])) return args[0];
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return cx.TailCall(Library::kSetChange, {cx.NewString(kOperation.name), args[0],
                                           Value::Of(NewTuple(cx.heap, {args[1]})), args[0]});
}

Value Init(Context& cx, Args args) {
  Set* set = Self(args);
  if (set->count.Load() != 0) SetClear(cx, set);
  const Value iterable = args.Opt(1);
  if (iterable.IsUndefined()) return Value::None();
  Value rest;
  switch (SetUpdateFast(cx, set, iterable, &rest)) {
    case Find::kRaised: return Value::Raised();
    case Find::kPython: return cx.TailCall(Library::kSetUpdate, {args[0], rest});
    default: return Value::None();
  }
}

Value NewFrozen(Context& cx, Args args) {
  if (!args[0].Is(Kind::kType)) {
    return cx.Raise(Exc::kTypeError, "frozenset.__new__(X): X is not a type object ({})",
                    TypeName(cx, args[0]));
  }
  auto* type = args[0].As<Type>();
  const Value iterable = args.Opt(1);
  if (!type->Has(kHeapType) && iterable.Is(Kind::kFrozenSet) &&
      (iterable.object()->flags & kSubclass) == 0) {
    return iterable;
  }
  auto* set = static_cast<Set*>(NewInstance(cx, type));
  if (iterable.IsUndefined()) return Value::Of(set);
  Value rest;
  switch (SetUpdateFast(cx, set, iterable, &rest)) {
    case Find::kRaised: return Value::Raised();
    case Find::kPython: return cx.TailCall(Library::kFrozenSetFill, {Value::Of(set), rest});
    default: return Value::Of(set);
  }
}

Value Len(Context&, Args args) { return Value::Small(Self(args)->count.Load()); }

// A set looked for in a set stands for the frozenset of its items.
Value Searchable(Context& cx, Value item) {
  if (!item.Is(Kind::kSet) || !TypeOf(cx, item)->special(Special::kHash).IsNone()) return item;
  return Value::Of(SetCopy(cx, item.As<Set>(), Kind::kFrozenSet));
}

Value Contains(Context& cx, Args args) {
  const Value item = Searchable(cx, args[1]);
  switch (SetFind(cx, Self(args), item)) {
    case Find::kFound: return Value::True();
    case Find::kMissing: return Value::False();
    case Find::kPython: return cx.TailCall(Library::kSetContains, {args[0], item});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

Value Add(Context& cx, Args args) {
  switch (SetAdd(cx, Self(args), args[1])) {
    case Find::kPython: return cx.TailCall(Library::kSetAdd, {args[0], args[1]});
    case Find::kRaised: return Value::Raised();
    default: return Value::None();
  }
}

Value Discard(Context& cx, Args args) {
  const Value item = Searchable(cx, args[1]);
  switch (SetDiscard(cx, Self(args), item)) {
    case Find::kPython: return cx.TailCall(Library::kSetDiscardItem, {args[0], item});
    case Find::kRaised: return Value::Raised();
    default: return Value::None();
  }
}

Value Remove(Context& cx, Args args) {
  const Value item = Searchable(cx, args[1]);
  switch (SetDiscard(cx, Self(args), item)) {
    case Find::kFound: return Value::None();
    case Find::kMissing: return cx.RaiseWith(Exc::kKeyError, args[1]);
    case Find::kPython: return cx.TailCall(Library::kSetRemove, {args[0], item});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

Value Pop(Context& cx, Args args) {
  const Value item = SetPop(cx, Self(args));
  if (!item.IsUndefined()) return item;
  return cx.RaiseWith(Exc::kKeyError, cx.NewString("pop from an empty set"));
}

Value Clear(Context& cx, Args args) {
  SetClear(cx, Self(args));
  return Value::None();
}

Value Copy(Context& cx, Args args) {
  Set* set = Self(args);
  if (set->kind == Kind::kFrozenSet && (set->flags & kSubclass) == 0) return args[0];
  return Value::Of(SetCopy(cx, set, set->kind));
}

template <CompareOp kOp>
Value Compare(Context& cx, Args args) {
  if (!IsSet(args[1])) return Value::NotImplemented();
  return ComparisonResult(cx, TryCompareContents(cx, kOp, args[0], args[1]), Library::kSetCompare,
                          kOp, args[0], args[1]);
}

// issubset and issuperset, of any iterable.
template <CompareOp kOp>
Value CompareWith(Context& cx, Args args) {
  Set* other = AsSet(cx, args[1]);
  if (other == nullptr) {
    return InLibrary(cx, kOp == CompareOp::kLe ? "issubset" : "issuperset", args[0], args[1]);
  }
  return ComparisonResult(cx, TryCompareContents(cx, kOp, args[0], Value::Of(other)),
                          Library::kSetCompare, kOp, args[0], Value::Of(other));
}

Value IsDisjoint(Context& cx, Args args) {
  Set* other = AsSet(cx, args[1]);
  const Value common =
      other == nullptr ? Value() : SetOperate(cx, SetOp::kIntersection, Self(args), other);
  if (common.IsUndefined()) return InLibrary(cx, "isdisjoint", args[0], args[1]);
  return Value::Bool(common.As<Set>()->count.Load() == 0);
}

Value Hash(Context& cx, Args args) {
  uint64_t hash = 0;
  SetHash(cx, Self(args), &hash);
  return IntFromInt64(cx.heap, static_cast<int64_t>(hash));
}

#define SHARED_METHODS                                                                \
  {"__len__", Len, "self, /"}, {"__contains__", Contains, "self, key, /"},            \
      {"__iter__", ContainerIter, "self, /"}, {"__repr__", ContainerRepr, "self, /"}, \
      COMPARISON_ROWS(Compare), {"__or__", Operator<kUnion>, "self, value, /"},       \
      {"__and__", Operator<kIntersection>, "self, value, /"},                         \
      {"__sub__", Operator<kDifference>, "self, value, /"},                           \
      {"__xor__", Operator<kSymmetric>, "self, value, /"},                            \
      {"__ror__", Reflected<kUnion>, "self, value, /"},                               \
      {"__rand__", Reflected<kIntersection>, "self, value, /"},                       \
      {"__rsub__", Reflected<kDifference>, "self, value, /"},                         \
      {"__rxor__", Reflected<kSymmetric>, "self, value, /"},                          \
      {"__class_getitem__", ClassGetItem, "cls, item, /"}, {"copy", Copy, "self, /"}, \
      {"union", Method<kUnion>, "self, *others"},                                     \
      {"intersection", Method<kIntersection>, "self, *others"},                       \
      {"difference", Method<kDifference>, "self, *others"},                           \
      {"symmetric_difference", Method<kSymmetric>, "self, other, /"},                 \
      {"isdisjoint", IsDisjoint, "self, other, /"},                                   \
      {"issubset", CompareWith<CompareOp::kLe>, "self, other, /"}, {                  \
    "issuperset", CompareWith<CompareOp::kGe>, "self, other, /"                       \
  }

constexpr NativeDef kSetMethods[] = {
    {"__new__", NewEmpty, "cls, *args, **kwargs"},
    {"__init__", Init, "self, iterable=, /"},
    {"__hash__", nullptr, nullptr},
    SHARED_METHODS,
    {"__ior__", InPlace<kUnion>, "self, value, /"},
    {"__iand__", InPlace<kIntersection>, "self, value, /"},
    {"__isub__", InPlace<kDifference>, "self, value, /"},
    {"__ixor__", InPlace<kSymmetric>, "self, value, /"},
    {"add", Add, "self, object, /"},
    {"clear", Clear, "self, /"},
    {"discard", Discard, "self, object, /"},
    {"pop", Pop, "self, /"},
    {"remove", Remove, "self, object, /"},
    {"update", UpdateMethod<kUnion>, "self, *others"},
    {"intersection_update", UpdateMethod<kIntersection>, "self, *others"},
    {"difference_update", UpdateMethod<kDifference>, "self, *others"},
    {"symmetric_difference_update", UpdateMethod<kSymmetric>, "self, other, /"},
    {nullptr, nullptr, nullptr},
};

constexpr NativeDef kFrozenSetMethods[] = {
    {"__new__", NewFrozen, "cls, iterable=, /"},
    {"__hash__", Hash, "self, /"},
    SHARED_METHODS,
    {nullptr, nullptr, nullptr},
};

#undef SHARED_METHODS

}  // namespace

const TypeDef kSetType = {
    "set",   "builtins", Kind::kSet,  kSetMethods,
    nullptr, 0,          sizeof(Set), "Build an unordered collection of unique elements."};
const TypeDef kFrozenSetType = {
    "frozenset",      "builtins",
    Kind::kFrozenSet, kFrozenSetMethods,
    nullptr,          0,
    sizeof(Set),      "Build an immutable unordered collection of unique elements."};

}  // namespace heddle::lib
