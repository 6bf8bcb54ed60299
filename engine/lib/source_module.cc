// Module _source: what tracebacks ask about a piece of source text, to mark the part that failed.
#include <string>

#include "lib/module_tables.h"
#include "lib/source_scopes.h"
#include "lib/source_tree.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "syntax/parser.h"

namespace heddle::lib {

namespace {

Value Place(Context& cx, std::initializer_list<uint32_t> numbers) {
  std::vector<Value> values;
  for (uint32_t n : numbers) values.push_back(Value::Small(n));
  return MakeTuple(cx, values);
}

// anchors(segment): for a segment that is a binary operation (0), a subscript (1) or a call (2):
// (which, line and column where the left part ends, line and column where the right operand begins
// or the whole ends); None for others. Lines count from 0.
Value Anchors(Context& cx, Args args) {
  const std::string source = "(\n" + ToUtf8(args[0].As<Str>()) + "\n)";
  const syntax::ParseResult tree = syntax::Parse(source);
  if (!tree.ok() || tree.module->body.size() != 1) return Value::None();
  const syntax::Stmt* const statement = tree.module->body[0];
  if (!statement->Is<syntax::ExprStmt>()) return Value::None();
  const syntax::Expr* const whole = statement->As<syntax::ExprStmt>()->value;
  const syntax::Expr* left = nullptr;
  uint32_t which = 0;
  syntax::SourceSpan right = whole->span;
  uint32_t line = right.end_line, column = right.end_col;
  switch (whole->kind) {
    case syntax::NodeKind::kBinOp:
      left = whole->As<syntax::BinOp>()->left;
      right = whole->As<syntax::BinOp>()->right->span;
      line = right.line;
      column = right.col;
      break;
    case syntax::NodeKind::kSubscript:
      left = whole->As<syntax::Subscript>()->value;
      which = 1;
      break;
    case syntax::NodeKind::kCall:
      left = whole->As<syntax::Call>()->func;
      which = 2;
      break;
    default: return Value::None();
  }
  return Place(cx, {which, left->span.end_line - 2, left->span.end_col, line - 2, column});
}

// call_span(text): (line, column, end line, end column) of the call when the first statement is
// `return name(…)` or `name = call(…)`, else None.
Value CallSpan(Context& cx, Args args) {
  const syntax::ParseResult tree = syntax::Parse(ToUtf8(args[0].As<Str>()));
  if (!tree.ok() || tree.module->body.empty()) return Value::None();
  const syntax::Stmt* const statement = tree.module->body[0];
  const syntax::Expr* call = nullptr;
  if (statement->Is<syntax::Return>()) {
    call = statement->As<syntax::Return>()->value;
    if (call == nullptr || !call->Is<syntax::Call>() ||
        !call->As<syntax::Call>()->func->Is<syntax::Name>()) {
      return Value::None();
    }
  } else if (statement->Is<syntax::Assign>()) {
    const auto* const assign = statement->As<syntax::Assign>();
    call = assign->value;
    if (!call->Is<syntax::Call>() || assign->targets.size() != 1 ||
        !assign->targets[0]->Is<syntax::Name>()) {
      return Value::None();
    }
  } else {
    return Value::None();
  }
  const syntax::SourceSpan& at = call->span;
  return Place(cx, {at.line, at.col, at.end_line, at.end_col});
}

constexpr NativeDef kFunctions[] = {
    {"anchors", Anchors, "segment, /"},
    {"call_span", CallSpan, "text, /"},
    {"tree", SourceTree, "source, filename, mode, /"},
    {"scopes", SourceScopes, "source, filename, mode, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kSourceModule = {"_source", kFunctions, nullptr};

}  // namespace heddle::lib
