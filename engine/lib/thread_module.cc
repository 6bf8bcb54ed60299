// Module _thread: threads and the primitives of synchronisation, over sync/.
//
// Every blocking native follows the scheduler's "park and retry": it is run again with the same
// arguments when its fiber has been woken, and finds its progress in the fiber's wait state.
#include <cmath>
#include <utility>

#include "lib/module_tables.h"
#include "lib/types.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/tuple.h"
#include "objects/weakref.h"
#include "platform/thread.h"
#include "vm/interpreter.h"
#include "vm/program.h"
#include "vm/sync_objects.h"
#include "vm/thread_objects.h"

namespace heddle::lib {

namespace {

using sched::Timeout;
using sched::Wait;
using vm::BarrierObject;
using vm::ConditionObject;
using vm::EventObject;
using vm::Interpreter;
using vm::LockObject;
using vm::RLockObject;
using vm::SemaphoreObject;
using vm::SyncKind;

Interpreter& In(Context& cx) { return static_cast<Interpreter&>(cx); }

constexpr double kTimeoutMax = 9223372036.0;  // threading.TIMEOUT_MAX, as on 64-bit Linux

// The `timeout` argument of a blocking call. `blocking` false: poll. False: an error is pending.
bool ToTimeout(Context& cx, Value blocking, Value timeout, bool none_is_never, Timeout* out) {
  bool block = true;
  if (!blocking.IsUndefined()) {
    const Tri truth = TryTruth(cx, blocking);
    block = truth != Tri::kFalse;
  }
  double seconds = -1;
  if (timeout.IsNone() && none_is_never) timeout = Value();
  if (!timeout.IsUndefined()) {
    bool is_number = false;
    if (!NumberToDouble(cx, timeout, &seconds, &is_number)) {
      if (cx.pending.IsUndefined()) {
        cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer or float",
                 TypeName(cx, timeout));
      }
      return false;
    }
  }
  const bool given = !timeout.IsUndefined() && seconds != -1;
  if (!block && given) {
    cx.Raise(Exc::kValueError, "can't specify a timeout for a non-blocking call");
    return false;
  }
  if (given && seconds < 0 && !none_is_never) {
    cx.Raise(Exc::kValueError, "timeout value must be a non-negative number");
    return false;
  }
  if (given && seconds > kTimeoutMax) {
    cx.Raise(Exc::kOverflowError, "timeout value is too large");
    return false;
  }
  if (std::isnan(seconds)) {
    cx.Raise(Exc::kValueError, "Invalid value NaN (not a number)");
    return false;
  }
  *out = !block  ? Timeout::Poll()
         : given ? Timeout::After(seconds <= 0 ? 0 : static_cast<int64_t>(std::ceil(seconds * 1e9)))
                 : Timeout::Never();
  return true;
}

Value Answer(Context& cx, Wait wait) {
  switch (wait) {
    case Wait::kDone: return Value::True();
    case Wait::kTimedOut: return Value::False();
    case Wait::kPark: return cx.Park();
  }
  __builtin_unreachable();
}

// ---- Lock

template <typename T>
T& Self(Args args) {
  return *args[0].As<T>();
}

template <typename T>
Value Acquire(Context& cx, Args args) {
  Timeout timeout = Timeout::Never();
  if (!ToTimeout(cx, args.Opt(1), args.Opt(2), false, &timeout)) return Value::Raised();
  return Answer(cx, Self<T>(args).lock.Acquire(In(cx).fiber(), timeout));
}

Value LockRelease(Context& cx, Args args) {
  if (Self<LockObject>(args).lock.Release(In(cx).fiber())) return Value::None();
  return cx.Raise(Exc::kRuntimeError, "release unlocked lock");
}

template <typename T>
Value Locked(Context&, Args args) {
  return Value::Bool(Self<T>(args).lock.locked());
}

template <typename T>
Value Enter(Context& cx, Args args) {
  return Answer(cx, Self<T>(args).lock.Acquire(In(cx).fiber(), Timeout::Never()));
}

Value LockExit(Context& cx, Args args) { return LockRelease(cx, args); }

Value LockNew(Context& cx, Args) { return vm::NewLock(In(cx)); }

std::string Address(Context& cx, Value v) {
  return fmt::format("0x{:012x}", 0x7f0000000000 + IdOf(cx.runtime, v) * 16);
}

Value LockRepr(Context& cx, Args args) {
  return cx.NewString(fmt::format("<{} _thread.lock object at {}>",
                                  Self<LockObject>(args).lock.locked() ? "locked" : "unlocked",
                                  Address(cx, args[0])));
}

template <typename T>
Value AtForkReinit(Context&, Args args) {
  Self<T>(args).lock.Reset();
  return Value::None();
}

constexpr NativeDef kLockMethods[] = {
    {"__new__", LockNew, "cls, /"},
    {"acquire", Acquire<LockObject>, "self, blocking=, timeout="},
    {"acquire_lock", Acquire<LockObject>, "self, blocking=, timeout="},
    {"release", LockRelease, "self, /"},
    {"release_lock", LockRelease, "self, /"},
    {"locked", Locked<LockObject>, "self, /"},
    {"locked_lock", Locked<LockObject>, "self, /"},
    {"__enter__", Enter<LockObject>, "self, /"},
    {"__exit__", LockExit, "self, *args"},
    {"__repr__", LockRepr, "self, /"},
    {"_at_fork_reinit", AtForkReinit<LockObject>, "self, /"},
    {nullptr, nullptr, nullptr},
};

// ---- RLock

Value RLockRelease(Context& cx, Args args) {
  if (Self<RLockObject>(args).lock.Release(In(cx).fiber())) return Value::None();
  return cx.Raise(Exc::kRuntimeError, "cannot release un-acquired lock");
}

// Arguments are those of a subclass's __init__.
Value RLockNew(Context& cx, Args args) {
  auto* const object = static_cast<RLockObject*>(NewInstance(cx, args[0].As<Type>()));
  new (&object->lock) sync::RLock(In(cx).worker().scheduler());
  return Value::Of(object);
}

Value RLockIsOwned(Context& cx, Args args) {
  return Value::Bool(Self<RLockObject>(args).lock.HeldFor(In(cx).fiber()));
}

Value RLockRecursionCount(Context& cx, Args args) {
  return Value::Small(Self<RLockObject>(args).lock.DepthFor(In(cx).fiber()));
}

Value RLockReleaseSave(Context& cx, Args args) {
  sync::RLock& lock = Self<RLockObject>(args).lock;
  if (!lock.HeldFor(In(cx).fiber())) {
    return cx.Raise(Exc::kRuntimeError, "cannot release un-acquired lock");
  }
  return Value::Small(lock.ReleaseSave(In(cx).fiber()));
}

Value RLockAcquireRestore(Context& cx, Args args) {
  const auto depth = static_cast<uint32_t>(args[1].small());
  const Wait wait = Self<RLockObject>(args).lock.AcquireRestore(In(cx).fiber(), depth);
  return wait == Wait::kPark ? cx.Park() : Value::None();
}

Value RLockRepr(Context& cx, Args args) {
  sync::RLock& lock = Self<RLockObject>(args).lock;
  const auto owner = static_cast<uint32_t>(lock.owner());
  return cx.NewString(fmt::format("<{} _thread.RLock object owner={} count={} at {}>",
                                  lock.locked() ? "locked" : "unlocked", owner,
                                  lock.DepthFor(In(cx).fiber()), Address(cx, args[0])));
}

constexpr NativeDef kRLockMethods[] = {
    {"__new__", RLockNew, "cls, *args, **kwargs"},
    {"acquire", Acquire<RLockObject>, "self, blocking=, timeout="},
    {"release", RLockRelease, "self, /"},
    {"locked", Locked<RLockObject>, "self, /"},
    {"_is_owned", RLockIsOwned, "self, /"},
    {"_recursion_count", RLockRecursionCount, "self, /"},
    {"_release_save", RLockReleaseSave, "self, /"},
    {"_acquire_restore", RLockAcquireRestore, "self, depth, /"},
    {"__enter__", Enter<RLockObject>, "self, /"},
    {"__exit__", RLockRelease, "self, *args"},
    {"__repr__", RLockRepr, "self, /"},
    {"_at_fork_reinit", AtForkReinit<RLockObject>, "self, /"},
    {nullptr, nullptr, nullptr},
};

// ---- Condition, Semaphore, Event, Barrier: opaque cores that threading's classes hold. The
// functions take the core first; threading checks the arguments.

template <typename T>
T* NewCore(Context& cx, SyncKind which) {
  auto* const core = cx.heap.New<T>(Kind::kSyncObject);
  core->which = which;
  return core;
}

bool CoreTimeout(Context& cx, Value timeout, Timeout* out) {
  return ToTimeout(cx, Value(), timeout, true, out);
}

Value ConditionNew(Context& cx, Args args) {
  auto* const core = NewCore<ConditionObject>(cx, SyncKind::kCondition);
  core->lock.Store(args[0]);
  sync::Lockable* lock = nullptr;
  if (args[0].Is(Kind::kRLock)) {
    lock = &args[0].As<RLockObject>()->lock;
  } else if (args[0].Is(Kind::kLock)) {
    lock = &args[0].As<LockObject>()->lock;
  } else {
    return cx.Raise(Exc::kTypeError, "a condition needs a Lock or an RLock");
  }
  new (&core->condition) sync::Condition(*lock);
  return Value::Of(core);
}

Value ConditionWait(Context& cx, Args args) {
  sync::Condition& condition = Self<ConditionObject>(args).condition;
  if (!condition.MayWait(In(cx).fiber())) {
    return cx.Raise(Exc::kRuntimeError, "cannot wait on un-acquired lock");
  }
  Timeout timeout = Timeout::Never();
  if (!CoreTimeout(cx, args.Opt(1), &timeout)) return Value::Raised();
  vm::PyFiber& fiber = In(cx).fiber();
  const Wait wait = condition.Wait(fiber, timeout);
  if (wait != Wait::kPark && !fiber.async_exception.IsUndefined()) {
    // What ended the wait had to wait for the lock; it is raised here, not after the caller's try.
    return cx.RaiseObject(std::exchange(fiber.async_exception, Value()));
  }
  return Answer(cx, wait);
}

Value ConditionNotify(Context& cx, Args args) {
  sync::Condition& condition = Self<ConditionObject>(args).condition;
  if (!condition.lock().HeldFor(In(cx).fiber())) {
    return cx.Raise(Exc::kRuntimeError, "cannot notify on un-acquired lock");
  }
  size_t count = SIZE_MAX;
  if (!args[1].IsNone()) {
    int64_t n;
    if (!ToInt64(cx, args[1], &n)) return Value::Raised();
    count = n < 0 ? 0 : static_cast<size_t>(n);
  }
  condition.Notify(In(cx).fiber(), count);
  return Value::None();
}

Value ConditionWaiters(Context&, Args args) {
  return Value::Small(
      static_cast<int64_t>(Self<ConditionObject>(args).condition.Describe().waiters.size()));
}

Value SemaphoreNew(Context& cx, Args args) {
  int64_t value, bound = sync::Semaphore::kUnbounded;
  if (!ToInt64(cx, args[0], &value)) return Value::Raised();
  if (args[1].IsTrue()) bound = value;
  auto* const core = NewCore<SemaphoreObject>(cx, SyncKind::kSemaphore);
  new (&core->semaphore) sync::Semaphore(value, bound);
  return Value::Of(core);
}

Value SemaphoreAcquire(Context& cx, Args args) {
  Timeout timeout = Timeout::Never();
  const Value blocking = args.Opt(1);
  if (blocking.IsFalse()) {
    timeout = Timeout::Poll();
  } else if (!CoreTimeout(cx, args.Opt(2), &timeout)) {
    return Value::Raised();
  }
  return Answer(cx, Self<SemaphoreObject>(args).semaphore.Acquire(In(cx).fiber(), timeout));
}

Value SemaphoreRelease(Context& cx, Args args) {
  int64_t n;
  if (!ToInt64(cx, args[1], &n)) return Value::Raised();
  if (n < 1) return cx.Raise(Exc::kValueError, "n must be one or more");
  if (!Self<SemaphoreObject>(args).semaphore.Release(In(cx).fiber(), n)) {
    return cx.Raise(Exc::kValueError, "Semaphore released too many times");
  }
  return Value::None();
}

Value SemaphoreValue(Context&, Args args) {
  return Value::Small(Self<SemaphoreObject>(args).semaphore.value());
}

Value EventNew(Context& cx, Args) {
  auto* const core = NewCore<EventObject>(cx, SyncKind::kEvent);
  new (&core->event) sync::Event();
  return Value::Of(core);
}
Value EventIsSet(Context&, Args args) {
  return Value::Bool(Self<EventObject>(args).event.is_set());
}
Value EventSet(Context& cx, Args args) {
  Self<EventObject>(args).event.Set(&In(cx).fiber());
  return Value::None();
}
Value EventClear(Context&, Args args) {
  Self<EventObject>(args).event.Clear();
  return Value::None();
}
Value EventWait(Context& cx, Args args) {
  Timeout timeout = Timeout::Never();
  if (!CoreTimeout(cx, args.Opt(1), &timeout)) return Value::Raised();
  return Answer(cx, Self<EventObject>(args).event.Wait(In(cx).fiber(), timeout));
}

Value BarrierNew(Context& cx, Args args) {
  auto* const core = NewCore<BarrierObject>(cx, SyncKind::kBarrier);
  new (&core->barrier) sync::Barrier(static_cast<uint32_t>(args[0].small()), args[1].IsTrue());
  return Value::Of(core);
}

// The index, -1 when the barrier is broken, -2 - index for who must run the action.
Value ArrivalValue(Context& cx, sync::Barrier::Arrival arrival) {
  switch (arrival.outcome) {
    case sync::Barrier::Outcome::kPark: return cx.Park();
    case sync::Barrier::Outcome::kPassed: return Value::Small(arrival.index);
    case sync::Barrier::Outcome::kBroken: return Value::Small(-1);
    case sync::Barrier::Outcome::kRunAction: return Value::Small(-2 - int64_t{arrival.index});
  }
  __builtin_unreachable();
}
Value BarrierArrive(Context& cx, Args args) {
  Timeout timeout = Timeout::Never();
  if (!CoreTimeout(cx, args.Opt(1), &timeout)) return Value::Raised();
  return ArrivalValue(cx, Self<BarrierObject>(args).barrier.Arrive(In(cx).fiber(), timeout));
}
Value BarrierFinish(Context& cx, Args args) {
  return ArrivalValue(
      cx, Self<BarrierObject>(args).barrier.FinishAction(In(cx).fiber(), args[1].IsTrue()));
}
Value BarrierReset(Context& cx, Args args) {
  Self<BarrierObject>(args).barrier.Reset(In(cx).fiber());
  return Value::None();
}
Value BarrierAbort(Context& cx, Args args) {
  Self<BarrierObject>(args).barrier.Abort(In(cx).fiber());
  return Value::None();
}
Value BarrierWaiting(Context&, Args args) {
  return Value::Small(Self<BarrierObject>(args).barrier.waiting());
}
Value BarrierBroken(Context&, Args args) {
  return Value::Bool(Self<BarrierObject>(args).barrier.broken());
}

// ---- threads

// start(callable, args, kwargs, thread or None, daemon) -> handle
Value Start(Context& cx, Args args) {
  Interpreter& in = In(cx);
  vm::ThreadObject* const handle =
      in.program().StartThread(in, args[0], args[1], args[2], args[3], args[4].IsTrue());
  return Value::Of(handle);
}

// start_new_thread(function, args[, kwargs]) -> ident
Value StartNewThread(Context& cx, Args args) {
  if (TypeOf(cx, args[0])->special(Special::kCall).IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "first arg must be callable");
  }
  if (!args[1].Is(Kind::kTuple)) return cx.Raise(Exc::kTypeError, "2nd arg must be a tuple");
  Value kwargs = args.Opt(2);
  if (kwargs.IsUndefined()) {
    kwargs = Value::None();
  } else if (!kwargs.Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "optional 3rd arg must be a dictionary");
  }
  Interpreter& in = In(cx);
  vm::ThreadObject* const handle =
      in.program().StartThread(in, args[0], args[1], kwargs, Value::None(), true);
  return Value::Small(static_cast<int64_t>(handle->ident));
}

