// The types of generators and coroutines.
#include "lib/module_tables.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/exception_fields.h"
#include "objects/str_ops.h"
#include "objects/weakref.h"
#include "vm/generator.h"
#include "vm/interpreter.h"

namespace heddle::lib {

namespace {

using vm::Generator;
using vm::GeneratorState;
using vm::Interpreter;

Interpreter& In(Context& cx) { return static_cast<Interpreter&>(cx); }

Value Iter(Context&, Args args) { return args[0]; }

Value Next(Context& cx, Args args) {
  return In(cx).Ask(Interpreter::Request::kSend, args[0], Value::None());
}

Value Send(Context& cx, Args args) {
  return In(cx).Ask(Interpreter::Request::kSend, args[0], args[1]);
}

// throw(exception), or the old throw(type, value=None, traceback=None): the library makes the
// exception of a class.
Value Throw(Context& cx, Args args) {
  Value exception = args[1];
  if (exception.Is(Kind::kType)) {
    const Value value = args.count > 2 ? args[2] : Value::None();
    if (value.Is(Kind::kException)) {
      exception = value;
    } else {
      return cx.TailCall(Library::kThrowClass, {args[0], exception, value});
    }
  }
  if (!exception.Is(Kind::kException)) {
    return cx.Raise(Exc::kTypeError,
                    "exceptions must be classes or instances deriving from BaseException, not {}",
                    TypeName(cx, exception));
  }
  return In(cx).Ask(Interpreter::Request::kThrow, args[0], exception);
}

Value Close(Context& cx, Args args) {
  auto* const g = args[0].As<Generator>();
  const auto created = static_cast<uint32_t>(GeneratorState::kCreated);
  if (g->State() == GeneratorState::kCreated &&
      g->state.CompareExchange(created, static_cast<uint32_t>(GeneratorState::kClosed))) {
    return Value::None();
  }
  if (g->State() == GeneratorState::kClosed) return Value::None();
  return cx.TailCall(Library::kGeneratorClose, {args[0]});
}

Value Repr(Context& cx, Args args) {
  auto* const g = args[0].As<Generator>();
  const char* const noun = g->kind == Kind::kCoroutine        ? "coroutine"
                           : g->kind == Kind::kAsyncGenerator ? "async_generator"
                                                              : "generator";
  return cx.NewString(fmt::format("<{} object {} at 0x{:012x}>", noun,
                                  ToUtf8(g->qualname.Load().As<Str>()),
                                  0x7f0000000000 + IdOf(cx.runtime, args[0]) * 16));
}

Value GetName(Context&, Args args) { return args[0].As<Generator>()->name.Load(); }
Value GetQualname(Context&, Args args) { return args[0].As<Generator>()->qualname.Load(); }
Value SetName(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "__name__ must be set to a string object");
  }
  args[0].As<Generator>()->name.Publish(args[1]);
  return Value::None();
}
Value SetQualname(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "__qualname__ must be set to a string object");
  }
  args[0].As<Generator>()->qualname.Publish(args[1]);
  return Value::None();
}
Value GetCode(Context&, Args args) { return args[0].As<Generator>()->code.Load(); }
Value IsRunning(Context&, Args args) {
  return Value::Bool(args[0].As<Generator>()->State() == GeneratorState::kRunning);
}
Value IsSuspended(Context&, Args args) {
  return Value::Bool(args[0].As<Generator>()->State() == GeneratorState::kSuspended);
}

// What the body waits for in `yield from` or `await`, or None.
Value Awaited(Context&, Args args) {
  auto* const g = args[0].As<Generator>();
  if (g->State() != GeneratorState::kSuspended) return Value::None();
  const bytecode::Word w = g->frame.code->words[g->frame.pc].Load();
  if (bytecode::OpOf(w) != bytecode::Op::kYieldFrom) return Value::None();
  return g->frame.regs[bytecode::FieldB(w)];
}

