// Module _asyncio: the native halves of Future and Task, and the event loop's queue.
#include "lib/container_types.h"
#include "lib/module_tables.h"
#include "lib/types.h"
#include "objects/deque.h"
#include "objects/exception.h"
#include "objects/future.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "objects/type_building.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

using vm::Interpreter;

Interpreter& In(Context& cx) { return static_cast<Interpreter&>(cx); }
FutureObject* Self(Args args) { return args[0].As<FutureObject>(); }
TaskObject* SelfTask(Args args) { return args[0].As<TaskObject>(); }
Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }

// The queue of a loop whose natives may use it, or Undefined.
Value QueueOf(Context& cx, Value loop) {
  if (!loop.Is(Kind::kInstance)) return Value();
  const Value queue = GetInstanceAttribute(cx, loop.object(), cx.runtime.names.s__fast_ready);
  return queue.Is(Kind::kDeque) ? queue : Value();
}

// bind(loop): what __init__ does, in any mode
Value Bind(Context& cx, Args args) {
  FutureObject* const future = Self(args);
  future->ready.Publish(QueueOf(cx, args[1]));
  future->loop.Publish(args[1]);
  return Value::None();
}

Value FutureInit(Context& cx, Args args) {
  FutureObject* const future = Self(args);
  Value loop = args.Opt(1);
  if (loop.IsUndefined() || loop.IsNone()) loop = In(cx).fiber().loop;
  const Value queue = QueueOf(cx, loop);
  if (queue.IsUndefined() || !future->loop.Load().IsUndefined()) {
    return cx.TailCall(Library::kFutureInit, {args[0], OrNone(args.Opt(1))});
  }
  future->ready.Publish(queue);
  future->loop.Publish(loop);
  return Value::None();
}

Value Fail(Context& cx, Args args, const char* message) {
  return cx.TailCall(Library::kFutureCancelled, {args[0], cx.NewString(message)});
}

Value Uninitialized(Context& cx) {
  return cx.Raise(Exc::kRuntimeError, "Future object is not initialized.");
}
bool IsBound(Args args) { return !Self(args)->loop.Load().IsUndefined(); }

Value Done(Context&, Args args) {
  return Value::Bool(Self(args)->State() != FutureState::kPending);
}
Value Cancelled(Context&, Args args) {
  return Value::Bool(Self(args)->State() == FutureState::kCancelled);
}

Value Result(Context& cx, Args args) {
  FutureObject* const future = Self(args);
  if (future->State() == FutureState::kPending) return Fail(cx, args, "Result is not set.");
  if (future->State() == FutureState::kCancelled) {
    return cx.TailCall(Library::kFutureCancelled, {args[0], Value::None()});
  }
  future->unretrieved.Store(0);
  const Value exception = future->exception.LoadAcquire();
  if (exception.IsUndefined()) return OrNone(future->result.LoadAcquire());
  exception.As<Exception>()->traceback.Publish(future->traceback.Load());
  return cx.RaiseObject(exception);
}

Value GetException(Context& cx, Args args) {
  FutureObject* const future = Self(args);
  if (future->State() == FutureState::kPending) return Fail(cx, args, "Exception is not set.");
  if (future->State() == FutureState::kCancelled) {
    return cx.TailCall(Library::kFutureCancelled, {args[0], Value::None()});
  }
  future->unretrieved.Store(0);
  return OrNone(future->exception.LoadAcquire());
}

// Ends the future; `answer` is what the caller returns.
Value Finish(Context& cx, Args args, FutureState state, Value answer) {
  FutureObject* const future = Self(args);
  future->state.StoreRelease(static_cast<uint32_t>(state));
  const Value callbacks = TakeFutureCallbacks(cx, future);
  if (callbacks.IsUndefined()) return answer;
  return cx.TailCall(Library::kFutureCallbacks, {args[0], callbacks, answer});
}

Value SetResult(Context& cx, Args args) {
  if (!IsBound(args)) return Uninitialized(cx);
  if (Self(args)->State() != FutureState::kPending) return Fail(cx, args, "invalid state");
  Self(args)->result.Publish(args[1]);
  return Finish(cx, args, FutureState::kFinished, Value::None());
}

