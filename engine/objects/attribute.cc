#include "objects/attribute.h"

#include <string>

#include "objects/compare.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/shape.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle {

namespace {

using Lookup = AttributeLookup;

Lookup Raised() {
  Lookup result;
  result.kind = Lookup::kRaised;
  return result;
}

Lookup FromValue(Value value) {
  Lookup result;
  result.kind = value.IsUndefined() ? Lookup::kRaised : Lookup::kValue;
  result.value = value;
  return result;
}

void SetCall(Lookup* result, Lookup::Kind kind, Value callable, std::initializer_list<Value> args) {
  result->kind = kind;
  result->callable = callable;
  result->arg_count = 0;
  for (Value arg : args) result->args[result->arg_count++] = arg;
}

// The call of __getattribute__ or __getattr__.
void SetHookCall(Context& cx, Lookup* result, Lookup::Kind kind, const SpecialCall& call,
                 Str* name) {
  if (call.kind == SpecialCall::kGet) {
    const Value get_args = Value::Of(NewTuple(cx.heap, call.args));
    SetCall(result, kind, cx.runtime.library[size_t(Library::kCallGet)].Load(),
            {call.callable, get_args, Value::Of(NewTuple(cx.heap, {Value::Of(name)}))});
  } else if (call.self.IsUndefined()) {
    SetCall(result, kind, call.callable, {Value::Of(name)});
  } else {
    SetCall(result, kind, call.callable, {call.self, Value::Of(name)});
  }
}

// Whether a builtin method takes no such object as its self.
bool IsForeign(Context& cx, Value function, Value self) {
  if (!function.Is(Kind::kMethodDescriptor)) return false;
  const Value owner = function.As<Native>()->owner.Load();
  return owner.Is(Kind::kType) && !IsSubtype(TypeOf(cx, self), owner.As<Type>());
}

// Whether the class attribute goes before what lies in the instance.
bool IsDataDescriptor(Context& cx, Value v) {
  if (!v.IsObject()) return false;
  switch (v.object()->kind) {
    case Kind::kGetSet:
    case Kind::kMember:
    case Kind::kProperty: return true;
    case Kind::kFunction:
    case Kind::kMethodDescriptor:
    case Kind::kNative: return false;
    default: {
      const Type* type = TypeOf(cx, v);
      if (type->special(Special::kGet).IsUndefined()) return false;
      return !type->special(Special::kSet).IsUndefined() ||
             !type->special(Special::kDelete).IsUndefined();
    }
  }
}

std::string Text(Value str) { return ToUtf8(str.As<Str>()); }

Lookup RaiseWrongReceiver(Context& cx, Value name, Value owner, Value object) {
  cx.Raise(Exc::kTypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
           Text(name), Text(owner.As<Type>()->name.Load()), TypeName(cx, object));
  return Raised();
}

Lookup GetMember(Context& cx, Value object, Value descriptor, Type* type) {
  auto* member = descriptor.As<Member>();
  if (!IsSubtype(type, member->owner.Load().As<Type>())) {
    return RaiseWrongReceiver(cx, member->name.Load(), member->owner.Load(), object);
  }
  Lookup result;
  result.type = type;
  result.value = MemberSlot(object.object(), member)->LoadAcquire();
  if (!result.value.IsUndefined()) {
    result.kind = Lookup::kInstanceSlot;
    result.offset = member->offset;
    result.shape_id = object.object()->shape.LoadAcquire();
    result.cacheable = result.shape_id != 0;
  } else if ((member->flags & Member::kNoneWhenUnset) != 0) {
    result.kind = Lookup::kValue;
    result.value = Value::None();
  } else {
    result.kind = Lookup::kMissing;
  }
  return result;
}

// What a descriptor found on the type of `object` makes of it; `object` is Undefined when the
// access was to the class itself.
Lookup Bind(Context& cx, Value descriptor, Value object, Type* type) {
  Lookup result;
  result.type = type;
  result.kind = Lookup::kValue;
  result.value = descriptor;
  if (!descriptor.IsObject()) return result;
  // A subclass of property and the like may have its own __get__.
  const bool builtin_get = UsesBuiltin(cx, descriptor, Special::kGet);
  switch (builtin_get ? descriptor.object()->kind : Kind::kInstance) {
    case Kind::kFunction:
    case Kind::kMethodDescriptor:
      if (object.IsUndefined() || IsBuiltinFunction(descriptor)) return result;
      if (IsForeign(cx, descriptor, object)) {
        const auto* native = descriptor.As<Native>();
        return RaiseWrongReceiver(cx, cx.NewString(native->def->name), native->owner.Load(),
                                  object);
      }
      result.kind = Lookup::kMethod;
      result.self = object;
      return result;
    case Kind::kNative: return result;
    case Kind::kStaticMethod:
      result.value = descriptor.As<StaticMethod>()->callable.Load();
      return result;
    case Kind::kClassMethod:
      result.value = descriptor.As<ClassMethod>()->callable.Load();
      if (IsForeign(cx, result.value, Value::Of(type))) {
        result.value = BindMethod(cx, result.value, Value::Of(type));
        return result;
      }
      result.kind = Lookup::kMethod;
      result.self = Value::Of(type);
      return result;
    case Kind::kProperty: {
      if (object.IsUndefined()) return result;
      const Value getter = descriptor.As<Property>()->get.Load();
      if (!getter.IsUndefined() && !getter.IsNone()) {
        SetCall(&result, Lookup::kDescriptorGet, getter, {object});
        return result;
      }
      const Value name = descriptor.As<Property>()->name.Load();
      if (name.Is(Kind::kStr)) {
        cx.Raise(Exc::kAttributeError, "property '{}' of '{}' object has no getter", Text(name),
                 Text(TypeOf(cx, object)->qualname.Load()));
      } else {
        cx.Raise(Exc::kAttributeError, "property of '{}' object has no getter",
                 Text(TypeOf(cx, object)->qualname.Load()));
      }
      return Raised();
    }
    case Kind::kGetSet: {
      if (object.IsUndefined()) return result;
      auto* getset = descriptor.As<GetSet>();
      if (!IsSubtype(TypeOf(cx, object), getset->owner.Load().As<Type>())) {
        return RaiseWrongReceiver(cx, getset->name.Load(), getset->owner.Load(), object);
      }
      const Value value = getset->get(cx, {&object, 1});
      if (value == Value::TailCall()) {
        result.value = Value();
        SetCall(&result, Lookup::kDescriptorGet, cx.tail.callable, {});
        for (Value arg : cx.tail.args) {
          if (result.arg_count < result.args.size()) result.args[result.arg_count++] = arg;
        }
        return result;
      }
      return FromValue(value);
    }
    case Kind::kMember:
      if (object.IsUndefined()) return result;
      return GetMember(cx, object, descriptor, type);
    default: break;
  }
  Type* descriptor_type = TypeOf(cx, descriptor);
  const Value get = descriptor_type->special(Special::kGet);
  if (get.IsUndefined()) return result;
  const Value instance = object.IsUndefined() ? Value::None() : object;
  const SpecialCall call = PrepareSpecial(cx, get, descriptor, descriptor_type);
  if (call.self.IsUndefined()) {
    SetCall(&result, Lookup::kDescriptorGet, call.callable, {instance, Value::Of(type)});
  } else {
    SetCall(&result, Lookup::kDescriptorGet, call.callable, {call.self, instance, Value::Of(type)});
  }
  return result;
}

void MarkCacheable(Lookup* result, uint32_t shape_id, Type* type, uint32_t version,
                   bool in_dict_mode) {
  result->type = type;
  result->version = version;
  result->shape_id = shape_id;
  // An instance whose attributes lie in a dict may shadow the class at any time.
  result->cacheable = !in_dict_mode;
}

bool HasAttributesInDict(Object* object, Type* type) {
  if ((object->flags & kSubclass) != 0 && IsVariableSize(object->kind)) return type->Has(kHasDict);
  if (KeepsOwnDict(object->kind)) return true;
  const Shape* shape = ShapeOf(object, type);
  return shape != nullptr && shape->dict_mode;
}

// ---- instances

// `obj.__dict__` of instances of builtin types is not in the dict of their class.
Lookup LookupImplicit(Context& cx, Value object, Type* type, Str* name) {
  const auto& names = cx.runtime.names;
  if (name == names.s___dict__ && type->Has(kHasDict) && object.IsObject()) {
    if (Dict* dict = InstanceDict(cx, object.object())) return FromValue(Value::Of(dict));
  }
  return Lookup();
}

// `shape_id`: of the object, before its own attributes were looked through.
Lookup FoundInType(Context& cx, Value object, uint32_t shape_id, Type* type,
                   const TypeAttribute& attribute) {
  const Value found = attribute.value;
  Lookup result = Bind(cx, found, object, type);
  Object* holder = object.IsObject() ? object.object() : nullptr;
  const bool is_property = found.Is(Kind::kProperty) && UsesBuiltin(cx, found, Special::kGet);
  const bool in_dict = holder != nullptr && !is_property && HasAttributesInDict(holder, type);
  const bool computed = found.Is(Kind::kGetSet) || found.Is(Kind::kMember);
  if (result.kind == Lookup::kValue && result.value == found && !computed) {
    result.kind = Lookup::kTypeData;
    result.cell = attribute.cell;
  }
  if (computed) {
    if (result.kind != Lookup::kInstanceSlot) result.cacheable = false;
    return result;
  }
  if (result.kind == Lookup::kRaised) return result;
  MarkCacheable(&result, shape_id, type, attribute.version, in_dict);
  if (result.kind == Lookup::kDescriptorGet && !is_property) result.cacheable = false;
  return result;
}

Lookup LookupInInstance(Context& cx, Object* object, Type* type, Str* name) {
  Lookup result;
  result.value = GetInstanceAttribute(cx, object, name);
  if (result.value.IsUndefined()) return result;
  result.kind = Lookup::kValue;
  const Shape* shape = ShapeOf(object, type);
  if (shape == nullptr || shape->dict_mode) return result;
  const int slot = ShapeFind(shape, name);
  if (slot < 0) return result;
  result.kind = Lookup::kInstanceSlot;
  result.offset = type->slots_offset + static_cast<uint32_t>(slot) * uint32_t{sizeof(Slot)};
  result.shape_id = shape->id;
  result.type = type;
  result.cacheable = true;
  return result;
}

// The dict of an object that keeps one in its own layout, or null.
Dict* OwnDict(Object* object) {
  Value dict;
  switch (object->kind) {
    case Kind::kModule: dict = static_cast<Module*>(object)->dict.LoadAcquire(); break;
    case Kind::kFunction: dict = static_cast<Function*>(object)->attributes.LoadAcquire(); break;
    case Kind::kStaticMethod:
      dict = static_cast<StaticMethod*>(object)->attributes.LoadAcquire();
      break;
    case Kind::kClassMethod:
      dict = static_cast<ClassMethod*>(object)->attributes.LoadAcquire();
      break;
    default: break;
  }
  return dict.Is(Kind::kDict) ? dict.As<Dict>() : nullptr;
}

Lookup LookupInOwnDict(Context& cx, Object* object, Str* name) {
  Lookup result;
  Dict* dict = OwnDict(object);
  if (dict == nullptr) return result;
  result.value = DictGetStr(dict, name);
  if (result.value.IsUndefined()) return result;
  result.kind = Lookup::kValue;
  if (object->kind != Kind::kModule) return result;
  result.kind = Lookup::kTypeData;
  result.cell = NamespaceCell(cx, dict, name, false);
  result.cacheable = result.cell != nullptr;
  return result;
}

Lookup LookupOnInstance(Context& cx, Value object, Type* type, Str* name) {
  const TypeAttribute attribute = FindInMro(cx, type, name);
  const bool in_type = attribute.cell != nullptr;
  const uint32_t shape_id = object.IsObject() ? object.object()->shape.LoadAcquire() : 0;
  if (in_type && IsDataDescriptor(cx, attribute.value)) {
    return FoundInType(cx, object, shape_id, type, attribute);
  }
  if (object.IsObject()) {
    Lookup own = KeepsOwnDict(object.object()->kind)
                     ? LookupInOwnDict(cx, object.object(), name)
                     : LookupInInstance(cx, object.object(), type, name);
    if (own.kind != Lookup::kMissing) return own;
  }
  if (in_type) return FoundInType(cx, object, shape_id, type, attribute);
  return LookupImplicit(cx, object, type, name);
}

// ---- classes

Lookup LookupOnType(Context& cx, Type* type, Str* name) {
  Type* metatype = type->type.Load();
  const Value meta = FindInMro(cx, metatype, name).value;
  if (!meta.IsUndefined() && IsDataDescriptor(cx, meta)) {
    return Bind(cx, meta, Value::Of(type), metatype);
  }
  if (const TypeAttribute found = FindInMro(cx, type, name); found.cell != nullptr) {
    Lookup result = Bind(cx, found.value, Value::Undefined(), type);
    if (result.kind == Lookup::kValue && result.value == found.value) {
      result.kind = Lookup::kTypeData;
      result.cell = found.cell;
    }
    result.type = type;
    result.version = found.version;
    result.on_type = true;
    // Changes of the metaclass do not show in the version of the class.
    result.cacheable = meta.IsUndefined() && result.kind != Lookup::kRaised &&
                       result.kind != Lookup::kDescriptorGet;
    return result;
  }
  if (!meta.IsUndefined()) return Bind(cx, meta, Value::Of(type), metatype);
  return Lookup();
}

// ---- super objects and bound methods

Lookup LookupOnSuper(Context& cx, SuperObject* super, Str* name) {
  const Value self = super->self.Load();
  if (self.IsUndefined() || name == cx.runtime.names.s___class__) {
    return LookupOnInstance(cx, Value::Of(super), TypeOf(cx, Value::Of(super)), name);
  }
  auto* start = super->type.Load().As<Type>();
  auto* self_type = super->self_type.Load().As<Type>();
  auto* mro = self_type->mro.Load().As<Tuple>();
  uint32_t i = 0;
  while (i < mro->length && mro->Get(i) != Value::Of(start)) ++i;
  for (++i; i < mro->length; ++i) {
    const Value found = DictGetStr(mro->Get(i).As<Type>()->dict.Load().As<Dict>(), name);
    if (found.IsUndefined()) continue;
    // For a class method's super() the receiver is the class itself.
    return Bind(cx, found, self == Value::Of(self_type) ? Value::Undefined() : self, self_type);
  }
  return LookupOnInstance(cx, Value::Of(super), TypeOf(cx, Value::Of(super)), name);
}

Lookup LookupOnBoundMethod(Context& cx, Value object, Str* name) {
  Lookup result = LookupOnInstance(cx, object, TypeOf(cx, object), name);
  if (result.kind != Lookup::kMissing) return result;
  result = LookupAttribute(cx, object.As<BoundMethod>()->function.Load(), name);
  result.cacheable = false;
  return result;
}

// Arranges the call of the class's __getattr__, now or when `result`'s call raises AttributeError.
void AddGetAttrHook(Context& cx, Value object, Type* type, Str* name, Lookup* result) {
  const Value hook = type->special(Special::kGetAttr);
  if (hook.IsUndefined()) return;
  const SpecialCall call = PrepareSpecial(cx, hook, object, type);
  if (result->kind == Lookup::kMissing) {
    SetHookCall(cx, result, Lookup::kNeedsGetAttr, call, name);
  } else if (call.kind == SpecialCall::kReady && (result->kind == Lookup::kDescriptorGet ||
                                                  result->kind == Lookup::kNeedsGetAttribute)) {
    result->fallback = call.callable;
    result->fallback_self = call.self;
  } else if (result->kind == Lookup::kRaised && cx.pending.IsObject() &&
             IsSubtype(TypeOf(cx, cx.pending),
                       cx.runtime.exceptions[size_t(Exc::kAttributeError)])) {
    cx.pending = Value();
    result->kind = Lookup::kMissing;
    AddGetAttrHook(cx, object, type, name, result);
  }
}

// PEP 562: a function __getattr__ in the module.
void AddModuleHook(Context& cx, Value object, Str* name, Lookup* result) {
  if (result->kind != Lookup::kMissing || !object.Is(Kind::kModule)) return;
  Str* hook_name = cx.runtime.names.specials[size_t(Special::kGetAttr)];
  const Value hook = DictGetStr(object.As<Module>()->dict.Load().As<Dict>(), hook_name);
  if (!hook.IsUndefined()) SetCall(result, Lookup::kNeedsGetAttr, hook, {Value::Of(name)});
}

}  // namespace

