#include "vm/sync_objects.h"

#include "vm/interpreter.h"
#include "vm/thread_objects.h"

namespace heddle::vm {

namespace {

void TraceSyncObject(Object* object, size_t, heap::Marker& marker) {
  switch (static_cast<SyncObject*>(object)->which) {
    case SyncKind::kCondition: marker.Visit(static_cast<ConditionObject*>(object)->lock); return;
    case SyncKind::kThreadLocals:
      marker.Visit(static_cast<ThreadLocalsObject*>(object)->dicts);
      return;
    default: return;
  }
}

}  // namespace

void AddSyncKinds(heap::KindTable* table) {
  table->trace[size_t(Kind::kThreadHandle)] = [](Object* object, size_t, heap::Marker& marker) {
    marker.Visit(static_cast<ThreadObject*>(object)->thread);
  };
  table->trace[size_t(Kind::kSyncObject)] = TraceSyncObject;
}

Value NewLock(Interpreter& in) {
  auto* const object = in.heap.New<LockObject>(Kind::kLock);
  new (&object->lock) sync::Lock(in.worker().scheduler());
  return Value::Of(object);
}

Value NewRLock(Interpreter& in) {
  auto* const object = in.heap.New<RLockObject>(Kind::kRLock);
  new (&object->lock) sync::RLock(in.worker().scheduler());
  return Value::Of(object);
}

Value AcquireLock(Interpreter& in, Value lock) {
  const sched::Wait answer =
      lock.object()->kind == Kind::kLock
          ? lock.As<LockObject>()->lock.Acquire(in.fiber(), sched::Timeout::Never())
          : lock.As<RLockObject>()->lock.Acquire(in.fiber(), sched::Timeout::Never());
  return answer == sched::Wait::kPark ? Value::Park() : Value::True();
}

Value ReleaseLock(Interpreter& in, Value lock) {
  if (lock.object()->kind == Kind::kLock) {
    if (!lock.As<LockObject>()->lock.Release(in.fiber())) {
      return in.Raise(Exc::kRuntimeError, "release unlocked lock");
    }
  } else if (!lock.As<RLockObject>()->lock.Release(in.fiber())) {
    return in.Raise(Exc::kRuntimeError, "cannot release un-acquired lock");
  }
  return Value::None();
}

}  // namespace heddle::vm
