#include "lib/modules.h"

#include "lib/module_tables.h"
#include "objects/descriptor.h"
#include "objects/dict.h"

namespace heddle::lib {

namespace {

constexpr const ModuleDef* kModules[] = {
    &kBuiltinsModule,    &kHeddleModule,  &kVmModule,          &kThreadModule,
    &kTimeModule,        &kPosixModule,   &kMathModule,        &kRandomModule,
    &kSourceModule,      &kDigestModule,  &kDeflateModule,     &kSignalModule,
    &kContextVarsModule, &kRegexModule,   &kJsonModule,        &kHeapqModule,
    &kItertoolsModule,   &kAsyncioModule, &kUnicodedataModule, &kFunctoolsModule,
    &kFrameModule,       &kArrayModule,   &kPackedModule,      &kPickleModule,
};

}  // namespace

std::span<const ModuleDef* const> NativeModules() { return kModules; }

const ModuleDef* FindNativeModule(std::string_view name) {
  for (const ModuleDef* def : kModules) {
    if (name == def->name) return def;
  }
  return nullptr;
}

Module* MakeNativeModule(Context& cx, const ModuleDef& def) {
  Module* module = NewModule(cx, cx.Intern(def.name));
  AddFunctions(cx, module, def.functions);
  if (def.init != nullptr) def.init(cx, module);
  return module;
}

void AddFunctions(Context& cx, Module* module, const NativeDef* functions) {
  if (functions == nullptr) return;
  auto* dict = module->dict.Load().As<Dict>();
  const Value owner = DictGetStr(dict, cx.runtime.names.s___name__);
  for (; functions->name != nullptr; ++functions) {
    Native* native =
        NewNative(cx, Kind::kNative, functions, Value::Undefined(), owner, functions->name);
    NamespaceStore(cx, dict, cx.Intern(functions->name), Value::Of(native));
  }
}

void AddConstant(Context& cx, Module* module, std::string_view name, Value value) {
  NamespaceStore(cx, module->dict.Load().As<Dict>(), cx.Intern(name), value);
}

}  // namespace heddle::lib
