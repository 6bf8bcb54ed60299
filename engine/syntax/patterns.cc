// Patterns of `case`.
#include <string>

#include "syntax/parser_state.h"

namespace heddle::syntax {

// open_sequence_pattern | pattern
Pattern* Parser::ParsePatterns() {
  SourceSpan start = Here();
  size_t mark = position_;
  Pattern* first = ParseMaybeStarPattern();
  if (first == nullptr) return nullptr;
  if (!At(TokenKind::kComma)) {
    if (!first->Is<MatchStar>()) return first;
    position_ = mark;
    return nullptr;
  }
  ++position_;
  List<Pattern> items(this);
  items.Add(first);
  while (!At(TokenKind::kColon) && !At(TokenKind::kIf)) {
    Pattern* item = ParseMaybeStarPattern();
    if (item == nullptr) return nullptr;
    items.Add(item);
    if (!Accept(TokenKind::kComma)) break;
  }
  auto* sequence = Make<MatchSequence>(start);
  sequence->patterns = items.Take();
  for (const Pattern* item : sequence->patterns) Fit(sequence, item);
  return sequence;
}

Pattern* Parser::ParseMaybeStarPattern() {
  SourceSpan start = Here();
  if (!Accept(TokenKind::kStar)) return ParsePattern();
  Identifier name;
  if (!AcceptName(&name)) return nullptr;
  auto* star = Make<MatchStar>(start);
  if (name != "_") star->name = name;
  return star;
}

// or_pattern ['as' NAME]
Pattern* Parser::ParsePattern() {
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  SourceSpan start = Here();
  Pattern* pattern = ParseOrPattern();
  if (pattern == nullptr || !At(TokenKind::kAs)) return pattern;
  size_t mark = position_++;
  Identifier name;
  SourceSpan target = Here();
  if (AtSoftKeyword("_") || !AcceptName(&name) || At(TokenKind::kDot) ||
      At(TokenKind::kLeftParen) || At(TokenKind::kEqual)) {
    if (diagnosing_) {
      position_ = mark + 1;
      if (AtSoftKeyword("_")) {
        RaiseAt(target, "cannot use '_' as a target");
      } else if (!At(TokenKind::kName)) {
        Expr* wrong = ParseExpression();
        if (wrong != nullptr) RaiseAt(wrong->span, "invalid pattern target");
      }
    }
    position_ = mark;
    return diagnosing_ ? nullptr : pattern;
  }
  auto* as = Make<MatchAs>(start);
  as->pattern = pattern;
  as->name = name;
  Fit(as, pattern);
  return as;
}

Pattern* Parser::ParseOrPattern() {
  SourceSpan start = Here();
  Pattern* first = ParseClosedPattern();
  if (first == nullptr || !At(TokenKind::kBar)) return first;
  List<Pattern> items(this);
  items.Add(first);
  while (At(TokenKind::kBar)) {
    size_t mark = position_++;
    Pattern* item = ParseClosedPattern();
    if (item == nullptr) {
      position_ = mark;
      break;
    }
    items.Add(item);
  }
  if (items.size() == 1) return first;
  auto* result = Make<MatchOr>(start);
  result->patterns = items.Take();
  for (const Pattern* item : result->patterns) Fit(result, item);
  return result;
}

Pattern* Parser::ParseClosedPattern() {
  SourceSpan start = Here();
  auto singleton = [&](ConstantType type) {
    ++position_;
    auto* result = Make<MatchSingleton>(start);
    result->value = type;
    return result;
  };
  switch (Kind()) {
    case TokenKind::kNone: return singleton(ConstantType::kNone);
    case TokenKind::kTrue: return singleton(ConstantType::kTrue);
    case TokenKind::kFalse: return singleton(ConstantType::kFalse);
    case TokenKind::kNumber:
    case TokenKind::kMinus:
    case TokenKind::kString:
    case TokenKind::kFStringStart: {
      bool text = At(TokenKind::kString) || At(TokenKind::kFStringStart);
      Expr* value = text ? ParseStrings() : ParsePatternNumber();
      if (value == nullptr) return nullptr;
      auto* result = Make<MatchValue>(start);
      result->value = value;
      Fit(result, value);
      return result;
    }
    case TokenKind::kName: return ParseValueOrClass();
    case TokenKind::kLeftParen:
    case TokenKind::kLeftBracket: return ParseGroupOrSequence();
    case TokenKind::kLeftBrace: return ParseMappingPattern();
    default: return nullptr;
  }
}

// capture_pattern | wildcard_pattern | value_pattern | class_pattern
Pattern* Parser::ParseValueOrClass() {
  SourceSpan start = Here();
  Expr* name = ParseNameOrAttribute();
  if (name == nullptr) return nullptr;
  if (At(TokenKind::kLeftParen)) return ParseClassPattern(name);
  if (name->Is<Attribute>()) {
    auto* result = Make<MatchValue>(start);
    result->value = name;
    Fit(result, name);
    return result;
  }
  if (At(TokenKind::kEqual)) return nullptr;
  auto* capture = Make<MatchAs>(start);
  if (name->As<Name>()->id != "_") capture->name = name->As<Name>()->id;
  return capture;
}

Expr* Parser::ParseNameOrAttribute() {
  SourceSpan start = Here();
  if (!Accept(TokenKind::kName)) return nullptr;
  Expr* value = MakeName(Previous());
  while (Accept(TokenKind::kDot)) {
    Identifier attr;
    if (!AcceptName(&attr)) return nullptr;
    auto* attribute = Make<Attribute>(start);
    attribute->value = value;
    attribute->attr = attr;
    Fit(attribute, value);
    value = attribute;
  }
  return value;
}

Expr* Parser::ParseSignedNumber() {
  SourceSpan start = Here();
  if (!Accept(TokenKind::kMinus)) return At(TokenKind::kNumber) ? ParseNumber() : nullptr;
  if (!At(TokenKind::kNumber)) return nullptr;
  Expr* operand = ParseNumber();
  if (operand == nullptr) return nullptr;
  auto* result = Make<UnaryOp>(start);
  result->op = UnaryOperator::kUSub;
  result->operand = operand;
  Fit(result, operand);
  return result;
}

// signed_number | complex_number
Expr* Parser::ParsePatternNumber() {
  SourceSpan start = Here();
  Expr* left = ParseSignedNumber();
  if (left == nullptr || !(At(TokenKind::kPlus) || At(TokenKind::kMinus))) return left;
  bool minus = At(TokenKind::kMinus);
  const Expr* real = left->Is<UnaryOp>() ? left->As<UnaryOp>()->operand : left;
  ++position_;
  if (!At(TokenKind::kNumber)) return nullptr;
  Expr* imaginary = ParseNumber();
  if (imaginary == nullptr) return nullptr;
  if (real->As<Constant>()->type == ConstantType::kImaginary) {
    RaiseAt(real->span, "real number required in complex literal");
    return nullptr;
  }
  if (imaginary->As<Constant>()->type != ConstantType::kImaginary) {
    RaiseAt(imaginary->span, "imaginary number required in complex literal");
    return nullptr;
  }
  auto* result = Make<BinOp>(start);
  result->left = left;
  result->op = minus ? Operator::kSub : Operator::kAdd;
  result->right = imaginary;
  Fit(result, left);
  Fit(result, imaginary);
  return result;
}

// Items up to `close`, which is taken.
bool Parser::ParsePatternList(TokenKind close, List<Pattern>* items, bool* comma) {
  *comma = false;
  while (!At(close)) {
    Pattern* item = ParseMaybeStarPattern();
    if (item == nullptr) return false;
    items->Add(item);
    if (!At(TokenKind::kComma)) break;
    *comma = true;
    ++position_;
  }
  return Accept(close);
}

Pattern* Parser::ParseGroupOrSequence() {
  SourceSpan start = Here();
  bool round = At(TokenKind::kLeftParen);
  ++position_;
  List<Pattern> items(this);
  bool comma;
  if (!ParsePatternList(round ? TokenKind::kRightParen : TokenKind::kRightBracket, &items,
                        &comma)) {
    return nullptr;
  }
  if (round && items.size() == 1 && !comma) {
    return items[0]->Is<MatchStar>() ? nullptr : items[0];
  }
  auto* sequence = Make<MatchSequence>(start);
  sequence->patterns = items.Take();
  for (const Pattern* item : sequence->patterns) Fit(sequence, item);
  return sequence;
}

// literal_expr | attr
Expr* Parser::ParseMappingKey() {
  SourceSpan start = Here();
  switch (Kind()) {
    case TokenKind::kNone: ++position_; return MakeConstant(start, ConstantType::kNone);
    case TokenKind::kTrue: ++position_; return MakeConstant(start, ConstantType::kTrue);
    case TokenKind::kFalse: ++position_; return MakeConstant(start, ConstantType::kFalse);
    case TokenKind::kNumber:
    case TokenKind::kMinus: return ParsePatternNumber();
    case TokenKind::kString:
    case TokenKind::kFStringStart: return ParseStrings();
    case TokenKind::kName: {
      Expr* key = ParseNameOrAttribute();
      return key != nullptr && key->Is<Attribute>() ? key : nullptr;
    }
    default: return nullptr;
  }
}

Pattern* Parser::ParseMappingPattern() {
  SourceSpan start = Here();
  ++position_;
  List<Pattern> patterns(this);
  std::vector<Expr*> keys;
  Identifier rest;
  while (!At(TokenKind::kRightBrace)) {
    if (Accept(TokenKind::kDoubleStar)) {
      if (AtSoftKeyword("_") || !AcceptName(&rest)) return nullptr;
      Accept(TokenKind::kComma);
      break;
    }
    Expr* key = ParseMappingKey();
    if (key == nullptr || !Accept(TokenKind::kColon)) return nullptr;
    Pattern* pattern = ParsePattern();
    if (pattern == nullptr) return nullptr;
    keys.push_back(key);
    patterns.Add(pattern);
    if (!Accept(TokenKind::kComma)) break;
  }
  if (!Accept(TokenKind::kRightBrace)) return nullptr;
  auto* mapping = Make<MatchMapping>(start);
  mapping->keys = arena_.CopySeq(keys.data(), keys.size());
  mapping->patterns = patterns.Take();
  mapping->rest = rest;
  for (const Expr* key : mapping->keys) Fit(mapping, key);
  for (const Pattern* pattern : mapping->patterns) Fit(mapping, pattern);
  return mapping;
}

Pattern* Parser::ParseClassPattern(Expr* name) {
  ++position_;
  List<Pattern> positional(this);
  std::vector<Identifier> attrs;
  std::vector<Pattern*> values;
  std::vector<Pattern*> misplaced;
  while (!At(TokenKind::kRightParen)) {
    if (At(TokenKind::kName) && KindAfter() == TokenKind::kEqual) {
      if (!misplaced.empty()) break;
      Identifier attr;
      AcceptName(&attr);
      ++position_;
      Pattern* value = ParsePattern();
      if (value == nullptr) return nullptr;
      attrs.push_back(attr);
      values.push_back(value);
    } else {
      Pattern* pattern = ParsePattern();
      if (pattern == nullptr) return nullptr;
      if (attrs.empty()) {
        positional.Add(pattern);
      } else {
        misplaced.push_back(pattern);
      }
    }
    if (!Accept(TokenKind::kComma)) break;
  }
  if (!misplaced.empty()) {
    if (diagnosing_) {
      RaiseRange(misplaced.front()->span, misplaced.back()->span,
                 "positional patterns follow keyword patterns");
    }
    return nullptr;
  }
  if (!Accept(TokenKind::kRightParen)) return nullptr;
  auto* result = Make<MatchClass>(name->span);
  result->cls = name;
  result->patterns = positional.Take();
  result->kwd_attrs = arena_.CopySeq(attrs.data(), attrs.size());
  result->kwd_patterns = arena_.CopySeq(values.data(), values.size());
  Fit(result, name);
  for (const Pattern* pattern : result->patterns) Fit(result, pattern);
  for (const Pattern* pattern : result->kwd_patterns) Fit(result, pattern);
  return result;
}

}  // namespace heddle::syntax
