// Splits a pattern or a template into characters and escapes, one ahead, and makes errors that say
// where they were found.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "regex/node.h"

namespace heddle::regex {

inline bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool IsOctal(char32_t c) { return c >= '0' && c <= '7'; }
inline bool IsAsciiLetter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// One character, or a backslash and the character behind it; none at the end.
struct Token {
  uint32_t length = 0;
  char32_t c = 0;
  char32_t escaped = 0;

  bool Is(char32_t plain) const { return length == 1 && c == plain; }
  bool IsEscape() const { return length == 2; }
  bool IsPlainDigit() const { return length == 1 && IsDigit(c); }
  bool IsPlainOctal() const { return length == 1 && IsOctal(c); }
  std::u32string text() const {
    return length == 0   ? std::u32string()
           : length == 1 ? std::u32string{c}
                         : std::u32string{c, escaped};
  }
};

class Tokenizer {
 public:
  // The first token is read at once: failed() may be true from the beginning.
  Tokenizer(std::u32string_view text, bool is_bytes, Error* error);

  bool is_bytes() const { return is_bytes_; }
  bool failed() const { return failed_; }
  const Token& next() const { return next_; }
  bool AtEnd() const { return next_.length == 0; }
  Token Get();
  bool Match(char32_t c);
  // Up to `count` characters that `accepts` takes, appended to `text`.
  void GetWhile(int count, bool (*accepts)(char32_t), std::u32string* text);
  // The text before `terminator`, which is not empty. False: failed.
  bool GetUntil(char32_t terminator, std::string_view what, std::u32string* text);
  bool CheckGroupName(const std::u32string& name, size_t offset);
  uint32_t Tell() const { return index_ - next_.length; }
  void Seek(uint32_t index);

  // All return false. The place is `offset` characters before the next token.
  bool Fail(std::u32string_view message, size_t offset = 0);
  bool Fail(std::string_view message, size_t offset = 0);
  // "{}" in the message stands for the repr of the name.
  bool FailName(std::string_view message, const std::u32string& name, size_t offset,
                Error::Kind kind = Error::Kind::kPattern);
  bool FailAt(std::string_view message, int64_t position, Error::Kind kind = Error::Kind::kPattern);

 private:
  void Advance();

  std::u32string_view text_;
  bool is_bytes_;
  bool failed_ = false;
  Error* error_;
  uint32_t index_ = 0;
  Token next_;
};

std::u32string Widen(std::string_view ascii);
// The number that decimal digits make, at most UINT32_MAX.
uint32_t DecimalNumber(std::u32string_view digits);
uint32_t OctalNumber(std::u32string_view digits);
bool IsAsciiNumber(const std::u32string& text);
// What \a, \n and so on stand for; 0 for no such escape.
char32_t SimpleEscape(char32_t c);

}  // namespace heddle::regex
