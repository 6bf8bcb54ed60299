#include "objects/set.h"

#include <algorithm>

#include "objects/compare.h"
#include "objects/dict_table.h"
#include "objects/iterator.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

constexpr uint32_t kMinSlots = 8;
constexpr uint32_t kLinearProbes = 9;

SetTable* NewTable(heap::Allocator& heap, uint32_t slots) {
  auto* table = heap.New<SetTable>(Kind::kSetTable, slots * sizeof(SetEntry));
  table->mask = slots - 1;
  return table;
}

// Calls visit(entry, key) for each slot on the way of the hash, an unused one (key Undefined) last,
// until it returns true; returns the entry it said so for.
template <typename Visit>
SetEntry* Walk(SetTable* table, uint64_t hash, Visit visit) {
  const uint64_t mask = table->mask;
  uint64_t perturb = hash;
  uint64_t i = hash & mask;
  for (;;) {
    SetEntry* entry = table->entries() + i;
    uint64_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
    do {
      const Value key = entry->key.LoadAcquire();
      const uint64_t stored = entry->hash.Load();
      if (key.IsUndefined() && stored == 0) return visit(key) ? entry : nullptr;
      if (stored == hash && !key.IsUndefined() && visit(key)) return entry;
      ++entry;
    } while (probes-- != 0);
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

Find Locate(Context& cx, SetTable* table, Value item, uint64_t hash, SetEntry** entry) {
  Tri answer = Tri::kFalse;
  const bool plain_str = dict_table::IsPlainStr(item);
  *entry = Walk(table, hash, [&](Value stored) {
    if (stored.IsUndefined()) return false;
    if (stored == item) {
      answer = Tri::kTrue;
    } else if (plain_str && dict_table::IsPlainStr(stored)) {
      answer = dict_table::SameText(stored.As<Str>(), item.As<Str>()) ? Tri::kTrue : Tri::kFalse;
    } else if (stored.IsSmall() && item.IsSmall()) {
      answer = Tri::kFalse;
    } else {
      answer = TrySame(cx, stored, item);
    }
    return answer != Tri::kFalse;
  });
  if (*entry == nullptr) return Find::kMissing;
  if (answer == Tri::kTrue) return Find::kFound;
  return answer == Tri::kPython ? Find::kPython : Find::kRaised;
}

// REQUIRES: the item is not there, the table has an unused slot and belongs to this thread.
void InsertNew(SetTable* table, uint64_t hash, Value item) {
  SetEntry* entry = Walk(table, hash, [](Value stored) { return stored.IsUndefined(); });
  entry->hash.Store(hash);
  entry->key.Publish(item);
  table->fill.Store(table->fill.Load() + 1);
}

// InsertNew() for a table that nothing was ever removed from; `fill` is left to the caller.
void InsertClean(SetTable* table, uint64_t hash, Value item) {
  const uint64_t mask = table->mask;
  uint64_t perturb = hash;
  uint64_t i = hash & mask;
  for (;;) {
    SetEntry* entry = table->entries() + i;
    SetEntry* const last = entry + (i + kLinearProbes <= mask ? kLinearProbes : 0);
    do {
      if (!entry->key.Load().IsUndefined()) continue;
      entry->hash.Store(hash);
      entry->key.Publish(item);
      return;
    } while (entry++ != last);
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

uint32_t SlotsFor(uint32_t wanted) {
  uint32_t slots = kMinSlots;
  while (slots <= wanted) slots <<= 1;
  return slots;
}

// A table for more than `wanted` items with those of `from`, as CPython's set_table_resize.
SetTable* Resized(heap::Allocator& heap, SetTable* from, uint32_t wanted) {
  SetTable* table = NewTable(heap, SlotsFor(wanted));
  if (from == nullptr) return table;
  uint32_t fill = 0;
  for (uint64_t i = 0; i <= from->mask; ++i) {
    const SetEntry& entry = from->entries()[i];
    const Value key = entry.key.Load();
    if (key.IsUndefined()) continue;
    InsertClean(table, entry.hash.Load(), key);
    ++fill;
  }
  table->fill.Store(fill);
  return table;
}

void CountChanged(Set* set, int by) {
  set->count.Store(set->count.Load() + static_cast<uint32_t>(by));
  set->version.Store(set->version.Load() + 1);
}

// REQUIRES: the lock is held; the item is not there.
void Add(heap::Allocator& heap, Set* set, uint64_t hash, Value item) {
  SetTable* table = set->table.Load();
  if (table == nullptr) {
    table = NewTable(heap, kMinSlots);
    set->table.StoreRelease(table);
  }
  InsertNew(table, hash, item);
  CountChanged(set, 1);
  if (uint64_t{table->fill.Load()} * 5 < uint64_t{table->mask} * 3) return;
  const uint32_t count = set->count.Load();
  set->table.StoreRelease(Resized(heap, table, count > 50000 ? count * 2 : count * 4));
}

void Erase(Set* set, SetEntry* entry) {
  entry->hash.Store(kRemovedHash);
  entry->key.Store(Value::Undefined());
  CountChanged(set, -1);
}

Find FindOf(Tri hashed) {
  switch (hashed) {
    case Tri::kTrue: return Find::kFound;
    case Tri::kPython: return Find::kPython;
    default: return Find::kRaised;
  }
}

Find HashFor(Context& cx, Value item, uint64_t* hash) {
  if (dict_table::IsPlainStr(item)) {
    *hash = dict_table::HashOfStr(item.As<Str>());
    return Find::kFound;
  }
  if (item.IsSmall()) {
    *hash = dict_table::HashOfSmall(item.small());
    return Find::kFound;
  }
  return FindOf(TryHash(cx, item, hash));
}

// REQUIRES: the caller holds the lock of `set`, or nobody else knows it.
void TakeTable(Set* set, Set* from) {
  set->table.StoreRelease(from->table.Load());
  set->count.Store(from->count.Load());
  set->version.Store(set->version.Load() + 1);
}

// Adds all of `from` to `set`, sized as CPython's set_merge. `set` is private or changes only
// through its lock.
Find Merge(Context& cx, Set* set, Set* from) {
  if (set == from || from->count.Load() == 0) return Find::kFound;
  const SetTable* const before = set->table.LoadAcquire();
  if (before == nullptr || before->fill.Load() == 0) {
    // The order of the copy: what is added one by one may come to lie elsewhere.
    Set* const copy = SetCopy(cx, from, Kind::kSet);
    heap::ObjectLock lock(cx.heap.locking(), set);
    const SetTable* const now = set->table.Load();
    if (now == nullptr || now->fill.Load() == 0) {
      TakeTable(set, copy);
      return Find::kFound;
    }
  }
  {
    heap::ObjectLock lock(cx.heap.locking(), set);
    SetTable* table = set->table.Load();
    SetTable* other = from->table.LoadAcquire();
    const uint32_t added = from->count.Load();
    const uint32_t fill = table == nullptr ? 0 : table->fill.Load();
    const uint32_t mask = table == nullptr ? kMinSlots - 1 : table->mask;
    if (other != nullptr && (uint64_t{fill} + added) * 5 >= uint64_t{mask} * 3) {
      set->table.StoreRelease(Resized(cx.heap, table, (set->count.Load() + added) * 2));
    }
  }
  Value item;
  uint64_t hash = 0;
  for (SetCursor cursor(from); cursor.Next(&item, &hash);) {
    const Find find = SetAddHashed(cx, set, item, hash);
    if (find == Find::kPython || find == Find::kRaised) return find;
  }
  return Find::kFound;
}

Find Intersect(Context& cx, Set* a, Set* b, Set* result) {
  // CPython walks the smaller one, the second if they are equal.
  if (b->count.Load() > a->count.Load()) std::swap(a, b);
  Value item;
  uint64_t hash = 0;
  for (SetCursor cursor(b); cursor.Next(&item, &hash);) {
    const Find find = SetFindHashed(cx, a, item, hash);
    if (find == Find::kMissing) continue;
    if (find != Find::kFound) return find;
    SetAddHashed(cx, result, item, hash);
  }
  return Find::kFound;
}

// Adds to `result` what is in `a` and not in `b`.
Find Subtract(Context& cx, Set* a, Set* b, Set* result) {
  Value item;
  uint64_t hash = 0;
  for (SetCursor cursor(a); cursor.Next(&item, &hash);) {
    const Find find = SetFindHashed(cx, b, item, hash);
    if (find == Find::kFound) continue;
    if (find != Find::kMissing) return find;
    SetAddHashed(cx, result, item, hash);
  }
  return Find::kFound;
}

// CPython takes the items of `a` out of a copy of `b` or puts them in.
Find Toggle(Context& cx, Set* a, Set* result) {
  Value item;
  uint64_t hash = 0;
  for (SetCursor cursor(a); cursor.Next(&item, &hash);) {
    Find find = SetDiscardHashed(cx, result, item, hash);
    if (find == Find::kMissing) find = SetAddHashed(cx, result, item, hash);
    if (find == Find::kPython || find == Find::kRaised) return find;
  }
  return Find::kFound;
}

SetEntry* NthWithHash(SetTable* table, uint64_t hash, uint32_t cursor) {
  if (table == nullptr || cursor == 0) return nullptr;
  return Walk(table, hash, [&](Value key) { return !key.IsUndefined() && --cursor == 0; });
}

}  // namespace

Find SetFindHashed(Context& cx, Set* set, Value item, uint64_t hash) {
  SetTable* table = set->table.LoadAcquire();
  if (table == nullptr) return Find::kMissing;
  SetEntry* entry = nullptr;
  return Locate(cx, table, item, hash, &entry);
}

Find SetFind(Context& cx, Set* set, Value item) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, item, &hash); find != Find::kFound) return find;
  return SetFindHashed(cx, set, item, hash);
}

Find SetAddHashed(Context& cx, Set* set, Value item, uint64_t hash) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  if (SetTable* table = set->table.Load()) {
    SetEntry* entry = nullptr;
    const Find find = Locate(cx, table, item, hash, &entry);
    if (find != Find::kMissing) return find;
  }
  Add(cx.heap, set, hash, item);
  return Find::kMissing;
}

Find SetAdd(Context& cx, Set* set, Value item) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, item, &hash); find != Find::kFound) return find;
  return SetAddHashed(cx, set, item, hash);
}

Find SetDiscardHashed(Context& cx, Set* set, Value item, uint64_t hash) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  SetTable* table = set->table.Load();
  if (table == nullptr) return Find::kMissing;
  SetEntry* entry = nullptr;
  const Find find = Locate(cx, table, item, hash, &entry);
  if (find == Find::kFound) Erase(set, entry);
  return find;
}

Find SetDiscard(Context& cx, Set* set, Value item) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, item, &hash); find != Find::kFound) return find;
  return SetDiscardHashed(cx, set, item, hash);
}

Value SetPop(Context& cx, Set* set) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  SetTable* table = set->table.Load();
  if (table == nullptr || set->count.Load() == 0) return Value::Undefined();
  uint64_t i = set->finger.Load() & table->mask;
  while (table->entries()[i].key.Load().IsUndefined()) i = (i + 1) & table->mask;
  const Value item = table->entries()[i].key.Load();
  Erase(set, table->entries() + i);
  set->finger.Store(static_cast<uint32_t>(i + 1));
  return item;
}

