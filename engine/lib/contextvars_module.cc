// Module _contextvars: which Context a thread is in, and the values of one.
#include "lib/container_types.h"
#include "lib/module_tables.h"
#include "lib/types.h"
#include "objects/dict.h"
#include "objects/future.h"
#include "objects/type_building.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

vm::Interpreter& In(Context& cx) { return static_cast<vm::Interpreter&>(cx); }

ContextObject* NewContext(Context& cx) {
  const Value type = In(cx).program().context_class.Load();
  return static_cast<ContextObject*>(NewInstance(cx, type.As<Type>()));
}

// current(): the Context of the caller's thread
Value Current(Context& cx, Args) {
  vm::PyFiber& fiber = In(cx).fiber();
  if (fiber.context.IsUndefined()) fiber.context = Value::Of(NewContext(cx));
  return fiber.context;
}

// set_current(context)
Value SetCurrent(Context& cx, Args args) {
  In(cx).fiber().context = args[0];
  return Value::None();
}

// copy_context()
Value CopyContext(Context& cx, Args) {
  const Value current = In(cx).fiber().context;
  ContextObject* const copy = NewContext(cx);
  if (current.Is(Kind::kContext)) {
    copy->values.Publish(current.As<ContextObject>()->values.Load());
  }
  return Value::Of(copy);
}

// lookup(var, default): its value in the current context
Value Lookup(Context& cx, Args args) {
  const Value current = In(cx).fiber().context;
  if (!current.Is(Kind::kContext)) return args[1];
  const Value values = current.As<ContextObject>()->values.LoadAcquire();
  Value found;
  if (!values.Is(Kind::kDict)) return args[1];
  return DictFind(cx, values.As<Dict>(), args[0], &found) == Find::kFound ? found : args[1];
}

// set_class(class): of the contexts that natives make
Value SetClass(Context& cx, Args args) {
  In(cx).program().context_class.Publish(args[0]);
  return Value::None();
}

constexpr NativeDef kFunctions[] = {
    {"current", Current, ""},          {"set_current", SetCurrent, "context, /"},
    {"copy_context", CopyContext, ""}, {"lookup", Lookup, "var, default, /"},
    {"set_class", SetClass, "cls, /"}, {nullptr, nullptr, nullptr},
};

// _values: a dict that nobody changes
Value GetValues(Context& cx, Args args) {
  const Value values = args[0].As<ContextObject>()->values.LoadAcquire();
  return values.IsUndefined() ? Value::Of(NewDict(cx.heap)) : values;
}
Value SetValues(Context&, Args args) {
  args[0].As<ContextObject>()->values.Publish(args[1]);
  return Value::None();
}

constexpr NativeDef kMethods[] = {
    {"__new__", NewEmpty, "cls, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"_values", GetValues, SetValues},
    {nullptr, nullptr, nullptr},
};

void Init(Context& cx, Module* module) {
  AddConstant(cx, module, "Context", Value::Of(BuiltinTypeOf(cx.runtime, &kContextType)));
}

}  // namespace

const ModuleDef kContextVarsModule = {"_contextvars", kFunctions, Init};

const TypeDef kContextType = {"Context", "_contextvars", Kind::kContext,        kMethods,
                              kGetSets,  kHasDict,       sizeof(ContextObject), nullptr};

}  // namespace heddle::lib
