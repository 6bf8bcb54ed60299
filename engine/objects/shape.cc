#include "objects/shape.h"

#include <algorithm>

#include "base/check.h"
#include "objects/array.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/tables.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

Array* KeysOf(const Shape* shape) { return shape->keys.Load().As<Array>(); }

Shape* AllocateShape(Context& cx, Type* type, uint32_t capacity) {
  auto* shape = cx.heap.New<Shape>(Kind::kShape);
  shape->owner = type;
  shape->capacity = capacity;
  return shape;
}

// The transition that adds `name`, among those that there are.
Shape* FindTransition(const Shape* shape, const Str* name) {
  const Value transitions = shape->transitions.LoadAcquire();
  if (transitions.IsUndefined()) return nullptr;
  auto* array = transitions.As<Array>();
  for (uint32_t i = 0; i < array->capacity; ++i) {
    const Value next = array->slots()[i].LoadAcquire();
    if (next.IsUndefined()) return nullptr;
    auto* candidate = next.As<Shape>();
    if (KeysOf(candidate)->slots()[shape->count].Load() == Value::Of(name)) return candidate;
  }
  return nullptr;
}

// REQUIRES: the types' lock is held.
void AddTransition(Context& cx, Shape* shape, Shape* next) {
  const Value old = shape->transitions.Load();
  const uint32_t capacity = old.IsUndefined() ? 0 : old.As<Array>()->capacity;
  for (uint32_t i = 0; i < capacity; ++i) {
    Slot& slot = old.As<Array>()->slots()[i];
    if (slot.Load().IsUndefined()) return slot.Publish(Value::Of(next));
  }
  Array* grown = NewArray(cx.heap, capacity == 0 ? 1 : capacity * 2);
  for (uint32_t i = 0; i < capacity; ++i)
    grown->slots()[i].Store(old.As<Array>()->slots()[i].Load());
  grown->slots()[capacity].Store(Value::Of(next));
  shape->transitions.Publish(Value::Of(grown));
}

// Instances to come get more slots than this shape's family has.
void GrowSlots(Context& cx, Type* type, uint32_t capacity) {
  std::lock_guard lock(cx.runtime.tables->types_mu);
  const Value old = type->root_shape.Load();
  if (old.IsUndefined() || old.As<Shape>()->capacity != capacity) return;
  const uint32_t wanted = std::min(capacity * 2, kMaxAttributeSlots);
  if (wanted == capacity) return;
  Shape* root = NewRootShape(cx, type, wanted);
  root->older.Store(old);
  // In this order: see NewInstance.
  type->slot_capacity.Store(static_cast<uint16_t>(wanted));
  type->root_shape.Publish(Value::Of(root));
}

Dict* AttributesOf(Context& cx, Shape* shape, Slot* slots) {
  Dict* dict = NewDict(cx.heap);
  for (uint32_t i = 0; i < shape->count; ++i) {
    const Value value = slots[i].LoadAcquire();
    if (!value.IsUndefined()) {
      DictSetStr(cx, dict, KeysOf(shape)->slots()[i].Load().As<Str>(), value);
    }
  }
  return dict;
}

// REQUIRES: nobody else runs.
Dict* EnterDictModeStopped(Context& cx, Object* object, Type* type) {
  Shape* shape = ShapeOf(object, type);
  Slot* slots = SlotsOf(object, type);
  if (shape->dict_mode) return slots[0].Load().As<Dict>();
  Dict* dict = AttributesOf(cx, shape, slots);
  slots[0].Publish(Value::Of(dict));
  object->shape.StoreRelease(type->dict_shape.Load().As<Shape>()->id);
  return dict;
}

Dict* EnterDictMode(Context& cx, Object* object) {
  Dict* dict = nullptr;
  cx.WithWorldStopped([&] { dict = EnterDictModeStopped(cx, object, object->type.Load()); });
  return dict;
}

Dict* HiddenDict(Context& cx, Object* object) {
  Slot* slot = HiddenDictSlot(object);
  const Value found = slot->LoadAcquire();
  if (!found.IsUndefined()) return found.As<Dict>();
  Dict* dict = NewDict(cx.heap);
  heap::ObjectLock lock(cx.heap.locking(), object);
  if (!slot->Load().IsUndefined()) return slot->Load().As<Dict>();
  slot->Publish(Value::Of(dict));
  return dict;
}

bool HasHiddenDict(const Object* object) {
  return (object->flags & kSubclass) != 0 && IsVariableSize(object->kind);
}

// Another thread may have set the shape and be about to fill the slot: once it has let go of the
// lock, the slot is filled.
Value ReadSlot(Context& cx, Object* object, const Slot& slot) {
  const Value value = slot.LoadAcquire();
  if (!value.IsUndefined()) return value;
  heap::ObjectLock lock(cx.heap.locking(), object);
  return slot.LoadAcquire();
}

}  // namespace

