#include "objects/list.h"

#include <algorithm>

#include "objects/compare.h"
#include "objects/dict.h"
#include "objects/iterator.h"
#include "objects/set.h"
#include "objects/slice.h"

namespace heddle {

namespace {

constexpr uint32_t kMaxLength = 0x7fffffff;

uint32_t GrownCapacity(uint32_t wanted) {
  // 4, 8, 12, 18, 27, …: half as much again, so that late readers of old storage are few.
  if (wanted <= 4) return 4;
  return std::min(kMaxLength, wanted + (wanted >> 1) + 2);
}

// Makes room for `wanted` items. REQUIRES: the list's lock is held.
Array* Reserve(heap::Allocator& heap, List* list, uint32_t wanted) {
  Array* old = list->storage.Load();
  if (old != nullptr && old->capacity >= wanted) return old;
  // An empty list that is filled at once is likely to stay as it is then.
  const uint32_t capacity = old == nullptr && wanted > 1 ? wanted : GrownCapacity(wanted);
  Array* fresh = NewArrayUnfilled(heap, capacity);
  const uint32_t length = old == nullptr ? 0 : list->length.Load();
  if (old != nullptr) CopySlots(fresh->slots(), old->slots(), length);
  ClearSlots(fresh->slots() + length, capacity - length);
  list->storage.StoreRelease(fresh);
  return fresh;
}

// Sets the length of a list and empties the slots beyond it. REQUIRES: the lock is held.
void Truncate(List* list, uint32_t length) {
  const uint32_t old = list->length.Load();
  list->length.StoreRelease(length);
  if (old > length) ClearSlots(list->storage.Load()->slots() + length, old - length);
}

Value RemoveAt(List* list, uint32_t i) {
  const uint32_t length = list->length.Load();
  Slot* slots = list->storage.Load()->slots();
  const Value value = slots[i].Load();
  MoveSlots(slots + i, slots + i + 1, length - i - 1);
  Truncate(list, length - 1);
  return value;
}

// REQUIRES: the lock is held; start <= stop <= length.
void ReplaceRun(heap::Allocator& heap, List* list, uint32_t start, uint32_t stop,
                std::span<const Slot> items) {
  const uint32_t length = list->length.Load();
  const auto count = static_cast<uint32_t>(items.size());
  const uint32_t fresh_length = length - (stop - start) + count;
  Array* storage = fresh_length > length ? Reserve(heap, list, fresh_length) : list->storage.Load();
  if (storage == nullptr) return;
  Slot* slots = storage->slots();
  MoveSlots(slots + start + count, slots + stop, length - stop);
  for (uint32_t i = 0; i < count; ++i) slots[start + i].Publish(items[i].Load());
  if (fresh_length < length) {
    Truncate(list, fresh_length);
  } else {
    list->length.StoreRelease(fresh_length);
  }
}

// Removes `count` items start, start + step, …, step > 0. REQUIRES: the lock is held.
void RemoveStepped(List* list, uint32_t start, uint32_t step, uint32_t count) {
  if (count == 0) return;
  const uint32_t length = list->length.Load();
  Slot* slots = list->storage.Load()->slots();
  uint32_t to = start;
  for (uint32_t from = start; from < length; ++from) {
    const uint32_t offset = from - start;
    if (offset % step == 0 && offset / step < count) continue;
    slots[to++].Store(slots[from].Load());
  }
  Truncate(list, to);
}

// Room for so many items more in a list that nobody else knows, if that is worth the while.
void ReserveMore(heap::Allocator& heap, List* list, int64_t more) {
  constexpr int64_t kLeast = 4, kMost = 1 << 16;
  if (more < kLeast || more > kMost) return;
  Reserve(heap, list, list->length.Load() + static_cast<uint32_t>(more));
}

// Appends what a dict, a view of one or a set holds now to a list that nobody else knows. To the
// program this is one step, in which the size cannot change, whatever other threads do. False:
// `source` is something else.
bool ExtendFromTable(Context& cx, List* list, Value source) {
  Value key, value;
  switch (source.object()->kind) {
    case Kind::kSet:
    case Kind::kFrozenSet: {
      heap::ObjectLock lock(cx.heap.locking(), source.object());
      ReserveMore(cx.heap, list, source.As<Set>()->count.Load());
      for (SetCursor cursor(source.As<Set>()); cursor.Next(&key);) ListAppend(cx, list, key);
      return true;
    }
    case Kind::kDict:
    case Kind::kDictView: {
      const bool is_dict = source.Is(Kind::kDict);
      const DictPart part = is_dict ? DictPart::kKeys : PartOf(cx, source.As<DictView>());
      auto* dict = is_dict ? source.As<Dict>() : source.As<DictView>()->dict.Load().As<Dict>();
      heap::ObjectLock lock(cx.heap.locking(), dict);
      ReserveMore(cx.heap, list, dict->count.Load());
      for (DictCursor cursor(dict); cursor.Next(&key, &value);) {
        ListAppend(cx, list,
                   part == DictPart::kKeys     ? key
                   : part == DictPart::kValues ? value
                                               : Value::Of(NewTuple(cx.heap, {key, value})));
      }
      return true;
    }
    default: return false;
  }
}

// The items of an iterable at the end of a list that nobody else knows. False: it takes Python
// code.
bool Collect(Context& cx, List* list, Value iterable) {
  if (iterable.IsObject() && UsesBuiltin(cx, iterable, Special::kIter) &&
      ExtendFromTable(cx, list, iterable)) {
    return true;
  }
  const Value iterator = GetIterFast(cx, iterable);
  if (iterator.IsUndefined()) return false;
  auto* it = iterator.As<Iterator>();
  ReserveMore(cx.heap, list, IteratorLengthHint(cx, it));
  for (Value v = IteratorTake(cx, it); !v.IsUndefined(); v = IteratorTake(cx, it)) {
    ListAppend(cx.heap, list, v);
  }
  return true;
}

}  // namespace

List* NewListWithCapacity(heap::Allocator& heap, uint32_t capacity) {
  List* list = NewList(heap);
  if (capacity != 0) list->storage.Store(NewArray(heap, capacity));
  return list;
}

List* NewList(heap::Allocator& heap, std::span<const Value> items) {
  List* list = NewList(heap);
  const auto count = static_cast<uint32_t>(items.size());
  if (count == 0) return list;
  Array* const storage = NewArrayUnfilled(heap, count);
  Slot* const slots = storage->slots();
  for (uint32_t i = 0; i < count; ++i) slots[i].Store(items[i]);
  list->storage.Store(storage);
  list->length.Store(count);
  return list;
}

void ListAppendGrowing(heap::Allocator& heap, List* list, Value value) {
  const uint32_t length = list->length.Load();
  Reserve(heap, list, length + 1)->slots()[length].Publish(value);
  list->length.StoreRelease(length + 1);
}

Value ListPopLast(Context& cx, List* list) {
  const ListWriter writer(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  if (length == 0) return Value::Undefined();
  const Value value = list->storage.Load()->slots()[length - 1].Load();
  ListDropLast(list);
  return value;
}

void ListDropLast(List* list) {
  const uint32_t length = list->length.Load();
  list->length.StoreRelease(length - 1);
  list->storage.Load()->slots()[length - 1].Store(Value::Undefined());
}

Value ListPop(Context& cx, List* list, int64_t i) {
  const ListWriter writer(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  if (i < 0) i += length;
  if (static_cast<uint64_t>(i) >= length) return Value::Undefined();
  return RemoveAt(list, static_cast<uint32_t>(i));
}

bool ListDelete(Context& cx, List* list, int64_t i) { return !ListPop(cx, list, i).IsUndefined(); }

void ListInsertLocked(heap::Allocator& heap, List* list, uint32_t i, Value value) {
  const uint32_t length = list->length.Load();
  Slot* slots = Reserve(heap, list, length + 1)->slots();
  MoveSlots(slots + i + 1, slots + i, length - i);
  slots[i].Publish(value);
  list->length.StoreRelease(length + 1);
}

void ListInsert(Context& cx, List* list, int64_t i, Value value) {
  const ListWriter writer(cx.heap.locking(), list);
  const int64_t length = list->length.Load();
  if (i < 0) i = std::max<int64_t>(0, i + length);
  ListInsertLocked(cx.heap, list, static_cast<uint32_t>(std::min(i, length)), value);
}

bool ListRemoveIdentical(Context& cx, List* list, Value value, uint32_t i) {
  const ListWriter writer(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  const Slot* slots = list->storage.Load()->slots();
  if (i >= length || slots[i].Load() != value) {
    for (i = 0; i < length && slots[i].Load() != value;) ++i;
  }
  if (i == length) return false;
  RemoveAt(list, i);
  return true;
}

void ListExtend(Context& cx, List* list, const Slot* items, uint32_t count) {
  if (count == 0) return;
  const ListWriter writer(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  // `items` may be what is replaced here: it stays readable.
  Slot* slots = Reserve(cx.heap, list, length + count)->slots() + length;
  for (uint32_t i = 0; i < count; ++i) slots[i].Publish(items[i].Load());
  list->length.StoreRelease(length + count);
}

bool ListExtendFast(Context& cx, List* list, Value iterable) {
  if (UsesBuiltin(cx, iterable, Special::kIter)) {
    if (iterable.Is(Kind::kTuple)) {
      auto* tuple = iterable.As<Tuple>();
      ListExtend(cx, list, tuple->items(), tuple->length);
      return true;
    }
    if (iterable.Is(Kind::kList)) {
      uint32_t count;
      Array* items = ListReadOnly(cx, iterable.As<List>(), &count);
      if (items != nullptr) ListExtend(cx, list, items->slots(), count);
      return true;
    }
  }
  // Others see all of it at once.
  if (!cx.heap.locking().enabled) return Collect(cx, list, iterable);
  List* const collected = NewList(cx.heap);
  if (!Collect(cx, collected, iterable)) return false;
  if (const uint32_t count = collected->length.Load()) {
    ListExtend(cx, list, collected->storage.Load()->slots(), count);
  }
  return true;
}

void ListReverse(Context& cx, List* list) {
  const ListWriter writer(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  if (length < 2) return;
  Slot* slots = list->storage.Load()->slots();
  for (uint32_t i = 0, j = length - 1; i < j; ++i, --j) {
    const Value v = slots[i].Load();
    slots[i].Store(slots[j].Load());
    slots[j].Store(v);
  }
}

void ListClear(Context& cx, List* list) {
  const ListWriter writer(cx.heap.locking(), list);
  if (list->length.Load() == 0) return;
  // Fresh storage instead of emptied slots: cheap, and the old one is collected when large.
  // Nothing fits into it: whether something has been put in can be told (list_touched).
  ListReplaceItems(list, NewArray(cx.heap, 0), 0);
}

Array* ListSnapshot(Context& cx, List* list, uint32_t* count) {
  *count = list->length.Load();
  if (*count == 0) return nullptr;
  heap::ObjectLock lock(cx.heap.locking(), list);
  *count = list->length.Load();
  if (*count == 0) return nullptr;
  Array* copy = NewArrayUnfilled(cx.heap, *count);
  CopySlots(copy->slots(), list->storage.Load()->slots(), *count);
  return copy;
}

Array* ListReadOnly(Context& cx, List* list, uint32_t* count) {
  if (cx.heap.locking().enabled) return ListSnapshot(cx, list, count);
  *count = list->length.Load();
  return *count == 0 ? nullptr : list->storage.Load();
}

List* ListTake(Context& cx, List* list) {
  List* const taken = NewList(cx.heap);
  const ListWriter writer(cx.heap.locking(), list);
  const uint32_t count = list->length.Load();
  if (count == 0) return taken;
  // Copied, as a late reader may still look at the storage.
  taken->storage.Store(NewArrayUnfilled(cx.heap, count));
  CopySlots(taken->storage.Load()->slots(), list->storage.Load()->slots(), count);
  taken->length.Store(count);
  // Nothing fits into it: whether something has been put in can be told (list_touched).
  ListReplaceItems(list, NewArray(cx.heap, 0), 0);
  return taken;
}

void ListReplaceItems(List* list, Array* items, uint32_t count) {
  list->length.StoreRelease(std::min(count, list->length.Load()));
  list->storage.StoreRelease(items);
  list->length.StoreRelease(count);
}

List* ListCopy(Context& cx, List* list) {
  List* const copy = NewList(cx.heap);
  uint32_t count = 0;
  if (Array* const items = ListSnapshot(cx, list, &count)) ListReplaceItems(copy, items, count);
  return copy;
}

Tri ListSlice(Context& cx, List* list, Slice* slice, Value* result) {
  List* const part = NewList(cx.heap);
  *result = Value::Of(part);
  heap::ObjectLock lock(cx.heap.locking(), list);
  SliceRange range;
  const Tri known = SliceIndices(cx, slice, list->length.Load(), &range);
  if (known != Tri::kTrue || range.count == 0) return known;
  const auto count = static_cast<uint32_t>(range.count);
  part->storage.Store(NewArrayUnfilled(cx.heap, count));
  Slot* const to = part->storage.Load()->slots();
  const Slot* const from = list->storage.Load()->slots();
  if (range.step == 1) {
    CopySlots(to, from + range.start, count);
  } else {
    for (uint32_t i = 0; i < count; ++i) to[i].Store(from[range.start + i * range.step].Load());
  }
  part->length.Store(count);
  return Tri::kTrue;
}

bool ListAssignSlice(Context& cx, List* list, Slice* slice, std::span<const Slot> items,
                     bool is_delete) {
  SliceRange range;
  {
    const ListWriter writer(cx.heap.locking(), list);
    if (SliceIndices(cx, slice, list->length.Load(), &range) != Tri::kTrue) return false;
    if (range.step == 1) {
      const int64_t stop = std::max(range.start, range.stop);
      ReplaceRun(cx.heap, list, static_cast<uint32_t>(range.start), static_cast<uint32_t>(stop),
                 items);
      return true;
    }
    if (is_delete) {
      const int64_t first =
          range.step > 0 ? range.start : range.start + (range.count - 1) * range.step;
      RemoveStepped(list, static_cast<uint32_t>(first), static_cast<uint32_t>(std::abs(range.step)),
                    static_cast<uint32_t>(range.count));
      return true;
    }
    if (static_cast<int64_t>(items.size()) == range.count) {
      Slot* slots = range.count == 0 ? nullptr : list->storage.Load()->slots();
      for (int64_t i = 0; i < range.count; ++i) {
        slots[range.start + i * range.step].Publish(items[static_cast<size_t>(i)].Load());
      }
      return true;
    }
  }
  cx.Raise(Exc::kValueError, "attempt to assign sequence of size {} to extended slice of size {}",
           items.size(), range.count);
  return false;
}

Value ListConcat(Context& cx, List* a, List* b) {
  uint32_t a_count = 0, b_count = 0;
  Array* from_a = ListReadOnly(cx, a, &a_count);
  Array* from_b = ListReadOnly(cx, b, &b_count);
  List* result = NewList(cx.heap);
  if (a_count + b_count == 0) return Value::Of(result);
  result->storage.Store(NewArrayUnfilled(cx.heap, a_count + b_count));
  Slot* to = result->storage.Load()->slots();
  if (from_a != nullptr) CopySlots(to, from_a->slots(), a_count);
  if (from_b != nullptr) CopySlots(to + a_count, from_b->slots(), b_count);
  result->length.Store(a_count + b_count);
  return Value::Of(result);
}

Value ListRepeat(Context& cx, List* list, int64_t times) {
  heap::ObjectLock lock(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  if (times <= 0 || length == 0) return Value::Of(NewList(cx.heap));
  if (times > int64_t{kMaxLength} / length) return cx.RaiseWith(Exc::kMemoryError, Value());
  const auto total = static_cast<uint32_t>(times * length);
  Array* storage = NewArrayOrNull(cx.heap, total);
  if (storage == nullptr) return cx.RaiseWith(Exc::kMemoryError, Value());
  const Slot* from = list->storage.Load()->slots();
  if (length == 1) {
    const Value v = from[0].Load();
    for (uint32_t i = 0; i < total; ++i) storage->slots()[i].Store(v);
  } else {
    for (uint32_t at = 0; at < total; at += length) CopySlots(storage->slots() + at, from, length);
  }
  List* result = NewList(cx.heap);
  result->storage.Store(storage);
  result->length.Store(total);
  return Value::Of(result);
}

bool ListRepeatInPlace(Context& cx, List* list, int64_t times) {
  if (times <= 0) {
    ListClear(cx, list);
    return true;
  }
  const Value repeated = ListRepeat(cx, list, times);
  if (repeated.IsUndefined()) return false;
  auto* other = repeated.As<List>();
  if (other->length.Load() == 0) return true;
  const ListWriter writer(cx.heap.locking(), list);
  list->storage.StoreRelease(other->storage.Load());
  list->length.StoreRelease(other->length.Load());
  return true;
}

void TraceList(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(static_cast<List*>(object)->storage.Load());
}

}  // namespace heddle
