#include "compiler/codegen.h"

#include <utility>

#include "compiler/future.h"
#include "compiler/symbol_pass.h"

namespace heddle::compiler {

using namespace syntax;
using Value = bytecode::Constant;

CodeGenerator::CodeGenerator(const CompileOptions& options, bool future_annotations,
                             uint32_t future_line, NameTable& names, const ScopeTree& scopes,
                             ErrorSink& errors)
    : options_(options),
      future_annotations_(future_annotations),
      future_line_(future_line),
      names_(names),
      scopes_(scopes),
      errors_(errors) {}

void CodeGenerator::LoadConstant(const Span& span, Reg dst, Value value) {
  if (!code().reachable()) return;
  code().EmitConst(span, dst, code().AddConstant(std::move(value)));
}

void CodeGenerator::LoadNone(const Span& span, Reg dst) {
  LoadConstant(span, dst, {Value::None{}});
}

void CodeGenerator::LoadText(const Span& span, Reg dst, std::string_view text) {
  LoadConstant(span, dst, {Value::Str{std::string(text)}});
}

std::shared_ptr<const bytecode::CodeUnit> CodeGenerator::Run(const ParseResult& tree) {
  UnitState state{};
  Span start{1, 0, 1, 0};
  EnterUnit(scopes_.scopes[0].get(), state, "<module>", start);
  if (options_.names_in_mapping) code().unit().flags |= bytecode::kUsesLocalsMapping;
  code().unit().first_line = 1;
  const Reg mark = code().next_temp();
  if (tree.expression != nullptr) {
    const Reg value = ToTemp(tree.expression->body);
    code().Emit(tree.expression->body->span, Op::kReturn, value);
  } else {
    interactive_ = tree.interactive != nullptr;
    Seq<Stmt*> body = interactive_ ? tree.interactive->body : tree.module->body;
    if (unit_->scope->has_annotations) code().Emit(start, Op::kSetupAnnotations);
    std::optional<std::string> doc;
    if (!interactive_) {
      const Span at = body.empty() ? start : body[0]->span;
      Docstring(body, doc);
      if (doc) {
        const Reg value = code().Alloc();
        code().unit().has_docstring = true;
        LoadText(at, value, *doc);
        StoreName(at, kNameDoc, value);
      }
    }
    Body(body);
    if (!body.empty()) start = body.back()->span;
  }
  code().FreeTo(mark);
  return FinishUnit(start);
}

std::shared_ptr<const bytecode::CodeUnit> CodeGenerator::FinishUnit(const Span& span) {
  if (code().reachable()) {
    const Reg none = code().Alloc();
    LoadNone(span, none);
    code().Emit(span, Op::kReturn, none);
  }
  auto unit = code().Finish();
  if (code().too_large()) Fail(span, "too many names or values in one block of code");
  unit_ = unit_->parent;
  return unit;
}

CompileResult Compile(const ParseResult& tree, const CompileOptions& options) {
  CompileResult result;
  ErrorSink errors(options.source);
  NameTable names;
  const FutureImports future = FindFutureImports(tree, errors);
  result.future_annotations = options.future_annotations || future.annotations;
  if (!errors.failed()) {
    const ScopeTree scopes = FindScopes(tree, result.future_annotations, names, errors);
    if (!errors.failed()) {
      CodeGenerator generator(options, result.future_annotations, future.last_line, names, scopes,
                              errors);
      result.code = generator.Run(tree);
    }
  }
  result.error = errors.Take();
  result.warnings = errors.TakeWarnings();
  if (result.error.has_value()) result.code = nullptr;
  return result;
}

}  // namespace heddle::compiler
