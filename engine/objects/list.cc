#include "objects/list.h"

#include <algorithm>

#include "objects/compare.h"
#include "objects/dict.h"
#include "objects/iterator.h"
#include "objects/set.h"

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
                std::span<const Value> items) {
  const uint32_t length = list->length.Load();
  const auto count = static_cast<uint32_t>(items.size());
  const uint32_t fresh_length = length - (stop - start) + count;
  Array* storage = fresh_length > length ? Reserve(heap, list, fresh_length) : list->storage.Load();
  if (storage == nullptr) return;
  Slot* slots = storage->slots();
  MoveSlots(slots + start + count, slots + stop, length - stop);
  for (uint32_t i = 0; i < count; ++i) slots[start + i].Publish(items[i]);
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

// Appends what a dict, a view of one or a set holds now. To the program this is one step, in which
// the size cannot change, whatever other threads do. False: `source` is something else.
bool ExtendFromTable(Context& cx, List* list, Value source) {
  Value key, value;
  switch (source.object()->kind) {
    case Kind::kSet:
    case Kind::kFrozenSet:
      for (SetCursor cursor(source.As<Set>()); cursor.Next(&key);) ListAppend(cx, list, key);
      return true;
    case Kind::kDict:
      for (DictCursor cursor(source.As<Dict>()); cursor.Next(&key, &value);) {
        ListAppend(cx, list, key);
      }
      return true;
    case Kind::kDictView: {
      const DictPart part = PartOf(cx, source.As<DictView>());
      DictCursor cursor(source.As<DictView>()->dict.Load().As<Dict>());
      while (cursor.Next(&key, &value)) {
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
  heap::ObjectLock lock(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  if (length == 0) return Value::Undefined();
  Slot& slot = list->storage.Load()->slots()[length - 1];
  const Value value = slot.Load();
  list->length.StoreRelease(length - 1);
  slot.Store(Value::Undefined());
  return value;
}

Value ListPop(Context& cx, List* list, int64_t i) {
  heap::ObjectLock lock(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  if (i < 0) i += length;
  if (static_cast<uint64_t>(i) >= length) return Value::Undefined();
  return RemoveAt(list, static_cast<uint32_t>(i));
}

bool ListDelete(Context& cx, List* list, int64_t i) { return !ListPop(cx, list, i).IsUndefined(); }

void ListInsert(Context& cx, List* list, int64_t i, Value value) {
  heap::ObjectLock lock(cx.heap.locking(), list);
  const int64_t length = list->length.Load();
  if (i < 0) i = std::max<int64_t>(0, i + length);
  const auto at = static_cast<uint32_t>(std::min(i, length));
  Slot* slots = Reserve(cx.heap, list, static_cast<uint32_t>(length) + 1)->slots();
  MoveSlots(slots + at + 1, slots + at, static_cast<size_t>(length) - at);
  slots[at].Publish(value);
  list->length.StoreRelease(static_cast<uint32_t>(length) + 1);
}

void ListExtend(Context& cx, List* list, std::span<const Value> items) {
  if (items.empty()) return;
  heap::ObjectLock lock(cx.heap.locking(), list);
  const uint32_t length = list->length.Load();
  const auto count = static_cast<uint32_t>(items.size());
  Slot* slots = Reserve(cx.heap, list, length + count)->slots() + length;
  for (uint32_t i = 0; i < count; ++i) slots[i].Publish(items[i]);
  list->length.StoreRelease(length + count);
}

bool ListExtendFast(Context& cx, List* list, Value iterable) {
  const bool plain_iter = UsesBuiltin(cx, iterable, Special::kIter);
  if (plain_iter && (iterable.Is(Kind::kList) || iterable.Is(Kind::kTuple))) {
    const Slot* from = nullptr;
    uint32_t count = 0;
    if (iterable.Is(Kind::kTuple)) {
      from = iterable.As<Tuple>()->items();
      count = iterable.As<Tuple>()->length;
    } else if (Array* items = ListReadOnly(cx, iterable.As<List>(), &count)) {
      from = items->slots();
    }
    if (count == 0) return true;
    heap::ObjectLock lock(cx.heap.locking(), list);
    const uint32_t length = list->length.Load();
    // `from` may be what is replaced here: it stays readable.
    CopySlots(Reserve(cx.heap, list, length + count)->slots() + length, from, count);
    list->length.StoreRelease(length + count);
    return true;
  }
  if (plain_iter && iterable.IsObject() && ExtendFromTable(cx, list, iterable)) return true;
  const Value iterator = GetIterFast(cx, iterable);
  if (iterator.IsUndefined()) return false;
  auto* it = iterator.As<Iterator>();
  for (Value v = IteratorNext(cx, it); !v.IsUndefined(); v = IteratorNext(cx, it)) {
    ListAppend(cx.heap, list, v);
  }
  return true;
}

void ListReverse(Context& cx, List* list) {
  heap::ObjectLock lock(cx.heap.locking(), list);
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
  heap::ObjectLock lock(cx.heap.locking(), list);
  if (list->length.Load() == 0) return;
  // Fresh storage instead of emptied slots: cheap, and the old one is collected when large.
  list->length.StoreRelease(0);
  list->storage.StoreRelease(NewArray(cx.heap, 4));
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

Array* ListTake(Context& cx, List* list, uint32_t* count) {
  heap::ObjectLock lock(cx.heap.locking(), list);
  *count = list->length.Load();
  if (*count == 0) return nullptr;
  // Copied, as a late reader may still look at the storage, which must not change under the sort.
  Array* items = NewArray(cx.heap, *count);
  CopySlots(items->slots(), list->storage.Load()->slots(), *count);
  list->length.StoreRelease(0);
  list->storage.StoreRelease(NewArray(cx.heap, 4));
  return items;
}

bool ListGiveBack(Context& cx, List* list, Array* items, uint32_t count) {
  heap::ObjectLock lock(cx.heap.locking(), list);
  const bool undisturbed = list->length.Load() == 0;
  if (items != nullptr) list->storage.StoreRelease(items);
  if (items != nullptr || !undisturbed) list->length.StoreRelease(count);
  return undisturbed;
}

Value ListSlice(Context& cx, List* list, int64_t start, int64_t step, int64_t count) {
  List* result = NewList(cx.heap);
  if (count == 0) return Value::Of(result);
  heap::ObjectLock lock(cx.heap.locking(), list);
  const int64_t length = list->length.Load();
  result->storage.Store(NewArrayUnfilled(cx.heap, static_cast<uint32_t>(count)));
  Slot* to = result->storage.Load()->slots();
  const Slot* from = list->storage.Load()->slots();
  if (step == 1) {
    const auto copied = static_cast<uint32_t>(std::clamp<int64_t>(length - start, 0, count));
    CopySlots(to, from + start, copied);
    ClearSlots(to + copied, static_cast<size_t>(count) - copied);
    result->length.Store(copied);
    return Value::Of(result);
  }
  uint32_t copied = 0;
  for (int64_t i = 0; i < count; ++i) {
    const int64_t at = start + i * step;
    if (at >= length) continue;  // the list has become shorter since the indices were computed
    to[copied++].Store(from[at].Load());
  }
  ClearSlots(to + copied, static_cast<size_t>(count) - copied);
  result->length.Store(copied);
  return Value::Of(result);
}

bool ListAssignSlice(Context& cx, List* list, int64_t start, int64_t stop, int64_t step,
                     std::span<const Value> items, bool is_delete) {
  int64_t wanted = -1;
  {
    heap::ObjectLock lock(cx.heap.locking(), list);
    const int64_t length = list->length.Load();
    if (step == 1) {
      start = std::clamp<int64_t>(start, 0, length);
      stop = std::clamp<int64_t>(stop, start, length);
      ReplaceRun(cx.heap, list, static_cast<uint32_t>(start), static_cast<uint32_t>(stop), items);
      return true;
    }
    int64_t count = step > 0 ? (stop > start ? (stop - start - 1) / step + 1 : 0)
                             : (start > stop ? (start - stop - 1) / -step + 1 : 0);
    while (count > 0 && std::max(start, start + (count - 1) * step) >= length) {
      // The list has become shorter since the indices were computed.
      if (step < 0) start += step;
      --count;
    }
    if (is_delete) {
      if (step < 0 && count > 0) start += (count - 1) * step;
      RemoveStepped(list, static_cast<uint32_t>(start), static_cast<uint32_t>(std::abs(step)),
                    static_cast<uint32_t>(count));
      return true;
    }
    if (static_cast<int64_t>(items.size()) == count) {
      for (int64_t i = 0; i < count; ++i) {
        list->storage.Load()->slots()[start + i * step].Publish(items[static_cast<size_t>(i)]);
      }
      return true;
    }
    wanted = count;
  }
  cx.Raise(Exc::kValueError, "attempt to assign sequence of size {} to extended slice of size {}",
           items.size(), wanted);
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
  heap::ObjectLock lock(cx.heap.locking(), list);
  list->storage.StoreRelease(other->storage.Load());
  list->length.StoreRelease(other->length.Load());
  return true;
}

void TraceList(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(static_cast<List*>(object)->storage.Load());
}

}  // namespace heddle
