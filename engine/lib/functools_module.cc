// _functools: what partial and lru_cache do at every call. The rest of both is in functools.py,
// which makes classes of the types here.
#include <array>
#include <span>
#include <vector>

#include "lib/container_types.h"
#include "lib/module_tables.h"
#include "lib/text_natives.h"
#include "lib/types.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/native_object.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"
#include "vm/interpreter.h"

namespace heddle::lib {

namespace {

// Calls `function` with `before`, `given` and the keywords of two dicts (null: none), of which the
// second one wins.
Value CallWith(Context& cx, Value function, Tuple* before, Args given, Dict* keywords,
               Dict* overriding) {
  cx.TailCall(function, {});
  std::vector<Value>& values = cx.tail.args;
  values.reserve(before->length + given.count);
  for (uint32_t i = 0; i < before->length; ++i) values.push_back(before->Get(i));
  for (uint32_t i = 0; i < given.count; ++i) values.push_back(given[i]);
  if (keywords != nullptr && overriding != nullptr) {
    Dict* const merged = DictCopy(cx, keywords);
    DictUpdate(cx, merged, overriding);
    keywords = merged;
  } else if (keywords == nullptr) {
    keywords = overriding;
  }
  if (keywords == nullptr) return Value::TailCall();
  std::vector<Value> names;
  Value name, value;
  for (DictCursor cursor(keywords); cursor.Next(&name, &value);) {
    names.push_back(name);
    values.push_back(value);
  }
  if (!names.empty()) cx.tail.kwnames = Value::Of(NewTuple(cx.heap, names));
  return Value::TailCall();
}

Dict* DictOrNull(Value v) { return v.Is(Kind::kDict) ? v.As<Dict>() : nullptr; }

// ---- partial

struct Partial : NativeObject {
  Slot function;
  Slot args;      // Tuple
  Slot keywords;  // Dict
};

constexpr NativeLayout kPartialLayout = {[](Object* object, heap::Marker& marker) {
                                           auto* const partial = static_cast<Partial*>(object);
                                           marker.Visit(partial->function);
                                           marker.Visit(partial->args);
                                           marker.Visit(partial->keywords);
                                         },
                                         nullptr};

bool IsPartial(Value v) {
  return v.Is(Kind::kNative1) && v.As<NativeObject>()->layout == &kPartialLayout;
}

// (cls, keywords, function, *args)
Value PartialNew(Context& cx, Args args) {
  Dict* keywords = DictOrNull(args.Opt(1));
  if (args.count < 3) {
    return cx.Raise(Exc::kTypeError, "type 'partial' takes at least one argument");
  }
  Value function = args[2];
  if (TypeOf(cx, function)->special(Special::kCall).IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "the first argument must be callable");
  }
  Args given = args.From(3);
  std::vector<Value> values;
  if (IsPartial(function)) {
    auto* const inner = function.As<Partial>();
    auto* const before = inner->args.Load().As<Tuple>();
    for (uint32_t i = 0; i < before->length; ++i) values.push_back(before->Get(i));
    Dict* const all = DictCopy(cx, inner->keywords.Load().As<Dict>());
    if (keywords != nullptr) DictUpdate(cx, all, keywords);
    keywords = all;
    function = inner->function.Load();
  }
  values.insert(values.end(), given.data, given.data + given.count);
  auto* const self = static_cast<Partial*>(NewInstance(cx, args[0].As<Type>()));
  self->layout = &kPartialLayout;
  self->function.Store(function);
  self->args.Store(Value::Of(NewTuple(cx.heap, values)));
  self->keywords.Store(Value::Of(keywords != nullptr ? keywords : NewDict(cx.heap)));
  return Value::Of(self);
}

// (self, keywords, *args)
Value PartialCall(Context& cx, Args args) {
  auto* const self = args[0].As<Partial>();
  auto* const keywords = self->keywords.Load().As<Dict>();
  return CallWith(cx, self->function.Load(), self->args.Load().As<Tuple>(), args.From(2),
                  keywords->count.Load() != 0 ? keywords : nullptr, DictOrNull(args.Opt(1)));
}

// _restore(function, args, keywords): for __setstate__.
Value PartialRestore(Context&, Args args) {
  auto* const self = args[0].As<Partial>();
  self->function.Publish(args[1]);
  self->args.Publish(args[2]);
  self->keywords.Publish(args[3]);
  return Value::None();
}

template <Slot Partial::*kField>
Value PartialGet(Context&, Args args) {
  return (args[0].As<Partial>()->*kField).LoadAcquire();
}

constexpr NativeDef kPartialMethods[] = {
    {"__new__", PartialNew, "cls, *args, **kwargs="},
    {"__call__", PartialCall, "self, *args, **kwargs="},
    {"_restore", PartialRestore, "self, function, args, keywords, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kPartialGetSets[] = {
    {"func", PartialGet<&Partial::function>, nullptr},
    {"args", PartialGet<&Partial::args>, nullptr},
    {"keywords", PartialGet<&Partial::keywords>, nullptr},
    {nullptr, nullptr, nullptr},
};

// ---- lru_cache

constexpr int64_t kUnbounded = -1;

// `cache` goes from the least to the most recently used key. Whoever changes it or a number holds
// the object's lock, never while Python code runs.
struct Cached : NativeObject {
  Relaxed<uint32_t> typed;
  Slot function;
  Slot miss;   // (self, key, args, keywords or None): calls the function
  Slot store;  // the method _store
  Slot slow;   // (self, key, args, keywords or None): the whole, for keys that need Python code
  Slot cache;
  Relaxed<int64_t> limit;
  Relaxed<int64_t> hits, misses;
};

constexpr NativeLayout kCachedLayout = {[](Object* object, heap::Marker& marker) {
                                          auto* const cached = static_cast<Cached*>(object);
                                          marker.Visit(cached->function);
                                          marker.Visit(cached->miss);
                                          marker.Visit(cached->store);
                                          marker.Visit(cached->slow);
                                          marker.Visit(cached->cache);
                                        },
                                        nullptr};

Cached* Self(Args args) { return args[0].As<Cached>(); }

void Count(Relaxed<int64_t>& number) { number.Store(number.Load() + 1); }

// (cls, function, maxsize or None, typed, miss, slow)
Value CachedNew(Context& cx, Args args) {
  int64_t limit = kUnbounded;
  if (!args[2].IsNone() && !ToInt64(cx, args[2], &limit)) return Value::Raised();
  auto* const self = static_cast<Cached*>(NewInstance(cx, args[0].As<Type>()));
  self->layout = &kCachedLayout;
  self->function.Store(args[1]);
  self->limit.Store(limit);
  self->typed.Store(args[3].IsTrue() ? 1 : 0);
  self->miss.Store(args[4]);
  self->store.Store(LookupInMro(args[0].As<Type>(), cx.Intern("_store")));
  self->slow.Store(args[5]);
  self->cache.Store(Value::Of(NewDict(cx.heap)));
  return Value::Of(self);
}

bool IsPlainKey(Value v) {
  if (v.IsSmall()) return true;
  return (v.Is(Kind::kStr) || v.Is(Kind::kInt)) && (v.object()->flags & kSubclass) == 0;
}

// What the arguments of a call are known by. The function's own type stands between positional and
// keyword arguments: no argument can be told from it by accident.
Value KeyOf(Context& cx, Cached* self, Args given, Dict* keywords) {
  const bool typed = self->typed.Load() != 0;
  if (keywords == nullptr && !typed) {
    if (given.count == 1 && IsPlainKey(given[0])) return given[0];
    return Value::Of(NewTuple(cx.heap, {given.data, given.count}));
  }
  std::vector<Value> parts(given.data, given.data + given.count);
  std::vector<Value> types;
  const auto add_type = [&](Value v) { types.push_back(Value::Of(TypeOf(cx, v))); };
  for (uint32_t i = 0; i < given.count; ++i) add_type(given[i]);
  if (keywords != nullptr) {
    parts.push_back(Value::Of(BuiltinTypeOf(cx.runtime, &kCachedFunctionType)));
    Value name, value;
    for (DictCursor cursor(keywords); cursor.Next(&name, &value);) {
      parts.push_back(name);
      parts.push_back(value);
      add_type(value);
    }
  }
  if (typed) parts.insert(parts.end(), types.begin(), types.end());
  return Value::Of(NewTuple(cx.heap, parts));
}

// (self, keywords, *args)
Value CachedCall(Context& cx, Args args) {
  Cached* const self = Self(args);
  Dict* const keywords = DictOrNull(args.Opt(1));
  const Args given = args.From(args.count < 2 ? args.count : 2);
  const int64_t limit = self->limit.Load();
  if (limit == 0) {
    heap::ObjectLock lock(cx.heap.locking(), self);
    Count(self->misses);
    auto* const none = cx.runtime.empty_tuple.Load().As<Tuple>();
    return CallWith(cx, self->function.Load(), none, given, nullptr, keywords);
  }
  const Value key = KeyOf(cx, self, given, keywords);
  const auto in_python = [&](const Slot& function) {
    const Value passed = Value::Of(NewTuple(cx.heap, {given.data, given.count}));
    return cx.TailCall(function.Load(), {Value::Of(self), key, passed,
                                         keywords == nullptr ? Value::None() : args[1]});
  };
  heap::ObjectLock lock(cx.heap.locking(), self);
  auto* const cache = self->cache.Load().As<Dict>();
  Value value;
  switch (DictFind(cx, cache, key, &value)) {
    case Find::kFound:
      if (limit != kUnbounded) DictMoveToEnd(cx, cache, key, true);
      Count(self->hits);
      return value;
    case Find::kMissing:
      Count(self->misses);
      if (keywords != nullptr) return in_python(self->miss);
      return static_cast<vm::Interpreter&>(cx).Ask(
          vm::Interpreter::Request::kCallRecording, self->function.Load(),
          Value::Of(NewTuple(cx.heap, {given.data, given.count})), Value(),
          Value::Of(NewTuple(cx.heap, {self->store.Load(), args[0], key, self->miss.Load()})));
    case Find::kPython: return in_python(self->slow);
    case Find::kRaised: break;
  }
  return Value::Raised();
}

// _store(key, value). False: the key, or one that is there, needs Python code.
Value CachedStore(Context& cx, Args args) {
  Cached* const self = Self(args);
  heap::ObjectLock lock(cx.heap.locking(), self);
  auto* const cache = self->cache.Load().As<Dict>();
  const int64_t limit = self->limit.Load();
  if (limit != kUnbounded && int64_t{cache->count.Load()} >= limit) {
    Value old, value;
    const Find find = DictFind(cx, cache, args[1], &value);
    if (find == Find::kMissing) DictPopItem(cx, cache, false, &old, &value);
    if (find == Find::kPython) return Value::False();
    if (find == Find::kRaised) return Value::Raised();
  }
  switch (DictStore(cx, cache, args[1], args[2])) {
    case Find::kPython: return Value::False();
    case Find::kRaised: return Value::Raised();
    default: return Value::True();
  }
}

// _count(hit): for the calls that Python code answers.
Value CachedCount(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  Count(args[1].IsTrue() ? Self(args)->hits : Self(args)->misses);
  return Value::None();
}

// _numbers(): hits, misses, maxsize, how many are kept
Value CachedNumbers(Context& cx, Args args) {
  Cached* const self = Self(args);
  heap::ObjectLock lock(cx.heap.locking(), self);
  const int64_t limit = self->limit.Load();
  return Value::Of(NewTuple(
      cx.heap,
      {IntFromInt64(cx.heap, self->hits.Load()), IntFromInt64(cx.heap, self->misses.Load()),
       limit == kUnbounded ? Value::None() : IntFromInt64(cx.heap, limit),
       Value::Small(self->cache.Load().As<Dict>()->count.Load())}));
}

Value CachedClear(Context& cx, Args args) {
  Cached* const self = Self(args);
  heap::ObjectLock lock(cx.heap.locking(), self);
  self->cache.Publish(Value::Of(NewDict(cx.heap)));
  self->hits.Store(0);
  self->misses.Store(0);
  return Value::None();
}

// (self, object, class): as a function's.
Value CachedGet(Context& cx, Args args) {
  if (args[1].IsNone()) return args[0];
  return Value::Of(NewBoundMethod(cx.heap, args[0], args[1]));
}

Value CachedEntries(Context&, Args args) { return Self(args)->cache.LoadAcquire(); }
Value CachedFunction(Context&, Args args) { return Self(args)->function.Load(); }

constexpr NativeDef kCachedMethods[] = {
    {"__new__", CachedNew, "cls, function, maxsize, typed, miss, slow, /"},
    {"__call__", CachedCall, "self, *args, **kwargs="},
    {"__get__", CachedGet, "self, instance, owner=, /"},
    {"_store", CachedStore, "self, key, value, /"},
    {"_count", CachedCount, "self, hit, /"},
    {"_numbers", CachedNumbers, "self, /"},
    {"cache_clear", CachedClear, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kCachedGetSets[] = {
    {"_cache", CachedEntries, nullptr},
    {"_function", CachedFunction, nullptr},
    {nullptr, nullptr, nullptr},
};

void InitModule(Context& cx, Module* module) {
  AddConstant(cx, module, "Partial", Value::Of(BuiltinTypeOf(cx.runtime, &kPartialType)));
  AddConstant(cx, module, "CachedFunction",
              Value::Of(BuiltinTypeOf(cx.runtime, &kCachedFunctionType)));
}

}  // namespace

const TypeDef kPartialType = {"Partial",       "_functools",    Kind::kNative1,
                              kPartialMethods, kPartialGetSets, 0,
                              sizeof(Partial), nullptr};
const TypeDef kCachedFunctionType = {"CachedFunction", "_functools",   Kind::kNative1,
                                     kCachedMethods,   kCachedGetSets, 0,
                                     sizeof(Cached),   nullptr};
const ModuleDef kFunctoolsModule = {"_functools", nullptr, InitModule};

}  // namespace heddle::lib