void ShapeTable::Add(Shape* shape) {
  std::lock_guard lock(mu);
  const uint32_t id = next++;
  CHECK(id >> kBlockBits < kBlocks) << "too many shapes";
  auto& block = blocks[id >> kBlockBits];
  if (block.load(std::memory_order_relaxed) == nullptr) {
    // Release: pairs with the acquire in At().
    block.store(new Shape*[size_t{1} << kBlockBits](), std::memory_order_release);
  }
  shape->id = id;
  block.load(std::memory_order_relaxed)[id & ((1u << kBlockBits) - 1)] = shape;
}

ShapeTable::~ShapeTable() {
  for (uint32_t i = 0; i < kBlocks; ++i) delete[] blocks[i].load(std::memory_order_relaxed);
}

Shape* ShapeById(Runtime& runtime, uint32_t id) { return runtime.tables->shapes.At(id); }

int ShapeFind(const Shape* shape, const Str* name) {
  if (shape->count == 0) return -1;
  const Value wanted = Value::Of(name);
  const Slot* keys = KeysOf(shape)->slots();
  for (uint32_t i = 0; i < shape->count; ++i) {
    if (keys[i].Load() == wanted) return static_cast<int>(i);
  }
  return -1;
}

Shape* NewRootShape(Context& cx, Type* type, uint32_t capacity) {
  Shape* shape = AllocateShape(cx, type, capacity);
  type->shapes->Add(shape);
  return shape;
}

Shape* NewDictShape(Context& cx, Type* type) {
  Shape* shape = AllocateShape(cx, type, 1);
  shape->dict_mode = 1;
  type->shapes->Add(shape);
  return shape;
}

Shape* ShapeWith(Context& cx, Shape* shape, Str* name) {
  if (Shape* next = FindTransition(shape, name)) return next;
  if (shape->count >= shape->capacity) return nullptr;
  std::lock_guard lock(cx.runtime.tables->types_mu);
  if (Shape* next = FindTransition(shape, name)) return next;
  Shape* next = AllocateShape(cx, shape->owner, shape->capacity);
  next->count = shape->count + 1;
  Array* keys = NewArray(cx.heap, next->count);
  for (uint32_t i = 0; i < shape->count; ++i) {
    keys->slots()[i].Store(KeysOf(shape)->slots()[i].Load());
  }
  keys->slots()[shape->count].Store(Value::Of(name));
  next->keys.Store(Value::Of(keys));
  shape->owner->shapes->Add(next);
  AddTransition(cx, shape, next);
  return next;
}

Object* NewInstance(Context& cx, Type* type) {
  const Value root = type->root_shape.LoadAcquire();
  if (root.IsUndefined()) {
    Object* object = cx.heap.Allocate(type->instance_kind, type->basic_bytes);
    object->type.Store(type);
    if (type->Has(kHeapType)) object->flags |= kSubclass;
    if (type->Has(kHasFinalizer)) cx.heap.heap().RegisterMortal(object);
    return object;
  }
  auto* shape = root.As<Shape>();
  Object* object =
      cx.heap.Allocate(type->instance_kind, type->slots_offset + sizeof(Slot) * shape->capacity);
  object->type.Store(type);
  object->shape.Store(shape->id);
  object->flags =
      static_cast<uint8_t>(object->flags | kHasSlots | (type->Has(kHeapType) ? kSubclass : 0));
  if (type->Has(kHasFinalizer)) cx.heap.heap().RegisterMortal(object);
  return object;
}

Value GetInstanceAttribute(Context& cx, Object* object, Str* name) {
  Type* type = object->type.Load();
  if (HasHiddenDict(object)) {
    const Value dict = HiddenDictSlot(object)->LoadAcquire();
    return dict.IsUndefined() ? dict : DictGetStr(dict.As<Dict>(), name);
  }
  Shape* shape = ShapeOf(object, type);
  if (shape == nullptr) return Value::Undefined();
  if (shape->dict_mode) return DictGetStr(SlotsOf(object, type)[0].LoadAcquire().As<Dict>(), name);
  const int slot = ShapeFind(shape, name);
  return slot < 0 ? Value::Undefined() : ReadSlot(cx, object, SlotsOf(object, type)[slot]);
}

bool SetSlotByTransition(Context& cx, Object* object, uint32_t old_shape_id, uint32_t new_shape_id,
                         uint32_t offset, Value value) {
  auto* slot = reinterpret_cast<Slot*>(reinterpret_cast<char*>(object) + offset);
  heap::ObjectLock lock(cx.heap.locking(), object);
  if (object->shape.Load() != old_shape_id) return false;
  slot->Publish(value);
  object->shape.StoreRelease(new_shape_id);
  return true;
}

