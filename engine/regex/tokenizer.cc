#include "regex/tokenizer.h"

#include <algorithm>

#include "objects/unicode.h"

namespace heddle::regex {

namespace {

bool IsIdentifier(const std::u32string& name) {
  if (name.empty() || !unicode::Has(name[0], unicode::kIdStart)) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char32_t c) { return unicode::Has(c, unicode::kIdContinue); });
}

}  // namespace

Tokenizer::Tokenizer(std::u32string_view text, bool is_bytes, Error* error)
    : text_(text), is_bytes_(is_bytes), error_(error) {
  Advance();
}

void Tokenizer::Advance() {
  if (index_ >= text_.size()) {
    next_ = Token();
    return;
  }
  next_ = Token{1, text_[index_], 0};
  if (next_.c == '\\') {
    if (index_ + 1 >= text_.size()) {
      FailAt("bad escape (end of pattern)", static_cast<int64_t>(text_.size()) - 1);
      next_ = Token();
      return;
    }
    next_ = Token{2, '\\', text_[index_ + 1]};
  }
  index_ += next_.length;
}

Token Tokenizer::Get() {
  const Token token = next_;
  Advance();
  return token;
}

bool Tokenizer::Match(char32_t c) {
  if (!next_.Is(c)) return false;
  Advance();
  return true;
}

void Tokenizer::GetWhile(int count, bool (*accepts)(char32_t), std::u32string* text) {
  for (; count > 0 && next_.length == 1 && accepts(next_.c); --count) {
    text->push_back(next_.c);
    Advance();
  }
}

bool Tokenizer::GetUntil(char32_t terminator, std::string_view what, std::u32string* text) {
  while (true) {
    const Token token = Get();
    if (failed_) return false;
    if (token.length == 0) {
      if (text->empty()) return Fail(fmt::format("missing {}", what));
      return Fail(fmt::format("missing {}, unterminated name", static_cast<char>(terminator)),
                  text->size());
    }
    if (token.Is(terminator)) break;
    *text += token.text();
  }
  return !text->empty() || Fail(fmt::format("missing {}", what), 1);
}

bool Tokenizer::CheckGroupName(const std::u32string& name, size_t offset) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char32_t c) { return c < 0x80; });
  if ((!is_bytes_ || ascii) && IsIdentifier(name)) return true;
  return FailName("bad character in group name {}", name, name.size() + offset);
}

void Tokenizer::Seek(uint32_t index) {
  index_ = index;
  Advance();
}

bool Tokenizer::Fail(std::u32string_view message, size_t offset) {
  if (failed_) return false;
  failed_ = true;
  *error_ = Error();
  error_->message = message;
  error_->position = static_cast<int64_t>(Tell()) - static_cast<int64_t>(offset);
  return false;
}

bool Tokenizer::Fail(std::string_view message, size_t offset) {
  return Fail(Widen(message), offset);
}

bool Tokenizer::FailName(std::string_view message, const std::u32string& name, size_t offset,
                         Error::Kind kind) {
  if (failed_) return false;
  Fail(message, offset);
  error_->name = name;
  error_->shows_name = true;
  error_->kind = kind;
  return false;
}

bool Tokenizer::FailAt(std::string_view message, int64_t position, Error::Kind kind) {
  if (failed_) return false;
  Fail(message);
  error_->position = position;
  error_->kind = kind;
  return false;
}

std::u32string Widen(std::string_view ascii) { return {ascii.begin(), ascii.end()}; }

uint32_t DecimalNumber(std::u32string_view digits) {
  uint64_t number = 0;
  for (const char32_t c : digits) number = std::min<uint64_t>(number * 10 + (c - '0'), UINT32_MAX);
  return static_cast<uint32_t>(number);
}

uint32_t OctalNumber(std::u32string_view digits) {
  uint32_t number = 0;
  for (const char32_t c : digits) number = number * 8 + (c - '0');
  return number;
}

bool IsAsciiNumber(const std::u32string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

char32_t SimpleEscape(char32_t c) {
  switch (c) {
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    case '\\': return '\\';
    default: return 0;
  }
}

}  // namespace heddle::regex
