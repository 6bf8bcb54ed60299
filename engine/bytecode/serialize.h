// Code units as bytes: the library's are compiled when the engine is built.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "bytecode/code_unit.h"

namespace heddle::bytecode {

// The bytes hold for one build of the engine only: they name operations by their numbers.
std::string Serialize(const CodeUnit& unit);

// The outermost unit whole, those within it sealed: most functions of a module are never called.
// They refer to `bytes`. REQUIRES: `bytes` come from Serialize() of the same build.
std::shared_ptr<const CodeUnit> Deserialize(std::string_view bytes);

// The same unit whole; those within it sealed. REQUIRES: `unit` is sealed.
std::shared_ptr<const CodeUnit> Unseal(const CodeUnit& unit);

}  // namespace heddle::bytecode
