// Where the attributes of an instance lie. type.h says how shapes work; this is their table and the
// memory layouts:
//
//   fixed-size kinds     | builtin layout | __slots__ members | attribute slots |
//                        0          basic_bytes         slots_offset
//   variable-size kinds  | builtin layout (size by its content) | hidden slot: a Dict or Undefined
//   | (str, bytes, int, tuple)
//
// Every instance of a class made by a class statement has a shape, if only the empty root shape,
// except those of variable-size kinds, whose header says 0.
//
// The number of attribute slots is that of the shape (`capacity`): when instances of a class run
// out of slots, the class gets a new root shape with more of them for the instances to come.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/context.h"
#include "objects/type.h"

namespace heddle {

// Shapes by id. Reading takes no lock: a block of the table never moves.
struct ShapeTable {
  static constexpr uint32_t kBlockBits = 10, kBlocks = 1 << 14;

  Shape* At(uint32_t id) const {
    Shape** block = blocks[id >> kBlockBits].load(std::memory_order_acquire);
    return block[id & ((1u << kBlockBits) - 1)];
  }
  void Add(Shape* shape);  // gives it its id

  ~ShapeTable();
  std::mutex mu;
  uint32_t next = 1;
  std::unique_ptr<std::atomic<Shape**>[]> blocks { new std::atomic<Shape**>[ kBlocks ]() };
};

inline constexpr uint32_t kMaxAttributeSlots = 60;

Shape* ShapeById(Runtime& runtime, uint32_t id);
inline Shape* ShapeOf(const Object* object, const Type* type) {
  const uint32_t id = object->shape.LoadAcquire();
  return id == 0 ? nullptr : type->shapes->At(id);
}

// The slot of the attribute, or -1. `name` must be interned. Dict-mode shapes have no slots.
int ShapeFind(const Shape* shape, const Str* name);

// The first shape of the instances of a new class.
Shape* NewRootShape(Context& cx, Type* type, uint32_t capacity);
Shape* NewDictShape(Context& cx, Type* type);
// The shape that has one attribute more, or null when there is no slot left for it.
Shape* ShapeWith(Context& cx, Shape* shape, Str* name);

// Whether the kind's size depends on content, so that attributes go to a hidden Dict.
bool IsVariableSize(Kind kind);
// Whether objects of the kind keep their attributes in a dict of their own layout: types, modules,
// functions and the like.
bool KeepsOwnDict(Kind kind);
// Of an instance of a subclass of a variable-size builtin.
// REQUIRES: IsVariableSize(object->kind), flags has kSubclass.
Slot* HiddenDictSlot(Object* object);

// An instance of `type`, a subclass of the type of `value`, with the same content: what `__new__`
// of immutable builtins (int, float, complex, str, bytes, tuple) returns for subclasses.
Value CopyAsSubclass(Context& cx, Value value, Type* type);

// Reports the __slots__ and attributes of an instance.
void TraceAttributes(Object* object, heap::Marker& marker);

// The names of the instance's attributes in order of creation; a list of its own.
std::vector<Str*> InstanceAttributeNames(Context& cx, Object* object);

// The attributes in a new dict. REQUIRES: a Kind::kInstance with attributes and without a dict.
Dict* InstanceAttributes(Context& cx, Object* object);
// The Dict that holds the attributes if there is one already, else null.
Dict* ExistingInstanceDict(Context& cx, Object* object);
// obj.__dict__ = dict.
void ReplaceInstanceDict(Context& cx, Object* object, Dict* dict);
// obj.__class__ = type. REQUIRES: the layouts agree (see SameLayout).
void ChangeClass(Context& cx, Object* object, Type* type);
bool SameLayout(const Type* a, const Type* b);

}  // namespace heddle
