// type: the class of classes.
#include "objects/type.h"

#include <string>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/shape.h"
#include "objects/tables.h"
#include "objects/tuple.h"
#include "objects/type_building.h"
#include "vm/interpreter.h"

namespace heddle::lib {

namespace {

std::string NameOf(const Type* type) { return ToUtf8(type->name.Load().As<Str>()); }

// Whether anything has to be told about the new class: __set_name__ or __init_subclass__; or asked:
// the metaclass's own mro().
bool NeedsFinish(Context& cx, Type* type) {
  const Type* const metatype = type->type.Load();
  if (metatype != cx.runtime.type_type &&
      !LookupInMro(metatype, cx.Intern("mro")).Is(Kind::kMethodDescriptor)) {
    return true;
  }
  Value key, value;
  for (DictCursor cursor(type->dict.Load().As<Dict>()); cursor.Next(&key, &value);) {
    if (!value.IsObject() || value.Is(Kind::kFunction)) continue;
    if (!LookupInMro(TypeOf(cx, value), cx.runtime.names.s___set_name__).IsUndefined()) return true;
  }
  auto* mro = type->mro.Load().As<Tuple>();
  Str* hook = cx.runtime.names.s___init_subclass__;
  for (uint32_t i = 1; i < mro->length; ++i) {
    auto* base = mro->Get(i).As<Type>();
    if (!DictGetStr(base->dict.Load().As<Dict>(), hook).IsUndefined()) {
      return base != cx.runtime.object_type;
    }
  }
  return false;
}

// Classes made by type() belong to the module of the code that makes them.
void SetDefaultModule(Context& cx, Type* type, Dict* ns) {
  Str* const name = cx.runtime.names.s___module__;
  if (!DictGetStr(ns, name).IsUndefined()) return;
  const vm::Frame* frame = static_cast<vm::Interpreter&>(cx).frame();
  // The library's own steps on the way to type.__new__ make no classes.
  while (frame != nullptr && ToUtf8(frame->code->filename.Load().As<Str>()).starts_with('_')) {
    frame = frame->caller;
  }
  if (frame == nullptr) return;
  const Value module = DictGetStr(frame->globals, cx.runtime.names.s___name__);
  if (!module.IsUndefined()) NamespaceStore(cx, type->dict.Load().As<Dict>(), name, module);
}

// (cls, kwargs, name, bases, dict)
Value TypeNew(Context& cx, Args given) {
  if (!given[0].Is(Kind::kType)) {
    return cx.Raise(Exc::kTypeError, "type.__new__(X): X is not a type object ({})",
                    TypeName(cx, given[0]));
  }
  if (given.count != 5) {
    if (given[0] == Value::Of(cx.runtime.type_type)) {
      return cx.Raise(Exc::kTypeError, "type() takes 1 or 3 arguments");
    }
    return cx.Raise(Exc::kTypeError, "type.__new__() takes exactly 3 arguments ({} given)",
                    given.count - 2);
  }
  const Value kwargs = given[1];
  Value args[] = {given[0], given[2], given[3], given[4]};
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "type.__new__() argument 1 must be str, not {}",
                    TypeName(cx, args[1]));
  }
  if (ToUtf8(args[1].As<Str>()).find('\0') != std::string::npos) {
    return cx.Raise(Exc::kValueError, "type name must not contain null characters");
  }
  if (!args[2].Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "type.__new__() argument 2 must be tuple, not {}",
                    TypeName(cx, args[2]));
  }
  if (!args[3].Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "type.__new__() argument 3 must be dict, not {}",
                    TypeName(cx, args[3]));
  }
  auto* bases = args[2].As<Tuple>();
  Type* metatype = WinningMetatype(cx, args[0].As<Type>(), bases);
  if (metatype == nullptr) return Value::Raised();
  const Value own_new = metatype->special(Special::kNew);
  if (metatype != args[0].As<Type>() && own_new != args[0].As<Type>()->special(Special::kNew)) {
    const SpecialCall call = PrepareSpecial(cx, own_new, Value(), metatype);
    return cx.TailCall(
        Library::kCallKeywords,
        {call.callable,
         Value::Of(NewTuple(cx.heap, {Value::Of(metatype), args[1], args[2], args[3]})),
         kwargs.IsUndefined() ? Value::None() : kwargs});
  }
  const Value made = NewHeapType(cx, metatype, args[1].As<Str>(), bases, args[3].As<Dict>());
  if (!made.IsObject()) return made;
  SetDefaultModule(cx, made.As<Type>(), args[3].As<Dict>());
  if (kwargs.IsUndefined() && !NeedsFinish(cx, made.As<Type>())) return made;
  return cx.TailCall(Library::kFinishClass, {made, kwargs.IsUndefined() ? Value::None() : kwargs});
}

