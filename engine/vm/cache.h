// Inline caches: what the words behind an instruction hold.
//
// Attribute instructions have two words. The first is self-contained, so one load reads a
// consistent pair: shape id (upper half) and the offset of the slot in an object of that shape, in
// units of 8 bytes (lower half); 0 is empty. The second points to a chain of CacheEntries, or is 0.
// An entry is immutable and lives in the heap (the code object traces its words); a new one is put
// in front of those that a site has, so that a site may see several classes.
#pragma once

#include "heap/object_lock.h"
#include "heap/value.h"
#include "objects/function.h"
#include "objects/type.h"

namespace heddle::vm {

struct CacheEntry : Object {
  enum What : uint32_t {
    kSlot,         // the slot at `offset` of objects of `shape`
    kTransition,   // StoreAttr: adds an attribute; from `shape` to `new_shape` at `offset`
    kMethod,       // value is the function found on the type of an instance
    kClassMethod,  // the same, of a class method: self is `type`
    kClassData,    // cell of the class of an instance
    kClassValue,   // value is the attribute, found on the type of an instance
    kProperty,     // value is the property found on the type of an instance
    // The receiver is `holder`, a class or a module:
    kNamespace,             // cell of its namespace
    kNamespaceValue,        // value is the attribute
    kNamespaceClassMethod,  // value is a function to be called with `holder` first
  };
  static constexpr uint32_t kLongestChain = 6;

  What what;
  uint32_t shape;
  uint32_t version;  // of `type`
  uint32_t new_shape;
  uint32_t offset;  // units of 8 bytes
  uint32_t length;  // of the chain that begins here
  const CacheEntry* next;
  Type* type;
  Object* holder;
  Cell* cell;
  Value value;

  bool HoldsInstance(const Object* object) const {
    return object->type.Load() == type && object->shape.LoadAcquire() == shape &&
           type->version.Load() == version;
  }
  bool Holds(const Object* object) const {
    return object == holder && (type == nullptr || type->version.Load() == version);
  }
};

inline Slot& SlotAt(Object* object, uint32_t offset) {
  return reinterpret_cast<Slot*>(object)[offset];
}

inline const CacheEntry* EntryAt(const Relaxed<uint64_t>& word) {
  return reinterpret_cast<const CacheEntry*>(static_cast<uintptr_t>(word.Load()));
}

// What an entry that is no method and no property says `object` has. Undefined: look again.
inline Value ValueOf(const CacheEntry* entry, Object* object) {
  switch (entry->what) {
    case CacheEntry::kSlot: return SlotAt(object, entry->offset).Load();
    case CacheEntry::kClassData:
    case CacheEntry::kNamespace: return entry->cell->value.Load();
    case CacheEntry::kClassValue:
    case CacheEntry::kNamespaceValue: return entry->value;
    default: return Value();
  }
}

// The entry of the chain that is for the instance, or null.
inline const CacheEntry* FindInChain(const CacheEntry* entry, const Object* object) {
  for (; entry != nullptr; entry = entry->next) {
    switch (entry->what) {
      case CacheEntry::kSlot:
      case CacheEntry::kTransition:
        if (entry->shape == object->shape.LoadAcquire()) return entry;
        break;
      case CacheEntry::kMethod:
      case CacheEntry::kClassMethod:
      case CacheEntry::kClassData:
      case CacheEntry::kClassValue:
      case CacheEntry::kProperty:
        if (entry->HoldsInstance(object)) return entry;
        break;
      case CacheEntry::kNamespace:
      case CacheEntry::kNamespaceValue:
      case CacheEntry::kNamespaceClassMethod:
        if (entry->Holds(object)) return entry;
        break;
    }
  }
  return nullptr;
}

// The transition of `entry`, under the object's lock. False if another thread was faster.
inline bool AddAttribute(const heap::Locking& locking, Object* object, const CacheEntry& entry,
                         Value value) {
  heap::ObjectLock lock(locking, object);
  if (object->shape.Load() != entry.shape) return false;
  SlotAt(object, entry.offset).Publish(value);
  // Pairs with the acquire loads of shape: whoever sees the new shape sees the slot filled.
  object->shape.StoreRelease(entry.new_shape);
  return true;
}

void TraceCacheEntry(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle::vm
