// What CPython's compiler warns about: code that is valid and hardly ever meant. Each function
// gives the SyntaxWarning's message, or none.
#pragma once

#include <optional>
#include <string>

#include "syntax/ast.h"

namespace heddle::compiler {

// `x is 5`: a literal's identity says nothing.
std::optional<std::string> WarningOfCompare(const syntax::Compare* expr);

// `(1, 2)(3)` in a list: a comma is missing.
std::optional<std::string> WarningOfCall(const syntax::Call* expr);

// `[1, 2]["a"]`, `{1}[0]`.
std::optional<std::string> WarningOfSubscript(const syntax::Subscript* expr);

// `assert (x, "message")`.
std::optional<std::string> WarningOfAssert(const syntax::Assert* stmt);

}  // namespace heddle::compiler
