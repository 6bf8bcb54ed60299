// The steps of making a type that builtin types and classes share. For objects/ only, apart from
// what type's own attributes need.
#pragma once

#include <vector>

#include "objects/context.h"
#include "objects/function.h"
#include "objects/type.h"

namespace heddle {

// Sets type->mro from the bases, which have theirs. False: TypeError pending.
bool ComputeMro(Context& cx, Type* type, Tuple* bases);
// Fills specials and the flags that follow from them. REQUIRES: bases, mro and dict are set.
void FillSpecials(Context& cx, Type* type);
// The same of a type whose order does not follow from its bases.
void FillSpecialsFromMro(Context& cx, Type* type);
void NewVersion(Context& cx, Type* type);
void AddSubclass(Context& cx, Type* base, Type* type);
std::vector<Type*> SubclassesOf(Type* type);
// A class and all below it, each after its only base.
std::vector<Type*> Descendants(Type* type);
// The base whose layout a class with these bases extends; null: TypeError pending.
Type* BestBase(Context& cx, Tuple* bases);

// Assigns `type.__bases__`, as CPython does: the layout of the instances stays as it is. False:
// TypeError pending, nothing has changed.
bool SetBases(Context& cx, Type* type, Tuple* bases);
// Gives a new class the order that its metaclass's own mro() has computed.
bool SetMro(Context& cx, Type* type, Tuple* mro);

// The type of a TypeDef, or null.
Type* BuiltinTypeOf(Runtime& runtime, const TypeDef* def);

// A class attribute, and the version that the type had before it was looked up: while the type has
// that version, the answer holds.
struct TypeAttribute {
  Cell* cell = nullptr;  // null: no such attribute
  Value value;           // what the cell held; Undefined exactly when there is no such attribute
  uint32_t version = 0;
};
// As LookupInMro, for an answer that may be cached.
TypeAttribute FindInMro(Context& cx, const Type* type, Str* name);

// Whether the instances of `type` are of that class and no other for isinstance(): none of them can
// claim another by a __class__ of its own.
bool IsHonest(Context& cx, const Type* type);

// The most derived metaclass of `metatype` and the types of the bases; null: TypeError pending.
Type* WinningMetatype(Context& cx, Type* metatype, Tuple* bases);

}  // namespace heddle
