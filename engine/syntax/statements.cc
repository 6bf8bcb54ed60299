// Simple statements, assignments and imports.
#include <string>

#include "syntax/parser_state.h"

namespace heddle::syntax {
namespace {

bool AugmentedOperator(TokenKind kind, Operator* op) {
  switch (kind) {
    case TokenKind::kPlusEqual: *op = Operator::kAdd; return true;
    case TokenKind::kMinusEqual: *op = Operator::kSub; return true;
    case TokenKind::kStarEqual: *op = Operator::kMult; return true;
    case TokenKind::kAtEqual: *op = Operator::kMatMult; return true;
    case TokenKind::kSlashEqual: *op = Operator::kDiv; return true;
    case TokenKind::kPercentEqual: *op = Operator::kMod; return true;
    case TokenKind::kAmpersandEqual: *op = Operator::kBitAnd; return true;
    case TokenKind::kBarEqual: *op = Operator::kBitOr; return true;
    case TokenKind::kCaretEqual: *op = Operator::kBitXor; return true;
    case TokenKind::kLeftShiftEqual: *op = Operator::kLShift; return true;
    case TokenKind::kRightShiftEqual: *op = Operator::kRShift; return true;
    case TokenKind::kDoubleStarEqual: *op = Operator::kPow; return true;
    case TokenKind::kDoubleSlashEqual: *op = Operator::kFloorDiv; return true;
    default: return false;
  }
}

}  // namespace

bool Parser::ParseRoot() {
  switch (options_.mode) {
    case ParseMode::kExec: {
      List<Stmt> body(this);
      ParseStatements(&body);
      if (!At(TokenKind::kEndMarker)) return false;
      auto* module = arena_.New<Module>();
      module->body = body.Take();
      result_.module = module;
      return true;
    }
    case ParseMode::kEval: {
      SourceSpan start = Here();
      Expr* expr = ParseExpression();
      if (expr == nullptr) return false;
      if (At(TokenKind::kComma)) {
        List<Expr> items(this);
        items.Add(expr);
        while (Accept(TokenKind::kComma)) {
          size_t mark = position_;
          Expr* item = ParseExpression();
          if (item == nullptr) {
            position_ = mark;
            break;
          }
          items.Add(item);
        }
        auto* tuple = Make<Tuple>(start);
        tuple->elts = items.Take();
        FitAll(tuple, tuple->elts);
        expr = tuple;
      }
      while (Accept(TokenKind::kNewline)) {
      }
      if (!At(TokenKind::kEndMarker)) return false;
      auto* expression = arena_.New<Expression>();
      expression->body = expr;
      result_.expression = expression;
      return true;
    }
    case ParseMode::kSingle: {
      SourceSpan start = Here();
      List<Stmt> body(this);
      if (Accept(TokenKind::kNewline)) {
        body.Add(Make<Pass>(start));
      } else if (Stmt* compound = ParseCompound(); compound != nullptr) {
        body.Add(compound);
        if (!Accept(TokenKind::kNewline) && !At(TokenKind::kEndMarker)) return false;
      } else {
        position_ = 0;
        if (raised_ || !ParseSimpleStatements(&body)) return false;
      }
      if (MoreStatements()) {
        RaiseHere("multiple statements found while compiling a single statement");
        return false;
      }
      auto* interactive = arena_.New<Interactive>();
      interactive->body = body.Take();
      result_.interactive = interactive;
      return true;
    }
  }
  return false;
}

// Whether more than line ends follow.
bool Parser::MoreStatements() const {
  size_t at = position_;
  while (tokens_[at].kind == TokenKind::kNewline || tokens_[at].kind == TokenKind::kDedent) ++at;
  return tokens_[at].kind != TokenKind::kEndMarker;
}

bool Parser::ParseStatements(List<Stmt>* out) {
  size_t mark = position_;
  while (ParseStatement(out)) mark = position_;
  position_ = mark;
  return out->size() > 0;
}

bool Parser::ParseStatement(List<Stmt>* out) {
  TokenKind kind = Kind();
  if (kind == TokenKind::kEndMarker || kind == TokenKind::kDedent || kind == TokenKind::kIndent ||
      kind == TokenKind::kError) {
    return false;
  }
  size_t mark = position_;
  Stmt* compound = ParseCompound();
  if (compound != nullptr) {
    out->Add(compound);
    return !raised_;
  }
  position_ = mark;
  return ParseSimpleStatements(out);
}

Stmt* Parser::ParseCompound() {
  SourceSpan start = Here();
  switch (Kind()) {
    case TokenKind::kDef: return ParseFunction(false, start, {});
    case TokenKind::kAt: return ParseDecorated();
    case TokenKind::kAsync:
      switch (KindAfter()) {
        case TokenKind::kDef: ++position_; return ParseFunction(true, start, {});
        case TokenKind::kWith: ++position_; return ParseWith(true, start);
        case TokenKind::kFor: ++position_; return ParseFor(true, start);
        default: return nullptr;
      }
    case TokenKind::kIf: return ParseIf();
    case TokenKind::kClass: return ParseClass(start, {});
    case TokenKind::kWith: return ParseWith(false, start);
    case TokenKind::kFor: return ParseFor(false, start);
    case TokenKind::kTry: return ParseTry();
    case TokenKind::kWhile: return ParseWhile();
    case TokenKind::kName: return AtSoftKeyword("match") ? ParseMatch() : nullptr;
    default: return nullptr;
  }
}

bool Parser::ParseSimpleStatements(List<Stmt>* out) {
  do {
    if (At(TokenKind::kNewline)) break;
    Stmt* statement = ParseSimple();
    if (statement == nullptr) return false;
    out->Add(statement);
  } while (Accept(TokenKind::kSemicolon));
  return Accept(TokenKind::kNewline) && !raised_;
}

Stmt* Parser::ParseSimple() {
  SourceSpan start = Here();
  switch (Kind()) {
    case TokenKind::kReturn: return ParseReturn();
    case TokenKind::kImport: return ParseImport();
    case TokenKind::kFrom: return ParseImportFrom();
    case TokenKind::kRaise: return ParseRaise();
    case TokenKind::kPass: ++position_; return Make<Pass>(start);
    case TokenKind::kBreak: ++position_; return Make<Break>(start);
    case TokenKind::kContinue: ++position_; return Make<Continue>(start);
    case TokenKind::kDel: return ParseDel();
    case TokenKind::kAssert: return ParseAssert();
    case TokenKind::kGlobal: return ParseNameList<Global>();
    case TokenKind::kNonlocal: return ParseNameList<Nonlocal>();
    case TokenKind::kName:
      if (AtSoftKeyword("type") && KindAfter() == TokenKind::kName) {
        size_t mark = position_;
        Stmt* alias = ParseTypeAlias();
        if (alias != nullptr) return alias;
        position_ = mark;
      }
      return ParseAssignmentOrExpression();
    default: return ParseAssignmentOrExpression();
  }
}

Expr* Parser::ParseAnnotatedRhs() {
  return At(TokenKind::kYield) ? ParseYield() : ParseStarExpressions();
}

// The first pass reads an expression and turns it into a target when `=` or the like follows.
Stmt* Parser::ParseAssignmentOrExpression() {
  size_t mark = position_;
  if (second_pass_) {
    Stmt* assignment = ParseAssignmentStrictly();
    if (assignment != nullptr || raised_) return assignment;
    position_ = mark;
    return ParseExpressionStatement();
  }
  SourceSpan start = Here();
  Expr* first = ParseAnnotatedRhs();
  if (first == nullptr) return nullptr;
  Operator op;
  if (At(TokenKind::kEqual)) {
    List<Expr> targets(this);
    Expr* value = first;
    while (Accept(TokenKind::kEqual)) {
      if (!IsTarget(value) || (value->parenthesized && value->Is<Starred>())) return nullptr;
      SetContext(value, ExprContext::kStore);
      targets.Add(value);
      value = ParseAnnotatedRhs();
      if (value == nullptr) return nullptr;
    }
    auto* assign = Make<Assign>(start);
    assign->targets = targets.Take();
    assign->value = value;
    return assign;
  }
  bool single = first->Is<Name>() || first->Is<Attribute>() || first->Is<Subscript>();
  if (At(TokenKind::kColon)) {
    if (!single) return nullptr;
    return FinishAnnotation(start, first, first->Is<Name>() && !first->parenthesized);
  }
  if (AugmentedOperator(Kind(), &op)) return single ? FinishAugmented(start, first) : nullptr;
  auto* statement = Make<ExprStmt>(start);
  statement->value = first;
  return statement;
}

Stmt* Parser::ParseExpressionStatement() {
  SourceSpan start = Here();
  Expr* value = ParseAnnotatedRhs();
  if (value == nullptr) return nullptr;
  auto* statement = Make<ExprStmt>(start);
  statement->value = value;
  return statement;
}

// At ':'.
Stmt* Parser::FinishAnnotation(const SourceSpan& start, Expr* target, bool simple) {
  ++position_;
  Expr* annotation = ParseExpression();
  if (annotation == nullptr) return nullptr;
  Expr* value = nullptr;
  if (At(TokenKind::kEqual)) {
    size_t mark = position_++;
    value = ParseAnnotatedRhs();
    if (value == nullptr) position_ = mark;
  }
  SetContext(target, ExprContext::kStore);
  auto* statement = Make<AnnAssign>(start);
  statement->target = target;
  statement->annotation = annotation;
  statement->value = value;
  statement->simple = simple;
  return statement;
}

// At the operator.
Stmt* Parser::FinishAugmented(const SourceSpan& start, Expr* target) {
  Operator op = Operator::kAdd;
  AugmentedOperator(Kind(), &op);
  ++position_;
  Expr* value = ParseAnnotatedRhs();
  if (value == nullptr) return nullptr;
  SetContext(target, ExprContext::kStore);
  auto* statement = Make<AugAssign>(start);
  statement->target = target;
  statement->op = op;
  statement->value = value;
  return statement;
}

// The alternatives of CPython's `assignment`, in its order.
Stmt* Parser::ParseAssignmentStrictly() {
  size_t mark = position_;
  SourceSpan start = Here();
  if (At(TokenKind::kName) && KindAfter() == TokenKind::kColon) {
    Name* name = MakeName(Current());
    ++position_;
    Stmt* statement = FinishAnnotation(start, name, true);
    if (statement != nullptr || raised_) return statement;
    position_ = mark;
  }
  Expr* single = ParseSingleTarget();
  if (single != nullptr && At(TokenKind::kColon) &&
      (!single->Is<Name>() || single->parenthesized)) {
    Stmt* statement = FinishAnnotation(start, single, false);
    if (statement != nullptr || raised_) return statement;
  }
  position_ = mark;
  List<Expr> targets(this);
  while (true) {
    size_t before = position_;
    Expr* target = ParseStarTargets();
    if (target == nullptr || !Accept(TokenKind::kEqual)) {
      position_ = before;
      break;
    }
    targets.Add(target);
  }
  if (targets.size() > 0) {
    Expr* value = ParseAnnotatedRhs();
    if (value != nullptr && !At(TokenKind::kEqual)) {
      auto* assign = Make<Assign>(start);
      assign->targets = targets.Take();
      assign->value = value;
      return assign;
    }
  }
  position_ = mark;
  single = ParseSingleTarget();
  Operator op;
  if (single != nullptr && AugmentedOperator(Kind(), &op)) return FinishAugmented(start, single);
  if (diagnosing_ && !raised_) {
    position_ = mark;
    DiagnoseAssignment();
  }
  return nullptr;
}

// list | tuple, in any number of parentheses.
Expr* Parser::ParseAnnotationTargetForError() {
  Expr* expr = nullptr;
  if (At(TokenKind::kLeftParen) || At(TokenKind::kLeftBracket)) expr = ParseAtom();
  if (expr == nullptr || (!expr->Is<syntax::List>() && !expr->Is<Tuple>())) return nullptr;
  return expr;
}

void Parser::DiagnoseAssignment() {
  size_t mark = position_;
  Expr* target = ParseAnnotationTargetForError();
  if (target != nullptr && Accept(TokenKind::kColon) && ParseExpression() != nullptr) {
    RaiseAt(target->span, std::string("only single target (not ") + ExpressionName(target) +
                              ") can be annotated");
  }
  position_ = mark;
  target = ParseStarNamedExpression();
  if (target != nullptr && Accept(TokenKind::kComma)) {
    List<Expr> rest(this);
    size_t before = position_;
    if (!ParseStarNamedList(&rest)) position_ = before;
    if (Accept(TokenKind::kColon) && ParseExpression() != nullptr) {
      RaiseAt(target->span, "only single target (not tuple) can be annotated");
    }
  }
  position_ = mark;
  target = ParseExpression();
  if (target != nullptr && Accept(TokenKind::kColon) && ParseExpression() != nullptr) {
    RaiseAt(target->span, "illegal target for annotation");
  }
  position_ = mark;
  while (true) {
    size_t before = position_;
    if (ParseStarTargets() != nullptr && Accept(TokenKind::kEqual)) continue;
    position_ = before;
    break;
  }
  size_t last = position_;
  target = ParseStarExpressions();
  if (target != nullptr && At(TokenKind::kEqual)) RaiseInvalidTarget(TargetUse::kStar, target);
  position_ = last;
  if (At(TokenKind::kYield)) {
    target = ParseYield();
    if (target != nullptr && At(TokenKind::kEqual)) {
      RaiseAt(target->span, "assignment to yield expression not possible");
    }
  }
  position_ = mark;
  target = ParseStarExpressions();
  Operator op;
  if (target != nullptr && AugmentedOperator(Kind(), &op)) {
    ++position_;
    if (ParseAnnotatedRhs() != nullptr) {
      RaiseAt(target->span, std::string("'") + ExpressionName(target) +
                                "' is an illegal expression for augmented assignment");
    }
  }
}

Stmt* Parser::ParseReturn() {
  SourceSpan start = Here();
  size_t mark = ++position_;
  Expr* value = At(TokenKind::kNewline) ? nullptr : ParseStarExpressions();
  if (value == nullptr) position_ = mark;
  auto* statement = Make<Return>(start);
  statement->value = value;
  return statement;
}

Stmt* Parser::ParseRaise() {
  SourceSpan start = Here();
  size_t mark = ++position_;
  Expr* exc = At(TokenKind::kNewline) ? nullptr : ParseExpression();
  Expr* cause = nullptr;
  if (exc == nullptr) {
    position_ = mark;
  } else if (At(TokenKind::kFrom)) {
    size_t before = position_++;
    cause = ParseExpression();
    if (cause == nullptr) position_ = before;
  }
  auto* statement = Make<syntax::Raise>(start);
  statement->exc = exc;
  statement->cause = cause;
  return statement;
}

Stmt* Parser::ParseDel() {
  SourceSpan start = Here();
  size_t mark = ++position_;
  List<Expr> targets(this);
  bool valid = true;
  while (true) {
    Expr* target = ParsePrimary();
    valid = target != nullptr && IsTarget(target) && !target->Is<Starred>();
    if (!valid) break;
    SetContext(target, ExprContext::kDel);
    targets.Add(target);
    if (!Accept(TokenKind::kComma)) break;
    if (At(TokenKind::kNewline) || At(TokenKind::kSemicolon)) break;
  }
  if (valid && (At(TokenKind::kNewline) || At(TokenKind::kSemicolon))) {
    auto* statement = Make<Delete>(start);
    statement->targets = targets.Take();
    return statement;
  }
  if (diagnosing_) {
    position_ = mark;
    Expr* target = ParseStarExpressions();
    if (target != nullptr) RaiseInvalidTarget(TargetUse::kDelete, target);
  }
  return nullptr;
}

Stmt* Parser::ParseAssert() {
  SourceSpan start = Here();
  ++position_;
  Expr* test = ParseExpression();
  if (test == nullptr) return nullptr;
  Expr* message = nullptr;
  if (At(TokenKind::kComma)) {
    size_t mark = position_++;
    message = ParseExpression();
    if (message == nullptr) position_ = mark;
  }
  auto* statement = Make<Assert>(start);
  statement->test = test;
  statement->msg = message;
  return statement;
}

template <typename T>
Stmt* Parser::ParseNameList() {
  SourceSpan start = Here();
  ++position_;
  std::vector<Identifier> names;
  Identifier name;
  do {
    if (!AcceptName(&name)) {
      if (names.empty()) return nullptr;
      --position_;
      break;
    }
    names.push_back(name);
  } while (Accept(TokenKind::kComma));
  auto* statement = Make<T>(start);
  statement->names = arena_.CopySeq(names.data(), names.size());
  return statement;
}

bool Parser::ParseDottedName(Identifier* name) {
  if (!AcceptName(name)) return false;
  if (!At(TokenKind::kDot)) return true;
  std::string dotted(*name);
  while (At(TokenKind::kDot) && KindAfter() == TokenKind::kName) {
    ++position_;
    Identifier part;
    AcceptName(&part);
    dotted += '.';
    dotted += part;
  }
  *name = Intern(dotted);
  return true;
}

Alias* Parser::ParseDottedAlias() {
  SourceSpan start = Here();
  Identifier name, asname;
  if (!ParseDottedName(&name)) return nullptr;
  if (At(TokenKind::kAs)) {
    size_t mark = position_++;
    if (!AcceptName(&asname)) position_ = mark;
  }
  auto* alias = Make<Alias>(start);
  alias->name = name;
  alias->asname = asname;
  return alias;
}

Stmt* Parser::ParseImport() {
  SourceSpan start = Here();
  ++position_;
  if (diagnosing_) {
    size_t mark = position_;
    Identifier name;
    bool names = ParseDottedName(&name);
    while (names && Accept(TokenKind::kComma)) names = ParseDottedName(&name);
    if (names && Accept(TokenKind::kFrom) && ParseDottedName(&name)) {
      RaiseFrom(start, "Did you mean to use 'from ... import ...' instead?");
    }
    position_ = mark;
  }
  if (diagnosing_ && At(TokenKind::kNewline)) {
    RaiseFrom(Here(), "Expected one or more names after 'import'");
  }
  List<Alias> names(this);
  do {
    Alias* alias = ParseDottedAlias();
    if (alias == nullptr) {
      if (names.size() == 0) return nullptr;
      --position_;
      break;
    }
    names.Add(alias);
  } while (Accept(TokenKind::kComma));
  auto* statement = Make<Import>(start);
  statement->names = names.Take();
  return statement;
}

Stmt* Parser::ParseImportFrom() {
  SourceSpan start = Here();
  ++position_;
  int level = 0;
  while (At(TokenKind::kDot) || At(TokenKind::kEllipsis)) {
    level += At(TokenKind::kDot) ? 1 : 3;
    ++position_;
  }
  Identifier module;
  if (At(TokenKind::kName)) {
    if (!ParseDottedName(&module)) return nullptr;
  } else if (level == 0) {
    return nullptr;
  }
  if (!Accept(TokenKind::kImport)) return nullptr;
  List<Alias> names(this);
  if (!ParseImportTargets(&names)) return nullptr;
  auto* statement = Make<ImportFrom>(start);
  statement->module = module;
  statement->names = names.Take();
  statement->level = level;
  return statement;
}

Alias* Parser::ParseImportedName() {
  SourceSpan start = Here();
  Identifier name, asname;
  if (!AcceptName(&name)) return nullptr;
  if (At(TokenKind::kAs)) {
    size_t mark = position_++;
    if (!AcceptName(&asname)) position_ = mark;
  }
  auto* alias = Make<Alias>(start);
  alias->name = name;
  alias->asname = asname;
  return alias;
}

bool Parser::ParseImportTargets(List<Alias>* names) {
  SourceSpan start = Here();
  if (Accept(TokenKind::kStar)) {
    auto* alias = Make<Alias>(start);
    alias->name = Intern("*");
    names->Add(alias);
    return true;
  }
  bool parenthesized = Accept(TokenKind::kLeftParen);
  while (true) {
    Alias* alias = ParseImportedName();
    if (alias == nullptr) break;
    names->Add(alias);
    if (!Accept(TokenKind::kComma)) break;
    if (parenthesized && At(TokenKind::kRightParen)) break;
    if (!parenthesized && At(TokenKind::kNewline)) {
      if (diagnosing_) {
        RaiseHere("trailing comma not allowed without surrounding parentheses");
      }
      return false;
    }
  }
  if (diagnosing_ && !parenthesized && names->size() == 0 && At(TokenKind::kNewline)) {
    RaiseFrom(Here(), "Expected one or more names after 'import'");
  }
  return names->size() > 0 && (!parenthesized || Accept(TokenKind::kRightParen));
}

Stmt* Parser::ParseTypeAlias() {
  SourceSpan start = Here();
  ++position_;
  Name* name = MakeName(Current());
  name->ctx = ExprContext::kStore;
  ++position_;
  Seq<TypeParam*> params;
  if (At(TokenKind::kLeftBracket) && !ParseTypeParams(&params)) return nullptr;
  if (!Accept(TokenKind::kEqual)) return nullptr;
  Expr* value = ParseExpression();
  if (value == nullptr) return nullptr;
  auto* alias = Make<TypeAlias>(start);
  alias->name = name;
  alias->type_params = params;
  alias->value = value;
  return alias;
}

// '[' … ']'
bool Parser::ParseTypeParams(Seq<TypeParam*>* params) {
  ++position_;
  if (diagnosing_ && At(TokenKind::kRightBracket)) {
    RaiseFrom(Here(), "Type parameter list cannot be empty");
  }
  List<TypeParam> list(this);
  while (!At(TokenKind::kRightBracket)) {
    TypeParam* param = ParseTypeParam();
    if (param == nullptr) return false;
    list.Add(param);
    if (!Accept(TokenKind::kComma)) break;
  }
  *params = list.Take();
  return !params->empty() && Accept(TokenKind::kRightBracket);
}

TypeParam* Parser::ParseTypeParam() {
  SourceSpan start = Here();
  TokenKind form = Kind();
  bool starred = form == TokenKind::kStar || form == TokenKind::kDoubleStar;
  if (starred) ++position_;
  Identifier name;
  if (!AcceptName(&name)) return nullptr;
  Expr* bound = nullptr;
  if (At(TokenKind::kColon)) {
    SourceSpan colon = Here();
    size_t mark = position_++;
    bound = ParseExpression();
    if (bound == nullptr) {
      position_ = mark;
    } else if (starred) {
      if (diagnosing_) {
        RaiseFrom(colon, std::string("cannot use ") +
                             (bound->Is<Tuple>() ? "constraints" : "bound") + " with " +
                             (form == TokenKind::kStar ? "TypeVarTuple" : "ParamSpec"));
      }
      return nullptr;
    }
  }
  Expr* default_value = nullptr;
  if (At(TokenKind::kEqual)) {
    size_t mark = position_++;
    default_value = form == TokenKind::kStar ? ParseStarExpression() : ParseExpression();
    if (default_value == nullptr) position_ = mark;
  }
  if (form == TokenKind::kStar) {
    auto* tuple = Make<TypeVarTuple>(start);
    tuple->name = name;
    tuple->default_value = default_value;
    return tuple;
  }
  if (form == TokenKind::kDoubleStar) {
    auto* spec = Make<ParamSpec>(start);
    spec->name = name;
    spec->default_value = default_value;
    return spec;
  }
  auto* variable = Make<TypeVar>(start);
  variable->name = name;
  variable->bound = bound;
  variable->default_value = default_value;
  return variable;
}

}  // namespace heddle::syntax
