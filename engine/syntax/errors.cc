// Where errors are and which one is reported.
#include <string>

#include "syntax/parser_state.h"
#include "syntax/utf8.h"

namespace heddle::syntax {

SyntaxError Parser::LocatedError(ErrorKind kind, std::string message, int line, int column,
                                 int end_line, int end_column) {
  SyntaxError error;
  error.kind = kind;
  error.message = std::move(message);
  error.line = line;
  error.column = column;
  error.end_line = end_line;
  error.end_column = end_column;
  return error;
}

void Parser::SetError(SyntaxError error) {
  if (raised_) return;
  raised_ = true;
  line_when_raised_ = tokens_[furthest_].span.end_line;
  if (tokens_[furthest_].kind == TokenKind::kError) return RaiseLexError();
  result_.error = std::move(error);
}

void Parser::Raise(ErrorKind kind, std::string message, const SourceSpan& span) {
  SetError(LocatedError(kind, std::move(message), static_cast<int>(span.line),
                        static_cast<int>(span.col) + 1, static_cast<int>(span.end_line),
                        static_cast<int>(span.end_col) + 1));
}

void Parser::RaiseAt(const SourceSpan& span, std::string message) {
  Raise(ErrorKind::kSyntaxError, std::move(message), span);
}

void Parser::RaiseRange(const SourceSpan& from, const SourceSpan& to, std::string message) {
  RaiseAt({from.line, from.col, to.end_line, to.end_col}, std::move(message));
}

// From `from` to the end of what has been read.
void Parser::RaiseFrom(const SourceSpan& from, std::string message) {
  const SourceSpan& last = tokens_[furthest_].span;
  SetError(LocatedError(ErrorKind::kSyntaxError, std::move(message), static_cast<int>(from.line),
                        static_cast<int>(from.col) + 1, static_cast<int>(last.end_line),
                        static_cast<int>(last.end_col)));
}

SyntaxError Parser::FurthestTokenError(ErrorKind kind, std::string message, const Token& token) {
  int line = static_cast<int>(token.span.line);
  int end_line = static_cast<int>(token.span.end_line);
  int column = static_cast<int>(token.span.col);
  if (!token.located) return LocatedError(kind, std::move(message), line, column, end_line, -1);
  return LocatedError(kind, std::move(message), line, column + 1, end_line,
                      static_cast<int>(token.span.end_col) + 1);
}

void Parser::RaiseHere(std::string message) {
  SetError(FurthestTokenError(ErrorKind::kSyntaxError, std::move(message), tokens_[furthest_]));
}

void Parser::RaiseNext(std::string message) {
  Kind();
  SetError(FurthestTokenError(ErrorKind::kSyntaxError, std::move(message), Current()));
}

void Parser::RaiseIndentation(std::string message) {
  SetError(
      FurthestTokenError(ErrorKind::kIndentationError, std::move(message), tokens_[furthest_]));
}

bool Parser::ExpectForced(TokenKind kind, const char* spelling) {
  if (Accept(kind)) return true;
  if (!raised_) {
    if (Kind() != TokenKind::kError) {
      RaiseAt(Current().span, std::string("expected '") + spelling + "'");
    }
  }
  return false;
}

void Parser::ReadFStringToEnd() {
  int open = 1;
  size_t at = position_;
  for (; open > 0; ++at) {
    TokenKind kind = tokens_[at].kind;
    if (kind == TokenKind::kError || kind == TokenKind::kEndMarker) return;
    open += kind == TokenKind::kFStringStart ? 1 : kind == TokenKind::kFStringEnd ? -1 : 0;
  }
  if (at - 1 > furthest_) furthest_ = at - 1;
}

void Parser::RaiseInvalidTarget(TargetUse use, const Expr* target) {
  struct Finder {
    TargetUse use;
    const Expr* InAny(Seq<Expr*> items) const {
      for (const Expr* item : items) {
        if (const Expr* wrong = Find(item)) return wrong;
      }
      return nullptr;
    }
    const Expr* Find(const Expr* expr) const {
      switch (expr->kind) {
        case NodeKind::kList: return InAny(expr->As<syntax::List>()->elts);
        case NodeKind::kTuple: return InAny(expr->As<Tuple>()->elts);
        case NodeKind::kStarred:
          return use == TargetUse::kDelete ? expr : Find(expr->As<Starred>()->value);
        case NodeKind::kCompare:
          if (use != TargetUse::kFor) return expr;
          if (expr->As<Compare>()->ops[0] != CmpOperator::kIn) return nullptr;
          return Find(expr->As<Compare>()->left);
        case NodeKind::kName:
        case NodeKind::kSubscript:
        case NodeKind::kAttribute: return nullptr;
        default: return expr;
      }
    }
  };
  const Expr* wrong = Finder{use}.Find(target);
  if (wrong == nullptr) return;
  RaiseAt(wrong->span,
          std::string(use == TargetUse::kDelete ? "cannot delete " : "cannot assign to ") +
              ExpressionName(wrong));
}

void Parser::RaiseTooComplex() {
  SyntaxError error;
  error.kind = ErrorKind::kMemoryError;
  error.message = "Parser stack overflowed - Python source too complex to parse";
  SetError(std::move(error));
}

void Parser::RaiseTooDeep() {
  SyntaxError error;
  error.kind = ErrorKind::kRecursionError;
  error.message = "maximum recursion depth exceeded during compilation";
  SetError(std::move(error));
}

void Parser::RaiseUnclosed() {
  const LexError& lexed = lexed_.error;
  raised_ = true;
  line_when_raised_ = lexed_.last_line;
  result_.error =
      LocatedError(ErrorKind::kSyntaxError, std::string("'") + lexed.bracket + "' was never closed",
                   static_cast<int>(lexed.bracket_line), static_cast<int>(lexed.bracket_col) + 1,
                   static_cast<int>(lexed.bracket_line), 0);
  result_.error->incomplete = true;
}

// The error of the token stream itself.
void Parser::RaiseLexError() {
  raised_ = true;
  const LexError& lexed = lexed_.error;
  if (lexed.form != LexError::Form::kEndOfInput) {
    result_.error = lexed.error;
    if (lexed.form == LexError::Form::kStatus && lexed.error.column == -1) {
      const Token& token = tokens_.back();
      result_.error->column = static_cast<int>(token.span.col);
    }
    return;
  }
  if (lexed.has_open_bracket) return RaiseUnclosed();
  result_.error =
      FurthestTokenError(ErrorKind::kSyntaxError, "unexpected EOF while parsing", tokens_.back());
  result_.error->incomplete = true;
}

// A mistake that keeps the rest of the source from being split into tokens explains more than what
// the parser found before it.
void Parser::CheckRestOfSource() {
  if (tokens_.back().kind != TokenKind::kError) return;
  const LexError& lexed = lexed_.error;
  if (lexed.in_fstring) return;
  if (lexed.form == LexError::Form::kRaised) {
    result_.error = lexed.error;
  } else if (lexed.has_open_bracket && tokens_[furthest_].span.line > lexed.bracket_line) {
    RaiseUnclosed();
  }
}

// Completes result_.error after a failed parse.
void Parser::FinishError(bool raised_by_lexer) {
  SyntaxError& error = *result_.error;
  bool located = error.kind != ErrorKind::kMemoryError && error.kind != ErrorKind::kRecursionError;
  if (!located) {
    error.has_text = false;
    return;
  }
  if (!error.has_text) return;
  error.text_line = lexed_.Line(static_cast<uint32_t>(error.line));
  // CPython adds the newline when the line is the last one that it has read.
  bool status = lexed_.error.form != LexError::Form::kRaised;
  bool last_read = line_when_raised_ <= static_cast<uint32_t>(error.line);
  if ((!raised_by_lexer || status) && last_read) {
    size_t end = lexed_.line_starts.empty() ? 0 : lexed_.source.size();
    auto line = static_cast<size_t>(error.line);
    if (line >= 1 && line <= lexed_.line_starts.size()) {
      end = lexed_.line_starts[line - 1] + error.text_line.size();
    }
    if (end < lexed_.source.size()) error.text_line += '\n';
  }
}

}  // namespace heddle::syntax
