// mappingproxy: a read-only view of a mapping. Every method is that of the mapping.
#include "lib/container_types.h"
#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/type.h"

namespace heddle::lib {

namespace {

Value Forward(Context& cx, Args args, const char* method) {
  const Value mapping = args[0].As<MappingProxy>()->mapping.Load();
  Str* name = cx.Intern(method);
  const Value found = LookupInMro(TypeOf(cx, mapping), name);
  if (found.IsUndefined()) return RaiseMissingAttribute(cx, mapping, name);
  const SpecialCall call = PrepareSpecial(cx, found, mapping, TypeOf(cx, mapping));
  cx.TailCall(call.callable, {});
  if (!call.self.IsUndefined()) cx.tail.args.push_back(call.self);
  for (uint32_t i = 1; i < args.count; ++i) {
    if (!args[i].IsUndefined()) cx.tail.args.push_back(args[i]);
  }
  return Value::TailCall();
}

Value New(Context& cx, Args args) {
  if (LookupInMro(TypeOf(cx, args[1]), cx.runtime.names.specials[size_t(Special::kGetItem)])
          .IsUndefined() ||
      args[1].Is(Kind::kList) || args[1].Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "mappingproxy() argument must be a mapping, not {}",
                    TypeName(cx, args[1]));
  }
  auto* proxy = cx.heap.New<MappingProxy>(Kind::kMappingProxy);
  proxy->mapping.Store(args[1]);
  return Value::Of(proxy);
}

Value Repr(Context& cx, Args args) {
  return cx.TailCall(Library::kMappingProxyRepr, {args[0].As<MappingProxy>()->mapping.Load()});
}

Value ToStr(Context& cx, Args args) { return Forward(cx, args, "__str__"); }
Value GetItem(Context& cx, Args args) { return Forward(cx, args, "__getitem__"); }
Value Len(Context& cx, Args args) { return Forward(cx, args, "__len__"); }
Value Contains(Context& cx, Args args) { return Forward(cx, args, "__contains__"); }
Value Iter(Context& cx, Args args) { return Forward(cx, args, "__iter__"); }
Value Reversed(Context& cx, Args args) { return Forward(cx, args, "__reversed__"); }
Value Get(Context& cx, Args args) { return Forward(cx, args, "get"); }
Value Keys(Context& cx, Args args) { return Forward(cx, args, "keys"); }
Value Values(Context& cx, Args args) { return Forward(cx, args, "values"); }
Value Items(Context& cx, Args args) { return Forward(cx, args, "items"); }
Value Copy(Context& cx, Args args) { return Forward(cx, args, "copy"); }

Value Unwrapped(Value v) {
  return v.Is(Kind::kMappingProxy) ? v.As<MappingProxy>()->mapping.Load() : v;
}
Value Eq(Context& cx, Args args) {
  Value values[] = {args[0], Unwrapped(args[1])};
  return Forward(cx, {values, 2}, "__eq__");
}
Value Or(Context& cx, Args args) {
  Value values[] = {args[0], Unwrapped(args[1])};
  return Forward(cx, {values, 2}, "__or__");
}

// Of two proxies the mappings are joined: the other side sees a mapping of its own kind.
Value ReflectedOr(Context& cx, Args args) {
  const Value left = args[1], name = Value::Of(cx.Intern("__or__"));
  const Value found = LookupInMro(TypeOf(cx, left), name.As<Str>());
  if (found.IsUndefined()) return Value::NotImplemented();
  const SpecialCall call = PrepareSpecial(cx, found, left, TypeOf(cx, left));
  const Value right = args[0].As<MappingProxy>()->mapping.Load();
  if (call.self.IsUndefined()) return cx.TailCall(call.callable, {right});
  return cx.TailCall(call.callable, {call.self, right});
}
Value InPlaceOr(Context& cx, Args) {
  return cx.Raise(Exc::kTypeError, "'|=' is not supported by mappingproxy; use '|' instead");
}
Value Hash(Context& cx, Args args) {
  return cx.TailCall(Library::kHash, {args[0].As<MappingProxy>()->mapping.Load()});
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, mapping"},
    {"__repr__", Repr, "self, /"},
    {"__str__", ToStr, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__len__", Len, "self, /"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"__contains__", Contains, "self, key, /"},
    {"__iter__", Iter, "self, /"},
    {"__reversed__", Reversed, "self, /"},
    {"get", Get, "self, key, default=, /"},
    {"keys", Keys, "self, /"},
    {"values", Values, "self, /"},
    {"items", Items, "self, /"},
    {"copy", Copy, "self, /"},
    {"__eq__", Eq, "self, value, /"},
    {"__or__", Or, "self, value, /"},
    {"__ror__", ReflectedOr, "self, value, /"},
    {"__ior__", InPlaceOr, "self, value, /"},
    {"__hash__", Hash, "self, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kMappingProxyType = {
    "mappingproxy", "builtins", Kind::kMappingProxy,  kMethods,
    nullptr,        kNotBase,   sizeof(MappingProxy), "Read-only proxy of a mapping."};

}  // namespace heddle::lib
