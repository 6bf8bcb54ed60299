#include "objects/future.h"

#include "objects/list.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

Value Entry(Context& cx, Value callback, Value context) {
  return Value::Of(NewTuple(cx.heap, {callback, context.IsUndefined() ? Value::None() : context}));
}

bool CanBeQueued(Value callback) {
  return callback.Is(Kind::kTask) && callback.As<TaskObject>()->ready.Load().Is(Kind::kDeque);
}

void Queue(Context& cx, Value task) {
  DequeAppend(cx, task.As<TaskObject>()->ready.Load().As<Deque>(), task);
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
  if (CanBeQueued(callback)) {
    future->callback.Store(Value());
    Queue(cx, callback);
    return Value();
  }
  List* const all = FutureCallbackList(cx, future).As<List>();
  future->callback.Store(Value());
  future->callback_context.Store(Value());
  future->callbacks.Store(Value());
  bool plain = true;
  for (uint32_t i = 0; i < all->length.Load(); ++i) {
    plain = plain && CanBeQueued(ListAt(all, i).As<Tuple>()->Get(0));
  }
  if (!plain) return Value::Of(all);
  for (uint32_t i = 0; i < all->length.Load(); ++i) {
    Queue(cx, ListAt(all, i).As<Tuple>()->Get(0));
  }
  return Value();
}

}  // namespace heddle
