// set and frozenset: an open-addressing table with the probe order and the growth of CPython's, so
// that sets of ints iterate in the same order as there.
//
// A slot of a table is unused (hash 0, key Undefined), or belongs to one key for good: a removed
// one keeps hash kRemovedHash and is not used again before the table is rebuilt. So readers take no
// lock: they load the key (acquire), then the hash. Writers hold the set's ObjectLock and store the
// hash before they publish the key.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/context.h"
#include "objects/dict.h"

namespace heddle {

struct SetEntry {
  Relaxed<uint64_t> hash;
  Slot key;
};
inline constexpr uint64_t kRemovedHash = ~uint64_t{0};  // hash() is never -1

struct SetTable : Object {
  uint32_t mask;           // slots - 1; constant
  Relaxed<uint32_t> fill;  // slots that are not unused; guarded by the set's lock

  SetEntry* entries() { return reinterpret_cast<SetEntry*>(this + 1); }
};

struct Set : Object {
  Relaxed<SetTable*> table;  // null: empty
  Relaxed<uint32_t> count;
  Relaxed<uint32_t> version;     // changes whenever an item is added or removed
  Relaxed<uint32_t> finger;      // where pop() goes on
  Relaxed<uint32_t> hash_known;  // frozenset: cached_hash is valid
  Relaxed<uint64_t> cached_hash;
};
static_assert(sizeof(Set) == 48);

inline Set* NewSet(heap::Allocator& heap) { return heap.New<Set>(Kind::kSet); }
inline Set* NewFrozenSet(heap::Allocator& heap) { return heap.New<Set>(Kind::kFrozenSet); }

inline bool IsSet(Value v) { return v.Is(Kind::kSet) || v.Is(Kind::kFrozenSet); }

Find SetFind(Context& cx, Set* set, Value item);
Find SetAdd(Context& cx, Set* set, Value item);      // kFound: was there; kMissing: added
Find SetDiscard(Context& cx, Set* set, Value item);  // kFound: removed; kMissing: was not there
Find SetFindHashed(Context& cx, Set* set, Value item, uint64_t hash);
Find SetAddHashed(Context& cx, Set* set, Value item, uint64_t hash);
Find SetDiscardHashed(Context& cx, Set* set, Value item, uint64_t hash);
Value SetPop(Context& cx, Set* set);  // Undefined when empty
void SetClear(Context& cx, Set* set);
Set* SetCopy(Context& cx, Set* set, Kind kind);

// Takes the items of `other` out of `set`. kPython: what was done stays; doing it again does no
// harm.
Find SetSubtract(Context& cx, Set* set, Set* other);
// Makes `set` hold what `from`, which nobody else uses, holds.
void SetTake(Context& cx, Set* set, Set* from);

// Adds every item of a builtin iterable. kFound: done; kPython: some item or the iterable itself
// needs Python code (what was added stays), `rest` is then what has still to be added; kRaised.
// Without `rest` an iterator is left alone: kPython.
Find SetUpdateFast(Context& cx, Set* set, Value iterable, Value* rest = nullptr);

enum class SetOp : uint8_t { kUnion, kIntersection, kDifference, kSymmetricDifference };
// A new set of a's kind, or Undefined: takes Python code, or cx.pending is set.
Value SetOperate(Context& cx, SetOp op, Set* a, Set* b);
Tri SetIsSubset(Context& cx, Set* a, Set* b);
Tri SetEqual(Context& cx, Set* a, Set* b);
Tri SetHash(Context& cx, Set* set, uint64_t* hash);  // of a frozenset

class SetCursor {
 public:
  explicit SetCursor(Set* set) : table_(set->table.LoadAcquire()) {}
  bool Next(Value* item) {
    uint64_t hash;
    return Next(item, &hash);
  }
  bool Next(Value* item, uint64_t* hash);

 private:
  SetTable* table_;
  uint32_t position_ = 0;
};

// For the _heddle primitives listed in dict.h.
Value SetProbe(Context& cx, Set* set, uint32_t version, uint64_t hash, uint32_t cursor);
bool SetRemoveAt(Context& cx, Set* set, uint32_t version, uint64_t hash, uint32_t cursor);
bool SetInsert(Context& cx, Set* set, uint32_t version, uint64_t hash, Value item);

void TraceSet(Object* object, size_t cell_bytes, heap::Marker& marker);
void TraceSetTable(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
