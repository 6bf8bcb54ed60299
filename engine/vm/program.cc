#include "vm/program.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/check.h"
#include "bytecode/serialize.h"
#include "compiler/compiler.h"
#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/weakref.h"
#include "platform/thread.h"
#include "syntax/parser.h"
#include "vm/character_names.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/loader.h"
#include "vm/sync_objects.h"
#include "vm/thread_objects.h"

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
  for (int number = 1; number < kSignals; ++number) {
    SetSignalAction(number, SignalAction::kDefault);
  }
  runtime_.heap.SetMemoryLimit(options_.memory_limit);
  if (options_.memory_limit != 0) {
    frame_memory_.on_growth = [this] {
      if (UsedMemory() > options_.memory_limit) RequestCollection();
    };
  }
  runtime_.heap.SetCollectWanted([this] { RequestCollection(); });
  runtime_.stop_the_world = [this](Context& cx, const std::function<void()>& work) {
    WithWorldStopped(static_cast<Interpreter&>(cx).worker(), work);
  };
  runtime_.invalidate_caches = [this](Context& cx) {
    WithWorldStopped(static_cast<Interpreter&>(cx).worker(), [this] {
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
    PyFiber* next = fibers_->next;
    delete fibers_;
    fibers_ = next;
  }
}

bool Program::TakeText(LibraryTables::Source* source, std::string* problem) {
  if (!source->IsAside()) return true;
  const std::string_view file = host_.LibraryFile(problem);
  if (file.empty()) return false;
  source->text = file.substr(source->offset, source->length);
  return true;
}

int Program::Run() {
  main_ = new PyFiber(*this);
  AddFiber(main_);
  const sched::RunEnd end = scheduler_->Run(*main_);
  return end == sched::RunEnd::kStopped ? 130 : exit_status;
}

void Program::Stop() {
  scheduler_->Stop();
  runtime_.heap.EndNatives();
}

void Program::OnWorkerStart(sched::Worker& worker) {
  auto* const allocator = new heap::Allocator(runtime_.heap);
  auto* const interpreter = new Interpreter(*this, worker, *allocator);
  worker.context = interpreter;
  // Whoever asked for a collection before this worker was there could not interrupt it.
  if (CollectWanted()) worker.Interrupt(sched::kSignal);
  std::lock_guard lock(mu_);
  interpreters_.push_back(interpreter);
}

void Program::OnWorkerStop(sched::Worker&) {}

PyFiber* Program::NewFiber(Interpreter* in, Value thread, bool daemon) {
  auto* const fiber = new PyFiber(*this);
  auto* const handle = in->heap.New<ThreadObject>(Kind::kThreadHandle);
  if (!thread.IsNone()) handle->thread.Store(thread);
  handle->ident = next_ident_.fetch_add(1);
  handle->daemon = daemon;
  new (&handle->done) sync::Event(sched::WaitReason::kJoin);
  fiber->handle = handle;
  return fiber;
}

void Program::AddFiber(PyFiber* fiber) {
  std::lock_guard lock(mu_);
  fiber->next = fibers_;
  if (fibers_ != nullptr) fibers_->previous = fiber;
  fibers_ = fiber;
}

ThreadObject* Program::StartThread(Interpreter& in, Value callable, Value args, Value kwargs,
                                   Value thread, bool daemon) {
  if (!runtime_.heap.locking().enabled && options_.kind == sched::SchedulerKind::kParallel &&
      scheduler_->worker_count() > 1) {
    // The only fiber so far runs this: nobody is inside a section that the locks would guard.
    runtime_.heap.locking().enabled = true;
  }
  PyFiber* const fiber = NewFiber(&in, thread, daemon);
  ThreadObject* const handle = fiber->handle;
  auto* const entry = runtime_.library[size_t(Library::kThreadMain)].Load().As<Function>();
  Code* const code = entry->code;
  Frame* const frame = fiber->stack.Push(code->register_count);
  InitFrame(frame, nullptr, entry, code, 0, 0, ReturnMode::kDiscard);
  ClearRegisters(frame, 0);
  frame->regs[0] = callable;
  frame->regs[1] = args;
  frame->regs[2] = kwargs;
  if (code->free_count != 0) CopyClosure(frame, entry, code);
  fiber->top = frame;
  fiber->depth = 1;
  AddFiber(fiber);
  scheduler_->Spawn(*fiber, &in.worker());
  return handle;
}

std::vector<PyFiber*> Program::Fibers() const {
  std::vector<PyFiber*> all;
  for (PyFiber* fiber = fibers_; fiber != nullptr; fiber = fiber->next) all.push_back(fiber);
  return all;
}

size_t Program::ThreadCount() {
  std::lock_guard lock(mu_);
  size_t count = 0;
  for (const PyFiber* fiber = fibers_; fiber != nullptr; fiber = fiber->next) {
    if (fiber != main_ && !fiber->handle->done.is_set()) ++count;
  }
  return count;
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
                       std::string_view mode, const CompileFlags& flags) {
  syntax::ParseOptions parse;
  parse.filename = filename;
  parse.mode = mode == "eval"     ? syntax::ParseMode::kEval
               : mode == "single" ? syntax::ParseMode::kSingle
                                  : syntax::ParseMode::kExec;
  CharacterNames names{*this};
  parse.lookup_character_name = CharacterNames::Lookup;
  parse.normalize_identifier = CharacterNames::Normalize;
  parse.lookup_context = &names;
  const syntax::ParseResult tree = syntax::Parse(source, parse);
  if (!names.problem.empty()) return in.Raise(Exc::kImportError, "{}", names.problem);
  const auto raise = [&](const syntax::SyntaxError& error) {
    return RaiseSyntaxError(in, error, filename);
  };
  if (!tree.ok()) return raise(*tree.error);
  compiler::CompileOptions compile;
  compile.filename = filename;
  compile.names_in_mapping = flags.names_in_mapping;
  compile.future_annotations = flags.future_annotations;
  compile.optimize = flags.optimize;
  compile.source = source;
  const compiler::CompileResult result = compiler::Compile(tree, compile);
  if (!result.ok()) return raise(*result.error);
  const Value code = Value::Of(LoadCode(in, result.code));
  if (tree.warnings.empty() && result.warnings.empty()) return code;
  std::vector<Value> warnings;
  for (const auto* list : {&tree.warnings, &result.warnings}) {
    for (const syntax::SyntaxWarning& warning : *list) {
      const auto number = [](uint32_t n) { return Value::Small(n); };
      const syntax::SourceSpan& at = warning.span;
      warnings.push_back(Value::Of(
          NewTuple(in.heap, {in.NewString(warning.message), number(at.line), number(at.col + 1),
                             number(at.end_line), number(at.end_col + 1)})));
    }
  }
  return in.TailCall(Library::kWarnOfSyntax,
                     {code, in.NewString(filename), in.NewString(source), MakeTuple(in, warnings)});
}

void Program::WithWorldStopped(sched::Worker& worker, const std::function<void()>& work) {
  // Somebody may be stopping the world for a collection right now. This worker then stands still in
  // the middle of a native, whose values no frame holds: the collector has to see that.
  inside_natives_.fetch_add(1);
  scheduler_->StopTheWorld(&worker);
  work();
  scheduler_->ResumeTheWorld();
  inside_natives_.fetch_sub(1);
}

void Program::Collect(sched::Worker& worker) {
  scheduler_->StopTheWorld(&worker);
  if (inside_natives_.load() == 0 && collect_wanted_.exchange(false)) {
    // Everybody stands between two instructions: what natives have asked for has been done.
    for (Interpreter* interpreter : interpreters_) interpreter->ForgetRequests();
    heap::Heap::Collection collection;
    std::vector<Object*> dropped;
    for (Interpreter* interpreter : interpreters_) {
      dropped.insert(dropped.end(), interpreter->dropped().begin(), interpreter->dropped().end());
      interpreter->ForgetDropped();
    }
    collection.dropped = dropped;
    collection.visit_roots = [this](heap::Marker& marker) { Trace(marker); };
    collection.matters = MattersAtDeath;
    collection.on_dying = [this](std::span<Object* const> dying) { OnDying(runtime_, dying); };
    collection.on_weak = [this](std::span<Object*> weak, const heap::Marker& marker) {
      AfterMarking(runtime_, weak, marker);
      for (PyFiber* fiber = fibers_; fiber != nullptr; fiber = fiber->next) {
        fiber->ForgetDeadThreadLocals(marker);
        fiber->ForgetDeadViews(marker);
      }
    };
    runtime_.heap.Collect(collection);
    deaths_waiting_.store(HaveDeaths(runtime_), std::memory_order_relaxed);
    death_credit_.fetch_add(static_cast<int64_t>(runtime_.heap.LiveObjectsAtLastCollection()));
  }
  const bool starved = RunsOutOfMemory();
  scheduler_->ResumeTheWorld();
  worker.ClearInterrupt(sched::kSignal);
  if (starved) {
    auto& in = *static_cast<Interpreter*>(worker.context);
    in.Raise(Exc::kMemoryError, "the program's memory limit of {} MiB is reached",
             options_.memory_limit >> 20);
    in.fiber().async_exception = std::exchange(in.pending, Value());
  }
}

size_t Program::UsedMemory() const {
  return runtime_.heap.AllocatedBytes() + frame_memory_.bytes.load();
}

bool Program::RunsOutOfMemory() {
  if (options_.memory_limit == 0) return false;
  // A little less: otherwise the last cells below the limit would cost a collection each.
  const size_t limit = options_.memory_limit - options_.memory_limit / 32, used = UsedMemory();
  const bool starved = used > std::max(limit, allowed_memory_);
  if (used <= limit) {
    allowed_memory_ = 0;
  } else if (allowed_memory_ == 0) {
    allowed_memory_ = used + limit / 8;
  }
  runtime_.heap.SetMemoryLimit(std::max(options_.memory_limit, allowed_memory_));
  return starved;
}

bool Program::SpendOnDeaths() {
  // What a collection takes besides visiting objects, and that it earns what it visits.
  constexpr int64_t kFixed = 10'000;
  const auto live = static_cast<int64_t>(runtime_.heap.LiveObjectsAtLastCollection());
  if (death_credit_.load(std::memory_order_relaxed) < 0) return false;
  death_credit_.fetch_sub(kFixed + 2 * live);
  return true;
}

void Program::Trace(heap::Marker& marker) {
  VisitRuntime(runtime_, marker);
  // The world is stopped: nobody changes these lists.
  for (const Slot* slot : {&signal_hook, &context_class, &scheduled_tasks, &future_class,
                           &task_class, &create_task, &task_factory_name}) {
    marker.Visit(*slot);
  }
  for (Interpreter* interpreter : interpreters_) interpreter->Trace(marker);
  for (PyFiber* fiber = fibers_; fiber != nullptr; fiber = fiber->next) fiber->Trace(marker);
}

// The main fiber's first frame: the body of _builtins.
bool Program::BeginMain(Interpreter& in, PyFiber& fiber) {
  PyFiber* const made = NewFiber(&in, Value::None(), false);
  fiber.handle = std::exchange(made->handle, nullptr);
  delete made;
  LibraryTables::Source source;
  CHECK(library_.find_source("_builtins", &source)) << "the library has no module _builtins";
  runtime_.builtins.Store(library_.make_native_module(in, "builtins"));
  Module* const module = NewModule(in, in.Intern("_builtins"));
  Dict* const names = module->dict.Load().As<Dict>();
  for (const char* name : {"_vm", "_heddle"}) {
    DictSetStr(in, names, in.Intern(name), library_.make_native_module(in, name));
  }
  DictSetStr(in, names, in.Intern("builtins"), runtime_.builtins.Load());
  Code* const code = LoadCode(in, bytecode::Deserialize(source.code));
  return in.PushBody(code, names, Value(), Value(), 0, ReturnMode::kDiscard, Value());
}

void Program::BindLibrary(Interpreter& in, Dict* names) {
  for (size_t i = 0; i < size_t(Library::kCount); ++i) {
    const Value v = DictGetStr(names, in.Intern(kLibraryNames[i]));
    if (!v.IsUndefined()) runtime_.library[i].Publish(v);
  }
}

bool Program::OnLowestReturn(Interpreter& in, PyFiber& fiber) {
  if (&fiber != main_) return false;
  if (fiber.exception.IsUndefined() && !bootstrapped_) {
    bootstrapped_ = true;
    for (size_t i = 0; i < size_t(Library::kCount); ++i) {
      CHECK(!runtime_.library[i].Load().IsUndefined())
          << "no library function " << kLibraryNames[i];
    }
    return in.PushFunction(runtime_.library[size_t(Library::kRunMain)].Load().As<Function>(), {},
                           Value(), 0, ReturnMode::kDiscard, Value());
  }
  if (!fiber.exception.IsUndefined()) {
    // _run_main catches everything: this is a fault of the library.
    ReportLibraryFault(in, fiber.exception);
    exit_status = 70;
  } else {
    exit_status = fiber.result.IsSmall() ? static_cast<int>(fiber.result.small()) : 1;
  }
  scheduler_->RequestExit();
  return false;
}

void Program::ReportLibraryFault(Interpreter& in, Value exception) {
  std::string text = "heddle: the library failed\n";
  for (Value v = exception.As<Exception>()->traceback.Load(); v.Is(Kind::kTraceback);
       v = v.As<Traceback>()->next.Load()) {
    auto* const t = v.As<Traceback>();
    auto* const code = t->code.Load().As<Code>();
    text += "  " + ToUtf8(code->filename.Load().As<Str>()) + ":" + std::to_string(t->line.Load()) +
            " " + ToUtf8(code->qualname.Load().As<Str>()) + "\n";
  }
  Value shown;
  TryRepr(in, exception.As<Exception>()->args.Load(), ReprKind::kRepr, &shown);
  text += TypeName(in, exception) + (shown.Is(Kind::kStr) ? ToUtf8(shown.As<Str>()) : "") + "\n";
  host_.Write(2, text);
}

void Program::OnRetire(PyFiber& fiber) {
  {
    std::lock_guard lock(mu_);
    if (fiber.previous != nullptr) fiber.previous->next = fiber.next;
    if (fiber.next != nullptr) fiber.next->previous = fiber.previous;
    if (fibers_ == &fiber) fibers_ = fiber.next;
  }
  delete &fiber;
}

void Program::RequestCollection() {
  collect_wanted_.store(true, std::memory_order_relaxed);
  scheduler_->InterruptWorkers(sched::kSignal);
}

namespace {

uint64_t SignalBit(int number) { return uint64_t{1} << (number - 1); }

// What an ordinary system does with a signal that nobody has said anything about.
bool IgnoredByDefault(int number) {
  constexpr int kIgnored[] = {13, 17, 18, 23, 25, 28};  // SIGPIPE and SIGXFSZ: by CPython
  return std::find(std::begin(kIgnored), std::end(kIgnored), number) != std::end(kIgnored);
}

}  // namespace

void Program::SetSignalAction(int number, SignalAction action) {
  if (action == SignalAction::kDefault && number != kSigint) {
    action = IgnoredByDefault(number) ? SignalAction::kIgnore : SignalAction::kTerminate;
  }
  signal_actions_[static_cast<size_t>(number)].store(action);
}

bool Program::HandlesSignal(int number) const {
  const SignalAction action = signal_actions_[static_cast<size_t>(number)].load();
  return action == SignalAction::kDefault || action == SignalAction::kHandler;
}

int Program::TakeSignal(const PyFiber& fiber, SignalAction action) {
  if (!SignalsPending(fiber)) return 0;
  const uint64_t pending = pending_signals_.load();
  for (int number = 1; number < kSignals; ++number) {
    const uint64_t bit = SignalBit(number);
    if ((pending & bit) == 0 || signal_actions_[static_cast<size_t>(number)].load() != action) {
      continue;
    }
    if ((pending_signals_.fetch_and(~bit) & bit) != 0) return number;
  }
  return 0;
}

bool Program::HandledSignalsPending(const PyFiber& fiber) const {
  if (!SignalsPending(fiber)) return false;
  const uint64_t pending = pending_signals_.load();
  for (int number = 1; number < kSignals; ++number) {
    if ((pending & SignalBit(number)) != 0 &&
        signal_actions_[static_cast<size_t>(number)].load() == SignalAction::kHandler) {
      return true;
    }
  }
  return false;
}

uint64_t Program::TakeHandledSignals() {
  uint64_t taken = 0;
  for (int number = 1; number < kSignals; ++number) {
    if (signal_actions_[static_cast<size_t>(number)].load() != SignalAction::kHandler) continue;
    taken |= pending_signals_.fetch_and(~SignalBit(number)) & SignalBit(number);
  }
  return taken;
}

void Program::SendSignal(int number) {
  if (signal_actions_[static_cast<size_t>(number)].load() == SignalAction::kIgnore) return;
  pending_signals_.fetch_or(SignalBit(number));
  scheduler_->InterruptWorkers(sched::kSignal);
  // It may be parked. The mutex keeps it from being freed meanwhile.
  std::lock_guard lock(mu_);
  for (PyFiber* fiber = fibers_; fiber != nullptr; fiber = fiber->next) {
    if (fiber == main_) scheduler_->Unpark(*main_, nullptr);
  }
}

namespace {

const char* WhatIsAwaited(sched::WaitReason reason) {
  switch (reason) {
    case sched::WaitReason::kLock: return "a lock";
    case sched::WaitReason::kRLock: return "an RLock";
    case sched::WaitReason::kCondition: return "a condition to be notified";
    case sched::WaitReason::kSemaphore: return "a semaphore";
    case sched::WaitReason::kEvent: return "an event to be set";
    case sched::WaitReason::kBarrier: return "a barrier";
    case sched::WaitReason::kQueue: return "a queue";
    case sched::WaitReason::kJoin: return "a thread to end";
    default: return "something";
  }
}

// Where the program's own code stands: files of the library have relative paths.
std::string PlaceOf(const Frame* top) {
  const Frame* frame = top;
  const auto path = [&] { return ToUtf8(frame->code->filename.Load().As<Str>()); };
  const auto is_program = [&] { return path().starts_with('/') || path().starts_with('<'); };
  while (frame->caller != nullptr && !is_program()) frame = frame->caller;
  if (!is_program()) frame = top;
  return fmt::format("{}:{} in {}", path(), frame->code->unit->get()->LocationOf(frame->pc).line,
                     ToUtf8(frame->code->qualname.Load().As<Str>()));
}

}  // namespace

std::string Program::DescribeWait(Context& cx, const PyFiber& fiber) {
  std::string awaited = WhatIsAwaited(fiber.wait.reason);
  if (sched::Waitable* const object = fiber.wait.object) {
    const sched::FiberId owner = object->Describe().owner;
    for (const PyFiber* other = fibers_; other != nullptr; other = other->next) {
      if (other->handle == nullptr) continue;
      if (object == &other->handle->done) awaited = other->NameOf(cx) + " to end";
      if (owner == other->id()) {
        awaited +=
            other == &fiber ? ", which it holds itself" : " that " + other->NameOf(cx) + " holds";
      }
    }
  }
  return fmt::format("  {} waits for {}: {}\n", fiber.NameOf(cx), awaited, PlaceOf(fiber.top));
}

Value Program::SendSignal(Interpreter& in, int number) {
  SendSignal(number);
  if (TakeSignal(in.fiber(), SignalAction::kDefault) != 0) {
    return in.RaiseWith(Exc::kKeyboardInterrupt, Value());
  }
  if (HandledSignalsPending(in.fiber())) {
    return in.TailCall(signal_hook.Load(), {IntFromUint64(in.heap, TakeHandledSignals())});
  }
  return in.Ask(Interpreter::Request::kYieldSlice);
}

void Program::OnDeadlock(sched::Scheduler& scheduler) {
  if (!deadlock_reported_.exchange(true)) {
    host_.Write(1, {});  // what was printed before comes first
    std::string text = "heddle: deadlock: no thread can ever run again\n";
    std::lock_guard lock(mu_);
    // The newest is the first in the list.
    std::vector<const PyFiber*> waiting;
    for (const PyFiber* fiber = fibers_; fiber != nullptr; fiber = fiber->next) {
      if (!fiber->finished() && fiber->top != nullptr) waiting.push_back(fiber);
    }
    for (auto it = waiting.rbegin(); it != waiting.rend(); ++it) {
      text += DescribeWait(*interpreters_.front(), **it);
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

PyFiber::PyFiber(Program& program) : stack(program.frame_memory()), program_(program) {}

sched::RunResult PyFiber::Run(sched::Worker& worker) {
  auto& in = *static_cast<Interpreter*>(worker.context);
  if (!started) {
    started = true;
    in.Attach(*this);
    if (top == nullptr) program_.BeginMain(in, *this);
  }
  for (;;) {
    const sched::RunResult result = in.Run(*this);
    if (result != sched::RunResult::kFinished) return result;
    if (!program_.OnLowestReturn(in, *this)) break;
  }
  LeaveThreadLocals(in);
  handle->done.Set(this);
  return sched::RunResult::kFinished;
}

void PyFiber::LeaveThreadLocals(Interpreter& in) {
  const Value key = Value::Small(static_cast<int64_t>(handle->ident));
  for (ThreadLocalsObject* locals : thread_locals) {
    Value old;
    (void)DictRemove(in, locals->dicts.Load().As<Dict>(), key, &old);
  }
  thread_locals.clear();
}

void PyFiber::ForgetDeadThreadLocals(const heap::Marker& marker) {
  std::erase_if(thread_locals, [&](Object* object) { return !marker.IsMarked(object); });
}

void PyFiber::Retire(sched::Worker&) { program_.OnRetire(*this); }

std::string PyFiber::Name() const { return "thread " + std::to_string(handle->ident); }

std::string PyFiber::NameOf(Context& cx) const {
  const Value thread = handle->thread.Load();
  if (!thread.IsUndefined() && !thread.IsNone()) {
    const AttributeLookup found = LookupAttributeGeneric(cx, thread, cx.Intern("_name"));
    if (found.kind == AttributeLookup::kInstanceSlot && found.value.Is(Kind::kStr)) {
      return ToUtf8(found.value.As<Str>());
    }
  }
  return Name();
}

void PyFiber::Trace(heap::Marker& marker) {
  const Frame* callee = nullptr;
  for (Frame* frame = top; frame != nullptr; callee = frame, frame = frame->caller) {
    TraceFrame(frame, callee, marker);
  }
  marker.Visit(handle);
  for (Value v : {handled, result, exception, context, loop, task, async_exception,
                  asyncgen_firstiter, asyncgen_finalizer}) {
    marker.Visit(v);
  }
}

}  // namespace heddle::vm
