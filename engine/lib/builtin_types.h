// Every builtin type that is written in C++: one TypeDef each, in a file of its own.
#pragma once

#include <span>

#include "objects/context.h"

namespace heddle::lib {

// Bases before those derived from them. What Runtime's constructor takes.
std::span<const TypeDef* const> BuiltinTypes();

}  // namespace heddle::lib
