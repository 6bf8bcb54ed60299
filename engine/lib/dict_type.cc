// dict
#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "objects/attribute.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace heddle::lib {

namespace {

Dict* Self(Args args) { return args[0].As<Dict>(); }

Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }

// `from` is a dict whose items may be copied straight from its table.
bool IsCopyable(Context& cx, Value from) {
  if (!from.Is(Kind::kDict) || !UsesBuiltin(cx, from, Special::kIter)) return false;
  if ((from.object()->flags & kSubclass) == 0) return true;
  return LookupInMro(TypeOf(cx, from), cx.runtime.names.s_keys) ==
         LookupInMro(cx.runtime.heap.TypeOfKind(Kind::kDict), cx.runtime.names.s_keys);
}

// Stores a (key, value) pair. kPython for what is no list or tuple of two.
Find StorePair(Context& cx, Dict* dict, Value pair, size_t number) {
  Value key, value;
  uint32_t length = 0;
  if (pair.Is(Kind::kTuple) && UsesBuiltin(cx, pair, Special::kIter)) {
    auto* tuple = pair.As<Tuple>();
    length = tuple->length;
    key = TupleGet(tuple, 0);
    value = TupleGet(tuple, 1);
  } else if (pair.Is(Kind::kList) && UsesBuiltin(cx, pair, Special::kIter)) {
    auto* list = pair.As<List>();
    length = list->length.Load();
    key = ListAt(list, 0);
    value = ListAt(list, 1);
  } else {
    return Find::kPython;
  }
  if (length != 2 || key.IsUndefined() || value.IsUndefined()) {
    cx.Raise(Exc::kValueError,
             "dictionary update sequence element #{} has length {}; 2 is required", number, length);
    return Find::kRaised;
  }
  return DictStore(cx, dict, key, value);
}

// Stores what `iterator` gives. For kPython, `rest` is what has not been stored.
Find StorePairs(Context& cx, Dict* dict, Iterator* iterator, List** rest) {
  for (size_t number = 0;; ++number) {
    const Value pair = IteratorTake(cx, iterator);
    if (pair.IsUndefined()) return cx.pending.IsUndefined() ? Find::kFound : Find::kRaised;
    const Find find = StorePair(cx, dict, pair, number);
    if (find == Find::kRaised) return find;
    if (find == Find::kPython) {
      *rest = NewList(cx.heap);
      ListAppend(cx, *rest, pair);
      return ListExtendFast(cx, *rest, Value::Of(iterator)) && cx.pending.IsUndefined()
                 ? Find::kPython
                 : Find::kRaised;
    }
  }
}

// d.update(source, **keywords): None, Raised or a tail call.
Value Fill(Context& cx, Value self, Value source, Value keywords) {
  auto* dict = self.As<Dict>();
  Find find = Find::kFound;
  if (!source.IsUndefined()) {
    if (IsCopyable(cx, source)) {
      find = DictUpdate(cx, dict, source.As<Dict>());
    } else if (const Value iterator = source.Is(Kind::kDict) ? Value() : GetIterFast(cx, source);
               !iterator.IsUndefined()) {
      List* rest = nullptr;
      find = StorePairs(cx, dict, iterator.As<Iterator>(), &rest);
      if (rest != nullptr) source = Value::Of(rest);
    } else {
      find = Find::kPython;
    }
  }
  if (find == Find::kRaised) return Value::Raised();
  if (find == Find::kPython) {
    return cx.TailCall(Library::kDictFrom, {self, source, OrNone(keywords)});
  }
  if (!keywords.IsUndefined()) DictUpdate(cx, dict, keywords.As<Dict>());
  return Value::None();
}

Value Init(Context& cx, Args args) { return Fill(cx, args[0], args.Opt(1), args.Opt(2)); }
Value Update(Context& cx, Args args) { return Fill(cx, args[0], args.Opt(1), args.Opt(2)); }

Value Len(Context&, Args args) { return Value::Small(DictLength(Self(args))); }

