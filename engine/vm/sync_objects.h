// The primitives of threading as Python objects: each holds one of sync/ inside.
//
// They live in the collected heap and are never moved; a primitive that fibers wait for is reached
// from their frames, so it is never freed with a waiter in its queue. None owns memory outside.
#pragma once

#include <new>

#include "heap/heap.h"
#include "objects/context.h"
#include "sync/barrier.h"
#include "sync/condition.h"
#include "sync/event.h"
#include "sync/lock.h"
#include "sync/semaphore.h"

namespace heddle::vm {

class Interpreter;

struct LockObject : Object {
  sync::Lock lock;
};
struct RLockObject : Object {
  sync::RLock lock;
};

// Kind::kSyncObject: one of the others; the first field behind the header says which.
enum class SyncKind : uint32_t { kCondition, kSemaphore, kEvent, kBarrier, kThreadLocals };
struct SyncObject : Object {
  SyncKind which;
};
struct ConditionObject : SyncObject {
  Slot lock;  // the LockObject or RLockObject
  sync::Condition condition;
};
struct SemaphoreObject : SyncObject {
  sync::Semaphore semaphore;
};
struct EventObject : SyncObject {
  sync::Event event;
};
struct BarrierObject : SyncObject {
  sync::Barrier barrier;
};
// What a threading.local holds. A thread that ends takes its entry out (PyFiber::thread_locals).
struct ThreadLocalsObject : SyncObject {
  Slot dicts;  // Dict: ident of a thread → the dict of its attributes
};

inline bool IsLock(Value v) {
  return v.IsObject() && (v.object()->kind == Kind::kLock || v.object()->kind == Kind::kRLock) &&
         (v.object()->flags & kSubclass) == 0;
}

Value NewLock(Interpreter& in);
Value NewRLock(Interpreter& in);

// `with lock:` in one step: True, or Park(), or Raised().
Value AcquireLock(Interpreter& in, Value lock);
// None, or Raised() with CPython's RuntimeError.
Value ReleaseLock(Interpreter& in, Value lock);

void AddSyncKinds(heap::KindTable* table);

}  // namespace heddle::vm
