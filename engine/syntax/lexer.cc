#include "syntax/lexer.h"

#include <array>
#include <cstdio>
#include <cstring>

#include "syntax/identifier.h"
#include "syntax/source_text.h"
#include "syntax/utf8.h"

namespace heddle::syntax {
namespace {

enum CharClass : uint8_t { kWordStart = 1, kDigit = 2, kHexDigit = 4 };

constexpr std::array<uint8_t, 256> MakeCharClasses() {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    bool digit = c >= '0' && c <= '9';
    bool hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    classes[static_cast<size_t>(c)] = static_cast<uint8_t>(
        (letter ? kWordStart : 0) | (digit ? kDigit : 0) | (hex ? kHexDigit : 0));
  }
  return classes;
}
constexpr std::array<uint8_t, 256> kCharClasses = MakeCharClasses();

bool Has(int c, uint8_t classes) {
  return c >= 0 && (kCharClasses[static_cast<size_t>(c)] & classes) != 0;
}
bool IsWordStart(int c) { return Has(c, kWordStart); }
bool IsWord(int c) { return Has(c, kWordStart | kDigit); }
bool IsDigit(int c) { return Has(c, kDigit); }

TokenKind KeywordOrName(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return TokenKind::kName;
  switch (word[0]) {
#define HEDDLE_TOKEN(name, spelling) \
  if (word == spelling) return TokenKind::k##name;
    case 'a':
    case 'b':
    case 'c':
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'i':
    case 'l':
    case 'n':
    case 'o':
    case 'p':
    case 'r':
    case 't':
    case 'w':
    case 'y':
    case 'F':
    case 'N':
    case 'T': HEDDLE_SYNTAX_KEYWORDS(HEDDLE_TOKEN) return TokenKind::kName;
#undef HEDDLE_TOKEN
    default: return TokenKind::kName;
  }
}

TokenKind OneCharOperator(int c) {
  switch (c) {
    case '(': return TokenKind::kLeftParen;
    case ')': return TokenKind::kRightParen;
    case '[': return TokenKind::kLeftBracket;
    case ']': return TokenKind::kRightBracket;
    case '{': return TokenKind::kLeftBrace;
    case '}': return TokenKind::kRightBrace;
    case ':': return TokenKind::kColon;
    case ',': return TokenKind::kComma;
    case ';': return TokenKind::kSemicolon;
    case '+': return TokenKind::kPlus;
    case '-': return TokenKind::kMinus;
    case '*': return TokenKind::kStar;
    case '/': return TokenKind::kSlash;
    case '|': return TokenKind::kBar;
    case '&': return TokenKind::kAmpersand;
    case '<': return TokenKind::kLess;
    case '>': return TokenKind::kGreater;
    case '=': return TokenKind::kEqual;
    case '.': return TokenKind::kDot;
    case '%': return TokenKind::kPercent;
    case '~': return TokenKind::kTilde;
    case '^': return TokenKind::kCaret;
    case '@': return TokenKind::kAt;
    case '!': return TokenKind::kExclamation;
    default: return TokenKind::kUnknown;
  }
}

// Longer operators; kUnknown when the characters form none.
TokenKind TwoCharOperator(int first, int second) {
  if (second == '=') {
    switch (first) {
      case '=': return TokenKind::kEqualEqual;
      case '!': return TokenKind::kNotEqual;
      case '<': return TokenKind::kLessEqual;
      case '>': return TokenKind::kGreaterEqual;
      case '+': return TokenKind::kPlusEqual;
      case '-': return TokenKind::kMinusEqual;
      case '*': return TokenKind::kStarEqual;
      case '/': return TokenKind::kSlashEqual;
      case '%': return TokenKind::kPercentEqual;
      case '&': return TokenKind::kAmpersandEqual;
      case '|': return TokenKind::kBarEqual;
      case '^': return TokenKind::kCaretEqual;
      case '@': return TokenKind::kAtEqual;
      case ':': return TokenKind::kColonEqual;
      default: return TokenKind::kUnknown;
    }
  }
  if (first == second) {
    switch (first) {
      case '*': return TokenKind::kDoubleStar;
      case '/': return TokenKind::kDoubleSlash;
      case '<': return TokenKind::kLeftShift;
      case '>': return TokenKind::kRightShift;
      default: return TokenKind::kUnknown;
    }
  }
  if (first == '-' && second == '>') return TokenKind::kArrow;
  if (first == '<' && second == '>') return TokenKind::kLessGreater;
  return TokenKind::kUnknown;
}

TokenKind ThreeCharOperator(TokenKind two, int third) {
  if (third != '=') return TokenKind::kUnknown;
  switch (two) {
    case TokenKind::kDoubleStar: return TokenKind::kDoubleStarEqual;
    case TokenKind::kDoubleSlash: return TokenKind::kDoubleSlashEqual;
    case TokenKind::kLeftShift: return TokenKind::kLeftShiftEqual;
    case TokenKind::kRightShift: return TokenKind::kRightShiftEqual;
    default: return TokenKind::kUnknown;
  }
}

std::string Quoted(const char* before, int c, const char* after) {
  return std::string(before) + static_cast<char>(c) + after;
}

}  // namespace