// fail(exception instance): what set_exception() does once it has one
Value SetException(Context& cx, Args args) {
  FutureObject* const future = Self(args);
  if (future->State() != FutureState::kPending) return Fail(cx, args, "invalid state");
  future->traceback.Publish(args[1].As<Exception>()->traceback.Load());
  future->exception.Publish(args[1]);
  future->unretrieved.Store(1);
  // Should nobody ever look at it, _died() says so.
  if (!future->type.Load()->Has(kHasFinalizer)) cx.heap.heap().RegisterMortal(future);
  if (future->callback.Load().IsUndefined()) cx.runtime.deaths_matter.Store(1);
  return Finish(cx, args, FutureState::kFinished, Value::None());
}

Value Cancel(Context& cx, Args args) {
  if (!IsBound(args)) return Uninitialized(cx);
  FutureObject* const future = Self(args);
  future->unretrieved.Store(0);
  if (future->State() != FutureState::kPending) return Value::False();
  future->cancel_message.Publish(OrNone(args.Opt(1)));
  return Finish(cx, args, FutureState::kCancelled, Value::True());
}

// A copy of the thread's context; Undefined when it is an empty one that nobody has asked for.
Value CopyOfContext(Context& cx) {
  const Value current = In(cx).fiber().context;
  if (!current.Is(Kind::kContext)) return Value();
  const Value type = In(cx).program().context_class.Load();
  auto* const copy = static_cast<ContextObject*>(NewInstance(cx, type.As<Type>()));
  copy->values.Publish(current.As<ContextObject>()->values.Load());
  return Value::Of(copy);
}

Value AddDoneCallback(Context& cx, Args args) {
  if (!IsBound(args)) return Uninitialized(cx);
  FutureObject* const future = Self(args);
  Value context = args.Opt(2);
  if (context.IsUndefined() || context.IsNone()) context = CopyOfContext(cx);
  AddFutureCallback(cx, future, args[1], context);
  if (future->State() == FutureState::kPending) return Value::None();
  const Value callbacks = TakeFutureCallbacks(cx, future);
  if (callbacks.IsUndefined()) return Value::None();
  return cx.TailCall(Library::kFutureCallbacks, {args[0], callbacks, Value::None()});
}

Value GetLoop(Context& cx, Args args) {
  return IsBound(args) ? Self(args)->loop.Load() : Uninitialized(cx);
}

Value Await(Context& cx, Args args) {
  if (!IsBound(args)) return Uninitialized(cx);
  return cx.TailCall(Library::kFutureAwait, {args[0]});
}

constexpr NativeDef kFutureMethods[] = {
    {"__new__", NewEmpty, "cls, /, *args, **kwargs"},
    {"__init__", FutureInit, "self, *, loop="},
    {"_bind", Bind, "self, loop, /"},
    {"done", Done, "self, /"},
    {"cancelled", Cancelled, "self, /"},
    {"result", Result, "self, /"},
    {"exception", GetException, "self, /"},
    {"set_result", SetResult, "self, result, /"},
    {"_fail", SetException, "self, exception, /"},
    {"cancel", Cancel, "self, msg="},
    {"add_done_callback", AddDoneCallback, "self, fn, /, *, context="},
    {"get_loop", GetLoop, "self, /"},
    {"__await__", Await, "self, /"},
    {"__iter__", Await, "self, /"},
    {nullptr, nullptr, nullptr},
};

// ---- attributes, as those who look inside expect them

Value GetState(Context& cx, Args args) {
  switch (Self(args)->State()) {
    case FutureState::kPending: return Value::Of(cx.Intern("PENDING"));
    case FutureState::kCancelled: return Value::Of(cx.Intern("CANCELLED"));
    case FutureState::kFinished: return Value::Of(cx.Intern("FINISHED"));
  }
  __builtin_unreachable();
}

template <Slot FutureObject::*kField>
Value Get(Context&, Args args) {
  return OrNone((Self(args)->*kField).LoadAcquire());
}
template <Slot FutureObject::*kField>
Value Set(Context&, Args args) {
  (Self(args)->*kField).Publish(args[1].IsNone() ? Value() : args[1]);
  return Value::None();
}
template <Slot TaskObject::*kField>
Value GetOfTask(Context&, Args args) {
  return OrNone((SelfTask(args)->*kField).LoadAcquire());
}
template <Slot TaskObject::*kField>
Value SetOfTask(Context&, Args args) {
  (SelfTask(args)->*kField).Publish(args[1].IsNone() ? Value() : args[1]);
  return Value::None();
}