void SetClear(Context& cx, Set* set) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  set->table.StoreRelease(nullptr);
  set->count.Store(0);
  set->version.Store(set->version.Load() + 1);
}

Set* SetCopy(Context& cx, Set* set, Kind kind) {
  auto* copy = cx.heap.New<Set>(kind);
  heap::ObjectLock lock(cx.heap.locking(), set);
  SetTable* table = set->table.Load();
  const uint32_t count = set->count.Load();
  if (count == 0) return copy;
  const uint32_t wanted = uint64_t{count} * 5 >= (kMinSlots - 1) * 3 ? count * 2 : kMinSlots - 1;
  if (table->fill.Load() == count && table->mask + 1 == SlotsFor(wanted)) {
    SetTable* same = NewTable(cx.heap, table->mask + 1);
    for (uint32_t i = 0; i <= table->mask; ++i) {
      same->entries()[i].hash.Store(table->entries()[i].hash.Load());
      same->entries()[i].key.Store(table->entries()[i].key.Load());
    }
    same->fill.Store(count);
    copy->table.Store(same);
  } else {
    copy->table.Store(Resized(cx.heap, table, wanted));
  }
  copy->count.Store(count);
  return copy;
}

void SetTake(Context& cx, Set* set, Set* from) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  TakeTable(set, from);
}

Find SetUpdateFast(Context& cx, Set* set, Value iterable, Value* rest) {
  if (rest != nullptr) *rest = iterable;
  if (IsSet(iterable) && UsesBuiltin(cx, iterable, Special::kIter)) {
    return Merge(cx, set, iterable.As<Set>());
  }
  if (iterable.Is(Kind::kDict) || iterable.Is(Kind::kDictView)) {
    // Its contents at one moment.
    List* items = NewList(cx.heap);
    if (!ListExtendFast(cx, items, iterable)) return Find::kPython;
    iterable = Value::Of(items);
  }
  const bool is_iterator = iterable.Is(Kind::kIterator);
  if (is_iterator && rest == nullptr) return Find::kPython;
  const Value iterator = GetIterFast(cx, iterable);
  if (iterator.IsUndefined()) return Find::kPython;
  auto* it = iterator.As<Iterator>();
  for (;;) {
    const Value item = IteratorTake(cx, it);
    if (item.IsUndefined()) return cx.pending.IsUndefined() ? Find::kFound : Find::kRaised;
    const Find find = SetAdd(cx, set, item);
    if (find == Find::kRaised) return find;
    if (find != Find::kPython) continue;
    if (is_iterator) {
      List* left = NewList(cx.heap);
      ListAppend(cx, left, item);
      ListExtendFast(cx, left, iterator);
      if (!cx.pending.IsUndefined()) return Find::kRaised;
      *rest = Value::Of(left);
    }
    return find;
  }
}