Lexer::Lexer(LexResult* result, const ParseOptions& options)
    : result_(result), options_(options), text_(result->source) {
  indents_.push_back({0, 0});
}

int Lexer::Next() {
  if (position_ == line_end_) {
    if (position_ == text_.size()) return kEof;
    line_start_ = position_;
    ++line_;
    result_->line_starts.push_back(position_);
    const void* end = std::memchr(text_.data() + position_, '\n', text_.size() - position_);
    line_end_ = end == nullptr
                    ? static_cast<uint32_t>(text_.size())
                    : static_cast<uint32_t>(static_cast<const char*>(end) - text_.data()) + 1;
  }
  return static_cast<unsigned char>(text_[position_++]);
}

bool Lexer::LookingAt(std::string_view text) const {
  return text_.substr(position_, text.size()) == text;
}

uint32_t Lexer::ColumnAt(uint32_t line_start, uint32_t offset) const {
  if (result_->ascii) return offset - line_start;
  return static_cast<uint32_t>(CountCodePoints(text_.substr(line_start, offset - line_start)));
}

void Lexer::Emit(TokenKind kind, uint32_t start, uint32_t end) {
  Token& token = result_->tokens.emplace_back();
  token.kind = kind;
  token.level = static_cast<uint8_t>(brackets_.size());
  token.start = start;
  token.end = end;
  uint32_t column = ColumnAt(line_start_, start);
  token.span = {line_, column, line_,
                column + (result_->ascii ? end - start : ColumnAt(start, end))};
  emitted_statement_ = true;
}

// A token that may have begun on an earlier line.
void Lexer::EmitFrom(TokenKind kind, uint32_t start, uint32_t line, uint32_t line_start) {
  Emit(kind, position_, position_);
  Token& token = result_->tokens.back();
  token.start = start;
  token.span.line = line;
  token.span.col = ColumnAt(line_start, start);
}

void Lexer::EmitUnlocated(TokenKind kind) {
  Emit(kind, position_, position_);
  result_->tokens.back().located = false;
}

void Lexer::FinishError() {
  LexError& error = result_->error;
  error.in_fstring = !fstrings_.empty();
  error.has_open_bracket = !brackets_.empty();
  if (!brackets_.empty()) {
    const Bracket& open = brackets_.back();
    error.bracket = open.character;
    error.bracket_line = open.line;
    error.bracket_col = ColumnAt(result_->line_starts[open.line - 1], open.offset);
  }
  EmitUnlocated(TokenKind::kError);
}

bool Lexer::Fail(std::string message) {
  return FailRange(std::move(message), static_cast<int>(ColumnAt(line_start_, position_)), -1);
}

bool Lexer::FailRange(std::string message, int column, int end_column) {
  LexError& error = result_->error;
  error.form = LexError::Form::kRaised;
  error.error.message = std::move(message);
  error.error.line = error.error.end_line = static_cast<int>(line_);
  error.error.column = column;
  error.error.end_column = end_column == -1 ? column : end_column;
  FinishError();
  return false;
}

bool Lexer::FailStatus(ErrorKind kind, std::string message, int column) {
  LexError& error = result_->error;
  error.form = LexError::Form::kStatus;
  error.error.kind = kind;
  error.error.message = std::move(message);
  error.error.line = error.error.end_line = static_cast<int>(line_);
  error.error.column = column;
  error.error.end_column = column == -1 ? -1 : 0;
  FinishError();
  return false;
}

bool Lexer::FailEndOfInput() {
  result_->error.form = LexError::Form::kEndOfInput;
  result_->error.error.incomplete = true;
  FinishError();
  return false;
}

