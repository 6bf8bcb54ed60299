// module.
#include <string>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/type.h"

namespace heddle::lib {

namespace {

Dict* Namespace(Args args) { return args[0].As<Module>()->dict.Load().As<Dict>(); }

Value New(Context& cx, Args args) {
  auto* module = static_cast<Module*>(NewInstance(cx, args[0].As<Type>()));
  module->dict.Store(Value::Of(NewNamespace(cx.heap)));
  return Value::Of(module);
}

Value Init(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "module.__init__() argument 1 must be str, not {}",
                    TypeName(cx, args[1]));
  }
  const auto& names = cx.runtime.names;
  Dict* dict = Namespace(args);
  const Value doc = args.Opt(2);
  NamespaceStore(cx, dict, names.s___name__, args[1]);
  NamespaceStore(cx, dict, names.s___doc__, doc.IsUndefined() ? Value::None() : doc);
  for (Str* name : {names.s___package__, names.s___loader__, names.s___spec__}) {
    NamespaceStore(cx, dict, name, Value::None());
  }
  return Value::None();
}

Value Repr(Context& cx, Args args) {
  const Value name = DictGetStr(Namespace(args), cx.runtime.names.s___name__);
  const Value file = DictGetStr(Namespace(args), cx.runtime.names.s___file__);
  const std::string text = name.Is(Kind::kStr) ? ToUtf8(name.As<Str>()) : "?";
  if (!file.Is(Kind::kStr)) return cx.NewString("<module '" + text + "' (built-in)>");
  return cx.NewString("<module '" + text + "' from '" + ToUtf8(file.As<Str>()) + "'>");
}

Value Dir(Context& cx, Args args) { return cx.TailCall(Library::kDir, {args[0]}); }

Value GetDict(Context&, Args args) { return args[0].As<Module>()->dict.Load(); }

// Made when first asked for, in a module without annotated names too.
Value GetAnnotations(Context& cx, Args args) {
  Str* const name = cx.runtime.names.s___annotations__;
  Dict* const dict = Namespace(args);
  const Value own = DictGetStr(dict, name);
  if (!own.IsUndefined()) return own;
  const Value made = Value::Of(NewDict(cx.heap));
  NamespaceStore(cx, dict, name, made);
  return made;
}
Value SetAnnotations(Context& cx, Args args) {
  NamespaceStore(cx, Namespace(args), cx.runtime.names.s___annotations__, args[1]);
  return Value::None();
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, *args, **kwargs"},
    {"__init__", Init, "self, name, doc="},
    {"__repr__", Repr, "self, /"},
    {"__dir__", Dir, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"__dict__", GetDict, nullptr},
    {"__annotations__", GetAnnotations, SetAnnotations},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kModuleType = {"module", "builtins", Kind::kModule,  kMethods,
                             kGetSets, kHasDict,   sizeof(Module), "Create a module object."};

}  // namespace heddle::lib