Value GetCallbacks(Context& cx, Args args) {
  if (!IsBound(args)) {
    return cx.Raise(Exc::kAttributeError, "'Future' object has no attribute '_callbacks'");
  }
  return FutureCallbackList(cx, Self(args));
}
// A list of (function, context).
Value SetCallbacks(Context& cx, Args args) {
  FutureObject* const future = Self(args);
  future->callback.Store(Value());
  future->callback_context.Store(Value());
  future->callbacks.Store(Value());
  if (!args[1].Is(Kind::kList)) return Value::None();
  auto* const list = args[1].As<List>();
  for (uint32_t i = 0; i < list->length.Load(); ++i) {
    const Value entry = ListAt(list, i);
    if (!entry.Is(Kind::kTuple) || entry.As<Tuple>()->length != 2) continue;
    const Value context = entry.As<Tuple>()->Get(1);
    AddFutureCallback(cx, future, entry.As<Tuple>()->Get(0), context.IsNone() ? Value() : context);
  }
  return Value::None();
}

Value GetBlocking(Context&, Args args) { return Value::Bool(Self(args)->blocking.Load() != 0); }
Value SetBlocking(Context&, Args args) {
  Self(args)->blocking.Store(args[1].IsTrue() ? 1 : 0);
  return Value::None();
}
Value GetUnretrieved(Context&, Args args) {
  return Value::Bool(Self(args)->unretrieved.Load() != 0);
}
Value SetUnretrieved(Context& cx, Args args) {
  if (args[1].IsTrue()) {
    return cx.Raise(Exc::kValueError, "_log_traceback can only be set to False");
  }
  Self(args)->unretrieved.Store(0);
  return Value::None();
}

constexpr GetSetDef kFutureGetSets[] = {
    {"_state", GetState, nullptr},
    {"_loop", Get<&FutureObject::loop>, nullptr},
    {"_result", Get<&FutureObject::result>, nullptr},
    {"_exception", Get<&FutureObject::exception>, nullptr},
    {"_callbacks", GetCallbacks, SetCallbacks},
    {"_cancel_message", Get<&FutureObject::cancel_message>, Set<&FutureObject::cancel_message>},
    {"_cancelled_exc", Get<&FutureObject::cancelled_error>, Set<&FutureObject::cancelled_error>},
    {"_source_traceback", Get<&FutureObject::source_traceback>,
     Set<&FutureObject::source_traceback>},
    {"_asyncio_future_blocking", GetBlocking, SetBlocking},
    {"_log_traceback", GetUnretrieved, SetUnretrieved},
    {nullptr, nullptr, nullptr},
};

// ---- Task

bool IsResumable(Value coro) { return coro.Is(Kind::kCoroutine) || coro.Is(Kind::kGenerator); }

// What a task is made of; None where nothing was said.
struct TaskParts {
  Value loop, coro, name, context;
};

// Whether natives can make the task: `queue` is QueueOf(loop).
bool IsPlain(Context& cx, const TaskParts& parts, Value queue) {
  return !queue.IsUndefined() && parts.coro.Is(Kind::kCoroutine) &&
         (parts.context.IsNone() || parts.context.Is(Kind::kContext)) &&
         (parts.name.IsNone() || parts.name.Is(Kind::kStr)) &&
         In(cx).program().scheduled_tasks.Load().Is(Kind::kSet);
}

void StartTask(Context& cx, TaskObject* task, const TaskParts& parts, Value queue) {
  vm::Program& program = In(cx).program();
  task->ready.Publish(queue);
  task->loop.Publish(parts.loop);
  task->coro.Publish(parts.coro);
  task->name.Publish(parts.name.IsNone() ? Value::Small(program.NextTaskNumber()) : parts.name);
  task->context.Publish(parts.context.IsNone() ? CopyOfContext(cx) : parts.context);
  (void)SetAdd(cx, program.scheduled_tasks.Load().As<struct Set>(), Value::Of(task));
  DequeAppend(cx, queue.As<Deque>(), Value::Of(task));
}