void Lexer::Run() {
  result_->tokens.reserve(text_.size() / 4 + 16);
  while (true) {
    bool in_fstring = !fstrings_.empty() && !fstrings_.back().in_expression;
    if (!(in_fstring ? NextFStringToken() : NextToken())) break;
  }
  result_->last_line = line_;
}

bool Lexer::Indentation(int column, int alt_column) {
  auto tab_error = [this] {
    position_ = line_end_;
    return FailStatus(ErrorKind::kTabError, "inconsistent use of tabs and spaces in indentation",
                      1);
  };
  const Indent top = indents_.back();
  if (column == top.column) return alt_column == top.alt_column || tab_error();
  if (column > top.column) {
    if (indents_.size() >= kMaxIndent) {
      return FailStatus(ErrorKind::kIndentationError, "too many levels of indentation", 1);
    }
    if (alt_column <= top.alt_column) return tab_error();
    indents_.push_back({column, alt_column});
    ++pending_indents_;
    return true;
  }
  while (indents_.size() > 1 && column < indents_.back().column) {
    indents_.pop_back();
    --pending_indents_;
  }
  if (column != indents_.back().column) {
    position_ = line_end_;
    return FailStatus(ErrorKind::kIndentationError,
                      "unindent does not match any outer indentation level", -1);
  }
  return alt_column == indents_.back().alt_column || tab_error();
}

// Reads the indentation of a line. `blank`: the line holds no token.
bool Lexer::StartOfLine(bool* blank) {
  int column = 0;
  int alt_column = 0;
  int continued_column = 0;
  at_line_start_ = false;
  int c;
  while (true) {
    c = Next();
    if (c == ' ') {
      ++column;
      ++alt_column;
    } else if (c == '\t') {
      column = (column / kTabSize + 1) * kTabSize;
      ++alt_column;
    } else if (c == '\f') {
      column = alt_column = 0;
    } else if (c == '\\') {
      continued_column = continued_column != 0 ? continued_column : column;
      if (!ContinuationLine()) return false;
    } else {
      break;
    }
  }
  Back(c);
  *blank = c == '#' || c == '\n';
  if (*blank || !brackets_.empty()) return true;
  if (continued_column != 0) column = alt_column = continued_column;
  return Indentation(column, alt_column);
}

// After a backslash: takes the newline. More input must follow.
bool Lexer::ContinuationLine() {
  if (Next() != '\n') {
    int column = static_cast<int>(ColumnAt(line_start_, position_));
    return FailStatus(ErrorKind::kSyntaxError,
                      "unexpected character after line continuation character", column);
  }
  int c = Next();
  if (c == kEof) return FailEndOfInput();
  Back(c);
  return true;
}

bool Lexer::NextToken() {
  bool blank = false;
  while (true) {
    if (at_line_start_) {
      blank = false;
      if (!StartOfLine(&blank)) return false;
    }
    if (pending_indents_ != 0) {
      bool dedent = pending_indents_ < 0;
      pending_indents_ += dedent ? 1 : -1;
      EmitUnlocated(dedent ? TokenKind::kDedent : TokenKind::kIndent);
      return true;
    }
    int c;
    do {
      c = Next();
    } while (c == ' ' || c == '\t' || c == '\f');
    // A newline after a comment begins where the comment does.
    uint32_t start = c == kEof ? position_ : position_ - 1;
    if (c == '#') {
      position_ = line_end_;
      if (text_[position_ - 1] == '\n') --position_;
      c = Next();
    }
    if (c == kEof) {
      if (!brackets_.empty()) return FailEndOfInput();
      if (options_.mode == ParseMode::kSingle && emitted_statement_ &&
          result_->tokens.back().kind != TokenKind::kNewline &&
          result_->tokens.back().kind != TokenKind::kDedent) {
        EmitUnlocated(TokenKind::kNewline);
        for (; indents_.size() > 1; indents_.pop_back()) EmitUnlocated(TokenKind::kDedent);
      }
      EmitUnlocated(TokenKind::kEndMarker);
      return false;
    }
    if (IsWordStart(c)) return Word(start);
    if (c == '\n') {
      at_line_start_ = true;
      if (blank || !brackets_.empty()) continue;
      Emit(TokenKind::kNewline, start, position_);
      return true;
    }
    if (IsDigit(c)) return Number(start, c);
    if (c == '.' && IsDigit(position_ < line_end_ ? text_[position_] : 0)) {
      return Fraction(start, Next());
    }
    if (c == '\'' || c == '"') return StringLiteral(start, static_cast<char>(c));
    if (c == '\\') {
      if (!ContinuationLine()) return false;
      continue;
    }
    return Operator(start, c);
  }
}

