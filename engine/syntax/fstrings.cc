// Replacement fields of f-strings (PEP 701).
#include <string>

#include "syntax/parser_state.h"

namespace heddle::syntax {
namespace {

// The text of a `{expression=}` field: comments are left out.
std::string WithoutComments(std::string_view text) {
  std::string result;
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '#') {
      while (i < text.size() && text[i] != '\n') ++i;
      if (i == text.size()) break;
      c = '\n';
    }
    result += c;
  }
  return result;
}

}  // namespace

bool Parser::ParseFString(std::vector<Expr*>* parts) {
  Nesting nesting(this);
  if (!nesting.ok()) return false;
  std::string_view opening = Text(Current());
  bool raw = opening.find_first_of("rR") != std::string_view::npos;
  ++position_;
  while (!Accept(TokenKind::kFStringEnd)) {
    if (At(TokenKind::kFStringMiddle)) {
      Constant* text = ParseFStringText(raw);
      if (text == nullptr) return false;
      parts->push_back(text);
    } else if (!ParseReplacementField(raw, parts)) {
      return false;
    }
  }
  return true;
}

Constant* Parser::ParseFStringText(bool raw) {
  const Token& token = Current();
  ++position_;
  std::string_view text = Text(token);
  auto* constant = MakeConstant(token.span, ConstantType::kStr);
  if (raw || text.find('\\') == std::string_view::npos) {
    constant->text = arena_.CopyText(text);
    return constant;
  }
  // Before a brace a backslash stands for itself.
  const size_t last_other = text.find_last_not_of('\\');
  const size_t backslashes =
      text.size() - (last_other == std::string_view::npos ? 0 : last_other + 1);
  const bool plain_end = backslashes % 2 == 1;
  if (plain_end) text.remove_suffix(1);
  std::string decoded;
  if (!DecodeEscapes(text, /*bytes=*/false, token, &decoded)) return nullptr;
  if (plain_end) decoded += '\\';
  constant->text = arena_.CopyText(decoded);
  return constant;
}

bool Parser::ParseReplacementField(bool raw, std::vector<Expr*>* parts) {
  size_t mark = position_;
  SourceSpan start = Here();
  auto fail = [&] {
    if (diagnosing_ && !raised_) {
      position_ = mark;
      DiagnoseReplacementField(raw);
    }
    return false;
  };
  if (!Accept(TokenKind::kLeftBrace)) return false;
  uint32_t text_start = Previous().end;
  Expr* value = ParseAnnotatedRhs();
  if (value == nullptr) return fail();
  bool debug = Accept(TokenKind::kEqual);
  Kind();
  uint32_t text_end = Current().start;
  SourceSpan debug_end = Current().span;
  int conversion = -1;
  if (At(TokenKind::kExclamation)) {
    SourceSpan mark_span = Here();
    ++position_;
    if (!At(TokenKind::kName)) return fail();
    const Token& name = Current();
    std::string_view letter = Text(name);
    if (name.span.line != mark_span.line || name.span.col != mark_span.end_col) {
      RaiseRange(mark_span, name.span,
                 "f-string: conversion type must come right after the exclamanation mark");
      return false;
    }
    const bool known = letter == "s" || letter == "r" || letter == "a";
    if (!known && KindAfter() == TokenKind::kError) {
      ++position_;
      return fail();
    }
    if (!known) {
      RaiseAt(name.span, "f-string: invalid conversion character '" + std::string(letter) +
                             "': expected 's', 'r', or 'a'");
      return false;
    }
    conversion = static_cast<unsigned char>(letter[0]);
    ++position_;
  }
  Expr* spec = nullptr;
  if (At(TokenKind::kColon)) {
    spec = ParseFormatSpec(raw);
    if (spec == nullptr) return fail();
  }
  if (!Accept(TokenKind::kRightBrace)) return fail();
  if (debug) {
    SourceSpan span = {start.line, start.col + 1, debug_end.line, debug_end.col};
    auto* text = MakeConstant(span, ConstantType::kStr);
    text->text = arena_.CopyText(
        WithoutComments(std::string_view(lexed_.source).substr(text_start, text_end - text_start)));
    parts->push_back(text);
    if (conversion == -1 && spec == nullptr) conversion = 'r';
  }
  auto* field = Make<FormattedValue>(start);
  field->value = value;
  field->conversion = conversion;
  field->format_spec = spec;
  Fit(field, value);
  Fit(field, spec);
  parts->push_back(field);
  return true;
}

// At the colon.
Expr* Parser::ParseFormatSpec(bool raw) {
  Nesting nesting(this);
  if (!nesting.ok()) return nullptr;
  SourceSpan start = Here();
  ++position_;
  std::vector<Expr*> parts;
  while (true) {
    if (At(TokenKind::kFStringMiddle)) {
      Constant* text = ParseFStringText(raw);
      if (text == nullptr) return nullptr;
      parts.push_back(text);
    } else if (At(TokenKind::kLeftBrace)) {
      if (!ParseReplacementField(raw, &parts)) return nullptr;
    } else {
      break;
    }
  }
  return JoinFString(start, parts);
}

// invalid_replacement_field, from the opening brace.
void Parser::DiagnoseReplacementField(bool raw) {
  ++position_;
  SourceSpan next = Here();
  const char* before = At(TokenKind::kEqual)         ? "="
                       : At(TokenKind::kExclamation) ? "!"
                       : At(TokenKind::kColon)       ? ":"
                       : At(TokenKind::kRightBrace)  ? "}"
                                                     : nullptr;
  if (before != nullptr) {
    return RaiseAt(next,
                   std::string("f-string: valid expression required before '") + before + "'");
  }
  size_t mark = position_;
  if (ParseAnnotatedRhs() == nullptr) {
    position_ = mark;
    return RaiseNext("f-string: expecting a valid expression after '{'");
  }
  auto ends = [this] { return At(TokenKind::kColon) || At(TokenKind::kRightBrace); };
  if (!At(TokenKind::kEqual) && !At(TokenKind::kExclamation) && !ends()) {
    return RaiseNext("f-string: expecting '=', or '!', or ':', or '}'");
  }
  if (Accept(TokenKind::kEqual) && !At(TokenKind::kExclamation) && !ends()) {
    return RaiseNext("f-string: expecting '!', or ':', or '}'");
  }
  if (Accept(TokenKind::kExclamation)) {
    if (ends()) return RaiseNext("f-string: missing conversion character");
    if (!Accept(TokenKind::kName)) return RaiseNext("f-string: invalid conversion character");
    if (!ends()) return RaiseNext("f-string: expecting ':' or '}'");
  }
  if (At(TokenKind::kColon)) {
    if (ParseFormatSpec(raw) != nullptr && !At(TokenKind::kRightBrace)) {
      return RaiseNext("f-string: expecting '}', or format specs");
    }
    return;
  }
  RaiseNext("f-string: expecting '}'");
}

}  // namespace heddle::syntax