// Task(coro, *, loop=None, name=None, context=None, eager_start=False)
Value TaskInit(Context& cx, Args args) {
  enum { kSelf, kCoro, kLoop, kName, kContext, kEager };
  TaskParts parts = {OrNone(args.Opt(kLoop)), args[kCoro], OrNone(args.Opt(kName)),
                     OrNone(args.Opt(kContext))};
  if (parts.loop.IsNone()) parts.loop = In(cx).fiber().loop;
  const Value queue = QueueOf(cx, parts.loop), eager = args.Opt(kEager);
  if (!IsPlain(cx, parts, queue) || !SelfTask(args)->loop.Load().IsUndefined() ||
      !(eager.IsUndefined() || eager.IsNone() || eager.IsFalse())) {
    return cx.TailCall(Library::kTaskInit, {args[kSelf], args[kCoro], OrNone(args.Opt(kLoop)),
                                            parts.name, parts.context, OrNone(eager)});
  }
  StartTask(cx, SelfTask(args), parts, queue);
  return Value::None();
}

// A task of a loop that has nothing of its own to say about it, or Undefined.
Value NewTask(Context& cx, const TaskParts& parts) {
  vm::Program& program = In(cx).program();
  const Value queue = QueueOf(cx, parts.loop);
  if (!IsPlain(cx, parts, queue) || !program.task_factory_name.Load().Is(Kind::kStr)) {
    return Value();
  }
  const Value factory =
      GetInstanceAttribute(cx, parts.loop.object(), program.task_factory_name.Load().As<Str>());
  if (!factory.IsNone()) return Value();
  auto* const task =
      static_cast<TaskObject*>(NewInstance(cx, program.task_class.Load().As<Type>()));
  StartTask(cx, task, parts, queue);
  return Value::Of(task);
}

// _await(future): the task is woken when the future, which it has yielded, is done. False: it takes
// a callback.
Value WaitFor(Context& cx, Args args) {
  TaskObject* const task = SelfTask(args);
  if (!IsFuture(args[1]) || !task->ready.Load().Is(Kind::kDeque)) return Value::False();
  auto* const future = args[1].As<FutureObject>();
  if (future->State() != FutureState::kPending) return Value::False();
  AddFutureCallback(cx, future, args[0], Value());
  return Value::True();
}

Value GetCancels(Context&, Args args) {
  return Value::Small(SelfTask(args)->cancel_requests.Load());
}
Value SetCancels(Context&, Args args) {
  SelfTask(args)->cancel_requests.Store(args[1].IsSmall() ? args[1].small() : 0);
  return Value::None();
}
Value GetMustCancel(Context&, Args args) {
  return Value::Bool(SelfTask(args)->must_cancel.Load() != 0);
}
Value SetMustCancel(Context&, Args args) {
  SelfTask(args)->must_cancel.Store(args[1].IsTrue() ? 1 : 0);
  return Value::None();
}
Value GetLogDestroy(Context&, Args args) {
  return Value::Bool(SelfTask(args)->destroy_is_silent.Load() == 0);
}
Value SetLogDestroy(Context&, Args args) {
  SelfTask(args)->destroy_is_silent.Store(args[1].IsTrue() ? 0 : 1);
  return Value::None();
}
Value GetContext(Context& cx, Args args) {
  TaskObject* const task = SelfTask(args);
  Value context = task->context.LoadAcquire();
  if (context.IsUndefined()) {
    const Value type = In(cx).program().context_class.Load();
    context = Value::Of(NewInstance(cx, type.As<Type>()));
    task->context.Publish(context);
  }
  return context;
}
Value GetName(Context& cx, Args args) {
  TaskObject* const task = SelfTask(args);
  Value name = task->name.LoadAcquire();
  if (name.IsSmall()) {
    name = cx.NewString(fmt::format("Task-{}", name.small()));
    task->name.Publish(name);
  }
  return OrNone(name);
}
Value SetName(Context&, Args args) {
  SelfTask(args)->name.Publish(args[1]);
  return Value::None();
}

