// Expressions back to text, as CPython's for `from __future__ import annotations`.
#pragma once

#include <string>

#include "syntax/ast.h"

namespace heddle::compiler {

std::string Unparse(const syntax::Expr* expr);

}  // namespace heddle::compiler
