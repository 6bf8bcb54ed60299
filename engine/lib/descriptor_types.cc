// getset_descriptor and member_descriptor.
#include <string>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/descriptor.h"
#include "objects/type.h"

namespace heddle::lib {

namespace {

struct NamedDescriptor {
  Value name, owner;
};

NamedDescriptor Named(Value v) {
  if (v.Is(Kind::kGetSet)) return {v.As<GetSet>()->name.Load(), v.As<GetSet>()->owner.Load()};
  return {v.As<Member>()->name.Load(), v.As<Member>()->owner.Load()};
}

Value Repr(Context& cx, Args args) {
  const NamedDescriptor named = Named(args[0]);
  return cx.NewString(fmt::format(
      "<{} '{}' of '{}' objects>", args[0].Is(Kind::kGetSet) ? "attribute" : "member",
      ToUtf8(named.name.As<Str>()), ToUtf8(named.owner.As<Type>()->name.Load().As<Str>())));
}

Value WrongReceiver(Context& cx, Value descriptor, Value object) {
  const NamedDescriptor named = Named(descriptor);
  return cx.Raise(Exc::kTypeError,
                  "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                  ToUtf8(named.name.As<Str>()),
                  ToUtf8(named.owner.As<Type>()->name.Load().As<Str>()), TypeName(cx, object));
}

bool Applies(Context& cx, Value descriptor, Value object) {
  return IsSubtype(TypeOf(cx, object), Named(descriptor).owner.As<Type>());
}

Value Get(Context& cx, Args args) {
  if (args[1].IsNone()) return args[0];
  if (!Applies(cx, args[0], args[1])) return WrongReceiver(cx, args[0], args[1]);
  if (args[0].Is(Kind::kGetSet)) return args[0].As<GetSet>()->get(cx, {args.data + 1, 1});
  const auto* member = args[0].As<Member>();
  const Value value = MemberSlot(args[1].object(), member)->LoadAcquire();
  if (!value.IsUndefined()) return value;
  if ((member->flags & Member::kNoneWhenUnset) != 0) return Value::None();
  return RaiseMissingAttribute(cx, args[1], member->name.Load().As<Str>());
}

Value Store(Context& cx, Value descriptor, Value object, Value value) {
  if (!Applies(cx, descriptor, object)) return WrongReceiver(cx, descriptor, object);
  if (descriptor.Is(Kind::kMember)) {
    Slot* slot = MemberSlot(object.object(), descriptor.As<Member>());
    if (value.IsUndefined() && slot->Load().IsUndefined()) {
      return RaiseMissingAttribute(cx, object, descriptor.As<Member>()->name.Load().As<Str>());
    }
    slot->Publish(value);
    return Value::None();
  }
  const auto* getset = descriptor.As<GetSet>();
  if (getset->set == nullptr) {
    return cx.Raise(Exc::kAttributeError, "attribute '{}' of '{}' objects is not writable",
                    ToUtf8(getset->name.Load().As<Str>()),
                    ToUtf8(getset->owner.Load().As<Type>()->name.Load().As<Str>()));
  }
  Value values[] = {object, value};
  return getset->set(cx, {values, 2});
}

Value Set(Context& cx, Args args) { return Store(cx, args[0], args[1], args[2]); }
Value Delete(Context& cx, Args args) { return Store(cx, args[0], args[1], Value::Undefined()); }

Value GetName(Context&, Args args) { return Named(args[0]).name; }
Value GetObjclass(Context&, Args args) { return Named(args[0]).owner; }
Value GetQualname(Context& cx, Args args) {
  const NamedDescriptor named = Named(args[0]);
  return cx.NewString(ToUtf8(named.owner.As<Type>()->qualname.Load().As<Str>()) + "." +
                      ToUtf8(named.name.As<Str>()));
}
Value GetDoc(Context&, Args) { return Value::None(); }

constexpr NativeDef kMethods[] = {
    {"__repr__", Repr, "self, /"},
    {"__get__", Get, "self, instance, owner=, /"},
    {"__set__", Set, "self, instance, value, /"},
    {"__delete__", Delete, "self, instance, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"__name__", GetName, nullptr},
    {"__objclass__", GetObjclass, nullptr},
    {"__qualname__", GetQualname, nullptr},
    {"__doc__", GetDoc, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kGetSetType = {
    "getset_descriptor",     "builtins",     Kind::kGetSet, kMethods, kGetSets,
    kNotBase | kNoInstances, sizeof(GetSet), nullptr};
const TypeDef kMemberType = {
    "member_descriptor",     "builtins",     Kind::kMember, kMethods, kGetSets,
    kNotBase | kNoInstances, sizeof(Member), nullptr};

}  // namespace heddle::lib
