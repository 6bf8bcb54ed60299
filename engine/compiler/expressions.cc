#include <limits>
#include <utility>

#include "compiler/codegen.h"
#include "compiler/fold.h"
#include "compiler/suspicions.h"

namespace heddle::compiler {

using namespace syntax;
using Value = bytecode::Constant;

namespace {

// Displays longer than this are built a piece at a time, to bound the registers they take.
constexpr size_t kLongestDisplay = 64;

std::optional<int32_t> SmallInt(const Expr* expr) {
  std::optional<Value> value = Fold(expr, true);
  if (!value) return std::nullopt;
  const auto* integer = std::get_if<int64_t>(&value->value);
  if (integer == nullptr || *integer < std::numeric_limits<int16_t>::min() ||
      *integer > std::numeric_limits<int16_t>::max()) {
    return std::nullopt;
  }
  return static_cast<int32_t>(*integer);
}

uint32_t Field(int32_t number) { return static_cast<uint16_t>(number); }

Op BinaryOp(Operator op) {
  switch (op) {
    case Operator::kAdd: return Op::kAdd;
    case Operator::kSub: return Op::kSub;
    case Operator::kMult: return Op::kMul;
    case Operator::kMatMult: return Op::kMatMul;
    case Operator::kDiv: return Op::kTrueDiv;
    case Operator::kMod: return Op::kMod;
    case Operator::kPow: return Op::kPow;
    case Operator::kLShift: return Op::kLShift;
    case Operator::kRShift: return Op::kRShift;
    case Operator::kBitOr: return Op::kOr;
    case Operator::kBitXor: return Op::kXor;
    case Operator::kBitAnd: return Op::kAnd;
    case Operator::kFloorDiv: return Op::kFloorDiv;
  }
  return Op::kNop;
}

Op InPlaceOp(Operator op) {
  const int shift = static_cast<int>(Op::kIAdd) - static_cast<int>(Op::kAdd);
  return static_cast<Op>(static_cast<int>(BinaryOp(op)) + shift);
}

std::optional<Op> ImmediateOp(Operator op) {
  switch (op) {
    case Operator::kAdd: return Op::kAddInt;
    case Operator::kSub: return Op::kSubInt;
    case Operator::kMult: return Op::kMulInt;
    case Operator::kFloorDiv: return Op::kFloorDivInt;
    case Operator::kMod: return Op::kModInt;
    case Operator::kBitAnd: return Op::kAndInt;
    default: return std::nullopt;
  }
}

Op CompareOp(CmpOperator op) {
  switch (op) {
    case CmpOperator::kEq: return Op::kEq;
    case CmpOperator::kNotEq: return Op::kNe;
    case CmpOperator::kLt: return Op::kLt;
    case CmpOperator::kLtE: return Op::kLe;
    case CmpOperator::kGt: return Op::kGt;
    case CmpOperator::kGtE: return Op::kGe;
    case CmpOperator::kIs: return Op::kIs;
    case CmpOperator::kIsNot: return Op::kIsNot;
    case CmpOperator::kIn: return Op::kIn;
    case CmpOperator::kNotIn: return Op::kNotIn;
  }
  return Op::kNop;
}

bool IsNone(const Expr* expr) {
  return expr->Is<Constant>() && expr->As<Constant>()->type == ConstantType::kNone;
}

bool HasStar(Seq<Expr*> items) {
  for (const Expr* item : items) {
    if (item->Is<Starred>()) return true;
  }
  return false;
}

}  // namespace

// A local that `later` may assign must be copied before `later` runs. Only assignment expressions
// assign within an expression, so a unit without any has nothing to fear.
Reg CodeGenerator::Operand(const Expr* expr, const Expr* later, std::optional<Reg> hint) {
  if (const std::optional<Reg> reg = RegisterOf(expr)) {
    const bool harmless = later == nullptr || later->Is<Name>() || later->Is<Constant>();
    if (harmless || !unit_->scope->has_walrus) return *reg;
  }
  if (hint && code().IsTemp(*hint)) {
    To(expr, *hint);
    return *hint;
  }
  return ToTemp(expr);
}

Reg CodeGenerator::ToTemp(const Expr* expr) {
  const Reg reg = code().Alloc();
  To(expr, reg);
  return reg;
}

void CodeGenerator::Discard(const Expr* expr) {
  const Reg mark = code().next_temp();
  ToTemp(expr);
  code().FreeTo(mark);
}

void CodeGenerator::To(const Expr* expr, Reg dst) {
  switch (expr->kind) {
    case NodeKind::kConstant:
      return LoadConstant(expr->span, dst, ToConstant(*expr->As<Constant>()));
    case NodeKind::kName: return LoadName(expr->span, Mangled(expr->As<Name>()->id), dst);
    case NodeKind::kAttribute: {
      const Reg mark = code().next_temp();
      const Reg object = Operand(expr->As<Attribute>()->value, nullptr, dst);
      code().FreeTo(mark);
      return code().Emit(AtAttribute(expr->span, expr->As<Attribute>()), Op::kLoadAttr, dst, object,
                         NameIndex(Mangled(expr->As<Attribute>()->attr)));
    }
    case NodeKind::kCall: return CallTo(expr->As<Call>(), dst);
    case NodeKind::kSubscript: return SubscriptTo(expr->As<Subscript>(), dst);
    case NodeKind::kBinOp: return BinOpTo(expr->As<BinOp>(), dst);
    case NodeKind::kUnaryOp: return UnaryOpTo(expr->As<UnaryOp>(), dst);
    case NodeKind::kLambda: return LambdaTo(expr->As<Lambda>(), dst);
    case NodeKind::kNamedExpr: return NamedExprTo(expr->As<NamedExpr>(), dst);
    case NodeKind::kFormattedValue: return FormattedValueTo(expr->As<FormattedValue>(), dst);
    case NodeKind::kJoinedStr: return JoinedStrTo(expr->As<JoinedStr>(), dst);
    case NodeKind::kTuple: return SequenceTo(expr, expr->As<Tuple>()->elts, true, dst);
    case NodeKind::kList: return SequenceTo(expr, expr->As<List>()->elts, false, dst);
    case NodeKind::kStarred: Fail(expr->span, "can't use starred expression here"); return;
    case NodeKind::kSlice: {
      const Reg mark = code().next_temp();
      const Reg window = code().Alloc(3);
      const auto* slice = expr->As<Slice>();
      slice->lower != nullptr ? To(slice->lower, window) : LoadNone(expr->span, window);
      slice->upper != nullptr ? To(slice->upper, window + 1) : LoadNone(expr->span, window + 1);
      slice->step != nullptr ? To(slice->step, window + 2) : LoadNone(expr->span, window + 2);
      code().Emit(expr->span, Op::kBuildSlice, dst, window);
      return code().FreeTo(mark);
    }
    default: return ComputedTo(expr, dst);
  }
}

// Expressions that write their result more than once, or before they are done: a local gets it at
// the end.
void CodeGenerator::ComputedTo(const Expr* expr, Reg dst) {
  if (!code().IsTemp(dst)) {
    const Reg mark = code().next_temp();
    const Reg temp = code().Alloc();
    ComputedTo(expr, temp);
    code().Emit(expr->span, Op::kMove, dst, temp);
    return code().FreeTo(mark);
  }
  switch (expr->kind) {
    case NodeKind::kBoolOp: return BoolOpTo(expr->As<BoolOp>(), dst);
    case NodeKind::kIfExp: return IfExpTo(expr->As<IfExp>(), dst);
    case NodeKind::kCompare: return CompareTo(expr->As<Compare>(), dst);
    case NodeKind::kDict: return DictTo(expr->As<Dict>(), dst);
    case NodeKind::kSet: return SetTo(expr->As<Set>(), dst);
    case NodeKind::kListComp: {
      const auto* comp = expr->As<ListComp>();
      return ComprehensionTo({expr, comp->generators, comp->elt, nullptr, ComprehensionKind::kList},
                             dst);
    }
    case NodeKind::kSetComp: {
      const auto* comp = expr->As<SetComp>();
      return ComprehensionTo({expr, comp->generators, comp->elt, nullptr, ComprehensionKind::kSet},
                             dst);
    }
    case NodeKind::kDictComp: {
      const auto* comp = expr->As<DictComp>();
      return ComprehensionTo(
          {expr, comp->generators, comp->key, comp->value, ComprehensionKind::kDict}, dst);
    }
    case NodeKind::kGeneratorExp: {
      const auto* comp = expr->As<GeneratorExp>();
      return ComprehensionTo(
          {expr, comp->generators, comp->elt, nullptr, ComprehensionKind::kGenerator}, dst);
    }
    case NodeKind::kAwait:
    case NodeKind::kYield:
    case NodeKind::kYieldFrom: return YieldTo(expr, dst);
    default: return;
  }
}

// ---- operators

void CodeGenerator::BoolOpTo(const BoolOp* expr, Reg dst) {
  const Label end = code().NewLabel();
  const Op jump = expr->op == BoolOperator::kAnd ? Op::kJumpIfFalse : Op::kJumpIfTrue;
  for (size_t i = 0; i < expr->values.size(); i++) {
    To(expr->values[i], dst);
    if (i + 1 < expr->values.size()) code().Jump(expr->values[i]->span, jump, end, dst);
  }
  code().Bind(end);
}

void CodeGenerator::IfExpTo(const IfExp* expr, Reg dst) {
  const Label otherwise = code().NewLabel(), end = code().NewLabel();
  JumpIf(expr->test, otherwise, false);
  To(expr->body, dst);
  code().Jump(expr->span, Op::kJump, end);
  code().Bind(otherwise);
  To(expr->orelse, dst);
  code().Bind(end);
}

void CodeGenerator::BinOpTo(const BinOp* expr, Reg dst) {
  if (std::optional<Value> value = Fold(expr, options_.optimize == 0)) {
    return LoadConstant(expr->span, dst, std::move(*value));
  }
  const Reg mark = code().next_temp();
  if (const std::optional<Op> immediate = ImmediateOp(expr->op)) {
    if (const std::optional<int32_t> number = SmallInt(expr->right)) {
      const Reg left = Operand(expr->left, nullptr, dst);
      code().FreeTo(mark);
      return code().Emit(expr->span, *immediate, dst, left, Field(*number));
    }
  }
  const Reg left = Operand(expr->left, expr->right, dst);
  const Reg right = Operand(expr->right);
  code().FreeTo(mark);
  code().Emit(expr->span, BinaryOp(expr->op), dst, left, right);
}

void CodeGenerator::InPlace(const syntax::AugAssign* stmt, Reg dst, Reg left) {
  const Reg mark = code().next_temp();
  const std::optional<int32_t> number = SmallInt(stmt->value);
  if (number && (stmt->op == Operator::kAdd || stmt->op == Operator::kSub)) {
    const Op op = stmt->op == Operator::kAdd ? Op::kIAddInt : Op::kISubInt;
    return code().Emit(stmt->span, op, dst, left, Field(*number));
  }
  if (!code().IsTemp(left) && unit_->scope->has_walrus) {
    const Reg copy = code().Alloc();
    code().Emit(stmt->target->span, Op::kLoadLocal, copy, left);
    left = copy;
  }
  const Reg right = Operand(stmt->value);
  code().Emit(stmt->span, InPlaceOp(stmt->op), dst, left, right);
  code().FreeTo(mark);
}

void CodeGenerator::UnaryOpTo(const UnaryOp* expr, Reg dst) {
  if (std::optional<Value> value = Fold(expr, options_.optimize == 0)) {
    return LoadConstant(expr->span, dst, std::move(*value));
  }
  const Reg mark = code().next_temp();
  const Reg operand = Operand(expr->operand, nullptr, dst);
  code().FreeTo(mark);
  static constexpr Op kOps[] = {Op::kInvert, Op::kNot, Op::kPos, Op::kNeg};
  code().Emit(expr->span, kOps[static_cast<int>(expr->op)], dst, operand);
}

// ---- comparison and conditions

// The items of a display if all of them are constants.
std::optional<std::vector<Value>> CodeGenerator::FoldItems(Seq<Expr*> items) {
  std::vector<Value> values;
  for (const Expr* item : items) {
    std::optional<Value> value = Fold(item, options_.optimize == 0);
    if (!value) return std::nullopt;
    values.push_back(std::move(*value));
  }
  return values;
}

// The operand of what only walks through it or searches it: a display of constants is one constant.
Reg CodeGenerator::ItemsOperand(const Expr* expr, std::optional<Reg> hint) {
  if (!expr->Is<List>() && !expr->Is<Set>()) return Operand(expr, nullptr, hint);
  auto values = FoldItems(expr->Is<List>() ? expr->As<List>()->elts : expr->As<Set>()->elts);
  if (!values) return Operand(expr, nullptr, hint);
  const Reg reg = hint ? *hint : code().Alloc();
  if (expr->Is<List>()) {
    LoadConstant(expr->span, reg, {Value::Tuple{std::move(*values)}});
  } else {
    LoadConstant(expr->span, reg, {Value::FrozenSet{std::move(*values)}});
  }
  return reg;
}

Reg CodeGenerator::ComparedOperand(CmpOperator op, const Expr* right) {
  const bool membership = op == CmpOperator::kIn || op == CmpOperator::kNotIn;
  return membership ? ItemsOperand(right) : Operand(right);
}

void CodeGenerator::CompareTo(const Compare* expr, Reg dst) {
  Warn(expr->span, WarningOfCompare(expr));
  const size_t count = expr->ops.size();
  const Reg mark = code().next_temp();
  if (count == 1) {
    const Reg left = Operand(expr->left, expr->comparators[0], dst);
    const Reg right = ComparedOperand(expr->ops[0], expr->comparators[0]);
    code().Emit(expr->span, CompareOp(expr->ops[0]), dst, left, right);
    return code().FreeTo(mark);
  }
  const Label end = code().NewLabel();
  Reg left = Operand(expr->left, expr->comparators[0]);
  for (size_t i = 0; i < count; i++) {
    const bool last = i + 1 == count;
    const Reg right = last ? ComparedOperand(expr->ops[i], expr->comparators[i])
                           : Operand(expr->comparators[i], expr->comparators[i + 1]);
    code().Emit(expr->span, CompareOp(expr->ops[i]), dst, left, right);
    if (!last) code().Jump(expr->span, Op::kJumpIfFalse, end, dst);
    left = right;
  }
  code().Bind(end);
  code().FreeTo(mark);
}

void CodeGenerator::JumpIf(const Expr* test, Label target, bool sense) {
  switch (test->kind) {
    case NodeKind::kUnaryOp:
      if (test->As<UnaryOp>()->op == UnaryOperator::kNot) {
        return JumpIf(test->As<UnaryOp>()->operand, target, !sense);
      }
      break;
    case NodeKind::kBoolOp: {
      const auto* expr = test->As<BoolOp>();
      const bool deciding = expr->op == BoolOperator::kOr;  // The value that ends it early.
      const size_t last = expr->values.size() - 1;
      if (deciding == sense) {
        for (const Expr* value : expr->values) JumpIf(value, target, sense);
        return;
      }
      const Label end = code().NewLabel();
      for (size_t i = 0; i < last; i++) JumpIf(expr->values[i], end, deciding);
      JumpIf(expr->values[last], target, sense);
      return code().Bind(end);
    }
    case NodeKind::kIfExp: {
      const auto* expr = test->As<IfExp>();
      const Label otherwise = code().NewLabel(), end = code().NewLabel();
      JumpIf(expr->test, otherwise, false);
      JumpIf(expr->body, target, sense);
      code().Jump(test->span, Op::kJump, end);
      code().Bind(otherwise);
      JumpIf(expr->orelse, target, sense);
      return code().Bind(end);
    }
    case NodeKind::kCompare: return JumpIfCompare(test->As<Compare>(), target, sense);
    default: break;
  }
  if (const std::optional<Value> value = Fold(test, options_.optimize == 0)) {
    if (Truth(*value) == sense) code().Jump(test->span, Op::kJump, target);
    return;
  }
  const Reg mark = code().next_temp();
  const Reg value = Operand(test);
  code().FreeTo(mark);
  code().Jump(test->span, sense ? Op::kJumpIfTrue : Op::kJumpIfFalse, target, value);
}

void CodeGenerator::JumpIfCompare(const Compare* test, Label target, bool sense) {
  Warn(test->span, WarningOfCompare(test));
  const size_t count = test->ops.size();
  const Reg mark = code().next_temp();
  const Label end = code().NewLabel();
  Reg left = Operand(test->left, test->comparators[0]);
  for (size_t i = 0; i + 1 < count; i++) {
    const Reg right = Operand(test->comparators[i], test->comparators[i + 1]);
    JumpIfComparison(test->span, test->ops[i], left, nullptr, nullptr, sense ? end : target, false,
                     right);
    left = right;
  }
  JumpIfComparison(test->span, test->ops[count - 1], left, nullptr, test->comparators[count - 1],
                   target, sense, std::nullopt);
  code().Bind(end);
  code().FreeTo(mark);
}

void CodeGenerator::JumpIfComparison(const Span& span, CmpOperator op, Reg left, const Expr*,
                                     const Expr* right, Label target, bool sense,
                                     std::optional<Reg> right_reg) {
  const bool identity = op == CmpOperator::kIs || op == CmpOperator::kIsNot;
  if (identity && right != nullptr && IsNone(right)) {
    const bool when_none = (op == CmpOperator::kIs) == sense;
    return code().Jump(span, when_none ? Op::kJumpIfNone : Op::kJumpIfNotNone, target, left);
  }
  if (identity || op == CmpOperator::kIn || op == CmpOperator::kNotIn) {
    const Reg mark = code().next_temp();
    const Reg operand = right_reg ? *right_reg : ComparedOperand(op, right);
    const Reg result = code().Alloc();
    code().Emit(span, CompareOp(op), result, left, operand);
    code().FreeTo(mark);
    return code().Jump(span, sense ? Op::kJumpIfTrue : Op::kJumpIfFalse, target, result);
  }
  const int index = static_cast<int>(CompareOp(op)) - static_cast<int>(Op::kLt);
  if (right != nullptr) {
    if (const std::optional<int32_t> number = SmallInt(right)) {
      const Op base = sense ? Op::kJumpIfLtInt : Op::kJumpIfNotLtInt;
      return code().Jump(span, static_cast<Op>(static_cast<int>(base) + index), target, left,
                         Field(*number));
    }
  }
  const Reg mark = code().next_temp();
  const Reg operand = right_reg ? *right_reg : Operand(right);
  code().FreeTo(mark);
  const Op base = sense ? Op::kJumpIfLt : Op::kJumpIfNotLt;
  code().Jump(span, static_cast<Op>(static_cast<int>(base) + index), target, left, operand);
}

// ---- displays

void CodeGenerator::SequenceTo(const Expr* expr, Seq<Expr*> items, bool tuple, Reg dst) {
  const Span& span = expr->span;
  if (tuple) {
    if (std::optional<Value> value = Fold(expr, options_.optimize == 0)) {
      return LoadConstant(span, dst, std::move(*value));
    }
  }
  const Reg mark = code().next_temp();
  if (!HasStar(items) && items.size() <= kLongestDisplay) {
    const Reg window = code().Alloc(static_cast<uint32_t>(items.size()));
    for (size_t i = 0; i < items.size(); i++) To(items[i], window + static_cast<Reg>(i));
    code().Emit(span, tuple ? Op::kBuildTuple : Op::kBuildList, dst, items.empty() ? 0 : window,
                static_cast<uint32_t>(items.size()));
    return code().FreeTo(mark);
  }
  const Reg list = code().Alloc();
  ListWithStars(span, items, list);
  code().Emit(span, tuple ? Op::kListToTuple : Op::kMove, dst, list);
  code().FreeTo(mark);
}

void CodeGenerator::ListWithStars(const Span& span, Seq<Expr*> items, Reg list) {
  size_t start = 0;
  const Reg mark = code().next_temp();
  while (start < items.size() && start < kLongestDisplay && !items[start]->Is<Starred>()) start++;
  const Reg window = code().Alloc(static_cast<uint32_t>(start));
  for (size_t i = 0; i < start; i++) To(items[i], window + static_cast<Reg>(i));
  code().Emit(span, Op::kBuildList, list, start == 0 ? 0 : window, static_cast<uint32_t>(start));
  code().FreeTo(mark);
  ExtendList(span, items.subspan(start), list);
}

void CodeGenerator::ExtendList(const Span& span, Seq<Expr*> items, Reg list) {
  const Reg mark = code().next_temp();
  for (const Expr* expr : items) {
    const bool star = expr->Is<Starred>();
    const Reg item = Operand(star ? expr->As<Starred>()->value : expr);
    code().Emit(span, star ? Op::kListExtend : Op::kListAppend, list, item);
    code().FreeTo(mark);
  }
}

void CodeGenerator::SetTo(const Set* expr, Reg dst) {
  const Reg mark = code().next_temp();
  // As CPython does it: the way in which a set came about shows in its order.
  constexpr size_t kFewestForConstant = 3;
  if (expr->elts.size() >= kFewestForConstant) {
    if (auto values = FoldItems(expr->elts)) {
      const Reg items = code().Alloc();
      LoadConstant(expr->span, items, {Value::FrozenSet{std::move(*values)}});
      code().Emit(expr->span, Op::kBuildSet, dst, 0, 0);
      code().Emit(expr->span, Op::kSetUpdate, dst, items);
      code().FreeTo(mark);
      return;
    }
  }
  size_t start = 0;
  while (start < expr->elts.size() && start < kLongestDisplay &&
         !expr->elts[start]->Is<Starred>()) {
    start++;
  }
  const Reg window = code().Alloc(static_cast<uint32_t>(start));
  for (size_t i = 0; i < start; i++) To(expr->elts[i], window + static_cast<Reg>(i));
  code().Emit(expr->span, Op::kBuildSet, dst, start == 0 ? 0 : window,
              static_cast<uint32_t>(start));
  code().FreeTo(mark);
  for (size_t i = start; i < expr->elts.size(); i++) {
    const bool star = expr->elts[i]->Is<Starred>();
    const Reg item = Operand(star ? expr->elts[i]->As<Starred>()->value : expr->elts[i]);
    code().Emit(expr->span, star ? Op::kSetUpdate : Op::kSetAdd, dst, item);
    code().FreeTo(mark);
  }
}

void CodeGenerator::DictTo(const Dict* expr, Reg dst) {
  const Reg mark = code().next_temp();
  size_t start = 0;
  while (start < expr->keys.size() && start < kLongestDisplay / 2 && expr->keys[start] != nullptr) {
    start++;
  }
  const Reg window = code().Alloc(static_cast<uint32_t>(2 * start));
  for (size_t i = 0; i < start; i++) {
    To(expr->keys[i], window + static_cast<Reg>(2 * i));
    To(expr->values[i], window + static_cast<Reg>(2 * i + 1));
  }
  code().Emit(expr->span, Op::kBuildMap, dst, start == 0 ? 0 : window,
              static_cast<uint32_t>(start));
  code().FreeTo(mark);
  for (size_t i = start; i < expr->keys.size(); i++) {
    if (expr->keys[i] == nullptr) {
      const Reg mapping = Operand(expr->values[i]);
      code().Emit(expr->span, Op::kDictUpdate, dst, mapping);
    } else {
      const Reg key = Operand(expr->keys[i], expr->values[i]);
      const Reg value = Operand(expr->values[i]);
      code().Emit(expr->span, Op::kMapAdd, dst, key, value);
    }
    code().FreeTo(mark);
  }
}

// ---- the rest

Reg CodeGenerator::SliceOperand(const Expr* slice) { return Operand(slice); }

void CodeGenerator::SubscriptTo(const Subscript* expr, Reg dst) {
  Warn(expr->value->span, WarningOfSubscript(expr));
  const Reg mark = code().next_temp();
  if (const std::optional<int32_t> index = SmallInt(expr->slice)) {
    const Reg object = Operand(expr->value, nullptr, dst);
    code().FreeTo(mark);
    return code().Emit(expr->span, Op::kLoadSubscrInt, dst, object, Field(*index));
  }
  const Reg object = Operand(expr->value, expr->slice, dst);
  const Reg index = SliceOperand(expr->slice);
  code().FreeTo(mark);
  code().Emit(expr->span, Op::kLoadSubscr, dst, object, index);
}

void CodeGenerator::FormattedValueTo(const FormattedValue* expr, Reg dst) {
  const Reg mark = code().next_temp();
  uint32_t mode = expr->conversion > 0 ? static_cast<uint32_t>(expr->conversion) : 0;
  Reg value = 0;
  if (expr->format_spec != nullptr) {
    value = code().Alloc(2);
    To(expr->value, value);
    To(expr->format_spec, value + 1);
    mode |= 0x100;
  } else {
    value = Operand(expr->value);
  }
  code().Emit(expr->span, Op::kFormatValue, dst, value, mode);
  code().FreeTo(mark);
}

void CodeGenerator::JoinedStrTo(const JoinedStr* expr, Reg dst) {
  if (expr->values.empty()) return LoadText(expr->span, dst, "");
  if (expr->values.size() == 1) return To(expr->values[0], dst);
  const Reg mark = code().next_temp();
  // Pieces are joined a window at a time, each window after the first beginning with what there is.
  const Reg window = code().Alloc();
  Reg next = window;
  for (const Expr* value : expr->values) {
    if (next != window) code().Alloc();
    To(value, next++);
    if (next - window < kLongestDisplay) continue;
    code().Emit(expr->span, Op::kBuildString, window, window, next - window);
    next = window + 1;
    code().FreeTo(next);
  }
  code().Emit(expr->span, Op::kBuildString, dst, window, next - window);
  code().FreeTo(mark);
}

void CodeGenerator::NamedExprTo(const NamedExpr* expr, Reg dst) {
  const auto* target = expr->target->As<Name>();
  // The value is what was assigned, whatever happens to the name later in the expression.
  const Reg mark = code().next_temp();
  const Reg value = code().IsTemp(dst) ? dst : code().Alloc();
  To(expr->value, value);
  StoreName(target->span, Mangled(target->id), value);
  if (value != dst) code().Emit(expr->span, Op::kMove, dst, value);
  code().FreeTo(mark);
}

void CodeGenerator::AwaitValue(const Span& span, Reg value, Reg dst, uint32_t where) {
  const Reg mark = code().next_temp();
  const Reg awaitable = code().Alloc(2);
  code().Emit(span, Op::kGetAwaitable, awaitable, value, where);
  LoadNone(span, awaitable + 1);
  code().Emit(span, Op::kYieldFrom, dst, awaitable, awaitable + 1);
  code().FreeTo(mark);
}

void CodeGenerator::YieldTo(const Expr* expr, Reg dst) {
  const Reg mark = code().next_temp();
  const bool in_function = unit_->scope->FunctionLike();
  if (expr->Is<Await>()) {
    const Reg value = Operand(expr->As<Await>()->value, nullptr, dst);
    AwaitValue(expr->span, value, dst, 0);
    return code().FreeTo(mark);
  }
  if (!in_function) {
    Fail(expr->span, "'yield' outside function");
    return;
  }
  if (expr->Is<Yield>()) {
    Reg value = 0;
    if (expr->As<Yield>()->value != nullptr) {
      value = Operand(expr->As<Yield>()->value, nullptr, dst);
    } else {
      value = code().Alloc();
      LoadNone(expr->span, value);
    }
    code().Emit(expr->span, Op::kYield, dst, value);
    return code().FreeTo(mark);
  }
  if (unit_->scope->is_async_def) {
    Fail(expr->span, "'yield from' inside async function");
    return;
  }
  const Reg value = Operand(expr->As<YieldFrom>()->value, nullptr, dst);
  const Reg iterator = code().Alloc(2);
  code().Emit(expr->span, Op::kGetYieldFromIter, iterator, value);
  LoadNone(expr->span, iterator + 1);
  code().Emit(expr->span, Op::kYieldFrom, dst, iterator, iterator + 1);
  code().FreeTo(mark);
}

}  // namespace heddle::compiler
