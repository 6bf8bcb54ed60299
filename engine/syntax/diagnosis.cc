// The second pass on wrong expressions. Each function recognises the mistakes of one of CPython's
// `invalid_…` rules, from position_ on; the caller restores it.
#include <string>

#include "syntax/parser_state.h"

namespace heddle::syntax {

const char* ExpressionName(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kAttribute: return "attribute";
    case NodeKind::kSubscript: return "subscript";
    case NodeKind::kStarred: return "starred";
    case NodeKind::kName: return "name";
    case NodeKind::kList: return "list";
    case NodeKind::kTuple: return "tuple";
    case NodeKind::kLambda: return "lambda";
    case NodeKind::kCall: return "function call";
    case NodeKind::kBoolOp:
    case NodeKind::kBinOp:
    case NodeKind::kUnaryOp: return "expression";
    case NodeKind::kGeneratorExp: return "generator expression";
    case NodeKind::kYield:
    case NodeKind::kYieldFrom: return "yield expression";
    case NodeKind::kAwait: return "await expression";
    case NodeKind::kListComp: return "list comprehension";
    case NodeKind::kSetComp: return "set comprehension";
    case NodeKind::kDictComp: return "dict comprehension";
    case NodeKind::kDict: return "dict literal";
    case NodeKind::kSet: return "set display";
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue: return "f-string expression";
    case NodeKind::kCompare: return "comparison";
    case NodeKind::kIfExp: return "conditional expression";
    case NodeKind::kNamedExpr: return "named expression";
    case NodeKind::kConstant:
      switch (expr->As<Constant>()->type) {
        case ConstantType::kNone: return "None";
        case ConstantType::kFalse: return "False";
        case ConstantType::kTrue: return "True";
        case ConstantType::kEllipsis: return "ellipsis";
        default: return "literal";
      }
    default: return "expression";
  }
}

namespace {

SourceSpan LastItem(const Comprehension* clause) {
  return clause->ifs.empty() ? clause->iter->span : clause->ifs.back()->span;
}

bool IsLegacyStatement(const Expr* expr) {
  return expr->Is<Name>() && (expr->As<Name>()->id == "print" || expr->As<Name>()->id == "exec");
}

}  // namespace

// CPython compares as many characters as the name has: `c` counts as `case`.
bool Parser::AtSoftKeywordPrefix() {
  if (!At(TokenKind::kName)) return false;
  std::string_view name = Text(Current());
  for (std::string_view keyword : {"_", "case", "match", "type"}) {
    if (keyword.substr(0, name.size()) == name) return true;
  }
  return false;
}

void Parser::DiagnoseExpression() {
  size_t mark = position_;
  bool prefix_like = At(TokenKind::kName) && KindAfter() == TokenKind::kString;
  if (!prefix_like && !AtSoftKeywordPrefix()) {
    Expr* left = ParseDisjunction();
    if (left != nullptr) {
      Expr* right = ParseExpressionQuietly();
      if (right != nullptr && !IsLegacyStatement(left) && Previous().level != 0) {
        RaiseRange(left->span, right->span, "invalid syntax. Perhaps you forgot a comma?");
      }
    }
  }
  position_ = mark;
  Expr* body = ParseDisjunction();
  if (body != nullptr && Accept(TokenKind::kIf)) {
    Expr* test = ParseDisjunction();
    if (test != nullptr && !At(TokenKind::kElse) && !At(TokenKind::kColon)) {
      RaiseRange(body->span, test->span, "expected 'else' after 'if' expression");
    }
  }
  position_ = mark;
  SourceSpan start = Here();
  if (Accept(TokenKind::kLambda) && ParseParameters(/*lambda=*/true) != nullptr) {
    SourceSpan colon = Here();
    if (Accept(TokenKind::kColon) && At(TokenKind::kFStringMiddle)) {
      RaiseRange(start, colon, "f-string: lambda expressions are not allowed without parentheses");
    }
  }
}

