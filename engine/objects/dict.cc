#include "objects/dict.h"

#include <algorithm>

#include "objects/compare.h"
#include "objects/dict_table.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

using dict_table::Append;
using dict_table::FindStr;
using dict_table::HashOfSmall;
using dict_table::HashOfStr;
using dict_table::IsPlainStr;
using dict_table::Locate;
using dict_table::Walk;

bool IsNamespace(const Dict* dict) { return (dict->flags & kNamespace) != 0; }

// The value that an entry stands for: Undefined when it was just deleted or its cell is empty.
Value ValueOf(const Dict* dict, const DictEntry* entry) {
  const Value value = entry->value.LoadAcquire();
  if (!IsNamespace(dict) || value.IsUndefined()) return value;
  return value.As<Cell>()->value.LoadAcquire();
}

void CountChanged(Dict* dict, int by) {
  dict->count.Store(dict->count.Load() + static_cast<uint32_t>(by));
  dict->version.Store(dict->version.Load() + 1);
}

// A table with room for one entry more. REQUIRES: the lock is held.
DictTable* Room(heap::Allocator& heap, Dict* dict) {
  DictTable* table = dict->table.Load();
  if (table != nullptr && table->used.Load() < table->capacity) return table;
  if (table == nullptr) {
    table = dict_table::New(heap, 1);
  } else {
    table = dict_table::Rebuild(heap, table, dict->count.Load() + 1, false);
  }
  dict->table.StoreRelease(table);
  return table;
}

// REQUIRES: the lock is held; the key is not there.
void Add(heap::Allocator& heap, Dict* dict, uint64_t hash, Value key, Value value) {
  if (IsNamespace(dict)) value = Value::Of(NewCell(heap, value));
  Append(Room(heap, dict), hash, key, value);
  CountChanged(dict, 1);
}

// Moves an entry behind all others; returns where it is now. REQUIRES: the lock is held.
void MoveBehind(heap::Allocator& heap, Dict* dict, DictEntry* entry) {
  const Value key = entry->key.Load();
  const Value value = entry->value.Load();
  const uint64_t hash = entry->hash.Load();
  DictTable* table = dict->table.Load();
  if (table->used.Load() == table->capacity) {
    table = Room(heap, dict);
    entry = Walk(table, hash, [&](Value stored) { return stored == key; });
  }
  Append(table, hash, key, value);
  dict_table::Erase(table, entry);
}

// Gives an entry a value. kMissing when it had none: an empty cell.
Find Fill(heap::Allocator& heap, Dict* dict, DictEntry* entry, Value value) {
  if (!IsNamespace(dict)) {
    entry->value.Publish(value);
    return Find::kFound;
  }
  Slot& cell = entry->value.Load().As<Cell>()->value;
  const bool was_empty = cell.Load().IsUndefined();
  cell.Publish(value);
  if (!was_empty) return Find::kFound;
  MoveBehind(heap, dict, entry);
  CountChanged(dict, 1);
  return Find::kMissing;
}

// Takes the value out of an entry; Undefined when it had none. REQUIRES: the lock is held.
Value Remove(Dict* dict, DictEntry* entry) {
  const Value old = ValueOf(dict, entry);
  if (old.IsUndefined()) return old;
  if (IsNamespace(dict)) {
    entry->value.Load().As<Cell>()->value.Store(Value::Undefined());
  } else {
    dict_table::Erase(dict->table.Load(), entry);
  }
  CountChanged(dict, -1);
  return old;
}

Find HashFor(Context& cx, Value key, uint64_t* hash) {
  if (IsPlainStr(key)) {
    *hash = HashOfStr(key.As<Str>());
    return Find::kFound;
  }
  if (key.IsSmall()) {
    *hash = HashOfSmall(key.small());
    return Find::kFound;
  }
  switch (TryHash(cx, key, hash)) {
    case Tri::kTrue: return Find::kFound;
    case Tri::kPython: return Find::kPython;
    default: return Find::kRaised;
  }
}

// The entry that is the `cursor`-th with this hash, or null.
DictEntry* NthWithHash(DictTable* table, uint64_t hash, uint32_t cursor) {
  if (table == nullptr || cursor == 0) return nullptr;
  return Walk(table, hash, [&](Value) { return --cursor == 0; });
}

}  // namespace

Dict* NewDict(heap::Allocator& heap, uint32_t expected_keys) {
  Dict* dict = NewDict(heap);
  if (expected_keys != 0) dict->table.Store(dict_table::New(heap, expected_keys));
  return dict;
}

Dict* NewNamespace(heap::Allocator& heap) {
  Dict* dict = NewDict(heap);
  dict->flags |= kNamespace;
  return dict;
}

