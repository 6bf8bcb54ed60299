#include <utility>

#include "compiler/codegen.h"
#include "compiler/fold.h"
#include "compiler/suspicions.h"

namespace heddle::compiler {

using namespace syntax;
using Value = bytecode::Constant;

void CodeGenerator::Body(Seq<Stmt*> body) {
  for (const Stmt* stmt : body) {
    if (errors_.failed()) return;
    Statement(stmt);
  }
}

void CodeGenerator::Statement(const Stmt* stmt) {
  switch (stmt->kind) {
    case NodeKind::kFunctionDef:
    case NodeKind::kAsyncFunctionDef:
      return FunctionStatement(static_cast<const FunctionDefBase*>(stmt));
    case NodeKind::kClassDef: return ClassStatement(stmt->As<ClassDef>());
    case NodeKind::kReturn: return ReturnStatement(stmt->As<Return>());
    case NodeKind::kDelete:
      for (const Expr* target : stmt->As<syntax::Delete>()->targets) Delete(target);
      return;
    case NodeKind::kAssign: return Assign(stmt->As<syntax::Assign>());
    case NodeKind::kTypeAlias: return TypeAliasStatement(stmt->As<TypeAlias>());
    case NodeKind::kAugAssign: return AugAssign(stmt->As<syntax::AugAssign>());
    case NodeKind::kAnnAssign: return AnnAssign(stmt->As<syntax::AnnAssign>());
    case NodeKind::kFor: return ForStatement(stmt->As<For>());
    case NodeKind::kAsyncFor: return AsyncForStatement(stmt->As<AsyncFor>());
    case NodeKind::kWhile: return WhileStatement(stmt->As<While>());
    case NodeKind::kIf: return IfStatement(stmt->As<If>());
    case NodeKind::kWith: return WithStatement(static_cast<const WithBase*>(stmt), 0);
    case NodeKind::kAsyncWith:
      if (!IsAsyncFunction()) {
        Fail(stmt->span, "'async with' outside async function");
        return;
      }
      return WithStatement(static_cast<const WithBase*>(stmt), 0);
    case NodeKind::kMatch: return MatchStatement(stmt->As<Match>());
    case NodeKind::kRaise: return RaiseStatement(stmt->As<Raise>());
    case NodeKind::kTry:
    case NodeKind::kTryStar: return TryStatement(static_cast<const TryBase*>(stmt));
    case NodeKind::kAssert: return AssertStatement(stmt->As<Assert>());
    case NodeKind::kImport: return ImportStatement(stmt->As<Import>());
    case NodeKind::kImportFrom: return ImportFromStatement(stmt->As<ImportFrom>());
    case NodeKind::kExprStmt: return ExpressionStatement(stmt->As<ExprStmt>());
    case NodeKind::kBreak: return LoopExit(stmt, true);
    case NodeKind::kContinue: return LoopExit(stmt, false);
    default: return;
  }
}

void CodeGenerator::ExpressionStatement(const ExprStmt* stmt) {
  const Reg mark = code().next_temp();
  if (interactive_ && unit_->parent == nullptr) {
    const Reg value = ToTemp(stmt->value);
    code().Emit(stmt->span, Op::kIntrinsic, value, value,
                static_cast<uint32_t>(bytecode::Intrinsic::kPrintExpr));
  } else if (!stmt->value->Is<Constant>()) {
    ToTemp(stmt->value);
  }
  code().FreeTo(mark);
}

// ---- conditions and loops

void CodeGenerator::IfStatement(const If* stmt) {
  const Label end = code().NewLabel();
  for (;;) {
    const Label otherwise = code().NewLabel();
    JumpIf(stmt->test, otherwise, false);
    Body(stmt->body);
    if (stmt->orelse.empty()) {
      code().Bind(otherwise);
      break;
    }
    code().Jump(stmt->body.back()->span, Op::kJump, end);
    code().Bind(otherwise);
    if (stmt->orelse.size() != 1 || !stmt->orelse[0]->Is<If>()) {
      Body(stmt->orelse);
      break;
    }
    stmt = stmt->orelse[0]->As<If>();
    if (errors_.failed()) return;
  }
  code().Bind(end);
}

void CodeGenerator::WhileStatement(const While* stmt) {
  const Label head = code().NewLabel(), otherwise = code().NewLabel(), end = code().NewLabel();
  Block block{Block::kLoop, {}, 0, kNoName, {}, stmt->span, end, head};
  code().Bind(head);
  JumpIf(stmt->test, otherwise, false);
  unit_->blocks.push_back(block);
  Body(stmt->body);
  unit_->blocks.pop_back();
  code().Jump(stmt->span, Op::kJumpBack, head);
  code().Bind(otherwise);
  Body(stmt->orelse);
  code().Bind(end);
}

void CodeGenerator::ForStatement(const For* stmt) {
  const Label head = code().NewLabel(), otherwise = code().NewLabel(), end = code().NewLabel();
  const Reg mark = code().next_temp();
  const Reg iterator = code().Alloc();
  const Reg iterable = ItemsOperand(stmt->iter, iterator);
  code().Emit(stmt->iter->span, Op::kGetIter, iterator, iterable);
  const std::optional<Reg> direct = RegisterOf(stmt->target);
  const Reg item = direct ? *direct : code().Alloc();
  code().Bind(head);
  code().Jump(stmt->iter->span, Op::kForIter, otherwise, item, iterator);
  if (!direct) Store(stmt->target, item);
  unit_->blocks.push_back({Block::kLoop, {}, 0, kNoName, {}, stmt->span, end, head});
  Body(stmt->body);
  unit_->blocks.pop_back();
  code().Jump(stmt->span, Op::kJumpBack, head);
  code().Bind(otherwise);
  code().FreeTo(mark);
  Body(stmt->orelse);
  code().Bind(end);
}

void CodeGenerator::AsyncForStatement(const AsyncFor* stmt) {
  if (!IsAsyncFunction()) {
    Fail(stmt->span, "'async for' outside async function");
    return;
  }
  const Label head = code().NewLabel(), stop = code().NewLabel(), end = code().NewLabel();
  const Reg mark = code().next_temp();
  const Reg iterator = code().Alloc(3);
  const Reg item = iterator + 1, exc = iterator + 2;
  const Reg iterable = ItemsOperand(stmt->iter, iterator);
  code().Emit(stmt->iter->span, Op::kGetAiter, iterator, iterable);
  code().Bind(head);
  const RegionId region = code().NewRegion(stop, exc);
  const Reg window = code().Alloc(2);
  code().Emit(stmt->span, Op::kGetAnext, window, iterator);
  LoadNone(stmt->span, window + 1);
  code().Emit(stmt->span, Op::kYieldFrom, item, window, window + 1);
  code().Close(region);
  code().FreeTo(window);
  Store(stmt->target, item);
  unit_->blocks.push_back({Block::kLoop, {}, 0, kNoName, {}, stmt->span, end, head});
  Body(stmt->body);
  unit_->blocks.pop_back();
  code().Jump(stmt->span, Op::kJumpBack, head);
  code().Bind(stop);
  code().Emit(stmt->iter->span, Op::kEndAsyncFor, exc);
  code().FreeTo(mark);
  Body(stmt->orelse);
  code().Bind(end);
}

void CodeGenerator::LoopExit(const Stmt* stmt, bool is_break) {
  size_t depth = unit_->blocks.size();
  while (depth > 0 && unit_->blocks[depth - 1].kind != Block::kLoop) {
    if (unit_->blocks[depth - 1].kind == Block::kStarHandler) {
      Fail(stmt->span, "'break', 'continue' and 'return' cannot appear in an except* block");
      return;
    }
    depth--;
  }
  if (depth == 0) {
    Fail(stmt->span, is_break ? "'break' outside loop" : "'continue' not properly in loop");
    return;
  }
  const Label on_break = unit_->blocks[depth - 1].on_break;
  const Label on_continue = unit_->blocks[depth - 1].on_continue;
  std::vector<Block> left = Unwind(depth, stmt->span);
  if (is_break) {
    code().Jump(stmt->span, Op::kJump, on_break);
  } else {
    code().Jump(stmt->span, Op::kJumpBack, on_continue);
  }
  Reenter(std::move(left));
}

// ---- leaving

void CodeGenerator::ReturnStatement(const Return* stmt) {
  const Span& span = stmt->span;
  if (unit_->scope->kind != ScopeKind::kFunction) {
    Fail(span, "'return' outside function");
    return;
  }
  if (stmt->value != nullptr && unit_->scope->is_async_def && unit_->scope->has_yield) {
    Fail(span, "'return' with value in async generator");
    return;
  }
  // Where CPython has the ways out of a return.
  const bool constant =
      stmt->value != nullptr && stmt->value->Is<Constant>() && stmt->value->span.line == span.line;
  const Span& at = constant ? stmt->value->span : span;
  bool unwinds = false;
  for (const Block& block : unit_->blocks) {
    if (block.kind == Block::kStarHandler) {
      Fail(at, "'break', 'continue' and 'return' cannot appear in an except* block");
      return;
    }
    unwinds = unwinds || (block.kind != Block::kLoop && block.kind != Block::kTry);
  }
  const Reg mark = code().next_temp();
  Reg value = 0;
  if (stmt->value == nullptr) {
    value = code().Alloc();
    LoadNone(span, value);
  } else {
    value = unwinds ? ToTemp(stmt->value) : Operand(stmt->value);
  }
  std::vector<Block> left = Unwind(0, at);
  code().Emit(span, Op::kReturn, value);
  Reenter(std::move(left));
  code().FreeTo(mark);
}

void CodeGenerator::RaiseStatement(const Raise* stmt) {
  const Reg mark = code().next_temp();
  uint32_t count = 0;
  Reg exc = 0, cause = 0;
  if (stmt->exc != nullptr) {
    exc = Operand(stmt->exc, stmt->cause);
    count = 1;
    if (stmt->cause != nullptr) {
      cause = Operand(stmt->cause);
      count = 2;
    }
  }
  code().Emit(stmt->span, Op::kRaise, exc, cause, count);
  code().FreeTo(mark);
}

void CodeGenerator::AssertStatement(const Assert* stmt) {
  Warn(stmt->span, WarningOfAssert(stmt));
  if (options_.optimize > 0) return;
  const Label end = code().NewLabel();
  JumpIf(stmt->test, end, true);
  const Reg mark = code().next_temp();
  const Reg exc = code().Alloc();
  code().Emit(stmt->span, Op::kLoadAssertionError, exc);
  if (stmt->msg != nullptr) {
    ToTemp(stmt->msg);
    code().Emit(stmt->span, Op::kCall, exc, exc, 1);
  }
  code().Emit(stmt->test->span, Op::kRaise, exc, 0, 1);
  code().FreeTo(mark);
  code().Bind(end);
}

// ---- imports

void CodeGenerator::ImportStatement(const Import* stmt) {
  const Span& span = stmt->span;
  for (const Alias* alias : stmt->names) {
    const Reg mark = code().next_temp();
    const Reg module = code().Alloc(2);
    LoadNone(span, module + 1);
    code().Emit(span, Op::kImportName, module, module + 1, NameIndex(names_.Intern(alias->name)),
                0);
    if (alias->asname.empty()) {
      StoreName(span, Mangled(alias->name.substr(0, alias->name.find('.'))), module);
    } else {
      // The import gave the outermost package.
      std::string_view rest = alias->name;
      for (size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
        rest.remove_prefix(dot + 1);
        code().Emit(span, Op::kImportFrom, module, module,
                    NameIndex(names_.Intern(rest.substr(0, rest.find('.')))));
      }
      StoreName(span, Mangled(alias->asname), module);
    }
    code().FreeTo(mark);
  }
}

void CodeGenerator::ImportFromStatement(const ImportFrom* stmt) {
  const Span& span = stmt->span;
  if (stmt->module == "__future__" && stmt->level == 0 && span.line > future_line_) {
    Fail(span, "from __future__ imports must occur at the beginning of the file");
    return;
  }
  Value::Tuple wanted;
  for (const Alias* alias : stmt->names) {
    wanted.items.push_back({Value::Str{std::string(alias->name)}});
  }
  const Reg mark = code().next_temp();
  const Reg module = code().Alloc(2);
  LoadConstant(span, module + 1, {std::move(wanted)});
  code().Emit(span, Op::kImportName, module, module + 1, NameIndex(names_.Intern(stmt->module)),
              stmt->level);
  for (const Alias* alias : stmt->names) {
    if (alias->name == "*") {
      code().Emit(span, Op::kImportStar, module);
      continue;
    }
    const std::string_view name = alias->asname.empty() ? alias->name : alias->asname;
    code().Emit(span, Op::kImportFrom, module + 1, module, NameIndex(names_.Intern(alias->name)));
    StoreName(span, Mangled(name), module + 1);
  }
  code().FreeTo(mark);
}

}  // namespace heddle::compiler