SpecialCall PrepareSpecial(Context& cx, Value found, Value self, Type* type) {
  SpecialCall call;
  call.callable = found;
  if (!found.IsObject()) return call;
  switch (found.object()->kind) {
    case Kind::kFunction:
    case Kind::kMethodDescriptor:
      if (!IsBuiltinFunction(found)) call.self = self;
      return call;
    case Kind::kNative:
    case Kind::kBoundMethod: return call;
    case Kind::kStaticMethod:
      call.callable = found.As<StaticMethod>()->callable.Load();
      return call;
    case Kind::kClassMethod:
      call.callable = found.As<ClassMethod>()->callable.Load();
      call.self = Value::Of(type);
      return call;
    default: break;
  }
  const Lookup bound = Bind(cx, found, self, type);
  if (bound.kind == Lookup::kDescriptorGet) {
    call.kind = SpecialCall::kGet;
    call.callable = bound.callable;
    for (uint32_t i = 0; i < call.args.size() && i < bound.arg_count; ++i) {
      call.args[i] = bound.args[i];
    }
  } else if (bound.kind == Lookup::kValue) {
    call.callable = bound.value;
  }
  return call;
}

AttributeLookup LookupAttributeGeneric(Context& cx, Value object, Str* name) {
  if (object.Is(Kind::kType)) return LookupOnType(cx, object.As<Type>(), name);
  if (object.Is(Kind::kSuper)) return LookupOnSuper(cx, object.As<SuperObject>(), name);
  if (object.Is(Kind::kBoundMethod)) return LookupOnBoundMethod(cx, object, name);
  return LookupOnInstance(cx, object, TypeOf(cx, object), name);
}

