#include "objects/kind_table.h"

#include "objects/array.h"
#include "objects/bytes.h"
#include "objects/deque.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/function.h"
#include "objects/future.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/native_object.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/shape.h"
#include "objects/slice.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"

namespace heddle {

namespace {

using heap::Marker;
using heap::TraceFn;

// Objects that are nothing but slots behind the header.
template <typename T, size_t kFirst = sizeof(Object)>
void TraceAllSlots(Object* object, size_t, Marker& marker) {
  auto* slots = reinterpret_cast<Slot*>(reinterpret_cast<char*>(object) + kFirst);
  marker.Visit(slots, (sizeof(T) - kFirst) / sizeof(Slot));
}

// The builtin part, and what a subclass adds.
template <TraceFn kBuiltin>
void TraceWithAttributes(Object* object, size_t bytes, Marker& marker) {
  kBuiltin(object, bytes, marker);
  if ((object->flags & (kSubclass | kHasSlots)) != 0) TraceAttributes(object, marker);
}

void TraceNothing(Object*, size_t, Marker&) {}

void TraceType(Object* object, size_t, Marker& marker) {
  auto* type = static_cast<Type*>(object);
  for (const Slot* slot : {&type->name, &type->qualname, &type->dict, &type->bases, &type->mro,
                           &type->subclasses, &type->root_shape, &type->dict_shape}) {
    marker.Visit(*slot);
  }
  marker.Visit(type->base.Load());
  marker.Visit(type->specials.data(), type->specials.size());
}

void TraceShape(Object* object, size_t, Marker& marker) {
  auto* shape = static_cast<Shape*>(object);
  marker.Visit(shape->keys);
  marker.Visit(shape->transitions);
  marker.Visit(shape->older);
}

void TraceNative(Object* object, size_t, Marker& marker) {
  auto* native = static_cast<Native*>(object);
  marker.Visit(native->self);
  marker.Visit(native->owner);
  marker.Visit(native->qualname);
}

void TraceGetSet(Object* object, size_t, Marker& marker) {
  auto* getset = static_cast<GetSet*>(object);
  marker.Visit(getset->name);
  marker.Visit(getset->owner);
}

void TraceMember(Object* object, size_t, Marker& marker) {
  auto* member = static_cast<Member*>(object);
  marker.Visit(member->name);
  marker.Visit(member->owner);
}

void TraceCell(Object* object, size_t, Marker& marker) {
  auto* cell = static_cast<Cell*>(object);
  marker.Visit(cell->value);
  marker.Visit(cell->fallback.Load());
}

void TraceCode(Object* object, size_t, Marker& marker) {
  auto* code = static_cast<Code*>(object);
  for (const Slot* slot :
       {&code->words_buffer, &code->constants_array, &code->names_array, &code->local_names,
        &code->name, &code->qualname, &code->filename, &code->globals_owner}) {
    marker.Visit(*slot);
  }
}

void FinalizeCode(Object* object) {
  delete static_cast<Code*>(object)->unit;
  delete static_cast<Code*>(object)->liveness.Load();
}

void TraceFunction(Object* object, size_t, Marker& marker) {
  auto* function = static_cast<Function*>(object);
  marker.Visit(function->code);
  const Slot* first = &function->code_slot;
  marker.Visit(first, static_cast<size_t>(&function->attributes - first) + 1);
}

void TraceException(Object* object, size_t, Marker& marker) {
  auto* exception = static_cast<Exception*>(object);
  for (const Slot* slot :
       {&exception->args, &exception->traceback, &exception->cause, &exception->context}) {
    marker.Visit(*slot);
  }
}

void TraceTraceback(Object* object, size_t, Marker& marker) {
  auto* traceback = static_cast<Traceback*>(object);
  for (const Slot* slot : {&traceback->next, &traceback->code, &traceback->frame}) {
    marker.Visit(*slot);
  }
}

void TraceWeakRef(Object* object, size_t, Marker& marker) {
  marker.Visit(static_cast<WeakRef*>(object)->callback);
  marker.Visit(static_cast<WeakRef*>(object)->hash);
  marker.AddWeak(object);
}

void TraceNativeObject(Object* object, size_t, Marker& marker) {
  const NativeLayout* layout = static_cast<NativeObject*>(object)->layout;
  if (layout != nullptr && layout->trace != nullptr) layout->trace(object, marker);
}

void FinalizeNativeObject(Object* object) {
  const NativeLayout* layout = static_cast<NativeObject*>(object)->layout;
  if (layout != nullptr && layout->finalize != nullptr) layout->finalize(object);
}

void TraceFuture(Object* object, size_t, Marker& marker) {
  marker.Visit(static_cast<FutureObject*>(object)->first_slot(), FutureObject::kSlots);
}

void TraceTask(Object* object, size_t bytes, Marker& marker) {
  TraceFuture(object, bytes, marker);
  marker.Visit(static_cast<TaskObject*>(object)->first_task_slot(), TaskObject::kTaskSlots);
}

heap::KindTable MakeTable() {
  heap::KindTable table;
  auto set = [&](Kind kind, TraceFn trace) { table.trace[size_t(kind)] = trace; };
  set(Kind::kType, TraceType);
  set(Kind::kInstance, TraceWithAttributes<TraceNothing>);
  set(Kind::kInt, TraceWithAttributes<TraceNothing>);
  set(Kind::kFloat, TraceWithAttributes<TraceNothing>);
  set(Kind::kComplex, TraceWithAttributes<TraceNothing>);
  set(Kind::kStr, TraceWithAttributes<TraceStr>);
  set(Kind::kBytes, TraceWithAttributes<TraceNothing>);
  set(Kind::kByteArray, TraceWithAttributes<TraceByteArray>);
  set(Kind::kNumberArray, TraceWithAttributes<TraceByteArray>);
  set(Kind::kMemoryView, TraceMemoryView);
  set(Kind::kTuple, TraceWithAttributes<TraceTuple>);
  set(Kind::kList, TraceWithAttributes<TraceList>);
  set(Kind::kDict, TraceWithAttributes<TraceDict>);
  set(Kind::kSet, TraceWithAttributes<TraceSet>);
  set(Kind::kFrozenSet, TraceWithAttributes<TraceSet>);
  set(Kind::kDeque, TraceWithAttributes<TraceDeque>);
  set(Kind::kRange, TraceRange);
  set(Kind::kSlice, TraceSlice);
  set(Kind::kFunction, TraceFunction);
  set(Kind::kNative, TraceNative);
  set(Kind::kMethodDescriptor, TraceNative);
  set(Kind::kGetSet, TraceGetSet);
  set(Kind::kMember, TraceMember);
  set(Kind::kBoundMethod, TraceAllSlots<BoundMethod>);
  set(Kind::kStaticMethod, TraceWithAttributes<TraceAllSlots<StaticMethod>>);
  set(Kind::kClassMethod, TraceWithAttributes<TraceAllSlots<ClassMethod>>);
  set(Kind::kProperty, TraceWithAttributes<TraceAllSlots<Property>>);
  set(Kind::kSuper, TraceWithAttributes<TraceAllSlots<SuperObject>>);
  set(Kind::kModule, TraceWithAttributes<TraceAllSlots<Module>>);
  set(Kind::kCode, TraceCode);
  set(Kind::kCell, TraceCell);
  set(Kind::kException, TraceWithAttributes<TraceException>);
  set(Kind::kTraceback, TraceTraceback);
  set(Kind::kIterator, TraceWithAttributes<TraceIterator>);
  set(Kind::kDictView, TraceDictView);
  set(Kind::kMappingProxy, TraceAllSlots<MappingProxy>);
  set(Kind::kWeakRef, TraceWithAttributes<TraceWeakRef>);
  set(Kind::kRLock, TraceWithAttributes<TraceNothing>);
  set(Kind::kNative1, TraceWithAttributes<TraceNativeObject>);
  set(Kind::kContext, TraceWithAttributes<TraceAllSlots<ContextObject>>);
  set(Kind::kFuture, TraceWithAttributes<TraceFuture>);
  set(Kind::kTask, TraceWithAttributes<TraceTask>);
  set(Kind::kShape, TraceShape);
  set(Kind::kArray, TraceArray);
  set(Kind::kDictTable, TraceDictTable);
  set(Kind::kSetTable, TraceSetTable);
  table.finalize[size_t(Kind::kCode)] = FinalizeCode;
  table.finalize[size_t(Kind::kNative1)] = FinalizeNativeObject;
  return table;
}

}  // namespace

const heap::KindTable& Kinds() {
  static const heap::KindTable table = MakeTable();
  return table;
}

}  // namespace heddle
