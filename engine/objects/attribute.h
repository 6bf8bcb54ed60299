// Attribute access: what `obj.name`, `obj.name = x` and `del obj.name` mean. Nothing here runs
// Python code: when a getter, a descriptor or __getattr__ must be called, the answer says so, and
// the caller makes the call.
#pragma once

#include <array>
#include <cstdint>

#include "heap/value.h"
#include "objects/context.h"
#include "objects/function.h"
#include "objects/type.h"

namespace heddle {

struct AttributeLookup {
  enum Kind : uint8_t {
    kValue,              // `value` is the attribute; computed, or found in a place of its own
    kInstanceSlot,       // `value` lies in the object at byte `offset`
    kMethod,             // `value` is a function found on the type, to be called with `self` first
    kTypeData,           // `value` lies in `cell`, of the dict of a type or of a module
    kDescriptorGet,      // the attribute is callable(args…): a property's getter, a `__get__`
    kNeedsGetAttribute,  // the same: __getattribute__ written in Python
    kNeedsGetAttr,       // the same: there is no such attribute, but a __getattr__
    kMissing,            // RaiseMissingAttribute tells the user
    kRaised,             // an exception is pending
  };
  Kind kind = kMissing;

  // An inline cache may keep the answer
  //   kInstanceSlot        for objects whose shape is `shape_id` (never 0)
  //   kMethod, kTypeData, kValue, kDescriptorGet (a property's: args[0] is the object)
  //                        for objects of the shape `shape_id` or, where that is 0, of the type
  //                        `type`, as long as type->version is `version`; when `on_type`, for the
  //                        type object `type` itself as receiver. A module's kTypeData: for this
  //                        module as long as the cell is not Undefined.
  // and must drop it when Runtime::invalidate_caches is called. A slot or cell that reads
  // Undefined is a miss, too.
  bool cacheable = false;
  bool on_type = false;
  uint32_t shape_id = 0;
  uint32_t version = 0;
  uint32_t offset = 0;
  Type* type = nullptr;
  Cell* cell = nullptr;

  Value value;
  Value self;
  // The call to make for kDescriptorGet, kNeedsGetAttribute and kNeedsGetAttr.
  Value callable;
  std::array<Value, 4> args;
  uint32_t arg_count = 0;
  // Undefined, or what to call as fallback(object, name) when `callable` raises AttributeError: the
  // class has a __getattr__. (For kNeedsGetAttribute as well.)
  Value fallback;
  Value fallback_self;  // Undefined: fallback(name) only
};

// `name` must be interned.
AttributeLookup LookupAttribute(Context& cx, Value object, Str* name);
// object.__getattribute__, type.__getattribute__, …: without regard to __getattribute__ and
// __getattr__ of the class.
AttributeLookup LookupAttributeGeneric(Context& cx, Value object, Str* name);

// AttributeError with CPython's message, `name` and `obj`.
Value RaiseMissingAttribute(Context& cx, Value object, Str* name);

// The value that a lookup found: binds methods. REQUIRES: kind is one of the first four.
Value LookupResult(Context& cx, const AttributeLookup& found);
// `value` is a function or native method found on a type.
Value BindMethod(Context& cx, Value function, Value self);

struct AttributeStore {
  enum Kind : uint8_t {
    kDone,        // stored; nothing to cache
    kSlot,        // stored at byte `offset` of objects of the shape `shape_id`
    kTransition,  // the same, and the object's shape became `new_shape_id` (cf. shape.h for the
                  // lock that a cached transition takes: SetSlotByTransition)
    kTypeData,    // stored in `cell`
    kCall,        // callable(args…) does it: a property's setter, __set__, __setattr__, …;
                  // cacheable for the property `descriptor`, as its getter is
    kRaised,
  };
  Kind kind = kDone;
  bool cacheable = false;
  uint32_t shape_id = 0, new_shape_id = 0;
  uint32_t offset = 0;
  uint32_t version = 0;
  Type* type = nullptr;
  Cell* cell = nullptr;
  Value descriptor;
  Value callable;
  std::array<Value, 4> args;
  uint32_t arg_count = 0;
};

// obj.name = value, or del obj.name when `value` is Undefined.
AttributeStore StoreAttribute(Context& cx, Value object, Str* name, Value value);
AttributeStore StoreAttributeGeneric(Context& cx, Value object, Str* name, Value value);

// What an inline cache does for kTransition. False: the object has another shape by now.
bool SetSlotByTransition(Context& cx, Object* object, uint32_t old_shape_id, uint32_t new_shape_id,
                         uint32_t offset, Value value);

// How a special method found on a type is called: `callable` with `self` first unless that is
// Undefined. kCall: the descriptor's own __get__ (in `callable`, `args`) must run first.
struct SpecialCall {
  enum Kind : uint8_t { kReady, kGet } kind = kReady;
  Value callable;
  Value self;
  std::array<Value, 3> args;
};
SpecialCall PrepareSpecial(Context& cx, Value found, Value self, Type* type);

}  // namespace heddle
