// Tasks of asyncio: a step of a task is one resumption of its coroutine from the loop's frame, and
// what comes out of it decides when the next one is.
#include "objects/deque.h"
#include "objects/exception.h"
#include "objects/future.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::vm {

Step Interpreter::StepTask(TaskObject* task, uint32_t dst, ReturnMode) {
  task->outer_context.Store(fiber_->context);
  task->outer_task.Store(fiber_->task);
  fiber_->context = task->context.Load();
  fiber_->task = Value::Of(task);
  task->waits_for.Store(Value());
  const uint32_t site = fiber_->top->pc;
  const Step step = Resume(task->coro.Load().As<Generator>(), Value::None(), dst, ReturnMode::kTask,
                           Value::Of(task));
  if (step != Step::kRaise) return step;
  return TaskFailed(task, site, dst, std::exchange(pending, Value()));
}

// Whether it is of no subclass, which may have an add_done_callback() of its own.
static bool IsOfLibrary(const Program& program, Value future) {
  const Value type = Value::Of(future.object()->type.Load());
  return type == program.task_class.Load() || type == program.future_class.Load();
}

void Interpreter::LeaveTask(TaskObject* task) {
  task->context.Publish(fiber_->context);
  fiber_->context = task->outer_context.Load();
  fiber_->task = task->outer_task.Load();
  task->outer_context.Store(Value());
  task->outer_task.Store(Value());
}

// A callback of a future, in the context that it was added in. What comes of it goes with it: the
// entry, and the context of the loop.
Step Interpreter::RunCallback(Value entry, uint32_t dst) {
  auto* const parts = entry.As<Tuple>();
  const Value outer = fiber_->context, context = parts->Get(2);
  const Value extra =
      Value::Of(NewTuple(heap, {entry, outer.IsUndefined() ? Value::None() : outer}));
  fiber_->context = context.IsNone() ? Value() : context;
  const uint32_t site = fiber_->top->pc;
  const Step step = Call(parts->Get(0), {parts->Get(1)}, dst, ReturnMode::kTask, extra);
  if (step != Step::kRaise) return step;
  return StepFailed(extra, site, dst, std::exchange(pending, Value()));
}

// The coroutine of a task has yielded, or a callback has returned.
Step Interpreter::StepReturned(Value extra, uint32_t site, uint32_t dst, Value value) {
  if (extra.Is(Kind::kTask)) return TaskYielded(extra.As<TaskObject>(), site, dst, value);
  const Value outer = extra.As<Tuple>()->Get(1);
  fiber_->context = outer.IsNone() ? Value() : outer;
  fiber_->top->regs[dst] = Value::None();
  return Step::kGo;
}

Step Interpreter::StepFailed(Value extra, uint32_t site, uint32_t dst, Value exception) {
  if (extra.Is(Kind::kTask)) return TaskFailed(extra.As<TaskObject>(), site, dst, exception);
  const Value outer = extra.As<Tuple>()->Get(1);
  fiber_->context = outer.IsNone() ? Value() : outer;
  Frame* const caller = fiber_->top;
  caller->regs[dst] = Value::None();
  caller->pc = site;
  return CallLibrary(Library::kTaskFailed, {extra.As<Tuple>()->Get(0), exception}, dst,
                     ReturnMode::kDiscard);
}

// The coroutine has yielded: a future to wait for, or None to let others go first.
Step Interpreter::TaskYielded(TaskObject* task, uint32_t site, uint32_t dst, Value value) {
  LeaveTask(task);
  Frame* const caller = fiber_->top;
  caller->regs[dst] = Value::None();
  const Value ready = task->ready.Load();
  if (task->must_cancel.Load() == 0 && ready.Is(Kind::kDeque)) {
    if (value.IsNone()) {
      DequeAppend(*this, ready.As<Deque>(), Value::Of(task));
      return Step::kGo;
    }
    if (IsFuture(value) && IsOfLibrary(program_, value)) {
      auto* const future = value.As<FutureObject>();
      if (future->blocking.Load() != 0 && future != task &&
          future->loop.Load() == task->loop.Load()) {
        future->blocking.Store(0);
        task->waits_for.Publish(value);
        if (future->State() == FutureState::kPending) {
          AddFutureCallback(*this, future, Value::Of(task), Value());
        } else {
          DequeAppend(*this, ready.As<Deque>(), Value::Of(task));
        }
        return Step::kGo;
      }
    }
  }
  caller->pc = site;
  return CallLibrary(Library::kTaskYielded, {Value::Of(task), value}, dst, ReturnMode::kDiscard);
}

Step Interpreter::TaskReturned(TaskObject* task, uint32_t site, uint32_t dst, Value value) {
  LeaveTask(task);
  Frame* const caller = fiber_->top;
  caller->regs[dst] = Value::None();
  if (task->must_cancel.Load() != 0 || task->State() != FutureState::kPending) {
    caller->pc = site;
    return CallLibrary(Library::kTaskReturned, {Value::Of(task), value}, dst, ReturnMode::kDiscard);
  }
  task->result.Publish(value);
  task->state.StoreRelease(static_cast<uint32_t>(FutureState::kFinished));
  const Value scheduled = program_.scheduled_tasks.Load();
  // Of a class with a hash of its own it stays until the set is looked through.
  if (scheduled.Is(Kind::kSet)) (void)SetDiscard(*this, scheduled.As<Set>(), Value::Of(task));
  const Value callbacks = TakeFutureCallbacks(*this, task);
  if (callbacks.IsUndefined()) return Step::kGo;
  caller->pc = site;
  return CallLibrary(Library::kFutureCallbacks, {Value::Of(task), callbacks, Value::None()}, dst,
                     ReturnMode::kDiscard);
}

Step Interpreter::TaskFailed(TaskObject* task, uint32_t site, uint32_t dst, Value exception) {
  LeaveTask(task);
  Frame* const caller = fiber_->top;
  caller->regs[dst] = Value::None();
  caller->pc = site;
  return CallLibrary(Library::kTaskFailed, {Value::Of(task), exception}, dst, ReturnMode::kDiscard);
}

// `await future`: the future is its own iterator.
Step Interpreter::AwaitFuture(FutureObject* future, bytecode::Word w) {
  Frame* const frame = fiber_->top;
  switch (future->State()) {
    case FutureState::kPending:
      future->blocking.Store(1);
      return YieldValue(Value::Of(future), bytecode::FieldC(w));
    case FutureState::kCancelled:
      return CallLibrary(Library::kFutureCancelled, {Value::Of(future), Value::None()},
                         bytecode::FieldA(w), ReturnMode::kDiscard);
    case FutureState::kFinished: break;
  }
  future->unretrieved.Store(0);
  const Value exception = future->exception.LoadAcquire();
  if (exception.IsUndefined()) return FinishYieldFrom(frame->pc, future->result.LoadAcquire());
  exception.As<Exception>()->traceback.Publish(future->traceback.Load());
  pending = exception;
  return Step::kRaise;
}

}  // namespace heddle::vm
