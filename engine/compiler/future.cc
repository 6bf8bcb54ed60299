#include "compiler/future.h"

#include <string>

namespace heddle::compiler {

using namespace syntax;

namespace {

constexpr std::string_view kFeatures[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};

bool CheckFeature(const Alias* alias, ErrorSink& errors) {
  for (const std::string_view feature : kFeatures) {
    if (alias->name == feature) return true;
  }
  if (alias->name == "braces") return errors.Report(alias->span, "not a chance");
  return errors.Report(alias->span,
                       "future feature " + std::string(alias->name) + " is not defined");
}

bool IsString(const Stmt* stmt) {
  if (!stmt->Is<ExprStmt>() || !stmt->As<ExprStmt>()->value->Is<Constant>()) return false;
  return stmt->As<ExprStmt>()->value->As<Constant>()->type == ConstantType::kStr;
}

}  // namespace

FutureImports FindFutureImports(const ParseResult& tree, ErrorSink& errors) {
  FutureImports found;
  Seq<Stmt*> body;
  if (tree.module != nullptr) body = tree.module->body;
  if (tree.interactive != nullptr) body = tree.interactive->body;
  bool first = true;
  for (const Stmt* stmt : body) {
    if (stmt->Is<ImportFrom>() && stmt->As<ImportFrom>()->module == "__future__" &&
        stmt->As<ImportFrom>()->level == 0) {
      for (const Alias* alias : stmt->As<ImportFrom>()->names) {
        if (!CheckFeature(alias, errors)) return found;
        found.annotations = found.annotations || alias->name == "annotations";
      }
      found.last_line = stmt->span.line;
    } else if (!first || !IsString(stmt)) {
      break;
    }
    first = false;
  }
  return found;
}

}  // namespace heddle::compiler
