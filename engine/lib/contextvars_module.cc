// Module _contextvars: which Context a thread is in.
#include "lib/module_tables.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

vm::PyFiber& In(Context& cx) { return static_cast<vm::Interpreter&>(cx).fiber(); }

// current(): the Context of the caller's thread, or None
Value Current(Context& cx, Args) {
  const Value context = In(cx).context;
  return context.IsUndefined() ? Value::None() : context;
}

// set_current(context or None)
Value SetCurrent(Context& cx, Args args) {
  In(cx).context = args[0];
  return Value::None();
}

constexpr NativeDef kFunctions[] = {
    {"current", Current, ""},
    {"set_current", SetCurrent, "context, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kContextVarsModule = {"_contextvars", kFunctions, nullptr};

}  // namespace heddle::lib
