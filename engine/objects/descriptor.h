// The descriptors of builtin types and of __slots__.
#pragma once

#include "heap/value.h"
#include "objects/context.h"

namespace heddle {

// An attribute computed by C++.
struct GetSet : Object {
  NativeFn get;
  NativeFn set;  // null: read-only
  Slot name;     // str
  Slot owner;    // type
};

// A field at a fixed place in the instances: of __slots__, or of a builtin exception.
struct Member : Object {
  enum Flags : uint32_t {
    kNoneWhenUnset = 1,  // reads as None instead of raising AttributeError; deleting resets it
    kReadOnly = 2,
  };
  Slot name;
  Slot owner;
  uint32_t offset;  // bytes from the start of the instance
  uint32_t flags;
};

GetSet* NewGetSet(Context& cx, const GetSetDef& def, Type* owner);
Member* NewMember(Context& cx, Str* name, Type* owner, uint32_t offset, uint32_t flags);
inline Slot* MemberSlot(Object* object, const Member* member) {
  return reinterpret_cast<Slot*>(reinterpret_cast<char*>(object) + member->offset);
}

// A row of a table as an object: a plain function (self Undefined), a method descriptor, or bound.
Native* NewNative(Context& cx, Kind kind, const NativeDef* def, Value self, Value owner,
                  std::string_view qualname);
// What `object.method` makes of a method descriptor.
Native* BindNative(Context& cx, Native* method, Value self);

// The rows of a type as attributes of it.
void AddMethods(Context& cx, Type* type, const NativeDef* methods);
void AddGetSets(Context& cx, Type* type, const GetSetDef* getsets);

}  // namespace heddle
