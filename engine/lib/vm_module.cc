// Module _vm: what the library's Python part asks of the VM.
#include <algorithm>

#include "bytecode/serialize.h"
#include "lib/module_tables.h"
#include "lib/modules.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/weakref.h"
#include "vm/frame_view.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/loader.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

using vm::Frame;
using vm::Interpreter;

Interpreter& In(Context& cx) { return static_cast<Interpreter&>(cx); }

std::string Text(Value v) { return ToUtf8(v.As<Str>()); }

// bind_library(namespace): natives call on the functions of these names from now on.
Value BindLibrary(Context& cx, Args args) {
  In(cx).program().BindLibrary(In(cx), args[0].As<Dict>());
  return Value::None();
}

// CPython's flag for `from __future__ import annotations`, in code.co_flags and compile().
constexpr int64_t kFutureAnnotationsFlag = 0x1000000;

// compile(source, filename, mode, in_mapping, flags=0, optimize=0) -> code
Value Compile(Context& cx, Args args) {
  Interpreter& in = In(cx);
  std::string source;
  if (args[0].Is(Kind::kStr)) {
    source = Text(args[0]);
  } else {
    std::string storage;
    source = std::string(BytesView(args[0], &storage));
  }
  if (source.find('\0') != std::string::npos) {
    return cx.Raise(Exc::kSyntaxError, "source code string cannot contain null bytes");
  }
  vm::Program::CompileFlags flags;
  flags.names_in_mapping = args[3].IsTrue();
  if (!args.Opt(4).IsUndefined()) {
    flags.future_annotations = (args[4].small() & kFutureAnnotationsFlag) != 0;
  }
  if (!args.Opt(5).IsUndefined()) flags.optimize = static_cast<int>(args[5].small());
  return in.program().Compile(in, source, Text(args[1]), Text(args[2]), flags);
}

// execute(code, globals, locals or None, closure tuple or None): what the code returns
Value Execute(Context& cx, Args args) {
  const Value locals = args[2].IsNone() ? Value() : args[2];
  return In(cx).Ask(Interpreter::Request::kExecute, args[0], args[1], locals, args[3]);
}

// write(fd, text): 0 or an errno
Value Write(Context& cx, Args args) {
  Interpreter& in = In(cx);
  std::string storage;
  const std::string_view text =
      args[1].Is(Kind::kStr) ? StrView(args[1].As<Str>(), &storage) : BytesView(args[1], &storage);
  return Value::Small(in.program().host().Write(static_cast<int>(args[0].small()), text));
}

// read(limit): bytes of standard input, b"" at its end; others run meanwhile
Value Read(Context& cx, Args args) {
  Interpreter& in = In(cx);
  vm::PyFiber& fiber = in.fiber();
  if (fiber.host_call == nullptr) fiber.host_call = std::make_shared<vm::HostCall>();
  const std::shared_ptr<vm::HostCall> call = fiber.host_call;
  const auto limit = static_cast<size_t>(args[0].small());
  vm::Host& host = in.program().host();
  const sched::Wait answer = in.worker().scheduler().RunBlocking(
      fiber, [call, limit, &host] { call->result = host.Read(&call->bytes, limit); });
  if (answer == sched::Wait::kPark) return cx.Park();
  fiber.host_call = nullptr;
  if (answer == sched::Wait::kTimedOut || call->result < 0) {
    return cx.Raise(Exc::kOSError, "cannot read standard input");
  }
  return Value::Of(NewBytes(cx.heap, call->bytes));
}

Value IsTerminal(Context& cx, Args args) {
  return Value::Bool(In(cx).program().host().IsTerminal(static_cast<int>(args[0].small())));
}