// A name, a keyword, or a string with a prefix.
bool Lexer::Word(uint32_t start) {
  --position_;
  bool b = false, r = false, u = false, f = false;
  int c;
  while (true) {
    c = Next();
    if (!(b || u || f) && (c == 'b' || c == 'B')) {
      b = true;
    } else if (!(b || u || r || f) && (c == 'u' || c == 'U')) {
      u = true;
    } else if (!(r || u) && (c == 'r' || c == 'R')) {
      r = true;
    } else if (!(f || b || u) && (c == 'f' || c == 'F')) {
      f = true;
    } else {
      break;
    }
  }
  if (c == '"' || c == '\'') {
    return f ? FStringStart(start, static_cast<char>(c))
             : StringLiteral(start, static_cast<char>(c));
  }
  bool ascii = true;
  while (IsWord(c)) {
    ascii = ascii && c < 0x80;
    c = Next();
  }
  Back(c);
  if (!ascii && !VerifyIdentifier(start)) return false;
  std::string_view word = text_.substr(start, position_ - start);
  Emit(KeywordOrName(word), start, position_);
  return true;
}

bool Lexer::VerifyIdentifier(uint32_t start) {
  for (uint32_t at = start; at < position_;) {
    char32_t c = DecodeCodePoint(text_.substr(at));
    auto length = static_cast<uint32_t>(SequenceLength(static_cast<unsigned char>(text_[at])));
    bool valid = at == start ? IsIdentifierStart(c) : IsIdentifierContinue(c);
    at += length;
    if (valid) continue;
    position_ = at;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    if (!IsPrintable(c)) return Fail(std::string("invalid non-printable character ") + code);
    return Fail("invalid character '" + std::string(text_.substr(at - length, length)) + "' (" +
                code + ")");
  }
  return true;
}

// Reads digits with underscores between them; *c becomes the character after them.
bool Lexer::DecimalTail(int* c) {
  while (true) {
    do {
      *c = Next();
    } while (IsDigit(*c));
    if (*c != '_') return true;
    *c = Next();
    if (!IsDigit(*c)) {
      Back(*c);
      return Fail("invalid decimal literal");
    }
  }
}

// Checks that the number, whose next character `c` has been read, ends there; puts `c` back.
bool Lexer::EndOfNumber(int c, const char* name) {
  Back(c);
  bool keyword = (c == 'a' && LookingAt("and")) || (c == 'e' && LookingAt("else")) ||
                 (c == 'f' && LookingAt("for")) || (c == 'o' && LookingAt("or")) ||
                 (c == 'n' && LookingAt("not")) ||
                 (c == 'i' && (LookingAt("if") || LookingAt("in") || LookingAt("is")));
  if (keyword) {
    Warn(std::string("invalid ") + name + " literal");
    return true;
  }
  if (c < 0x80 && IsWord(c)) return Fail(std::string("invalid ") + name + " literal");
  return true;
}

bool Lexer::RadixNumber(uint32_t start, int radix, const char* name) {
  auto is_digit = [radix](int c) {
    return radix == 16 ? Has(c, kHexDigit) : c >= '0' && c < '0' + radix;
  };
  int c = Next();
  do {
    if (c == '_') c = Next();
    if (!is_digit(c)) {
      if (IsDigit(c)) return Fail(Quoted("invalid digit '", c, "' in ") + name + " literal");
      Back(c);
      return Fail(std::string("invalid ") + name + " literal");
    }
    do {
      c = Next();
    } while (is_digit(c));
  } while (c == '_');
  if (IsDigit(c)) return Fail(Quoted("invalid digit '", c, "' in ") + name + " literal");
  if (!EndOfNumber(c, name)) return false;
  Emit(TokenKind::kNumber, start, position_);
  return true;
}