void Parser::DiagnoseLegacyExpression() {
  if (!At(TokenKind::kName)) return;
  Name* name = MakeName(Current());
  ++position_;
  if (At(TokenKind::kLeftParen)) return;
  // After any name: what follows may hold a mistake of its own.
  Expr* value = ParseStarExpressions();
  if (value == nullptr || !IsLegacyStatement(name)) return;
  std::string word(name->id);
  RaiseRange(name->span, value->span,
             "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
}

void Parser::DiagnoseNamedExpression() {
  size_t mark = position_;
  Expr* target = ParseExpression();
  if (target != nullptr && Accept(TokenKind::kColonEqual) && ParseExpression() != nullptr) {
    RaiseAt(target->span,
            std::string("cannot use assignment expressions with ") + ExpressionName(target));
  }
  auto not_chained = [this] { return !At(TokenKind::kEqual) && !At(TokenKind::kColonEqual); };
  position_ = mark;
  if (At(TokenKind::kName) && KindAfter() == TokenKind::kEqual) {
    SourceSpan name = Here();
    position_ += 2;
    Expr* value = ParseBitwiseOr();
    if (value != nullptr && not_chained()) {
      RaiseRange(name, value->span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
  }
  position_ = mark;
  if (At(TokenKind::kTrue) || At(TokenKind::kNone) || At(TokenKind::kFalse)) return;
  if (At(TokenKind::kLeftParen) || At(TokenKind::kLeftBracket)) {
    Expr* display = ParseAtom();
    if (display != nullptr && !display->parenthesized &&
        (display->Is<syntax::List>() || display->Is<Tuple>() || display->Is<GeneratorExp>())) {
      return;
    }
    position_ = mark;
  }
  target = ParseBitwiseOr();
  if (target != nullptr && Accept(TokenKind::kEqual) && ParseBitwiseOr() != nullptr &&
      not_chained()) {
    RaiseAt(target->span, std::string("cannot assign to ") + ExpressionName(target) +
                              " here. Maybe you meant '==' instead of '='?");
  }
}

// At the opening bracket.
void Parser::DiagnoseComprehension() {
  size_t mark = position_++;
  bool round = tokens_[mark].kind == TokenKind::kLeftParen;
  Seq<Comprehension*> clauses;
  if (At(TokenKind::kStar)) {
    Expr* starred = ParseStarredArgument();
    if (starred != nullptr && ParseForClauses(&clauses)) {
      RaiseAt(starred->span, "iterable unpacking cannot be used in comprehension");
    }
    position_ = mark + 1;
  }
  if (round) return;
  Expr* first = ParseStarNamedExpression();
  if (first == nullptr || !At(TokenKind::kComma)) return;
  size_t comma = position_++;
  List<Expr> rest(this);
  if (ParseStarNamedList(&rest) && ParseForClauses(&clauses)) {
    RaiseRange(first->span, rest.back()->span,
               "did you forget parentheses around the comprehension target?");
  }
  position_ = comma + 1;
  if (ParseForClauses(&clauses)) {
    RaiseRange(first->span, tokens_[comma].span,
               "did you forget parentheses around the comprehension target?");
  }
}

void Parser::DiagnoseDictComprehension() {
  ++position_;
  SourceSpan stars = Here();
  Seq<Comprehension*> clauses;
  if (Accept(TokenKind::kDoubleStar) && ParseBitwiseOr() != nullptr && ParseForClauses(&clauses) &&
      At(TokenKind::kRightBrace)) {
    RaiseAt(stars, "dict unpacking cannot be used in dict comprehension");
  }
}

void Parser::DiagnoseDictItems() {
  size_t mark = position_;
  Expr* key;
  Expr* value;
  bool any = false;
  while (ParseDictItem(&key, &value)) {
    any = true;
    if (!Accept(TokenKind::kComma)) {
      any = false;
      break;
    }
    mark = position_;
  }
  if (raised_) return;
  position_ = mark;
  if (any) return DiagnoseDictItem();
  key = ParseExpression();
  SourceSpan colon = Here();
  if (key == nullptr || !Accept(TokenKind::kColon)) return;
  SourceSpan star = Here();
  if (Accept(TokenKind::kStar)) {
    if (ParseBitwiseOr() != nullptr) {
      RaiseFrom(star, "cannot use a starred expression in a dictionary value");
    }
  } else if (At(TokenKind::kRightBrace) || At(TokenKind::kComma)) {
    RaiseAt(colon, "expression expected after dictionary key and ':'");
  }
}

// An item that is not the first.
void Parser::DiagnoseDictItem() {
  Expr* key = ParseExpressionQuietly();
  if (key == nullptr) return;
  SourceSpan colon = Here();
  if (!Accept(TokenKind::kColon)) {
    SourceSpan span = key->span;
    SyntaxError error = LocatedError(ErrorKind::kSyntaxError, "':' expected after dictionary key",
                                     static_cast<int>(span.line), static_cast<int>(span.end_col),
                                     static_cast<int>(span.end_line), 0);
    return SetError(std::move(error));
  }
  SourceSpan star = Here();
  if (Accept(TokenKind::kStar)) {
    if (ParseBitwiseOr() != nullptr) {
      RaiseFrom(star, "cannot use a starred expression in a dictionary value");
    }
  } else if (At(TokenKind::kRightBrace) || At(TokenKind::kComma)) {
    RaiseAt(colon, "expression expected after dictionary key and ':'");
  }
}

void Parser::DiagnoseArguments() {
  size_t mark = position_;
  CallArguments args;
  if (ParseArgumentList(&args) && !args.keywords.empty()) {
    SourceSpan comma = Here();
    if (Accept(TokenKind::kComma) && ParseStarredArgument() != nullptr && !At(TokenKind::kEqual)) {
      return RaiseFrom(comma, "iterable argument unpacking follows keyword argument unpacking");
    }
  }
  position_ = mark;
  Seq<Comprehension*> clauses;
  Expr* element = ParseExpression();
  if (element != nullptr && AtComprehension() && ParseForClauses(&clauses) &&
      Accept(TokenKind::kComma)) {
    CallArguments rest;
    size_t before = position_;
    if (!ParseArgumentList(&rest)) {
      position_ = before;
      Seq<Comprehension*> more;
      if (ParseExpression() != nullptr) ParseForClauses(&more);
    }
    return RaiseRange(element->span, LastItem(clauses.back()),
                      "Generator expression must be parenthesized");
  }
  position_ = mark;
  if (At(TokenKind::kName) && KindAfter() == TokenKind::kEqual) {
    SourceSpan name = Here();
    ++position_;
    SourceSpan equal = Here();
    ++position_;
    if (ParseExpression() != nullptr && AtComprehension() && ParseForClauses(&clauses)) {
      return RaiseRange(name, equal,
                        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
  }
  position_ = mark;
  if (!(ParseArgumentList(&args) && Accept(TokenKind::kComma))) position_ = mark;
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (At(TokenKind::kName) && KindAfter() == TokenKind::kEqual) {
      SourceSpan name = Here();
      ++position_;
      SourceSpan equal = Here();
      ++position_;
      if (At(TokenKind::kComma) || At(TokenKind::kRightParen)) {
        return RaiseRange(name, equal, "expected argument value expression");
      }
    }
    position_ = mark;
  }
  args = {};
  if (!ParseArgumentList(&args)) return;
  size_t after_args = position_;
  if (AtComprehension() && ParseForClauses(&clauses) && args.args.size() > 1) {
    return RaiseRange(args.args.back()->span, LastItem(clauses.back()),
                      "Generator expression must be parenthesized");
  }
  position_ = after_args;
  if (!Accept(TokenKind::kComma)) return;
  size_t next = position_;
  element = ParseExpression();
  if (element != nullptr && AtComprehension() && ParseForClauses(&clauses)) {
    return RaiseRange(element->span, LastItem(clauses.back()),
                      "Generator expression must be parenthesized");
  }
  position_ = next;
  CallArguments more;
  if (!ParseArgumentList(&more)) return;
  bool unpacking = false;
  for (const Keyword* keyword : args.keywords) unpacking = unpacking || keyword->arg.empty();
  RaiseHere(unpacking ? "positional argument follows keyword argument unpacking"
                      : "positional argument follows keyword argument");
}

void Parser::DiagnoseKeyword() {
  size_t mark = position_;
  SourceSpan start = Here();
  if (At(TokenKind::kTrue) || At(TokenKind::kFalse) || At(TokenKind::kNone)) {
    std::string word(Text(Current()));
    ++position_;
    if (At(TokenKind::kEqual)) return RaiseRange(start, Here(), "cannot assign to " + word);
    position_ = mark;
  }
  Seq<Comprehension*> clauses;
  if (At(TokenKind::kName) && KindAfter() == TokenKind::kEqual) {
    ++position_;
    SourceSpan equal = Here();
    ++position_;
    if (ParseExpression() != nullptr && AtComprehension() && ParseForClauses(&clauses)) {
      RaiseRange(start, equal, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    return;
  }
  Expr* expr = ParseExpression();
  if (expr != nullptr && At(TokenKind::kEqual)) {
    return RaiseRange(expr->span, Here(),
                      "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
  position_ = mark;
  if (Accept(TokenKind::kDoubleStar) && ParseExpression() != nullptr && Accept(TokenKind::kEqual)) {
    Expr* value = ParseExpression();
    if (value != nullptr) {
      RaiseRange(start, value->span, "cannot assign to keyword argument unpacking");
    }
  }
}

void Parser::DiagnoseForClause() {
  Accept(TokenKind::kAsync);
  if (!Accept(TokenKind::kFor)) return;
  size_t mark = position_;
  Expr* target;
  do {
    target = ParseBitwiseOr();
    if (target == nullptr) break;
    mark = position_;
  } while (Accept(TokenKind::kComma));
  if (target == nullptr && position_ == mark) return;
  if (!At(TokenKind::kIn)) RaiseHere("'in' expected after for-loop variables");
}

void Parser::DiagnoseForTarget() {
  Accept(TokenKind::kAsync);
  if (!Accept(TokenKind::kFor)) return;
  Expr* target = ParseStarExpressions();
  if (target != nullptr) RaiseInvalidTarget(TargetUse::kFor, target);
}

}  // namespace heddle::syntax
