// obj.name = value and del obj.name.
#include <string>

#include "objects/attribute.h"
#include "objects/compare.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/shape.h"
#include "objects/type_building.h"

namespace heddle {

namespace {

using Store = AttributeStore;

Store Done() { return Store(); }
Store Raised() {
  Store result;
  result.kind = Store::kRaised;
  return result;
}

std::string Text(Value str) { return ToUtf8(str.As<Str>()); }

void SetCall(Store* result, Value callable, Value self, std::initializer_list<Value> args) {
  result->kind = Store::kCall;
  result->callable = callable;
  if (!self.IsUndefined()) result->args[result->arg_count++] = self;
  for (Value arg : args) result->args[result->arg_count++] = arg;
}

// AttributeError with `name` and `obj`.
Store RaiseAttribute(Context& cx, Value object, Str* name, const std::string& message) {
  cx.Raise(Exc::kAttributeError, message);
  auto* exception = cx.pending.As<Exception>();
  SetExceptionField(cx, exception, cx.runtime.names.s_name, Value::Of(name));
  SetExceptionField(cx, exception, cx.runtime.names.s_obj, object);
  return Raised();
}

Store StoreProperty(Context& cx, Value object, Property* property, Value value) {
  const bool deletes = value.IsUndefined();
  const Value function = deletes ? property->del.Load() : property->set.Load();
  if (!function.IsUndefined() && !function.IsNone()) {
    Store result;
    if (deletes) {
      SetCall(&result, function, Value(), {object});
    } else {
      SetCall(&result, function, Value(), {object, value});
    }
    return result;
  }
  const char* what = deletes ? "deleter" : "setter";
  const std::string owner = Text(TypeOf(cx, object)->qualname.Load());
  const Value name = property->name.Load();
  if (name.Is(Kind::kStr)) {
    cx.Raise(Exc::kAttributeError, "property '{}' of '{}' object has no {}", Text(name), owner,
             what);
  } else {
    cx.Raise(Exc::kAttributeError, "property of '{}' object has no {}", owner, what);
  }
  return Raised();
}

Store StoreGetSet(Context& cx, Value object, GetSet* getset, Value value) {
  if (getset->set == nullptr) {
    cx.Raise(Exc::kAttributeError, "attribute '{}' of '{}' objects is not writable",
             Text(getset->name.Load()), Text(getset->owner.Load().As<Type>()->name.Load()));
    return Raised();
  }
  Value args[] = {object, value};
  const Value result = getset->set(cx, {args, 2});
  if (result != Value::TailCall()) return result.IsUndefined() ? Raised() : Done();
  Store call;
  call.kind = Store::kCall;
  call.callable = cx.tail.callable;
  for (Value arg : cx.tail.args) {
    if (call.arg_count < call.args.size()) call.args[call.arg_count++] = arg;
  }
  return call;
}

Store StoreMember(Context& cx, Value object, Member* member, Str* name, Value value) {
  if (!IsSubtype(TypeOf(cx, object), member->owner.Load().As<Type>())) {
    cx.Raise(Exc::kTypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
             ToUtf8(name), Text(member->owner.Load().As<Type>()->name.Load()),
             TypeName(cx, object));
    return Raised();
  }
  if ((member->flags & Member::kReadOnly) != 0) {
    cx.Raise(Exc::kAttributeError, "readonly attribute");
    return Raised();
  }
  Slot* slot = MemberSlot(object.object(), member);
  if (value.IsUndefined() && slot->Load().IsUndefined() &&
      (member->flags & Member::kNoneWhenUnset) == 0) {
    RaiseMissingAttribute(cx, object, name);
    return Raised();
  }
  slot->Publish(value);
  Store result;
  result.kind = Store::kSlot;
  result.offset = member->offset;
  result.shape_id = object.object()->shape.LoadAcquire();
  result.cacheable = result.shape_id != 0 && !value.IsUndefined();
  return result;
}

// Undefined in `handled`: the class attribute is no data descriptor.
bool StoreByDescriptor(Context& cx, Value object, Str* name, Value descriptor, Value value,
                       Store* result) {
  if (!descriptor.IsObject()) return false;
  const bool builtin_set =
      UsesBuiltin(cx, descriptor, value.IsUndefined() ? Special::kDelete : Special::kSet);
  switch (builtin_set ? descriptor.object()->kind : Kind::kInstance) {
    case Kind::kFunction:
    case Kind::kMethodDescriptor:
    case Kind::kNative: return false;
    case Kind::kProperty:
      *result = StoreProperty(cx, object, descriptor.As<Property>(), value);
      return true;
    case Kind::kGetSet:
      *result = StoreGetSet(cx, object, descriptor.As<GetSet>(), value);
      return true;
    case Kind::kMember:
      *result = StoreMember(cx, object, descriptor.As<Member>(), name, value);
      return true;
    default: break;
  }
  Type* type = TypeOf(cx, descriptor);
  const Value set = type->special(Special::kSet), del = type->special(Special::kDelete);
  if (set.IsUndefined() && del.IsUndefined()) return false;
  const Value hook = value.IsUndefined() ? del : set;
  if (hook.IsUndefined()) {
    cx.Raise(Exc::kAttributeError, "{}", value.IsUndefined() ? "__delete__" : "__set__");
    *result = Raised();
    return true;
  }
  const SpecialCall call = PrepareSpecial(cx, hook, descriptor, type);
  if (value.IsUndefined()) {
    SetCall(result, call.callable, call.self, {object});
  } else {
    SetCall(result, call.callable, call.self, {object, value});
  }
  return true;
}

Store RaiseCannotStore(Context& cx, Value object, Str* name, bool on_class) {
  const std::string type_name = TypeName(cx, object), text = ToUtf8(name);
  if (on_class) {
    return RaiseAttribute(cx, object, name,
                          fmt::format("'{}' object attribute '{}' is read-only", type_name, text));
  }
  return RaiseAttribute(
      cx, object, name,
      fmt::format("'{}' object has no attribute '{}' and no __dict__ for setting new attributes",
                  type_name, text));
}

Store StoreInInstance(Context& cx, Value object, Type* type, Str* name, Value value,
                      bool on_class) {
  Object* instance = object.object();
  if (value.IsUndefined()) {
    if (!type->Has(kHasDict)) return RaiseCannotStore(cx, object, name, on_class);
    if (DeleteInstanceAttribute(cx, instance, name)) return Done();
    RaiseMissingAttribute(cx, object, name);
    return Raised();
  }
  const uint32_t before = instance->shape.LoadAcquire();
  if (!SetInstanceAttribute(cx, instance, name, value)) {
    return RaiseCannotStore(cx, object, name, on_class);
  }
  const Shape* shape = ShapeOf(instance, type);
  if (before == 0 || shape == nullptr || shape->dict_mode) return Done();
  const int slot = ShapeFind(shape, name);
  if (slot < 0) return Done();
  Store result;
  result.offset = type->slots_offset + static_cast<uint32_t>(slot) * uint32_t{sizeof(Slot)};
  result.shape_id = before;
  result.new_shape_id = shape->id;
  result.type = type;
  result.kind = before == shape->id ? Store::kSlot : Store::kTransition;
  // Another thread may have added more in between.
  result.cacheable = before == shape->id || static_cast<uint32_t>(slot) + 1 == shape->count;
  if (result.kind == Store::kTransition) {
    const Shape* old = type->shapes->At(before);
    result.cacheable &= old->count + 1 == shape->count;
  }
  return result;
}

Store StoreInDict(Context& cx, Value object, Dict* dict, Str* name, Value value) {
  if (!value.IsUndefined()) {
    DictSetStr(cx, dict, name, value);
    return Done();
  }
  if (DictDeleteStr(cx, dict, name)) return Done();
  RaiseMissingAttribute(cx, object, name);
  return Raised();
}

Store StoreInModule(Context& cx, Value object, Str* name, Value value) {
  auto* dict = object.As<Module>()->dict.LoadAcquire().As<Dict>();
  if (value.IsUndefined()) return StoreInDict(cx, object, dict, name, value);
  NamespaceStore(cx, dict, name, value);
  Store result;
  result.kind = Store::kTypeData;
  result.cell = NamespaceCell(cx, dict, name, false);
  result.cacheable = result.cell != nullptr;
  return result;
}

// The dict of a function or of a method wrapper, made when it is first needed.
Dict* DictIn(Context& cx, Object* object, Slot* slot) {
  const Value found = slot->LoadAcquire();
  if (found.Is(Kind::kDict)) return found.As<Dict>();
  Dict* dict = NewDict(cx.heap);
  heap::ObjectLock lock(cx.heap.locking(), object);
  if (slot->Load().Is(Kind::kDict)) return slot->Load().As<Dict>();
  slot->Publish(Value::Of(dict));
  return dict;
}

}  // namespace

AttributeStore StoreAttributeGeneric(Context& cx, Value object, Str* name, Value value) {
  Type* type = TypeOf(cx, object);
  Store result;
  const TypeAttribute attribute = FindInMro(cx, type, name);
  const Value found = attribute.value;
  if (!found.IsUndefined() && StoreByDescriptor(cx, object, name, found, value, &result)) {
    if (result.kind == Store::kCall && found.Is(Kind::kProperty) &&
        UsesBuiltin(cx, found, Special::kSet) && !value.IsUndefined() && object.IsObject()) {
      result.cacheable = true;
      result.type = type;
      result.version = attribute.version;
      result.shape_id = object.object()->shape.LoadAcquire();
      result.descriptor = found;
    }
    return result;
  }
  const bool on_class = !found.IsUndefined();
  if (!object.IsObject()) return RaiseCannotStore(cx, object, name, on_class);
  Object* receiver = object.object();
  const auto& names = cx.runtime.names;
  if (name == names.s___dict__ && type->Has(kHasDict) && !KeepsOwnDict(receiver->kind) &&
      value.Is(Kind::kDict)) {
    ReplaceInstanceDict(cx, receiver, value.As<Dict>());
    return Done();
  }
  switch (receiver->kind) {
    case Kind::kType:
      return SetTypeAttribute(cx, static_cast<Type*>(receiver), name, value) ? Done() : Raised();
    case Kind::kModule: return StoreInModule(cx, object, name, value);
    case Kind::kFunction: {
      if (IsBuiltinFunction(object)) {
        return RaiseCannotStore(cx, object, name, on_class);
      }
      Slot* slot = &static_cast<Function*>(receiver)->attributes;
      return StoreInDict(cx, object, DictIn(cx, receiver, slot), name, value);
    }
    case Kind::kStaticMethod: {
      Slot* slot = &static_cast<StaticMethod*>(receiver)->attributes;
      return StoreInDict(cx, object, DictIn(cx, receiver, slot), name, value);
    }
    case Kind::kClassMethod: {
      Slot* slot = &static_cast<ClassMethod*>(receiver)->attributes;
      return StoreInDict(cx, object, DictIn(cx, receiver, slot), name, value);
    }
    default: return StoreInInstance(cx, object, type, name, value, on_class);
  }
}

AttributeStore StoreAttribute(Context& cx, Value object, Str* name, Value value) {
  Type* type = TypeOf(cx, object);
  if (!type->Has(kCustomSetAttr)) return StoreAttributeGeneric(cx, object, name, value);
  const Value hook = type->special(value.IsUndefined() ? Special::kDelAttr : Special::kSetAttr);
  const Str* hook_name =
      cx.runtime.names
          .specials[size_t(value.IsUndefined() ? Special::kDelAttr : Special::kSetAttr)];
  if (hook.Is(Kind::kMethodDescriptor) && hook.As<Native>()->def->name == ToUtf8(hook_name)) {
    return StoreAttributeGeneric(cx, object, name, value);
  }
  const SpecialCall call = PrepareSpecial(cx, hook, object, type);
  Store result;
  if (value.IsUndefined()) {
    SetCall(&result, call.callable, call.self, {Value::Of(name)});
  } else {
    SetCall(&result, call.callable, call.self, {Value::Of(name), value});
  }
  return result;
}

}  // namespace heddle