// Has the source's text at hand, or says why it cannot be had. Returns false when the fiber has to
// park until the library file is there. Controlled schedulers stand still meanwhile: a park would
// be a point of the schedule that other runs do not have.
bool AwaitText(Context& cx, vm::LibraryTables::Source* source, std::string* problem) {
  Interpreter& in = In(cx);
  vm::PyFiber& fiber = in.fiber();
  vm::Program& program = in.program();
  vm::Host& host = program.host();
  const bool waits = source->IsAside() && !host.HasLibraryFile() &&
                     program.options().kind != sched::SchedulerKind::kControlled;
  if (waits || fiber.host_call != nullptr) {
    if (fiber.host_call == nullptr) fiber.host_call = std::make_shared<vm::HostCall>();
    const std::shared_ptr<vm::HostCall> call = fiber.host_call;
    const sched::Wait answer = in.worker().scheduler().RunBlocking(
        fiber, [call, &host] { host.LibraryFile(&call->bytes); });
    if (answer == sched::Wait::kPark) return false;
    fiber.host_call = nullptr;
    if (answer == sched::Wait::kDone && !call->bytes.empty()) {
      *problem = call->bytes;
      return true;
    }
  }
  program.TakeText(source, problem);
  return true;
}

// find_source(name): (source, path, is_package) of a library module written in Python, or None
Value FindSource(Context& cx, Args args) {
  vm::LibraryTables::Source source;
  if (!In(cx).program().library().find_source(Text(args[0]), &source)) return Value::None();
  std::string problem;
  if (!source.path.ends_with(".py")) return Value::None();  // data
  if (!AwaitText(cx, &source, &problem)) return cx.Park();
  if (!problem.empty()) return Value::None();
  return Value::Of(NewTuple(cx.heap, {cx.NewString(source.text), cx.NewString(source.path),
                                      Value::Bool(source.is_package)}));
}

// library_code(name): (code, path, is_package) of a library module written in Python, or None; a
// string says why a module that is there cannot be loaded
Value LibraryCode(Context& cx, Args args) {
  vm::LibraryTables::Source source;
  if (!In(cx).program().library().find_source(Text(args[0]), &source)) return Value::None();
  if (!source.path.ends_with(".py")) return Value::None();  // data
  std::string problem;
  if (!AwaitText(cx, &source, &problem)) return cx.Park();
  if (!problem.empty()) return cx.NewString(problem);
  const Value code = source.code.empty()
                         ? In(cx).program().Compile(In(cx), source.text, source.path, "exec", {})
                         : Value::Of(vm::LoadCode(cx, bytecode::Deserialize(source.code)));
  if (!code.IsObject()) return code;
  return Value::Of(
      NewTuple(cx.heap, {code, cx.NewString(source.path), Value::Bool(source.is_package)}));
}

// native_module(name): a new module written in C++, or None
Value NativeModule(Context& cx, Args args) {
  const Value module = In(cx).program().library().make_native_module(In(cx), Text(args[0]));
  return module.IsUndefined() ? Value::None() : module;
}

// options(): what the program was started with, as a dict
Value Options(Context& cx, Args) {
  Interpreter& in = In(cx);
  const vm::ProgramOptions& o = in.program().options();
  Dict* const dict = NewDict(cx.heap);
  const auto set = [&](const char* name, Value v) { DictSetStr(cx, dict, cx.Intern(name), v); };
  set("path", cx.NewString(o.path));
  set("source", cx.NewString(o.source));
  set("is_command", Value::Bool(o.is_command));
  List* const argv = NewList(cx.heap);
  for (const std::string& arg : o.argv) ListAppend(cx, argv, cx.NewString(arg));
  set("argv", Value::Of(argv));
  set("sched", cx.NewString(o.sched_name));
  set("controlled", Value::Bool(o.kind == sched::SchedulerKind::kControlled));
  set("gil", Value::Bool(o.kind == sched::SchedulerKind::kGil));
  set("seed", o.has_seed || o.kind == sched::SchedulerKind::kControlled
                  ? IntFromUint64(cx.heap, o.seed)
                  : Value::None());
  set("workers", Value::Small(in.worker().scheduler().worker_count()));
  return Value::Of(dict);
}

Frame* FrameAt(Interpreter& in, int64_t depth) {
  Frame* frame = in.frame();
  while (frame != nullptr && depth-- > 0) frame = frame->caller;
  return frame;
}

// What f_locals was given beyond the variables of the frame.
void AddExtra(Context& cx, Frame* frame, Dict* locals) {
  const bool viewed = frame->generator != nullptr ? !frame->generator->view.Load().IsUndefined()
                                                  : frame->mode == vm::ReturnMode::kViewed;
  if (!viewed) return;
  const Value extra = vm::ViewOf(cx, In(cx).fiber(), frame)->GetMore(vm::FrameView::kExtra);
  if (!extra.IsUndefined()) (void)DictUpdate(cx, locals, extra.As<Dict>());
}