AttributeLookup LookupAttribute(Context& cx, Value object, Str* name) {
  Type* type = TypeOf(cx, object);
  Lookup result;
  if (type->Has(kCustomGetAttribute)) {
    const SpecialCall call =
        PrepareSpecial(cx, type->special(Special::kGetAttribute), object, type);
    SetHookCall(cx, &result, Lookup::kNeedsGetAttribute, call, name);
  } else {
    result = LookupAttributeGeneric(cx, object, name);
    AddModuleHook(cx, object, name, &result);
  }
  if (type->Has(kHasGetAttr)) AddGetAttrHook(cx, object, type, name, &result);
  return result;
}

Value BindMethod(Context& cx, Value function, Value self) {
  // A foreign one is refused when it is called.
  if (function.Is(Kind::kMethodDescriptor) && !IsForeign(cx, function, self)) {
    return Value::Of(BindNative(cx, function.As<Native>(), self));
  }
  if (function.Is(Kind::kNative) && function.As<Native>()->self.Load().IsUndefined()) {
    return Value::Of(BindNative(cx, function.As<Native>(), self));
  }
  return Value::Of(NewBoundMethod(cx.heap, function, self));
}

Value LookupResult(Context& cx, const AttributeLookup& found) {
  if (found.kind != Lookup::kMethod) return found.value;
  return BindMethod(cx, found.value, found.self);
}

