#include "vm/program.h"

#include <algorithm>
#include <thread>

#include "base/check.h"
#include "compiler/compiler.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/weakref.h"
#include "platform/thread.h"
#include "syntax/parser.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/loader.h"

namespace heddle::vm {

namespace {

const char* const kLibraryNames[] = {
#define LIBRARY(cpp_name, python_name) #python_name,
#include "objects/library.def"
#undef LIBRARY
};

std::unique_ptr<sched::Scheduler> MakeScheduler(const ProgramOptions& options,
                                                sched::SchedulerDelegate* delegate) {
  sched::SchedulerOptions s;
  s.kind = options.kind;
  s.workers = options.workers;
  s.clock = options.kind == sched::SchedulerKind::kControlled ? sched::ClockKind::kTicks
            : options.virtual_clock                           ? sched::ClockKind::kVirtual
                                                              : sched::ClockKind::kReal;
  if (options.kind == sched::SchedulerKind::kControlled) {
    if (options.policy == "random") {
      s.policy = std::make_unique<sched::RandomPolicy>(options.seed);
    } else {
      s.policy = std::make_unique<sched::RoundRobinPolicy>(options.quantum);
    }
  }
  s.delegate = delegate;
  return sched::Scheduler::Create(std::move(s));
}

}  // namespace

Interpreter::Interpreter(Program& program, sched::Worker& worker, heap::Allocator& allocator)
    : Context(program.runtime(), allocator), program_(program), worker_(worker) {}

void Interpreter::Trace(heap::Marker& marker) {
  marker.Visit(pending);
  marker.Visit(tail.callable);
  marker.Visit(tail.kwnames);
  for (Value v : tail.args) marker.Visit(v);
  for (Value v : {request.a, request.b, request.c, request.d}) marker.Visit(v);
}

Program::Program(const LibraryTables& library, ProgramOptions options, Host& host)
    : library_(library),
      options_(std::move(options)),
      host_(host),
      runtime_(KindsWithVm(), library.types),
      scheduler_(MakeScheduler(options_, this)) {
  runtime_.heap.SetMemoryLimit(options_.memory_limit);
  runtime_.heap.SetCollectWanted([this] {
    collect_wanted_.store(true, std::memory_order_relaxed);
    scheduler_->InterruptWorkers(sched::kSignal);
  });
  runtime_.invalidate_caches = [this] {
    WithWorldStopped(nullptr, [this] {
      runtime_.heap.ForEachObject([](Object* object) {
        if (object->kind == Kind::kCode) ClearCaches(static_cast<Code*>(object));
      });
    });
  };
}

Program::~Program() {
  for (Interpreter* interpreter : interpreters_) {
    heap::Allocator* allocator = &interpreter->heap;
    delete interpreter;
    delete allocator;
  }
  while (fibers_ != nullptr) {
    PyFiber* next = fibers_->next_in_program;
    delete fibers_;
    fibers_ = next;
  }
}

int Program::Run() {
  main_ = new PyFiber(*this);
  main_->ident = NextIdent();
  {
    std::lock_guard lock(mu_);
    main_->next_in_program = fibers_;
    fibers_ = main_;
  }
  const sched::RunEnd end = scheduler_->Run(*main_);
  return end == sched::RunEnd::kStopped ? 130 : exit_status;
}

void Program::Stop() { scheduler_->Stop(); }

void Program::OnWorkerStart(sched::Worker& worker) {
  auto* const allocator = new heap::Allocator(runtime_.heap);
  auto* const interpreter = new Interpreter(*this, worker, *allocator);
  worker.context = interpreter;
  std::lock_guard lock(mu_);
  interpreters_.push_back(interpreter);
}

void Program::OnWorkerStop(sched::Worker&) {}

PyFiber* Program::Spawn(Interpreter& in, Value callable, Value args, Value kwargs) {
  if (!runtime_.heap.locking().enabled && options_.kind == sched::SchedulerKind::kParallel &&
      scheduler_->worker_count() > 1) {
    // The only fiber so far runs this: nobody is inside a section that the locks would guard.
    runtime_.heap.locking().enabled = true;
  }
  auto* const fiber = new PyFiber(*this);
  fiber->ident = NextIdent();
  auto* const entry = runtime_.library[size_t(Library::kThreadMain)].Load().As<Function>();
  Code* const code = entry->code;
  Frame* const frame = fiber->stack.Push(code->register_count);
  InitFrame(frame, nullptr, entry, code, 0, 0, ReturnMode::kStore);
  ClearRegisters(frame, 0);
  frame->regs[0] = callable;
  frame->regs[1] = args;
  frame->regs[2] = kwargs;
  if (code->free_count != 0) CopyClosure(frame, entry, code);
  fiber->top = frame;
  fiber->depth = 1;
  {
    std::lock_guard lock(mu_);
    fiber->next_in_program = fibers_;
    fibers_ = fiber;
  }
  (void)in;
  return fiber;
}

Code* Program::CodeFor(Interpreter& in, Code* code, Dict* globals) {
  const Value owner = code->globals_owner.LoadAcquire();
  const Value wanted = Value::Of(globals);
  if (owner == wanted) return code;
  if (owner.IsUndefined()) {
    // Two threads may be the first at once, with different globals.
    heap::ObjectLock lock(in.heap.locking(), code);
    if (code->globals_owner.Load().IsUndefined()) code->globals_owner.Publish(wanted);
    if (code->globals_owner.Load() == wanted) return code;
  }
  Code* const copy = CopyCode(in, code);
  copy->globals_owner.Store(wanted);
  return copy;
}

Dict* Program::BuiltinsOf(Interpreter& in, Dict* globals) {
  const Value v = DictGetStr(globals, in.runtime.names.s___builtins__);
  if (v.Is(Kind::kModule)) return v.As<Module>()->dict.Load().As<Dict>();
  if (v.Is(Kind::kDict)) return v.As<Dict>();
  return runtime_.builtins.Load().As<Module>()->dict.Load().As<Dict>();
}

Value Program::Compile(Interpreter& in, std::string_view source, std::string_view filename,
                       std::string_view mode, bool names_in_mapping) {
  syntax::ParseOptions parse;
  parse.filename = filename;
  parse.mode = mode == "eval"     ? syntax::ParseMode::kEval
               : mode == "single" ? syntax::ParseMode::kSingle
                                  : syntax::ParseMode::kExec;
  const syntax::ParseResult tree = syntax::Parse(source, parse);
  const auto raise = [&](const syntax::SyntaxError& error) {
    return RaiseSyntaxError(in, error, filename);
  };
  if (!tree.ok()) return raise(*tree.error);
  compiler::CompileOptions compile;
  compile.filename = filename;
  compile.names_in_mapping = names_in_mapping;
  compile.source = source;
  const compiler::CompileResult result = compiler::Compile(tree, compile);
  if (!result.ok()) return raise(*result.error);
  return Value::Of(LoadCode(in, result.code));
}

void Program::WithWorldStopped(sched::Worker* worker, const std::function<void()>& work) {
  scheduler_->StopTheWorld(worker);
  work();
  scheduler_->ResumeTheWorld();
}

void Program::Collect(sched::Worker& worker) {
  scheduler_->StopTheWorld(&worker);
  if (collect_wanted_.exchange(false)) {
    runtime_.heap.Collect([this](heap::Marker& marker) { Trace(marker); },
                          [this](std::span<Object*> weak, const heap::Marker& marker) {
                            AfterMarking(runtime_, weak, marker);
                          });
  }
  scheduler_->ResumeTheWorld();
  worker.ClearInterrupt(sched::kSignal);
  if (runtime_.heap.OverLimit()) {
    auto& in = *static_cast<Interpreter*>(worker.context);
    in.Raise(Exc::kMemoryError, "the program's memory limit of {} MiB is reached",
             options_.memory_limit >> 20);
    in.fiber().async_exception = std::exchange(in.pending, Value());
  }
}

void Program::Trace(heap::Marker& marker) {
  VisitRuntime(runtime_, marker);
  marker.Visit(builtins_module_);
  // The world is stopped: nobody changes these lists.
  for (Interpreter* interpreter : interpreters_) interpreter->Trace(marker);
  for (PyFiber* fiber = fibers_; fiber != nullptr; fiber = fiber->next_in_program) {
    fiber->Trace(marker);
  }
}

std::vector<PyFiber*> Program::Fibers() {
  std::lock_guard lock(mu_);
  std::vector<PyFiber*> all;
  for (PyFiber* f = fibers_; f != nullptr; f = f->next_in_program) all.push_back(f);
  return all;
}

// The main fiber's first frame: the body of _builtins.
bool Program::BeginBootstrap(Interpreter& in, PyFiber& fiber) {
  LibraryTables::Source source;
  CHECK(library_.find_source("_builtins", &source)) << "the library has no module _builtins";
  Str* const name = in.Intern("builtins");
  Module* const module = NewModule(in, name);
  runtime_.builtins.Store(Value::Of(module));
  Dict* const names = module->dict.Load().As<Dict>();
  library_.make_native_module(in, "builtins");
  const Value code = Compile(in, source.text, source.path, "exec", false);
  CHECK(!code.IsUndefined()) << "_builtins.py does not compile";
  builtins_module_.Store(Value::Of(module));
  return in.PushBody(code.As<Code>(), names, Value(), Value(), 0, ReturnMode::kStore, Value()) &&
         fiber.top != nullptr;
}

void Program::BindLibrary(Interpreter& in) {
  Dict* const names = runtime_.builtins.Load().As<Module>()->dict.Load().As<Dict>();
  for (size_t i = 0; i < size_t(Library::kCount); ++i) {
    const Value v = DictGetStr(names, in.Intern(kLibraryNames[i]));
    CHECK(!v.IsUndefined()) << "_builtins.py lacks " << kLibraryNames[i];
    runtime_.library[i].Store(v);
  }
}

bool Program::OnLowestReturn(Interpreter& in, PyFiber& fiber) {
  if (&fiber != main_) return false;
  if (!fiber.exception.IsUndefined() || library_bound_) {
    // _run_main catches everything, so an exception here is a fault of the library.
    if (!fiber.exception.IsUndefined()) {
      Value text;
      TryRepr(in, fiber.exception, ReprKind::kRepr, &text);
      host_.Write(2, "heddle: the library failed: " +
                         (text.Is(Kind::kStr) ? ToUtf8(text.As<Str>()) : std::string("?")) + "\n");
      exit_status = 70;
    } else {
      exit_status = fiber.result.IsSmall() ? static_cast<int>(fiber.result.small()) : 1;
    }
    scheduler_->RequestExit();
    return false;
  }
  BindLibrary(in);
  library_bound_ = true;
  return in.PushFunction(runtime_.library[size_t(Library::kRunMain)].Load().As<Function>(), {},
                         Value(), 0, ReturnMode::kStore, Value());
}

void Program::OnRetire(PyFiber& fiber, sched::Worker& worker) {
  (void)worker;
  // Joiners may still look at `done`; the memory goes when its handle dies.
  fiber.thread = Value();
  fiber.result = Value();
  fiber.locals = Value();
  fiber.handled = Value();
}

void Program::OnDeadlock(sched::Scheduler& scheduler) {
  if (!deadlock_reported_.exchange(true)) {
    std::string text = "heddle: deadlock: no thread can ever run again\n";
    for (PyFiber* fiber : Fibers()) {
      if (fiber->finished() || fiber->top == nullptr) continue;
      text += "  " + fiber->Name() + " waits for " +
              sched::WaitReasonName(fiber->wait.reason) + "\n";
    }
    host_.Write(2, text);
  }
  // CPython would wait for ever; so does a program on the real clock.
  if (scheduler.clock().jumps()) {
    exit_status = 1;
    scheduler.RequestExit();
  }
}

// ---- fibers

sched::RunResult PyFiber::Run(sched::Worker& worker) {
  auto& in = *static_cast<Interpreter*>(worker.context);
  if (!started) {
    started = true;
    in.Attach(*this);
    if (top == nullptr && !program_.BeginMain(in, *this)) return sched::RunResult::kFinished;
  }
  for (;;) {
    const sched::RunResult result = in.Run(*this);
    if (result != sched::RunResult::kFinished) return result;
    if (!program_.OnLowestReturn(in, *this)) break;
  }
  done.Set(this);
  return sched::RunResult::kFinished;
}

void PyFiber::Retire(sched::Worker& worker) { program_.OnRetire(*this, worker); }

std::string PyFiber::Name() const {
  return "thread " + std::to_string(ident);
}

void PyFiber::Trace(heap::Marker& marker) {
  for (Frame* frame = top; frame != nullptr; frame = frame->caller) TraceFrame(frame, marker);
  for (Value v : {handled, thread, result, exception, locals, async_exception}) marker.Visit(v);
}

}  // namespace heddle::vm