Value Exit(Context& cx, Args) { return cx.RaiseWith(Exc::kSystemExit, Value()); }

// interrupt_main(signum=SIGINT): runs the handler in the main thread, if Python has one. The main
// thread raises KeyboardInterrupt at once.
Value InterruptMain(Context& cx, Args args) {
  int64_t number = vm::Program::kSigint;
  if (!args.Opt(0).IsUndefined() && !ToInt64(cx, args[0], &number)) return Value::Raised();
  if (number < 1 || number >= vm::Program::kSignals) {
    return cx.Raise(Exc::kValueError, "signal number out of range");
  }
  Interpreter& in = In(cx);
  if (!in.program().HandlesSignal(static_cast<int>(number))) return Value::None();
  return in.program().SendSignal(in, static_cast<int>(number));
}

Value Join(Context& cx, Args args) {
  Timeout timeout = Timeout::Never();
  if (!CoreTimeout(cx, args.Opt(1), &timeout)) return Value::Raised();
  return Answer(cx, args[0].As<vm::ThreadObject>()->done.Wait(In(cx).fiber(), timeout));
}
Value IsDone(Context&, Args args) {
  return Value::Bool(args[0].As<vm::ThreadObject>()->done.is_set());
}
Value SetDone(Context& cx, Args args) {
  args[0].As<vm::ThreadObject>()->done.Set(&In(cx).fiber());
  return Value::None();
}
Value HandleIdent(Context&, Args args) {
  return Value::Small(static_cast<int64_t>(args[0].As<vm::ThreadObject>()->ident));
}

