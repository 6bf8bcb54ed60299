#include "objects/descriptor.h"

#include <cstring>
#include <string>

#include "objects/dict.h"
#include "objects/function.h"
#include "objects/tables.h"

namespace heddle {

namespace {

std::string_view FirstParameter(const char* params) {
  std::string_view text(params);
  return text.substr(0, std::min(text.find_first_of(",= "), text.size()));
}

Value MethodOf(Context& cx, Type* type, const NativeDef* def) {
  if (def->fn == nullptr) return Value::None();
  const std::string owner = ToUtf8(type->name.Load().As<Str>());
  const std::string qualname = owner + "." + def->name;
  const std::string_view first = FirstParameter(def->params);
  if (std::strcmp(def->name, "__new__") == 0) {
    return Value::Of(NewNative(cx, Kind::kNative, def, Value(), Value::Of(type), qualname));
  }
  if (first == "self") {
    return Value::Of(
        NewNative(cx, Kind::kMethodDescriptor, def, Value(), Value::Of(type), qualname));
  }
  Native* native = NewNative(cx, Kind::kNative, def, Value(), Value::Of(type), qualname);
  if (first == "cls") {
    auto* method = cx.heap.New<ClassMethod>(Kind::kClassMethod);
    method->callable.Store(Value::Of(native));
    return Value::Of(method);
  }
  auto* method = cx.heap.New<StaticMethod>(Kind::kStaticMethod);
  method->callable.Store(Value::Of(native));
  return Value::Of(method);
}

}  // namespace

GetSet* NewGetSet(Context& cx, const GetSetDef& def, Type* owner) {
  auto* getset = cx.heap.New<GetSet>(Kind::kGetSet);
  getset->get = def.get;
  getset->set = def.set;
  getset->name.Store(Value::Of(cx.Intern(def.name)));
  getset->owner.Store(Value::Of(owner));
  return getset;
}

Member* NewMember(Context& cx, Str* name, Type* owner, uint32_t offset, uint32_t flags) {
  auto* member = cx.heap.New<Member>(Kind::kMember);
  member->name.Store(Value::Of(name));
  member->owner.Store(Value::Of(owner));
  member->offset = offset;
  member->flags = flags;
  return member;
}

Native* NewNative(Context& cx, Kind kind, const NativeDef* def, Value self, Value owner,
                  std::string_view qualname) {
  auto* native = cx.heap.New<Native>(kind);
  native->fn = def->fn;
  native->def = def;
  native->signature = SignatureOf(cx, def);
  const Signature& s = *native->signature;
  const bool direct = self.IsUndefined() && !s.is_new && (s.max != 0xffff || s.keyword_only == 0);
  native->direct_least = direct ? s.min : 1;
  native->direct_most = direct ? s.max : 0;
  native->self.Store(self);
  native->owner.Store(owner);
  native->qualname.Store(Value::Of(cx.Intern(qualname)));
  return native;
}

Native* BindNative(Context& cx, Native* method, Value self) {
  auto* bound = cx.heap.New<Native>(Kind::kNative);
  bound->fn = method->fn;
  bound->def = method->def;
  bound->signature = method->signature;
  bound->direct_least = 1;
  bound->self.Store(self);
  bound->owner.Store(method->owner.Load());
  bound->qualname.Store(method->qualname.Load());
  return bound;
}

void AddMethods(Context& cx, Type* type, const NativeDef* methods) {
  if (methods == nullptr) return;
  auto* dict = type->dict.Load().As<Dict>();
  for (; methods->name != nullptr; ++methods) {
    NamespaceStore(cx, dict, cx.Intern(methods->name), MethodOf(cx, type, methods));
  }
}

void AddGetSets(Context& cx, Type* type, const GetSetDef* getsets) {
  if (getsets == nullptr) return;
  auto* dict = type->dict.Load().As<Dict>();
  for (; getsets->name != nullptr; ++getsets) {
    NamespaceStore(cx, dict, cx.Intern(getsets->name), Value::Of(NewGetSet(cx, *getsets, type)));
  }
}

}  // namespace heddle
