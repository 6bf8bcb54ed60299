// The builtin iterators, and enumerate, zip and reversed.
#include "lib/container_types.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

Iterator* Self(Args args) { return args[0].As<Iterator>(); }

Value Iter(Context&, Args args) { return args[0]; }

Value Next(Context& cx, Args args) {
  const Value item = IteratorNext(cx, Self(args));
  if (!item.IsUndefined() || !cx.pending.IsUndefined()) return item;
  return cx.RaiseWith(Exc::kStopIteration, Value());
}

Value LengthHint(Context& cx, Args args) {
  const int64_t hint = IteratorLengthHint(cx, Self(args));
  return hint < 0 ? Value::NotImplemented() : IntFromInt64(cx.heap, hint);
}

// The class a subclass instance is made of stays; the iterator is new.
Value WithType(Value iterator, Value type) {
  auto* made = iterator.As<Iterator>();
  if (!type.As<Type>()->Has(kHeapType)) return iterator;
  made->type.Store(type.As<Type>());
  made->flags |= kSubclass;
  return iterator;
}

Value EnumerateNew(Context& cx, Args args) {
  const Value start = args.Opt(2);
  const Value iterator = GetIterFast(cx, args[1]);
  const bool counts = start.IsUndefined() || IsInt(start);
  if (iterator.IsUndefined() || !counts) {
    return cx.TailCall(Library::kEnumerate,
                       {args[1], start.IsUndefined() ? Value::Small(0) : start});
  }
  return WithType(NewEnumerate(cx, iterator, start.IsUndefined() ? Value::Small(0) : start),
                  args[0]);
}

// (cls, strict, *iterables) once keywords are bound; see Signature.
Value ZipNew(Context& cx, Args args) {
  const Value strict = args.Opt(1);
  const Tri is_strict = strict.IsUndefined() ? Tri::kFalse : TryTruth(cx, strict);
  if (is_strict == Tri::kRaised) return Value::Raised();
  const Args iterables = args.count > 2 ? args.From(2) : Args{args.data, 0};
  Array* sources = NewArray(cx.heap, iterables.count);
  bool native = is_strict != Tri::kPython;
  for (uint32_t i = 0; i < iterables.count && native; ++i) {
    const Value iterator = GetIterFast(cx, iterables[i]);
    native = !iterator.IsUndefined();
    sources->slots()[i].Store(iterator);
  }
  if (!native) {
    const std::span<const Value> all(iterables.data, iterables.count);
    return cx.TailCall(Library::kZip,
                       {MakeTuple(cx, all), strict.IsUndefined() ? Value::False() : strict});
  }
  return WithType(NewZip(cx, sources, is_strict == Tri::kTrue), args[0]);
}

Value ReversedNew(Context& cx, Args args) {
  const Value iterator = GetReversedFast(cx, args[1]);
  if (iterator.IsUndefined()) return cx.TailCall(Library::kReversed, {args[1]});
  return iterator;
}

#define ITERATOR_METHODS                                          \
  {"__iter__", Iter, "self, /"}, {"__next__", Next, "self, /"}, { \
    "__length_hint__", LengthHint, "self, /"                      \
  }

constexpr NativeDef kMethods[] = {
    ITERATOR_METHODS,
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kEnumerateMethods[] = {
    {"__new__", EnumerateNew, "cls, iterable, start="},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    ITERATOR_METHODS,
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kZipMethods[] = {
    {"__new__", ZipNew, "cls, *iterables, strict="},
    ITERATOR_METHODS,
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kReversedMethods[] = {
    {"__new__", ReversedNew, "cls, sequence, /"},
    ITERATOR_METHODS,
    {nullptr, nullptr, nullptr},
};

#undef ITERATOR_METHODS

constexpr TypeDef Plain(const char* name, const char* module = "builtins") {
  return {
      name,   module, Kind::kIterator, kMethods, nullptr, kNotBase | kNoInstances, sizeof(Iterator),
      nullptr};
}

// The first is what an Iterator without a type of its own would be.
constexpr TypeDef kList = Plain("list_iterator"), kListReversed = Plain("list_reverseiterator"),
                  kTuple = Plain("tuple_iterator"), kStr = Plain("str_iterator"),
                  kBytes = Plain("bytes_iterator"), kRange = Plain("range_iterator"),
                  kBigRange = Plain("longrange_iterator"), kKeys = Plain("dict_keyiterator"),
                  kValues = Plain("dict_valueiterator"), kItems = Plain("dict_itemiterator"),
                  kKeysReversed = Plain("dict_reversekeyiterator"),
                  kValuesReversed = Plain("dict_reversevalueiterator"),
                  kItemsReversed = Plain("dict_reverseitemiterator"), kSet = Plain("set_iterator"),
                  kDeque = Plain("_deque_iterator", "_collections"),
                  kDequeReversed = Plain("_deque_reverse_iterator", "_collections");

}  // namespace

const TypeDef kEnumerateType = {
    "enumerate",
    "builtins",
    Kind::kIterator,
    kEnumerateMethods,
    nullptr,
    0,
    sizeof(Iterator),
    "Return an enumerate object.\n\n"
    "  iterable\n    an object supporting iteration\n\n"
    "The enumerate object yields pairs containing a count (from start, which\n"
    "defaults to zero) and a value yielded by the iterable argument.\n\n"
    "enumerate is useful for obtaining an indexed list:\n"
    "    (0, seq[0]), (1, seq[1]), (2, seq[2]), ..."};
const TypeDef kZipType = {
    "zip",
    "builtins",
    Kind::kIterator,
    kZipMethods,
    nullptr,
    0,
    sizeof(Iterator),
    "The zip object yields n-length tuples, where n is the number of iterables\n"
    "passed as positional arguments to zip()."};
const TypeDef kReversedType = {
    "reversed",       "builtins",
    Kind::kIterator,  kReversedMethods,
    nullptr,          0,
    sizeof(Iterator), "Return a reverse iterator over the values of the given sequence."};

const TypeDef* const kIteratorTypes[] = {
    &kList,          &kListReversed, &kTuple,  &kStr,           &kBytes,        &kRange,
    &kBigRange,      &kKeys,         &kValues, &kItems,         &kKeysReversed, &kValuesReversed,
    &kItemsReversed, &kSet,          &kDeque,  &kDequeReversed, nullptr};

}  // namespace heddle::lib