Value TypeInit(Context&, Args) { return Value::None(); }

// (cls, kwargs, *args): __new__ and __init__, whatever the metaclass's own __call__ is.
Value TypeCall(Context& cx, Args args) {
  std::vector<Value> values;
  for (uint32_t i = 2; i < args.count; ++i) values.push_back(args[i]);
  Value names;
  if (args.Opt(1).Is(Kind::kDict)) {
    std::vector<Value> keys;
    Value key, value;
    for (DictCursor cursor(args[1].As<Dict>()); cursor.Next(&key, &value);) {
      keys.push_back(key);
      values.push_back(value);
    }
    names = MakeTuple(cx, keys);
  }
  return static_cast<vm::Interpreter&>(cx).Ask(vm::Interpreter::Request::kConstruct, args[0],
                                               MakeTuple(cx, values), names);
}

Value TypeRepr(Context& cx, Args args) {
  return cx.NewString("<class '" + QualifiedTypeName(cx, args[0].As<Type>()) + "'>");
}

Value TypeMro(Context& cx, Args args) {
  auto* mro = args[0].As<Type>()->mro.Load().As<Tuple>();
  List* list = NewList(cx.heap);
  for (uint32_t i = 0; i < mro->length; ++i) ListAppend(cx, list, mro->Get(i));
  return Value::Of(list);
}

Value TypeSubclasses(Context& cx, Args args) {
  List* list = NewList(cx.heap);
  for (Type* sub : SubclassesOf(args[0].As<Type>())) {
    auto* const bases = sub->bases.Load().As<Tuple>();
    for (uint32_t i = 0; i < bases->length; ++i) {
      if (bases->Get(i) == args[0]) ListAppend(cx, list, Value::Of(sub));
    }
  }
  return Value::Of(list);
}

Value TypeInstanceCheck(Context& cx, Args args) {
  const Type* type = TypeOf(cx, args[1]);
  if (IsSubtype(type, args[0].As<Type>())) return Value::True();
  if (IsHonest(cx, type)) return Value::False();
  return cx.TailCall(Library::kClaimsClass, {args[1], args[0]});
}

Value TypeSubclassCheck(Context& cx, Args args) {
  if (!args[1].Is(Kind::kType)) {
    return cx.TailCall(Library::kAbstractSubclass, {args[1], args[0]});
  }
  return Value::Bool(IsSubtype(args[1].As<Type>(), args[0].As<Type>()));
}

Value TypePrepare(Context& cx, Args) { return Value::Of(NewDict(cx.heap)); }

Value TypeDir(Context& cx, Args args) { return cx.TailCall(Library::kDir, {args[0]}); }
Value TypeOr(Context& cx, Args args) {
  return cx.TailCall(Library::kTypeUnion, {args[0], args[1]});
}
Value TypeRor(Context& cx, Args args) {
  return cx.TailCall(Library::kTypeUnion, {args[1], args[0]});
}

// ---- attributes

bool CheckMutable(Context& cx, Type* type, const char* name) {
  if (type->Has(kHeapType)) return true;
  cx.Raise(Exc::kTypeError, "cannot set '{}' attribute of immutable type '{}'", name, NameOf(type));
  return false;
}

Value GetName(Context&, Args args) { return args[0].As<Type>()->name.Load(); }
Value SetName(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  if (!CheckMutable(cx, type, "__name__")) return Value::Raised();
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "can only assign string to {}.__name__, not '{}'",
                    NameOf(type), TypeName(cx, args[1]));
  }
  if (ToUtf8(args[1].As<Str>()).find('\0') != std::string::npos) {
    return cx.Raise(Exc::kValueError, "type name must not contain null characters");
  }
  type->name.Publish(args[1]);
  return Value::None();
}

