// Functions: those written in Python, and natives in their two forms.
#include <string>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/namespace.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/loader.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

std::string Text(Value str) { return str.Is(Kind::kStr) ? ToUtf8(str.As<Str>()) : ""; }

// ---- function

Function* Self(Args args) { return args[0].As<Function>(); }
Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }

Value SetStr(Context& cx, Slot* slot, Value value, const char* name) {
  if (!value.Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "{} must be set to a string object", name);
  }
  slot->Publish(value);
  return Value::None();
}

Value FunctionRepr(Context& cx, Args args) {
  return cx.NewString(fmt::format("<function {} at {:#x}>", Text(Self(args)->qualname.Load()),
                                  IdOf(cx.runtime, args[0])));
}

Value FunctionGet(Context& cx, Args args) {
  if (args[1].IsNone() && (args.Opt(2).IsUndefined() || args[2].IsNone())) {
    return cx.Raise(Exc::kTypeError, "__get__(None, None) is invalid");
  }
  if (args[1].IsNone()) return args[0];
  return BindMethod(cx, args[0], args[1]);
}

// (self, kwargs, *args)
Value FunctionCall(Context& cx, Args args) {
  const std::span<const Value> positional(args.data + 2, args.data + args.count);
  if (args[1].Is(Kind::kDict)) {
    return cx.TailCall(Library::kCallKeywords, {args[0], MakeTuple(cx, positional), args[1]});
  }
  cx.TailCall(args[0], {});
  cx.tail.args.assign(positional.begin(), positional.end());
  return Value::TailCall();
}

Value GetName(Context&, Args args) { return Self(args)->name.Load(); }
Value SetName(Context& cx, Args args) { return SetStr(cx, &Self(args)->name, args[1], "__name__"); }
Value GetQualname(Context&, Args args) { return Self(args)->qualname.Load(); }
Value SetQualname(Context& cx, Args args) {
  return SetStr(cx, &Self(args)->qualname, args[1], "__qualname__");
}
Value GetModule(Context&, Args args) { return OrNone(Self(args)->module.Load()); }
Value SetModule(Context&, Args args) {
  Self(args)->module.Publish(OrNone(args[1]));
  return Value::None();
}
Value GetDoc(Context&, Args args) { return OrNone(Self(args)->doc.Load()); }
Value SetDoc(Context&, Args args) {
  Self(args)->doc.Publish(OrNone(args[1]));
  return Value::None();
}
Value GetCode(Context&, Args args) { return Self(args)->code_slot.Load(); }
Value SetCode(Context& cx, Args args) {
  Function* const self = Self(args);
  if (!args[1].Is(Kind::kCode)) {
    return cx.Raise(Exc::kTypeError, "__code__ must be set to a code object");
  }
  auto& in = static_cast<vm::Interpreter&>(cx);
  Code* const code = in.program().CodeFor(in, args[1].As<Code>(), self->globals.Load().As<Dict>());
  const Value closure = self->closure.Load();
  const uint32_t held = closure.Is(Kind::kTuple) ? closure.As<Tuple>()->length : 0;
  if (code->free_count != held) {
    return cx.Raise(Exc::kValueError, "{}() requires a code object with {} free vars, not {}",
                    Text(self->name.Load()), held, code->free_count);
  }
  // Who calls the function reads its code without a lock.
  in.program().WithWorldStopped(in.worker(), [&] {
    self->code = code;
    self->code_slot.Publish(args[1]);
  });
  if (cx.runtime.invalidate_caches) cx.runtime.invalidate_caches(cx);
  return Value::None();
}
Value GetBuiltins(Context& cx, Args args) {
  auto& in = static_cast<vm::Interpreter&>(cx);
  return Value::Of(in.program().BuiltinsOf(in, Self(args)->globals.Load().As<Dict>()));
}
Value GetGlobals(Context&, Args args) { return Self(args)->globals.Load(); }
Value GetClosure(Context&, Args args) { return OrNone(Self(args)->closure.Load()); }
Value GetDefaults(Context&, Args args) { return OrNone(Self(args)->defaults.Load()); }
Value SetDefaults(Context& cx, Args args) {
  const Value value = OrNone(args[1]);
  if (!value.IsNone() && !value.Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "__defaults__ must be set to a tuple object");
  }
  Self(args)->defaults.Publish(value);
  return Value::None();
}
Value GetKwdefaults(Context&, Args args) { return OrNone(Self(args)->kwdefaults.Load()); }
Value SetKwdefaults(Context& cx, Args args) {
  const Value value = OrNone(args[1]);
  if (!value.IsNone() && !value.Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "__kwdefaults__ must be set to a dict object");
  }
  Self(args)->kwdefaults.Publish(value);
  return Value::None();
}

