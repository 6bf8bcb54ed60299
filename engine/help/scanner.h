// Splits source that may be half typed into lexemes and logical lines. Unlike the lexer of
// engine/syntax it never fails: what is not closed ends where a reader would say that it ends.
//
// A string without its closing quote ends with its line. A bracket without its partner ends where
// a line begins that cannot belong to it: at a name or a keyword that is not indented deeper than
// the statement. This is tried only for source whose brackets do not pair.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace heddle::help {

enum class LexemeKind : uint8_t { kName, kNumber, kString, kFStringText, kOperator };

struct Lexeme {
  LexemeKind kind;
  bool open = false;    // a string that lacks its closing quotes
  uint32_t start, end;  // bytes
  uint32_t line;        // of `start`, from 1
};

struct LogicalLine {
  uint32_t first, end;             // lexemes; never empty
  uint32_t first_line, last_line;  // from 1
  uint32_t indent;                 // columns, tabs to multiples of eight
};

struct ScannedSource {
  std::string_view text;
  std::vector<Lexeme> lexemes;
  std::vector<LogicalLine> lines;
  std::vector<uint32_t> line_starts;  // bytes; that of line 1 is at index 0
  struct Range {
    uint32_t start, end;
  };
  std::vector<Range> comments;

  std::string_view Text(const Lexeme& lexeme) const {
    return text.substr(lexeme.start, lexeme.end - lexeme.start);
  }
  bool Is(uint32_t lexeme, std::string_view spelling) const {
    return lexeme < lexemes.size() && Text(lexemes[lexeme]) == spelling;
  }
  // The first word of a logical line.
  std::string_view FirstWord(const LogicalLine& line) const { return Text(lexemes[line.first]); }
  // The start of a line, or the end of the text.
  uint32_t LineStart(uint32_t line) const {
    return line <= line_starts.size() ? line_starts[line - 1] : uint32_t(text.size());
  }
};

// `text` outlives the result; its lines end in \n.
ScannedSource ScanSource(std::string_view text);

bool IsKeyword(std::string_view word);
inline bool IsNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
inline bool IsNameByte(char c) { return IsNameStart(c) || (c >= '0' && c <= '9'); }

}  // namespace heddle::help
