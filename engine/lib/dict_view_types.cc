// dict_keys, dict_values, dict_items
#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "objects/iterator.h"
#include "objects/set.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

DictView* Self(Args args) { return args[0].As<DictView>(); }
Dict* DictOf(Value view) { return view.As<DictView>()->dict.Load().As<Dict>(); }

bool IsSetLike(Context& cx, Value v) {
  if (IsSet(v)) return true;
  return v.Is(Kind::kDictView) && PartOf(cx, v.As<DictView>()) != DictPart::kValues;
}

// A new set of what an iterable gives; null: takes Python code, or cx.pending is set.
Set* NewSetOf(Context& cx, Value iterable) {
  Set* set = NewSet(cx.heap);
  return SetUpdateFast(cx, set, iterable) == Find::kFound ? set : nullptr;
}

Value Len(Context&, Args args) { return Value::Small(DictLength(DictOf(args[0]))); }
Value Mapping(Context& cx, Args args) {
  return cx.TailCall(Library::kMappingProxy, {Self(args)->dict.Load()});
}

Value ContainsKey(Context& cx, Args args) {
  Value value;
  switch (DictFind(cx, DictOf(args[0]), args[1], &value)) {
    case Find::kFound: return Value::True();
    case Find::kMissing: return Value::False();
    case Find::kPython:
      return cx.TailCall(Library::kDictContains, {Self(args)->dict.Load(), args[1]});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

Value ContainsItem(Context& cx, Args args) {
  if (!args[1].Is(Kind::kTuple) || args[1].As<Tuple>()->length != 2) return Value::False();
  auto* pair = args[1].As<Tuple>();
  Value value;
  const Find find = DictFind(cx, DictOf(args[0]), pair->Get(0), &value);
  if (find == Find::kMissing) return Value::False();
  if (find == Find::kRaised) return Value::Raised();
  const Tri same = find == Find::kPython ? Tri::kPython : TrySame(cx, value, pair->Get(1));
  if (same == Tri::kRaised) return Value::Raised();
  if (same == Tri::kPython) return cx.TailCall(Library::kViewContains, {args[0], args[1]});
  return Value::Bool(same == Tri::kTrue);
}

template <CompareOp kOp>
Value Compare(Context& cx, Args args) {
  if (!IsSetLike(cx, args[1])) return Value::NotImplemented();
  Set* a = NewSetOf(cx, args[0]);
  Set* b = a == nullptr ? nullptr : NewSetOf(cx, args[1]);
  Tri answer = Tri::kPython;
  if (b != nullptr) answer = TryCompareContents(cx, kOp, Value::Of(a), Value::Of(b));
  if (b != nullptr && !cx.pending.IsUndefined()) return Value::Raised();
  cx.pending = Value();  // values need not be hashable to be compared
  return ComparisonResult(cx, answer, Library::kViewCompare, kOp, args[0], args[1]);
}

Value Operate(Context& cx, SetOp op, Value a, Value b) {
  static constexpr const char* kNames[] = {"union", "intersection", "difference",
                                           "symmetric_difference"};
  if (!b.Is(Kind::kIterator)) {
    Set* left = NewSetOf(cx, a);
    Set* right = left == nullptr ? nullptr : NewSetOf(cx, b);
    if (right != nullptr) {
      const Value result = SetOperate(cx, op, left, right);
      if (!result.IsUndefined()) return result;
    }
    if (!cx.pending.IsUndefined()) return Value::Raised();
  }
  return cx.TailCall(Library::kViewOperation, {cx.NewString(kNames[static_cast<int>(op)]), a, b});
}

template <SetOp kOp>
Value Operator(Context& cx, Args args) {
  return Operate(cx, kOp, args[0], args[1]);
}
template <SetOp kOp>
Value Reflected(Context& cx, Args args) {
  return Operate(cx, kOp, args[1], args[0]);
}

Value IsDisjoint(Context& cx, Args args) {
  Set* a = NewSetOf(cx, args[0]);
  Set* b = a == nullptr ? nullptr : NewSetOf(cx, args[1]);
  const Value common = b == nullptr ? Value() : SetOperate(cx, SetOp::kIntersection, a, b);
  if (!common.IsUndefined()) return Value::Bool(common.As<Set>()->count.Load() == 0);
  cx.pending = Value();
  return cx.TailCall(Library::kViewOperation, {cx.NewString("isdisjoint"), args[0], args[1]});
}

#define COMMON_METHODS                                                 \
  {"__len__", Len, "self, /"}, {"__iter__", ContainerIter, "self, /"}, \
      {"__reversed__", ContainerReversed, "self, /"}, {                \
    "__repr__", ContainerRepr, "self, /"                               \
  }

#define SET_METHODS                                                             \
  {"__hash__", nullptr, nullptr}, COMPARISON_ROWS(Compare),                     \
      {"__and__", Operator<SetOp::kIntersection>, "self, value, /"},            \
      {"__or__", Operator<SetOp::kUnion>, "self, value, /"},                    \
      {"__sub__", Operator<SetOp::kDifference>, "self, value, /"},              \
      {"__xor__", Operator<SetOp::kSymmetricDifference>, "self, value, /"},     \
      {"__rand__", Reflected<SetOp::kIntersection>, "self, value, /"},          \
      {"__ror__", Reflected<SetOp::kUnion>, "self, value, /"},                  \
      {"__rsub__", Reflected<SetOp::kDifference>, "self, value, /"},            \
      {"__rxor__", Reflected<SetOp::kSymmetricDifference>, "self, value, /"}, { \
    "isdisjoint", IsDisjoint, "self, other, /"                                  \
  }

constexpr NativeDef kKeysMethods[] = {
    COMMON_METHODS,
    SET_METHODS,
    {"__contains__", ContainsKey, "self, key, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kItemsMethods[] = {
    COMMON_METHODS,
    SET_METHODS,
    {"__contains__", ContainsItem, "self, item, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kValuesMethods[] = {
    COMMON_METHODS,
    {nullptr, nullptr, nullptr},
};

#undef COMMON_METHODS
#undef SET_METHODS

constexpr GetSetDef kGetSets[] = {
    {"mapping", Mapping, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kDictKeysType = {"dict_keys",      "builtins", Kind::kDictView,
                               kKeysMethods,     kGetSets,   kNotBase | kNoInstances,
                               sizeof(DictView), nullptr};
const TypeDef kDictValuesType = {"dict_values",    "builtins", Kind::kDictView,
                                 kValuesMethods,   kGetSets,   kNotBase | kNoInstances,
                                 sizeof(DictView), nullptr};
const TypeDef kDictItemsType = {"dict_items",     "builtins", Kind::kDictView,
                                kItemsMethods,    kGetSets,   kNotBase | kNoInstances,
                                sizeof(DictView), nullptr};

}  // namespace heddle::lib
