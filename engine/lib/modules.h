// The modules written in C++ (or their C++ half, as `_heddle` is of the library's Python part).
#pragma once

#include <span>
#include <string_view>

#include "objects/context.h"
#include "objects/function.h"

namespace heddle::lib {

struct ModuleDef {
  const char* name;
  const NativeDef* functions;                 // ends with a null name; may be null
  void (*init)(Context& cx, Module* module);  // adds constants and types; may be null
};

std::span<const ModuleDef* const> NativeModules();
// Null when there is none.
const ModuleDef* FindNativeModule(std::string_view name);

// A module object with everything that the definition says.
Module* MakeNativeModule(Context& cx, const ModuleDef& def);
// Adds functions to a module: several tables may make one module together.
void AddFunctions(Context& cx, Module* module, const NativeDef* functions);
void AddConstant(Context& cx, Module* module, std::string_view name, Value value);

}  // namespace heddle::lib