constexpr NativeDef kGeneratorMethods[] = {
    {"__iter__", Iter, "self, /"},    {"__next__", Next, "self, /"},
    {"send", Send, "self, value, /"}, {"throw", Throw, "self, type, value=, traceback=, /"},
    {"close", Close, "self, /"},      {"__repr__", Repr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGeneratorGetSets[] = {
    {"__name__", GetName, SetName},
    {"__qualname__", GetQualname, SetQualname},
    {"gi_code", GetCode, nullptr},
    {"gi_running", IsRunning, nullptr},
    {"gi_suspended", IsSuspended, nullptr},
    {"gi_yieldfrom", Awaited, nullptr},
    {nullptr, nullptr, nullptr},
};

Value CoroutineAwait(Context& cx, Args args) {
  return cx.TailCall(Library::kCoroutineAwait, {args[0]});
}

constexpr NativeDef kCoroutineMethods[] = {
    {"__await__", CoroutineAwait, "self, /"},
    {"__next__", Next, "self, /"},
    {"send", Send, "self, value, /"},
    {"throw", Throw, "self, type, value=, traceback=, /"},
    {"close", Close, "self, /"},
    {"__repr__", Repr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kCoroutineGetSets[] = {
    {"__name__", GetName, SetName},
    {"__qualname__", GetQualname, SetQualname},
    {"cr_code", GetCode, nullptr},
    {"cr_running", IsRunning, nullptr},
    {"cr_suspended", IsSuspended, nullptr},
    {"cr_await", Awaited, nullptr},
    {nullptr, nullptr, nullptr},
};

// Asynchronous generators: asend() and its like are coroutines of the library that drive the body
// with `_step_send` and `_step_throw`. A value that the body yields comes wrapped (Kind::
// kAsyncGenStep); anything else that comes out is what it awaits.
Value AsyncIter(Context&, Args args) { return args[0]; }
Value AsyncNext(Context& cx, Args args) {
  return cx.TailCall(Library::kAsyncGenSend, {args[0], Value::None()});
}
Value AsyncSend(Context& cx, Args args) {
  return cx.TailCall(Library::kAsyncGenSend, {args[0], args[1]});
}
Value AsyncThrow(Context& cx, Args args) {
  return cx.TailCall(Library::kAsyncGenThrow, {args[0], args[1]});
}
Value AsyncClose(Context& cx, Args args) { return cx.TailCall(Library::kAsyncGenClose, {args[0]}); }

constexpr NativeDef kAsyncGeneratorMethods[] = {
    {"__aiter__", AsyncIter, "self, /"},
    {"__anext__", AsyncNext, "self, /"},
    {"asend", AsyncSend, "self, value, /"},
    {"athrow", AsyncThrow, "self, type, value=, traceback=, /"},
    {"aclose", AsyncClose, "self, /"},
    {"_step_send", Send, "self, value, /"},
    {"_step_throw", Throw, "self, exception, /"},
    {"__repr__", Repr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kAsyncGeneratorGetSets[] = {
    {"__name__", GetName, SetName},
    {"__qualname__", GetQualname, SetQualname},
    {"ag_code", GetCode, nullptr},
    {"ag_running", IsRunning, nullptr},
    {"ag_suspended", IsSuspended, nullptr},
    {"ag_await", Awaited, nullptr},
    {nullptr, nullptr, nullptr},
};

Value StepValue(Context&, Args args) { return args[0].As<Cell>()->value.Load(); }
constexpr GetSetDef kStepGetSets[] = {
    {"value", StepValue, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kGeneratorType = {"generator",       "builtins",
                                Kind::kGenerator,  kGeneratorMethods,
                                kGeneratorGetSets, kNotBase | kNoInstances,
                                sizeof(Generator), nullptr};
const TypeDef kCoroutineType = {"coroutine",       "builtins",
                                Kind::kCoroutine,  kCoroutineMethods,
                                kCoroutineGetSets, kNotBase | kNoInstances,
                                sizeof(Generator), nullptr};
const TypeDef kAsyncGeneratorType = {"async_generator",      "builtins",
                                     Kind::kAsyncGenerator,  kAsyncGeneratorMethods,
                                     kAsyncGeneratorGetSets, kNotBase | kNoInstances,
                                     sizeof(Generator),      nullptr};
const TypeDef kAsyncGenStepType = {"async_generator_wrapped_value",
                                   "builtins",
                                   Kind::kAsyncGenStep,
                                   nullptr,
                                   kStepGetSets,
                                   kNotBase | kNoInstances,
                                   sizeof(Cell),
                                   nullptr};

}  // namespace heddle::lib
