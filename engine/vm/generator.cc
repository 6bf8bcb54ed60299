// Generators and coroutines: making, resuming, suspending, ending.
#include "vm/generator.h"

#include <algorithm>
#include <cstring>

#include "objects/future.h"
#include "objects/iterator.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
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
  marker.Visit(g->finalizer);
  // A running one is a frame of the fiber that runs it.
  const GeneratorState state = g->State();
  if (state == GeneratorState::kCreated || state == GeneratorState::kSuspended) {
    TraceFrame(&g->frame, nullptr, marker);
  }
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
  return g;
}

Value Interpreter::NewGenerator(Function* function, Frame* bound) {
  Generator* const g = AllocateGenerator(heap, function);
  std::memcpy(static_cast<void*>(&g->frame), bound, FrameBytes(bound->register_count));
  g->frame.caller = nullptr;
  g->frame.generator = g;
  g->frame.extra = Value();
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
    if (state == GeneratorState::kClosed) return ResumeClosed(g, dst, mode);
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

Step Interpreter::ResumeClosed(Generator* g, uint32_t, ReturnMode mode) {
  if (g->kind == Kind::kCoroutine) {
    Raise(Exc::kRuntimeError, "cannot reuse already awaited coroutine");
    return Step::kRaise;
  }
  const uint32_t site = fiber_->top->pc;
  if (mode == ReturnMode::kForIter) return LeaveLoop(site);
  if (mode == ReturnMode::kYieldFrom) return FinishYieldFrom(site, Value::None());
  RaiseWith(g->kind == Kind::kAsyncGenerator ? Exc::kStopAsyncIteration : Exc::kStopIteration,
            Value());
  return Step::kRaise;
}

Step Interpreter::ThrowInto(Generator* g, Value exception, uint32_t dst, ReturnMode mode,
                            Value extra) {
  // Down through the generators that wait in `yield from` for one another; each becomes frame().
  for (;;) {
    const GeneratorState state = g->State();
    if (state == GeneratorState::kRunning) return RaiseRunning(g);
    if (state == GeneratorState::kClosed) {
      if (g->kind == Kind::kCoroutine) {
        Raise(Exc::kRuntimeError, "cannot reuse already awaited coroutine");
        return Step::kRaise;
      }
      pending = exception;
      return Step::kRaise;
    }
    if (!Claim(*this, g, state)) continue;
    if (state == GeneratorState::kCreated) {
      // The body never begins: no handler of its own may see the exception.
      g->state.StoreRelease(static_cast<uint32_t>(GeneratorState::kClosed));
      break;
    }
    Enter(g, dst, mode, extra);
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
    if (delegate.IsObject() && delegate.object()->kind != Kind::kIterator &&
        delegate.object()->kind != Kind::kFuture && delegate.object()->kind != Kind::kTask) {
      return CallLibrary(Library::kDelegateThrow, {delegate, exception}, FieldA(w),
                         ReturnMode::kYieldFrom);
    }
    break;
  }
  pending = exception;
  return Step::kRaise;
}

// The Yield at frame()'s pc, or the YieldFrom there that passes a value on (dst: where what is sent
// goes). A chain of delegations is as long as the program likes: it is left in a loop.
Step Interpreter::YieldValue(Value value, uint32_t dst) {
  for (;;) {
    Frame* const body = fiber_->top;
    Generator* const g = body->generator;
    g->yield_dst = static_cast<uint16_t>(dst);
    if (OpOf(CurrentWord(body)) == Op::kYield) {
      ++body->pc;
      if (g->kind == Kind::kAsyncGenerator) value = NewAsyncYield(value);
    }
    const uint32_t site = body->call_site, to = body->dst;
    const ReturnMode mode = body->mode;
    const Value extra = body->extra;
    // Before it is left: then it may be resumed by another thread at once.
    const bool mortal = g->kind == Kind::kGenerator && !g->is_mortal && YieldsInTry(g);
    if (mortal) {
      g->is_mortal = true;
      heap.heap().RegisterMortal(g);
    }
    Leave(g, GeneratorState::kSuspended);
    // The library closes generators that it goes through (those of context managers) itself, and
    // nobody sees when its own are closed.
    if (mortal && !IsLibrary(fiber_->top->code) && !IsLibrary(body->code)) {
      runtime.deaths_matter.Store(1);
    }
    if (mode != ReturnMode::kYieldFrom) return DeliverAt(site, to, mode, extra, value);
    dst = AtYieldFrom(site);
  }
}

// The wrapper that tells a value of an asynchronous generator from what it awaits.
Value Interpreter::NewAsyncYield(Value value) {
  auto* const step = heap.New<Cell>(Kind::kAsyncGenStep);
  step->value.Store(value);
  return Value::Of(step);
}

Step Interpreter::ReturnFromGenerator(Frame* body, Value value) {
  Generator* const g = body->generator;
  const uint32_t site = body->call_site;
  const ReturnMode mode = body->mode;
  const uint32_t dst = body->dst;
  const Value extra = body->extra;
  Leave(g, GeneratorState::kClosed);
  if (mode == ReturnMode::kForIter) return LeaveLoop(site);
  if (mode == ReturnMode::kYieldFrom) return FinishYieldFrom(site, value);
  if (mode == ReturnMode::kTask) return TaskReturned(extra.As<TaskObject>(), site, dst, value);
  fiber_->top->pc = site;  // the call raises
  if (g->kind == Kind::kAsyncGenerator) {
    RaiseWith(Exc::kStopAsyncIteration, Value());
  } else {
    RaiseWith(Exc::kStopIteration, value.IsNone() ? Value() : value);
  }
  return Step::kRaise;
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
  if (delegate.Is(Kind::kFuture) || delegate.Is(Kind::kTask)) {
    return AwaitFuture(delegate.As<FutureObject>(), w);
  }
  if (delegate.Is(Kind::kIterator) && sent.IsNone()) {
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
  const Value next = TypeOf(*this, v)->special(Special::kNext);
  if (next.IsUndefined()) {
    Raise(Exc::kTypeError, "iter() returned non-iterator of type '{}'", TypeName(*this, v));
    return Step::kRaise;
  }
  if (next.Is(Kind::kFunction)) return Call(next, {v}, FieldA(w), ReturnMode::kForIter);
  return CallSpecial(next, v, {}, FieldA(w), ReturnMode::kForIter);
}

Step Interpreter::GetIterSlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value v = frame->regs[FieldB(w)];
  if (v.IsUndefined()) return RaiseUnbound(FieldB(w));
  const Value fast = v.Is(Kind::kGenerator) ? v : GetIterFast(*this, v);
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
    return CallLibrary(Library::kSequenceIterator, {v}, FieldA(w));
  }
  Raise(Exc::kTypeError, "'{}' object is not iterable", TypeName(*this, v));
  return Step::kRaise;
}

}  // namespace heddle::vm