Find DictFindHashed(Context& cx, Dict* dict, Value key, uint64_t hash, Value* value) {
  DictTable* table = dict->table.LoadAcquire();
  if (table == nullptr) return Find::kMissing;
  DictEntry* entry = nullptr;
  const Find find = Locate(cx, table, key, hash, &entry);
  if (find != Find::kFound) return find;
  *value = ValueOf(dict, entry);
  return value->IsUndefined() ? Find::kMissing : Find::kFound;
}

Find DictFind(Context& cx, Dict* dict, Value key, Value* value) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, key, &hash); find != Find::kFound) return find;
  return DictFindHashed(cx, dict, key, hash, value);
}

Find DictStoreHashed(Context& cx, Dict* dict, Value key, uint64_t hash, Value value) {
  heap::ObjectLock lock(cx.heap.locking(), dict);
  if (DictTable* table = dict->table.Load()) {
    DictEntry* entry = nullptr;
    const Find find = Locate(cx, table, key, hash, &entry);
    if (find == Find::kFound) return Fill(cx.heap, dict, entry, value);
    if (find != Find::kMissing) return find;
  }
  Add(cx.heap, dict, hash, key, value);
  return Find::kMissing;
}

Find DictStore(Context& cx, Dict* dict, Value key, Value value) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, key, &hash); find != Find::kFound) return find;
  return DictStoreHashed(cx, dict, key, hash, value);
}

Find DictRemove(Context& cx, Dict* dict, Value key, Value* old) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, key, &hash); find != Find::kFound) return find;
  heap::ObjectLock lock(cx.heap.locking(), dict);
  DictTable* table = dict->table.Load();
  if (table == nullptr) return Find::kMissing;
  DictEntry* entry = nullptr;
  if (Find find = Locate(cx, table, key, hash, &entry); find != Find::kFound) return find;
  const Value taken = Remove(dict, entry);
  if (taken.IsUndefined()) return Find::kMissing;
  if (old != nullptr) *old = taken;
  return Find::kFound;
}

Find DictSetDefault(Context& cx, Dict* dict, Value key, Value fallback, Value* value) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, key, &hash); find != Find::kFound) return find;
  heap::ObjectLock lock(cx.heap.locking(), dict);
  if (DictTable* table = dict->table.Load()) {
    DictEntry* entry = nullptr;
    const Find find = Locate(cx, table, key, hash, &entry);
    if (find == Find::kFound) {
      *value = ValueOf(dict, entry);
      if (!value->IsUndefined()) return Find::kFound;
      *value = fallback;
      return Fill(cx.heap, dict, entry, fallback);
    }
    if (find != Find::kMissing) return find;
  }
  Add(cx.heap, dict, hash, key, fallback);
  *value = fallback;
  return Find::kMissing;
}

Value DictGetStr(Dict* dict, Str* key) {
  DictTable* table = dict->table.LoadAcquire();
  if (table == nullptr) return Value::Undefined();
  const DictEntry* entry = FindStr(table, key, HashOfStr(key));
  return entry == nullptr ? Value::Undefined() : ValueOf(dict, entry);
}

Value DictGetSmall(Dict* dict, int64_t key) {
  DictTable* table = dict->table.LoadAcquire();
  if (table == nullptr) return Value::Undefined();
  const Value wanted = Value::Small(key);
  const DictEntry* entry =
      Walk(table, HashOfSmall(key), [&](Value stored) { return stored == wanted; });
  return entry == nullptr ? Value::Undefined() : ValueOf(dict, entry);
}

void DictSetStr(Context& cx, Dict* dict, Str* key, Value value) {
  const uint64_t hash = HashOfStr(key);
  heap::ObjectLock lock(cx.heap.locking(), dict);
  if (DictTable* table = dict->table.Load()) {
    if (DictEntry* entry = FindStr(table, key, hash)) {
      Fill(cx.heap, dict, entry, value);
      return;
    }
  }
  Add(cx.heap, dict, hash, Value::Of(key), value);
}

bool DictDeleteStr(Context& cx, Dict* dict, Str* key) {
  const uint64_t hash = HashOfStr(key);
  heap::ObjectLock lock(cx.heap.locking(), dict);
  DictTable* table = dict->table.Load();
  DictEntry* entry = table == nullptr ? nullptr : FindStr(table, key, hash);
  return entry != nullptr && !Remove(dict, entry).IsUndefined();
}

Cell* NamespaceCell(Context& cx, Dict* dict, Str* name, bool create) {
  const uint64_t hash = HashOfStr(name);
  if (DictTable* table = dict->table.LoadAcquire()) {
    if (DictEntry* entry = FindStr(table, name, hash)) {
      const Value cell = entry->value.LoadAcquire();
      if (!cell.IsUndefined()) return cell.As<Cell>();
    } else if (!create) {
      return nullptr;
    }
  }
  if (!create) return nullptr;
  heap::ObjectLock lock(cx.heap.locking(), dict);
  if (DictTable* table = dict->table.Load()) {
    if (DictEntry* entry = FindStr(table, name, hash)) return entry->value.Load().As<Cell>();
  }
  Cell* cell = NewCell(cx.heap, Value::Undefined());
  Append(Room(cx.heap, dict), hash, Value::Of(name), Value::Of(cell));
  return cell;
}

