// Module _heddle: the small native steps that the library's Python part is made of. The tables of
// each area lie with the area; those of classes and objects are here.
#include "lib/builtin_types.h"
#include "lib/container_types.h"
#include "lib/module_tables.h"
#include "lib/number_natives.h"
#include "lib/object_natives.h"
#include "lib/text_functions.h"
#include "lib/types.h"
#include "objects/array.h"
#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/function.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/shape.h"
#include "objects/sort.h"
#include "objects/tables.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"
#include "objects/weakref.h"

namespace heddle::lib {

namespace {

// type_set_builtin(type, name, value): an attribute of a builtin type that is written in Python.
Value TypeSetBuiltin(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  const uint32_t flags = type->flags_.Load();
  type->flags_.Store(flags | kHeapType);
  const bool ok = SetTypeAttribute(cx, type, cx.Intern(args[1].As<Str>()), args[2]);
  if ((flags & kHeapType) == 0) type->flags_.Store(type->flags_.Load() & ~uint32_t{kHeapType});
  return ok ? Value::None() : Value::Raised();
}

// type_lookup(type, name, default): what the MRO has under the name, unbound.
Value TypeLookup(Context& cx, Args args) {
  const Value found = LookupInMro(args[0].As<Type>(), cx.Intern(args[1].As<Str>()));
  return found.IsUndefined() ? args[2] : found;
}

// set_mro(cls, tuple): the order that a metaclass's own mro() gave a new class.
Value SetMroOf(Context& cx, Args args) {
  return SetMro(cx, args[0].As<Type>(), args[1].As<Tuple>()) ? Value::None() : Value::Raised();
}

// own_names(x): the names in x's own __dict__ as a list; makes no dict where there is none.
Value OwnNames(Context& cx, Args args) {
  List* list = NewList(cx.heap);
  if (!args[0].IsObject()) return Value::Of(list);
  for (Str* name : InstanceAttributeNames(cx, args[0].object())) {
    ListAppend(cx, list, Value::Of(name));
  }
  return Value::Of(list);
}

// exception_new(cls, args): an exception of the class, without calling its __new__ or __init__.
Value ExceptionNew(Context& cx, Args args) {
  Exception* exception = NewException(cx, args[0].As<Type>());
  exception->args.Store(args[1]);
  return Value::Of(exception);
}

// object_new(cls): a bare instance.
Value ObjectNew(Context& cx, Args args) { return Value::Of(NewInstance(cx, args[0].As<Type>())); }

// builtin_type(name): the builtin type of that name, also those that builtins does not show.
Value BuiltinType(Context& cx, Args args) {
  const std::string name = ToUtf8(args[0].As<Str>());
  for (const TypeDef* def : BuiltinTypes()) {
    if (name == def->name) return Value::Of(BuiltinTypeOf(cx.runtime, def));
  }
  return Value::None();
}

// shared_weakref(x): the weak reference without a callback that there is already, or None.
Value SharedWeakref(Context& cx, Args args) {
  WeakRef* const ref = PlainWeakRef(cx, args[0]);
  return ref == nullptr ? Value::None() : Value::Of(ref);
}

// weakrefs(x): a list of the weak references to it.
Value WeakRefs(Context& cx, Args args) {
  List* const list = NewList(cx.heap);
  for (WeakRef* ref : WeakRefsOf(cx, args[0])) ListAppend(cx, list, Value::Of(ref));
  return Value::Of(list);
}

// weakref_set_hash(reference, hash): what hash(reference) is from now on.
Value WeakRefSetHash(Context&, Args args) {
  args[0].As<WeakRef>()->hash.Publish(args[1]);
  return Value::None();
}

// freeze(s): a frozenset of the same items.
Value Freeze(Context& cx, Args args) {
  return Value::Of(SetCopy(cx, args[0].As<Set>(), Kind::kFrozenSet));
}

// mappingproxy(m), unchecked.
Value NewMappingProxy(Context& cx, Args args) {
  auto* proxy = cx.heap.New<MappingProxy>(Kind::kMappingProxy);
  proxy->mapping.Store(args[0]);
  return Value::Of(proxy);
}

// sort_simple(keys, values, reverse): sorts the two lists together, or the one when they are the
// same; False, in some order, when comparing keys takes Python code. Nobody else has the lists.
Value SortSimpleLists(Context& cx, Args args) {
  auto *keys = args[0].As<List>(), *values = args[1].As<List>();
  const uint32_t count = keys->length.Load();
  if (count < 2) return Value::True();
  Slot* key_slots = keys->storage.Load()->slots();
  Slot* value_slots = keys == values ? nullptr : values->storage.Load()->slots();
  const Tri sorted = SortSimple(cx, key_slots, value_slots, count, args[2].IsTrue());
  return sorted == Tri::kRaised ? Value::Raised() : Value::Bool(sorted == Tri::kTrue);
}

// The state of a sum of floats that Python code takes its items for: [high, low].
FloatSum SumOf(Value state) {
  auto* const list = state.As<List>();
  return {ListAt(list, 0).dbl(), ListAt(list, 1).dbl()};
}

// add_float(state, x): False when x is no number that such a sum takes
Value AddFloat(Context& cx, Args args) {
  const Value x = args[1];
  if (!x.IsDouble() && !x.IsSmall() && !x.IsBool()) return Value::False();
  FloatSum sum = SumOf(args[0]);
  sum.Add(x);
  ListSet(cx, args[0].As<List>(), 0, Value::Double(sum.high));
  ListSet(cx, args[0].As<List>(), 1, Value::Double(sum.low));
  return Value::True();
}

// float_sum(state)
Value FloatSumOf(Context&, Args args) { return Value::Double(SumOf(args[0]).Total()); }

Function* CopyFunction(Context& cx, Function* from) {
  auto* const function = cx.heap.New<Function>(Kind::kFunction);
  function->code = from->code;
  for (Slot Function::*field :
       {&Function::code_slot, &Function::globals, &Function::name, &Function::qualname,
        &Function::module, &Function::doc, &Function::defaults, &Function::kwdefaults,
        &Function::annotations, &Function::closure, &Function::type_params}) {
    (function->*field).Store((from->*field).LoadAcquire());
  }
  return function;
}

// builtin_function(function, module name): it, as one that is written in C (see kBuiltinFunction)
Value BuiltinFunction(Context& cx, Args args) {
  Function* const function = CopyFunction(cx, args[0].As<Function>());
  function->type.Store(BuiltinTypeOf(cx.runtime, &kBuiltinFunctionType));
  function->flags |= kBuiltinFunction;
  function->module.Store(args[1]);
  return Value::Of(function);
}

// function_behind(x): the function written in Python that such a one is, or None
Value FunctionBehind(Context& cx, Args args) {
  if (!IsBuiltinFunction(args[0])) return Value::None();
  return Value::Of(CopyFunction(cx, args[0].As<Function>()));
}

constexpr NativeDef kFunctions[] = {
    {"shared_weakref", SharedWeakref, "object, /"},
    {"weakrefs", WeakRefs, "object, /"},
    {"weakref_set_hash", WeakRefSetHash, "reference, hash, /"},
    {"freeze", Freeze, "set, /"},
    {"mappingproxy", NewMappingProxy, "mapping, /"},
    {"sort_simple", SortSimpleLists, "keys, values, reverse, /"},
    {"add_float", AddFloat, "state, x, /"},
    {"float_sum", FloatSumOf, "state, /"},
    {"type_set_builtin", TypeSetBuiltin, "type, name, value, /"},
    {"type_lookup", TypeLookup, "type, name, default, /"},
    {"super_of", SuperOf, "cls, type, object, self_type, /"},
    {"set_mro", SetMroOf, "cls, mro, /"},
    {"own_names", OwnNames, "object, /"},
    {"exception_new", ExceptionNew, "cls, args, /"},
    {"object_new", ObjectNew, "cls, /"},
    {"builtin_type", BuiltinType, "name, /"},
    {"builtin_function", BuiltinFunction, "function, module, /"},
    {"function_behind", FunctionBehind, "builtin, /"},
    {nullptr, nullptr, nullptr},
};

void Init(Context& cx, Module* module) {
  AddFunctions(cx, module, kHeddleContainerFunctions);
  AddFunctions(cx, module, kHeddleTextFunctions);
}

}  // namespace

const ModuleDef kHeddleModule = {"_heddle", kFunctions, Init};

}  // namespace heddle::lib