bool Lexer::Number(uint32_t start, int c) {
  bool leading_zeros = false;
  uint32_t zeros_end = 0;
  if (c == '0') {
    c = Next();
    if (c == 'x' || c == 'X') return RadixNumber(start, 16, "hexadecimal");
    if (c == 'o' || c == 'O') return RadixNumber(start, 8, "octal");
    if (c == 'b' || c == 'B') return RadixNumber(start, 2, "binary");
    while (true) {
      if (c == '_') {
        c = Next();
        if (!IsDigit(c)) {
          Back(c);
          return Fail("invalid decimal literal");
        }
      }
      if (c != '0') break;
      c = Next();
    }
    zeros_end = position_;
    if (IsDigit(c)) {
      leading_zeros = true;
      if (!DecimalTail(&c)) return false;
    }
  } else if (!DecimalTail(&c)) {
    return false;
  }
  if (c == '.') return Fraction(start, Next());
  if (c == 'e' || c == 'E') return Exponent(start, c);
  if (c == 'j' || c == 'J') return Imaginary(start);
  if (leading_zeros) {
    Back(c);
    return FailRange(
        "leading zeros in decimal integer literals are not permitted; "
        "use an 0o prefix for octal integers",
        static_cast<int>(start + 1 - line_start_), static_cast<int>(zeros_end - line_start_));
  }
  if (!EndOfNumber(c, "decimal")) return false;
  Emit(TokenKind::kNumber, start, position_);
  return true;
}

// `c` follows the point.
bool Lexer::Fraction(uint32_t start, int c) {
  if (IsDigit(c) && !DecimalTail(&c)) return false;
  if (c == 'e' || c == 'E') return Exponent(start, c);
  if (c == 'j' || c == 'J') return Imaginary(start);
  if (!EndOfNumber(c, "decimal")) return false;
  Emit(TokenKind::kNumber, start, position_);
  return true;
}

bool Lexer::Exponent(uint32_t start, int mark) {
  int c = Next();
  if (c == '+' || c == '-') {
    c = Next();
    if (!IsDigit(c)) {
      Back(c);
      return Fail("invalid decimal literal");
    }
  } else if (!IsDigit(c)) {
    Back(c);
    if (!EndOfNumber(mark, "decimal")) return false;
    Emit(TokenKind::kNumber, start, position_);
    return true;
  }
  if (!DecimalTail(&c)) return false;
  if (c == 'j' || c == 'J') return Imaginary(start);
  if (!EndOfNumber(c, "decimal")) return false;
  Emit(TokenKind::kNumber, start, position_);
  return true;
}

bool Lexer::Imaginary(uint32_t start) {
  if (!EndOfNumber(Next(), "imaginary")) return false;
  Emit(TokenKind::kNumber, start, position_);
  return true;
}

bool Lexer::StringLiteral(uint32_t start, char quote) {
  uint32_t first_line = line_;
  uint32_t first_line_start = line_start_;
  int quote_size = 1;
  int end_quotes = 0;
  bool escaped_quote = false;
  int c = Next();
  if (c == quote) {
    c = Next();
    if (c == quote) {
      quote_size = 3;
    } else {
      end_quotes = 1;
    }
  }
  if (c != quote || quote_size == 1) Back(c);
  while (end_quotes != quote_size) {
    c = Next();
    if (c == kEof || (quote_size == 1 && c == '\n')) {
      return UnterminatedString(start, first_line, first_line_start, quote, quote_size,
                                escaped_quote);
    }
    if (c == quote) {
      ++end_quotes;
      continue;
    }
    end_quotes = 0;
    if (c == '\\') {
      c = Next();
      escaped_quote = escaped_quote || c == quote;
    }
  }
  EmitFrom(TokenKind::kString, start, first_line, first_line_start);
  return true;
}

bool Lexer::UnterminatedString(uint32_t start, uint32_t first_line, uint32_t first_line_start,
                               char quote, int quote_size, bool escaped_quote) {
  uint32_t detected = line_;
  position_ = start + 1;
  line_ = first_line;
  line_start_ = first_line_start;
  result_->error.error.incomplete = quote_size == 3;
  if (!fstrings_.empty() && fstrings_.back().quote == quote &&
      fstrings_.back().quote_size == quote_size) {
    return Fail("f-string: expecting '}'");
  }
  std::string detail = " (detected at line " + std::to_string(detected) + ")";
  if (quote_size == 3) return Fail("unterminated triple-quoted string literal" + detail);
  if (escaped_quote) detail += "; perhaps you escaped the end quote?";
  return Fail("unterminated string literal" + detail);
}

