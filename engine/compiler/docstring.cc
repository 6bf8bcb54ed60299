#include <algorithm>
#include <string>

#include "compiler/codegen.h"

namespace heddle::compiler {

using namespace syntax;

namespace {

size_t Expanded(std::string_view text, std::string& out) {
  // Tabs count to the next multiple of eight.
  size_t column = 0;
  for (const char ch : text) {
    if (ch == '\t') {
      const size_t width = 8 - column % 8;
      out.append(width, ' ');
      column += width;
    } else {
      out += ch;
      column = ch == '\n' || ch == '\r' ? 0 : column + 1;
    }
  }
  return column;
}

// As CPython's compiler: the first line without leading blanks, the others without what all of
// them are indented by.
std::string CleanDocstring(std::string_view text) {
  std::string doc;
  Expanded(text, doc);
  const size_t first = std::min(doc.find_first_not_of(' '), doc.size());
  size_t margin = std::string::npos;
  for (size_t at = doc.find('\n', first); at != std::string::npos; at = doc.find('\n', at)) {
    at++;
    const size_t content = std::min(doc.find_first_not_of(' ', at), doc.size());
    if (content < doc.size() && doc[content] != '\n') margin = std::min(margin, content - at);
  }
  if (margin == std::string::npos) margin = 0;
  if (first == 0 && margin == 0) return doc;
  std::string out;
  size_t at = first;
  for (;;) {
    const size_t end = doc.find('\n', at);
    if (end == std::string::npos) break;
    out.append(doc, at, end + 1 - at);
    at = end + 1;
    size_t drop = 0;
    while (drop < margin && at < doc.size() && doc[at] == ' ') at++, drop++;
  }
  out.append(doc, at, std::string::npos);
  return out;
}

}  // namespace

// Takes a docstring off the front of `body`.
void CodeGenerator::Docstring(Seq<Stmt*>& body, std::optional<std::string>& doc) const {
  if (body.empty() || !body[0]->Is<ExprStmt>()) return;
  const Expr* value = body[0]->As<ExprStmt>()->value;
  if (!value->Is<Constant>() || value->As<Constant>()->type != ConstantType::kStr) return;
  if (options_.optimize < 2) doc = CleanDocstring(value->As<Constant>()->text);
  body = body.subspan(1);
}

}  // namespace heddle::compiler
