#include "objects/deque.h"

#include <algorithm>

namespace heddle {

namespace {

Slot& At(Deque* deque, uint32_t i) {
  Array* ring = deque->ring.Load();
  return ring->slots()[(deque->head.Load() + i) & (ring->capacity - 1)];
}

void Changed(Deque* deque, uint32_t length) {
  deque->length.Store(length);
  deque->version.Store(deque->version.Load() + 1);
}

// REQUIRES: the lock is held, as in all of these.
void Reserve(heap::Allocator& heap, Deque* deque) {
  Array* ring = deque->ring.Load();
  const uint32_t length = deque->length.Load();
  if (ring != nullptr && length < ring->capacity) return;
  Array* fresh = NewArray(heap, ring == nullptr ? 8 : ring->capacity * 2);
  for (uint32_t i = 0; i < length; ++i) fresh->slots()[i].Store(At(deque, i).Load());
  deque->ring.StoreRelease(fresh);
  deque->head.Store(0);
}

Value TakeLast(Deque* deque) {
  const uint32_t length = deque->length.Load();
  if (length == 0) return Value::Undefined();
  Slot& slot = At(deque, length - 1);
  const Value value = slot.Load();
  slot.Store(Value::Undefined());
  Changed(deque, length - 1);
  return value;
}

Value TakeFirst(Deque* deque) {
  const uint32_t length = deque->length.Load();
  if (length == 0) return Value::Undefined();
  Slot& slot = At(deque, 0);
  const Value value = slot.Load();
  slot.Store(Value::Undefined());
  deque->head.Store((deque->head.Load() + 1) & (deque->ring.Load()->capacity - 1));
  Changed(deque, length - 1);
  return value;
}

void PutLast(heap::Allocator& heap, Deque* deque, Value value) {
  Reserve(heap, deque);
  const uint32_t length = deque->length.Load();
  At(deque, length).Publish(value);
  Changed(deque, length + 1);
}

void PutFirst(heap::Allocator& heap, Deque* deque, Value value) {
  Reserve(heap, deque);
  deque->head.Store((deque->head.Load() - 1) & (deque->ring.Load()->capacity - 1));
  At(deque, 0).Publish(value);
  Changed(deque, deque->length.Load() + 1);
}

bool IsFull(const Deque* deque) {
  const int64_t maxlen = deque->maxlen.Load();
  return maxlen >= 0 && deque->length.Load() >= maxlen;
}

bool Wrap(Deque* deque, int64_t* i) {
  const int64_t length = deque->length.Load();
  if (*i < 0) *i += length;
  return *i >= 0 && *i < length;
}

}  // namespace

Deque* NewDeque(heap::Allocator& heap, int64_t maxlen) {
  auto* deque = heap.New<Deque>(Kind::kDeque);
  deque->maxlen.Store(maxlen);
  return deque;
}

namespace {

void AppendLocked(heap::Allocator& heap, Deque* deque, Value value, bool left) {
  if (deque->maxlen.Load() == 0) return;
  if (left) {
    if (IsFull(deque)) TakeLast(deque);
    PutFirst(heap, deque, value);
  } else {
    if (IsFull(deque)) TakeFirst(deque);
    PutLast(heap, deque, value);
  }
}

void DeleteLocked(Deque* deque, uint32_t i) {
  const uint32_t length = deque->length.Load();
  for (uint32_t at = i; at + 1 < length; ++at) At(deque, at).Store(At(deque, at + 1).Load());
  TakeLast(deque);
}

}  // namespace

void DequeAppend(Context& cx, Deque* deque, Value value) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  AppendLocked(cx.heap, deque, value, false);
}

void DequeAppendLeft(Context& cx, Deque* deque, Value value) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  AppendLocked(cx.heap, deque, value, true);
}

void DequeExtend(Context& cx, Deque* deque, List* items, bool left) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  for (uint32_t i = 0; i < items->length.Load(); ++i) {
    AppendLocked(cx.heap, deque, ListAt(items, i), left);
  }
}

Value DequePop(Context& cx, Deque* deque) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  return TakeLast(deque);
}

Value DequePopLeft(Context& cx, Deque* deque) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  return TakeFirst(deque);
}

Value DequeGet(Context& cx, Deque* deque, int64_t i) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  return Wrap(deque, &i) ? At(deque, static_cast<uint32_t>(i)).Load() : Value::Undefined();
}

bool DequeSet(Context& cx, Deque* deque, int64_t i, Value value) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  if (!Wrap(deque, &i)) return false;
  At(deque, static_cast<uint32_t>(i)).Publish(value);
  return true;
}

bool DequeDelete(Context& cx, Deque* deque, int64_t i) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  if (!Wrap(deque, &i)) return false;
  DeleteLocked(deque, static_cast<uint32_t>(i));
  return true;
}

bool DequeRemoveIdentical(Context& cx, Deque* deque, Value value, uint32_t i) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  const uint32_t length = deque->length.Load();
  if (i >= length || At(deque, i).Load() != value) {
    for (i = 0; i < length && At(deque, i).Load() != value;) ++i;
  }
  if (i == length) return false;
  DeleteLocked(deque, i);
  return true;
}

bool DequeInsert(Context& cx, Deque* deque, int64_t i, Value value) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  if (IsFull(deque)) return false;
  const int64_t length = deque->length.Load();
  if (i < 0) i = std::max<int64_t>(0, i + length);
  const auto to = static_cast<uint32_t>(std::min(i, length));
  PutLast(cx.heap, deque, value);
  for (auto at = static_cast<uint32_t>(length); at > to; --at) {
    At(deque, at).Store(At(deque, at - 1).Load());
  }
  At(deque, to).Publish(value);
  return true;
}

void DequeRotate(Context& cx, Deque* deque, int64_t steps) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  const int64_t length = deque->length.Load();
  if (length < 2) return;
  steps %= length;
  if (steps > length / 2) steps -= length;
  if (steps < -length / 2) steps += length;
  for (; steps > 0; --steps) PutFirst(cx.heap, deque, TakeLast(deque));
  for (; steps < 0; ++steps) PutLast(cx.heap, deque, TakeFirst(deque));
}

void DequeReverse(Context& cx, Deque* deque) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  const uint32_t length = deque->length.Load();
  for (uint32_t i = 0; i < length / 2; ++i) {
    const Value value = At(deque, i).Load();
    At(deque, i).Store(At(deque, length - 1 - i).Load());
    At(deque, length - 1 - i).Store(value);
  }
}

void DequeClear(Context& cx, Deque* deque) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  deque->ring.StoreRelease(nullptr);
  deque->head.Store(0);
  Changed(deque, 0);
}

Array* DequeSnapshot(Context& cx, Deque* deque, uint32_t* count) {
  heap::ObjectLock lock(cx.heap.locking(), deque);
  *count = deque->length.Load();
  if (*count == 0) return nullptr;
  Array* copy = NewArray(cx.heap, *count);
  for (uint32_t i = 0; i < *count; ++i) copy->slots()[i].Store(At(deque, i).Load());
  return copy;
}

void TraceDeque(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(static_cast<Deque*>(object)->ring.Load());
}

}  // namespace heddle
