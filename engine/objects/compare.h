// Comparing, hashing and testing builtin values without Python code. TryTruth, TryEqual and TryHash
// are declared in objects/context.h.
#pragma once

#include <cstdint>

#include "heap/value.h"
#include "objects/context.h"
#include "objects/number.h"

namespace heddle {

// a < b and so on for ints, floats, strings, bytes, lists, tuples, sets; == and != for any builtin.
// kPython: a user-defined method must be asked, the nesting is too deep, or the types do not order
// (the library then raises the TypeError).
Tri TryCompare(Context& cx, CompareOp op, Value a, Value b);

// a is b or a == b: how containers compare items. Floats and big ints are identical only as bits.
Tri TrySame(Context& cx, Value a, Value b);

// TrySame and TryCompare for values found inside `depth` containers.
Tri TrySameAt(Context& cx, Value a, Value b, int depth);
Tri TryCompareAt(Context& cx, CompareOp op, Value a, Value b, int depth);

// The same for the contents of two builtin containers, whatever their subclasses override: what
// list.__lt__ and so on do. REQUIRES: both are of builtin kinds.
Tri TryCompareContents(Context& cx, CompareOp op, Value a, Value b);
// hash() of a builtin's contents: what tuple.__hash__ does.
Tri TryHashContents(Context& cx, Value v, uint64_t* hash);

// repr() of a builtin container whatever its subclass overrides: what list.__repr__ does.
Tri TryReprContents(Context& cx, Value v, Value* text);

// What object.__hash__ returns: the same in every run, not an address.
uint64_t IdentityHash(Context& cx, Value v);

// Whether `method` of a value's type is the one of its builtin kind, so that C++ may act for it:
// always true for plain builtins.
bool UsesBuiltin(Context& cx, Value v, Special method);

// Deeper nesting of containers goes to the Python library (law 1's bounded C++ stack).
inline constexpr int kMaxNesting = 64;

}  // namespace heddle
