// dict: a hash table that keeps insertion order.
//
// A Dict points to a DictTable: entries (hash, key, value) in insertion order and, when there is
// room for more than kTinyEntries, an index of 8, 16 or 32 bits a slot that says which entry a hash
// leads to. Entries are only ever appended: a deleted one loses key and value and is never used
// again; when the entries are used up, the live ones move to a new table, which is then published.
// So one entry of one table belongs to one key for good, and readers need no lock:
//   writer (holds the ObjectLock): hash, key, value, then (release) `used` and the index slot
//   reader: index slot (acquire) or `used`, then key, then value; Undefined value: just deleted.
//
// Namespaces. A Dict with kNamespace (module globals, class dicts) keeps each value in a Cell,
// which code caches by pointer. A Cell that holds Undefined is a name without a value: not counted,
// not iterated, invisible. Deleting a name empties its cell; setting it again fills the same cell,
// and moves the name to the end. Code that has a cell may overwrite a value in it directly; to give
// a value to an empty cell it must call NamespaceStore, which keeps the count and the order.
//
// Keys with user-defined __hash__ or __eq__ are looked up by the library's Python part with these
// primitives of module _heddle; `cursor` begins at 0, and `version` is what dict_version returned:
//   dict_version(d)                        changes whenever a key is added or removed
//   dict_probe(d, version, hash, cursor)   (next cursor, key, value) of the next entry with this
//                                          hash; None: no more; False: d changed, start again
//   dict_store_at(d, version, hash, cursor, value)  replaces the value of the entry that the probe
//   dict_remove_at(d, version, hash, cursor)        which returned `cursor` found; removes it;
//                                          False: d changed, start again
//   dict_insert(d, version, hash, key, value)       adds a key; False: d changed, start again
// The same for sets: set_version, set_probe (next cursor, key), set_remove_at, set_insert.
#pragma once

#include <cstdint>

#include "heap/heap.h"
#include "heap/object_lock.h"
#include "heap/value.h"
#include "objects/context.h"
#include "objects/function.h"
#include "objects/str.h"

namespace heddle {

struct DictEntry {
  Relaxed<uint64_t> hash;
  Slot key;  // Undefined: deleted
  Slot value;
};

struct DictTable : Object {
  uint32_t capacity;        // entries; constant, as are the next two
  uint32_t index_mask;      // slots of the index - 1; 0: no index (tiny)
  uint32_t index_width;     // bytes of an index slot
  Relaxed<uint32_t> used;   // entries taken, deleted ones included
  Relaxed<uint32_t> first;  // no live entry lies before this one
  Relaxed<uint32_t> end;    // nor at or after this one

  DictEntry* entries() { return reinterpret_cast<DictEntry*>(this + 1); }
  char* index() { return reinterpret_cast<char*>(entries() + capacity); }
};

struct Dict : Object {
  Relaxed<DictTable*> table;  // null: empty
  Relaxed<uint32_t> count;    // keys
  Relaxed<uint32_t> version;  // changes whenever a key is added or removed
};
static_assert(sizeof(Dict) == 32);

inline constexpr uint8_t kNamespace = kUser1;
inline constexpr uint32_t kTinyEntries = 8;

inline Dict* NewDict(heap::Allocator& heap) { return heap.New<Dict>(Kind::kDict); }
Dict* NewDict(heap::Allocator& heap, uint32_t expected_keys);
Dict* NewNamespace(heap::Allocator& heap);

enum class Find : uint8_t { kFound, kMissing, kPython, kRaised };

// `value` is set when the key is found.
Find DictFind(Context& cx, Dict* dict, Value key, Value* value);
// kFound: replaced; kMissing: added.
Find DictStore(Context& cx, Dict* dict, Value key, Value value);
// The value taken out in `old` (may be null).
Find DictRemove(Context& cx, Dict* dict, Value key, Value* old);
// dict.setdefault: `value` is what is there now; kFound: was there before; kMissing: added.
Find DictSetDefault(Context& cx, Dict* dict, Value key, Value fallback, Value* value);

// With the hash known (from TryHash or the library).
Find DictFindHashed(Context& cx, Dict* dict, Value key, uint64_t hash, Value* value);
Find DictStoreHashed(Context& cx, Dict* dict, Value key, uint64_t hash, Value value);

// Lookup by a plain str (not of a subclass): Undefined when it is not there. Never needs Python
// code unless the dict holds keys of other types with the same hash, which it takes for different.
Value DictGetStr(Dict* dict, Str* key);
// By a small int; Undefined when it is not there or Python code is needed to tell (use DictFind).
Value DictGetSmall(Dict* dict, int64_t key);
// Stores under a plain str: as DictStore, but never needs Python code.
void DictSetStr(Context& cx, Dict* dict, Str* key, Value value);
bool DictDeleteStr(Context& cx, Dict* dict, Str* key);

// The cell of a name. `create`: when there is none yet, makes an empty one; else null.
Cell* NamespaceCell(Context& cx, Dict* dict, Str* name, bool create);
void NamespaceStore(Context& cx, Dict* dict, Str* name, Value value);

uint32_t DictLength(Dict* dict);

// Entries in insertion order: `position` begins at 0. False at the end. Meant for one pass without
// a safepoint; other threads may change the dict meanwhile, which the cursor survives: it keeps to
// the table that it began with.
class DictCursor {
 public:
  explicit DictCursor(Dict* dict);
  bool Next(Value* key, Value* value) {
    uint64_t hash;
    return Next(key, value, &hash);
  }
  bool Next(Value* key, Value* value, uint64_t* hash);

 private:
  DictTable* table_;
  uint32_t used_;
  uint32_t position_ = 0;
  bool namespace_;
};

void DictClear(Context& cx, Dict* dict);
Dict* DictCopy(Context& cx, Dict* dict);  // always a plain dict
// Copies every entry of `from`. kPython when some key needs Python code: then nothing was copied,
// or part of it (copying again does no harm).
Find DictUpdate(Context& cx, Dict* dict, Dict* from);
// Takes out the last (or first) entry. False when empty.
bool DictPopItem(Context& cx, Dict* dict, bool last, Value* key, Value* value);
// kFound or as DictFind.
Find DictMoveToEnd(Context& cx, Dict* dict, Value key, bool last);
Tri DictEqual(Context& cx, Dict* a, Dict* b, int depth);

// What d.keys(), d.values() and d.items() return; the type says which.
struct DictView : Object {
  Slot dict;
};
enum class DictPart : uint8_t { kKeys, kValues, kItems };
Value NewDictView(Context& cx, Dict* dict, DictPart part);
DictPart PartOf(Context& cx, const DictView* view);

// For the _heddle primitives above.
Value DictProbe(Context& cx, Dict* dict, uint32_t version, uint64_t hash, uint32_t cursor);
bool DictStoreAt(Context& cx, Dict* dict, uint32_t version, uint64_t hash, uint32_t cursor,
                 Value value);  // Undefined removes
bool DictInsert(Context& cx, Dict* dict, uint32_t version, uint64_t hash, Value key, Value value);

void TraceDict(Object* object, size_t cell_bytes, heap::Marker& marker);
void TraceDictTable(Object* object, size_t cell_bytes, heap::Marker& marker);
void TraceDictView(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle
