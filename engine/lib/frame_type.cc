// frame: what sys._getframe(), tracebacks and generators show.
// https://docs.python.org/3.13/reference/datamodel.html#frame-objects
#include "lib/module_tables.h"
#include "lib/types.h"
#include "objects/dict.h"
#include "objects/number.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/weakref.h"
#include "vm/frame_view.h"
#include "vm/interpreter.h"
#include "vm/program.h"
#include "vm/thread_objects.h"

namespace heddle::lib {

namespace {

using vm::FrameView;
using vm::Interpreter;

Interpreter& In(Context& cx) { return static_cast<Interpreter&>(cx); }
FrameView* Self(Args args) { return args[0].As<FrameView>(); }

Value GetBack(Context& cx, Args args) { return vm::BackOf(In(cx), Self(args)); }
Value GetCode(Context&, Args args) { return Self(args)->code.Load(); }
Value GetGlobals(Context&, Args args) { return Self(args)->Globals(); }
Value GetBuiltins(Context& cx, Args args) {
  return Value::Of(In(cx).program().BuiltinsOf(In(cx), Self(args)->Globals().As<Dict>()));
}
Value GetLine(Context& cx, Args args) { return Value::Small(vm::LineOf(In(cx), Self(args))); }
Value SetLine(Context& cx, Args args) {
  if (args[1].IsUndefined()) return cx.Raise(Exc::kAttributeError, "cannot delete attribute");
  return cx.Raise(Exc::kValueError, "f_lineno can only be set in a trace function");
}
Value GetLast(Context& cx, Args args) {
  return Value::Small(int64_t{vm::PlaceOf(In(cx), Self(args))} * 8);
}

Value GetLocals(Context& cx, Args args) {
  const FrameView* const view = Self(args);
  const Value names = view->GetMore(FrameView::kNames);
  if (!names.IsUndefined()) return names;
  if (!view->Has(FrameView::kFunction)) return view->Globals();
  return cx.TailCall(Library::kFrameLocals, {args[0]});
}

// There is no tracing: these are only remembered.
Value GetTrace(Context&, Args args) {
  const Value trace = Self(args)->GetMore(FrameView::kTrace);
  return trace.IsUndefined() ? Value::None() : trace;
}
Value SetTrace(Context& cx, Args args) {
  Self(args)->SetMore(cx, FrameView::kTrace, args[1]);
  return Value::None();
}
Value SetFlag(Context& cx, Args args, FrameView::Flags flag, bool when, const char* name) {
  if (!args[1].IsBool()) return cx.Raise(Exc::kTypeError, "{} must be bool", name);
  const uint32_t rest = Self(args)->flags.Load() & ~static_cast<uint32_t>(flag);
  Self(args)->flags.Store(args[1].IsTrue() == when ? rest | flag : rest);
  return Value::None();
}
Value GetTraceLines(Context&, Args args) {
  return Value::Bool(!Self(args)->Has(FrameView::kNoTraceLines));
}
Value SetTraceLines(Context& cx, Args args) {
  return SetFlag(cx, args, FrameView::kNoTraceLines, false, "attribute value type");
}
Value GetTraceOpcodes(Context&, Args args) {
  return Value::Bool(Self(args)->Has(FrameView::kTraceOpcodes));
}
Value SetTraceOpcodes(Context& cx, Args args) {
  return SetFlag(cx, args, FrameView::kTraceOpcodes, true, "attribute value type");
}

Value ClearFrame(Context& cx, Args args) {
  switch (vm::ClearView(Self(args))) {
    case vm::Clear::kDone: return Value::None();
    case vm::Clear::kExecuting:
      return cx.Raise(Exc::kRuntimeError, "cannot clear an executing frame");
    case vm::Clear::kSuspended:
      return cx.Raise(Exc::kRuntimeError, "cannot clear a suspended frame");
    case vm::Clear::kNotBegun: break;
  }
  return cx.TailCall(Library::kClearGenerator, {Value::Of(Self(args)->GetGenerator())});
}

Value Repr(Context& cx, Args args) {
  const Code* const code = Self(args)->GetCode();
  Value file;
  if (TryRepr(cx, code->filename.Load(), ReprKind::kRepr, &file) != Tri::kTrue) {
    return Value::Raised();
  }
  return cx.NewString(fmt::format(
      "<frame at {:#x}, file {}, line {}, code {}>", IdOf(cx.runtime, args[0]),
      ToUtf8(file.As<Str>()), vm::LineOf(In(cx), Self(args)), ToUtf8(code->name.Load().As<Str>())));
}

constexpr NativeDef kMethods[] = {
    {"clear", ClearFrame, "self, /"},
    {"__repr__", Repr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"f_back", GetBack, nullptr},
    {"f_code", GetCode, nullptr},
    {"f_globals", GetGlobals, nullptr},
    {"f_builtins", GetBuiltins, nullptr},
    {"f_locals", GetLocals, nullptr},
    {"f_lineno", GetLine, SetLine},
    {"f_lasti", GetLast, nullptr},
    {"f_trace", GetTrace, SetTrace},
    {"f_trace_lines", GetTraceLines, SetTraceLines},
    {"f_trace_opcodes", GetTraceOpcodes, SetTraceOpcodes},
    {nullptr, nullptr, nullptr},
};

// ---- module _frame

// _getframe(depth=0): the frame `depth` levels below the caller's
Value GetFrame(Context& cx, Args args) {
  int64_t depth = 0;
  if (args.count > 0 && !args[0].IsUndefined() && !ToInt64(cx, args[0], &depth)) {
    return Value::Raised();
  }
  vm::PyFiber& fiber = In(cx).fiber();
  vm::Frame* const frame = vm::VisibleFrame(fiber, depth);
  if (frame == nullptr) return cx.Raise(Exc::kValueError, "call stack is not deep enough");
  FrameView* const view = vm::ViewOf(cx, fiber, frame);
  view->Set(FrameView::kLooked);
  return Value::Of(view);
}

// current_frames(): {thread's ident: its frame}
Value CurrentFrames(Context& cx, Args) {
  Dict* const frames = NewDict(cx.heap);
  Interpreter& in = In(cx);
  in.program().WithWorldStopped(in.worker(), [&] {
    for (vm::PyFiber* fiber : in.program().Fibers()) {
      vm::Frame* const frame = vm::VisibleFrame(*fiber, 0);
      if (frame == nullptr || fiber->handle == nullptr) continue;
      FrameView* const view = vm::ViewOf(cx, *fiber, frame);
      view->Set(FrameView::kLooked);
      DictStore(cx, frames, Value::Small(static_cast<int64_t>(fiber->handle->ident)),
                Value::Of(view));
    }
  });
  return Value::Of(frames);
}

// variables(frame): the names of its variables by register, None for those that Python never sees
Value Variables(Context& cx, Args args) {
  const Code* const code = Self(args)->GetCode();
  const bytecode::CodeUnit& unit = **code->unit;
  auto* const names = code->local_names.Load().As<Tuple>();
  std::vector<Value> shown;
  for (uint32_t i = 0; i < Self(args)->VariableCount(); ++i) {
    shown.push_back(unit.locals[i].hidden ? Value::None() : names->Get(i));
  }
  return Value::Of(NewTuple(cx.heap, shown));
}

// get(frame, register, default)
Value Get(Context& cx, Args args) {
  const Value v = vm::GetVariable(In(cx), Self(args), static_cast<uint32_t>(args[1].small()));
  return v.IsUndefined() ? args[2] : v;
}

// set(frame, register, value)
Value Set(Context& cx, Args args) {
  vm::SetVariable(In(cx), Self(args), static_cast<uint32_t>(args[1].small()), args[2]);
  return Value::None();
}

// extra(frame): the dict of what f_locals was given that is no variable
Value Extra(Context& cx, Args args) {
  FrameView* const view = Self(args);
  const Value known = view->GetMore(FrameView::kExtra);
  if (!known.IsUndefined()) return known;
  Dict* const made = NewDict(cx.heap);
  view->SetMore(cx, FrameView::kExtra, Value::Of(made));
  return Value::Of(made);
}

// is_hidden(code): its frames are not shown: CPython has it in C
Value IsHidden(Context&, Args args) { return Value::Bool(vm::IsHidden(args[0].As<Code>())); }

constexpr NativeDef kFunctions[] = {
    {"_getframe", GetFrame, "depth=, /"},      {"current_frames", CurrentFrames, ""},
    {"variables", Variables, "frame, /"},      {"get", Get, "frame, register, default, /"},
    {"set", Set, "frame, register, value, /"}, {"extra", Extra, "frame, /"},
    {"is_hidden", IsHidden, "code, /"},        {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kFrameModule = {"_frame", kFunctions, nullptr};

const TypeDef kFrameType = {"frame",           "builtins", Kind::kFrameView,
                            kMethods,          kGetSets,   kNotBase | kNoInstances,
                            sizeof(FrameView), nullptr};

}  // namespace heddle::lib
