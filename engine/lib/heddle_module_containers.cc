// The part of module _heddle that the library's Python code for containers is made of. dict.h says
// how the dict and set primitives go together.
#include <algorithm>
#include <vector>

#include "lib/container_types.h"
#include "objects/descriptor.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/sort.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

Dict* DictArg(Args args) { return args[0].As<Dict>(); }
Set* SetArg(Args args) { return args[0].As<Set>(); }
uint32_t Number(Value v) { return static_cast<uint32_t>(v.small()); }
uint64_t HashArg(Value v) { return IntToUint64Wrapping(v); }

Value DictVersion(Context&, Args args) { return Value::Small(DictArg(args)->version.Load()); }

Value Probe(Context& cx, Args args) {
  return DictProbe(cx, DictArg(args), Number(args[1]), HashArg(args[2]), Number(args[3]));
}
Value StoreAt(Context& cx, Args args) {
  return Value::Bool(
      DictStoreAt(cx, DictArg(args), Number(args[1]), HashArg(args[2]), Number(args[3]), args[4]));
}
Value RemoveAt(Context& cx, Args args) {
  return Value::Bool(DictStoreAt(cx, DictArg(args), Number(args[1]), HashArg(args[2]),
                                 Number(args[3]), Value::Undefined()));
}
Value Insert(Context& cx, Args args) {
  return Value::Bool(
      DictInsert(cx, DictArg(args), Number(args[1]), HashArg(args[2]), args[3], args[4]));
}

Value SetVersion(Context&, Args args) { return Value::Small(SetArg(args)->version.Load()); }
Value ProbeSet(Context& cx, Args args) {
  return SetProbe(cx, SetArg(args), Number(args[1]), HashArg(args[2]), Number(args[3]));
}
Value RemoveFromSet(Context& cx, Args args) {
  return Value::Bool(
      SetRemoveAt(cx, SetArg(args), Number(args[1]), HashArg(args[2]), Number(args[3])));
}
Value InsertIntoSet(Context& cx, Args args) {
  return Value::Bool(SetInsert(cx, SetArg(args), Number(args[1]), HashArg(args[2]), args[3]));
}
// OrderedDict.popitem and move_to_end.
Value PopItem(Context& cx, Args args) {
  Value key, value;
  if (!DictPopItem(cx, DictArg(args), args[1].IsTrue(), &key, &value)) return Value::None();
  return Value::Of(NewTuple(cx.heap, {key, value}));
}
Value MoveToEnd(Context& cx, Args args) {
  switch (DictMoveToEnd(cx, DictArg(args), args[1], args[2].IsTrue())) {
    case Find::kFound: return Value::None();
    case Find::kMissing: return cx.RaiseWith(Exc::kKeyError, args[1]);
    case Find::kPython: return cx.TailCall(Library::kDictMoveToEnd, {args[0], args[1], args[2]});
    case Find::kRaised: break;
  }
  return Value::Raised();
}

// Sorts `keys` and, along with them, `values` (which may be the same list). False: that takes
// Python code; nothing has moved.
Value SortLists(Context& cx, Args args) {
  auto* keys = args[0].As<List>();
  auto* values = args[1].As<List>();
  const uint32_t count = keys->length.Load();
  if (count < 2) return Value::True();
  if (values->length.Load() != count) return Value::False();
  Slot* along = keys == values ? nullptr : values->storage.Load()->slots();
  const Tri sorted = SortSimple(cx, keys->storage.Load()->slots(), along, count, args[2].IsTrue());
  return sorted == Tri::kRaised ? Value::Raised() : Value::Bool(sorted == Tri::kTrue);
}

// list_take(l): all items in a new list; l is empty then.
Value TakeList(Context& cx, Args args) { return Value::Of(ListTake(cx, args[0].As<List>())); }
// list_touched(l): whether anything has been put into l since it was taken, even if it was removed.
Value ListTouched(Context&, Args args) {
  const Array* const storage = args[0].As<List>()->storage.Load();
  return Value::Bool(storage != nullptr && storage->capacity != 0);
}

// item_getter(i)(t) is t[i]: what the fields of named tuples are made of.
Value GetTupleItem(Context& cx, Args args) {
  const Value item = args[1].Is(Kind::kTuple) ? TupleGet(args[1].As<Tuple>(), args[0].small())
                                              : Value::Undefined();
  return item.IsUndefined() ? cx.Raise(Exc::kIndexError, "tuple index out of range") : item;
}
constexpr NativeDef kGetTupleItem = {"item_getter", GetTupleItem, "index, t, /"};

Value ItemGetter(Context& cx, Args args) {
  return Value::Of(
      NewNative(cx, Kind::kNative, &kGetTupleItem, args[0], Value::None(), kGetTupleItem.name));
}

// The hash of a tuple from the list of its items' hashes.
Value TupleHashOf(Context& cx, Args args) {
  TupleHasher hasher;
  auto* hashes = args[0].As<List>();
  for (uint32_t i = 0; i < hashes->length.Load(); ++i) hasher.Add(HashArg(ListAt(hashes, i)));
  return IntFromInt64(cx.heap, static_cast<int64_t>(hasher.Finish()));
}

}  // namespace

const NativeDef kHeddleContainerFunctions[] = {
    {"dict_version", DictVersion, "d, /"},
    {"dict_probe", Probe, "d, version, hash, cursor, /"},
    {"dict_store_at", StoreAt, "d, version, hash, cursor, value, /"},
    {"dict_remove_at", RemoveAt, "d, version, hash, cursor, /"},
    {"dict_insert", Insert, "d, version, hash, key, value, /"},
    {"dict_popitem", PopItem, "d, last, /"},
    {"dict_move_to_end", MoveToEnd, "d, key, last, /"},
    {"set_version", SetVersion, "s, /"},
    {"set_probe", ProbeSet, "s, version, hash, cursor, /"},
    {"set_remove_at", RemoveFromSet, "s, version, hash, cursor, /"},
    {"set_insert", InsertIntoSet, "s, version, hash, item, /"},
    {"sort_simple", SortLists, "keys, values, reverse, /"},
    {"list_take", TakeList, "items, /"},
    {"list_touched", ListTouched, "items, /"},
    {"item_getter", ItemGetter, "index, /"},
    {"tuple_hash", TupleHashOf, "hashes, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace heddle::lib