// A dict that is made when somebody asks for it.
Value DictInSlot(Context& cx, Object* object, Slot* slot) {
  const Value found = slot->LoadAcquire();
  if (found.Is(Kind::kDict)) return found;
  const Value made = Value::Of(NewDict(cx.heap));
  heap::ObjectLock lock(cx.heap.locking(), object);
  if (slot->Load().Is(Kind::kDict)) return slot->Load();
  slot->Publish(made);
  return made;
}
Value GetAnnotations(Context& cx, Args args) {
  return DictInSlot(cx, Self(args), &Self(args)->annotations);
}
Value SetAnnotations(Context& cx, Args args) {
  if (!args[1].IsUndefined() && !args[1].IsNone() && !args[1].Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "__annotations__ must be set to a dict object");
  }
  Self(args)->annotations.Publish(args[1].IsNone() ? Value() : args[1]);
  return Value::None();
}
Value GetDict(Context& cx, Args args) {
  return DictInSlot(cx, Self(args), &Self(args)->attributes);
}
Value SetDict(Context& cx, Args args) {
  if (!args[1].Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "__dict__ must be set to a dictionary, not a '{}'",
                    TypeName(cx, args[1]));
  }
  Self(args)->attributes.Publish(args[1]);
  return Value::None();
}
Value GetTypeParams(Context& cx, Args args) {
  const Value params = Self(args)->type_params.Load();
  return params.Is(Kind::kTuple) ? params : cx.runtime.empty_tuple.Load();
}
Value SetTypeParams(Context& cx, Args args) {
  if (!args[1].Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "__type_params__ must be set to a tuple");
  }
  Self(args)->type_params.Publish(args[1]);
  return Value::None();
}

// FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
Value FunctionNew(Context& cx, Args args) {
  if (!args[1].Is(Kind::kCode)) {
    return cx.Raise(Exc::kTypeError, "function() argument 'code' must be code, not {}",
                    TypeName(cx, args[1]));
  }
  if (!args[2].Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "function() argument 'globals' must be dict, not {}",
                    TypeName(cx, args[2]));
  }
  const auto given = [&](uint32_t i) {
    const Value v = args.Opt(i);
    return v.IsUndefined() ? Value::None() : v;
  };
  const Value name = given(3), defaults = given(4), closure = given(5), kwdefaults = given(6);
  if (!name.IsNone() && !name.Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "arg 3 (name) must be None or string");
  }
  if (!defaults.IsNone() && !defaults.Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "arg 4 (defaults) must be None or tuple");
  }
  if (!kwdefaults.IsNone() && !kwdefaults.Is(Kind::kDict)) {
    return cx.Raise(Exc::kTypeError, "arg 6 (kwdefaults) must be None or dict");
  }
  auto* const code = args[1].As<Code>();
  if (closure.IsNone() ? code->free_count != 0 : !closure.Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, closure.IsNone() ? "arg 5 (closure) must be tuple"
                                                      : "arg 5 (closure) must be None or tuple");
  }
  if (closure.Is(Kind::kTuple) && closure.As<Tuple>()->length != code->free_count) {
    return cx.Raise(Exc::kValueError, "{} requires closure of length {}, not {}",
                    Text(code->name.Load()), code->free_count, closure.As<Tuple>()->length);
  }
  auto& in = static_cast<vm::Interpreter&>(cx);
  auto* const globals = args[2].As<Dict>();
  BecomeNamespace(cx, globals);
  Function* const function = vm::NewFunction(cx, in.program().CodeFor(in, code, globals), globals);
  if (!name.IsNone()) function->name.Store(name);
  function->defaults.Store(defaults);
  function->closure.Store(closure);
  function->kwdefaults.Store(kwdefaults);
  return Value::Of(function);
}

