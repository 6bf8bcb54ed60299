// The types of generators and coroutines.
#include <utility>

#include "lib/container_types.h"
#include "lib/module_tables.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/exception_fields.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/type_building.h"
#include "objects/weakref.h"
#include "vm/frame_view.h"
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

Value OrEllipsis(Value v) { return v.IsUndefined() ? Value::Ellipsis() : v; }

// Whether throw() got nothing but an exception; otherwise the library makes one of what it got.
bool GotException(Args args) {
  return args[1].Is(Kind::kException) && args.Opt(2).IsUndefined() && args.Opt(3).IsUndefined();
}
Value MakeThrown(Context& cx, Library function, Args args) {
  return cx.TailCall(function,
                     {args[0], args[1], OrEllipsis(args.Opt(2)), OrEllipsis(args.Opt(3))});
}

// throw(exception), or the old throw(type, value=None, traceback=None)
Value Throw(Context& cx, Args args) {
  if (!GotException(args)) return MakeThrown(cx, Library::kThrowClass, args);
  return In(cx).Ask(Interpreter::Request::kThrow, args[0], args[1]);
}

Value Close(Context& cx, Args args) {
  auto* const g = args[0].As<Generator>();
  const auto created = static_cast<uint32_t>(GeneratorState::kCreated);
  if (g->State() == GeneratorState::kCreated &&
      g->state.CompareExchange(created, static_cast<uint32_t>(GeneratorState::kRunning))) {
    vm::EndGeneratorView(cx, In(cx).fiber(), g);
    g->state.StoreRelease(static_cast<uint32_t>(GeneratorState::kClosed));
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

Value GetFrame(Context& cx, Args args) {
  auto* const g = args[0].As<Generator>();
  if (g->State() == GeneratorState::kClosed) return Value::None();
  vm::FrameView* const view = vm::ViewOfGenerator(cx, g);
  view->Set(vm::FrameView::kLooked);
  return Value::Of(view);
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
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"__iter__", Iter, "self, /"},
    {"__next__", Next, "self, /"},
    {"send", Send, "self, value, /"},
    {"throw", Throw, "self, type, value=, traceback=, /"},
    {"close", Close, "self, /"},
    {"__repr__", Repr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGeneratorGetSets[] = {
    {"__name__", GetName, SetName},     {"__qualname__", GetQualname, SetQualname},
    {"gi_code", GetCode, nullptr},      {"gi_frame", GetFrame, nullptr},
    {"gi_running", IsRunning, nullptr}, {"gi_suspended", IsSuspended, nullptr},
    {"gi_yieldfrom", Awaited, nullptr}, {nullptr, nullptr, nullptr},
};

Value GetOrigin(Context&, Args args) {
  const Value origin = args[0].As<Generator>()->hook.Load();
  return origin.IsUndefined() ? Value::None() : origin;
}

Value CoroutineAwait(Context& cx, Args args) {
  return cx.TailCall(Library::kCoroutineAwait, {args[0]});
}

constexpr NativeDef kCoroutineMethods[] = {
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
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
    {"cr_frame", GetFrame, nullptr},
    {"cr_origin", GetOrigin, nullptr},
    {"cr_running", IsRunning, nullptr},
    {"cr_suspended", IsSuspended, nullptr},
    {"cr_await", Awaited, nullptr},
    {nullptr, nullptr, nullptr},
};

// Asynchronous generators: what __anext__(), asend(), athrow() and aclose() return are steps, which
// run the body when they are awaited (generator.h).
using vm::AsyncStep;

Value AsyncIter(Context&, Args args) { return args[0]; }

// A step that the program is told of if nobody awaits it.
Value NewStep(Context& cx, Generator* g, AsyncStep::What what, Value argument) {
  AsyncStep* const step = vm::NewAsyncStep(cx, g, what, argument);
  if (what != AsyncStep::What::kSend) {
    step->type.Store(BuiltinTypeOf(cx.runtime, &kAsyncGenThrowType));
  }
  cx.heap.RegisterMortal(step);
  return In(cx).BeginAsyncGenerator(g, Value::Of(step));
}

Value AsyncNext(Context& cx, Args args) {
  return NewStep(cx, args[0].As<Generator>(), AsyncStep::What::kSend, Value::None());
}
Value AsyncSend(Context& cx, Args args) {
  return NewStep(cx, args[0].As<Generator>(), AsyncStep::What::kSend, args[1]);
}
Value AsyncThrow(Context& cx, Args args) {
  if (!GotException(args)) return MakeThrown(cx, Library::kAsyncGenThrow, args);
  return NewStep(cx, args[0].As<Generator>(), AsyncStep::What::kThrow, args[1]);
}
Value AsyncClose(Context& cx, Args args) {
  cx.RaiseWith(Exc::kGeneratorExit, Value());
  return NewStep(cx, args[0].As<Generator>(), AsyncStep::What::kClose,
                 std::exchange(cx.pending, Value()));
}
Value IsAsyncRunning(Context&, Args args) {
  return Value::Bool(!args[0].As<Generator>()->step.Load().IsUndefined());
}

constexpr NativeDef kAsyncGeneratorMethods[] = {
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"__aiter__", AsyncIter, "self, /"},
    {"__anext__", AsyncNext, "self, /"},
    {"asend", AsyncSend, "self, value, /"},
    {"athrow", AsyncThrow, "self, type, value=, traceback=, /"},
    {"aclose", AsyncClose, "self, /"},
    {"__repr__", Repr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kAsyncGeneratorGetSets[] = {
    {"__name__", GetName, SetName},
    {"__qualname__", GetQualname, SetQualname},
    {"ag_code", GetCode, nullptr},
    {"ag_frame", GetFrame, nullptr},
    {"ag_running", IsAsyncRunning, nullptr},
    {"ag_suspended", IsSuspended, nullptr},
    {"ag_await", Awaited, nullptr},
    // For the library, which finalizes it.
    {"_finalizer", GetOrigin, nullptr},
    {nullptr, nullptr, nullptr},
};

Value StepNext(Context& cx, Args args) {
  return In(cx).Ask(Interpreter::Request::kStepSend, args[0], Value::None());
}
Value StepSend(Context& cx, Args args) {
  return In(cx).Ask(Interpreter::Request::kStepSend, args[0], args[1]);
}
Value StepThrow(Context& cx, Args args) {
  if (!GotException(args)) return MakeThrown(cx, Library::kThrowClass, args);
  return In(cx).Ask(Interpreter::Request::kStepThrow, args[0], args[1]);
}
Value StepClose(Context& cx, Args args) {
  if (args[0].As<AsyncStep>()->GetState() == AsyncStep::State::kDone) return Value::None();
  return cx.TailCall(Library::kStepClose, {args[0]});
}
// For the warning that nobody has awaited it.
Value StepMethod(Context& cx, Args args) {
  switch (args[0].As<AsyncStep>()->what) {
    case AsyncStep::What::kSend: return cx.NewString("asend");
    case AsyncStep::What::kThrow: return cx.NewString("athrow");
    case AsyncStep::What::kClose: return cx.NewString("aclose");
  }
  __builtin_unreachable();
}
Value StepQualname(Context&, Args args) {
  return args[0].As<AsyncStep>()->generator.Load().As<Generator>()->qualname.Load();
}

constexpr NativeDef kStepMethods[] = {
    {"__await__", Iter, "self, /"},
    {"__iter__", Iter, "self, /"},
    {"__next__", StepNext, "self, /"},
    {"send", StepSend, "self, value, /"},
    {"throw", StepThrow, "self, type, value=, traceback=, /"},
    {"close", StepClose, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kStepGetSets[] = {
    {"_method", StepMethod, nullptr},
    {"_qualname", StepQualname, nullptr},
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
static constexpr TypeDef StepOfGenerator(const char* name) {
  return {name,
          "builtins",
          Kind::kAsyncGenStep,
          kStepMethods,
          kStepGetSets,
          kNotBase | kNoInstances,
          sizeof(AsyncStep),
          nullptr};
}
const TypeDef kAsyncGenStepType = StepOfGenerator("async_generator_asend");
const TypeDef kAsyncGenThrowType = StepOfGenerator("async_generator_athrow");

}  // namespace heddle::lib