Value LocalsOf(Context& cx, Frame* frame) {
  if (!frame->locals.IsUndefined()) return frame->locals;
  Code* const code = frame->code;
  if (code->local_count == 0 && frame->function.IsUndefined()) return Value::Of(frame->globals);
  Dict* const dict = NewDict(cx.heap);
  const auto& unit = **code->unit;
  // Variables that functions within capture come behind the others, but for parameters.
  std::vector<size_t> order;
  for (const bool captured : {false, true}) {
    for (size_t i = 0; i < unit.locals.size(); ++i) {
      const bool is_captured =
          i >= code->local_count || (i >= code->parameter_count && unit.locals[i].is_cell);
      if (!unit.locals[i].hidden && is_captured == captured) order.push_back(i);
    }
  }
  for (const size_t i : order) {
    Value v = frame->regs[i];
    if (v.Is(Kind::kCell) && (unit.locals[i].is_cell || i >= code->local_count)) {
      v = v.As<Cell>()->value.Load();
    }
    if (v.IsUndefined()) continue;
    DictSetStr(cx, dict,
               code->local_names.Load().As<Tuple>()->Get(static_cast<uint32_t>(i)).As<Str>(), v);
  }
  AddExtra(cx, frame, dict);
  return Value::Of(dict);
}

// frame(depth): (code, globals, locals, line) `depth` frames below the caller, or None
Value FrameInfo(Context& cx, Args args) {
  Frame* const frame = FrameAt(In(cx), args[0].small());
  if (frame == nullptr) return Value::None();
  const int line = (*frame->code->unit)->LocationOf(frame->pc == 0 ? 0 : frame->pc - 1).line;
  return Value::Of(NewTuple(cx.heap, {Value::Of(frame->code), Value::Of(frame->globals),
                                      LocalsOf(cx, frame), Value::Small(line)}));
}

Value FrameGlobals(Context& cx, Args args) {
  Frame* const frame = FrameAt(In(cx), args[0].small());
  return frame == nullptr ? Value::None() : Value::Of(frame->globals);
}

// stack(): [(filename, line, name)] of the caller's frames, innermost first
Value Stack(Context& cx, Args) {
  List* const list = NewList(cx.heap);
  for (Frame* f = In(cx).frame(); f != nullptr; f = f->caller) {
    const int line = (*f->code->unit)->LocationOf(f->pc == 0 ? 0 : f->pc - 1).line;
    ListAppend(cx, list,
               Value::Of(NewTuple(
                   cx.heap, {f->code->filename.Load(), Value::Small(line), f->code->name.Load()})));
  }
  return Value::Of(list);
}

// traceback_entry(traceback): (filename, line, end line, column, end column, name), or None if it
// is not to be shown; columns count code points from 0, -1 unknown
Value TracebackEntry(Context& cx, Args args) {
  if (!args[0].Is(Kind::kTraceback)) return cx.Raise(Exc::kTypeError, "a traceback was expected");
  auto* const traceback = args[0].As<Traceback>();
  Code* const code = traceback->code.Load().As<Code>();
  if (vm::IsHidden(code)) return Value::None();
  bytecode::Location at = (*code->unit)->LocationOf(traceback->word.Load());
  // One that the program has made may say something else.
  const int32_t line = traceback->line.Load();
  if (line != at.line) at = {line, line, -1, -1};
  return Value::Of(
      NewTuple(cx.heap, {code->filename.Load(), Value::Small(at.line), Value::Small(at.end_line),
                         Value::Small(at.column), Value::Small(at.end_column), code->name.Load()}));
}

// handled(): the exception being handled, or None
Value Handled(Context& cx, Args) {
  const Value handled = In(cx).Handled();
  return handled.IsUndefined() ? Value::None() : handled;
}

Value GetRecursionLimit(Context& cx, Args) {
  return Value::Small(In(cx).program().recursion_limit());
}