Value GetItem(Context& cx, Args args) {
  Value value;
  switch (DictFind(cx, Self(args), args[1], &value)) {
    case Find::kFound: return value;
    case Find::kPython: return cx.TailCall(Library::kDictGetItem, {args[0], args[1]});
    case Find::kRaised: return Value::Raised();
    case Find::kMissing: break;
  }
  const Type* type = TypeOf(cx, args[0]);
  const Value missing = type->special(Special::kMissing);
  if (missing.IsUndefined()) return cx.RaiseWith(Exc::kKeyError, args[1]);
  const SpecialCall call = PrepareSpecial(cx, missing, args[0], TypeOf(cx, args[0]));
  if (call.kind == SpecialCall::kGet) {
    const Value get_args = Value::Of(NewTuple(cx.heap, {call.args[0], call.args[1]}));
    return cx.TailCall(Library::kCallGet,
                       {call.callable, get_args, Value::Of(NewTuple(cx.heap, {args[1]}))});
  }
  if (call.self.IsUndefined()) return cx.TailCall(call.callable, {args[1]});
  return cx.TailCall(call.callable, {call.self, args[1]});
}

Value SetItem(Context& cx, Args args) {
  switch (DictStore(cx, Self(args), args[1], args[2])) {
    case Find::kPython: return cx.TailCall(Library::kDictSetItem, {args[0], args[1], args[2]});
    case Find::kRaised: return Value::Raised();
    default: return Value::None();
  }
}