Value GetQualname(Context&, Args args) { return args[0].As<Type>()->qualname.Load(); }
Value SetQualname(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  if (!CheckMutable(cx, type, "__qualname__")) return Value::Raised();
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "can only assign string to {}.__qualname__, not '{}'",
                    NameOf(type), TypeName(cx, args[1]));
  }
  type->qualname.Publish(args[1]);
  return Value::None();
}

Value OwnAttribute(Type* type, Str* name) { return DictGetStr(type->dict.Load().As<Dict>(), name); }

Value GetModule(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  const Value own = OwnAttribute(type, cx.runtime.names.s___module__);
  if (type->Has(kHeapType) && !own.IsUndefined()) return own;
  return cx.NewString(type->def == nullptr ? "builtins" : type->def->module);
}
Value SetModule(Context& cx, Args args) {
  auto* const type = args[0].As<Type>();
  if (!SetTypeAttribute(cx, type, cx.runtime.names.s___module__, args[1])) return Value::Raised();
  // The line was one of the other module.
  Str* const line = cx.Intern("__firstlineno__");
  if (!OwnAttribute(type, line).IsUndefined()) SetTypeAttribute(cx, type, line, Value());
  return Value::None();
}

Value GetDoc(Context& cx, Args args) {
  const Value own = OwnAttribute(args[0].As<Type>(), cx.runtime.names.s___doc__);
  if (own.Is(Kind::kGetSet)) {
    const TypeDef* def = args[0].As<Type>()->def;
    return def == nullptr || def->doc == nullptr ? Value::None() : cx.NewString(def->doc);
  }
  if (own.IsUndefined()) return Value::None();
  Type* const descriptor = TypeOf(cx, own);
  const Value get = descriptor->special(Special::kGet);
  if (get.IsUndefined() || own.Is(Kind::kFunction)) return own;
  const SpecialCall call = PrepareSpecial(cx, get, own, descriptor);
  if (call.self.IsUndefined()) return cx.TailCall(call.callable, {Value::None(), args[0]});
  return cx.TailCall(call.callable, {call.self, Value::None(), args[0]});
}
Value SetDoc(Context& cx, Args args) {
  if (args[1].IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "cannot delete '__doc__' attribute of immutable type '{}'",
                    NameOf(args[0].As<Type>()));
  }
  const bool ok = SetTypeAttribute(cx, args[0].As<Type>(), cx.runtime.names.s___doc__, args[1]);
  return ok ? Value::None() : Value::Raised();
}

Value GetBases(Context&, Args args) { return args[0].As<Type>()->bases.Load(); }
Value SetBases(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  if (!CheckMutable(cx, type, "__bases__")) return Value::Raised();
  if (args[1].IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "cannot delete '__bases__' attribute of immutable type '{}'",
                    NameOf(type));
  }
  if (!args[1].Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "can only assign tuple to {}.__bases__, not {}", NameOf(type),
                    TypeName(cx, args[1]));
  }
  return heddle::SetBases(cx, type, args[1].As<Tuple>()) ? Value::None() : Value::Raised();
}
Value GetMro(Context&, Args args) { return args[0].As<Type>()->mro.Load(); }
Value GetBase(Context&, Args args) {
  Type* base = args[0].As<Type>()->base.Load();
  return base == nullptr ? Value::None() : Value::Of(base);
}

Value GetDict(Context& cx, Args args) {
  auto* proxy = cx.heap.New<MappingProxy>(Kind::kMappingProxy);
  proxy->mapping.Store(args[0].As<Type>()->dict.Load());
  return Value::Of(proxy);
}

Value MissingOwn(Context& cx, Value type, Str* name) {
  return RaiseMissingAttribute(cx, type, name);
}

Value GetAbstractMethods(Context& cx, Args args) {
  Str* name = cx.runtime.names.s___abstractmethods__;
  const Value own = OwnAttribute(args[0].As<Type>(), name);
  return own.IsUndefined() || own.Is(Kind::kGetSet) ? MissingOwn(cx, args[0], name) : own;
}

uint32_t ItemCount(Value v) {
  if (IsSet(v)) return v.As<Set>()->count.Load();
  if (v.Is(Kind::kTuple)) return v.As<Tuple>()->length;
  return 0;
}