Value SetRecursionLimit(Context& cx, Args args) {
  int64_t limit;
  if (!ToInt64(cx, args[0], &limit)) return Value::Raised();
  if (limit < 1) {
    return cx.Raise(Exc::kValueError, "recursion limit must be greater or equal than 1");
  }
  if (limit <= In(cx).fiber().depth) {
    return cx.Raise(Exc::kRecursionError,
                    "cannot set the recursion limit to {} at the recursion depth {}: the limit is "
                    "too low",
                    limit, In(cx).fiber().depth);
  }
  In(cx).program().set_recursion_limit(static_cast<uint32_t>(std::min<int64_t>(limit, 1 << 30)));
  return Value::None();
}

Value GetAttr(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "attribute name must be string, not '{}'",
                    TypeName(cx, args[1]));
  }
  return In(cx).Ask(Interpreter::Request::kGetAttribute, args[0],
                    Value::Of(cx.Intern(args[1].As<Str>())), args.Opt(2));
}

Value SetAttr(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "attribute name must be string, not '{}'",
                    TypeName(cx, args[1]));
  }
  return In(cx).Ask(Interpreter::Request::kSetAttribute, args[0],
                    Value::Of(cx.Intern(args[1].As<Str>())), args.Opt(2));
}

// collect(): a collection of the heap now
Value Collect(Context& cx, Args) {
  Interpreter& in = In(cx);
  in.program().RequestCollection();
  return Value::None();
}

// collections(): how many there have been
Value Collections(Context& cx, Args) {
  return Value::Small(static_cast<int64_t>(cx.runtime.heap.collections()));
}

// deaths(): [(object to be finalized, None, whether there are weak references to it) or (None,
// callback, weak reference)], each told once
Value Deaths(Context& cx, Args) {
  List* const list = NewList(cx.heap);
  In(cx).program().ClaimDeaths();
  const auto or_none = [](Value v) { return v.IsUndefined() ? Value::None() : v; };
  for (const Death& death : TakeDeaths(cx.runtime)) {
    ListAppend(cx, list,
               Value::Of(NewTuple(
                   cx.heap, {or_none(death.finalize), or_none(death.callback),
                             death.finalize.IsUndefined() ? death.reference
                                                          : Value::Bool(death.is_referred)})));
  }
  return Value::Of(list);
}

// deaths_told(): the caller is done with them
Value DeathsTold(Context& cx, Args) {
  In(cx).fiber().telling_deaths = false;
  return Value::None();
}

// last_finalizers(root): the objects that Python code is still to finalize, those that `root` leads
// to first
Value LastFinalizers(Context& cx, Args args) {
  List* const list = NewList(cx.heap);
  In(cx).program().WithWorldStopped(In(cx).worker(), [&] {
    for (Object* object : cx.runtime.heap.TakeMortals(args[0].object())) {
      // A coroutine may belong to a thread that goes on to the very end.
      const bool runs = object->kind == Kind::kCoroutine && vm::HasBegun(object);
      if (vm::MattersAtDeath(object) && !runs) ListAppend(cx, list, Value::Of(object));
    }
  });
  return Value::Of(list);
}

// construct(class, args, kwnames or None): class(*args) without the metaclass's __call__
Value Construct(Context& cx, Args args) {
  return In(cx).Ask(Interpreter::Request::kConstruct, args[0], args[1],
                    args[2].IsNone() ? Value() : args[2]);
}

// call(callable, args tuple, kwnames tuple or None): the last arguments are named by kwnames
Value CallWithNames(Context& cx, Args args) {
  std::vector<Value> values;
  Tuple* const given = args[1].As<Tuple>();
  for (uint32_t i = 0; i < given->length; ++i) values.push_back(given->Get(i));
  cx.tail.callable = args[0];
  cx.tail.args = std::move(values);
  cx.tail.kwnames = args[2].IsNone() ? Value() : args[2];
  return Value::TailCall();
}

// generic_getattr(object, name), generic_setattr(object, name, value), generic_delattr(object,
// name)
Value GenericGetAttr(Context& cx, Args args) {
  return In(cx).Ask(Interpreter::Request::kGenericAttribute, args[0],
                    Value::Of(cx.Intern(args[1].As<Str>())));
}
Value GenericSetAttr(Context& cx, Args args) {
  return In(cx).Ask(Interpreter::Request::kGenericSetAttribute, args[0],
                    Value::Of(cx.Intern(args[1].As<Str>())), args.Opt(2));
}