bool Lexer::FStringStart(uint32_t start, char quote) {
  FString fstring{};
  fstring.quote = quote;
  fstring.quote_size = 1;
  fstring.field_depth = -1;
  fstring.start = start;
  fstring.line = line_;
  fstring.line_start = line_start_;
  if (position_ + 1 < line_end_ && text_[position_] == quote && text_[position_ + 1] == quote) {
    fstring.quote_size = 3;
    position_ += 2;
  }
  for (uint32_t i = start; i < position_; ++i) {
    fstring.raw = fstring.raw || text_[i] == 'r' || text_[i] == 'R';
  }
  if (fstrings_.size() >= kMaxFStrings) return Fail("too many nested f-strings");
  fstrings_.push_back(fstring);
  Emit(TokenKind::kFStringStart, start, position_);
  return true;
}

bool Lexer::UnterminatedFString() {
  const FString& fstring = fstrings_.back();
  uint32_t detected = line_;
  position_ = fstring.start + 1;
  line_ = fstring.line;
  line_start_ = fstring.line_start;
  result_->error.error.incomplete = fstring.quote_size == 3;
  std::string what = fstring.quote_size == 3 ? "unterminated triple-quoted f-string literal"
                                             : "unterminated f-string literal";
  return Fail(what + " (detected at line " + std::to_string(detected) + ")");
}

// The text of an f-string up to the next field or its end.
bool Lexer::NextFStringToken() {
  FString& fstring = fstrings_.back();
  int c = Next();
  uint32_t start = c == kEof ? position_ : position_ - 1;
  uint32_t first_line = line_;
  uint32_t first_line_start = line_start_;
  auto enter_field = [&] {
    if (++fstring.field_depth >= kMaxFieldNesting) {
      return Fail("f-string: expressions nested too deeply");
    }
    fstring.in_expression = true;
    return true;
  };
  // The span includes the second of a doubled brace, as in CPython.
  auto emit_text = [&](uint32_t end) {
    EmitFrom(TokenKind::kFStringMiddle, start, first_line, first_line_start);
    result_->tokens.back().end = end;
  };
  if (c == '{' && !LookingAt("{")) {
    Back(c);
    return enter_field() && NextToken();
  }
  Back(c);
  if (c == fstring.quote) {
    bool ends = fstring.quote_size == 1;
    if (!ends) ends = LookingAt(std::string(3, fstring.quote));
    if (ends) {
      position_ += static_cast<uint32_t>(fstring.quote_size);
      fstrings_.pop_back();
      Emit(TokenKind::kFStringEnd, start, position_);
      return true;
    }
  }
  int end_quotes = 0;
  bool in_character_name = false;
  while (end_quotes != fstring.quote_size) {
    c = Next();
    bool in_spec = fstring.in_format_spec && fstring.field_depth >= 0;
    if (c == kEof || (fstring.quote_size == 1 && c == '\n')) {
      if (in_spec && c == '\n') {
        return Fail(
            "f-string: newlines are not allowed in format specifiers for single quoted f-strings");
      }
      return UnterminatedFString();
    }
    if (c == fstring.quote) {
      ++end_quotes;
      continue;
    }
    end_quotes = 0;
    if (c == '{') {
      if (LookingAt("{") && !in_spec) {
        ++position_;
        emit_text(position_ - 1);
        return true;
      }
      if (in_character_name) continue;
      Back(c);
      emit_text(position_);
      return enter_field();
    }
    if (c == '}') {
      if (in_character_name) {
        in_character_name = false;
        continue;
      }
      if (LookingAt("}") && !in_spec && fstring.bracket_depth == 0) {
        ++position_;
        emit_text(position_ - 1);
        return true;
      }
      Back(c);
      fstring.in_expression = true;
      emit_text(position_);
      return true;
    }
    if (c == '\\') {
      int escaped = Next();
      if (escaped == '{' || escaped == '}') {
        if (!fstring.raw) Warn(Quoted("invalid escape sequence '\\", escaped, "'"));
        Back(escaped);
      } else if (!fstring.raw && escaped == 'N' && LookingAt("{")) {
        ++position_;
        in_character_name = true;
      }
    }
  }
  position_ -= static_cast<uint32_t>(fstring.quote_size);
  emit_text(position_);
  return true;
}

