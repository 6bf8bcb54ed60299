// Statements with blocks.
#include <string>

#include "syntax/parser_state.h"

namespace heddle::syntax {

// NEWLINE INDENT statements DEDENT | simple statements on the same line.
bool Parser::ParseBlock(Seq<Stmt*>* body) {
  List<Stmt> statements(this);
  if (!Accept(TokenKind::kNewline)) {
    if (!ParseSimpleStatements(&statements)) return false;
  } else {
    if (!Accept(TokenKind::kIndent)) {
      if (diagnosing_) RaiseIndentation("expected an indented block");
      return false;
    }
    if (!ParseStatements(&statements) || !Accept(TokenKind::kDedent)) return false;
  }
  *body = statements.Take();
  return true;
}

void Parser::DiagnoseHeader(const char* what, uint32_t line, bool missing_colon) {
  if (!diagnosing_ || raised_) return;
  if (At(TokenKind::kNewline)) {
    if (missing_colon) RaiseHere("expected ':'");
    return;
  }
  size_t mark = position_;
  if (Accept(TokenKind::kColon) && Accept(TokenKind::kNewline) && !At(TokenKind::kIndent)) {
    RaiseIndentation(std::string("expected an indented block after ") + what + " on line " +
                     std::to_string(line));
  }
  position_ = mark;
}

// A chain of `elif` is read in a loop; each one becomes the `orelse` of the one before.
Stmt* Parser::ParseIf() {
  If* first = nullptr;
  std::vector<If*> chain;
  const char* what = "'if' statement";
  while (At(TokenKind::kIf) || (first != nullptr && At(TokenKind::kElif))) {
    if (first != nullptr) what = "'elif' statement";
    SourceSpan start = Here();
    ++position_;
    Expr* test = ParseNamedExpression();
    if (test == nullptr) return nullptr;
    DiagnoseHeader(what, start.line, true);
    auto* statement = arena_.New<If>();
    statement->span = start;
    statement->test = test;
    if (!Accept(TokenKind::kColon) || !ParseBlock(&statement->body)) return nullptr;
    if (first == nullptr) first = statement;
    chain.push_back(statement);
    if (!At(TokenKind::kElif)) break;
  }
  If* last = chain.back();
  if (At(TokenKind::kElse) && !ParseElse(&last->orelse)) return nullptr;
  EndBlock(last);
  const SourceSpan end = last->span;
  for (size_t i = chain.size(); i-- > 0;) {
    chain[i]->span.end_line = end.end_line;
    chain[i]->span.end_col = end.end_col;
    if (i + 1 < chain.size()) {
      Stmt* next = chain[i + 1];
      chain[i]->orelse = arena_.CopySeq(&next, 1);
    }
  }
  return first;
}

bool Parser::ParseElse(Seq<Stmt*>* body) {
  uint32_t line = Here().line;
  ++position_;
  DiagnoseHeader("'else' statement", line, false);
  return ExpectForced(TokenKind::kColon, ":") && ParseBlock(body);
}

// Ends the span of a node with a block: at the last token of the block.
void Parser::EndBlock(Node* node) {
  size_t last = position_ - 1;
  while (tokens_[last].kind == TokenKind::kNewline || tokens_[last].kind == TokenKind::kDedent) {
    --last;
  }
  node->span.end_line = tokens_[last].span.end_line;
  node->span.end_col = tokens_[last].span.end_col;
}

Stmt* Parser::ParseWhile() {
  SourceSpan start = Here();
  ++position_;
  Expr* test = ParseNamedExpression();
  if (test == nullptr) return nullptr;
  DiagnoseHeader("'while' statement", start.line, true);
  auto* statement = arena_.New<While>();
  statement->span = start;
  statement->test = test;
  if (!Accept(TokenKind::kColon) || !ParseBlock(&statement->body)) return nullptr;
  if (At(TokenKind::kElse) && !ParseElse(&statement->orelse)) return nullptr;
  EndBlock(statement);
  return statement;
}

Stmt* Parser::ParseFor(bool async, const SourceSpan& start) {
  size_t mark = position_;
  uint32_t line = Here().line;
  ++position_;
  ForBase* statement = arena_.New<For>();
  if (async) statement = arena_.New<AsyncFor>();
  statement->span = start;
  statement->target = ParseStarTargets();
  if (statement->target == nullptr || !Accept(TokenKind::kIn)) {
    if (diagnosing_ && !raised_) {
      position_ = mark;
      DiagnoseForTarget();
    }
    return nullptr;
  }
  statement->iter = ParseStarExpressions();
  if (statement->iter == nullptr) return nullptr;
  DiagnoseHeader("'for' statement", line, true);
  if (!Accept(TokenKind::kColon) || !ParseBlock(&statement->body)) return nullptr;
  if (At(TokenKind::kElse) && !ParseElse(&statement->orelse)) return nullptr;
  EndBlock(statement);
  return statement;
}

WithItem* Parser::ParseWithItem() {
  SourceSpan start = Here();
  Expr* context = ParseExpression();
  if (context == nullptr) return nullptr;
  Expr* target = nullptr;
  if (At(TokenKind::kAs)) {
    size_t mark = position_++;
    target = ParseStarTarget();
    bool ends = At(TokenKind::kComma) || At(TokenKind::kRightParen) || At(TokenKind::kColon);
    if (target == nullptr || !ends) {
      target = nullptr;
      if (diagnosing_ && !raised_) {
        position_ = mark + 1;
        Expr* wrong = ParseExpression();
        if (wrong != nullptr &&
            (At(TokenKind::kComma) || At(TokenKind::kRightParen) || At(TokenKind::kColon))) {
          RaiseInvalidTarget(TargetUse::kStar, wrong);
        }
      }
      position_ = mark;
    }
  }
  auto* item = Make<WithItem>(start);
  item->context_expr = context;
  item->optional_vars = target;
  return item;
}

bool Parser::ParseWithItems(bool in_parens, List<WithItem>* items) {
  if (in_parens && !Accept(TokenKind::kLeftParen)) return false;
  do {
    if (in_parens && items->size() > 0 && At(TokenKind::kRightParen)) break;
    WithItem* item = ParseWithItem();
    if (item == nullptr) return false;
    items->Add(item);
  } while (Accept(TokenKind::kComma));
  if (in_parens && !Accept(TokenKind::kRightParen)) return false;
  return At(TokenKind::kColon);
}

// The header, read once more to say what is missing after it.
void Parser::DiagnoseWith(bool async, const SourceSpan& start) {
  size_t mark = position_;
  uint32_t line = async ? Here().line : start.line;
  for (bool in_parens : {false, true}) {
    position_ = mark + 1;
    if (in_parens && !Accept(TokenKind::kLeftParen)) break;
    bool matched = false;
    while (true) {
      if (in_parens && matched && At(TokenKind::kRightParen)) break;
      matched = ParseExpression() != nullptr;
      if (!matched) break;
      if (At(TokenKind::kAs)) {
        size_t before = position_++;
        if (ParseStarTarget() == nullptr) position_ = before;
      }
      if (!Accept(TokenKind::kComma)) break;
    }
    if (matched && (!in_parens || Accept(TokenKind::kRightParen))) {
      DiagnoseHeader("'with' statement", line, true);
    }
  }
  position_ = mark;
}

Stmt* Parser::ParseWith(bool async, const SourceSpan& start) {
  size_t mark = position_;
  if (diagnosing_) DiagnoseWith(async, start);
  ++position_;
  WithBase* statement = arena_.New<With>();
  if (async) statement = arena_.New<AsyncWith>();
  statement->span = start;
  {
    List<WithItem> items(this);
    if (ParseWithItems(/*in_parens=*/true, &items)) statement->items = items.Take();
  }
  if (statement->items.empty()) {
    position_ = mark + 1;
    List<WithItem> items(this);
    if (!ParseWithItems(/*in_parens=*/false, &items)) return nullptr;
    statement->items = items.Take();
  }
  if (!Accept(TokenKind::kColon) || !ParseBlock(&statement->body)) return nullptr;
  EndBlock(statement);
  return statement;
}

Stmt* Parser::ParseTry() {
  SourceSpan start = Here();
  ++position_;
  DiagnoseHeader("'try' statement", start.line, false);
  if (!ExpectForced(TokenKind::kColon, ":")) return nullptr;
  Seq<Stmt*> body;
  if (!ParseBlock(&body)) return nullptr;
  if (!At(TokenKind::kExcept) && !At(TokenKind::kFinally)) {
    if (diagnosing_) RaiseHere("expected 'except' or 'finally' block");
    return nullptr;
  }
  bool star = At(TokenKind::kExcept) && KindAfter() == TokenKind::kStar;
  List<ExceptHandler> handlers(this);
  while (At(TokenKind::kExcept)) {
    SourceSpan except = Here();
    bool this_star = KindAfter() == TokenKind::kStar;
    if (this_star != star) {
      if (!diagnosing_) return nullptr;
      size_t mark = position_;
      position_ += this_star ? 2 : 1;
      SourceSpan last = Previous().span;
      Expr* type = ParseExpression();
      if (type != nullptr && Accept(TokenKind::kAs)) Accept(TokenKind::kName);
      if (At(TokenKind::kColon) && (type != nullptr || !this_star)) {
        RaiseRange(except, last, "cannot have both 'except' and 'except*' on the same 'try'");
      }
      position_ = mark;
      DiagnoseExcept(this_star);
      return nullptr;
    }
    ExceptHandler* handler = ParseExcept(star);
    if (handler == nullptr) return nullptr;
    handlers.Add(handler);
  }
  Seq<Stmt*> orelse, finalbody;
  if (handlers.size() > 0 && At(TokenKind::kElse) && !ParseElse(&orelse)) return nullptr;
  if (At(TokenKind::kFinally)) {
    uint32_t line = Here().line;
    ++position_;
    DiagnoseHeader("'finally' statement", line, false);
    if (!ExpectForced(TokenKind::kColon, ":") || !ParseBlock(&finalbody)) return nullptr;
  }
  TryBase* statement = arena_.New<Try>();
  if (star) statement = arena_.New<TryStar>();
  statement->span = start;
  statement->body = body;
  statement->handlers = handlers.Take();
  statement->orelse = orelse;
  statement->finalbody = finalbody;
  EndBlock(statement);
  return statement;
}

void Parser::DiagnoseExcept(bool star) {
  size_t mark = position_;
  const char* what = star ? "'except*' statement" : "'except' statement";
  SourceSpan start = Here();
  position_ += star ? 2 : 1;
  if (star && (At(TokenKind::kNewline) || At(TokenKind::kColon))) {
    RaiseHere("expected one or more exception types");
  }
  if (!At(TokenKind::kNewline) && !At(TokenKind::kColon)) {
    Expr* type = ParseExpression();
    size_t after_type = position_;
    if (type != nullptr && Accept(TokenKind::kComma)) {
      List<Expr> types(this);
      if (ParseStarNamedList(&types)) {
        if (Accept(TokenKind::kAs)) Accept(TokenKind::kName);
        if (At(TokenKind::kColon)) {
          RaiseFrom(type->span, "multiple exception types must be parenthesized");
        }
      }
    }
    position_ = after_type;
    if (type == nullptr) {
      position_ = mark;
      return;
    }
    if (Accept(TokenKind::kAs) && !Accept(TokenKind::kName)) {
      position_ = mark;
      return;
    }
  }
  DiagnoseHeader(what, start.line, true);
  position_ = mark;
}

ExceptHandler* Parser::ParseExcept(bool star) {
  if (diagnosing_) DiagnoseExcept(star);
  SourceSpan start = Here();
  position_ += star ? 2 : 1;
  auto* handler = arena_.New<ExceptHandler>();
  handler->span = start;
  if (star || !At(TokenKind::kColon)) {
    handler->type = ParseExpression();
    if (handler->type == nullptr) return nullptr;
    if (Accept(TokenKind::kAs) && !AcceptName(&handler->name)) return nullptr;
  }
  if (!Accept(TokenKind::kColon) || !ParseBlock(&handler->body)) return nullptr;
  EndBlock(handler);
  return handler;
}

Stmt* Parser::ParseDecorated() {
  List<Expr> decorators(this);
  while (Accept(TokenKind::kAt)) {
    Expr* decorator = ParseNamedExpression();
    if (decorator == nullptr || !Accept(TokenKind::kNewline)) return nullptr;
    decorators.Add(decorator);
  }
  SourceSpan start = Here();
  Seq<Expr*> list = decorators.Take();
  if (At(TokenKind::kClass)) return ParseClass(start, list);
  if (At(TokenKind::kDef)) return ParseFunction(false, start, list);
  if (At(TokenKind::kAsync) && KindAfter() == TokenKind::kDef) {
    ++position_;
    return ParseFunction(true, start, list);
  }
  return nullptr;
}

Stmt* Parser::ParseFunction(bool async, const SourceSpan& start, Seq<Expr*> decorators) {
  uint32_t line = Here().line;
  ++position_;
  FunctionDefBase* function = arena_.New<FunctionDef>();
  if (async) function = arena_.New<AsyncFunctionDef>();
  function->span = start;
  function->decorator_list = decorators;
  if (!AcceptName(&function->name)) return nullptr;
  size_t after_name = position_;
  if (At(TokenKind::kLeftBracket) && !ParseTypeParams(&function->type_params)) {
    if (!second_pass_) return nullptr;
    position_ = after_name;
  }
  if (!ExpectForced(TokenKind::kLeftParen, "(")) return nullptr;
  function->args = ParseParameters(/*lambda=*/false);
  if (function->args == nullptr || !Accept(TokenKind::kRightParen)) return nullptr;
  if (At(TokenKind::kArrow)) {
    size_t mark = position_++;
    function->returns = ParseExpression();
    if (function->returns == nullptr) position_ = mark;
  }
  DiagnoseHeader("function definition", line, false);
  if (!ExpectForced(TokenKind::kColon, ":") || !ParseBlock(&function->body)) return nullptr;
  EndBlock(function);
  return function;
}

Stmt* Parser::ParseClass(const SourceSpan& start, Seq<Expr*> decorators) {
  ++position_;
  auto* definition = arena_.New<ClassDef>();
  definition->span = start;
  definition->decorator_list = decorators;
  if (!AcceptName(&definition->name)) return nullptr;
  if (At(TokenKind::kLeftBracket) && !ParseTypeParams(&definition->type_params)) return nullptr;
  if (Accept(TokenKind::kLeftParen)) {
    if (!At(TokenKind::kRightParen)) {
      size_t mark = position_;
      CallArguments arguments;
      if (!ParseArguments(&arguments)) {
        if (diagnosing_ && !raised_) {
          position_ = mark;
          DiagnoseArguments();
        }
        return nullptr;
      }
      definition->bases = arguments.args;
      definition->keywords = arguments.keywords;
    }
    if (!Accept(TokenKind::kRightParen)) return nullptr;
  }
  DiagnoseHeader("class definition", start.line, true);
  if (!Accept(TokenKind::kColon) || !ParseBlock(&definition->body)) return nullptr;
  EndBlock(definition);
  return definition;
}

// subject_expr
Expr* Parser::ParseSubject() {
  SourceSpan start = Here();
  Expr* first = ParseStarNamedExpression();
  if (first == nullptr) return nullptr;
  if (!At(TokenKind::kComma)) return first->Is<Starred>() ? nullptr : first;
  ++position_;
  List<Expr> items(this);
  items.Add(first);
  size_t mark = position_;
  if (!ParseStarNamedList(&items)) position_ = mark;
  auto* tuple = Make<Tuple>(start);
  tuple->elts = items.Take();
  FitAll(tuple, tuple->elts);
  return tuple;
}

// `match` is an ordinary name unless a subject, ':' and a block of cases follow.
Stmt* Parser::ParseMatch() {
  SourceSpan start = Here();
  ++position_;
  Expr* subject = ParseSubject();
  if (subject == nullptr) return nullptr;
  DiagnoseHeader("'match' statement", start.line, true);
  if (!Accept(TokenKind::kColon) || !Accept(TokenKind::kNewline) || !Accept(TokenKind::kIndent)) {
    return nullptr;
  }
  List<MatchCase> cases(this);
  while (AtSoftKeyword("case")) {
    MatchCase* match_case = ParseCase();
    if (match_case == nullptr) return nullptr;
    cases.Add(match_case);
  }
  if (cases.size() == 0 || !Accept(TokenKind::kDedent)) return nullptr;
  auto* statement = arena_.New<Match>();
  statement->span = start;
  statement->subject = subject;
  statement->cases = cases.Take();
  EndBlock(statement);
  return statement;
}

MatchCase* Parser::ParseCase() {
  SourceSpan start = Here();
  ++position_;
  auto* result = arena_.New<MatchCase>();
  result->span = start;
  result->pattern = ParsePatterns();
  if (result->pattern == nullptr) return nullptr;
  if (Accept(TokenKind::kIf)) {
    result->guard = ParseNamedExpression();
    if (result->guard == nullptr) return nullptr;
  }
  DiagnoseHeader("'case' statement", start.line, true);
  if (!Accept(TokenKind::kColon) || !ParseBlock(&result->body)) return nullptr;
  EndBlock(result);
  return result;
}

}  // namespace heddle::syntax