// special(object, name): the special method found on the type of the object, bound; or None
Value SpecialOf(Context& cx, Args args) {
  Type* const type = TypeOf(cx, args[0]);
  const Value found = LookupInMro(type, cx.Intern(args[1].As<Str>()));
  if (found.IsUndefined()) return Value::None();
  const SpecialCall call = PrepareSpecial(cx, found, args[0], type);
  if (call.kind == SpecialCall::kGet) {
    return cx.TailCall(call.callable, {call.args[0], call.args[1], call.args[2]});
  }
  return call.self.IsUndefined() ? call.callable : BindMethod(cx, call.callable, call.self);
}

// asyncgen_hooks(): (firstiter, finalizer) of the thread
Value AsyncGenHooks(Context& cx, Args) {
  const vm::PyFiber& fiber = In(cx).fiber();
  const auto or_none = [](Value v) { return v.IsUndefined() ? Value::None() : v; };
  return Value::Of(
      NewTuple(cx.heap, {or_none(fiber.asyncgen_firstiter), or_none(fiber.asyncgen_finalizer)}));
}

// set_asyncgen_hooks(firstiter, finalizer)
Value SetAsyncGenHooks(Context& cx, Args args) {
  In(cx).fiber().asyncgen_firstiter = args[0];
  In(cx).fiber().asyncgen_finalizer = args[1];
  return Value::None();
}

// origin_depth(): how many frames cr_origin tells of
Value OriginDepth(Context& cx, Args) { return Value::Small(In(cx).fiber().origin_depth); }

// set_origin_depth(depth)
Value SetOriginDepth(Context& cx, Args args) {
  In(cx).fiber().origin_depth =
      static_cast<uint32_t>(std::min<int64_t>(args[0].small(), UINT32_MAX));
  return Value::None();
}

constexpr NativeDef kFunctions[] = {
    {"asyncgen_hooks", AsyncGenHooks, ""},
    {"set_asyncgen_hooks", SetAsyncGenHooks, "firstiter, finalizer, /"},
    {"origin_depth", OriginDepth, ""},
    {"set_origin_depth", SetOriginDepth, "depth, /"},
    {"bind_library", BindLibrary, "namespace, /"},
    {"compile", Compile, "source, filename, mode, in_mapping, flags=, optimize=, /"},
    {"execute", Execute, "code, globals, locals, closure, /"},
    {"write", Write, "fd, text, /"},
    {"read", Read, "limit, /"},
    {"is_terminal", IsTerminal, "fd, /"},
    {"find_source", FindSource, "name, /"},
    {"library_code", LibraryCode, "name, /"},
    {"native_module", NativeModule, "name, /"},
    {"options", Options, ""},
    {"frame", FrameInfo, "depth, /"},
    {"frame_globals", FrameGlobals, "depth, /"},
    {"stack", Stack, ""},
    {"traceback_entry", TracebackEntry, "traceback, /"},
    {"handled", Handled, ""},
    {"getrecursionlimit", GetRecursionLimit, ""},
    {"setrecursionlimit", SetRecursionLimit, "limit, /"},
    {"getattr", GetAttr, "object, name, default=, /"},
    {"setattr", SetAttr, "object, name, value, /"},
    {"delattr", SetAttr, "object, name, /"},
    {"generic_getattr", GenericGetAttr, "object, name, /"},
    {"generic_setattr", GenericSetAttr, "object, name, value, /"},
    {"generic_delattr", GenericSetAttr, "object, name, /"},
    {"collect", Collect, ""},
    {"collections", Collections, ""},
    {"deaths", Deaths, ""},
    {"deaths_told", DeathsTold, ""},
    {"last_finalizers", LastFinalizers, "root, /"},
    {"construct", Construct, "cls, args, kwnames, /"},
    {"call", CallWithNames, "callable, args, kwnames, /"},
    {"special", SpecialOf, "object, name, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kVmModule = {"_vm", kFunctions, nullptr};

}  // namespace heddle::lib
