// A Runtime with the few builtin types that tests of the object model need, and short ways to make
// classes and values.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

#include "objects/context.h"
#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/function.h"
#include "objects/kind_table.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/shape.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"

namespace heddle {

inline Value Nothing(Context&, Args) { return Value::None(); }
inline constexpr NativeDef kObjectMethods[] = {
    {"__new__", Nothing, "cls, *args, **kwargs"},
    {"__init__", Nothing, "self, *args"},
    {"__eq__", Nothing, "self, value, /"},
    {"__hash__", Nothing, "self, /"},
    {"__getattribute__", Nothing, "self, name, /"},
    {"__setattr__", Nothing, "self, name, value, /"},
    {"__delattr__", Nothing, "self, name, /"},
    {nullptr, nullptr, nullptr},
};
inline constexpr NativeDef kListMethods[] = {
    {"append", Nothing, "self, object, /"},
    {"__eq__", Nothing, "self, value, /"},
    {nullptr, nullptr, nullptr},
};
inline const TypeDef kTestTypes[] = {
    {"object", "builtins", Kind::kInstance, kObjectMethods, nullptr, 0, sizeof(Object), "Base."},
    {"type", "builtins", Kind::kType, nullptr, nullptr, kMetatype | kHasDict, sizeof(Type),
     nullptr},
    {"int", "builtins", Kind::kInt, nullptr, nullptr, 0, 0, nullptr},
    {"bool", "builtins", Kind::kFree, nullptr, nullptr, kNotBase, 0, nullptr, "int"},
    {"float", "builtins", Kind::kFloat, nullptr, nullptr, 0, 24, nullptr},
    {"str", "builtins", Kind::kStr, nullptr, nullptr, 0, 0, nullptr},
    {"tuple", "builtins", Kind::kTuple, nullptr, nullptr, 0, 0, nullptr},
    {"list", "builtins", Kind::kList, kListMethods, nullptr, 0, sizeof(List), nullptr},
    {"dict", "builtins", Kind::kDict, nullptr, nullptr, 0, sizeof(Dict), nullptr},
    {"NoneType", "builtins", Kind::kFree, nullptr, nullptr, kNotBase, 0, nullptr},
    {"function", "builtins", Kind::kFunction, nullptr, nullptr, kNotBase | kHasDict,
     sizeof(Function), nullptr},
    {"module", "builtins", Kind::kModule, nullptr, nullptr, kHasDict, sizeof(Module), nullptr},
    {"property", "builtins", Kind::kProperty, nullptr, nullptr, 0, sizeof(Property), nullptr},
    {"ReferenceType", "weakref", Kind::kWeakRef, nullptr, nullptr, 0, sizeof(WeakRef), nullptr},
};

inline std::vector<const TypeDef*> TestTypes() {
  std::vector<const TypeDef*> all;
  for (const TypeDef& def : kTestTypes) all.push_back(&def);
  return all;
}

class ObjectTest : public testing::Test {
 protected:
  ObjectTest() : runtime(Kinds(), TestTypes()), allocator(runtime.heap), cx(runtime, allocator) {}

  Str* Name(std::string_view text) { return cx.Intern(text); }
  Value Text(std::string_view text) { return Value::Of(Name(text)); }

  Tuple* Bases(std::initializer_list<Type*> types) {
    Tuple* tuple = NewTupleRaw(allocator, static_cast<uint32_t>(types.size()));
    uint32_t i = 0;
    for (Type* type : types) tuple->items()[i++].Store(Value::Of(type));
    return tuple;
  }

  Value TryClass(std::string_view name, std::initializer_list<Type*> bases,
                 std::initializer_list<std::pair<const char*, Value>> body = {}) {
    Dict* ns = NewDict(allocator);
    for (const auto& [key, value] : body) DictSetStr(cx, ns, Name(key), value);
    return NewHeapType(cx, runtime.type_type, Name(name), Bases(bases), ns);
  }
  Type* Class(std::string_view name, std::initializer_list<Type*> bases = {},
              std::initializer_list<std::pair<const char*, Value>> body = {}) {
    const Value made = TryClass(name, bases, body);
    EXPECT_TRUE(made.Is(Kind::kType)) << Message();
    return made.As<Type>();
  }
  Object* Instance(Type* type) { return NewInstance(cx, type); }

  // "TypeError: …" of the pending exception, which is then forgotten.
  std::string Message() {
    if (!cx.pending.Is(Kind::kException)) return "no exception";
    auto* exception = cx.pending.As<Exception>();
    auto* args = exception->args.Load().As<Tuple>();
    cx.pending = Value();
    std::string text = ToUtf8(exception->type.Load()->name.Load().As<Str>());
    if (args->length > 0 && args->Get(0).Is(Kind::kStr)) {
      text += ": " + ToUtf8(args->Get(0).As<Str>());
    }
    return text;
  }

  std::string MroOf(Type* type) {
    auto* mro = type->mro.Load().As<Tuple>();
    std::string text;
    for (uint32_t i = 0; i < mro->length; ++i) {
      text += (i == 0 ? "" : " ") + ToUtf8(mro->Get(i).As<Type>()->name.Load().As<Str>());
    }
    return text;
  }

  Type* Builtin(Kind kind) { return runtime.heap.TypeOfKind(kind); }

  Runtime runtime;
  heap::Allocator allocator;
  Context cx;
};

}  // namespace heddle
