// Syntax tree to code.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "bytecode/code_unit.h"
#include "syntax/parser.h"

namespace heddle::compiler {

struct CompileOptions {
  std::string_view filename = "<string>";

  // How module-level names are reached: through the mapping of locals that the code is run with
  // (exec, eval and compile of strings), or straight in the globals (main program and imported
  // modules).
  bool names_in_mapping = false;

  // `from __future__ import annotations` holds from the start: code compiled by such code.
  bool future_annotations = false;

  // As -O: 1 leaves out asserts, 2 docstrings too; __debug__ is False.
  int optimize = 0;

  // For SyntaxError's text; empty: errors have none.
  std::string_view source;
};

// Exactly one of `code` and `error` is set.
struct CompileResult {
  std::shared_ptr<const bytecode::CodeUnit> code;
  std::optional<syntax::SyntaxError> error;
  std::vector<syntax::SyntaxWarning> warnings;
  bool future_annotations = false;  // The code has (or was given) the future import.

  bool ok() const { return !error.has_value(); }
};

// Compiles a parsed tree; what it returns follows from the mode of the parse: a module's code
// returns None, an expression's code its value, interactive code prints its expressions.
// Recursion is bounded by syntax::kMaxTreeDepth.
// REQUIRES: tree.ok().
[[nodiscard]] CompileResult Compile(const syntax::ParseResult& tree, const CompileOptions& options);

}  // namespace heddle::compiler
