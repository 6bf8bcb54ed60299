// property.
#include <string>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/function.h"
#include "objects/type.h"

namespace heddle::lib {

namespace {

Property* Self(Args args) { return args[0].As<Property>(); }
Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }

Value New(Context& cx, Args args) {
  auto* property = static_cast<Property*>(NewInstance(cx, args[0].As<Type>()));
  for (Slot* slot : {&property->get, &property->set, &property->del, &property->doc}) {
    slot->Store(Value::None());
  }
  return Value::Of(property);
}

Value Init(Context& cx, Args args) {
  Property* property = Self(args);
  property->get.Publish(OrNone(args.Opt(1)));
  property->set.Publish(OrNone(args.Opt(2)));
  property->del.Publish(OrNone(args.Opt(3)));
  property->doc.Publish(OrNone(args.Opt(4)));
  if (!TypeOf(cx, args[0])->Has(kHeapType)) return Value::None();
  return cx.TailCall(Library::kPropertyDoc, {args[0], property->get.Load(), property->doc.Load()});
}

// A property like this one but for one function. Subclasses are asked to make it themselves.
Value Copy(Context& cx, Args args, Slot Property::*changed) {
  const Property* old = Self(args);
  Property copy_of{};
  copy_of.get.Store(old->get.Load());
  copy_of.set.Store(old->set.Load());
  copy_of.del.Store(old->del.Load());
  (copy_of.*changed).Store(args[1]);
  Type* type = TypeOf(cx, args[0]);
  if (type->Has(kHeapType)) {
    return cx.TailCall(Value::Of(type), {copy_of.get.Load(), copy_of.set.Load(), copy_of.del.Load(),
                                         old->doc.Load()});
  }
  auto* property = cx.heap.New<Property>(Kind::kProperty);
  property->get.Store(copy_of.get.Load());
  property->set.Store(copy_of.set.Load());
  property->del.Store(copy_of.del.Load());
  property->doc.Store(old->doc.Load());
  property->name.Store(old->name.Load());
  return Value::Of(property);
}

Value Getter(Context& cx, Args args) { return Copy(cx, args, &Property::get); }
Value Setter(Context& cx, Args args) { return Copy(cx, args, &Property::set); }
Value Deleter(Context& cx, Args args) { return Copy(cx, args, &Property::del); }

Value RaiseNo(Context& cx, Args args, const char* what) {
  const std::string owner = ToUtf8(TypeOf(cx, args[1])->qualname.Load().As<Str>());
  const Value name = Self(args)->name.Load();
  if (!name.Is(Kind::kStr)) {
    return cx.Raise(Exc::kAttributeError, "property of '{}' object has no {}", owner, what);
  }
  return cx.Raise(Exc::kAttributeError, "property '{}' of '{}' object has no {}",
                  ToUtf8(name.As<Str>()), owner, what);
}

Value Get(Context& cx, Args args) {
  if (args[1].IsNone()) return args[0];
  const Value getter = Self(args)->get.Load();
  if (getter.IsNone()) return RaiseNo(cx, args, "getter");
  return cx.TailCall(getter, {args[1]});
}
Value Set(Context& cx, Args args) {
  const Value setter = Self(args)->set.Load();
  if (setter.IsNone()) return RaiseNo(cx, args, "setter");
  return cx.TailCall(setter, {args[1], args[2]});
}
Value Delete(Context& cx, Args args) {
  const Value deleter = Self(args)->del.Load();
  if (deleter.IsNone()) return RaiseNo(cx, args, "deleter");
  return cx.TailCall(deleter, {args[1]});
}

Value SetName(Context& cx, Args args) {
  if (args.count != 3) {
    return cx.Raise(Exc::kTypeError,
                    "__set_name__() takes 2 positional arguments but {} were given",
                    args.count - 1);
  }
  Self(args)->name.Publish(args[2]);
  return Value::None();
}

Value SetReadOnly(Context& cx, Args) {
  return cx.Raise(Exc::kAttributeError, "readonly attribute");
}
Value GetFget(Context&, Args args) { return Self(args)->get.Load(); }
Value GetFset(Context&, Args args) { return Self(args)->set.Load(); }
Value GetFdel(Context&, Args args) { return Self(args)->del.Load(); }
Value GetDoc(Context& cx, Args args) {
  const Value doc = Self(args)->doc.Load(), getter = Self(args)->get.Load();
  if (!doc.IsNone() || getter.IsNone()) return doc;
  Str* name = cx.runtime.names.s___doc__;
  const AttributeLookup found = LookupAttribute(cx, getter, name);
  if (found.kind == AttributeLookup::kMissing) return Value::None();
  return cx.TailCall(Library::kGetAttrDefault, {getter, Value::Of(name), Value::None()});
}
Value SetDoc(Context&, Args args) {
  Self(args)->doc.Publish(OrNone(args[1]));
  return Value::None();
}
Value GetName(Context& cx, Args args) {
  const Value name = Self(args)->name.Load();
  if (!name.IsUndefined()) return name;
  const Value getter = Self(args)->get.Load();
  Str* attribute = cx.runtime.names.s___name__;
  if (getter.IsNone()) return RaiseMissingAttribute(cx, args[0], attribute);
  const AttributeLookup found = LookupAttribute(cx, getter, attribute);
  if (found.kind == AttributeLookup::kMissing) {
    return RaiseMissingAttribute(cx, args[0], attribute);
  }
  return FinishLookup(cx, getter, attribute, found);
}
Value SetNameAttribute(Context&, Args args) {
  Self(args)->name.Publish(args[1]);
  return Value::None();
}
Value GetAbstract(Context& cx, Args args) {
  Str* name = cx.runtime.names.s___isabstractmethod__;
  for (const Slot* slot : {&Self(args)->get, &Self(args)->set, &Self(args)->del}) {
    const Value function = slot->Load();
    if (function.IsNone()) continue;
    const AttributeLookup found = LookupAttribute(cx, function, name);
    if (found.kind > AttributeLookup::kTypeData) continue;
    const Tri abstract = TryTruth(cx, found.value);
    if (abstract == Tri::kRaised) return Value::Raised();
    if (abstract == Tri::kPython) return cx.TailCall(Library::kBool, {found.value});
    if (abstract == Tri::kTrue) return Value::True();
  }
  return Value::False();
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, *args, **kwargs"},
    {"__init__", Init, "self, fget=, fset=, fdel=, doc="},
    {"getter", Getter, "self, fget, /"},
    {"setter", Setter, "self, fset, /"},
    {"deleter", Deleter, "self, fdel, /"},
    {"__get__", Get, "self, instance, owner=, /"},
    {"__set__", Set, "self, instance, value, /"},
    {"__delete__", Delete, "self, instance, /"},
    {"__set_name__", SetName, "self, *args"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"fget", GetFget, SetReadOnly},
    {"fset", GetFset, SetReadOnly},
    {"fdel", GetFdel, SetReadOnly},
    {"__doc__", GetDoc, SetDoc},
    {"__name__", GetName, SetNameAttribute},
    {"__isabstractmethod__", GetAbstract, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kPropertyType = {"property", "builtins", Kind::kProperty,  kMethods,
                               kGetSets,   0,          sizeof(Property), "Property attribute."};

}  // namespace heddle::lib
