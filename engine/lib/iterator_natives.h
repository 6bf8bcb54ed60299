// What the types of builtin iterators and those of itertools share.
#pragma once

#include "objects/context.h"
#include "objects/iterator.h"

namespace heddle::lib {

extern const TypeDef kMapType, kFilterType, kAccumulateType, kBatchedType, kChainType,
    kCombinationsType, kCombinationsWithReplacementType, kCompressType, kCountType, kCycleType,
    kDropWhileType, kFilterFalseType, kSliceIteratorType, kPairwiseType, kPermutationsType,
    kProductType, kRepeatType, kStarmapType, kTakeWhileType, kTeeType, kZipLongestType;
// Those of module itertools. Ends with null.
extern const TypeDef* const kItertoolsTypes[];

// The fields of an Iterator besides its source, as its kind has them.
struct IteratorFields {
  Value second = Value::None();
  Value third = Value::None();
  int64_t index = 0, limit = 0;
};

// An iterator of the kind, or of the open kind of the same type, over what iter() makes of the
// iterables: a call of Python code where one of them has an __iter__ of its own.
Value NewIteratorOver(Context& cx, Type* type, IteratorKind which, Args iterables,
                      const IteratorFields& fields);
// The same over iterators.
Value MakeIteratorOver(Context& cx, Type* type, IteratorKind which, Args sources,
                       const IteratorFields& fields);

// Methods.
Value IteratorSelf(Context& cx, Args args);
Value IteratorNextMethod(Context& cx, Args args);
Value IteratorReduce(Context& cx, Args args);
Value IteratorSetState(Context& cx, Args args);
Value IteratorRepr(Context& cx, Args args);

}  // namespace heddle::lib