Find SetSubtract(Context& cx, Set* set, Set* other) {
  if (set == other) {
    SetClear(cx, set);
    return Find::kFound;
  }
  Value item;
  uint64_t hash = 0;
  for (SetCursor cursor(other); cursor.Next(&item, &hash);) {
    const Find find = SetDiscardHashed(cx, set, item, hash);
    if (find == Find::kPython || find == Find::kRaised) return find;
  }
  return Find::kFound;
}

Value SetOperate(Context& cx, SetOp op, Set* a, Set* b) {
  const Kind kind = a->kind;
  Set* result = nullptr;
  Find find = Find::kFound;
  switch (op) {
    case SetOp::kUnion:
      result = SetCopy(cx, a, kind);
      find = Merge(cx, result, b);
      break;
    case SetOp::kIntersection:
      result = cx.heap.New<Set>(kind);
      find = Intersect(cx, a, b, result);
      break;
    case SetOp::kDifference:
      // As CPython: what is quicker.
      if ((a->count.Load() >> 2) > b->count.Load()) {
        result = SetCopy(cx, a, kind);
        find = SetSubtract(cx, result, b);
      } else {
        result = cx.heap.New<Set>(kind);
        find = Subtract(cx, a, b, result);
      }
      break;
    case SetOp::kSymmetricDifference:
      result = SetCopy(cx, b, kind);
      find = Toggle(cx, a, result);
      break;
  }
  return find == Find::kFound ? Value::Of(result) : Value::Undefined();
}

Tri SetIsSubset(Context& cx, Set* a, Set* b) {
  if (a->count.Load() > b->count.Load()) return Tri::kFalse;
  Value item;
  uint64_t hash = 0;
  for (SetCursor cursor(a); cursor.Next(&item, &hash);) {
    switch (SetFindHashed(cx, b, item, hash)) {
      case Find::kFound: break;
      case Find::kMissing: return Tri::kFalse;
      case Find::kPython: return Tri::kPython;
      case Find::kRaised: return Tri::kRaised;
    }
  }
  return Tri::kTrue;
}

Tri SetEqual(Context& cx, Set* a, Set* b) {
  if (a->count.Load() != b->count.Load()) return Tri::kFalse;
  return SetIsSubset(cx, a, b);
}

Tri SetHash(Context&, Set* set, uint64_t* hash) {
  if (set->hash_known.LoadAcquire() != 0) {
    *hash = set->cached_hash.Load();
    return Tri::kTrue;
  }
  // CPython's frozenset_hash: independent of the order, well spread.
  uint64_t mixed = 0;
  Value item;
  uint64_t h = 0;
  for (SetCursor cursor(set); cursor.Next(&item, &h);) {
    mixed ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
  }
  mixed ^= (uint64_t{set->count.Load()} + 1) * 1927868237u;
  mixed ^= (mixed >> 11) ^ (mixed >> 25);
  mixed = mixed * 69069u + 907133923u;
  if (mixed == kRemovedHash) mixed = 590923713u;
  set->cached_hash.Store(mixed);
  set->hash_known.StoreRelease(1);
  *hash = mixed;
  return Tri::kTrue;
}

bool SetCursor::Next(Value* item, uint64_t* hash) {
  if (table_ == nullptr) return false;
  while (position_ <= table_->mask) {
    const SetEntry& entry = table_->entries()[position_++];
    *item = entry.key.LoadAcquire();
    if (item->IsUndefined()) continue;
    *hash = entry.hash.Load();
    if (*hash != kRemovedHash) return true;
  }
  return false;
}

Value SetProbe(Context& cx, Set* set, uint32_t version, uint64_t hash, uint32_t cursor) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  if (set->version.Load() != version) return Value::False();
  SetEntry* entry = NthWithHash(set->table.Load(), hash, cursor + 1);
  if (entry == nullptr) return Value::None();
  return Value::Of(NewTuple(cx.heap, {Value::Small(cursor + 1), entry->key.Load()}));
}

bool SetRemoveAt(Context& cx, Set* set, uint32_t version, uint64_t hash, uint32_t cursor) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  if (set->version.Load() != version) return false;
  SetEntry* entry = NthWithHash(set->table.Load(), hash, cursor);
  if (entry == nullptr) return false;
  Erase(set, entry);
  return true;
}

bool SetInsert(Context& cx, Set* set, uint32_t version, uint64_t hash, Value item) {
  heap::ObjectLock lock(cx.heap.locking(), set);
  if (set->version.Load() != version) return false;
  Add(cx.heap, set, hash, item);
  return true;
}

void TraceSet(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(static_cast<Set*>(object)->table.Load());
}

void TraceSetTable(Object* object, size_t, heap::Marker& marker) {
  auto* table = static_cast<SetTable*>(object);
  for (uint64_t i = 0; i <= table->mask; ++i) marker.Visit(table->entries()[i].key);
}

}  // namespace heddle