Value RaiseMissingAttribute(Context& cx, Value object, Str* name) {
  // A bound method has the attributes of its function.
  if (object.Is(Kind::kBoundMethod)) object = object.As<BoundMethod>()->function.Load();
  const std::string text = ToUtf8(name);
  std::string message;
  if (object.Is(Kind::kType)) {
    message = fmt::format("type object '{}' has no attribute '{}'",
                          Text(object.As<Type>()->name.Load()), text);
  } else if (object.Is(Kind::kModule)) {
    const Value module_name =
        DictGetStr(object.As<Module>()->dict.Load().As<Dict>(), cx.runtime.names.s___name__);
    message = module_name.Is(Kind::kStr)
                  ? fmt::format("module '{}' has no attribute '{}'", Text(module_name), text)
                  : fmt::format("module has no attribute '{}'", text);
  } else {
    message = fmt::format("'{}' object has no attribute '{}'", TypeName(cx, object), text);
  }
  cx.Raise(Exc::kAttributeError, message);
  auto* exception = cx.pending.As<Exception>();
  SetExceptionField(cx, exception, cx.runtime.names.s_name, Value::Of(name));
  SetExceptionField(cx, exception, cx.runtime.names.s_obj, object);
  return Value::Raised();
}

}  // namespace heddle
