// The type definitions that other files of this folder need to find their type objects by.
#pragma once

#include "objects/context.h"

namespace heddle::lib {

extern const TypeDef kObjectType, kTypeType, kNoneType, kNotImplementedType, kEllipsisType,
    kFunctionType, kBuiltinFunctionType, kMethodDescriptorType, kGetSetType, kMemberType,
    kMethodType, kStaticMethodType, kClassMethodType, kPropertyType, kSuperType, kModuleType,
    kCodeType, kCellType, kTracebackType, kWeakRefType, kMappingProxyType, kBaseExceptionType,
    kFrameType, kGeneratorType, kCoroutineType, kAsyncGeneratorType, kAsyncGenStepType,
    kAsyncGenThrowType, kLockType, kRLockType, kSyncObjectType, kThreadHandleType, kContextType,
    kPartialType, kCachedFunctionType, kFutureType, kTaskType;

}  // namespace heddle::lib