void NamespaceStore(Context& cx, Dict* dict, Str* name, Value value) {
  DictSetStr(cx, dict, name, value);
}

uint32_t DictLength(Dict* dict) {
  if (!IsNamespace(dict)) return dict->count.Load();
  // Code that stores straight into a cell while another thread empties it would upset the count.
  uint32_t count = 0;
  Value key, value;
  for (DictCursor cursor(dict); cursor.Next(&key, &value);) ++count;
  return count;
}

DictCursor::DictCursor(Dict* dict)
    : table_(dict->table.LoadAcquire()),
      used_(table_ == nullptr ? 0 : table_->used.LoadAcquire()),
      position_(table_ == nullptr ? 0 : table_->first.Load()),
      namespace_(IsNamespace(dict)) {}

bool DictCursor::Next(Value* key, Value* value, uint64_t* hash) {
  while (position_ < used_) {
    DictEntry& entry = table_->entries()[position_++];
    *key = entry.key.LoadAcquire();
    if (key->IsUndefined()) continue;
    *value = entry.value.LoadAcquire();
    if (value->IsUndefined()) continue;
    if (namespace_) *value = value->As<Cell>()->value.LoadAcquire();
    if (value->IsUndefined()) continue;
    *hash = entry.hash.Load();
    return true;
  }
  return false;
}

void DictClear(Context& cx, Dict* dict) {
  heap::ObjectLock lock(cx.heap.locking(), dict);
  DictTable* table = dict->table.Load();
  if (table == nullptr) return;
  if (IsNamespace(dict)) {
    for (uint32_t i = 0; i < table->used.Load(); ++i) {
      const Value cell = table->entries()[i].value.Load();
      if (!cell.IsUndefined()) cell.As<Cell>()->value.Store(Value::Undefined());
    }
  } else {
    dict->table.StoreRelease(nullptr);
  }
  dict->count.Store(0);
  dict->version.Store(dict->version.Load() + 1);
}

Dict* DictCopy(Context& cx, Dict* dict) {
  Dict* copy = NewDict(cx.heap);
  heap::ObjectLock lock(cx.heap.locking(), dict);
  DictTable* table = dict->table.Load();
  if (table == nullptr) return copy;
  const bool compact = table->first.Load() == 0 && table->used.Load() == dict->count.Load();
  if (compact && !IsNamespace(dict)) {
    copy->table.Store(dict_table::Clone(cx.heap, table));
  } else {
    copy->table.Store(dict_table::Rebuild(cx.heap, table, 0, IsNamespace(dict)));
  }
  copy->count.Store(copy->table.Load()->used.Load());
  return copy;
}

Find DictUpdate(Context& cx, Dict* dict, Dict* from) {
  if (dict == from) return Find::kFound;
  if (dict->table.Load() == nullptr && !IsNamespace(dict)) {
    Dict* copy = DictCopy(cx, from);
    heap::ObjectLock lock(cx.heap.locking(), dict);
    if (dict->table.Load() == nullptr) {
      dict->table.StoreRelease(copy->table.Load());
      CountChanged(dict, static_cast<int>(copy->count.Load()));
      return Find::kFound;
    }
  }
  Value key, value;
  uint64_t hash = 0;
  for (DictCursor cursor(from); cursor.Next(&key, &value, &hash);) {
    const Find find = DictStoreHashed(cx, dict, key, hash, value);
    if (find == Find::kPython || find == Find::kRaised) return find;
  }
  return Find::kFound;
}

bool DictPopItem(Context& cx, Dict* dict, bool last, Value* key, Value* value) {
  heap::ObjectLock lock(cx.heap.locking(), dict);
  DictTable* table = dict->table.Load();
  if (table == nullptr) return false;
  const uint32_t first = table->first.Load();
  const uint32_t end = table->end.Load();
  for (uint32_t n = first; n < end; ++n) {
    DictEntry* entry = table->entries() + (last ? end - 1 - (n - first) : n);
    *key = entry->key.Load();
    if (key->IsUndefined()) continue;
    *value = Remove(dict, entry);
    if (value->IsUndefined()) continue;
    if (IsNamespace(dict)) return true;
    // Those passed over are gone for good: the next call need not look at them again.
    const auto at = static_cast<uint32_t>(entry - table->entries());
    if (last) {
      table->end.Store(at);
    } else {
      table->first.Store(at + 1);
    }
    return true;
  }
  return false;
}

