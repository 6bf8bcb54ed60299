// Weak references. The collector clears them, with the world stopped; their callbacks run later, as
// calls that the VM makes at a safepoint.
#pragma once

#include <span>
#include <vector>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/context.h"

namespace heddle {

struct WeakRef : Object {
  Relaxed<Object*> referent;  // null: dead
  Slot callback;              // None or a callable
  Slot hash;                  // of the referent; Undefined: not known
  uint64_t number;            // counts up with every new reference
};

// The WeakRef of `referent` without a callback is one object, as in CPython; others are new.
// Raises TypeError for types that cannot be referred to weakly. `type` is weakref.ref or a
// subclass.
Value NewWeakRef(Context& cx, Type* type, Value referent, Value callback);
// The reference without a callback that there is already, or null.
WeakRef* PlainWeakRef(Context& cx, Value referent);
// All of them in the order of weakref.getweakrefs().
std::vector<WeakRef*> WeakRefsOf(Context& cx, Value referent);
// Deaths of instances of the type matter from now on.
void MarkReferredWeakly(Context& cx, Type* type);
// The referent or None.
Value WeakRefTarget(const WeakRef* ref);

// To be given to Heap::Collect: clears references to the dead, queues callbacks, and forgets the
// dead in the process's side tables (ids, interned strings).
void AfterMarking(Runtime& runtime, std::span<Object*> weak, const heap::Marker& marker);

// To be given to Heap::Collect: these are due to be finalized by Python code.
void OnDying(Runtime& runtime, std::span<Object* const> dying);

// Something died that Python code is to hear of: `finalize` is an object whose __del__ or close()
// is due, or Undefined; `callback` is to be called with the weak reference.
struct Death {
  Value finalize;
  bool is_referred;  // weakly: those references are cleared by the collection after its finalizer
  Value callback, reference;
};
// The caller takes them all, in the order in which they are to be told.
std::vector<Death> TakeDeaths(Runtime& runtime);
bool HaveDeaths(Runtime& runtime);
// How many objects Python code was, is or will be told of, and weak references were cleared.
uint64_t DeathsSeen(Runtime& runtime);

// id(): small, the same in every run, unique among objects that live.
uint64_t IdOf(Runtime& runtime, Value v);

// What the Runtime keeps alive.
void VisitRuntime(Runtime& runtime, heap::Marker& marker);

}  // namespace heddle
