// The builtin containers: type definitions, and what their natives share.
#pragma once

#include <string>
#include <string_view>

#include "objects/compare.h"
#include "objects/context.h"
#include "objects/dict.h"

namespace heddle::lib {

extern const TypeDef kListType, kTupleType, kDictType, kSetType, kFrozenSetType, kRangeType,
    kSliceType, kDictKeysType, kDictValuesType, kDictItemsType, kDequeType, kEnumerateType,
    kZipType, kReversedType;
// Types of iterators that only iter() and the like make. Ends with null.
extern const TypeDef* const kIteratorTypes[];

// Functions of module _heddle for the library's Python part. Each ends with a null name.
extern const NativeDef kHeddleContainerFunctions[];

// "<", "<=", "==", "!=", ">", ">="
const char* ComparisonText(CompareOp op);

// What a comparison method returns; `fallback` is called with (operator text, a, b) when the answer
// takes Python code.
Value ComparisonResult(Context& cx, Tri answer, Library fallback, CompareOp op, Value a, Value b);

bool LacksMethod(Context& cx, Value v, Special method);
// Whether the reflected method of the right operand may know what to do where list + other and the
// like do not: the builtins' own do not.
bool MayReflect(Context& cx, Value v, Special reflected);

// How often to repeat: kPython for what is no int (the caller returns NotImplemented).
Tri RepeatCount(Context& cx, Value v, int64_t* times);

// Calls the special method `method` of the builtin kind of args[0] again with args[1] made an int,
// or a slice of ints, by __index__.
Value RetryWithIndex(Context& cx, Special method, Args args);
// The same for a method that is not special.
Value RetryWithIndex(Context& cx, const char* method, Args args);

// start and stop of list.index and the like. kPython: needs __index__.
Tri IndexBounds(Context& cx, Value start, Value stop, int64_t length, int64_t* from, int64_t* to);

// repr(self) of a builtin container.
Value ContainerRepr(Context& cx, Args args);
// iter(self) and reversed(self) of a builtin iterable, whatever its subclass overrides.
Value ContainerIter(Context& cx, Args args);
Value ContainerReversed(Context& cx, Args args);

// C[item] of a builtin class.
Value ClassGetItem(Context& cx, Args args);

// __new__ of a mutable container: an empty instance of args[0].
Value NewEmpty(Context& cx, Args args);

}  // namespace heddle::lib
