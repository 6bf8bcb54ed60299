// _itertools: the types of itertools that are native, and what the library's Python part needs to
// work on iterators.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lib/iterator_natives.h"
#include "lib/module_tables.h"
#include "lib/text_natives.h"
#include "objects/array.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

Iterator* Self(Args args) { return args[0].As<Iterator>(); }

// make(cls, which, sources tuple, second, third, index, limit)
Value Make(Context& cx, Args args) {
  auto* const sources = args[2].As<Tuple>();
  std::vector<Value> values;
  for (uint32_t i = 0; i < sources->length; ++i) values.push_back(sources->Get(i));
  return MakeIteratorOver(cx, args[0].As<Type>(), static_cast<IteratorKind>(args[1].small()),
                          {values.data(), sources->length},
                          {args[3], args[4], args[5].small(), args[6].small()});
}

constexpr std::string_view kKindNames[] = {
#define ITERATOR(name, type) #name,
#include "objects/iterator_kinds.def"
#undef ITERATOR
};

// kind(name): its number
Value KindNumber(Context&, Args args) {
  const std::string name = ToUtf8(args[0].As<Str>());
  const auto* const found = std::find(std::begin(kKindNames), std::end(kKindNames), name);
  return Value::Small(found - std::begin(kKindNames));
}
// kind_of(iterator): its name in iterator_kinds.def
Value KindOf(Context& cx, Args args) {
  return cx.NewString(kKindNames[size_t(Self(args)->which.Load())]);
}
// become(iterator, name of a kind)
Value Become(Context& cx, Args args) {
  const auto which = static_cast<IteratorKind>(KindNumber(cx, args.From(1)).small());
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  Self(args)->which.Store(which);
  if (which == IteratorKind::kDone) Self(args)->source.Store(Value::Undefined());
  return Value::None();
}

Slot& Field(Args args) {
  Iterator* const it = Self(args);
  return args[1].small() == 0 ? it->source : args[1].small() == 1 ? it->second : it->third;
}

// An Array as a tuple: of iterators, which others may reach from now on, or of indices.
Value Shown(Context& cx, Value v) {
  if (!v.Is(Kind::kArray)) return Shared(v);
  auto* const array = v.As<Array>();
  Tuple* const tuple = NewTupleRaw(cx.heap, array->capacity);
  for (uint32_t i = 0; i < array->capacity; ++i) {
    const Value item = array->slots()[i].Load();
    tuple->items()[i].Store(item.IsUndefined() ? Value::None() : Shared(item));
  }
  return Value::Of(tuple);
}

// get(iterator, 0 source, 1 second or 2 third, default)
Value Get(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const Value v = Field(args).LoadAcquire();
  return v.IsUndefined() ? args[2] : Shown(cx, v);
}
// put(iterator, field, value), clear(iterator, field)
Value Put(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  Field(args).Publish(args[2]);
  return Value::None();
}
Value Clear(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  Field(args).Store(Value::Undefined());
  return Value::None();
}
// numbers(iterator): (index, limit)
Value Numbers(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {IntFromInt64(cx.heap, Self(args)->index.Load()),
                                      IntFromInt64(cx.heap, Self(args)->limit.Load())}));
}
Value SetIndex(Context&, Args args) {
  Self(args)->index.Store(IntToInt64Clamped(args[1]));
  return Value::None();
}
Value SetLimit(Context&, Args args) {
  Self(args)->limit.Store(IntToInt64Clamped(args[1]));
  return Value::None();
}

// replace(iterator, field, old, new): whether the field still held `old`
Value Replace(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  if (!(Field(args).LoadAcquire() == args[2])) return Value::False();
  Field(args).Publish(args[3]);
  return Value::True();
}

// count_up(enumerate object, item): (count, item)
Value CountUp(Context& cx, Args args) { return IteratorFed(cx, Self(args), args[1]); }

// passed(islice object): an item before the one wanted has been taken; taken: the one wanted
Value Passed(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const int64_t taken = Self(args)->index.Load();
  const int64_t wanted = Self(args)->second.Load().small();
  if (taken < wanted) Self(args)->index.Store(taken + 1);
  return Value::Bool(taken + 1 < wanted);
}
Value Taken(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  AdvanceSlice(Self(args));
  return Value::None();
}

