// Tokens of Python source.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "syntax/parser.h"

namespace heddle::syntax {

// Punctuation: T(name, spelling).
// clang-format off
#define HEDDLE_SYNTAX_OPERATORS(T)                                                            \
  T(LeftParen, "(") T(RightParen, ")") T(LeftBracket, "[") T(RightBracket, "]")               \
  T(LeftBrace, "{") T(RightBrace, "}") T(Colon, ":") T(Comma, ",") T(Semicolon, ";")          \
  T(Plus, "+") T(Minus, "-") T(Star, "*") T(Slash, "/") T(Bar, "|") T(Ampersand, "&")         \
  T(Less, "<") T(Greater, ">") T(Equal, "=") T(Dot, ".") T(Percent, "%") T(EqualEqual, "==")  \
  T(NotEqual, "!=") T(LessEqual, "<=") T(GreaterEqual, ">=") T(Tilde, "~") T(Caret, "^")      \
  T(LeftShift, "<<") T(RightShift, ">>") T(DoubleStar, "**") T(PlusEqual, "+=")               \
  T(MinusEqual, "-=") T(StarEqual, "*=") T(SlashEqual, "/=") T(PercentEqual, "%=")            \
  T(AmpersandEqual, "&=") T(BarEqual, "|=") T(CaretEqual, "^=") T(LeftShiftEqual, "<<=")      \
  T(RightShiftEqual, ">>=") T(DoubleStarEqual, "**=") T(DoubleSlash, "//")                    \
  T(DoubleSlashEqual, "//=") T(At, "@") T(AtEqual, "@=") T(Arrow, "->") T(Ellipsis, "...")    \
  T(ColonEqual, ":=") T(Exclamation, "!") T(LessGreater, "<>")
// clang-format on

// Keywords: T(name, spelling).
// clang-format off
#define HEDDLE_SYNTAX_KEYWORDS(T)                                                             \
  T(False, "False") T(None, "None") T(True, "True") T(And, "and") T(As, "as")                 \
  T(Assert, "assert") T(Async, "async") T(Await, "await") T(Break, "break")                   \
  T(Class, "class") T(Continue, "continue") T(Def, "def") T(Del, "del") T(Elif, "elif")       \
  T(Else, "else") T(Except, "except") T(Finally, "finally") T(For, "for") T(From, "from")     \
  T(Global, "global") T(If, "if") T(Import, "import") T(In, "in") T(Is, "is")                 \
  T(Lambda, "lambda") T(Nonlocal, "nonlocal") T(Not, "not") T(Or, "or") T(Pass, "pass")       \
  T(Raise, "raise") T(Return, "return") T(Try, "try") T(While, "while") T(With, "with")       \
  T(Yield, "yield")
// clang-format on

enum class TokenKind : uint8_t {
  kEndMarker,
  kError,  // The last token of source that cannot be split; see LexResult::error.
  kName,   // Soft keywords too.
  kNumber,
  kString,
  kFStringStart,
  kFStringMiddle,
  kFStringEnd,
  kNewline,
  kIndent,
  kDedent,
  kUnknown,  // A character that no token begins with: `$`, `?` or a backquote.
#define HEDDLE_TOKEN(name, spelling) k##name,
  HEDDLE_SYNTAX_OPERATORS(HEDDLE_TOKEN) HEDDLE_SYNTAX_KEYWORDS(HEDDLE_TOKEN)
#undef HEDDLE_TOKEN
};

inline bool IsKeyword(TokenKind kind) { return kind >= TokenKind::kFalse; }

struct Token {
  TokenKind kind = TokenKind::kEndMarker;
  uint8_t level = 0;    // Open brackets after this token.
  bool located = true;  // False: CPython gives it no columns of its own (INDENT, DEDENT, end).
  uint32_t start = 0;   // Bytes in LexResult::source.
  uint32_t end = 0;
  SourceSpan span;
};

// How the token stream ended early.
struct LexError {
  enum class Form : uint8_t {
    kRaised,      // Found by the lexer itself: wins over a plain "invalid syntax" before it.
    kStatus,      // Reported only by who reads the error token.
    kEndOfInput,  // The source ended inside brackets or after a line continuation.
  };
  Form form = Form::kRaised;
  SyntaxError error;
  bool in_fstring = false;
  // The innermost open bracket.
  bool has_open_bracket = false;
  char bracket = 0;
  uint32_t bracket_line = 0;
  uint32_t bracket_col = 0;
};

struct LexResult {
  std::string source;                 // With \n line ends, without byte order mark.
  std::vector<uint32_t> line_starts;  // Offset of each line; line 1 is at index 0.
  bool ascii = true;
  std::vector<Token> tokens;  // Ends with kEndMarker or kError.
  LexError error;
  uint32_t last_line = 1;  // Of the end of input.
  std::vector<SyntaxWarning> warnings;

  // 1-based line without its newline.
  std::string_view Line(uint32_t line) const;
  // Column in code points of a byte offset that lies in `line`.
  uint32_t Column(uint32_t line, uint32_t offset) const;
};

// Splits `source`; never fails otherwise than by a kError token at the end. A problem of the whole
// source (encoding, null bytes) is the only token then.
[[nodiscard]] LexResult Tokenize(std::string_view source, const ParseOptions& options);

}  // namespace heddle::syntax