Value GetIdent(Context& cx, Args) {
  return Value::Small(static_cast<int64_t>(In(cx).fiber().handle->ident));
}
Value GetNativeId(Context& cx, Args) {
  return Value::Small(static_cast<int64_t>(In(cx).fiber().handle->ident));
}

// current(): the threading.Thread of the caller, or None
Value Current(Context& cx, Args) {
  const Value thread = In(cx).fiber().handle->thread.Load();
  return thread.IsUndefined() ? Value::None() : thread;
}
Value SetCurrent(Context& cx, Args args) {
  In(cx).fiber().handle->thread.Publish(args[0]);
  return Value::None();
}
// current_handle(): the handle of the caller
Value CurrentHandle(Context& cx, Args) { return Value::Of(In(cx).fiber().handle); }

Value ThreadLocalsNew(Context& cx, Args) {
  Dict* const dicts = NewDict(cx.heap);
  auto* const core = NewCore<vm::ThreadLocalsObject>(cx, SyncKind::kThreadLocals);
  core->dicts.Store(Value::Of(dicts));
  return Value::Of(core);
}

// locals(core): the caller's attributes, and whether they were made just now
Value ThreadLocals(Context& cx, Args args) {
  vm::PyFiber& fiber = In(cx).fiber();
  auto& core = Self<vm::ThreadLocalsObject>(args);
  const Value key = Value::Small(static_cast<int64_t>(fiber.handle->ident));
  auto* const dicts = core.dicts.Load().As<Dict>();
  Value found;
  if (DictFind(cx, dicts, key, &found) == Find::kFound) {
    return Value::Of(NewTuple(cx.heap, {found, Value::False()}));
  }
  const Value made = Value::Of(NewDict(cx.heap));
  DictStore(cx, dicts, key, made);
  fiber.thread_locals.push_back(&core);
  return Value::Of(NewTuple(cx.heap, {made, Value::True()}));
}

