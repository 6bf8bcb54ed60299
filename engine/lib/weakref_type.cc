// weakref.ref (weakref.ReferenceType).
#include <string>

#include "lib/container_types.h"
#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/number.h"
#include "objects/type.h"
#include "objects/weakref.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

WeakRef* Self(Args args) { return args[0].As<WeakRef>(); }

// From now on the program may see when an instance of one of its classes dies. That it refers to
// functions, classes and the like in this way is common, and nobody looks for their end.
void Watch(Context& cx, Value referent) {
  if (!referent.IsObject() || (referent.object()->flags & kSubclass) == 0) return;
  Type* const type = referent.object()->type.Load();
  if (referent.Is(Kind::kType) || type->Has(kReferredWeakly)) return;
  // The library keeps such references to its own objects for its own purposes.
  const Value module = LookupInMro(type, cx.Intern("__module__"));
  vm::LibraryTables::Source source;
  const auto& library = static_cast<vm::Interpreter&>(cx).program().library();
  if (module.Is(Kind::kStr) && library.find_source(ToUtf8(module.As<Str>()), &source)) return;
  MarkReferredWeakly(cx, type);
}

Value New(Context& cx, Args args) {
  const Value callback = args.Opt(2);
  Watch(cx, args[1]);
  return NewWeakRef(cx, args[0].As<Type>(), args[1],
                    callback.IsUndefined() ? Value::None() : callback);
}

Value Init(Context&, Args) { return Value::None(); }

Value Call(Context&, Args args) { return WeakRefTarget(Self(args)); }

Value Repr(Context& cx, Args args) {
  const Value target = WeakRefTarget(Self(args));
  const uint64_t id = IdOf(cx.runtime, args[0]);
  if (target.IsNone()) return cx.NewString(fmt::format("<weakref at {:#x}; dead>", id));
  return cx.NewString(fmt::format("<weakref at {:#x}; to '{}' at {:#x}>", id, TypeName(cx, target),
                                  IdOf(cx.runtime, target)));
}

Value Eq(Context& cx, Args args) {
  if (!args[1].Is(Kind::kWeakRef)) return Value::NotImplemented();
  const Value a = WeakRefTarget(Self(args)), b = WeakRefTarget(args[1].As<WeakRef>());
  if (a.IsNone() || b.IsNone()) return Value::Bool(args[0] == args[1]);
  switch (TryEqual(cx, a, b)) {
    case Tri::kTrue: return Value::True();
    case Tri::kFalse: return Value::False();
    case Tri::kRaised: return Value::Raised();
    case Tri::kPython: break;
  }
  return cx.TailCall(Library::kEqual, {a, b});
}

// The referent's hash, remembered for the time after its death.
Value Hash(Context& cx, Args args) {
  WeakRef* ref = Self(args);
  const Value known = ref->hash.Load();
  if (!known.IsUndefined()) return known;
  const Value target = WeakRefTarget(ref);
  if (target.IsNone()) return cx.Raise(Exc::kTypeError, "weak object has gone away");
  uint64_t hash = 0;
  switch (TryHash(cx, target, &hash)) {
    case Tri::kRaised: return Value::Raised();
    case Tri::kPython: return cx.TailCall(Library::kWeakRefHash, {args[0], target});
    default: break;
  }
  const Value value = IntFromInt64(cx.heap, static_cast<int64_t>(hash));
  ref->hash.Publish(value);
  return value;
}

Value GetCallback(Context&, Args args) {
  return Self(args)->referent.Load() == nullptr ? Value::None() : Self(args)->callback.Load();
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, object, callback=, /"},
    {"__init__", Init, "self, *args, **kwargs"},
    {"__call__", Call, "self"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"__repr__", Repr, "self, /"},
    {"__eq__", Eq, "self, value, /"},
    {"__hash__", Hash, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"__callback__", GetCallback, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kWeakRefType = {"ReferenceType", "weakref", Kind::kWeakRef,  kMethods,
                              kGetSets,        0,         sizeof(WeakRef), nullptr};

}  // namespace heddle::lib