Value SetAbstractMethods(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  if (!SetTypeAttribute(cx, type, cx.runtime.names.s___abstractmethods__, args[1])) {
    return Value::Raised();
  }
  std::lock_guard lock(cx.runtime.tables->types_mu);
  const uint32_t flags = type->flags_.Load() & ~uint32_t{kAbstract};
  type->flags_.Store(flags | (ItemCount(args[1]) > 0 ? uint32_t{kAbstract} : 0));
  return Value::None();
}

Value GetAnnotations(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  Str* name = cx.runtime.names.s___annotations__;
  const Value own = OwnAttribute(type, name);
  if (!own.IsUndefined() && !own.Is(Kind::kGetSet)) return own;
  if (!type->Has(kHeapType)) return MissingOwn(cx, args[0], name);
  const Value made = Value::Of(NewDict(cx.heap));
  return SetTypeAttribute(cx, type, name, made) ? made : Value::Raised();
}
Value SetAnnotations(Context& cx, Args args) {
  const bool ok =
      SetTypeAttribute(cx, args[0].As<Type>(), cx.runtime.names.s___annotations__, args[1]);
  return ok ? Value::None() : Value::Raised();
}

Value GetTypeParams(Context& cx, Args args) {
  const Value own = OwnAttribute(args[0].As<Type>(), cx.runtime.names.s___type_params__);
  return own.IsUndefined() || own.Is(Kind::kGetSet) ? cx.runtime.empty_tuple.Load() : own;
}
Value SetTypeParams(Context& cx, Args args) {
  if (args[1].IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "can't delete {}.__type_params__", NameOf(args[0].As<Type>()));
  }
  const bool ok =
      SetTypeAttribute(cx, args[0].As<Type>(), cx.runtime.names.s___type_params__, args[1]);
  return ok ? Value::None() : Value::Raised();
}

// The bits that programs ask for: Py_TPFLAGS_HEAPTYPE, BASETYPE and IS_ABSTRACT.
Value GetFlags(Context&, Args args) {
  const auto* type = args[0].As<Type>();
  int64_t flags = 0;
  if (type->Has(kHeapType)) flags |= 1 << 9;
  if (!type->Has(kNotBase)) flags |= 1 << 10;
  if (type->Has(kAbstract)) flags |= 1 << 20;
  return Value::Small(flags);
}
Value GetBasicSize(Context&, Args args) { return Value::Small(args[0].As<Type>()->basic_bytes); }

constexpr NativeDef kMethods[] = {
    {"__new__", TypeNew, "cls, *args, **kwargs="},
    {"__init__", TypeInit, "self, *args, **kwargs"},
    {"__call__", TypeCall, "self, *args, **kwargs="},
    {"__repr__", TypeRepr, "self, /"},
    {"mro", TypeMro, "self, /"},
    {"__subclasses__", TypeSubclasses, "self, /"},
    {"__instancecheck__", TypeInstanceCheck, "self, instance, /"},
    {"__subclasscheck__", TypeSubclassCheck, "self, subclass, /"},
    {"__prepare__", TypePrepare, "cls, *args, **kwargs"},
    {"__dir__", TypeDir, "self, /"},
    {"__or__", TypeOr, "self, value, /"},
    {"__ror__", TypeRor, "self, value, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"__name__", GetName, SetName},
    {"__qualname__", GetQualname, SetQualname},
    {"__module__", GetModule, SetModule},
    {"__doc__", GetDoc, SetDoc},
    {"__bases__", GetBases, SetBases},
    {"__mro__", GetMro, nullptr},
    {"__base__", GetBase, nullptr},
    {"__dict__", GetDict, nullptr},
    {"__abstractmethods__", GetAbstractMethods, SetAbstractMethods},
    {"__annotations__", GetAnnotations, SetAnnotations},
    {"__type_params__", GetTypeParams, SetTypeParams},
    {"__flags__", GetFlags, nullptr},
    {"__basicsize__", GetBasicSize, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kTypeType = {"type",
                           "builtins",
                           Kind::kType,
                           kMethods,
                           kGetSets,
                           kMetatype | kHasDict,
                           sizeof(Type),
                           "type(object) -> the object's type\n"
                           "type(name, bases, dict, **kwds) -> a new type"};

}  // namespace heddle::lib
