// list: a length and an Array.
//
// Readers take no lock: they load the length and the storage in any order and check the index
// against the capacity of the very storage they read; a slot found Undefined is out of range. A
// reader that races with an insertion or deletion may see an item twice or not at all, never
// anything that was not in the list. Every writer holds the list's lock as a ListWriter; who must
// decide by more than one item what to write reads first and then writes with ListChangeIf().
//
// Invariants while the lock is free: length <= storage->capacity; slots from length on are
// Undefined. A list without storage is empty. Storage never becomes null again.
#pragma once

#include <cstdint>
#include <span>

#include "heap/heap.h"
#include "heap/object_lock.h"
#include "heap/value.h"
#include "objects/array.h"
#include "objects/context.h"

namespace heddle {

struct Slice;

struct List : Object {
  Relaxed<uint32_t> length;
  Relaxed<uint32_t> version;  // counts the changes while several threads can run
  Relaxed<Array*> storage;
};
static_assert(sizeof(List) == 32);

// The list's lock, for a change.
class ListWriter {
 public:
  ListWriter(const heap::Locking& locking, List* list)
      : lock_(locking, list), list_(locking.enabled ? list : nullptr) {}
  ~ListWriter() {
    // Pairs with the acquire in ListVersion(): who sees the number sees the change.
    if (list_ != nullptr) list_->version.StoreRelease(list_->version.Load() + 1);
  }
  ListWriter(const ListWriter&) = delete;
  ListWriter& operator=(const ListWriter&) = delete;

 private:
  heap::ObjectLock lock_;
  List* list_;
};

inline uint32_t ListVersion(const List* list) { return list->version.LoadAcquire(); }
// Calls change() under the list's lock if nobody has changed the list since it had `version`: what
// was read since then was read at one moment. change() must not take locks nor compare anything.
template <typename Change>
bool ListChangeIf(Context& cx, List* list, uint32_t version, const Change& change) {
  const ListWriter writer(cx.heap.locking(), list);
  if (list->version.Load() != version) return false;
  change();
  return true;
}
// The same for who only reads.
inline bool ListUnchanged(Context& cx, List* list, uint32_t version) {
  heap::ObjectLock lock(cx.heap.locking(), list);
  return list->version.Load() == version;
}

inline List* NewList(heap::Allocator& heap) { return heap.New<List>(Kind::kList); }
List* NewList(heap::Allocator& heap, std::span<const Value> items);
List* NewListWithCapacity(heap::Allocator& heap, uint32_t capacity);

// The item at 0 <= i, without wrapping of negative indices; Undefined when out of range.
inline Value ListAt(List* list, uint64_t i) {
  if (i >= list->length.Load()) return Value::Undefined();
  Array* storage = list->storage.LoadAcquire();
  if (storage == nullptr || i >= storage->capacity) return Value::Undefined();
  return storage->slots()[i].Load();
}

// Item by Python's index rules; Undefined when out of range (nothing is raised).
inline Value ListGet(List* list, int64_t i) {
  if (i < 0) i += list->length.Load();
  return ListAt(list, static_cast<uint64_t>(i));
}

// list[i] = value; false when out of range (nothing is raised).
inline bool ListSet(Context& cx, List* list, int64_t i, Value value) {
  const ListWriter writer(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  if (i < 0) i += length;
  if (static_cast<uint64_t>(i) >= length) return false;
  list->storage.Load()->slots()[i].Publish(value);
  return true;
}

// REQUIRES: the caller holds the list's lock.
void ListAppendGrowing(heap::Allocator& heap, List* list, Value value);

inline void ListAppend(heap::Allocator& heap, List* list, Value value) {
  const ListWriter writer(heap.locking(), list);
  const uint32_t length = list->length.Load();
  Array* storage = list->storage.Load();
  if (storage == nullptr || length >= storage->capacity) [[unlikely]] {
    ListAppendGrowing(heap, list, value);
    return;
  }
  storage->slots()[length].Publish(value);
  list->length.StoreRelease(length + 1);
}
inline void ListAppend(Context& cx, List* list, Value value) { ListAppend(cx.heap, list, value); }

// The last item, taken off; Undefined when the list is empty.
Value ListPopLast(Context& cx, List* list);
// Undefined when out of range.
Value ListPop(Context& cx, List* list, int64_t i);
bool ListDelete(Context& cx, List* list, int64_t i);
void ListInsert(Context& cx, List* list, int64_t i, Value value);  // clamps i as list.insert does
// The same. REQUIRES: the lock is held; i <= length.
void ListInsertLocked(heap::Allocator& heap, List* list, uint32_t i, Value value);
// The last item goes. REQUIRES: the lock is held; the list is not empty.
void ListDropLast(List* list);
// Takes out this very value, which was seen at `i`. False: it is not in the list any more.
bool ListRemoveIdentical(Context& cx, List* list, Value value, uint32_t i);
void ListExtend(Context& cx, List* list, const Slot* items, uint32_t count);
// Appends the items of a list, tuple, set, dict, str, range or native iterator and so on; false
// when `iterable` needs Python code. An exception (an iterator's dict that changed size) is left in
// cx.pending.
bool ListExtendFast(Context& cx, List* list, Value iterable);
void ListReverse(Context& cx, List* list);
void ListClear(Context& cx, List* list);

// The items to read until the next safepoint: the storage itself when nobody else can run, else a
// copy. Null when there are none.
Array* ListReadOnly(Context& cx, List* list, uint32_t* count);
// The items as they are now, in a new Array whose first `*count` slots are valid; consistent (no
// writer is half-way). Null when there are none.
Array* ListSnapshot(Context& cx, List* list, uint32_t* count);

// All items in a new list; `list` is empty then.
List* ListTake(Context& cx, List* list);
// REQUIRES: the lock is held; nobody else uses `items`, whose first `count` slots are filled and
// the others Undefined.
void ListReplaceItems(List* list, Array* items, uint32_t count);

// *result = list[slice], of the items at one moment; otherwise what SliceIndices(slice) says.
Tri ListSlice(Context& cx, List* list, Slice* slice, Value* result);
// The items at one moment, in a list that nobody else knows.
List* ListCopy(Context& cx, List* list);
// list[slice] = items; false with cx.pending set: ValueError "attempt to assign sequence of size
// …". For deletion pass no items and `is_delete`. REQUIRES: SliceIndices(slice) needs no Python
// code.
bool ListAssignSlice(Context& cx, List* list, Slice* slice, std::span<const Slot> items,
                     bool is_delete);
Value ListConcat(Context& cx, List* a, List* b);
Value ListRepeat(Context& cx, List* list, int64_t times);        // may raise MemoryError
bool ListRepeatInPlace(Context& cx, List* list, int64_t times);  // the same

void TraceList(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
