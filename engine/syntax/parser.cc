#include "syntax/parser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "syntax/parser_state.h"

namespace heddle::syntax {

Parser::Parser(ParseResult* result, LexResult* lexed, const ParseOptions& options)
    : result_(*result),
      arena_(result->arena),
      lexed_(*lexed),
      options_(options),
      tokens_(lexed->tokens) {}

Identifier Parser::Intern(std::string_view text) {
  auto found = names_.find(text);
  if (found != names_.end()) return *found;
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
  if (!ascii && options_.normalize_identifier != nullptr) {
    const std::string normal = options_.normalize_identifier(text, options_.lookup_context);
    if (normal != text) return Intern(normal);
  }
  return *names_.insert(arena_.CopyText(text)).first;
}

bool Parser::AcceptName(Identifier* name) {
  if (!Accept(TokenKind::kName)) return false;
  *name = Intern(Text(Previous()));
  return true;
}

Name* Parser::MakeName(const Token& token) {
  auto* name = arena_.New<Name>();
  name->span = token.span;
  name->id = Intern(Text(token));
  return name;
}

Constant* Parser::MakeConstant(const SourceSpan& span, ConstantType type) {
  auto* constant = arena_.New<Constant>();
  constant->span = span;
  constant->type = type;
  return constant;
}

void Parser::FitAll(Expr* node, Seq<Comprehension*> clauses) {
  for (const Comprehension* clause : clauses) {
    Fit(node, clause->target);
    Fit(node, clause->iter);
    FitAll(node, clause->ifs);
  }
}

void Parser::FitAll(Expr* node, const Arguments* arguments) {
  FitAll(node, arguments->defaults);
  FitAll(node, arguments->kw_defaults);
}

void Parser::Run() {
  bool parsed = ParseRoot() && !raised_;
  if (parsed) return;
  result_.module = nullptr;
  result_.expression = nullptr;
  result_.interactive = nullptr;
  bool at_error_token = tokens_[furthest_].kind == TokenKind::kError;
  if (!raised_ && at_error_token) RaiseLexError();
  bool by_lexer = at_error_token;
  size_t last = furthest_;
  if (!raised_) {
    position_ = 0;
    nesting_ = 0;
    second_pass_ = diagnosing_ = true;
    ParseRoot();
    result_.module = nullptr;
    result_.expression = nullptr;
    result_.interactive = nullptr;
    if (!raised_ && tokens_[furthest_].kind == TokenKind::kError) RaiseLexError();
    by_lexer = tokens_[furthest_].kind == TokenKind::kError;
  }
  bool generic = !raised_;
  if (generic) {
    const Token& token = tokens_[last];
    if (token.kind == TokenKind::kIndent) {
      RaiseIndentation("unexpected indent");
    } else if (token.kind == TokenKind::kDedent) {
      RaiseIndentation("unexpected unindent");
    } else {
      RaiseAt(token.span, "invalid syntax");
      if (!token.located) result_.error->column = result_.error->end_column = 0;
      generic = false;
    }
  }
  if (!generic && !by_lexer) {
    SyntaxError before = *result_.error;
    if (before.kind != ErrorKind::kMemoryError && before.kind != ErrorKind::kRecursionError) {
      CheckRestOfSource();
      by_lexer = tokens_.back().kind == TokenKind::kError &&
                 lexed_.error.form == LexError::Form::kRaised && !lexed_.error.in_fstring;
    }
  }
  FinishError(by_lexer);
}

ParseResult Parse(std::string_view source, const ParseOptions& options) {
  ParseResult result;
  LexResult lexed = Tokenize(source, options);
  Parser(&result, &lexed, options).Run();
  result.warnings.insert(result.warnings.begin(), lexed.warnings.begin(), lexed.warnings.end());
  const auto before = [](const SyntaxWarning& a, const SyntaxWarning& b) {
    return std::pair(a.span.line, a.span.col) < std::pair(b.span.line, b.span.col);
  };
  std::stable_sort(result.warnings.begin(), result.warnings.end(), before);
  return result;
}

}  // namespace heddle::syntax
