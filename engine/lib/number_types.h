// The types of numbers, text and bytes.
#pragma once

#include "lib/str_methods.h"
#include "objects/context.h"

namespace heddle::lib {

extern const TypeDef kIntType, kBoolType, kFloatType, kComplexType, kBytesType, kByteArrayType,
    kNumberArrayType, kMemoryViewType, kRandomType;

}  // namespace heddle::lib