Value DelItem(Context& cx, Args args) {
  switch (DictRemove(cx, Self(args), args[1], nullptr)) {
    case Find::kFound: return Value::None();
    case Find::kMissing: return cx.RaiseWith(Exc::kKeyError, args[1]);
    case Find::kPython: return cx.TailCall(Library::kDictDelItem, {args[0], args[1]});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

Value Contains(Context& cx, Args args) {
  Value value;
  switch (DictFind(cx, Self(args), args[1], &value)) {
    case Find::kFound: return Value::True();
    case Find::kMissing: return Value::False();
    case Find::kPython: return cx.TailCall(Library::kDictContains, {args[0], args[1]});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

Value Get(Context& cx, Args args) {
  Value value;
  switch (DictFind(cx, Self(args), args[1], &value)) {
    case Find::kFound: return value;
    case Find::kMissing: return OrNone(args.Opt(2));
    case Find::kPython:
      return cx.TailCall(Library::kDictGet, {args[0], args[1], OrNone(args.Opt(2))});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

Value Pop(Context& cx, Args args) {
  Value value;
  const Value fallback = args.Opt(2);
  const bool empty = DictLength(Self(args)) == 0;  // then the key need not be hashable
  switch (empty ? Find::kMissing : DictRemove(cx, Self(args), args[1], &value)) {
    case Find::kFound: return value;
    case Find::kMissing:
      return fallback.IsUndefined() ? cx.RaiseWith(Exc::kKeyError, args[1]) : fallback;
    case Find::kPython:
      if (fallback.IsUndefined()) return cx.TailCall(Library::kDictPop, {args[0], args[1]});
      return cx.TailCall(Library::kDictPop, {args[0], args[1], fallback});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

Value PopItem(Context& cx, Args args) {
  Value key, value;
  if (!DictPopItem(cx, Self(args), true, &key, &value)) {
    return cx.RaiseWith(Exc::kKeyError, cx.NewString("popitem(): dictionary is empty"));
  }
  return Value::Of(NewTuple(cx.heap, {key, value}));
}

Value SetDefault(Context& cx, Args args) {
  Value value;
  const Value fallback = OrNone(args.Opt(2));
  switch (DictSetDefault(cx, Self(args), args[1], fallback, &value)) {
    case Find::kPython: return cx.TailCall(Library::kDictSetDefault, {args[0], args[1], fallback});
    case Find::kRaised: return Value::Raised();
    default: return value;
  }
}

Value Keys(Context& cx, Args args) { return NewDictView(cx, Self(args), DictPart::kKeys); }
Value Values(Context& cx, Args args) { return NewDictView(cx, Self(args), DictPart::kValues); }
Value Items(Context& cx, Args args) { return NewDictView(cx, Self(args), DictPart::kItems); }

Value Clear(Context& cx, Args args) {
  DictClear(cx, Self(args));
  return Value::None();
}

Value Copy(Context& cx, Args args) { return Value::Of(DictCopy(cx, Self(args))); }

Value FromKeys(Context& cx, Args args) {
  const Value value = OrNone(args.Opt(2));
  const Value iterator = GetIterFast(cx, args[1]);
  const bool plain = args[0] == Value::Of(cx.runtime.heap.TypeOfKind(Kind::kDict));
  // What Python code begins again must not have been used up.
  if (!plain || iterator.IsUndefined() || iterator == args[1]) {
    return cx.TailCall(Library::kDictFromKeys, {args[0], args[1], value});
  }
  Dict* dict = NewDict(cx.heap);
  auto* it = iterator.As<Iterator>();
  for (Value key = IteratorTake(cx, it); !key.IsUndefined(); key = IteratorTake(cx, it)) {
    const Find find = DictStore(cx, dict, key, value);
    if (find == Find::kRaised) return Value::Raised();
    if (find == Find::kPython) {
      return cx.TailCall(Library::kDictFromKeys, {args[0], args[1], value});
    }
  }
  return cx.pending.IsUndefined() ? Value::Of(dict) : Value::Raised();
}

template <CompareOp kOp>
Value Compare(Context& cx, Args args) {
  const bool ordered = kOp != CompareOp::kEq && kOp != CompareOp::kNe;
  if (ordered || !args[1].Is(Kind::kDict)) return Value::NotImplemented();
  return ComparisonResult(cx, TryCompareContents(cx, kOp, args[0], args[1]), Library::kDictCompare,
                          kOp, args[0], args[1]);
}

Value Or(Context& cx, Args args) {
  if (!args[1].Is(Kind::kDict)) return Value::NotImplemented();
  Dict* result = DictCopy(cx, Self(args));
  switch (DictUpdate(cx, result, args[1].As<Dict>())) {
    case Find::kPython: return cx.TailCall(Library::kDictOr, {args[0], args[1]});
    case Find::kRaised: return Value::Raised();
    default: return Value::Of(result);
  }
}

Value ROr(Context& cx, Args args) {
  if (!args[1].Is(Kind::kDict)) return Value::NotImplemented();
  Value swapped[] = {args[1], args[0]};
  return Or(cx, {swapped, 2});
}

Value IOr(Context& cx, Args args) {
  if (IsCopyable(cx, args[1]) && DictUpdate(cx, Self(args), args[1].As<Dict>()) == Find::kFound) {
    return args[0];
  }
  return cx.TailCall(Library::kDictIOr, {args[0], args[1]});
}

constexpr NativeDef kMethods[] = {
    {"__new__", NewEmpty, "cls, *args, **kwargs"},
    {"__init__", Init, "self, mapping=, /, **kwargs="},
    {"__len__", Len, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__setitem__", SetItem, "self, key, value, /"},
    {"__delitem__", DelItem, "self, key, /"},
    {"__contains__", Contains, "self, key, /"},
    {"__iter__", ContainerIter, "self, /"},
    {"__reversed__", ContainerReversed, "self, /"},
    {"__repr__", ContainerRepr, "self, /"},
    {"__hash__", nullptr, nullptr},
    COMPARISON_ROWS(Compare),
    {"__or__", Or, "self, value, /"},
    {"__ror__", ROr, "self, value, /"},
    {"__ior__", IOr, "self, value, /"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"clear", Clear, "self, /"},
    {"copy", Copy, "self, /"},
    {"fromkeys", FromKeys, "cls, iterable, value=, /"},
    {"get", Get, "self, key, default=, /"},
    {"items", Items, "self, /"},
    {"keys", Keys, "self, /"},
    {"pop", Pop, "self, key, default=, /"},
    {"popitem", PopItem, "self, /"},
    {"setdefault", SetDefault, "self, key, default=, /"},
    {"update", Update, "self, other=, /, **kwargs="},
    {"values", Values, "self, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kDictType = {
    "dict",
    "builtins",
    Kind::kDict,
    kMethods,
    nullptr,
    0,
    sizeof(Dict),
    "dict() -> new empty dictionary\n"
    "dict(mapping) -> new dictionary initialized from a mapping object's\n"
    "    (key, value) pairs\n"
    "dict(iterable) -> new dictionary initialized as if via:\n"
    "    d = {}\n"
    "    for k, v in iterable:\n"
    "        d[k] = v\n"
    "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n"
    "    in the keyword argument list.  For example:  dict(one=1, two=2)"};

}  // namespace heddle::lib
