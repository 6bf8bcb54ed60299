// super.
#include <string>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/function.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"
#include "vm/interpreter.h"

namespace heddle::lib {

namespace {

SuperObject* Self(Args args) { return args[0].As<SuperObject>(); }

// The class whose MRO super(type, object) searches. Null: a TypeError is pending, or, when *claims
// is set, `object` may claim another class by its __class__.
Type* CheckedSelfType(Context& cx, Type* type, Value object, bool* claims) {
  if (object.Is(Kind::kType) && IsSubtype(object.As<Type>(), type)) return object.As<Type>();
  if (IsSubtype(TypeOf(cx, object), type)) return TypeOf(cx, object);
  *claims = !IsHonest(cx, TypeOf(cx, object));
  if (*claims) return nullptr;
  const bool is_type = object.Is(Kind::kType);
  cx.Raise(Exc::kTypeError,
           "super(type, obj): obj ({} {}) is not an instance or subtype of type ({}).",
           is_type ? "type" : "instance of",
           ToUtf8((is_type ? object.As<Type>() : TypeOf(cx, object))->name.Load().As<Str>()),
           ToUtf8(type->name.Load().As<Str>()));
  return nullptr;
}

Value Unboxed(Value v) { return v.Is(Kind::kCell) ? v.As<Cell>()->value.Load() : v; }

// super() without arguments: the cell __class__ and the first argument of the calling frame.
bool FromFrame(Context& cx, Value* type, Value* object) {
  const vm::Frame* frame = static_cast<vm::Interpreter&>(cx).frame();
  const Code* code = frame == nullptr ? nullptr : frame->code;
  if (code == nullptr || code->parameter_count == 0) {
    cx.Raise(Exc::kRuntimeError, "super(): no arguments");
    return false;
  }
  *object = Unboxed(frame->regs[0]);
  if (object->IsUndefined()) {
    cx.Raise(Exc::kRuntimeError, "super(): arg[0] deleted");
    return false;
  }
  auto* names = code->local_names.Load().As<Tuple>();
  const Value class_name = Value::Of(cx.runtime.names.s___class__);
  for (uint32_t i = code->local_count; i < names->length; ++i) {
    if (names->Get(i) != class_name) continue;
    *type = Unboxed(frame->regs[i]);
    if (type->Is(Kind::kType)) return true;
    cx.Raise(Exc::kRuntimeError, "super(): empty __class__ cell");
    return false;
  }
  cx.Raise(Exc::kRuntimeError, "super(): __class__ cell not found");
  return false;
}

// Of `cls`, searching from `type` on the MRO of `self_type`.
Value Make(Context& cx, Type* cls, Value type, Type* self_type, Value object) {
  auto* super = static_cast<SuperObject*>(NewInstance(cx, cls));
  super->type.Store(type);
  if (self_type != nullptr) super->self_type.Store(Value::Of(self_type));
  super->self.Store(object);
  return Value::Of(super);
}

Value MakeBound(Context& cx, Type* cls, Value type, Value object) {
  bool claims = false;
  Type* self_type = CheckedSelfType(cx, type.As<Type>(), object, &claims);
  if (self_type != nullptr) return Make(cx, cls, type, self_type, object);
  if (!claims) return Value::Raised();
  return cx.TailCall(Library::kRarely,
                     {cx.NewString("super_of_claimed"), Value::Of(cls), type, object});
}

// __new__ does it all: one native call makes a super(). A third argument is what the library says
// is the class of the object.
Value New(Context& cx, Args args) {
  Value type = args.Opt(1), object = args.Opt(2);
  if (type.IsUndefined() && !FromFrame(cx, &type, &object)) return Value::Raised();
  if (!type.Is(Kind::kType)) {
    return cx.Raise(Exc::kTypeError, "super() argument 1 must be a type, not {}",
                    TypeName(cx, type));
  }
  auto* cls = args[0].As<Type>();
  if (object.IsUndefined() || object.IsNone()) return Make(cx, cls, type, nullptr, Value());
  return MakeBound(cx, cls, type, object);
}

Value Repr(Context& cx, Args args) {
  const Value type = Self(args)->type.Load(), self_type = Self(args)->self_type.Load();
  const std::string name =
      type.Is(Kind::kType) ? ToUtf8(type.As<Type>()->name.Load().As<Str>()) : "NULL";
  if (self_type.IsUndefined()) return cx.NewString("<super: <class '" + name + "'>, NULL>");
  return cx.NewString("<super: <class '" + name + "'>, <" +
                      ToUtf8(self_type.As<Type>()->name.Load().As<Str>()) + " object>>");
}

Value Get(Context& cx, Args args) {
  const SuperObject* old = Self(args);
  if (args[1].IsNone() || !old->self.Load().IsUndefined()) return args[0];
  return MakeBound(cx, TypeOf(cx, args[0]), old->type.Load(), args[1]);
}

Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }
Value GetThisClass(Context&, Args args) { return OrNone(Self(args)->type.Load()); }
Value GetSelf(Context&, Args args) { return OrNone(Self(args)->self.Load()); }
Value GetSelfClass(Context&, Args args) { return OrNone(Self(args)->self_type.Load()); }

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, type=, object=, /"},
    {"__repr__", Repr, "self, /"},
    {"__get__", Get, "self, instance, owner=, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"__thisclass__", GetThisClass, nullptr},
    {"__self__", GetSelf, nullptr},
    {"__self_class__", GetSelfClass, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

Value SuperOf(Context& cx, Args args) {
  return Make(cx, args[0].As<Type>(), args[1], args[3].As<Type>(), args[2]);
}

const TypeDef kSuperType = {
    "super",
    "builtins",
    Kind::kSuper,
    kMethods,
    kGetSets,
    0,
    sizeof(SuperObject),
    "super() -> same as super(__class__, <first argument>)\n"
    "super(type) -> unbound super object\n"
    "super(type, obj) -> bound super object; requires isinstance(obj, type)\n"
    "super(type, type2) -> bound super object; requires issubclass(type2, type)"};

}  // namespace heddle::lib
