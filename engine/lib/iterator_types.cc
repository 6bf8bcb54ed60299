// The builtin iterators, and enumerate, zip and reversed.
#include "lib/container_types.h"
#include "lib/iterator_natives.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

Iterator* Self(Args args) { return args[0].As<Iterator>(); }

Value LengthHint(Context& cx, Args args) {
  Iterator* const it = Self(args);
  if (IsOpen(it)) return cx.TailCall(Library::kIteratorHint, {args[0]});
  const int64_t hint = IteratorLengthHint(cx, it);
  return hint < 0 ? Value::NotImplemented() : IntFromInt64(cx.heap, hint);
}

// (cls, iterable, start)
Value EnumerateNew(Context& cx, Args args) {
  const Value start = args.Opt(2).IsUndefined() ? Value::Small(0) : args[2];
  if (!IsInt(start)) {
    return cx.TailCall(Library::kIndexedNew, {Value::Of(BuiltinTypeOf(cx.runtime, &kEnumerateType)),
                                              args[0], args[1], start});
  }
  return NewIteratorOver(cx, args[0].As<Type>(), IteratorKind::kEnumerate, {args.data + 1, 1},
                         {.second = IntPlain(cx, start)});
}

// (cls, strict, *iterables)
Value ZipNew(Context& cx, Args args) {
  const Value strict = args.Opt(1);
  const Tri is_strict = strict.IsUndefined() ? Tri::kFalse : TryTruth(cx, strict);
  if (is_strict == Tri::kRaised) return Value::Raised();
  const Args iterables = args.count > 2 ? args.From(2) : Args{args.data, 0};
  return NewIteratorOver(cx, args[0].As<Type>(), IteratorKind::kZip, iterables,
                         {.limit = is_strict != Tri::kFalse});
}

// (cls, sequence)
Value ReversedNew(Context& cx, Args args) {
  const Value found = GetReversedFast(cx, args[1]);
  if (found.IsUndefined()) return cx.TailCall(Library::kReversed, {args[0], args[1]});
  auto* const it = found.As<Iterator>();
  if (it->which.Load() != IteratorKind::kReversed) return found;
  Iterator* const made =
      NewIteratorOf(cx, args[0].As<Type>(), IteratorKind::kReversed, it->source.Load());
  made->index.Store(it->index.Load());
  return Value::Of(made);
}

#define STEP_ROWS \
  {"__iter__", IteratorSelf, "self, /"}, { "__next__", IteratorNextMethod, "self, /" }
#define HINT_ROW \
  { "__length_hint__", LengthHint, "self, /" }
#define REDUCE_ROW \
  { "__reduce__", IteratorReduce, "self, /" }
#define STATE_ROW \
  { "__setstate__", IteratorSetState, "self, state, /" }

constexpr NativeDef kMethods[] = {
    STEP_ROWS,
    HINT_ROW,
    REDUCE_ROW,
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kMovableMethods[] = {
    STEP_ROWS, HINT_ROW, REDUCE_ROW, STATE_ROW, {nullptr, nullptr, nullptr},
};
constexpr NativeDef kCallableMethods[] = {
    STEP_ROWS,
    REDUCE_ROW,
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kEnumerateMethods[] = {
    {"__new__", EnumerateNew, "cls, iterable, start="},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    STEP_ROWS,
    REDUCE_ROW,
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kZipMethods[] = {
    {"__new__", ZipNew, "cls, *iterables, strict="},
    STEP_ROWS,
    REDUCE_ROW,
    STATE_ROW,
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kReversedMethods[] = {
    {"__new__", ReversedNew, "cls, sequence, /"},
    STEP_ROWS,
    HINT_ROW,
    REDUCE_ROW,
    STATE_ROW,
    {nullptr, nullptr, nullptr},
};

#undef STEP_ROWS
#undef HINT_ROW
#undef REDUCE_ROW
#undef STATE_ROW

constexpr TypeDef Plain(const char* name, const NativeDef* methods,
                        const char* module = "builtins") {
  return {
      name,   module, Kind::kIterator, methods, nullptr, kNotBase | kNoInstances, sizeof(Iterator),
      nullptr};
}

// The first is what an Iterator without a type of its own would be.
constexpr TypeDef kList = Plain("list_iterator", kMovableMethods),
                  kListReversed = Plain("list_reverseiterator", kMovableMethods),
                  kTuple = Plain("tuple_iterator", kMovableMethods),
                  kStr = Plain("str_iterator", kMovableMethods),
                  kBytes = Plain("bytes_iterator", kMovableMethods),
                  kNumberArray = Plain("arrayiterator", kMovableMethods, "array"),
                  kMemoryView = Plain("memory_iterator", kMethods),
                  kRange = Plain("range_iterator", kMovableMethods),
                  kBigRange = Plain("longrange_iterator", kMovableMethods),
                  kKeys = Plain("dict_keyiterator", kMethods),
                  kValues = Plain("dict_valueiterator", kMethods),
                  kItems = Plain("dict_itemiterator", kMethods),
                  kKeysReversed = Plain("dict_reversekeyiterator", kMethods),
                  kValuesReversed = Plain("dict_reversevalueiterator", kMethods),
                  kItemsReversed = Plain("dict_reverseitemiterator", kMethods),
                  kSet = Plain("set_iterator", kMethods),
                  kDeque = Plain("_deque_iterator", kMethods, "_collections"),
                  kDequeReversed = Plain("_deque_reverse_iterator", kMethods, "_collections"),
                  kSequence = Plain("iterator", kMovableMethods),
                  kCallable = Plain("callable_iterator", kCallableMethods);

}  // namespace

Value IteratorSelf(Context&, Args args) { return args[0]; }
Value IteratorNextMethod(Context& cx, Args args) { return IteratorStep(cx, Self(args)); }
Value IteratorReduce(Context& cx, Args args) {
  return cx.TailCall(Library::kIteratorReduce, {args[0]});
}
Value IteratorSetState(Context& cx, Args args) {
  return cx.TailCall(Library::kIteratorSetState, {args[0], args[1]});
}
Value IteratorRepr(Context& cx, Args args) {
  return cx.TailCall(Library::kIteratorRepr, {args[0]});
}

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
    &kList,         &kListReversed,   &kTuple,         &kStr,  &kBytes,  &kNumberArray,
    &kMemoryView,   &kRange,          &kBigRange,      &kKeys, &kValues, &kItems,
    &kKeysReversed, &kValuesReversed, &kItemsReversed, &kSet,  &kDeque,  &kDequeReversed,
    &kSequence,     &kCallable,       nullptr};

}  // namespace heddle::lib
