#include "lib/builtin_types.h"

#include <vector>

#include "lib/container_types.h"
#include "lib/exception_defs.h"
#include "lib/iterator_natives.h"
#include "lib/number_types.h"
#include "lib/pickle_machines.h"
#include "lib/regex_objects.h"
#include "lib/types.h"

namespace heddle::lib {

namespace {

constexpr const TypeDef* kTypes[] = {
    &kObjectType,
    &kTypeType,
    // Numbers and text.
    &kIntType,
    &kBoolType,
    &kFloatType,
    &kComplexType,
    &kStrType,
    &kBytesType,
    &kByteArrayType,
    &kNumberArrayType,
    &kMemoryViewType,
    &kRandomType,
    &kPatternType,
    &kMatchType,
    &kMatchScannerType,
    &kMatchIteratorType,
    &kRegexTaskType,
    &kPickleWriterType,
    &kPickleReaderType,
    // Containers.
    &kTupleType,
    &kListType,
    &kDictType,
    &kSetType,
    &kFrozenSetType,
    &kRangeType,
    &kSliceType,
    &kDictKeysType,
    &kDictValuesType,
    &kDictItemsType,
    &kDequeType,
    &kEnumerateType,
    &kZipType,
    &kReversedType,
    &kMapType,
    &kFilterType,
    // What programs are made of.
    &kNoneType,
    &kNotImplementedType,
    &kEllipsisType,
    &kFunctionType,
    &kBuiltinFunctionType,
    &kMethodDescriptorType,
    &kGetSetType,
    &kMemberType,
    &kMethodType,
    &kStaticMethodType,
    &kClassMethodType,
    &kPropertyType,
    &kSuperType,
    &kModuleType,
    &kCodeType,
    &kCellType,
    &kTracebackType,
    &kFrameType,
    &kWeakRefType,
    &kMappingProxyType,
    &kBaseExceptionType,
    &kGeneratorType,
    &kCoroutineType,
    &kAsyncGeneratorType,
    &kAsyncGenStepType,
    &kAsyncGenThrowType,
    // Threads.
    &kLockType,
    &kRLockType,
    &kSyncObjectType,
    &kThreadHandleType,
    &kContextType,
    &kPartialType,
    &kCachedFunctionType,
    &kFutureType,
    &kTaskType,
};

std::vector<const TypeDef*> AllTypes() {
  std::vector<const TypeDef*> all(std::begin(kTypes), std::end(kTypes));
  for (const TypeDef* const* def = kIteratorTypes; *def != nullptr; ++def) all.push_back(*def);
  for (const TypeDef* const* def = kItertoolsTypes; *def != nullptr; ++def) all.push_back(*def);
  for (const TypeDef& def : ExceptionDefs()) all.push_back(&def);
  return all;
}

}  // namespace

std::span<const TypeDef* const> BuiltinTypes() {
  static const std::vector<const TypeDef*> all = AllTypes();
  return all;
}

}  // namespace heddle::lib
