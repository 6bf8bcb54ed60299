// method (bound), staticmethod and classmethod.
#include <string>

#include "base/hash.h"
#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/shape.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"

namespace heddle::lib {

namespace {

// ---- method

BoundMethod* Bound(Args args) { return args[0].As<BoundMethod>(); }

Value MethodNew(Context& cx, Args args) {
  if (TypeOf(cx, args[1])->special(Special::kCall).IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "first argument must be callable");
  }
  if (args[2].IsNone()) {
    return cx.Raise(Exc::kTypeError, "instance must not be None");
  }
  return Value::Of(NewBoundMethod(cx.heap, args[1], args[2]));
}

// `callable` with what a __call__ was called with: (self, kwargs, *args).
Value CallWith(Context& cx, Value callable, Args args) {
  const std::span<const Value> positional(args.data + 2, args.data + args.count);
  if (args[1].Is(Kind::kDict)) {
    return cx.TailCall(Library::kCallKeywords, {callable, MakeTuple(cx, positional), args[1]});
  }
  cx.TailCall(callable, {});
  cx.tail.args.assign(positional.begin(), positional.end());
  return Value::TailCall();
}

Value MethodCall(Context& cx, Args args) { return CallWith(cx, args[0], args); }

Value MethodRepr(Context& cx, Args args) { return cx.TailCall(Library::kMethodRepr, {args[0]}); }

Value MethodEq(Context&, Args args) {
  if (!args[1].Is(Kind::kBoundMethod)) return Value::NotImplemented();
  const auto *a = Bound(args), *b = args[1].As<BoundMethod>();
  return Value::Bool(a->self.Load() == b->self.Load() && a->function.Load() == b->function.Load());
}

Value MethodHash(Context& cx, Args args) {
  const uint64_t hash = base::CombineHash(IdOf(cx.runtime, Bound(args)->self.Load()),
                                          IdOf(cx.runtime, Bound(args)->function.Load()));
  return Value::Small(static_cast<int64_t>(hash >> 20));
}

Value MethodGet(Context&, Args args) { return args[0]; }

Value GetFunction(Context&, Args args) { return Bound(args)->function.Load(); }
Value GetSelf(Context&, Args args) { return Bound(args)->self.Load(); }

// ---- staticmethod and classmethod: the same layout

static_assert(sizeof(StaticMethod) == sizeof(ClassMethod));
StaticMethod* Wrapper(Args args) { return args[0].As<StaticMethod>(); }

Value WrapperNew(Context& cx, Args args) {
  auto* wrapper = static_cast<StaticMethod*>(NewInstance(cx, args[0].As<Type>()));
  wrapper->callable.Store(args.count > 1 ? args[1] : Value::None());
  return Value::Of(wrapper);
}

Value WrapperInit(Context&, Args args) {
  Wrapper(args)->callable.Publish(args[1]);
  return Value::None();
}

Value StaticGet(Context&, Args args) { return Wrapper(args)->callable.Load(); }

Value StaticCall(Context& cx, Args args) {
  return CallWith(cx, Wrapper(args)->callable.Load(), args);
}

Value ClassGet(Context& cx, Args args) {
  Value owner = args.Opt(2);
  if (owner.IsUndefined() || owner.IsNone()) {
    if (args[1].IsNone()) {
      return cx.Raise(Exc::kTypeError, "__get__(None, None) is invalid");
    }
    owner = Value::Of(TypeOf(cx, args[1]));
  }
  return BindMethod(cx, Wrapper(args)->callable.Load(), owner);
}

Value WrapperRepr(Context& cx, Args args) { return cx.TailCall(Library::kMethodRepr, {args[0]}); }

Value GetWrapped(Context&, Args args) { return Wrapper(args)->callable.Load(); }

Value GetWrapperDict(Context& cx, Args args) {
  Slot* slot = &Wrapper(args)->attributes;
  if (slot->LoadAcquire().Is(Kind::kDict)) return slot->Load();
  const Value made = Value::Of(NewDict(cx.heap));
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  if (!slot->Load().Is(Kind::kDict)) slot->Publish(made);
  return slot->Load();
}

// An attribute that is that of the wrapped callable.
Value Forward(Context& cx, Value callable, Str* name) {
  return FinishLookup(cx, callable, name, LookupAttribute(cx, callable, name));
}
Value GetName(Context& cx, Args args) {
  return Forward(cx, Wrapper(args)->callable.Load(), cx.runtime.names.s___name__);
}
Value GetQualname(Context& cx, Args args) {
  return Forward(cx, Wrapper(args)->callable.Load(), cx.runtime.names.s___qualname__);
}
Value GetDoc(Context& cx, Args args) {
  return Forward(cx, Wrapper(args)->callable.Load(), cx.runtime.names.s___doc__);
}
Value GetAnnotations(Context& cx, Args args) {
  return Forward(cx, Wrapper(args)->callable.Load(), cx.runtime.names.s___annotations__);
}
Value GetModule(Context& cx, Args args) {
  return Forward(cx, Wrapper(args)->callable.Load(), cx.runtime.names.s___module__);
}
Value GetAbstract(Context& cx, Args args) {
  const Value callable = Wrapper(args)->callable.Load();
  Str* name = cx.runtime.names.s___isabstractmethod__;
  const AttributeLookup found = LookupAttribute(cx, callable, name);
  if (found.kind == AttributeLookup::kMissing) return Value::False();
  return FinishLookup(cx, callable, name, found);
}
Value GetMethodDoc(Context& cx, Args args) {
  return Forward(cx, Bound(args)->function.Load(), cx.runtime.names.s___doc__);
}

constexpr NativeDef kBoundMethods[] = {
    {"__new__", MethodNew, "cls, function, instance, /"},
    {"__call__", MethodCall, "self, *args, **kwargs="},
    {"__repr__", MethodRepr, "self, /"},
    {"__eq__", MethodEq, "self, value, /"},
    {"__hash__", MethodHash, "self, /"},
    {"__get__", MethodGet, "self, instance, owner=, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kBoundGetSets[] = {
    {"__func__", GetFunction, nullptr},
    {"__self__", GetSelf, nullptr},
    {"__doc__", GetMethodDoc, nullptr},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kStaticMethods[] = {
    {"__new__", WrapperNew, "cls, function=, /"},
    {"__init__", WrapperInit, "self, function, /"},
    {"__get__", StaticGet, "self, instance, owner=, /"},
    {"__call__", StaticCall, "self, *args, **kwargs="},
    {"__repr__", WrapperRepr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kClassMethods[] = {
    {"__new__", WrapperNew, "cls, function=, /"},
    {"__init__", WrapperInit, "self, function, /"},
    {"__get__", ClassGet, "self, instance, owner=, /"},
    {"__repr__", WrapperRepr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kWrapperGetSets[] = {
    {"__func__", GetWrapped, nullptr},
    {"__wrapped__", GetWrapped, nullptr},
    {"__dict__", GetWrapperDict, nullptr},
    {"__name__", GetName, nullptr},
    {"__qualname__", GetQualname, nullptr},
    {"__doc__", GetDoc, nullptr},
    {"__module__", GetModule, nullptr},
    {"__annotations__", GetAnnotations, nullptr},
    {"__isabstractmethod__", GetAbstract, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kMethodType = {
    "method",      "builtins", Kind::kBoundMethod,  kBoundMethods,
    kBoundGetSets, kNotBase,   sizeof(BoundMethod), "Create a bound instance method object."};
const TypeDef kStaticMethodType = {
    "staticmethod",  "builtins", Kind::kStaticMethod,  kStaticMethods,
    kWrapperGetSets, kHasDict,   sizeof(StaticMethod), "Convert a function to be a static method."};
const TypeDef kClassMethodType = {
    "classmethod",   "builtins", Kind::kClassMethod,  kClassMethods,
    kWrapperGetSets, kHasDict,   sizeof(ClassMethod), "Convert a function to be a class method."};

}  // namespace heddle::lib