constexpr NativeDef kFunctionMethods[] = {
    {"__new__", FunctionNew, "cls, code, globals, name=, argdefs=, closure=, kwdefaults="},
    {"__repr__", FunctionRepr, "self, /"},
    {"__get__", FunctionGet, "self, instance, owner=, /"},
    {"__call__", FunctionCall, "self, *args, **kwargs="},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kFunctionGetSets[] = {
    {"__name__", GetName, SetName},
    {"__qualname__", GetQualname, SetQualname},
    {"__module__", GetModule, SetModule},
    {"__doc__", GetDoc, SetDoc},
    {"__code__", GetCode, SetCode},
    {"__builtins__", GetBuiltins, nullptr},
    {"__globals__", GetGlobals, nullptr},
    {"__closure__", GetClosure, nullptr},
    {"__defaults__", GetDefaults, SetDefaults},
    {"__kwdefaults__", GetKwdefaults, SetKwdefaults},
    {"__annotations__", GetAnnotations, SetAnnotations},
    {"__dict__", GetDict, SetDict},
    {"__type_params__", GetTypeParams, SetTypeParams},
    {nullptr, nullptr, nullptr},
};

// ---- builtin_function_or_method, method_descriptor
//
// Functions that the library has in Python where CPython has them in C are of the same type as
// natives: see kBuiltinFunction.

Value NativeRepr(Context& cx, Args args) {
  if (args[0].Is(Kind::kFunction)) {
    return cx.NewString(fmt::format("<built-in function {}>", Text(Self(args)->name.Load())));
  }
  const auto* native = args[0].As<Native>();
  const Value self = native->self.Load();
  const std::string name = native->def->name;
  const Value owner = native->owner.Load();
  if (native->kind == Kind::kMethodDescriptor) {
    return cx.NewString(fmt::format("<{} '{}' of '{}' objects>",
                                    vm::IsSlotName(name) ? "slot wrapper" : "method", name,
                                    Text(owner.As<Type>()->name.Load())));
  }
  if (self.IsUndefined() || self.Is(Kind::kModule)) {
    if (!owner.Is(Kind::kType)) return cx.NewString("<built-in function " + name + ">");
    return cx.NewString(
        fmt::format("<built-in method {} of type object at {:#x}>", name, IdOf(cx.runtime, owner)));
  }
  const bool wrapper = vm::IsSlotName(name);
  return cx.NewString(fmt::format("<{}{}{} of {} object at {:#x}>",
                                  wrapper ? "method-wrapper '" : "built-in method ", name,
                                  wrapper ? "'" : "", TypeName(cx, self), IdOf(cx.runtime, self)));
}

Value NativeEq(Context&, Args args) {
  if (args[0].Is(Kind::kFunction)) {
    return args[0] == args[1] ? Value::True() : Value::NotImplemented();
  }
  if (!args[1].Is(Kind::kNative)) return Value::NotImplemented();
  const auto *a = args[0].As<Native>(), *b = args[1].As<Native>();
  return Value::Bool(a->fn == b->fn && a->self.Load() == b->self.Load());
}

Value NativeHash(Context& cx, Args args) {
  const Value self =
      args[0].Is(Kind::kFunction) ? Value::Undefined() : args[0].As<Native>()->self.Load();
  const Value what = self.IsUndefined() ? args[0] : self;
  return Value::Small(static_cast<int64_t>(IdOf(cx.runtime, what) >> 4));
}

Value GetNativeName(Context& cx, Args args) {
  if (args[0].Is(Kind::kFunction)) return GetName(cx, args);
  return cx.NewString(args[0].As<Native>()->def->name);
}
Value GetNativeQualname(Context& cx, Args args) {
  if (args[0].Is(Kind::kFunction)) return GetQualname(cx, args);
  return args[0].As<Native>()->qualname.Load();
}
Value GetNativeSelf(Context& cx, Args args) {
  if (args[0].Is(Kind::kFunction)) return cx.runtime.builtins.Load();
  const Value self = args[0].As<Native>()->self.Load();
  return self.IsUndefined() ? cx.runtime.builtins.Load() : self;
}
Value GetNativeModule(Context& cx, Args args) {
  if (args[0].Is(Kind::kFunction)) return GetModule(cx, args);
  const Value owner = args[0].As<Native>()->owner.Load();
  return owner.Is(Kind::kStr) ? owner : Value::None();
}
Value GetNone(Context&, Args) { return Value::None(); }
Value GetNativeDoc(Context& cx, Args args) {
  return args[0].Is(Kind::kFunction) ? GetDoc(cx, args) : Value::None();
}
Value GetObjclass(Context& cx, Args args) {
  const Value owner = args[0].Is(Kind::kFunction) ? Value() : args[0].As<Native>()->owner.Load();
  if (owner.Is(Kind::kType)) return owner;
  return RaiseMissingAttribute(cx, args[0], cx.Intern("__objclass__"));
}

Value DescriptorGet(Context& cx, Args args) {
  if (args[1].IsNone()) return args[0];
  if (!vm::CheckDescriptorSelf(cx, args[0].As<Native>(), {&args.data[1], 1})) {
    return Value::Raised();
  }
  return Value::Of(BindNative(cx, args[0].As<Native>(), args[1]));
}

constexpr NativeDef kNativeMethods[] = {
    {"__repr__", NativeRepr, "self, /"},
    {"__call__", FunctionCall, "self, *args, **kwargs="},
    {"__eq__", NativeEq, "self, value, /"},
    {"__hash__", NativeHash, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kNativeGetSets[] = {
    {"__name__", GetNativeName, nullptr},   {"__qualname__", GetNativeQualname, nullptr},
    {"__self__", GetNativeSelf, nullptr},   {"__module__", GetNativeModule, nullptr},
    {"__doc__", GetNativeDoc, nullptr},     {"__text_signature__", GetNone, nullptr},
    {"__objclass__", GetObjclass, nullptr}, {nullptr, nullptr, nullptr},
};
constexpr NativeDef kDescriptorMethods[] = {
    {"__repr__", NativeRepr, "self, /"},
    {"__call__", FunctionCall, "self, *args, **kwargs="},
    {"__get__", DescriptorGet, "self, instance, owner=, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kDescriptorGetSets[] = {
    {"__name__", GetNativeName, nullptr},
    {"__qualname__", GetNativeQualname, nullptr},
    {"__objclass__", GetObjclass, nullptr},
    {"__doc__", GetNone, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kFunctionType = {
    "function",       "builtins",          Kind::kFunction,  kFunctionMethods,
    kFunctionGetSets, kNotBase | kHasDict, sizeof(Function), "A function written in Python."};
const TypeDef kBuiltinFunctionType = {
    "builtin_function_or_method", "builtins",     Kind::kNative, kNativeMethods, kNativeGetSets,
    kNotBase | kNoInstances,      sizeof(Native), nullptr};
const TypeDef kMethodDescriptorType = {"method_descriptor",     "builtins",
                                       Kind::kMethodDescriptor, kDescriptorMethods,
                                       kDescriptorGetSets,      kNotBase | kNoInstances,
                                       sizeof(Native),          nullptr};

}  // namespace heddle::lib
