// Module _signal: what the library's signal module asks of the VM.
#include "lib/module_tables.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

using vm::Program;

Program& In(Context& cx) { return static_cast<vm::Interpreter&>(cx).program(); }

// set_action(number, Program::SignalAction)
Value SetAction(Context& cx, Args args) {
  In(cx).SetSignalAction(static_cast<int>(args[0].small()),
                         static_cast<Program::SignalAction>(args[1].small()));
  return Value::None();
}

// set_hook(function): called in the main thread when signals with a handler are pending
Value SetHook(Context& cx, Args args) {
  In(cx).signal_hook.Publish(args[0]);
  return Value::None();
}

Value RaiseSignal(Context& cx, Args args) {
  auto& in = static_cast<vm::Interpreter&>(cx);
  return in.program().SendSignal(in, static_cast<int>(args[0].small()));
}

constexpr NativeDef kFunctions[] = {
    {"set_action", SetAction, "number, action, /"},
    {"set_hook", SetHook, "function, /"},
    {"raise_signal", RaiseSignal, "number, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kSignalModule = {"_signal", kFunctions, nullptr};

}  // namespace heddle::lib
