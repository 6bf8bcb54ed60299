// object: what every class inherits.
#include <algorithm>
#include <string>
#include <vector>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/compare.h"
#include "objects/dict.h"
#include "objects/set.h"
#include "objects/shape.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"
#include "objects/weakref.h"
#include "vm/interpreter.h"

namespace heddle::lib {

namespace {

std::string NameOf(const Type* type) { return ToUtf8(type->name.Load().As<Str>()); }

// 'f' or 'f', 'g': the abstract methods of a class in order.
Value RaiseAbstract(Context& cx, Type* type) {
  std::vector<std::string> names;
  const Value methods = LookupInMro(type, cx.runtime.names.s___abstractmethods__);
  if (methods.Is(Kind::kFrozenSet) || methods.Is(Kind::kSet)) {
    Value item;
    for (SetCursor cursor(methods.As<Set>()); cursor.Next(&item);) {
      if (item.Is(Kind::kStr)) names.push_back(ToUtf8(item.As<Str>()));
    }
  }
  std::sort(names.begin(), names.end());
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "'" : ", '") + name + "'";
  return cx.Raise(Exc::kTypeError,
                  "Can't instantiate abstract class {} without an implementation for abstract "
                  "method{} {}",
                  NameOf(type), names.size() == 1 ? "" : "s", list);
}

Value ObjectNew(Context& cx, Args args) {
  if (!args[0].Is(Kind::kType)) {
    return cx.Raise(Exc::kTypeError, "object.__new__(X): X is not a type object ({})",
                    TypeName(cx, args[0]));
  }
  auto* type = args[0].As<Type>();
  if (args.count > 1) {
    if (!type->Has(kDefaultNew)) {
      return cx.Raise(Exc::kTypeError,
                      "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (type->Has(kDefaultInit)) {
      return cx.Raise(Exc::kTypeError, "{}() takes no arguments", NameOf(type));
    }
  }
  if (type->Has(kAbstract)) return RaiseAbstract(cx, type);
  if (type->Has(kNoInstances)) {
    const std::string_view module = type->def == nullptr ? "builtins" : type->def->module;
    return cx.Raise(Exc::kTypeError, "cannot create '{}{}' instances",
                    module == "builtins" ? "" : fmt::format("{}.", module), NameOf(type));
  }
  const bool plain = type->instance_kind == Kind::kInstance;
  if (!plain) {
    const Type* builtin = cx.runtime.heap.TypeOfKind(type->instance_kind);
    return cx.Raise(Exc::kTypeError, "object.__new__({0}) is not safe, use {1}.__new__()",
                    NameOf(type), builtin == nullptr ? NameOf(type) : NameOf(builtin));
  }
  return Value::Of(NewInstance(cx, type));
}

Value ObjectInit(Context& cx, Args args) {
  // A super() is ready when it is made; its subclasses may hand arguments on all the same.
  if (args.count == 1 || args[0].Is(Kind::kSuper)) return Value::None();
  const Type* type = TypeOf(cx, args[0]);
  if (!type->Has(kDefaultInit)) {
    return cx.Raise(Exc::kTypeError,
                    "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (type->Has(kDefaultNew)) {
    return cx.Raise(Exc::kTypeError,
                    "{}.__init__() takes exactly one argument (the instance to initialize)",
                    NameOf(type));
  }
  return Value::None();
}

Value ObjectRepr(Context& cx, Args args) {
  return cx.NewString(fmt::format("<{} object at {:#x}>",
                                  QualifiedTypeName(cx, TypeOf(cx, args[0])),
                                  IdOf(cx.runtime, args[0])));
}

Value ObjectStr(Context& cx, Args args) {
  const Value repr = TypeOf(cx, args[0])->special(Special::kRepr);
  // A class may have made this very method its __repr__: then it goes round by frames, which are
  // counted, not by C++ calls.
  if (repr.Is(Kind::kMethodDescriptor) && repr.As<Native>()->fn == ObjectStr) {
    return cx.TailCall(Library::kRepr, {args[0]});
  }
  return CallSpecial(cx, repr, args[0]);
}

Value ObjectEq(Context&, Args args) {
  return args[0] == args[1] ? Value::True() : Value::NotImplemented();
}

// The inverse of __eq__, whoever wrote that.
Value ObjectNe(Context& cx, Args args) {
  const Type* type = TypeOf(cx, args[0]);
  const Value eq = type->special(Special::kEq);
  if (eq == cx.runtime.object_type->special(Special::kEq)) {
    return args[0] == args[1] ? Value::False() : Value::NotImplemented();
  }
  return cx.TailCall(Library::kObjectNe, {args[0], args[1]});
}

Value ObjectOrder(Context&, Args) { return Value::NotImplemented(); }

Value ObjectHash(Context& cx, Args args) {
  return Value::Small(static_cast<int64_t>(IdentityHash(cx, args[0])));
}

Value ObjectGetAttribute(Context& cx, Args args) {
  Str* name = AttributeName(cx, args[1]);
  if (name == nullptr) return Value::Raised();
  return FinishLookup(cx, args[0], name, LookupAttributeGeneric(cx, args[0], name));
}

Value ObjectSetAttr(Context& cx, Args args) {
  Str* name = AttributeName(cx, args[1]);
  if (name == nullptr) return Value::Raised();
  return static_cast<vm::Interpreter&>(cx).Ask(vm::Interpreter::Request::kGenericSetAttribute,
                                               args[0], Value::Of(name), args[2]);
}

Value ObjectDelAttr(Context& cx, Args args) {
  Str* name = AttributeName(cx, args[1]);
  if (name == nullptr) return Value::Raised();
  return static_cast<vm::Interpreter&>(cx).Ask(vm::Interpreter::Request::kGenericSetAttribute,
                                               args[0], Value::Of(name), Value::Undefined());
}

Value ObjectFormat(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "__format__() argument must be str, not {}",
                    TypeName(cx, args[1]));
  }
  if (args[1].As<Str>()->length != 0) {
    return cx.Raise(Exc::kTypeError, "unsupported format string passed to {}.__format__",
                    TypeName(cx, args[0]));
  }
  return cx.TailCall(Library::kStr, {args[0]});
}

Value ObjectInitSubclass(Context& cx, Args args) {
  if (!args.Opt(1).Is(Kind::kDict)) return Value::None();
  return cx.Raise(Exc::kTypeError, "{}.__init_subclass__() takes no keyword arguments",
                  ToUtf8(args[0].As<Type>()->qualname.Load().As<Str>()));
}
Value ObjectSubclassHook(Context&, Args) { return Value::NotImplemented(); }

Value ObjectDir(Context& cx, Args args) { return cx.TailCall(Library::kDir, {args[0]}); }
Value ObjectReduceEx(Context& cx, Args args) {
  return cx.TailCall(Library::kReduce, {args[0], args.Opt(1)});
}
Value ObjectReduce(Context& cx, Args args) {
  return cx.TailCall(Library::kReduce, {args[0], Value::None()});
}
Value ObjectGetState(Context& cx, Args args) {
  return cx.TailCall(Library::kReduce, {args[0], Value::Ellipsis()});
}
Value ObjectSizeof(Context&, Args) { return Value::Small(sizeof(Object)); }

Value GetClass(Context& cx, Args args) { return Value::Of(TypeOf(cx, args[0])); }

Value SetClass(Context& cx, Args args) {
  if (args[1].IsUndefined()) return cx.Raise(Exc::kTypeError, "can't delete __class__ attribute");
  if (!args[1].Is(Kind::kType)) {
    return cx.Raise(Exc::kTypeError, "__class__ must be set to a class, not '{}' object",
                    TypeName(cx, args[1]));
  }
  auto* to = args[1].As<Type>();
  const Type* from = TypeOf(cx, args[0]);
  const bool modules = args[0].Is(Kind::kModule) && to->instance_kind == Kind::kModule;
  if (!modules && !(from->Has(kHeapType) && to->Has(kHeapType))) {
    return cx.Raise(Exc::kTypeError,
                    "__class__ assignment only supported for mutable types or ModuleType "
                    "subclasses");
  }
  if (!SameLayout(from, to)) {
    return cx.Raise(Exc::kTypeError, "__class__ assignment: '{}' object layout differs from '{}'",
                    NameOf(to), NameOf(from));
  }
  ChangeClass(cx, args[0].object(), to);
  return Value::None();
}

constexpr NativeDef kMethods[] = {
    {"__new__", ObjectNew, "cls, *args, **kwargs"},
    {"__init__", ObjectInit, "self, *args, **kwargs"},
    {"__repr__", ObjectRepr, "self, /"},
    {"__str__", ObjectStr, "self, /"},
    {"__eq__", ObjectEq, "self, value, /"},
    {"__ne__", ObjectNe, "self, value, /"},
    {"__lt__", ObjectOrder, "self, value, /"},
    {"__le__", ObjectOrder, "self, value, /"},
    {"__gt__", ObjectOrder, "self, value, /"},
    {"__ge__", ObjectOrder, "self, value, /"},
    {"__hash__", ObjectHash, "self, /"},
    {"__getattribute__", ObjectGetAttribute, "self, name, /"},
    {"__setattr__", ObjectSetAttr, "self, name, value, /"},
    {"__delattr__", ObjectDelAttr, "self, name, /"},
    {"__format__", ObjectFormat, "self, format_spec, /"},
    {"__dir__", ObjectDir, "self, /"},
    {"__reduce__", ObjectReduce, "self, /"},
    {"__getstate__", ObjectGetState, "self, /"},
    {"__reduce_ex__", ObjectReduceEx, "self, protocol, /"},
    {"__sizeof__", ObjectSizeof, "self, /"},
    {"__init_subclass__", ObjectInitSubclass, "cls, /, **kwargs="},
    {"__subclasshook__", ObjectSubclassHook, "cls, object, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"__class__", GetClass, SetClass},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kObjectType = {"object",
                             "builtins",
                             Kind::kInstance,
                             kMethods,
                             kGetSets,
                             0,
                             sizeof(Object),
                             "The base class of the class hierarchy.\n\n"
                             "When called, it accepts no arguments and returns a new featureless\n"
                             "instance that has no instance attributes and cannot be given any.\n"};

// ---- shared by the natives of this folder

std::string QualifiedTypeName(Context& cx, const Type* type) {
  const std::string name = ToUtf8(type->qualname.Load().As<Str>());
  if (!type->Has(kHeapType)) {
    const char* module = type->def == nullptr ? "builtins" : type->def->module;
    return std::string_view(module) == "builtins" ? name : module + ("." + name);
  }
  const Value module = DictGetStr(type->dict.Load().As<Dict>(), cx.runtime.names.s___module__);
  if (!module.Is(Kind::kStr) || ToUtf8(module.As<Str>()) == "builtins") return name;
  return ToUtf8(module.As<Str>()) + "." + name;
}

Str* AttributeName(Context& cx, Value name) {
  if (name.Is(Kind::kStr)) return cx.Intern(name.As<Str>());
  cx.Raise(Exc::kTypeError, "attribute name must be string, not '{}'", TypeName(cx, name));
  return nullptr;
}

Value CallSpecial(Context& cx, Value special, Value self) {
  const SpecialCall call = PrepareSpecial(cx, special, self, TypeOf(cx, self));
  if (call.kind == SpecialCall::kGet) {
    Value args = Value::Of(NewTuple(cx.heap, {call.args[0], call.args[1]}));
    return cx.TailCall(Library::kCallGet, {call.callable, args, cx.runtime.empty_tuple.Load()});
  }
  if (call.self.IsUndefined()) return cx.TailCall(call.callable, {});
  return cx.TailCall(call.callable, {call.self});
}

Value FinishLookup(Context& cx, Value object, Str* name, const AttributeLookup& found) {
  switch (found.kind) {
    case AttributeLookup::kValue:
    case AttributeLookup::kInstanceSlot:
    case AttributeLookup::kMethod:
    case AttributeLookup::kTypeData: return LookupResult(cx, found);
    case AttributeLookup::kMissing: return RaiseMissingAttribute(cx, object, name);
    case AttributeLookup::kRaised: return Value::Raised();
    default: break;
  }
  const std::span<const Value> args(found.args.data(), found.arg_count);
  if (found.fallback.IsUndefined()) {
    cx.TailCall(found.callable, {});
    cx.tail.args.assign(args.begin(), args.end());
    return Value::TailCall();
  }
  const Value fallback_args =
      found.fallback_self.IsUndefined()
          ? Value::Of(NewTuple(cx.heap, {Value::Of(name)}))
          : Value::Of(NewTuple(cx.heap, {found.fallback_self, Value::Of(name)}));
  return cx.TailCall(Library::kAttributeFallback,
                     {found.callable, MakeTuple(cx, args), found.fallback, fallback_args});
}

}  // namespace heddle::lib
