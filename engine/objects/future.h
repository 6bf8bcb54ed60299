// The objects of asyncio that the interpreter knows: futures, and the tasks whose coroutines it
// resumes. Their classes are completed in Python (engine/lib/py/asyncio/).
//
// A future belongs to a loop, and only the loop's thread works on it; a program that breaks this
// rule sees one state or the other, as with any object. What natives cannot do by themselves
// (callbacks written in Python, debug mode, loops of other classes) they leave to the library.
#pragma once

#include "heap/value.h"
#include "objects/context.h"
#include "objects/deque.h"

namespace heddle {

// contextvars.Context. `values` is a dict that is never changed once it lies here, so that a copy
// of a context shares it; Undefined is an empty one.
struct ContextObject : Object {
  Slot values;
};

enum class FutureState : uint32_t { kPending, kCancelled, kFinished };

struct FutureObject : Object {
  Slot loop;
  Slot ready;      // Deque of the loop: what a native may put into its queue; Undefined: none may
  Slot result;     // also of a task
  Slot exception;  // Undefined: none
  Slot traceback;  // of the exception, when it was set
  // Who is to be told: the first one, and a List of (callback, context) for all when there are
  // more. A task that awaits this future stands for itself.
  Slot callback, callback_context;
  Slot callbacks;
  Slot cancel_message, cancelled_error;
  Slot source_traceback;
  Relaxed<uint32_t> state;       // FutureState
  Relaxed<uint8_t> blocking;     // a task has yielded it and was not told yet
  Relaxed<uint8_t> unretrieved;  // failed, and nobody has looked

  static constexpr size_t kSlots = 11;
  const Slot* first_slot() const { return &loop; }
  FutureState State() const { return static_cast<FutureState>(state.Load()); }
};

struct TaskObject : FutureObject {
  Slot coro;
  Slot context;  // Undefined: an empty one that nobody has asked for
  Slot waits_for;
  Slot name;                       // str, or an int that stands for Task-n
  Slot outer_context, outer_task;  // of the loop, while a step runs
  Relaxed<int64_t> cancel_requests;
  Relaxed<uint8_t> must_cancel;
  Relaxed<uint8_t> destroy_is_silent;

  static constexpr size_t kTaskSlots = 6;
  const Slot* first_task_slot() const { return &coro; }
};

inline bool IsFuture(Value v) { return v.Is(Kind::kFuture) || v.Is(Kind::kTask); }

// Whether `await v` is the interpreter's own business: no subclass has its own __await__.
inline bool IsPlainFuture(Value v) {
  return IsFuture(v) &&
         v.object()->type.Load()->special(Special::kAwait).Is(Kind::kMethodDescriptor);
}

// Adds a callback, or a task that waits. REQUIRES: pending.
void AddFutureCallback(Context& cx, FutureObject* future, Value callback, Value context);
// Takes the callbacks of a future that is done. Tasks are put into their loops' queues; where there
// are others, all are returned as a List of (callback, context) for the library's
// _future_callbacks.
Value TakeFutureCallbacks(Context& cx, FutureObject* future);
// The same without taking them: a new List.
Value FutureCallbackList(Context& cx, FutureObject* future);

}  // namespace heddle