bool SetInstanceAttribute(Context& cx, Object* object, Str* name, Value value) {
  Type* type = object->type.Load();
  if (HasHiddenDict(object)) {
    if (!type->Has(kHasDict)) return false;
    DictSetStr(cx, HiddenDict(cx, object), name, value);
    return true;
  }
  for (;;) {
    Shape* shape = ShapeOf(object, type);
    if (shape == nullptr || !type->Has(kHasDict)) return false;
    if (shape->dict_mode) {
      DictSetStr(cx, SlotsOf(object, type)[0].LoadAcquire().As<Dict>(), name, value);
      return true;
    }
    const int slot = ShapeFind(shape, name);
    if (slot >= 0) {
      SlotsOf(object, type)[slot].Publish(value);
      return true;
    }
    Shape* next = ShapeWith(cx, shape, name);
    if (next == nullptr) {
      GrowSlots(cx, type, shape->capacity);
      DictSetStr(cx, EnterDictMode(cx, object), name, value);
      return true;
    }
    const uint32_t offset = type->slots_offset + sizeof(Slot) * shape->count;
    if (SetSlotByTransition(cx, object, shape->id, next->id, offset, value)) return true;
  }
}

bool DeleteInstanceAttribute(Context& cx, Object* object, Str* name) {
  if (GetInstanceAttribute(cx, object, name).IsUndefined()) return false;
  return DictDeleteStr(cx, InstanceDict(cx, object), name);
}

Dict* InstanceDict(Context& cx, Object* object) {
  Type* type = object->type.Load();
  if (!type->Has(kHasDict)) return nullptr;
  if (HasHiddenDict(object)) return HiddenDict(cx, object);
  Shape* shape = ShapeOf(object, type);
  if (shape == nullptr) return nullptr;
  if (shape->dict_mode) return SlotsOf(object, type)[0].LoadAcquire().As<Dict>();
  return EnterDictMode(cx, object);
}

Dict* ExistingInstanceDict(Context&, Object* object) {
  Type* type = object->type.Load();
  if (HasHiddenDict(object)) {
    const Value dict = HiddenDictSlot(object)->LoadAcquire();
    return dict.IsUndefined() ? nullptr : dict.As<Dict>();
  }
  Shape* shape = ShapeOf(object, type);
  if (shape == nullptr || !shape->dict_mode) return nullptr;
  return SlotsOf(object, type)[0].LoadAcquire().As<Dict>();
}

void ReplaceInstanceDict(Context& cx, Object* object, Dict* dict) {
  if (HasHiddenDict(object)) return HiddenDictSlot(object)->Publish(Value::Of(dict));
  InstanceDict(cx, object);
  SlotsOf(object, object->type.Load())[0].Publish(Value::Of(dict));
}

std::vector<Str*> InstanceAttributeNames(Context& cx, Object* object) {
  std::vector<Str*> names;
  if (Dict* dict = ExistingInstanceDict(cx, object)) {
    Value key, value;
    for (DictCursor cursor(dict); cursor.Next(&key, &value);) {
      if (key.Is(Kind::kStr)) names.push_back(key.As<Str>());
    }
    return names;
  }
  if (HasHiddenDict(object)) return names;
  Shape* shape = ShapeOf(object, object->type.Load());
  if (shape == nullptr) return names;
  for (uint32_t i = 0; i < shape->count; ++i) {
    names.push_back(KeysOf(shape)->slots()[i].Load().As<Str>());
  }
  return names;
}

bool IsVariableSize(Kind kind) {
  return kind == Kind::kStr || kind == Kind::kBytes || kind == Kind::kInt || kind == Kind::kTuple;
}

bool KeepsOwnDict(Kind kind) {
  switch (kind) {
    case Kind::kType:
    case Kind::kModule:
    case Kind::kFunction:
    case Kind::kStaticMethod:
    case Kind::kClassMethod:
    case Kind::kThreadLocal: return true;
    default: return false;
  }
}

Slot* HiddenDictSlot(Object* object) {
  size_t size = 0;
  switch (object->kind) {
    case Kind::kStr: size = sizeof(Str) + static_cast<Str*>(object)->byte_length(); break;
    case Kind::kBytes: size = sizeof(Bytes) + static_cast<Bytes*>(object)->length; break;
    case Kind::kTuple:
      size = sizeof(Tuple) + sizeof(Slot) * static_cast<Tuple*>(object)->length;
      break;
    case Kind::kInt:
      size = sizeof(Int) + sizeof(uint32_t) * static_cast<Int*>(object)->count;
      break;
    default: CHECK(false) << "not of variable size";
  }
  size = (size + sizeof(Slot) - 1) & ~(sizeof(Slot) - 1);
  return reinterpret_cast<Slot*>(reinterpret_cast<char*>(object) + size);
}

