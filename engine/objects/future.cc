#include "objects/future.h"

#include "objects/function.h"
#include "objects/list.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

Value Entry(Context& cx, Value callback, Value context) {
  return Value::Of(NewTuple(cx.heap, {callback, context.IsUndefined() ? Value::None() : context}));
}

// A task that waits, or a function in Python, whose call begins a frame.
bool CanBeQueued(const FutureObject* future, Value callback) {
  if (callback.Is(Kind::kTask)) {
    return callback.As<TaskObject>()->ready.Load().Is(Kind::kDeque);
  }
  if (!future->ready.Load().Is(Kind::kDeque)) return false;
  if (callback.Is(Kind::kBoundMethod)) callback = callback.As<BoundMethod>()->function.Load();
  return callback.Is(Kind::kFunction);
}

void Queue(Context& cx, FutureObject* future, Value callback, Value context) {
  if (callback.Is(Kind::kTask)) {
    DequeAppend(cx, callback.As<TaskObject>()->ready.Load().As<Deque>(), callback);
    return;
  }
  if (context.IsUndefined()) context = Value::None();
  Tuple* const entry = NewTuple(cx.heap, {callback, Value::Of(future), context});
  DequeAppend(cx, future->ready.Load().As<Deque>(), Value::Of(entry));
}

}  // namespace

void AddFutureCallback(Context& cx, FutureObject* future, Value callback, Value context) {
  const Value list = future->callbacks.LoadAcquire();
  if (list.Is(Kind::kList)) {
    ListAppend(cx, list.As<List>(), Entry(cx, callback, context));
    return;
  }
  if (future->callback.Load().IsUndefined()) {
    future->callback_context.Publish(context);
    future->callback.Publish(callback);
    return;
  }
  List* const all = FutureCallbackList(cx, future).As<List>();
  ListAppend(cx, all, Entry(cx, callback, context));
  future->callbacks.Publish(Value::Of(all));
  future->callback.Store(Value());
  future->callback_context.Store(Value());
}

Value FutureCallbackList(Context& cx, FutureObject* future) {
  List* const all = NewList(cx.heap);
  const Value callback = future->callback.LoadAcquire();
  if (!callback.IsUndefined()) {
    ListAppend(cx, all, Entry(cx, callback, future->callback_context.Load()));
  }
  const Value list = future->callbacks.LoadAcquire();
  if (list.Is(Kind::kList)) {
    for (uint32_t i = 0; i < list.As<List>()->length.Load(); ++i) {
      const Value entry = ListAt(list.As<List>(), i);
      if (!entry.IsUndefined()) ListAppend(cx, all, entry);
    }
  }
  return Value::Of(all);
}

Value TakeFutureCallbacks(Context& cx, FutureObject* future) {
  const Value callback = future->callback.LoadAcquire();
  if (callback.IsUndefined() && !future->callbacks.LoadAcquire().Is(Kind::kList)) return Value();
  if (CanBeQueued(future, callback)) {
    const Value context = future->callback_context.Load();
    future->callback.Store(Value());
    future->callback_context.Store(Value());
    Queue(cx, future, callback, context);
    return Value();
  }
  List* const all = FutureCallbackList(cx, future).As<List>();
  future->callback.Store(Value());
  future->callback_context.Store(Value());
  future->callbacks.Store(Value());
  bool plain = true;
  for (uint32_t i = 0; i < all->length.Load(); ++i) {
    plain = plain && CanBeQueued(future, ListAt(all, i).As<Tuple>()->Get(0));
  }
  if (!plain) return Value::Of(all);
  for (uint32_t i = 0; i < all->length.Load(); ++i) {
    auto* const entry = ListAt(all, i).As<Tuple>();
    Queue(cx, future, entry->Get(0), entry->Get(1));
  }
  return Value();
}

}  // namespace heddle
