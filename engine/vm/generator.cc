// Generators and coroutines: making, resuming, suspending, ending.
#include "vm/generator.h"

#include <algorithm>
#include <cstring>

#include "heap/object_lock.h"
#include "objects/future.h"
#include "objects/iterator.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "vm/frame_view.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/program.h"

namespace heddle::vm {

using bytecode::FieldA;
using bytecode::FieldB;
using bytecode::FieldC;
using bytecode::Op;
using bytecode::OpOf;
using bytecode::Word;

void TraceGenerator(Object* object, size_t, heap::Marker& marker) {
  auto* g = static_cast<Generator*>(object);
  marker.Visit(g->name);
  marker.Visit(g->qualname);
  marker.Visit(g->handled);
  marker.Visit(g->code);
  marker.Visit(g->outer_handled);
  marker.Visit(g->view);
  marker.Visit(g->hook);
  marker.Visit(g->step);
  // A running one is a frame of the fiber that runs it.
  const GeneratorState state = g->State();
  if (state == GeneratorState::kCreated || state == GeneratorState::kSuspended) {
    TraceFrame(&g->frame, nullptr, marker);
  }
}

void TraceAsyncStep(Object* object, size_t, heap::Marker& marker) {
  auto* step = static_cast<AsyncStep*>(object);
  marker.Visit(step->generator);
  marker.Visit(step->argument);
}

AsyncStep* NewAsyncStep(Context& cx, Generator* g, AsyncStep::What what, Value argument) {
  auto* const step = cx.heap.New<AsyncStep>(Kind::kAsyncGenStep);
  step->generator.Store(Value::Of(g));
  step->argument.Store(argument);
  step->what = what;
  return step;
}

// Whether the body is at a yield inside a try. REQUIRES: it is suspended, or runs on this worker.
static bool YieldsInTry(const Generator* g) {
  if (!EverInTry(g)) return false;
  const auto& exceptions = (*g->frame.code->unit)->exceptions;
  // A YieldFrom is gone back to; otherwise the pc is behind the Yield, which is one word long.
  const bool delegates = OpOf(CurrentWord(&g->frame)) == Op::kYieldFrom;
  const uint32_t at = g->frame.pc - (delegates ? 0 : 1);
  for (const auto& entry : exceptions) {
    if (at < entry.start || at >= entry.end) continue;
    // Around every body there is one that turns StopIteration into RuntimeError.
    const Word handler = g->frame.code->words[entry.handler].Load();
    const auto last = static_cast<uint32_t>(bytecode::Intrinsic::kStopIterationError);
    return OpOf(handler) != Op::kIntrinsic || FieldC(handler) != last;
  }
  return false;
}

bool HasUnfinishedTry(const Generator* g) {
  return g->State() == GeneratorState::kSuspended && YieldsInTry(g);
}

bool HasBegun(const Object* object) {
  return static_cast<const Generator*>(object)->State() != GeneratorState::kCreated;
}

bool MattersAtDeath(const Object* object) {
  switch (object->kind) {
    case Kind::kGenerator: return HasUnfinishedTry(static_cast<const Generator*>(object));
    case Kind::kCoroutine: {
      const auto* const g = static_cast<const Generator*>(object);
      return g->State() == GeneratorState::kCreated || HasUnfinishedTry(g);
    }
    case Kind::kAsyncGenerator: {
      const auto* const g = static_cast<const Generator*>(object);
      if (g->State() == GeneratorState::kClosed) return false;
      const bool has_hook = g->is_closed.Load() == 0 && g->hook.Load().IsObject();
      return has_hook || HasUnfinishedTry(g);
    }
    case Kind::kAsyncGenStep:
      return static_cast<const AsyncStep*>(object)->GetState() == AsyncStep::State::kInitial;
    default: return true;
  }
}

namespace {

const char* NounOf(const Generator* g) {
  switch (g->kind) {
    case Kind::kCoroutine: return "coroutine";
    case Kind::kAsyncGenerator: return "async generator";
    default: return "generator";
  }
}

// Takes the right to run the body. Other threads may try at the same time.
bool Claim(Context& cx, Generator* g, GeneratorState from) {
  const auto running = static_cast<uint32_t>(GeneratorState::kRunning);
  if (cx.heap.locking().enabled) {
    return g->state.CompareExchange(static_cast<uint32_t>(from), running);
  }
  if (g->State() != from) return false;
  g->state.Store(running);
  return true;
}

}  // namespace

// Without its frame.
static Generator* AllocateGenerator(heap::Allocator& heap, const Function* function) {
  Code* const code = function->code;
  const Kind kind = code->flags & bytecode::kAsyncGenerator ? Kind::kAsyncGenerator
                    : code->flags & bytecode::kCoroutine    ? Kind::kCoroutine
                                                            : Kind::kGenerator;
  const size_t bytes = sizeof(Generator) + code->register_count * sizeof(Value);
  auto* const g = static_cast<Generator*>(heap.AllocateUnfilled(kind, bytes, sizeof(Generator)));
  g->name.Store(function->name.Load());
  g->qualname.Store(function->qualname.Load());
  g->code.Store(Value::Of(code));
  if (kind == Kind::kCoroutine) {
    g->is_mortal = true;  // somebody has to await it
    heap.RegisterMortal(g);
  }
  return g;
}

Value Interpreter::NewGenerator(Function* function, Frame* bound) {
  Generator* const g = AllocateGenerator(heap, function);
  std::memcpy(static_cast<void*>(&g->frame), bound, FrameBytes(bound->register_count));
  g->frame.caller = nullptr;
  g->frame.generator = g;
  g->frame.extra = Value();
  if (g->kind == Kind::kCoroutine && fiber_->origin_depth != 0) g->hook.Store(NewOrigin());
  g->state.StoreRelease(static_cast<uint32_t>(GeneratorState::kCreated));
  return Value::Of(g);
}

Generator* NewGeneratorOf(heap::Allocator& heap, Function* function, const Value* args,
                          uint32_t count, Tuple* defaults) {
  Code* const code = function->code;
  Generator* const g = AllocateGenerator(heap, function);
  Frame* const frame = &g->frame;
  frame->register_count = code->register_count;
  InitFrame(frame, nullptr, function, code, 0, 0, ReturnMode::kStore);
  frame->generator = g;
  std::copy_n(args, count, frame->regs);
  ClearRegisters(frame, count);
  if (defaults != nullptr) CopyDefaults(defaults, frame, count);
  if (code->free_count != 0) CopyClosure(frame, function, code);
  g->state.StoreRelease(static_cast<uint32_t>(GeneratorState::kCreated));
  return g;
}

// cr_origin: (filename, line, function) of the frames that a coroutine is created in.
Value Interpreter::NewOrigin() {
  std::vector<Value> places;
  for (Frame* f = fiber_->top; f != nullptr && places.size() < fiber_->origin_depth;
       f = f->caller) {
    if (IsHidden(f->code)) continue;
    const uint32_t at = f == fiber_->top || f->pc == 0 ? f->pc : f->pc - 1;
    const int line = (*f->code->unit)->LocationOf(at).line;
    places.push_back(Value::Of(
        NewTuple(heap, {f->code->filename.Load(), Value::Small(line), f->code->name.Load()})));
  }
  return Value::Of(NewTuple(heap, places));
}

// The coroutine that the instruction in front of frame()'s pc has made is lost already.
bool Interpreter::IsForgotten(Value coroutine, uint32_t dst, ReturnMode mode) {
  if (!coroutine.Is(Kind::kCoroutine) || mode != ReturnMode::kStore) return false;
  const Frame* const frame = fiber_->top;
  return bytecode::Liveness::IsTemporary(**frame->code->unit, dst) && !IsLibrary(frame->code) &&
         !LivenessOf(frame->code).IsLive(frame->pc, dst) && program_.SpendOnDeaths();
}

// In front of the instruction at frame()'s pc.
Step Interpreter::TellForgotten() {
  program_.RequestCollection();
  const Step step = Safepoint();
  return step == Step::kNext ? Step::kGo : step;
}

Step Interpreter::Enter(Generator* g, uint32_t dst, ReturnMode mode, Value extra) {
  Frame* const caller = fiber_->top;
  EnterBody(g, dst, mode, extra);
  const auto op = OpOf(CurrentWord(caller));
  caller->pc += static_cast<uint32_t>(bytecode::WordsOf(op));
  return Step::kGo;
}

Step Interpreter::Resume(Generator* g, Value sent, uint32_t dst, ReturnMode mode, Value extra) {
  if (!CheckDepth(g->frame.code)) return Step::kRaise;
  for (;;) {
    const GeneratorState state = g->State();
    if (state == GeneratorState::kRunning) return RaiseRunning(g);
    if (state == GeneratorState::kClosed) return ResumeClosed(g, mode, extra);
    if (state == GeneratorState::kCreated && !sent.IsNone()) {
      Raise(Exc::kTypeError, "can't send non-None value to a just-started {}", NounOf(g));
      return Step::kRaise;
    }
    if (!Claim(*this, g, state)) continue;
    if (state == GeneratorState::kSuspended) g->frame.regs[g->yield_dst] = sent;
    return Enter(g, dst, mode, extra);
  }
}

Step Interpreter::RaiseRunning(Generator* g) {
  Raise(Exc::kValueError, "{} already executing", NounOf(g));
  return Step::kRaise;
}

// The generator that an iterator has asked for the ForIter at `site` has ended.
Step Interpreter::EndOfFeed(uint32_t site, Value iterator) {
  if (!IteratorGoesOn(*this, iterator.As<Iterator>())) return LeaveLoop(site);
  fiber_->top->pc = site;
  return Step::kGo;
}

Step Interpreter::ResumeClosed(Generator* g, ReturnMode mode, Value extra) {
  if (g->kind == Kind::kCoroutine) {
    Raise(Exc::kRuntimeError, "cannot reuse already awaited coroutine");
    return Step::kRaise;
  }
  if (g->kind == Kind::kAsyncGenerator) {
    RaiseWith(Exc::kStopAsyncIteration, Value());
    return Step::kRaise;
  }
  return Stop(fiber_->top->pc, mode, extra, Value::None());
}

// What the instruction at `site` of frame() has called is at its end: StopIteration, or what
// becomes of that.
Step Interpreter::Stop(uint32_t site, ReturnMode mode, Value extra, Value value) {
  if (mode == ReturnMode::kForIter) return LeaveLoop(site);
  if (mode == ReturnMode::kFeed) return EndOfFeed(site, extra);
  if (mode == ReturnMode::kYieldFrom) return FinishYieldFrom(site, value);
  fiber_->top->pc = site;  // the call raises
  RaiseWith(Exc::kStopIteration, value.IsNone() ? Value() : value);
  return Step::kRaise;
}

Step Interpreter::ThrowInto(Generator* g, Value exception, uint32_t dst, ReturnMode mode,
                            Value extra) {
  // Down through the generators that wait in `yield from` for one another; each becomes frame().
  Value handled;
  for (;;) {
    const GeneratorState state = g->State();
    if (state == GeneratorState::kRunning) return RaiseRunning(g);
    if (state == GeneratorState::kClosed) {
      if (g->kind == Kind::kCoroutine) {
        Raise(Exc::kRuntimeError, "cannot reuse already awaited coroutine");
        return Step::kRaise;
      }
      if (LeaveStep(g, exception)) return Stop(fiber_->top->pc, mode, extra, Value::None());
      break;
    }
    if (!Claim(*this, g, state)) continue;
    if (state == GeneratorState::kCreated) {
      // The body never begins: no handler of its own may see the exception.
      EndGeneratorView(*this, *fiber_, g);
      g->state.StoreRelease(static_cast<uint32_t>(GeneratorState::kClosed));
      if (LeaveStep(g, exception)) return Stop(fiber_->top->pc, mode, extra, Value::None());
      break;
    }
    Enter(g, dst, mode, extra);
    if (fiber_->handled.Is(Kind::kException)) handled = fiber_->handled;
    Frame* const body = &g->frame;
    const Word w = CurrentWord(body);
    if (OpOf(w) != Op::kYieldFrom) {
      --body->pc;  // at the Yield, one word long
      break;
    }
    const Value delegate = body->regs[FieldB(w)];
    // GeneratorExit closes the delegate, and goes on here whatever that does with it.
    const bool exits = IsInstance(exception, Exc::kGeneratorExit);
    if (!exits && (delegate.Is(Kind::kGenerator) || delegate.Is(Kind::kCoroutine))) {
      g = delegate.As<Generator>();
      dst = FieldA(w);
      mode = ReturnMode::kYieldFrom;
      extra = Value();
      continue;
    }
    if (!exits && delegate.Is(Kind::kAsyncGenStep)) {
      if (!BeginStep(delegate.As<AsyncStep>())) return Step::kRaise;
      g = delegate.As<AsyncStep>()->generator.Load().As<Generator>();
      dst = FieldA(w);
      mode = ReturnMode::kYieldFrom;
      extra = Value();
      continue;
    }
    if (delegate.IsObject() && delegate.object()->kind != Kind::kIterator &&
        delegate.object()->kind != Kind::kFuture && delegate.object()->kind != Kind::kTask) {
      return CallLibrary(Library::kDelegateThrow, {delegate, exception}, FieldA(w),
                         ReturnMode::kYieldFrom);
    }
    break;
  }
  // Its context is what these bodies handle, not what who throws does.
  SetContext(exception, handled);
  pending = exception;
  thrown_ = true;
  return Step::kRaise;
}

// The Yield at frame()'s pc, or the YieldFrom there that passes a value on (dst: where what is sent
// goes). A chain of delegations is as long as the program likes: it is left in a loop.
Step Interpreter::YieldValue(Value value, uint32_t dst) {
  for (;;) {
    Frame* const body = fiber_->top;
    Generator* const g = body->generator;
    g->yield_dst = static_cast<uint16_t>(dst);
    bool ends_step = false;
    AsyncStep* step = nullptr;
    if (OpOf(CurrentWord(body)) == Op::kYield) {
      ++body->pc;
      ends_step = g->kind == Kind::kAsyncGenerator;
      if (ends_step) step = TakeStep(g);
    }
    const uint32_t site = body->call_site, to = body->dst;
    const ReturnMode mode = body->mode;
    const Value extra = body->extra;
    // Before it is left: then it may be resumed by another thread at once.
    const bool mortal = g->kind != Kind::kCoroutine && !g->is_mortal && YieldsInTry(g);
    if (mortal) {
      g->is_mortal = true;
      heap.RegisterMortal(g);
    }
    Leave(g, GeneratorState::kSuspended);
    // The library closes generators that it goes through (those of context managers) itself, and
    // nobody sees when its own are closed.
    if (mortal && !IsLibrary(fiber_->top->code) && !IsLibrary(body->code)) {
      runtime.deaths_matter.Store(1);
    }
    if (ends_step) {
      if (step == nullptr || step->what != AsyncStep::What::kClose)
        return Stop(site, mode, extra, value);
      fiber_->top->pc = site;
      Raise(Exc::kRuntimeError, "async generator ignored GeneratorExit");
      return Step::kRaise;
    }
    if (mode != ReturnMode::kYieldFrom) return DeliverAt(site, to, mode, extra, value);
    dst = AtYieldFrom(site);
  }
}

// ---- asynchronous generators

Value Interpreter::BeginAsyncGenerator(Generator* g, Value step) {
  if (g->has_begun.Load() != 0 || !g->has_begun.CompareExchange(0, 1)) return step;
  const Value firstiter = fiber_->asyncgen_firstiter, finalizer = fiber_->asyncgen_finalizer;
  if (finalizer.IsObject()) {
    g->hook.Publish(finalizer);
    if (!std::exchange(g->is_mortal, true)) heap.RegisterMortal(g);
    if (EverInTry(g) && !IsLibrary(g->frame.code)) runtime.deaths_matter.Store(1);
  }
  if (!firstiter.IsObject()) return step;
  return TailCall(Library::kBeginAsyncGen, {firstiter, Value::Of(g), step});
}

// `async for` awaits the next value of an asynchronous generator: the step needs no watching.
Step Interpreter::GetAnext(Word w) {
  const Value v = fiber_->top->regs[FieldB(w)];
  if (!v.Is(Kind::kAsyncGenerator)) return CallLibrary(Library::kGetAnext, {v}, FieldA(w));
  auto* const g = v.As<Generator>();
  AsyncStep* const step = NewAsyncStep(*this, g, AsyncStep::What::kSend, Value::None());
  return FinishNative(BeginAsyncGenerator(g, Value::Of(step)), FieldA(w), ReturnMode::kStore,
                      Value());
}

// One step at a time. False: `pending` is set.
bool Interpreter::BeginStep(AsyncStep* step) {
  using State = AsyncStep::State;
  const bool sends = step->what == AsyncStep::What::kSend;
  if (!step->Claim(State::kInitial, State::kRunning)) {
    if (step->GetState() == State::kRunning) return true;
    Raise(Exc::kRuntimeError, "cannot reuse already awaited {}",
          sends ? "__anext__()/asend()" : "aclose()/athrow()");
    return false;
  }
  auto* const g = step->generator.Load().As<Generator>();
  {
    heap::ObjectLock lock(heap.locking(), g);
    if (g->step.Load().IsUndefined()) {
      g->step.Publish(Value::Of(step));
      return true;
    }
  }
  step->SetState(State::kDone);
  Raise(Exc::kRuntimeError, "{}(): asynchronous generator is already running",
        sends                                   ? "anext"
        : step->what == AsyncStep::What::kThrow ? "athrow"
                                                : "aclose");
  return false;
}

// The step that drives the body, if it is one of an asynchronous generator, is over.
AsyncStep* Interpreter::TakeStep(Generator* g) {
  const Value driver = g->step.Load();
  if (driver.IsUndefined()) return nullptr;
  driver.As<AsyncStep>()->SetState(AsyncStep::State::kDone);
  g->step.Publish(Value());
  return driver.As<AsyncStep>();
}

// The same, by an exception. True: it was to close the generator, and has done so.
bool Interpreter::LeaveStep(Generator* g, Value exception) {
  if (g->kind != Kind::kAsyncGenerator) return false;
  const AsyncStep* const step = TakeStep(g);
  const bool ends =
      IsInstance(exception, Exc::kGeneratorExit) || IsInstance(exception, Exc::kStopAsyncIteration);
  if (ends) g->is_closed.Store(1);
  return ends && step != nullptr && step->what == AsyncStep::What::kClose;
}

Step Interpreter::SendStep(AsyncStep* step, Value sent, uint32_t dst, ReturnMode mode,
                           Value extra) {
  using What = AsyncStep::What;
  using State = AsyncStep::State;
  auto* const g = step->generator.Load().As<Generator>();
  const What what = step->what;
  const bool begins = step->GetState() == State::kInitial;
  if (what != What::kSend && step->GetState() != State::kDone) {
    if (g->State() == GeneratorState::kClosed) {
      step->SetState(State::kDone);
      return Stop(fiber_->top->pc, mode, extra, Value::None());
    }
    if (begins && g->step.Load().IsUndefined()) {
      if (g->is_closed.Load() != 0) {
        step->SetState(State::kDone);
        RaiseWith(Exc::kStopAsyncIteration, Value());
        return Step::kRaise;
      }
      if (!sent.IsNone()) {
        Raise(Exc::kRuntimeError, "can't send non-None value to a just-started coroutine");
        return Step::kRaise;
      }
    }
  }
  if (!BeginStep(step)) return Step::kRaise;
  if (begins && what == What::kClose) g->is_closed.Store(1);
  if (begins && what != What::kSend) {
    return ThrowInto(g, step->argument.Load(), dst, mode, extra);
  }
  if (begins && sent.IsNone()) sent = step->argument.Load();
  const Step result = Resume(g, sent, dst, mode, extra);
  if (result == Step::kRaise) TakeStep(g);
  return result;
}

Step Interpreter::ThrowStep(AsyncStep* step, Value exception, uint32_t dst, ReturnMode mode,
                            Value extra) {
  if (!BeginStep(step)) return Step::kRaise;
  return ThrowInto(step->generator.Load().As<Generator>(), exception, dst, mode, extra);
}

Step Interpreter::ReturnFromGenerator(Frame* body, Value value) {
  Generator* const g = body->generator;
  const uint32_t site = body->call_site;
  const ReturnMode mode = body->mode;
  const uint32_t dst = body->dst;
  const Value extra = body->extra;
  EndGeneratorView(*this, *fiber_, g);
  const AsyncStep* const step = TakeStep(g);
  Leave(g, GeneratorState::kClosed);
  if (g->kind == Kind::kAsyncGenerator) {
    g->is_closed.Store(1);
    if (step == nullptr || step->what != AsyncStep::What::kClose) {
      fiber_->top->pc = site;
      RaiseWith(Exc::kStopAsyncIteration, Value());
      return Step::kRaise;
    }
  }
  if (mode == ReturnMode::kTask) return TaskReturned(extra.As<TaskObject>(), site, dst, value);
  return Stop(site, mode, extra, value);
}

// The delegate of the YieldFrom at `site` of frame() has yielded: goes back there to pass the value
// on. Returns where what is sent goes.
uint32_t Interpreter::AtYieldFrom(uint32_t site) {
  Frame* const frame = fiber_->top;
  frame->pc = site;
  return FieldC(CurrentWord(frame));
}

Step Interpreter::DeliverYieldFrom(uint32_t site, Value value) {
  return YieldValue(value, AtYieldFrom(site));
}

// The delegate has ended; `value` is the value of the expression.
Step Interpreter::FinishYieldFrom(uint32_t site, Value value) {
  Frame* const frame = fiber_->top;
  frame->regs[FieldA(frame->code->words[site].Load())] = value;
  frame->pc = site + 1;
  return Step::kGo;
}

Step Interpreter::YieldFrom(Word w) {
  Frame* const frame = fiber_->top;
  const Value delegate = frame->regs[FieldB(w)], sent = frame->regs[FieldC(w)];
  const uint32_t dst = FieldA(w);
  if (delegate.Is(Kind::kGenerator) || delegate.Is(Kind::kCoroutine)) {
    return Resume(delegate.As<Generator>(), sent, dst, ReturnMode::kYieldFrom);
  }
  if (delegate.Is(Kind::kAsyncGenStep)) {
    return SendStep(delegate.As<AsyncStep>(), sent, dst, ReturnMode::kYieldFrom);
  }
  if (delegate.Is(Kind::kFuture) || delegate.Is(Kind::kTask)) {
    return AwaitFuture(delegate.As<FutureObject>(), w);
  }
  if (delegate.Is(Kind::kIterator) && sent.IsNone() && StepsInPlace(delegate)) {
    const Value item = IteratorNext(*this, delegate.As<Iterator>());
    if (!item.IsUndefined()) return YieldValue(item, FieldC(w));
    return pending.IsUndefined() ? FinishYieldFrom(frame->pc, Value::None()) : Step::kRaise;
  }
  if (sent.IsNone()) {
    const Value next = TypeOf(*this, delegate)->special(Special::kNext);
    if (!next.IsUndefined()) return CallSpecial(next, delegate, {}, dst, ReturnMode::kYieldFrom);
    Raise(Exc::kTypeError, "'{}' object is not an iterator", TypeName(*this, delegate));
    return Step::kRaise;
  }
  return CallLibrary(Library::kDelegateSend, {delegate, sent}, dst, ReturnMode::kYieldFrom);
}

Step Interpreter::ForIterSlow(Word w) {
  const Value v = frame()->regs[FieldB(w)];
  if (v.Is(Kind::kGenerator)) {
    return Resume(v.As<Generator>(), Value::None(), FieldA(w), ReturnMode::kForIter);
  }
  if (v.Is(Kind::kIterator) && (v.object()->flags & kSubclass) == 0) {
    auto* const it = v.As<Iterator>();
    const Value source = IteratorFeeder(it);
    if (source.Is(Kind::kGenerator)) {
      return Resume(source.As<Generator>(), Value::None(), FieldA(w), ReturnMode::kFeed, v);
    }
    const Value item = IteratorStepOpen(*this, it);
    if (item.IsUndefined()) {
      return pending.IsUndefined() ? LeaveLoop(fiber_->top->pc) : Step::kRaise;
    }
    return FinishNative(item, FieldA(w), ReturnMode::kForIter, Value());
  }
  const Value next = TypeOf(*this, v)->special(Special::kNext);
  if (next.IsUndefined()) {
    Raise(Exc::kTypeError, "iter() returned non-iterator of type '{}'", TypeName(*this, v));
    return Step::kRaise;
  }
  if (IsPlainFunction(next)) return Call(next, {v}, FieldA(w), ReturnMode::kForIter);
  return CallSpecial(next, v, {}, FieldA(w), ReturnMode::kForIter);
}

Step Interpreter::GetIterSlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value v = frame->regs[FieldB(w)];
  if (v.IsUndefined()) return RaiseUnbound(FieldB(w));
  const bool itself =
      v.Is(Kind::kGenerator) || (v.Is(Kind::kIterator) && (v.object()->flags & kSubclass) == 0);
  const Value fast = itself ? v : GetIterFast(*this, v);
  if (!fast.IsUndefined()) {
    frame->regs[FieldA(w)] = fast;
    return Step::kNext;
  }
  if (!pending.IsUndefined()) return Step::kRaise;
  const Value special = TypeOf(*this, v)->special(Special::kIter);
  if (!special.IsUndefined() && !special.IsNone()) {
    return CallSpecial(special, v, {}, FieldA(w), ReturnMode::kStore);
  }
  if (special.IsUndefined() && !TypeOf(*this, v)->special(Special::kGetItem).IsUndefined()) {
    frame->regs[FieldA(w)] = Value::Of(NewIterator(*this, IteratorKind::kSequence, v));
    return Step::kNext;
  }
  Raise(Exc::kTypeError, "'{}' object is not iterable", TypeName(*this, v));
  return Step::kRaise;
}

}  // namespace heddle::vm