// set_indices(iterator, tuple of small ints), for those over pools: already within their limits
Value SetIndices(Context& cx, Args args) {
  auto* const from = args[1].As<Tuple>();
  Array* const array = NewArray(cx.heap, from->length);
  for (uint32_t i = 0; i < from->length; ++i) array->slots()[i].Store(from->Get(i));
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const Value old = Self(args)->second.LoadAcquire();
  if (old.As<Array>()->capacity != from->length) return Value::False();
  Self(args)->second.Publish(Value::Of(array));
  Self(args)->index.Store(1);
  return Value::True();
}

// clone(iterator): another one with the same fields
Value Clone(Context& cx, Args args) {
  Iterator* const from = Self(args);
  heap::ObjectLock lock(cx.heap.locking(), from);
  Iterator* const it = NewIterator(cx, from->which.Load(), from->source.Load());
  it->expected.Store(from->expected.Load());
  it->second.Store(from->second.LoadAcquire());
  it->third.Store(from->third.LoadAcquire());
  it->index.Store(from->index.Load());
  it->limit.Store(from->limit.Load());
  return Value::Of(it);
}

// set_chain(chain object, iterator of iterables, current iterator or None)
Value SetChain(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  Self(args)->which.Store(IteratorKind::kOpenChain);
  Self(args)->source.Publish(args[1]);
  Self(args)->second.Publish(args[2].IsNone() ? Value::Undefined() : args[2]);
  return Value::None();
}

// set_cycle(cycle object, list of what it gave, whether that is all)
Value SetCycle(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  Self(args)->second.Publish(args[1]);
  Self(args)->limit.Store(args[2].IsTrue() ? 2 : 0);
  Self(args)->index.Store(0);
  return Value::None();
}

// tee_answered(_tee object, item), tee_failed(_tee object), tee_known(_tee object)
Value Answered(Context& cx, Args args) { return TeeAnswered(cx, Self(args), args[1]); }
Value Failed(Context& cx, Args args) {
  TeeAnswered(cx, Self(args), Value::Undefined());
  return Value::None();
}
Value Known(Context& cx, Args args) { return TeeKnown(cx, Self(args)); }

constexpr NativeDef kFunctions[] = {
    {"tee_answered", Answered, "iterator, item, /"},
    {"tee_failed", Failed, "iterator, /"},
    {"tee_known", Known, "iterator, /"},
    {"clone", Clone, "iterator, /"},
    {"set_chain", SetChain, "iterator, source, current, /"},
    {"set_cycle", SetCycle, "iterator, saved, ended, /"},
    {"make", Make, "cls, which, sources, second, third, index, limit, /"},
    {"kind", KindNumber, "name, /"},
    {"kind_of", KindOf, "iterator, /"},
    {"become", Become, "iterator, name, /"},
    {"get", Get, "iterator, field, default, /"},
    {"put", Put, "iterator, field, value, /"},
    {"clear", Clear, "iterator, field, /"},
    {"replace", Replace, "iterator, field, old, new, /"},
    {"numbers", Numbers, "iterator, /"},
    {"set_index", SetIndex, "iterator, index, /"},
    {"set_limit", SetLimit, "iterator, limit, /"},
    {"count_up", CountUp, "iterator, item, /"},
    {"passed", Passed, "iterator, /"},
    {"taken", Taken, "iterator, /"},
    {"set_indices", SetIndices, "iterator, indices, /"},
    {nullptr, nullptr, nullptr},
};

void Init(Context& cx, Module* module) {
  for (const TypeDef* const* def = kItertoolsTypes; *def != nullptr; ++def) {
    AddConstant(cx, module, (*def)->name, Value::Of(BuiltinTypeOf(cx.runtime, *def)));
  }
}

}  // namespace

const ModuleDef kItertoolsModule = {"_itertools", kFunctions, Init};

}  // namespace heddle::lib
