// Exceptions and contexts: regions, handlers, and what runs on every way out.
#include <utility>

#include "compiler/codegen.h"

namespace heddle::compiler {

using namespace syntax;

bool CodeGenerator::IsAsyncFunction() const { return unit_->scope->is_async_def; }

// ---- ways out

void CodeGenerator::UnwindOne(const Block& block, const Span& span) {
  switch (block.kind) {
    case Block::kLoop:
    case Block::kTry: return;
    case Block::kHandler:
    case Block::kStarHandler: return code().Emit(span, Op::kPopExcInfo, block.reg);
    case Block::kNamedHandler: {
      const Reg mark = code().next_temp();
      const Reg none = code().Alloc();
      LoadNone(span, none);
      StoreName(span, block.name, none);
      DeleteName(span, block.name);
      return code().FreeTo(mark);
    }
    case Block::kFinally: return Body(block.body);
    case Block::kWith:
    case Block::kAsyncWith: return ExitWith(block);
  }
}

std::vector<Block> CodeGenerator::Unwind(size_t depth, const Span& span) {
  std::vector<Block> left;
  while (unit_->blocks.size() > depth) {
    Block block = std::move(unit_->blocks.back());
    unit_->blocks.pop_back();
    if (block.region) code().Suspend(*block.region);
    // PopExcInfo of an outer handler must come after this block's clean-up.
    UnwindOne(block, span);
    left.push_back(std::move(block));
  }
  return left;
}

void CodeGenerator::Reenter(std::vector<Block> blocks) {
  while (!blocks.empty()) {
    if (blocks.back().region) code().Resume(*blocks.back().region);
    unit_->blocks.push_back(std::move(blocks.back()));
    blocks.pop_back();
  }
}

// The end of a handler's region: whatever it raises leaves with the handled exception restored.
void CodeGenerator::Cleanup(const Span& span, Label cleanup, RegionId region, Reg exc,
                            Reg previous) {
  const bool was_reachable = code().reachable();
  const Label end = code().NewLabel();
  if (was_reachable) code().Jump(span, Op::kJump, end);
  code().Close(region);
  code().Bind(cleanup);
  code().Emit(span, Op::kPopExcInfo, previous);
  code().Emit(span, Op::kReraise, exc);
  code().Bind(end);
}

// ---- try

void CodeGenerator::TryStatement(const TryBase* stmt) {
  if (!stmt->finalbody.empty()) return TryFinally(stmt);
  if (stmt->Is<TryStar>()) return TryStarExcept(stmt);
  TryExcept(stmt);
}

void CodeGenerator::TryFinally(const TryBase* stmt) {
  const Reg mark = code().next_temp();
  const Reg exc = code().Alloc(2);
  const Reg previous = exc + 1;
  const Label handler = code().NewLabel(), end = code().NewLabel(), cleanup = code().NewLabel();
  const RegionId region = code().NewRegion(handler, exc);
  unit_->blocks.push_back(
      {Block::kFinally, region, 0, kNoName, stmt->finalbody, stmt->span, {}, {}});
  if (stmt->handlers.empty()) {
    Body(stmt->body);
  } else if (stmt->Is<TryStar>()) {
    TryStarExcept(stmt);
  } else {
    TryExcept(stmt);
  }
  unit_->blocks.pop_back();
  code().Suspend(region);
  Body(stmt->finalbody);
  const Span& last = stmt->finalbody.back()->span;
  code().Jump(last, Op::kJump, end);

  code().Close(region);
  code().Bind(handler);
  code().Emit(stmt->span, Op::kPushExcInfo, previous, exc);
  const RegionId handling = code().NewRegion(cleanup, exc);
  // The body may need `exc` after a try of its own; that one has registers of its own.
  unit_->blocks.push_back({Block::kHandler, handling, previous, kNoName, {}, stmt->span, {}, {}});
  Body(stmt->finalbody);
  unit_->blocks.pop_back();
  code().Emit(last, Op::kReraise, exc);
  Cleanup(last, cleanup, handling, exc, previous);
  code().Bind(end);
  code().FreeTo(mark);
}

void CodeGenerator::HandlerBody(const ExceptHandler* handler, Reg exc) {
  if (handler->name.empty()) return Body(handler->body);
  const NameId name = Mangled(handler->name);
  const Span& span = handler->span;
  StoreName(span, name, exc);
  const Label failed = code().NewLabel(), end = code().NewLabel();
  const Reg mark = code().next_temp();
  const Reg raised = code().Alloc(2);
  const RegionId region = code().NewRegion(failed, raised);
  unit_->blocks.push_back({Block::kNamedHandler, region, 0, name, {}, span, {}, {}});
  Body(handler->body);
  const Block block = unit_->blocks.back();
  unit_->blocks.pop_back();
  code().Suspend(region);
  UnwindOne(block, span);
  code().Jump(span, Op::kJump, end);
  code().Close(region);
  code().Bind(failed);
  UnwindOne(block, span);
  code().Emit(span, Op::kReraise, raised);
  code().Bind(end);
  code().FreeTo(mark);
}

void CodeGenerator::TryExcept(const TryBase* stmt) {
  const Reg mark = code().next_temp();
  const Reg exc = code().Alloc(2);
  const Reg previous = exc + 1;
  const Label handlers = code().NewLabel(), end = code().NewLabel(), cleanup = code().NewLabel();
  const RegionId region = code().NewRegion(handlers, exc);
  unit_->blocks.push_back({Block::kTry, region, 0, kNoName, {}, stmt->span, {}, {}});
  Body(stmt->body);
  unit_->blocks.pop_back();
  code().Suspend(region);
  Body(stmt->orelse);
  code().Jump(stmt->span, Op::kJump, end);

  code().Close(region);
  code().Bind(handlers);
  code().Emit(stmt->span, Op::kPushExcInfo, previous, exc);
  const RegionId handling = code().NewRegion(cleanup, exc);
  unit_->blocks.push_back({Block::kHandler, handling, previous, kNoName, {}, stmt->span, {}, {}});
  const size_t depth = unit_->blocks.size() - 1;
  for (const ExceptHandler* handler : stmt->handlers) {
    if (errors_.failed()) return;
    if (handler->type == nullptr && handler != stmt->handlers.back()) {
      Fail(handler->span, "default 'except:' must be last");
      return;
    }
    const Label next = code().NewLabel();
    if (handler->type != nullptr) {
      const Reg inner = code().next_temp();
      const Reg type = Operand(handler->type);
      const Reg matches = code().Alloc();
      code().Emit(handler->type->span, Op::kCheckExcMatch, matches, exc, type);
      code().Jump(handler->type->span, Op::kJumpIfFalse, next, matches);
      code().FreeTo(inner);
    }
    HandlerBody(handler, exc);
    if (code().reachable()) {
      std::vector<Block> left = Unwind(depth, handler->span);
      code().Jump(handler->span, Op::kJump, end);
      Reenter(std::move(left));
    }
    code().Bind(next);
  }
  unit_->blocks.pop_back();
  code().Emit(stmt->handlers.back()->span, Op::kReraise, exc);
  Cleanup(stmt->handlers.back()->span, cleanup, handling, exc, previous);
  code().Bind(end);
  code().FreeTo(mark);
}

void CodeGenerator::TryStarExcept(const TryBase* stmt) {
  const Span& span = stmt->span;
  const Reg mark = code().next_temp();
  const Reg exc = code().Alloc(6);
  const Reg previous = exc + 1, raised = exc + 2, rest = exc + 3, match = exc + 4, outer = exc + 5;
  const Label handlers = code().NewLabel(), end = code().NewLabel(), cleanup = code().NewLabel();
  const RegionId region = code().NewRegion(handlers, exc);
  unit_->blocks.push_back({Block::kTry, region, 0, kNoName, {}, span, {}, {}});
  Body(stmt->body);
  unit_->blocks.pop_back();
  code().Suspend(region);
  Body(stmt->orelse);
  code().Jump(span, Op::kJump, end);

  code().Close(region);
  code().Bind(handlers);
  code().Emit(span, Op::kPushExcInfo, previous, exc);
  const Reg escaped = code().Alloc();
  const RegionId handling = code().NewRegion(cleanup, escaped);
  unit_->blocks.push_back({Block::kStarHandler, handling, previous, kNoName, {}, span, {}, {}});
  code().Emit(span, Op::kBuildList, raised, 0, 0);
  code().Emit(span, Op::kMove, rest, exc);
  for (const ExceptHandler* handler : stmt->handlers) {
    if (errors_.failed()) return;
    const Label next = code().NewLabel(), failed = code().NewLabel();
    const Reg inner = code().next_temp();
    const Reg type = Operand(handler->type);
    code().Jump(handler->type->span, Op::kJumpIfNone, next, rest);
    code().Emit(handler->type->span, Op::kCheckEgMatch, rest, rest, type);
    code().FreeTo(inner);
    code().Jump(handler->type->span, Op::kJumpIfNone, next, match);
    code().Emit(handler->span, Op::kPushExcInfo, outer, match);
    const Reg failure = code().Alloc();
    const RegionId body = code().NewRegion(failed, failure);
    unit_->blocks.push_back({Block::kStarHandler, body, outer, kNoName, {}, span, {}, {}});
    HandlerBody(handler, match);
    unit_->blocks.pop_back();
    code().Suspend(body);
    code().Emit(handler->span, Op::kPopExcInfo, outer);
    code().Jump(handler->span, Op::kJump, next);
    code().Close(body);
    code().Bind(failed);
    code().Emit(handler->span, Op::kListAppend, raised, failure);
    code().Emit(handler->span, Op::kPopExcInfo, outer);
    code().Bind(next);
    code().FreeTo(inner);
  }
  const Label complete = code().NewLabel(), reraise = code().NewLabel();
  code().Jump(span, Op::kJumpIfNone, complete, rest);
  code().Emit(span, Op::kListAppend, raised, rest);
  code().Bind(complete);
  code().Emit(span, Op::kPrepReraiseStar, rest, exc, raised);
  unit_->blocks.pop_back();
  code().Suspend(handling);
  code().Emit(span, Op::kPopExcInfo, previous);
  code().Jump(span, Op::kJumpIfNotNone, reraise, rest);
  code().Jump(span, Op::kJump, end);
  code().Bind(reraise);
  code().Emit(span, Op::kReraise, rest);
  Cleanup(span, cleanup, handling, escaped, previous);
  code().Bind(end);
  code().FreeTo(mark);
}

// ---- with

void CodeGenerator::WithStatement(const WithBase* stmt, size_t index) {
  const WithItem* item = stmt->items[index];
  const bool is_async = stmt->Is<AsyncWith>();
  const Span& span = item->context_expr->span;
  const Reg mark = code().next_temp();
  const Reg token = code().Alloc(4);
  const Reg exc = token + 2, previous = token + 3;
  const Reg manager = Operand(item->context_expr, nullptr, token);
  code().Emit(span, is_async ? Op::kBeforeAsyncWith : Op::kBeforeWith, token, manager);
  if (is_async) AwaitValue(span, token + 1, token + 1, 1);

  const Label handler = code().NewLabel(), end = code().NewLabel(), cleanup = code().NewLabel();
  const RegionId region = code().NewRegion(handler, exc);
  const Block block{
      is_async ? Block::kAsyncWith : Block::kWith, region, token, kNoName, {}, span, {}, {}};
  unit_->blocks.push_back(block);
  if (item->optional_vars != nullptr) Store(item->optional_vars, token + 1);
  if (index + 1 < stmt->items.size()) {
    WithStatement(stmt, index + 1);
  } else {
    Body(stmt->body);
  }
  unit_->blocks.pop_back();
  code().Suspend(region);
  ExitWith(block);
  code().Jump(span, Op::kJump, end);

  code().Close(region);
  code().Bind(handler);
  code().Emit(span, Op::kPushExcInfo, previous, exc);
  const RegionId handling = code().NewRegion(cleanup, exc);
  const Reg result = token + 1;
  code().Emit(span, Op::kWithExceptStart, result, token, exc);
  if (is_async) AwaitValue(span, result, result, 2);
  const Label suppressed = code().NewLabel();
  code().Jump(span, Op::kJumpIfTrue, suppressed, result);
  code().Emit(span, Op::kReraise, exc);
  code().Bind(suppressed);
  code().Suspend(handling);
  code().Emit(span, Op::kPopExcInfo, previous);
  Cleanup(span, cleanup, handling, exc, previous);
  code().Bind(end);
  code().FreeTo(mark);
}

void CodeGenerator::ExitWith(const Block& block) {
  const Reg mark = code().next_temp();
  const Reg result = code().Alloc();
  if (block.kind == Block::kAsyncWith) {
    const Reg window = code().Alloc(4);
    code().Emit(block.span, Op::kMove, window, block.reg);
    for (Reg i = 1; i < 4; i++) LoadNone(block.span, window + i);
    code().Emit(block.span, Op::kCall, result, window, 3);
    AwaitValue(block.span, result, result, 2);
  } else {
    code().Emit(block.span, Op::kWithExit, result, block.reg);
  }
  code().FreeTo(mark);
}

}  // namespace heddle::compiler