Find DictMoveToEnd(Context& cx, Dict* dict, Value key, bool last) {
  uint64_t hash = 0;
  if (Find find = HashFor(cx, key, &hash); find != Find::kFound) return find;
  heap::ObjectLock lock(cx.heap.locking(), dict);
  DictTable* table = dict->table.Load();
  if (table == nullptr) return Find::kMissing;
  DictEntry* entry = nullptr;
  if (Find find = Locate(cx, table, key, hash, &entry); find != Find::kFound) return find;
  if (ValueOf(dict, entry).IsUndefined()) return Find::kMissing;
  if (last && entry + 1 == table->entries() + table->end.Load()) return Find::kFound;
  dict->version.Store(dict->version.Load() + 1);
  if (last) {
    MoveBehind(cx.heap, dict, entry);
    return Find::kFound;
  }
  // Nothing can be put before the first entry: a new table begins with this one.
  DictTable* fresh = dict_table::New(cx.heap, dict->count.Load() + 1);
  Append(fresh, hash, entry->key.Load(), entry->value.Load());
  for (uint32_t i = table->first.Load(); i < table->used.Load(); ++i) {
    const DictEntry& other = table->entries()[i];
    if (&other == entry || other.key.Load().IsUndefined()) continue;
    Append(fresh, other.hash.Load(), other.key.Load(), other.value.Load());
  }
  dict->table.StoreRelease(fresh);
  return Find::kFound;
}

Tri DictEqual(Context& cx, Dict* a, Dict* b, int depth) {
  if (DictLength(a) != DictLength(b)) return Tri::kFalse;
  if (depth > kMaxNesting) return Tri::kPython;
  Value key, value;
  uint64_t hash = 0;
  for (DictCursor cursor(a); cursor.Next(&key, &value, &hash);) {
    Value other;
    switch (DictFindHashed(cx, b, key, hash, &other)) {
      case Find::kFound: break;
      case Find::kMissing: return Tri::kFalse;
      case Find::kPython: return Tri::kPython;
      case Find::kRaised: return Tri::kRaised;
    }
    const Tri same = TrySameAt(cx, value, other, depth + 1);
    if (same != Tri::kTrue) return same;
  }
  return Tri::kTrue;
}

Value NewDictView(Context& cx, Dict* dict, DictPart part) {
  auto* view = cx.heap.New<DictView>(Kind::kDictView);
  view->type.Store(cx.runtime.dict_view_types[size_t(part)]);
  view->dict.Store(Value::Of(dict));
  return Value::Of(view);
}

DictPart PartOf(Context& cx, const DictView* view) {
  const auto& types = cx.runtime.dict_view_types;
  const auto at = std::find(types.begin(), types.end(), view->type.Load());
  return static_cast<DictPart>(at - types.begin());
}

Value DictProbe(Context& cx, Dict* dict, uint32_t version, uint64_t hash, uint32_t cursor) {
  heap::ObjectLock lock(cx.heap.locking(), dict);
  if (dict->version.Load() != version) return Value::False();
  DictTable* table = dict->table.Load();
  for (uint32_t next = cursor + 1;; ++next) {
    DictEntry* entry = NthWithHash(table, hash, next);
    if (entry == nullptr) return Value::None();
    const Value value = ValueOf(dict, entry);
    if (value.IsUndefined()) continue;
    return Value::Of(NewTuple(cx.heap, {Value::Small(next), entry->key.Load(), value}));
  }
}

bool DictStoreAt(Context& cx, Dict* dict, uint32_t version, uint64_t hash, uint32_t cursor,
                 Value value) {
  heap::ObjectLock lock(cx.heap.locking(), dict);
  if (dict->version.Load() != version) return false;
  DictEntry* entry = NthWithHash(dict->table.Load(), hash, cursor);
  if (entry == nullptr) return false;
  if (!value.IsUndefined()) {
    Fill(cx.heap, dict, entry, value);
    return true;
  }
  return !Remove(dict, entry).IsUndefined();
}

bool DictInsert(Context& cx, Dict* dict, uint32_t version, uint64_t hash, Value key, Value value) {
  heap::ObjectLock lock(cx.heap.locking(), dict);
  if (dict->version.Load() != version) return false;
  Add(cx.heap, dict, hash, key, value);
  return true;
}

void TraceDict(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(static_cast<Dict*>(object)->table.Load());
}

void TraceDictTable(Object* object, size_t, heap::Marker& marker) {
  auto* table = static_cast<DictTable*>(object);
  const uint32_t used = table->used.Load();
  for (uint32_t i = table->first.Load(); i < used; ++i) {
    marker.Visit(table->entries()[i].key);
    marker.Visit(table->entries()[i].value);
  }
}

void TraceDictView(Object* object, size_t, heap::Marker& marker) {
  marker.Visit(static_cast<DictView*>(object)->dict);
}

}  // namespace heddle
