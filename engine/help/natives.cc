#include "help/natives.h"

#include "lib/builtin_types.h"
#include "lib/modules.h"
#include "objects/context.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/kind_table.h"
#include "objects/str.h"
#include "objects/type.h"
#include "objects/type_building.h"

namespace heddle::help {

namespace {

std::string TypeText(const Type* type) { return ToUtf8(type->name.Load().As<Str>()); }

}  // namespace

// The modules are made as a program would make them, in a heap of their own that lives for this
// call: only their making says which constants and classes they have.
Natives::Natives() {
  Runtime runtime(Kinds(), lib::BuiltinTypes());
  heap::Allocator allocator(runtime.heap);
  Context cx(runtime, allocator);
  std::unordered_map<const Type*, const TypeDef*> defs;
  for (const TypeDef* def : lib::BuiltinTypes()) {
    defs[BuiltinTypeOf(runtime, def)] = def;
    AddClass(def->name, def->module, def->base, def);
  }
  for (const Type* type : runtime.exceptions) {
    const std::string name = TypeText(type);
    if (class_index_.contains(name)) continue;
    AddClass(name, "builtins", TypeText(type->base.Load()), nullptr);
  }
  for (const lib::ModuleDef* def : lib::NativeModules()) {
    Module& module = *FindModule(def->name);
    auto* dict = lib::MakeNativeModule(cx, *def)->dict.Load().As<Dict>();
    DictCursor cursor(dict);
    heddle::Value key, value;
    while (cursor.Next(&key, &value)) {
      const std::string name = ToUtf8(key.As<Str>());
      if (name.starts_with("__")) continue;
      if (value.Is(Kind::kNative)) {
        AddFunction(&module.scope, &module, *value.As<Native>()->def);
        continue;
      }
      Binding binding{};
      binding.scope = &module.scope;
      if (value.Is(Kind::kType)) {
        binding.kind = Binding::Kind::kDefinition;
        binding.defined = &class_index_[TypeText(value.As<Type>())]->scope;
      } else {
        binding.kind = Binding::Kind::kInstance;
        const Type* type = TypeOf(cx, value);
        const auto found = class_index_.find(TypeText(type));
        if (found != class_index_.end()) binding.name = found->first;
      }
      module.scope.symbols.Add(module.names.emplace_back(name)).bindings.push_back(binding);
    }
  }
}

Module* Natives::FindModule(std::string_view name) {
  const auto found = module_index_.find(name);
  if (found != module_index_.end()) return found->second;
  if (lib::FindNativeModule(name) == nullptr) return nullptr;
  Module& module = modules_.emplace_back();
  module.name = name;
  module.scope.name = module.name;
  module_index_[module.name] = &module;
  return &module;
}

Scope* Natives::AddClass(std::string_view name, std::string_view module, std::string_view base,
                         const TypeDef* def) {
  Class& made = classes_.emplace_back();
  made.name = name;
  made.base = name == "object" ? "" : base;
  made.def = def;
  made.scope.kind = Scope::Kind::kClass;
  made.scope.name = made.name;
  made.scope.is_native = true;
  if (def != nullptr && def->doc != nullptr) made.scope.doc = def->doc;
  Module* owner = FindModule(module);
  made.scope.module = owner != nullptr ? owner : FindModule("builtins");
  class_index_[made.name] = &made;
  return &made.scope;
}

void Natives::AddFunction(Scope* owner, Module* module, const NativeDef& def) {
  if (def.fn == nullptr) return;
  Scope& function = module->scopes.emplace_back();
  function.kind = Scope::Kind::kFunction;
  function.name = def.name;
  function.parent = owner;
  function.module = module;
  function.is_native = true;
  function.parameters = NativeParameters(def.params == nullptr ? "" : def.params);
  const std::string_view first =
      function.parameters.empty() ? std::string_view() : function.parameters[0].name;
  if (first == "cls" && function.name != "__new__") {
    function.method = Scope::Method::kClass;
  } else if (first != "self") {
    function.method = Scope::Method::kStatic;
  }
  Binding binding{};
  binding.kind = Binding::Kind::kDefinition;
  binding.scope = owner;
  binding.defined = &function;
  owner->symbols.Add(function.name).bindings.push_back(binding);
}

const Scope* Natives::FindClass(std::string_view name) {
  const auto found = class_index_.find(name);
  if (found == class_index_.end()) return nullptr;
  Class& wanted = *found->second;
  if (wanted.is_filled) return &wanted.scope;
  wanted.is_filled = true;
  if (!wanted.base.empty()) {
    if (const Scope* base = FindClass(wanted.base)) wanted.scope.known_bases.push_back(base);
  }
  if (wanted.def == nullptr) return &wanted.scope;
  if (wanted.def->methods != nullptr) {
    for (const NativeDef* def = wanted.def->methods; def->name != nullptr; ++def) {
      AddFunction(&wanted.scope, wanted.scope.module, *def);
    }
  }
  if (wanted.def->getsets != nullptr) {
    for (const GetSetDef* def = wanted.def->getsets; def->name != nullptr; ++def) {
      Binding binding{};
      binding.kind = Binding::Kind::kAttribute;
      binding.scope = &wanted.scope;
      wanted.scope.symbols.Add(def->name).bindings.push_back(binding);
    }
  }
  return &wanted.scope;
}

}  // namespace heddle::help
