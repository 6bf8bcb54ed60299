// Constant folding.
#pragma once

#include <optional>

#include "bytecode/code_unit.h"
#include "syntax/ast.h"

namespace heddle::compiler {

// The value of an expression that consists of constants only, if it is cheap and safe to have it at
// compile time: never an error, never much larger than the source.
std::optional<bytecode::Constant> Fold(const syntax::Expr* expr, bool debug);

bytecode::Constant ToConstant(const syntax::Constant& node);

// Whether the value is true; of constants, always known.
bool Truth(const bytecode::Constant& value);

}  // namespace heddle::compiler
