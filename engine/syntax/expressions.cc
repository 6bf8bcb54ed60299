// Expressions: operators, displays, comprehensions, targets.
#include <algorithm>

#include "syntax/parser_state.h"

namespace heddle::syntax {
namespace {

struct BinaryOperator {
  int precedence;  // 0: not a binary operator.
  Operator op;
};

BinaryOperator BinaryOperatorOf(TokenKind kind) {
  switch (kind) {
    case TokenKind::kBar: return {1, Operator::kBitOr};
    case TokenKind::kCaret: return {2, Operator::kBitXor};
    case TokenKind::kAmpersand: return {3, Operator::kBitAnd};
    case TokenKind::kLeftShift: return {4, Operator::kLShift};
    case TokenKind::kRightShift: return {4, Operator::kRShift};
    case TokenKind::kPlus: return {5, Operator::kAdd};
    case TokenKind::kMinus: return {5, Operator::kSub};
    case TokenKind::kStar: return {6, Operator::kMult};
    case TokenKind::kSlash: return {6, Operator::kDiv};
    case TokenKind::kDoubleSlash: return {6, Operator::kFloorDiv};
    case TokenKind::kPercent: return {6, Operator::kMod};
    case TokenKind::kAt: return {6, Operator::kMatMult};
    default: return {0, Operator::kAdd};
  }
}

}  // namespace

Expr* Parser::ParseStarExpressions() {
  auto parse = [this]() -> Expr* {
    SourceSpan start = Here();
    Expr* first = ParseStarExpression();
    if (first == nullptr || !At(TokenKind::kComma)) return first;
    List<Expr> items(this);
    items.Add(first);
    while (Accept(TokenKind::kComma)) {
      size_t mark = position_;
      Expr* item = ParseStarExpression();
      if (item == nullptr) {
        position_ = mark;
        break;
      }
      items.Add(item);
    }
    auto* tuple = Make<Tuple>(start);
    tuple->elts = items.Take();
    FitAll(tuple, tuple->elts);
    return tuple;
  };
  return second_pass_ ? Memoized(Rule::kStarExpressions, parse) : parse();
}

Expr* Parser::ParseStarExpression() {
  if (!At(TokenKind::kStar)) return ParseExpression();
  SourceSpan start = Here();
  ++position_;
  Expr* value = ParseBitwiseOr();
  if (value == nullptr) return nullptr;
  auto* starred = Make<Starred>(start);
  starred->value = value;
  Fit(starred, value);
  return starred;
}

Expr* Parser::ParseStarNamedExpression() {
  return At(TokenKind::kStar) ? ParseStarExpression() : ParseNamedExpression();
}

// One or more, with an optional comma at the end.
bool Parser::ParseStarNamedList(List<Expr>* out) {
  size_t start = position_;
  size_t before = out->size();
  Expr* item = ParseStarNamedExpression();
  while (item != nullptr) {
    out->Add(item);
    if (!Accept(TokenKind::kComma)) break;
    size_t mark = position_;
    item = ParseStarNamedExpression();
    if (item == nullptr) position_ = mark;
  }
  if (out->size() > before) return true;
  position_ = start;
  return false;
}

Expr* Parser::ParseNamedExpression() {
  auto parse = [this]() -> Expr* {
    size_t mark = position_;
    if (At(TokenKind::kName) && KindAfter() == TokenKind::kColonEqual) {
      SourceSpan start = Here();
      Name* target = MakeName(Current());
      position_ += 2;
      Expr* value = ParseExpression();
      if (value == nullptr) return nullptr;
      target->ctx = ExprContext::kStore;
      auto* named = Make<NamedExpr>(start);
      named->target = target;
      named->value = value;
      Fit(named, value);
      return named;
    }
    if (diagnosing_) {
      DiagnoseNamedExpression();
      position_ = mark;
    }
    return ParseNotNamedExpression();
  };
  return second_pass_ ? Memoized(Rule::kNamedExpression, parse) : parse();
}

Expr* Parser::ParseNotNamedExpression() {
  Expr* expr = ParseExpression();
  return expr == nullptr || At(TokenKind::kColonEqual) ? nullptr : expr;
}

Expr* Parser::ParseArgumentExpression() {
  if (At(TokenKind::kName) && KindAfter() == TokenKind::kColonEqual) {
    return ParseNamedExpression();
  }
  return ParseNotNamedExpression();
}

Expr* Parser::ParseYield() {
  SourceSpan start = Here();
  if (!Accept(TokenKind::kYield)) return nullptr;
  if (Accept(TokenKind::kFrom)) {
    Expr* value = ParseExpression();
    if (value == nullptr) return nullptr;
    auto* yield_from = Make<YieldFrom>(start);
    yield_from->value = value;
    Fit(yield_from, value);
    return yield_from;
  }
  size_t mark = position_;
  Expr* value = ParseStarExpressions();
  if (value == nullptr) position_ = mark;
  auto* yield = Make<Yield>(start);
  yield->value = value;
  Fit(yield, value);
  return yield;
}

Expr* Parser::ParseExpression() {
  if (!second_pass_) return ParseExpressionUncached();
  return Memoized(Rule::kExpression, [this] { return ParseExpressionUncached(); });
}

Expr* Parser::ParseExpressionUncached() {
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  size_t mark = position_;
  if (diagnosing_) {
    DiagnoseExpression();
    position_ = mark;
    DiagnoseLegacyExpression();
    position_ = mark;
  }
  if (At(TokenKind::kLambda)) return ParseLambda();
  SourceSpan start = Here();
  Expr* body = ParseDisjunction();
  if (body == nullptr || !At(TokenKind::kIf)) return body;
  size_t after_body = position_;
  ++position_;
  Expr* test = ParseDisjunction();
  Expr* orelse = nullptr;
  if (test != nullptr && Accept(TokenKind::kElse)) orelse = ParseExpression();
  if (orelse == nullptr) {
    position_ = after_body;
    return body;
  }
  auto* result = Make<IfExp>(start);
  result->test = test;
  result->body = body;
  result->orelse = orelse;
  Fit(result, test);
  Fit(result, body);
  Fit(result, orelse);
  return result;
}

// As ParseExpression() without diagnosis.
Expr* Parser::ParseExpressionQuietly() {
  bool saved = diagnosing_;
  diagnosing_ = false;
  Expr* result = ParseExpression();
  diagnosing_ = saved;
  return result;
}

Expr* Parser::ParseLambda() {
  SourceSpan start = Here();
  if (!Accept(TokenKind::kLambda)) return nullptr;
  Arguments* args = ParseParameters(/*lambda=*/true);
  if (args == nullptr || !Accept(TokenKind::kColon)) return nullptr;
  Expr* body = ParseExpression();
  if (body == nullptr) return nullptr;
  auto* lambda = Make<Lambda>(start);
  lambda->args = args;
  lambda->body = body;
  FitAll(lambda, args);
  Fit(lambda, body);
  return lambda;
}

Expr* Parser::ParseDisjunction() {
  auto parse = [this]() -> Expr* {
    SourceSpan start = Here();
    Expr* first = ParseConjunction();
    if (first == nullptr || !At(TokenKind::kOr)) return first;
    List<Expr> values(this);
    values.Add(first);
    while (At(TokenKind::kOr)) {
      size_t mark = position_++;
      Expr* next = ParseConjunction();
      if (next == nullptr) {
        position_ = mark;
        break;
      }
      values.Add(next);
    }
    if (values.size() == 1) return first;
    auto* result = Make<BoolOp>(start);
    result->op = BoolOperator::kOr;
    result->values = values.Take();
    FitAll(result, result->values);
    return result;
  };
  return second_pass_ ? Memoized(Rule::kDisjunction, parse) : parse();
}

Expr* Parser::ParseConjunction() {
  SourceSpan start = Here();
  Expr* first = ParseInversion();
  if (first == nullptr || !At(TokenKind::kAnd)) return first;
  List<Expr> values(this);
  values.Add(first);
  while (At(TokenKind::kAnd)) {
    size_t mark = position_++;
    Expr* next = ParseInversion();
    if (next == nullptr) {
      position_ = mark;
      break;
    }
    values.Add(next);
  }
  if (values.size() == 1) return first;
  auto* result = Make<BoolOp>(start);
  result->op = BoolOperator::kAnd;
  result->values = values.Take();
  FitAll(result, result->values);
  return result;
}

Expr* Parser::ParseInversion() {
  if (!At(TokenKind::kNot)) return ParseComparison();
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  SourceSpan start = Here();
  ++position_;
  Expr* operand = ParseInversion();
  if (operand == nullptr) return nullptr;
  auto* result = Make<UnaryOp>(start);
  result->op = UnaryOperator::kNot;
  result->operand = operand;
  Fit(result, operand);
  return result;
}

bool Parser::AcceptComparison(CmpOperator* op) {
  switch (Kind()) {
    case TokenKind::kEqualEqual: *op = CmpOperator::kEq; break;
    case TokenKind::kNotEqual: *op = CmpOperator::kNotEq; break;
    case TokenKind::kLess: *op = CmpOperator::kLt; break;
    case TokenKind::kLessEqual: *op = CmpOperator::kLtE; break;
    case TokenKind::kGreater: *op = CmpOperator::kGt; break;
    case TokenKind::kGreaterEqual: *op = CmpOperator::kGtE; break;
    case TokenKind::kIn: *op = CmpOperator::kIn; break;
    case TokenKind::kIs:
      ++position_;
      *op = Accept(TokenKind::kNot) ? CmpOperator::kIsNot : CmpOperator::kIs;
      return true;
    case TokenKind::kNot:
      if (KindAfter() != TokenKind::kIn) return false;
      position_ += 2;
      *op = CmpOperator::kNotIn;
      return true;
    default: return false;
  }
  ++position_;
  return true;
}

Expr* Parser::ParseComparison() {
  SourceSpan start = Here();
  Expr* left = ParseBitwiseOr();
  if (left == nullptr) return nullptr;
  size_t mark = position_;
  CmpOperator op;
  if (!AcceptComparison(&op)) return left;
  List<Expr> comparators(this);
  std::vector<CmpOperator> ops;
  do {
    Expr* right = ParseBitwiseOr();
    if (right == nullptr) break;
    ops.push_back(op);
    comparators.Add(right);
    mark = position_;
  } while (AcceptComparison(&op));
  position_ = mark;
  if (ops.empty()) return left;
  auto* result = Make<Compare>(start);
  result->left = left;
  result->ops = arena_.CopySeq(ops.data(), ops.size());
  result->comparators = comparators.Take();
  Fit(result, left);
  FitAll(result, result->comparators);
  return result;
}

Expr* Parser::ParseBitwiseOr() {
  if (!second_pass_) return ParseBinary(1);
  return Memoized(Rule::kBitwiseOr, [this] { return ParseBinary(1); });
}

static bool IsArithmetic(Operator op) {
  switch (op) {
    case Operator::kAdd:
    case Operator::kSub:
    case Operator::kMult:
    case Operator::kDiv:
    case Operator::kFloorDiv:
    case Operator::kMod:
    case Operator::kMatMult: return true;
    default: return false;
  }
}

// invalid_arithmetic and invalid_factor: behind an operator.
void Parser::DiagnoseNotOperand() {
  if (!diagnosing_ || raised_ || !At(TokenKind::kNot)) return;
  const SourceSpan start = Here();
  const size_t mark = position_;
  const Expr* const operand = ParseInversion();
  position_ = mark;
  if (operand == nullptr || raised_) return;
  RaiseRange(start, operand->span, "'not' after an operator must be parenthesized");
}

// Operators of at least this precedence; a chain of any length takes one call.
Expr* Parser::ParseBinary(int precedence) {
  SourceSpan start = Here();
  Expr* left = ParseFactor();
  while (left != nullptr) {
    BinaryOperator next = BinaryOperatorOf(Kind());
    if (next.precedence < precedence || next.precedence == 0) break;
    size_t mark = position_++;
    Expr* right = ParseBinary(next.precedence + 1);
    if (right == nullptr) {
      if (IsArithmetic(next.op)) DiagnoseNotOperand();
      position_ = mark;
      break;
    }
    auto* result = Make<BinOp>(start);
    result->left = left;
    result->op = next.op;
    result->right = right;
    Fit(result, left);
    Fit(result, right);
    left = result;
  }
  return left;
}

Expr* Parser::ParseFactor() {
  UnaryOperator op;
  switch (Kind()) {
    case TokenKind::kPlus: op = UnaryOperator::kUAdd; break;
    case TokenKind::kMinus: op = UnaryOperator::kUSub; break;
    case TokenKind::kTilde: op = UnaryOperator::kInvert; break;
    default: return ParsePower();
  }
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  SourceSpan start = Here();
  ++position_;
  Expr* operand = ParseFactor();
  if (operand == nullptr) {
    DiagnoseNotOperand();
    return nullptr;
  }
  auto* result = Make<UnaryOp>(start);
  result->op = op;
  result->operand = operand;
  Fit(result, operand);
  return result;
}

Expr* Parser::ParsePower() {
  SourceSpan start = Here();
  Expr* base;
  if (Accept(TokenKind::kAwait)) {
    Expr* value = ParsePrimary();
    if (value == nullptr) return nullptr;
    auto* await = Make<Await>(start);
    await->value = value;
    Fit(await, value);
    base = await;
  } else {
    base = ParsePrimary();
  }
  if (base == nullptr || !At(TokenKind::kDoubleStar)) return base;
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  size_t mark = position_++;
  Expr* exponent = ParseFactor();
  if (exponent == nullptr) {
    position_ = mark;
    return base;
  }
  auto* result = Make<BinOp>(start);
  result->left = base;
  result->op = Operator::kPow;
  result->right = exponent;
  Fit(result, base);
  Fit(result, exponent);
  return result;
}

Expr* Parser::ParsePrimary() {
  if (!second_pass_) return ParsePrimaryUncached();
  return Memoized(Rule::kPrimary, [this] { return ParsePrimaryUncached(); });
}

Expr* Parser::ParsePrimaryUncached() {
  SourceSpan start = Here();
  Expr* value = ParseAtom();
  while (value != nullptr) {
    size_t mark = position_;
    Expr* next = nullptr;
    switch (Kind()) {
      case TokenKind::kDot: {
        ++position_;
        Identifier name;
        if (!AcceptName(&name)) break;
        auto* attribute = Make<Attribute>(start);
        attribute->value = value;
        attribute->attr = name;
        next = attribute;
        break;
      }
      case TokenKind::kLeftParen: next = ParseCall(value, start); break;
      case TokenKind::kLeftBracket: {
        ++position_;
        Expr* slice = ParseSlices();
        if (slice == nullptr || !Accept(TokenKind::kRightBracket)) break;
        auto* subscript = Make<Subscript>(start);
        subscript->value = value;
        subscript->slice = slice;
        Fit(subscript, slice);
        next = subscript;
        break;
      }
      default: return value;
    }
    if (next == nullptr) {
      position_ = mark;
      return value;
    }
    Fit(next, value);
    value = next;
  }
  return value;
}

Expr* Parser::ParseCall(Expr* callee, const SourceSpan& start) {
  size_t mark = position_;
  if (diagnosing_) {
    Expr* generator = ParseGeneratorInCall();
    if (generator != nullptr) {
      auto* call = Make<Call>(start);
      call->func = callee;
      call->args = arena_.CopySeq(&generator, 1);
      return call;
    }
    position_ = mark;
  }
  SourceSpan parenthesis = Here();
  ++position_;
  CallArguments arguments;
  if (!At(TokenKind::kRightParen)) {
    size_t inside = position_;
    bool parsed = ParseArguments(&arguments);
    bool only_one = arguments.args.size() == 1 && arguments.keywords.empty() &&
                    !arguments.args[0]->Is<Starred>();
    if (!parsed && only_one && !diagnosing_ && AtComprehension()) {
      Expr* generator = FinishGenerator(parenthesis, arguments.args[0]);
      if (generator == nullptr) return nullptr;
      arguments.args = arena_.CopySeq(&generator, 1);
      --position_;
    } else if (!parsed) {
      if (diagnosing_) {
        position_ = inside;
        DiagnoseArguments();
      }
      return nullptr;
    }
  }
  if (!Accept(TokenKind::kRightParen)) return nullptr;
  auto* call = Make<Call>(start);
  call->func = callee;
  call->args = arguments.args;
  call->keywords = arguments.keywords;
  FitAll(call, call->args);
  for (const Keyword* keyword : call->keywords) Fit(call, keyword->value);
  return call;
}

// genexp, tried first on what follows a primary.
Expr* Parser::ParseGeneratorInCall() {
  size_t mark = position_;
  SourceSpan start = Here();
  ++position_;
  Expr* element = ParseArgumentExpression();
  if (element != nullptr && AtComprehension()) {
    Expr* generator = FinishGenerator(start, element);
    if (generator != nullptr) return generator;
  }
  if (diagnosing_) {
    position_ = mark;
    DiagnoseComprehension();
  }
  return nullptr;
}

// After the element: the clauses and ')'.
Expr* Parser::FinishGenerator(const SourceSpan& start, Expr* element) {
  Seq<Comprehension*> clauses;
  if (!ParseForClauses(&clauses) || !Accept(TokenKind::kRightParen)) return nullptr;
  auto* generator = Make<GeneratorExp>(start);
  generator->elt = element;
  generator->generators = clauses;
  Fit(generator, element);
  FitAll(generator, clauses);
  return generator;
}

Expr* Parser::ParseSlices() {
  SourceSpan start = Here();
  bool starred = At(TokenKind::kStar);
  Expr* first = starred ? ParseStarredArgument() : ParseSlice();
  if (first == nullptr) return nullptr;
  if (!starred && !At(TokenKind::kComma)) return first;
  List<Expr> items(this);
  items.Add(first);
  while (Accept(TokenKind::kComma)) {
    size_t mark = position_;
    Expr* item = At(TokenKind::kStar) ? ParseStarredArgument() : ParseSlice();
    if (item == nullptr) {
      position_ = mark;
      break;
    }
    items.Add(item);
  }
  auto* tuple = Make<Tuple>(start);
  tuple->elts = items.Take();
  FitAll(tuple, tuple->elts);
  return tuple;
}

Expr* Parser::ParseSlice() {
  SourceSpan start = Here();
  size_t mark = position_;
  Expr* lower = nullptr;
  if (!At(TokenKind::kColon)) {
    if (diagnosing_) {
      lower = ParseExpression();
    } else {
      lower = ParseNamedExpression();
      if (lower == nullptr) return nullptr;
    }
    if (!At(TokenKind::kColon) || lower == nullptr || lower->Is<NamedExpr>()) {
      if (!diagnosing_) return lower;
      position_ = mark;
      return ParseNamedExpression();
    }
  }
  ++position_;
  auto optional = [this]() -> Expr* {
    if (At(TokenKind::kColon) || At(TokenKind::kComma) || At(TokenKind::kRightBracket)) {
      return nullptr;
    }
    size_t before = position_;
    Expr* expr = ParseExpression();
    if (expr == nullptr) position_ = before;
    return expr;
  };
  Expr* upper = optional();
  Expr* step = Accept(TokenKind::kColon) ? optional() : nullptr;
  auto* slice = Make<Slice>(start);
  slice->lower = lower;
  slice->upper = upper;
  slice->step = step;
  Fit(slice, lower);
  Fit(slice, upper);
  Fit(slice, step);
  return slice;
}

Expr* Parser::ParseAtom() {
  SourceSpan start = Here();
  switch (Kind()) {
    case TokenKind::kName: ++position_; return MakeName(Previous());
    case TokenKind::kNumber: return ParseNumber();
    case TokenKind::kString:
    case TokenKind::kFStringStart: return ParseStrings();
    case TokenKind::kTrue: ++position_; return MakeConstant(start, ConstantType::kTrue);
    case TokenKind::kFalse: ++position_; return MakeConstant(start, ConstantType::kFalse);
    case TokenKind::kNone: ++position_; return MakeConstant(start, ConstantType::kNone);
    case TokenKind::kEllipsis: ++position_; return MakeConstant(start, ConstantType::kEllipsis);
    case TokenKind::kLeftParen:
      return diagnosing_ ? ParseParenthesizedWithDiagnosis() : ParseParenthesized();
    case TokenKind::kLeftBracket: return ParseBracketed();
    case TokenKind::kLeftBrace: return ParseBraced();
    default: return nullptr;
  }
}

// tuple | group | genexp
Expr* Parser::ParseParenthesized() {
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  SourceSpan start = Here();
  ++position_;
  if (Accept(TokenKind::kRightParen)) return Make<Tuple>(start);
  if (At(TokenKind::kYield)) {
    Expr* yield = ParseYield();
    if (yield == nullptr || !Accept(TokenKind::kRightParen)) return nullptr;
    yield->parenthesized = true;
    return yield;
  }
  Expr* first = ParseStarNamedExpression();
  if (first == nullptr) return nullptr;
  if (!first->Is<Starred>()) {
    if (Accept(TokenKind::kRightParen)) {
      first->parenthesized = true;
      return first;
    }
    if (AtComprehension()) return FinishGenerator(start, first);
  }
  if (!Accept(TokenKind::kComma)) return nullptr;
  List<Expr> items(this);
  items.Add(first);
  if (!At(TokenKind::kRightParen)) ParseStarNamedList(&items);
  if (!Accept(TokenKind::kRightParen)) return nullptr;
  auto* tuple = Make<Tuple>(start);
  tuple->elts = items.Take();
  FitAll(tuple, tuple->elts);
  return tuple;
}

Expr* Parser::ParseParenthesizedWithDiagnosis() {
  size_t mark = position_;
  Expr* result = ParseParenthesized();
  if (result != nullptr || raised_) return result;
  position_ = mark + 1;
  SourceSpan inside = Here();
  if (At(TokenKind::kStar)) {
    Expr* starred = ParseStarredArgument();
    if (starred != nullptr && At(TokenKind::kRightParen)) {
      RaiseAt(starred->span, "cannot use starred expression here");
    }
  } else if (Accept(TokenKind::kDoubleStar)) {
    if (ParseExpression() != nullptr && At(TokenKind::kRightParen)) {
      RaiseAt(inside, "cannot use double starred expression here");
    }
  }
  position_ = mark;
  DiagnoseComprehension();
  return nullptr;
}

// list | listcomp
Expr* Parser::ParseBracketed() {
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  size_t mark = position_;
  SourceSpan start = Here();
  ++position_;
  List<Expr> items(this);
  if (!At(TokenKind::kRightBracket)) ParseStarNamedList(&items);
  if (Accept(TokenKind::kRightBracket)) {
    auto* list = Make<syntax::List>(start);
    list->elts = items.Take();
    FitAll(list, list->elts);
    return list;
  }
  Seq<Comprehension*> clauses;
  bool one = items.size() == 1 && !items[0]->Is<Starred>() && Previous().kind != TokenKind::kComma;
  if (one && AtComprehension() && ParseForClauses(&clauses) && Accept(TokenKind::kRightBracket)) {
    auto* result = Make<ListComp>(start);
    result->elt = items[0];
    result->generators = clauses;
    Fit(result, result->elt);
    FitAll(result, clauses);
    return result;
  }
  if (diagnosing_) {
    position_ = mark;
    DiagnoseComprehension();
  }
  return nullptr;
}

// dict | set | dictcomp | setcomp
Expr* Parser::ParseBraced() {
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  size_t mark = position_;
  SourceSpan start = Here();
  ++position_;
  if (Accept(TokenKind::kRightBrace)) return Make<Dict>(start);
  Expr* first = nullptr;
  Expr* result = ParseDict(start, &first);
  if (result != nullptr) return result;
  if (!diagnosing_) {
    if (first == nullptr && tokens_[mark + 1].kind != TokenKind::kStar) return nullptr;
    if (first != nullptr && !At(TokenKind::kColonEqual)) return ParseSetDisplay(start, first);
  }
  if (diagnosing_) {
    position_ = mark + 1;
    DiagnoseDictItems();
  }
  position_ = mark + 1;
  result = ParseSetDisplay(start, nullptr);
  if (result != nullptr) return result;
  if (diagnosing_) {
    position_ = mark;
    DiagnoseDictComprehension();
    position_ = mark;
    DiagnoseComprehension();
  }
  return nullptr;
}

bool Parser::ParseDictItem(Expr** key, Expr** value) {
  *key = nullptr;
  if (Accept(TokenKind::kDoubleStar)) {
    *value = ParseBitwiseOr();
    return *value != nullptr;
  }
  if (At(TokenKind::kStar)) return false;
  // CPython does not look for a missing comma after the keys that follow the first.
  *key = tokens_[position_ - 1].kind == TokenKind::kComma ? ParseExpressionQuietly()
                                                          : ParseExpression();
  if (*key == nullptr || !Accept(TokenKind::kColon)) return false;
  size_t colon = position_;
  *value = ParseExpression();
  if (*value == nullptr) position_ = colon;
  return *value != nullptr;
}

// `*first` becomes an expression that is no key, when that is what is there: it need not be read
// again, which would take exponential time for nested sets.
Expr* Parser::ParseDict(const SourceSpan& start, Expr** first) {
  List<Expr> keys_and_values(this);
  Expr* key = nullptr;
  Expr* value = nullptr;
  size_t mark = position_;
  while (ParseDictItem(&key, &value)) {
    keys_and_values.Add(key);
    keys_and_values.Add(value);
    mark = position_;
    if (keys_and_values.size() == 2 && key != nullptr && AtComprehension()) {
      Seq<Comprehension*> clauses;
      if (!ParseForClauses(&clauses) || !Accept(TokenKind::kRightBrace)) return nullptr;
      auto* result = Make<DictComp>(start);
      result->key = key;
      result->value = value;
      result->generators = clauses;
      Fit(result, key);
      Fit(result, value);
      FitAll(result, clauses);
      return result;
    }
    if (!Accept(TokenKind::kComma)) break;
    mark = position_;
    if (At(TokenKind::kRightBrace)) break;
  }
  if (keys_and_values.size() == 0) {
    if (key != nullptr && Previous().kind != TokenKind::kColon) *first = key;
    return nullptr;
  }
  position_ = mark;
  if (!Accept(TokenKind::kRightBrace)) return nullptr;
  auto* dict = Make<Dict>(start);
  size_t count = keys_and_values.size() / 2;
  auto** keys = static_cast<Expr**>(arena_.Allocate(2 * count * sizeof(Expr*)));
  for (size_t i = 0; i < count; ++i) {
    keys[i] = keys_and_values[2 * i];
    keys[count + i] = keys_and_values[2 * i + 1];
    Fit(dict, keys[i]);
    Fit(dict, keys[count + i]);
  }
  dict->keys = {keys, count};
  dict->values = {keys + count, count};
  return dict;
}

// `first`: the first element, if it has been read.
Expr* Parser::ParseSetDisplay(const SourceSpan& start, Expr* first) {
  List<Expr> items(this);
  if (first != nullptr) {
    items.Add(first);
    if (Accept(TokenKind::kComma)) ParseStarNamedList(&items);
  } else if (!ParseStarNamedList(&items)) {
    return nullptr;
  }
  if (Accept(TokenKind::kRightBrace)) {
    auto* set = Make<Set>(start);
    set->elts = items.Take();
    FitAll(set, set->elts);
    return set;
  }
  if (items.size() != 1 || items[0]->Is<Starred>() || Previous().kind == TokenKind::kComma ||
      !AtComprehension()) {
    return nullptr;
  }
  Seq<Comprehension*> clauses;
  if (!ParseForClauses(&clauses) || !Accept(TokenKind::kRightBrace)) return nullptr;
  auto* result = Make<SetComp>(start);
  result->elt = items[0];
  result->generators = clauses;
  Fit(result, result->elt);
  FitAll(result, clauses);
  return result;
}

bool Parser::AtComprehension() {
  return At(TokenKind::kFor) || (At(TokenKind::kAsync) && KindAfter() == TokenKind::kFor);
}

bool Parser::ParseForClauses(Seq<Comprehension*>* clauses) {
  List<Comprehension> list(this);
  while (AtComprehension()) {
    Comprehension* clause = ParseForClause();
    if (clause == nullptr) return false;
    list.Add(clause);
  }
  *clauses = list.Take();
  return !clauses->empty();
}

Comprehension* Parser::ParseForClause() {
  size_t mark = position_;
  SourceSpan start = Here();
  auto* clause = arena_.New<Comprehension>();
  clause->is_async = Accept(TokenKind::kAsync);
  ++position_;
  clause->target = ParseStarTargets();
  if (clause->target == nullptr || !Accept(TokenKind::kIn)) {
    if (diagnosing_ && !raised_) {
      position_ = mark;
      DiagnoseForClause();
      position_ = mark;
      DiagnoseForTarget();
    }
    return nullptr;
  }
  clause->iter = ParseDisjunction();
  if (clause->iter == nullptr) return nullptr;
  List<Expr> conditions(this);
  while (At(TokenKind::kIf)) {
    size_t before = position_++;
    Expr* condition = ParseDisjunction();
    if (condition == nullptr) {
      position_ = before;
      break;
    }
    conditions.Add(condition);
  }
  clause->ifs = conditions.Take();
  clause->span = {start.line, start.col, Previous().span.end_line, Previous().span.end_col};
  return clause;
}

bool Parser::ParseArguments(CallArguments* out) {
  if (!ParseArgumentList(out)) return false;
  Accept(TokenKind::kComma);
  return At(TokenKind::kRightParen);
}

Expr* Parser::ParseStarredArgument() {
  size_t mark = position_;
  SourceSpan start = Here();
  if (!Accept(TokenKind::kStar)) return nullptr;
  if (diagnosing_) {
    Expr* target = ParseExpression();
    if (target != nullptr && Accept(TokenKind::kEqual)) {
      Expr* value = ParseExpression();
      if (value != nullptr) {
        RaiseRange(start, value->span, "cannot assign to iterable argument unpacking");
      }
    }
    position_ = mark + 1;
  }
  Expr* value = ParseExpression();
  if (value == nullptr) {
    if (diagnosing_) RaiseHere("Invalid star expression");
    return nullptr;
  }
  auto* starred = Make<Starred>(start);
  starred->value = value;
  Fit(starred, value);
  return starred;
}

// NAME '=' expression | '**' expression
Keyword* Parser::ParseKeyword() {
  if (diagnosing_) {
    size_t mark = position_;
    DiagnoseKeyword();
    position_ = mark;
  }
  SourceSpan start = Here();
  Identifier name;
  if (!Accept(TokenKind::kDoubleStar)) {
    if (!At(TokenKind::kName) || KindAfter() != TokenKind::kEqual) return nullptr;
    AcceptName(&name);
    ++position_;
  }
  Expr* value = ParseExpression();
  if (value == nullptr) return nullptr;
  auto* keyword = Make<Keyword>(start);
  keyword->arg = name;
  keyword->value = value;
  return keyword;
}

bool Parser::ParseArgumentList(CallArguments* out) {
  List<Expr> args(this);
  std::vector<Keyword*> keywords;
  SourceSpan start = Here();
  size_t mark = position_;
  bool unpacked = false;  // After `**` only keywords may follow.
  while (true) {
    bool is_keyword =
        At(TokenKind::kDoubleStar) || (At(TokenKind::kName) && KindAfter() == TokenKind::kEqual);
    if (is_keyword) {
      unpacked = unpacked || At(TokenKind::kDoubleStar);
      Keyword* keyword = ParseKeyword();
      if (keyword == nullptr) break;
      keywords.push_back(keyword);
    } else if (At(TokenKind::kStar)) {
      if (unpacked) break;
      Expr* starred = ParseStarredArgument();
      if (starred == nullptr) break;
      args.Add(starred);
    } else {
      Expr* arg = keywords.empty() ? ParseArgumentExpression() : nullptr;
      if (arg == nullptr || At(TokenKind::kEqual)) {
        if (diagnosing_ && !raised_) {
          position_ = mark;
          if (At(TokenKind::kComma)) ++position_;
          DiagnoseKeyword();
        }
        break;
      }
      args.Add(arg);
    }
    mark = position_;
    if (!Accept(TokenKind::kComma)) break;
    if (At(TokenKind::kRightParen)) break;
  }
  position_ = mark;
  if (args.size() == 0 && keywords.empty()) return false;
  out->args = args.Take();
  out->keywords = arena_.CopySeq(keywords.data(), keywords.size());
  out->span = {start.line, start.col, Previous().span.end_line, Previous().span.end_col};
  return true;
}

bool Parser::IsTarget(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kName:
    case NodeKind::kAttribute:
    case NodeKind::kSubscript: return true;
    case NodeKind::kStarred: {
      const Expr* value = expr->As<Starred>()->value;
      return !value->Is<Starred>() && IsTarget(value);
    }
    case NodeKind::kTuple: {
      Seq<Expr*> elts = expr->As<Tuple>()->elts;
      return std::all_of(elts.begin(), elts.end(), IsTarget);
    }
    case NodeKind::kList: {
      Seq<Expr*> elts = expr->As<syntax::List>()->elts;
      return std::all_of(elts.begin(), elts.end(), IsTarget);
    }
    default: return false;
  }
}