Value Count(Context& cx, Args) {
  return Value::Small(static_cast<int64_t>(In(cx).program().ThreadCount()));
}

// sleep(seconds)
Value Sleep(Context& cx, Args args) {
  Interpreter& in = In(cx);
  double seconds = 0;
  bool is_number = false;
  if (!NumberToDouble(cx, args[0], &seconds, &is_number)) {
    if (!cx.pending.IsUndefined()) return Value::Raised();
    return cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer",
                    TypeName(cx, args[0]));
  }
  if (std::isnan(seconds)) return cx.Raise(Exc::kValueError, "Invalid value NaN (not a number)");
  if (seconds < 0) return cx.Raise(Exc::kValueError, "sleep length must be non-negative");
  if (seconds > kTimeoutMax) {
    return cx.Raise(Exc::kOverflowError, "timestamp out of range for platform time_t");
  }
  if (seconds == 0) return in.Ask(Interpreter::Request::kYieldSlice);
  const auto nanos = static_cast<int64_t>(std::ceil(seconds * 1e9));
  const Wait wait = in.worker().scheduler().Sleep(in.fiber(), Timeout::After(nanos));
  return wait == Wait::kPark ? cx.Park() : Value::None();
}

constexpr NativeDef kFunctions[] = {
    {"allocate_lock", LockNew, ""},
    {"allocate", LockNew, ""},
    {"condition", ConditionNew, "lock, /"},
    {"condition_wait", ConditionWait, "condition, timeout=, /"},
    {"condition_notify", ConditionNotify, "condition, n, /"},
    {"condition_waiters", ConditionWaiters, "condition, /"},
    {"semaphore", SemaphoreNew, "value, bounded, /"},
    {"semaphore_acquire", SemaphoreAcquire, "semaphore, blocking=, timeout=, /"},
    {"semaphore_release", SemaphoreRelease, "semaphore, n, /"},
    {"semaphore_value", SemaphoreValue, "semaphore, /"},
    {"event", EventNew, ""},
    {"event_is_set", EventIsSet, "event, /"},
    {"event_set", EventSet, "event, /"},
    {"event_clear", EventClear, "event, /"},
    {"event_wait", EventWait, "event, timeout=, /"},
    {"barrier", BarrierNew, "parties, has_action, /"},
    {"barrier_arrive", BarrierArrive, "barrier, timeout=, /"},
    {"barrier_finish", BarrierFinish, "barrier, succeeded, /"},
    {"barrier_reset", BarrierReset, "barrier, /"},
    {"barrier_abort", BarrierAbort, "barrier, /"},
    {"barrier_waiting", BarrierWaiting, "barrier, /"},
    {"barrier_broken", BarrierBroken, "barrier, /"},
    {"start", Start, "callable, args, kwargs, thread, daemon, /"},
    {"start_new_thread", StartNewThread, "function, args, kwargs=, /"},
    {"start_new", StartNewThread, "function, args, kwargs=, /"},
    {"exit", Exit, ""},
    {"exit_thread", Exit, ""},
    {"interrupt_main", InterruptMain, "signum=, /"},
    {"join", Join, "handle, timeout=, /"},
    {"is_done", IsDone, "handle, /"},
    {"set_done", SetDone, "handle, /"},
    {"handle_ident", HandleIdent, "handle, /"},
    {"get_ident", GetIdent, ""},
    {"get_native_id", GetNativeId, ""},
    {"current", Current, ""},
    {"set_current", SetCurrent, "thread, /"},
    {"current_handle", CurrentHandle, ""},
    {"thread_locals", ThreadLocalsNew, ""},
    {"locals", ThreadLocals, "core, /"},
    {"_count", Count, ""},
    {"sleep", Sleep, "seconds, /"},
    {nullptr, nullptr, nullptr},
};

