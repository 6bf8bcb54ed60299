// collections.deque: a ring of slots.
//
// Everything but length takes the ObjectLock, readers too: a ring has no order of reading that
// stays right while its ends move.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/object_lock.h"
#include "heap/value.h"
#include "objects/array.h"
#include "objects/context.h"
#include "objects/list.h"

namespace heddle {

struct Deque : Object {
  Relaxed<Array*> ring;    // capacity is a power of two; null: empty
  Relaxed<uint32_t> head;  // slot of the first item
  Relaxed<uint32_t> length;
  Relaxed<uint32_t> version;  // changes with every item that comes or goes
  uint32_t reserved;
  Relaxed<int64_t> maxlen;  // -1: none; set once by __init__
};

Deque* NewDeque(heap::Allocator& heap, int64_t maxlen);

// A full bounded deque drops an item at the other end.
void DequeAppend(Context& cx, Deque* deque, Value value);
void DequeAppendLeft(Context& cx, Deque* deque, Value value);
Value DequePop(Context& cx, Deque* deque);      // Undefined when empty
Value DequePopLeft(Context& cx, Deque* deque);  // the same
// By Python's index rules; Undefined or false when out of range (nothing is raised).
Value DequeGet(Context& cx, Deque* deque, int64_t i);
bool DequeSet(Context& cx, Deque* deque, int64_t i, Value value);
bool DequeDelete(Context& cx, Deque* deque, int64_t i);
// Takes out this very value, which was seen at `i`. False: it is not in the deque any more.
bool DequeRemoveIdentical(Context& cx, Deque* deque, Value value, uint32_t i);
// Appends the items of a list that nobody else changes, in one step.
void DequeExtend(Context& cx, Deque* deque, List* items, bool left);
// False when full: IndexError "deque already at its maximum size".
bool DequeInsert(Context& cx, Deque* deque, int64_t i, Value value);
void DequeRotate(Context& cx, Deque* deque, int64_t steps);
void DequeReverse(Context& cx, Deque* deque);
void DequeClear(Context& cx, Deque* deque);
// The items in order, consistent; null when empty.
Array* DequeSnapshot(Context& cx, Deque* deque, uint32_t* count);

void TraceDeque(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