void Parser::SetContext(Expr* target, ExprContext context) {
  switch (target->kind) {
    case NodeKind::kName: target->As<Name>()->ctx = context; break;
    case NodeKind::kAttribute: target->As<Attribute>()->ctx = context; break;
    case NodeKind::kSubscript: target->As<Subscript>()->ctx = context; break;
    case NodeKind::kStarred:
      target->As<Starred>()->ctx = context;
      SetContext(target->As<Starred>()->value, context);
      break;
    case NodeKind::kTuple:
      target->As<Tuple>()->ctx = context;
      for (Expr* item : target->As<Tuple>()->elts) SetContext(item, context);
      break;
    case NodeKind::kList:
      target->As<syntax::List>()->ctx = context;
      for (Expr* item : target->As<syntax::List>()->elts) SetContext(item, context);
      break;
    default: break;
  }
}

Expr* Parser::ParseStarTarget() {
  SourceSpan start = Here();
  if (!Accept(TokenKind::kStar)) {
    Expr* target = ParsePrimary();
    if (target == nullptr || !IsTarget(target)) return nullptr;
    SetContext(target, ExprContext::kStore);
    return target;
  }
  if (At(TokenKind::kStar)) return nullptr;
  Expr* value = ParseStarTarget();
  if (value == nullptr) return nullptr;
  auto* starred = Make<Starred>(start);
  starred->value = value;
  starred->ctx = ExprContext::kStore;
  Fit(starred, value);
  return starred;
}

Expr* Parser::ParseStarTargets() {
  SourceSpan start = Here();
  Expr* first = ParseStarTarget();
  if (first == nullptr || !At(TokenKind::kComma)) return first;
  List<Expr> items(this);
  items.Add(first);
  while (Accept(TokenKind::kComma)) {
    size_t mark = position_;
    Expr* item = ParseStarTarget();
    if (item == nullptr) {
      position_ = mark;
      break;
    }
    items.Add(item);
  }
  auto* tuple = Make<Tuple>(start);
  tuple->elts = items.Take();
  tuple->ctx = ExprContext::kStore;
  FitAll(tuple, tuple->elts);
  return tuple;
}

Expr* Parser::ParseSingleTarget() {
  Expr* target = ParsePrimary();
  if (target == nullptr) return nullptr;
  bool single = target->Is<Name>() || target->Is<Attribute>() || target->Is<Subscript>();
  return single ? target : nullptr;
}

}  // namespace heddle::syntax