constexpr NativeDef kTaskMethods[] = {
    {"__init__", TaskInit, "self, coro, *, loop=, name=, context=, eager_start="},
    {"_await", WaitFor, "self, future, /"},
    {"get_name", GetName, "self, /"},
    {"get_coro", GetOfTask<&TaskObject::coro>, "self, /"},
    {"get_context", GetContext, "self, /"},
    {"cancelling", GetCancels, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kTaskGetSets[] = {
    {"_coro", GetOfTask<&TaskObject::coro>, SetOfTask<&TaskObject::coro>},
    {"_context", GetContext, SetOfTask<&TaskObject::context>},
    {"_fut_waiter", GetOfTask<&TaskObject::waits_for>, SetOfTask<&TaskObject::waits_for>},
    {"_name", GetName, SetName},
    {"_num_cancels_requested", GetCancels, SetCancels},
    {"_must_cancel", GetMustCancel, SetMustCancel},
    {"_log_destroy_pending", GetLogDestroy, SetLogDestroy},
    {nullptr, nullptr, nullptr},
};

// ---- the loop

// run_next(queue): runs the next step of the task at its head; whatever else lies there is
// returned.
Value RunNext(Context& cx, Args args) {
  if (!args[0].Is(Kind::kDeque)) return cx.Raise(Exc::kTypeError, "a deque was expected");
  const Value next = DequePopLeft(cx, args[0].As<Deque>());
  if (next.IsUndefined()) return Value::None();
  if (next.Is(Kind::kTuple)) return In(cx).Ask(Interpreter::Request::kRunCallback, next);
  if (!next.Is(Kind::kTask)) return next;
  auto* const task = next.As<TaskObject>();
  const bool is_odd = task->State() != FutureState::kPending || task->must_cancel.Load() != 0;
  if (is_odd || !IsResumable(task->coro.Load())) return next;
  return In(cx).Ask(Interpreter::Request::kStepTask, next);
}

Value GetRunningLoop(Context& cx, Args) {
  const Value loop = In(cx).fiber().loop;
  return loop.IsUndefined() || loop.IsNone() ? cx.Raise(Exc::kRuntimeError, "no running event loop")
                                             : loop;
}
Value GetRunningLoopOrNone(Context& cx, Args) { return OrNone(In(cx).fiber().loop); }
Value SetRunningLoop(Context& cx, Args args) {
  In(cx).fiber().loop = args[0].IsNone() ? Value() : args[0];
  return Value::None();
}

// new_future(loop), new_task(loop, coro, name, context): None where it takes Python to make one.
Value NewFuture(Context& cx, Args args) {
  const Value queue = QueueOf(cx, args[0]), type = In(cx).program().future_class.Load();
  if (queue.IsUndefined() || !type.Is(Kind::kType)) return Value::None();
  auto* const future = static_cast<FutureObject*>(NewInstance(cx, type.As<Type>()));
  future->ready.Publish(queue);
  future->loop.Publish(args[0]);
  return Value::Of(future);
}
// new_waiter(loop): the same for the loop that runs
Value NewWaiter(Context& cx, Args args) {
  return args[0] == In(cx).fiber().loop ? NewFuture(cx, args) : Value::None();
}
Value NewTaskOf(Context& cx, Args args) {
  return OrNone(NewTask(cx, {args[0], args[1], args[2], args[3]}));
}

Value CreateTask(Context& cx, Args args) {
  const TaskParts parts = {In(cx).fiber().loop, args[0], OrNone(args.Opt(1)), OrNone(args.Opt(2))};
  const Value task = NewTask(cx, parts);
  if (!task.IsUndefined()) return task;
  return cx.TailCall(In(cx).program().create_task.Load(), {parts.coro, parts.name, parts.context});
}

// yield_once(): `await` of it lets the others have a turn
Value YieldOnce(Context& cx, Args) {
  Iterator* const once = NewIterator(cx, IteratorKind::kRepeat, Value::None());
  once->limit.Store(1);
  once->flags |= kConfined;
  return Value::Of(once);
}

// What the short ways of a queue need: a list that the queue shares with the natives.
enum QueueState { kItems, kGetters, kPutters, kMaxSize, kUnfinished, kIsShutdown };

Deque* DequeAt(List* state, QueueState at) {
  const Value v = ListAt(state, at);
  return v.Is(Kind::kDeque) ? v.As<Deque>() : nullptr;
}

// queue_get(state): an item; the state itself where there is more to do
Value QueueGet(Context& cx, Args args) {
  if (!args[0].Is(Kind::kList)) return args[0];
  auto* const state = args[0].As<List>();
  Deque *const items = DequeAt(state, kItems), *const putters = DequeAt(state, kPutters);
  if (items == nullptr || putters == nullptr || putters->length.Load() != 0) return args[0];
  const Value item = DequePopLeft(cx, items);
  return item.IsUndefined() ? args[0] : item;
}

// queue_put(state, item): False where there is more to do
Value QueuePut(Context& cx, Args args) {
  if (!args[0].Is(Kind::kList)) return Value::False();
  auto* const state = args[0].As<List>();
  Deque *const items = DequeAt(state, kItems), *const getters = DequeAt(state, kGetters);
  const Value limit = ListAt(state, kMaxSize), unfinished = ListAt(state, kUnfinished);
  if (items == nullptr || getters == nullptr || getters->length.Load() != 0 || !limit.IsSmall() ||
      !unfinished.IsSmall() || !ListAt(state, kIsShutdown).IsFalse()) {
    return Value::False();
  }
  if (limit.small() > 0 && items->length.Load() >= limit.small()) return Value::False();
  DequeAppend(cx, items, args[1]);
  return Value::Bool(ListSet(cx, state, kUnfinished, Value::Small(unfinished.small() + 1)));
}

// running_task(loop): the task whose step it is, or None
Value RunningTask(Context& cx, Args args) {
  const Value task = In(cx).fiber().task;
  const bool is_here = task.Is(Kind::kTask) && task.As<TaskObject>()->loop.Load() == args[0];
  return is_here ? task : Value::None();
}

// let_go(failures): empties the list of futures that failed while nobody waited for them. Those
// that nobody refers to any more are to say so now.
Value LetGo(Context& cx, Args args) {
  if (!args[0].Is(Kind::kList)) return cx.Raise(Exc::kTypeError, "a list was expected");
  auto* const failures = args[0].As<List>();
  bool any = false;
  for (uint32_t i = 0; i < failures->length.Load(); ++i) {
    const Value future = ListAt(failures, i);
    any |= IsFuture(future) && future.As<FutureObject>()->unretrieved.Load() != 0;
  }
  ListClear(cx, failures);
  if (!any) return Value::None();
  vm::Program& program = In(cx).program();
  if (program.SpendOnDeaths()) program.RequestCollection();
  return Value::None();
}

Value NextTaskNumber(Context& cx, Args) { return Value::Small(In(cx).program().NextTaskNumber()); }

// set_scheduled(set): where tasks are from their creation until they are done
Value SetScheduled(Context& cx, Args args) {
  In(cx).program().scheduled_tasks.Publish(args[0]);
  return Value::None();
}

// set_classes(Future, Task, create_task): what natives make, and who does it where they cannot
Value SetClasses(Context& cx, Args args) {
  vm::Program& program = In(cx).program();
  program.future_class.Publish(args[0]);
  program.task_class.Publish(args[1]);
  program.create_task.Publish(args[2]);
  program.task_factory_name.Publish(Value::Of(cx.Intern("_task_factory")));
  return Value::None();
}

constexpr NativeDef kFunctions[] = {
    {"create_task", CreateTask, "coro, *, name=, context="},
    {"new_future", NewFuture, "loop, /"},
    {"new_task", NewTaskOf, "loop, coro, name, context, /"},
    {"new_waiter", NewWaiter, "loop, /"},
    {"queue_get", QueueGet, "state, /"},
    {"queue_put", QueuePut, "state, item, /"},
    {"set_classes", SetClasses, "future, task, create_task, /"},
    {"yield_once", YieldOnce, ""},
    {"run_next", RunNext, "queue, /"},
    {"let_go", LetGo, "failures, /"},
    {"get_running_loop", GetRunningLoop, ""},
    {"_get_running_loop", GetRunningLoopOrNone, ""},
    {"_set_running_loop", SetRunningLoop, "loop, /"},
    {"running_task", RunningTask, "loop, /"},
    {"next_task_number", NextTaskNumber, ""},
    {"set_scheduled", SetScheduled, "tasks, /"},
    {nullptr, nullptr, nullptr},
};

void Init(Context& cx, Module* module) {
  AddConstant(cx, module, "Future", Value::Of(BuiltinTypeOf(cx.runtime, &kFutureType)));
  AddConstant(cx, module, "Task", Value::Of(BuiltinTypeOf(cx.runtime, &kTaskType)));
}

}  // namespace

const ModuleDef kAsyncioModule = {"_asyncio", kFunctions, Init};

const TypeDef kFutureType = {"Future",       "_asyncio", Kind::kFuture,        kFutureMethods,
                             kFutureGetSets, kHasDict,   sizeof(FutureObject), nullptr};
const TypeDef kTaskType = {"Task",   "_asyncio",         Kind::kTask, kTaskMethods, kTaskGetSets,
                           kHasDict, sizeof(TaskObject), nullptr,     "Future"};

}  // namespace heddle::lib
