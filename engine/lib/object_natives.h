// What the natives that deal with arbitrary objects share.
#pragma once

#include <string>

#include "objects/attribute.h"
#include "objects/context.h"

namespace heddle::lib {

// "module.QualName", without the module for builtins.
std::string QualifiedTypeName(Context& cx, const Type* type);

// The interned name; null with TypeError "attribute name must be string, not 'X'" pending.
Str* AttributeName(Context& cx, Value name);

// Tail-calls a special method that was found on the type of `self`.
Value CallSpecial(Context& cx, Value special, Value self);

// super_of(cls, type, object, self_type): a `cls` with these fields, for _rarely.
Value SuperOf(Context& cx, Args args);

// What a native returns for a lookup: the value, a tail call of the getter, or the error.
Value FinishLookup(Context& cx, Value object, Str* name, const AttributeLookup& found);

}  // namespace heddle::lib
