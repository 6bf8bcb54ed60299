// Types (classes) and the shapes of their instances.
//
// Attribute storage of an instance: `slot_count` slots inline behind the base layout. Its shape
// says which attribute lies in which slot; adding an attribute moves the instance to the next shape
// (a transition), deleting one or running out of slots moves it to dict mode: slot 0 holds a Dict
// with all attributes, which is also what `__dict__` shows. Slots never move, so a store to one
// attribute is never lost to a thread that adds another. An instance enters dict mode with the
// world stopped; all else needs its object lock only for adding.
//
// Reading order: shape (acquire), then slot. A slot that is still Undefined was being added: the
// reader takes the slow path, which takes the lock.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/str.h"

namespace heddle {

struct Context;
struct Dict;
struct ShapeTable;
struct Tuple;
struct TypeDef;

enum class Special : uint8_t {
#define SPECIAL(name, text) k##name,
#include "objects/specials.def"
#undef SPECIAL
  kCount,
};

enum TypeFlags : uint32_t {
  kHeapType = 1,            // made by a class statement or type(): mutable
  kCustomGetAttribute = 2,  // __getattribute__ is not the builtin one
  kCustomSetAttr = 4,       // __setattr__ or __delattr__ is not the builtin one
  kHasGetAttr = 8,          // has __getattr__
  kHasDict = 16,            // instances take arbitrary attributes
  kNotBase = 32,            // cannot be subclassed
  kAbstract = 64,           // has abstract methods
  kExceptionType = 128,
  kMetatype = 256,          // a subclass of type
  kDefaultNew = 512,        // __new__ is object's: an instance is just allocated
  kDefaultInit = 1024,      // __init__ is object's, or BaseException's: does no more than __new__
  kIdentityEq = 2048,       // neither __eq__ nor __hash__ is overridden: compares by identity
  kNoInstances = 4096,      // cannot create 'X' instances
  kHasFinalizer = 8192,     // has __del__
  kReferredWeakly = 16384,  // the program has made a weak reference to an instance
};

// The layout of instances: attribute names in slot order. Immutable but for its transitions.
struct Shape : Object {
  uint32_t id;     // never 0, never used twice in a process
  uint32_t count;  // attributes
  Type* owner;
  Slot keys;           // Array of interned Str, at least `count` long
  Slot transitions;    // Array of Shapes that add one attribute (append under owner's lock)
  uint32_t dict_mode;  // 1: slot 0 holds the Dict
  uint32_t capacity;   // attribute slots of the instances that have this shape
  Slot older;          // of a root shape: the root shape before it, or Undefined
};

struct Type : Object {
  Slot name, qualname;        // str
  Slot dict;                  // Dict, values in cells
  Slot bases, mro;            // tuples
  Slot subclasses;            // Array of WeakRef, some of them dead; written under the types' lock
  Relaxed<Type*> base;        // the "solid" base: whose layout this one extends
  Relaxed<uint32_t> version;  // changes when a lookup on this type may change its result
  Relaxed<uint32_t> flags_;   // TypeFlags
  Kind instance_kind;
  uint16_t slots_offset;  // bytes from the start of an instance to its first attribute slot;
                          // 0: of a kind with variable size (see objects/shape.h)
  uint16_t basic_bytes;   // size of the builtin layout; __slots__ lie from here to slots_offset
  Relaxed<uint16_t> slot_capacity;  // slots that a new instance gets
  Slot root_shape;                  // Shape of an instance without attributes; Undefined if none
  Slot dict_shape;                  // Shape of an instance in dict mode
  const TypeDef* def;               // of a builtin type, else null
  ShapeTable* shapes;               // the process's
  // What a lookup of the special method along the MRO finds, or Undefined.
  std::array<Slot, size_t(Special::kCount)> specials;

  bool Has(TypeFlags flag) const { return (flags_.Load() & flag) != 0; }
  Value special(Special s) const { return specials[size_t(s)].Load(); }
};

inline Slot* SlotsOf(Object* object, const Type* type) {
  return reinterpret_cast<Slot*>(reinterpret_cast<char*>(object) + type->slots_offset);
}

// The type of any value, immediates included.
Type* TypeOf(Context& cx, Value v);

// The first value of `name` along the MRO, or Undefined. `name` must be interned.
Value LookupInMro(const Type* type, Str* name);

// A subtype of B or B itself, by the MRO (no __subclasscheck__).
bool IsSubtype(const Type* type, const Type* base);

// Creates a class as type.__new__ does once metaclass and namespace are known, apart from calling
// __set_name__ and __init_subclass__ (the library's Python part does). Raises TypeError for
// conflicting bases and the like. `ns` is copied.
Value NewHeapType(Context& cx, Type* metatype, Str* name, Tuple* bases, Dict* ns);

// Sets or (Undefined) deletes an attribute of a heap type, and keeps specials, flags and versions
// of it and its subclasses up to date.
bool SetTypeAttribute(Context& cx, Type* type, Str* name, Value value);

// A new instance without attributes. REQUIRES: instances of the type are laid out as its
// instance_kind says with a fixed size.
Object* NewInstance(Context& cx, Type* type);

// Instance attributes, without descriptors or the class. Undefined: absent.
Value GetInstanceAttribute(Context& cx, Object* object, Str* name);
bool SetInstanceAttribute(Context& cx, Object* object, Str* name, Value value);
bool DeleteInstanceAttribute(Context& cx, Object* object, Str* name);
// The live `__dict__`: puts the instance into dict mode.
Dict* InstanceDict(Context& cx, Object* object);

}  // namespace heddle
