#include "compiler/codegen.h"

namespace heddle::compiler {

using namespace syntax;

void CodeGenerator::ComprehensionTo(const CompParts& parts, Reg dst) {
  Scope* scope = scopes_.Of(parts.expr);
  const Span& span = parts.expr->span;
  if (scope->is_coroutine && parts.kind != ComprehensionKind::kGenerator && !IsAsyncFunction() &&
      unit_->scope->comprehension == ComprehensionKind::kNone) {
    Fail(span, "asynchronous comprehension outside of an asynchronous function");
    return;
  }
  if (scope->inlined) {
    InlineComprehension(parts, scope, dst);
  } else {
    NestedComprehension(parts, scope, dst);
  }
}

// The iterator of the first generator is made outside of the comprehension.
void CodeGenerator::IterateFirst(const CompParts& parts, Reg dst) {
  const Comprehension* first = parts.generators[0];
  const Reg mark = code().next_temp();
  const Reg iterable = ItemsOperand(first->iter, dst);
  code().Emit(first->iter->span, first->is_async ? Op::kGetAiter : Op::kGetIter, dst, iterable);
  code().FreeTo(mark);
}

namespace {

Op EmptyResult(ComprehensionKind kind) {
  switch (kind) {
    case ComprehensionKind::kSet: return Op::kBuildSet;
    case ComprehensionKind::kDict: return Op::kBuildMap;
    default: return Op::kBuildList;
  }
}

}  // namespace

// Iteration variables start without a value where one could be read before it is assigned, and get
// a fresh cell where a function captures them.
void CodeGenerator::PrepareHidden(const CompParts& parts, const Scope* scope) {
  const Span& span = parts.expr->span;
  const std::optional<Reg> first = RegisterOf(parts.generators[0]->target);
  for (const Symbol& symbol : scope->symbols) {
    if (symbol.binding != Binding::kLocal) continue;
    if ((parts.generators.size() > 1 && first != symbol.reg) || symbol.is_cell)
      code().EmitClear(span, symbol.reg);
    if (symbol.is_cell) code().Emit(span, Op::kMakeCell, symbol.reg);
  }
}

void CodeGenerator::InlineComprehension(const CompParts& parts, const Scope* scope, Reg dst) {
  const Span& span = parts.expr->span;
  const Reg mark = code().next_temp();
  const Reg iterator = code().Alloc();
  IterateFirst(parts, iterator);
  unit_->comprehensions.push_back(scope);
  PrepareHidden(parts, scope);
  code().Emit(span, EmptyResult(parts.kind), dst, 0, 0);
  Generators(parts, 0, iterator, dst);
  unit_->comprehensions.pop_back();
  code().FreeTo(mark);
}

void CodeGenerator::NestedComprehension(const CompParts& parts, Scope* scope, Reg dst) {
  const Span& span = parts.expr->span;
  const Reg mark = code().next_temp();
  const Reg window = code().Alloc(2);
  const bool generator = parts.kind == ComprehensionKind::kGenerator;
  UnitState state{};
  EnterUnit(scope, state, names_.Text(scope->name), span);
  code().unit().positional = 1;
  code().unit().positional_only = 1;
  if (generator) {
    code().unit().flags |= scope->is_coroutine ? bytecode::kAsyncGenerator : bytecode::kGenerator;
  } else if (scope->is_coroutine) {
    code().unit().flags |= bytecode::kCoroutine;
  }
  Prologue(span);
  if (generator) {
    const Label handler = code().NewLabel();
    const Reg exc = code().Alloc();
    const RegionId region = code().NewRegion(handler, exc);
    Generators(parts, 0, 0, 0);
    const Reg none = code().Alloc();
    LoadNone(span, none);
    code().Emit(span, Op::kReturn, none);
    WrapGenerator(span, handler, region, exc);
  } else {
    const Reg result = code().Alloc();
    code().Emit(span, EmptyResult(parts.kind), result, 0, 0);
    Generators(parts, 0, 0, result);
    code().Emit(span, Op::kReturn, result);
  }
  auto function = FinishUnit(span);
  MakeFunction(span, std::move(function), scope, 0, 0, window);
  IterateFirst(parts, window + 1);
  code().Emit(span, Op::kCall, dst, window, 1);
  if (!generator && scope->is_coroutine) AwaitValue(span, dst, dst, 0);
  code().FreeTo(mark);
}

void CodeGenerator::Generators(const CompParts& parts, size_t depth, Reg iterator, Reg result) {
  const Comprehension* generator = parts.generators[depth];
  const Span& span = parts.expr->span;
  const Label head = code().NewLabel(), next = code().NewLabel(), end = code().NewLabel();
  const Reg mark = code().next_temp();
  const std::optional<Reg> direct = RegisterOf(generator->target);
  const Reg item = direct && !generator->is_async ? *direct : code().Alloc();
  std::optional<RegionId> region;
  const Reg exc = generator->is_async ? code().Alloc() : 0;
  code().Bind(head);
  if (generator->is_async) {
    region = code().NewRegion(end, exc);
    const Reg window = code().Alloc(2);
    code().Emit(span, Op::kGetAnext, window, iterator);
    LoadNone(span, window + 1);
    code().Emit(span, Op::kYieldFrom, item, window, window + 1);
    code().Suspend(*region);
  } else {
    code().Jump(generator->iter->span, Op::kForIter, end, item, iterator);
  }
  if (!direct || generator->is_async) Store(generator->target, item);
  for (const Expr* test : generator->ifs) JumpIf(test, next, false);
  if (depth + 1 < parts.generators.size()) {
    const Comprehension* inner = parts.generators[depth + 1];
    const Reg inner_mark = code().next_temp();
    const Reg inner_iterator = code().Alloc();
    const Reg iterable = ItemsOperand(inner->iter, inner_iterator);
    code().Emit(inner->iter->span, inner->is_async ? Op::kGetAiter : Op::kGetIter, inner_iterator,
                iterable);
    Generators(parts, depth + 1, inner_iterator, result);
    code().FreeTo(inner_mark);
  } else {
    Element(parts, result);
  }
  code().Bind(next);
  code().Jump(span, Op::kJumpBack, head);
  if (region) code().Close(*region);
  code().Bind(end);
  if (region) code().Emit(span, Op::kEndAsyncFor, exc);
  code().FreeTo(mark);
}

void CodeGenerator::Element(const CompParts& parts, Reg result) {
  const Reg mark = code().next_temp();
  const Span& span = parts.element->span;
  switch (parts.kind) {
    case ComprehensionKind::kGenerator: {
      const Reg value = Operand(parts.element);
      code().Emit(span, Op::kYield, code().Alloc(), value);
      break;
    }
    case ComprehensionKind::kDict: {
      const Reg key = Operand(parts.element, parts.value);
      const Reg value = Operand(parts.value);
      Span both = span;
      both.end_line = parts.value->span.end_line;
      both.end_col = parts.value->span.end_col;
      code().Emit(both, Op::kMapAdd, result, key, value);
      break;
    }
    default: {
      const Reg value = Operand(parts.element);
      code().Emit(span, parts.kind == ComprehensionKind::kSet ? Op::kSetAdd : Op::kListAppend,
                  result, value);
      break;
    }
  }
  code().FreeTo(mark);
}

}  // namespace heddle::compiler
