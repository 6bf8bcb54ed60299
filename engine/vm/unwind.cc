// Exceptions: raising, tracebacks, finding handlers, leaving frames.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/exception_fields.h"
#include "objects/future.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "vm/frame_view.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/program.h"

namespace heddle::vm {

bool Interpreter::IsInstance(Value v, Exc kind) const {
  return v.Is(Kind::kException) &&
         IsSubtype(v.object()->type.Load(), runtime.exceptions[size_t(kind)]);
}

// The value that a StopIteration carries.
Value StopIterationValue(Context& cx, Value exception) {
  return ExceptionField(cx, exception.As<Exception>(), cx.runtime.names.s_value);
}

FrameView* Interpreter::NewTraceback(Frame* frame, Value exception) {
  auto* const traceback = heap.New<Traceback>(Kind::kTraceback);
  auto* const e = exception.As<Exception>();
  traceback->next.Store(e->traceback.Load());
  traceback->code.Store(Value::Of(frame->code));
  // Where memory is full, nothing is to be kept alive by the exception that says so.
  FrameView* const view =
      IsInstance(exception, Exc::kMemoryError) ? KnownView(*fiber_) : ViewOf(*this, *fiber_, frame);
  if (view != nullptr) traceback->frame.Store(Value::Of(view));
  traceback->word.Store(frame->pc);
  traceback->line.Store(frame->code->unit->get()->LocationOf(frame->pc).line);
  e->traceback.Publish(Value::Of(traceback));
  return view;
}

namespace {

// The entry that holds for the instruction that the frame is at, or null.
const bytecode::ExceptionEntry* HandlerAt(const Frame* frame) {
  for (const bytecode::ExceptionEntry& entry : (*frame->code->unit)->exceptions) {
    if (frame->pc >= entry.start && frame->pc < entry.end) return &entry;
  }
  return nullptr;
}

}  // namespace

// The exception being handled: in a generator's body that of whoever has resumed it, if it handles
// none itself.
Value Interpreter::Handled() const {
  if (fiber_->generators == 0 || fiber_->handled.Is(Kind::kException)) return fiber_->handled;
  for (const Frame* frame = fiber_->top; frame != nullptr; frame = frame->caller) {
    if (frame->generator == nullptr) continue;
    const Value outer = frame->generator->outer_handled;
    if (outer.Is(Kind::kException)) return outer;
  }
  return Value();
}

// `exception` was raised while another one was being handled: that is its context, unless the
// chain of contexts would become a ring.
void Interpreter::SetContext(Value exception, Value handled) {
  if (!handled.Is(Kind::kException) || handled == exception) return;
  auto* const e = exception.As<Exception>();
  // `behind` follows at half the speed: programs may have made a ring of contexts themselves.
  Value behind = handled;
  bool step = false;
  for (Value v = handled; v.Is(Kind::kException); v = v.As<Exception>()->context.Load()) {
    const Value next = v.As<Exception>()->context.Load();
    if (next == exception) {
      v.As<Exception>()->context.Store(Value::None());
      break;
    }
    if (step && behind.Is(Kind::kException)) behind = behind.As<Exception>()->context.Load();
    if (next == behind) break;
    step = !step;
  }
  e->context.Publish(handled);
}

Step Interpreter::Unwind() {
  Value exception = std::exchange(pending, Value());
  wants_index = Value();
  const bool again = std::exchange(reraise_, false);
  const bool thrown = std::exchange(thrown_, false);
  if (!again && !thrown) SetContext(exception, Handled());
  bool first = true;
  FrameView* inner = nullptr;  // of the frame that was left last
  for (;;) {
    Frame* const frame = fiber_->top;
    // A frame that waits for a callee is behind its call.
    if (!first) --frame->pc;
    const bytecode::ExceptionEntry* const handler = HandlerAt(frame);
    const ReturnMode mode = ModeOf(frame);
    const bool ends_iteration = handler == nullptr && frame->generator == nullptr &&
                                (mode == ReturnMode::kForIter || mode == ReturnMode::kYieldFrom) &&
                                IsInstance(exception, Exc::kStopIteration);
    FrameView* view = KnownView(*fiber_);
    if (!(first && again) && !ends_iteration) view = NewTraceback(frame, exception);
    if (inner != nullptr) inner->link.StoreRelease(view);
    first = false;
    if (handler != nullptr) {
      frame->regs[handler->reg] = exception;
      frame->pc = handler->handler;
      return Step::kGo;
    }
    const uint32_t site = frame->call_site;
    const bool lowest = frame->caller == nullptr;
    const uint32_t dst = frame->dst;
    const Value extra = frame->extra;
    inner = view;
    if (Generator* const g = frame->generator; g != nullptr) {
      EndGeneratorView(*this, *fiber_, g);
      const bool closed = LeaveStep(g, exception);
      Leave(g, GeneratorState::kClosed);
      if (closed) return Stop(site, mode, extra, Value::None());
    } else {
      if (frame->mode == ReturnMode::kViewed) EndView(*this, *fiber_, frame);
      PopFrame(frame);
    }
    if (lowest) {
      fiber_->exception = exception;
      return Step::kFinish;
    }
    if (mode == ReturnMode::kTask) {
      return StepFailed(extra, site, dst, exception);
    }
    if (ends_iteration) {
      pending = exception;
      return EndOfIteration(site, mode);
    }
  }
}

// PEP 479: a StopIteration that leaves a generator's body is a RuntimeError.
Value Interpreter::WrapStopIteration(const Generator* g, Value exception) {
  const bool stop = IsInstance(exception, Exc::kStopIteration);
  const bool stop_async =
      g->kind == Kind::kAsyncGenerator && IsInstance(exception, Exc::kStopAsyncIteration);
  if (!stop && !stop_async) return exception;
  const char* const noun = g->kind == Kind::kCoroutine        ? "coroutine"
                           : g->kind == Kind::kAsyncGenerator ? "async generator"
                                                              : "generator";
  Raise(Exc::kRuntimeError, "{} raised {}", noun, stop ? "StopIteration" : "StopAsyncIteration");
  const Value wrapped = std::exchange(pending, Value());
  auto* const e = wrapped.As<Exception>();
  e->cause.Store(exception);
  e->context.Store(exception);
  e->suppress_context.Store(1);
  return wrapped;
}

Step Interpreter::RaiseUnbound(uint32_t reg) {
  Frame* const frame = fiber_->top;
  const auto& unit = *frame->code->unit->get();
  if (reg >= unit.locals.size()) {
    Raise(Exc::kSystemError, "register {} of {} is unset", reg, unit.qualname);
    return Step::kRaise;
  }
  const std::string& name = unit.locals[reg].name;
  if (reg >= frame->code->local_count) {
    Raise(Exc::kNameError,
          "cannot access free variable '{}' where it is not associated with a value in enclosing "
          "scope",
          name);
  } else {
    Raise(Exc::kUnboundLocalError,
          "cannot access local variable '{}' where it is not associated with a value", name);
  }
  return Step::kRaise;
}

}  // namespace heddle::vm
