// The lexer behind Tokenize(). It reads line by line, as CPython's does, because what CPython
// reports depends on which lines have been read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/token.h"

namespace heddle::syntax {

class Lexer {
 public:
  Lexer(LexResult* result, const ParseOptions& options);

  // Fills result->tokens.
  void Run();

 private:
  static constexpr int kEof = -1;
  static constexpr int kMaxIndent = 100;
  static constexpr int kMaxBrackets = 200;
  static constexpr size_t kMaxFStrings = 149;
  static constexpr int kMaxFieldNesting = 3;
  static constexpr int kTabSize = 8;

  struct Indent {
    int column;
    int alt_column;  // With tabs one wide: both orders must agree.
  };
  struct Bracket {
    char character;
    uint32_t line;
    uint32_t offset;
  };
  // An f-string that is open. `in_expression`: inside a replacement field.
  struct FString {
    char quote;
    int quote_size;
    bool raw;
    bool in_expression = false;
    bool in_format_spec = false;
    bool debug = false;
    int bracket_depth = 0;
    int field_depth = -1;
    uint32_t start;
    uint32_t line;
    uint32_t line_start;
  };

  bool NextToken();  // False: the stream has ended.
  bool NextFStringToken();
  bool StartOfLine(bool* blank);
  bool Indentation(int column, int alt_column);
  bool Word(uint32_t start);
  bool VerifyIdentifier(uint32_t start);
  bool Number(uint32_t start, int c);
  bool RadixNumber(uint32_t start, int radix, const char* name);
  bool Fraction(uint32_t start, int c);
  bool Exponent(uint32_t start, int mark);
  bool Imaginary(uint32_t start);
  bool DecimalTail(int* c);
  bool EndOfNumber(int c, const char* name);
  bool StringLiteral(uint32_t start, char quote);
  bool FStringStart(uint32_t start, char quote);
  bool UnterminatedString(uint32_t start, uint32_t first_line, uint32_t first_line_start,
                          char quote, int quote_size, bool escaped_quote);
  bool UnterminatedFString();
  bool ContinuationLine();
  bool Operator(uint32_t start, int c);
  bool OpenBracket(char c, uint32_t start);
  bool CloseBracket(char c);

  int Next();
  void Back(int c) {
    if (c != kEof) --position_;
  }
  bool LookingAt(std::string_view text) const;

  void Emit(TokenKind kind, uint32_t start, uint32_t end);
  void EmitFrom(TokenKind kind, uint32_t start, uint32_t line, uint32_t line_start);
  void EmitUnlocated(TokenKind kind);
  bool Fail(std::string message);  // At the current position. Returns false.
  bool FailRange(std::string message, int column, int end_column);
  bool FailStatus(ErrorKind kind, std::string message, int column);
  bool FailEndOfInput();
  void FinishError();
  void Warn(std::string message);

  uint32_t ColumnAt(uint32_t line_start, uint32_t offset) const;

  LexResult* result_;
  const ParseOptions& options_;
  std::string_view text_;
  uint32_t position_ = 0;
  uint32_t line_end_ = 0;  // Of the line that is being read, past its newline.
  uint32_t line_start_ = 0;
  uint32_t line_ = 0;
  bool at_line_start_ = true;
  int pending_indents_ = 0;
  std::vector<Indent> indents_;
  std::vector<Bracket> brackets_;
  std::vector<FString> fstrings_;
  bool emitted_statement_ = false;
};

}  // namespace heddle::syntax