bool Lexer::Operator(uint32_t start, int c) {
  FString* fstring = fstrings_.empty() ? nullptr : &fstrings_.back();
  if (c == ':' && fstring != nullptr && fstring->bracket_depth - 1 == fstring->field_depth) {
    fstring->in_expression = false;
    fstring->in_format_spec = true;
    Emit(TokenKind::kColon, start, position_);
    return true;
  }
  if (c == '.' && LookingAt("..")) {
    position_ += 2;
    Emit(TokenKind::kEllipsis, start, position_);
    return true;
  }
  int second = position_ < line_end_ ? static_cast<unsigned char>(text_[position_]) : 0;
  TokenKind two = TwoCharOperator(c, second);
  if (two != TokenKind::kUnknown) {
    ++position_;
    int third = position_ < line_end_ ? static_cast<unsigned char>(text_[position_]) : 0;
    TokenKind three = ThreeCharOperator(two, third);
    if (three != TokenKind::kUnknown) ++position_;
    Emit(three != TokenKind::kUnknown ? three : two, start, position_);
    return true;
  }
  if (c == '(' || c == '[' || c == '{') {
    if (!OpenBracket(static_cast<char>(c), start)) return false;
  } else if (c == ')' || c == ']' || c == '}') {
    if (!CloseBracket(static_cast<char>(c))) return false;
  } else if (c < 0x20 || c == 0x7F) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    return Fail(std::string("invalid non-printable character ") + code);
  }
  Emit(OneCharOperator(c), start, position_);
  return true;
}

bool Lexer::OpenBracket(char c, uint32_t start) {
  if (brackets_.size() >= kMaxBrackets) return Fail("too many nested parentheses");
  brackets_.push_back({c, line_, start});
  if (!fstrings_.empty()) ++fstrings_.back().bracket_depth;
  return true;
}

bool Lexer::CloseBracket(char c) {
  FString* fstring = fstrings_.empty() ? nullptr : &fstrings_.back();
  if (fstring != nullptr && fstring->bracket_depth == 0 && c == '}') {
    return Fail("f-string: single '}' is not allowed");
  }
  if (brackets_.empty()) return Fail(Quoted("unmatched '", c, "'"));
  Bracket open = brackets_.back();
  brackets_.pop_back();
  bool matches = (open.character == '(' && c == ')') || (open.character == '[' && c == ']') ||
                 (open.character == '{' && c == '}');
  if (!matches) {
    if (fstring != nullptr && open.character == '{' &&
        fstring->bracket_depth - 1 == fstring->field_depth) {
      return Fail(Quoted("f-string: unmatched '", c, "'"));
    }
    std::string message = Quoted("closing parenthesis '", c, "' does not match opening ") +
                          Quoted("parenthesis '", open.character, "'");
    if (open.line != line_) message += " on line " + std::to_string(open.line);
    return Fail(std::move(message));
  }
  if (fstring == nullptr) return true;
  if (--fstring->bracket_depth < 0) return Fail(Quoted("f-string: unmatched '", c, "'"));
  if (c == '}' && fstring->bracket_depth == fstring->field_depth) {
    --fstring->field_depth;
    fstring->in_expression = false;
    // A field inside a format spec leaves the lexer in that spec.
    fstring->in_format_spec = fstring->field_depth >= 0;
  }
  return true;
}

void Lexer::Warn(std::string message) {
  const uint32_t column = result_->Column(line_, position_ - 1);
  result_->warnings.push_back({std::move(message), {line_, column, line_, column}});
}

std::string_view LexResult::Line(uint32_t line) const {
  if (line == 0 || line > line_starts.size()) return {};
  std::string_view text = std::string_view(source).substr(line_starts[line - 1]);
  return text.substr(0, text.find('\n'));
}

uint32_t LexResult::Column(uint32_t line, uint32_t offset) const {
  uint32_t start = line_starts[line - 1];
  return static_cast<uint32_t>(
      CountCodePoints(std::string_view(source).substr(start, offset - start)));
}

LexResult Tokenize(std::string_view source, const ParseOptions& options) {
  LexResult result;
  SourceText text = ReadSource(source, options.filename);
  if (!text.error.empty()) {
    result.error.error.message = std::move(text.error);
    result.error.error.has_text = false;
    result.tokens.push_back({});
    result.tokens.back().kind = TokenKind::kError;
    return result;
  }
  result.source = std::move(text.text);
  if (options.mode == ParseMode::kExec && !result.source.empty() && result.source.back() != '\n') {
    result.source += '\n';
  }
  for (char c : result.source) result.ascii = result.ascii && static_cast<signed char>(c) >= 0;
  Lexer(&result, options).Run();
  return result;
}

}  // namespace heddle::syntax
