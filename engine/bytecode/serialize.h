// Code units as bytes: the library's are compiled when the engine is built.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "bytecode/code_unit.h"

namespace heddle::bytecode {

// The bytes hold for one build of the engine only: they name operations by their numbers.
std::string Serialize(const CodeUnit& unit);

// REQUIRES: `bytes` come from Serialize() of the same build.
std::shared_ptr<const CodeUnit> Deserialize(std::string_view bytes);

}  // namespace heddle::bytecode
