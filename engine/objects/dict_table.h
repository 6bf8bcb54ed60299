// The table of a dict: finding and adding entries. Only dict*.cc and the iterators include this.
#pragma once

#include <cstdint>

#include "objects/compare.h"
#include "objects/dict.h"

namespace heddle::dict_table {

inline constexpr uint32_t kNoEntry = 0xffffffff;

// A table with room for at least `entries` entries.
DictTable* New(heap::Allocator& heap, uint32_t entries);
// A table with the live entries of `from` and room for `room` more. With `through_cells` the values
// of cells instead of the cells, without the empty ones.
DictTable* Rebuild(heap::Allocator& heap, DictTable* from, uint32_t room, bool through_cells);
// An exact copy. REQUIRES: the owner's lock is held.
DictTable* Clone(heap::Allocator& heap, DictTable* from);

// REQUIRES: there is room; no entry has this key; the owner's lock is held, or the table is
// private.
void Append(DictTable* table, uint64_t hash, Value key, Value value);

inline void Erase(DictTable* table, DictEntry* entry) {
  entry->value.Store(Value::Undefined());
  entry->key.Store(Value::Undefined());
  const auto at = static_cast<uint32_t>(entry - table->entries());
  if (at == table->first.Load()) table->first.Store(at + 1);
  if (at + 1 == table->end.Load()) table->end.Store(at);
}

// The number of an entry + 1; 0: an empty slot. Acquire: pairs with the release in Append.
inline uint32_t IndexAt(DictTable* table, uint64_t slot) {
  char* index = table->index();
  switch (table->index_width) {
    case 1: return reinterpret_cast<Relaxed<uint8_t>*>(index)[slot].LoadAcquire();
    case 2: return reinterpret_cast<Relaxed<uint16_t>*>(index)[slot].LoadAcquire();
    default: return reinterpret_cast<Relaxed<uint32_t>*>(index)[slot].LoadAcquire();
  }
}

// The order in which the slots for a hash are tried: every slot comes up in the end.
class ProbeSequence {
 public:
  ProbeSequence(uint64_t hash, uint32_t mask) : perturb_(hash), slot_(hash & mask), mask_(mask) {}
  uint64_t slot() const { return slot_; }
  void Advance() {
    perturb_ >>= 5;
    slot_ = (slot_ * 5 + perturb_ + 1) & mask_;
  }

 private:
  uint64_t perturb_;
  uint64_t slot_;
  uint64_t mask_;
};

// Calls visit(entry, key) for each entry with the hash, oldest first, until it returns true.
// Returns the entry or null.
template <typename Visit>
inline DictEntry* Walk(DictTable* table, uint64_t hash, Visit visit) {
  DictEntry* entries = table->entries();
  if (table->index_mask == 0) {
    const uint32_t used = table->used.LoadAcquire();
    for (uint32_t i = 0; i < used; ++i) {
      if (entries[i].hash.Load() != hash) continue;
      const Value key = entries[i].key.LoadAcquire();
      if (!key.IsUndefined() && visit(key)) return entries + i;
    }
    return nullptr;
  }
  for (ProbeSequence probe(hash, table->index_mask);; probe.Advance()) {
    const uint32_t number = IndexAt(table, probe.slot());
    if (number == 0) return nullptr;
    DictEntry* entry = entries + (number - 1);
    if (entry->hash.Load() != hash) continue;
    const Value key = entry->key.LoadAcquire();
    if (!key.IsUndefined() && visit(key)) return entry;
  }
}

inline uint64_t HashOfStr(Str* s) {
  const uint32_t known = s->cached_hash.Load();
  return known != 0 ? known : StrHash(s);
}
inline uint64_t HashOfSmall(int64_t i) { return static_cast<uint64_t>(i == -1 ? -2 : i); }

inline bool IsPlainStr(Value v) { return v.Is(Kind::kStr) && (v.object()->flags & kSubclass) == 0; }

inline bool SameText(Str* a, Str* b) {
  if (a->interned.Load() && b->interned.Load()) return false;  // they would be one object
  return StrEqual(a, b);
}

// By a plain str, taking keys of other types for different.
inline DictEntry* FindStr(DictTable* table, Str* key, uint64_t hash) {
  const Value wanted = Value::Of(key);
  return Walk(table, hash, [&](Value stored) {
    if (stored == wanted) return true;
    return IsPlainStr(stored) && SameText(stored.As<Str>(), key);
  });
}

// By any key. kFound with `entry` set, kMissing or kPython.
Find Locate(Context& cx, DictTable* table, Value key, uint64_t hash, DictEntry** entry);

}  // namespace heddle::dict_table