void Init(Context& cx, Module* module) {
  AddConstant(cx, module, "LockType", Value::Of(cx.runtime.heap.TypeOfKind(Kind::kLock)));
  AddConstant(cx, module, "lock", Value::Of(cx.runtime.heap.TypeOfKind(Kind::kLock)));
  AddConstant(cx, module, "RLock", Value::Of(cx.runtime.heap.TypeOfKind(Kind::kRLock)));
  AddConstant(cx, module, "error", Value::Of(cx.runtime.exceptions[size_t(Exc::kRuntimeError)]));
  AddConstant(cx, module, "TIMEOUT_MAX", Value::Double(kTimeoutMax));
}

}  // namespace

const ModuleDef kThreadModule = {"_thread", kFunctions, Init};

const TypeDef kLockType = {"lock",  "_thread", Kind::kLock,        kLockMethods,
                           nullptr, kNotBase,  sizeof(LockObject), nullptr};
const TypeDef kRLockType = {"RLock", "_thread", Kind::kRLock,        kRLockMethods,
                            nullptr, 0,         sizeof(RLockObject), nullptr};
const TypeDef kSyncObjectType = {"_sync",
                                 "_thread",
                                 Kind::kSyncObject,
                                 nullptr,
                                 nullptr,
                                 kNotBase | kNoInstances,
                                 sizeof(vm::BarrierObject),
                                 nullptr};
const TypeDef kThreadHandleType = {"_ThreadHandle",
                                   "_thread",
                                   Kind::kThreadHandle,
                                   nullptr,
                                   nullptr,
                                   kNotBase | kNoInstances,
                                   sizeof(vm::ThreadObject),
                                   nullptr};

}  // namespace heddle::lib
