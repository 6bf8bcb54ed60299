// Source to code, or to the text of its error, for the compiler's tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "bytecode/code_unit.h"
#include "compiler/compiler.h"

namespace heddle::compiler {

inline CompileResult CompileText(std::string_view source, CompileOptions options = {},
                                 syntax::ParseMode mode = syntax::ParseMode::kExec) {
  syntax::ParseOptions parse;
  parse.mode = mode;
  const syntax::ParseResult tree = syntax::Parse(source, parse);
  CompileResult result;
  if (!tree.ok()) {
    result.error = tree.error;
    return result;
  }
  return Compile(tree, options);
}

// "message (line:column-end_line:end_column)", or "" when the source is fine.
inline std::string ErrorOf(std::string_view source) {
  const CompileResult result = CompileText(source);
  if (result.ok()) return bytecode::Verify(*result.code);
  const syntax::SyntaxError& error = *result.error;
  return error.message + " (" + std::to_string(error.line) + ":" + std::to_string(error.column) +
         "-" + std::to_string(error.end_line) + ":" + std::to_string(error.end_column) + ")";
}

// The unit of the given qualified name, at any depth; null when there is none.
inline std::shared_ptr<const bytecode::CodeUnit> FindUnit(
    const std::shared_ptr<const bytecode::CodeUnit>& unit, std::string_view qualname) {
  if (unit->qualname == qualname) return unit;
  for (const bytecode::Constant& constant : unit->constants) {
    const auto* inner = std::get_if<std::shared_ptr<const bytecode::CodeUnit>>(&constant.value);
    if (inner == nullptr) continue;
    if (auto found = FindUnit(*inner, qualname)) return found;
  }
  return nullptr;
}

// The instructions of function `f`, one a line, without word numbers and lines.
inline std::string CodeOfF(std::string_view source) {
  const CompileResult result = CompileText(source);
  if (!result.ok()) return result.error->message;
  const auto unit = FindUnit(result.code, "f");
  if (unit == nullptr) return "no f";
  const std::string wrong = bytecode::Verify(*result.code);
  if (!wrong.empty()) return wrong;
  const std::string text = bytecode::Disassemble(*unit);
  std::string out;
  size_t at = text.find('\n') + 1;
  while (at < text.size() && text[at] != '\n') {
    const size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    out += line.starts_with("  except") ? line.substr(2) : line.substr(11);
    out += '\n';
    at = end + 1;
  }
  return out;
}

}  // namespace heddle::compiler