namespace {

// Copies what follows the header.
void CopyPayload(Object* to, const Object* from, size_t bytes) {
  std::memcpy(reinterpret_cast<char*>(to) + sizeof(Object),
              reinterpret_cast<const char*>(from) + sizeof(Object), bytes - sizeof(Object));
}

Object* AllocateSubclass(Context& cx, Type* type, size_t bytes) {
  Object* object = cx.heap.Allocate(type->instance_kind, bytes);
  object->type.Store(type);
  object->flags |= kSubclass;
  return object;
}

}  // namespace

Dict* InstanceAttributes(Context& cx, Object* object) {
  Type* const type = object->type.Load();
  return AttributesOf(cx, ShapeOf(object, type), SlotsOf(object, type));
}

Value CopyAsSubclass(Context& cx, Value value, Type* type) {
  switch (type->instance_kind) {
    case Kind::kStr: {
      auto* from = value.As<Str>();
      const size_t bytes = sizeof(Str) + from->byte_length();
      Object* object = AllocateSubclass(cx, type, bytes + 2 * sizeof(Slot));
      auto* text = static_cast<Str*>(object);
      text->length = from->length;
      text->width = from->width;
      text->ascii = from->ascii;
      std::memcpy(text->data(), from->data(), from->byte_length());
      return Value::Of(object);
    }
    case Kind::kBytes: {
      auto* from = value.As<Bytes>();
      const size_t bytes = sizeof(Bytes) + from->length;
      Object* object = AllocateSubclass(cx, type, bytes + 2 * sizeof(Slot));
      CopyPayload(object, from, bytes);
      return Value::Of(object);
    }
    case Kind::kInt: {
      Object* object = AllocateSubclass(cx, type, IntObjectBytes(value) + 2 * sizeof(Slot));
      IntCopyInto(static_cast<Int*>(object), value);
      return Value::Of(object);
    }
    case Kind::kTuple: {
      auto* from = value.As<Tuple>();
      Object* object =
          AllocateSubclass(cx, type, sizeof(Tuple) + sizeof(Slot) * (from->length + 1));
      auto* tuple = static_cast<Tuple*>(object);
      tuple->length = from->length;
      for (uint32_t i = 0; i < from->length; ++i) tuple->items()[i].Store(from->Get(i));
      return Value::Of(object);
    }
    case Kind::kFloat: {
      Object* object = NewInstance(cx, type);
      static_cast<Float*>(object)->value = FloatOf(value);
      return Value::Of(object);
    }
    default: {
      Object* object = NewInstance(cx, type);
      CopyPayload(object, value.object(), type->basic_bytes);
      return Value::Of(object);
    }
  }
}

// The names of the __slots__ of a class and its bases, by their places.
static std::vector<std::pair<uint32_t, Value>> MembersOf(const Type* type) {
  std::vector<std::pair<uint32_t, Value>> members;
  auto* mro = type->mro.Load().As<Tuple>();
  for (uint32_t i = 0; i < mro->length; ++i) {
    Value key, value;
    for (DictCursor cursor(mro->Get(i).As<Type>()->dict.Load().As<Dict>());
         cursor.Next(&key, &value);) {
      if (!value.Is(Kind::kMember)) continue;
      members.emplace_back(value.As<Member>()->offset, value.As<Member>()->name.Load());
    }
  }
  std::sort(members.begin(), members.end(),
            [](const auto& x, const auto& y) { return x.first < y.first; });
  return members;
}

bool SameLayout(const Type* a, const Type* b) {
  const bool same_dict = a->Has(kHasDict) == b->Has(kHasDict);
  return a->instance_kind == b->instance_kind && a->slots_offset == b->slots_offset && same_dict &&
         MembersOf(a) == MembersOf(b);
}

void ChangeClass(Context& cx, Object* object, Type* type) {
  cx.WithWorldStopped([&] {
    Type* old = object->type.Load();
    if (ShapeOf(object, old) != nullptr) {
      if (old->Has(kHasDict)) {
        EnterDictModeStopped(cx, object, old);
        object->shape.StoreRelease(type->dict_shape.Load().As<Shape>()->id);
      } else {
        object->shape.StoreRelease(type->root_shape.Load().As<Shape>()->id);
      }
    }
    object->type.Store(type);
  });
}

void TraceAttributes(Object* object, heap::Marker& marker) {
  Type* type = object->type.Load();
  if (HasHiddenDict(object)) return marker.Visit(*HiddenDictSlot(object));
  if (type == nullptr || type->slots_offset == 0) return;
  auto* members = reinterpret_cast<Slot*>(reinterpret_cast<char*>(object) + type->basic_bytes);
  marker.Visit(members, (type->slots_offset - type->basic_bytes) / sizeof(Slot));
  Shape* shape = ShapeOf(object, type);
  if (shape != nullptr) marker.Visit(SlotsOf(object, type), shape->dict_mode ? 1 : shape->count);
}

}  // namespace heddle
