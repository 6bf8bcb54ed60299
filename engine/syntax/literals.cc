// Numbers and strings.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include "syntax/parser_state.h"
#include "syntax/utf8.h"

namespace heddle::syntax {
namespace {

constexpr size_t kMaxDecimalDigits = 4300;

int DigitValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// False: does not fit.
bool ToInt64(std::string_view digits, int radix, int64_t* value) {
  uint64_t total = 0;
  constexpr uint64_t kMax = std::numeric_limits<int64_t>::max();
  for (char c : digits) {
    auto digit = static_cast<uint64_t>(DigitValue(c));
    auto base = static_cast<uint64_t>(radix);
    if (total > (kMax - digit) / base) return false;
    total = total * base + digit;
  }
  *value = static_cast<int64_t>(total);
  return true;
}

}  // namespace

Expr* Parser::ParseNumber() {
  const Token& token = Current();
  ++position_;
  std::string text;
  for (char c : Text(token)) {
    if (c != '_') text += c;
  }
  auto* constant = MakeConstant(token.span, ConstantType::kInt);
  int radix = 10;
  if (text.size() > 2 && text[0] == '0') {
    char mark = static_cast<char>(text[1] | 0x20);
    radix = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
  }
  if (radix == 10) {
    bool imaginary = text.back() == 'j' || text.back() == 'J';
    if (imaginary || text.find_first_of(".eE") != std::string::npos) {
      constant->type = imaginary ? ConstantType::kImaginary : ConstantType::kFloat;
      constant->real = std::strtod(text.c_str(), nullptr);
      return constant;
    }
  }
  std::string_view digits = text;
  if (radix != 10) digits.remove_prefix(2);
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  if (ToInt64(digits, radix, &constant->integer)) return constant;
  if (radix == 10 && digits.size() > kMaxDecimalDigits) {
    RaiseAt(token.span,
            "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                std::to_string(digits.size()) +
                " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                "hexadecimal for huge integer literals to avoid decimal conversion limits.");
    return nullptr;
  }
  constant->type = ConstantType::kBigInt;
  constant->radix = static_cast<uint8_t>(radix);
  constant->text = arena_.CopyText(digits);
  return constant;
}

namespace {

// Decodes the escapes of one literal.
class EscapeDecoder {
 public:
  EscapeDecoder(std::string_view body, bool bytes, const ParseOptions& options)
      : body_(body), bytes_(bytes), options_(options) {}

  bool Decode(std::string* out);

  const std::string& error() const { return error_; }
  struct Warning {
    size_t offset;
    std::string message;
  };
  const std::vector<Warning>& warnings() const { return warnings_; }

 private:
  bool Escape(std::string* out);
  bool Hex(size_t start, int digits, std::string* out);
  void Octal(size_t start, std::string* out);
  bool CharacterName(size_t start, std::string* out);
  bool Fail(size_t start, size_t end, const char* reason);
  void Append(char32_t c, std::string* out) {
    if (bytes_) {
      out->push_back(static_cast<char>(c));
    } else {
      AppendCodePoint(out, c);
    }
  }
  // CPython counts a non-ASCII character as the ten bytes of its \U escape.
  size_t CountedPosition(size_t offset) const {
    size_t count = 0;
    for (size_t i = 0; i < offset;) {
      size_t length = SequenceLength(static_cast<unsigned char>(body_[i]));
      count += length == 1 ? 1 : 10;
      i += length;
    }
    return count;
  }

  std::string_view body_;
  bool bytes_;
  const ParseOptions& options_;
  size_t at_ = 0;
  std::string error_;
  std::vector<Warning> warnings_;
};

bool EscapeDecoder::Fail(size_t start, size_t end, const char* reason) {
  size_t first = CountedPosition(start);
  size_t last = first + (end - start) - 1;
  error_ = "(unicode error) 'unicodeescape' codec can't decode ";
  if (first == last) {
    error_ += "byte 0x5c in position " + std::to_string(first);
  } else {
    error_ += "bytes in position " + std::to_string(first) + "-" + std::to_string(last);
  }
  error_ += std::string(": ") + reason;
  return false;
}

bool EscapeDecoder::Decode(std::string* out) {
  while (at_ < body_.size()) {
    size_t next = body_.find('\\', at_);
    if (next == std::string_view::npos) next = body_.size();
    out->append(body_.substr(at_, next - at_));
    at_ = next;
    if (at_ < body_.size() && !Escape(out)) return false;
  }
  return true;
}

bool EscapeDecoder::Hex(size_t start, int digits, std::string* out) {
  char32_t value = 0;
  int read = 0;
  while (read < digits && at_ < body_.size() && DigitValue(body_[at_]) < 16) {
    value = value << 4 | static_cast<char32_t>(DigitValue(body_[at_++]));
    ++read;
  }
  if (read < digits) {
    if (bytes_) {
      error_ = "(value error) invalid \\x escape at position " + std::to_string(start);
      return false;
    }
    return Fail(start, at_,
                digits == 2   ? "truncated \\xXX escape"
                : digits == 4 ? "truncated \\uXXXX escape"
                              : "truncated \\UXXXXXXXX escape");
  }
  if (value > 0x10FFFF) return Fail(start, at_, "illegal Unicode character");
  Append(value, out);
  return true;
}

void EscapeDecoder::Octal(size_t start, std::string* out) {
  char32_t value = 0;
  int read = 0;
  while (read < 3 && at_ < body_.size() && body_[at_] >= '0' && body_[at_] <= '7') {
    value = value << 3 | static_cast<char32_t>(body_[at_++] - '0');
    ++read;
  }
  if (value > 0xFF) {
    warnings_.push_back({start, "invalid octal escape sequence '" +
                                    std::string(body_.substr(start, at_ - start)) + "'"});
  }
  Append(bytes_ ? value & 0xFF : value, out);
}

bool EscapeDecoder::CharacterName(size_t start, std::string* out) {
  size_t close =
      at_ < body_.size() && body_[at_] == '{' ? body_.find('}', at_) : std::string_view::npos;
  if (close == std::string_view::npos || close == at_ + 1) {
    size_t end = close != std::string_view::npos           ? close
                 : at_ < body_.size() && body_[at_] == '{' ? body_.size()
                                                           : at_;
    return Fail(start, end, "malformed \\N character escape");
  }
  std::string_view name = body_.substr(at_ + 1, close - at_ - 1);
  at_ = close + 1;
  if (options_.lookup_character_name == nullptr) {
    return Fail(start, at_, "character names are not available");
  }
  std::optional<char32_t> c = options_.lookup_character_name(name, options_.lookup_context);
  if (!c) return Fail(start, at_, "unknown Unicode character name");
  Append(*c, out);
  return true;
}

bool EscapeDecoder::Escape(std::string* out) {
  size_t start = at_++;
  if (at_ == body_.size()) return Fail(start, at_, "\\ at end of string");
  char c = body_[at_++];
  switch (c) {
    case '\n': return true;
    case '\\':
    case '\'':
    case '"': out->push_back(c); return true;
    case 'a': out->push_back('\a'); return true;
    case 'b': out->push_back('\b'); return true;
    case 'f': out->push_back('\f'); return true;
    case 'n': out->push_back('\n'); return true;
    case 'r': out->push_back('\r'); return true;
    case 't': out->push_back('\t'); return true;
    case 'v': out->push_back('\v'); return true;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
      --at_;
      Octal(start, out);
      return true;
    case 'x': return Hex(start, 2, out);
    case 'u':
      if (!bytes_) return Hex(start, 4, out);
      break;
    case 'U':
      if (!bytes_) return Hex(start, 8, out);
      break;
    case 'N':
      if (!bytes_) return CharacterName(start, out);
      break;
    default: break;
  }
  if (static_cast<unsigned char>(c) < 0x80) {
    warnings_.push_back({start, std::string("invalid escape sequence '\\") + c + "'"});
  }
  out->push_back('\\');
  --at_;
  size_t length = SequenceLength(static_cast<unsigned char>(c));
  out->append(body_.substr(at_, length));
  at_ += length;
  return true;
}

}  // namespace

bool Parser::DecodeEscapes(std::string_view body, bool bytes, const Token& token,
                           std::string* out) {
  EscapeDecoder decoder(body, bytes, options_);
  if (!decoder.Decode(out)) {
    if (token.kind == TokenKind::kFStringMiddle) ReadFStringToEnd();
    RaiseHere(decoder.error());
    return false;
  }
  if (second_pass_) return true;
  for (const auto& warning : decoder.warnings()) {
    // The lexer has warned of a backslash before a brace.
    const char escaped = body[warning.offset + 1];
    if (token.kind == TokenKind::kFStringMiddle && (escaped == '{' || escaped == '}')) continue;
    const auto offset = static_cast<uint32_t>(body.data() - lexed_.source.data() + warning.offset);
    const std::string_view before = body.substr(0, warning.offset);
    const auto line =
        token.span.line + static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const uint32_t column = lexed_.Column(line, offset);
    result_.warnings.push_back({warning.message, {line, column, line, column + 2}});
  }
  return true;
}

// One STRING token.
Constant* Parser::ParseStringLiteral() {
  const Token& token = Current();
  ++position_;
  std::string_view text = Text(token);
  bool bytes = false, raw = false, u_prefix = false;
  while (text[0] != '\'' && text[0] != '"') {
    char prefix = static_cast<char>(text[0] | 0x20);
    bytes = bytes || prefix == 'b';
    raw = raw || prefix == 'r';
    u_prefix = u_prefix || text[0] == 'u';
    text.remove_prefix(1);
  }
  size_t quotes = text.size() >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
  std::string_view body = text.substr(quotes, text.size() - 2 * quotes);
  auto* constant = MakeConstant(token.span, bytes ? ConstantType::kBytes : ConstantType::kStr);
  constant->u_prefix = u_prefix;
  if (bytes) {
    for (char c : body) {
      if (static_cast<signed char>(c) < 0) {
        RaiseAt(token.span, "bytes can only contain ASCII literal characters");
        return nullptr;
      }
    }
  }
  if (raw || body.find('\\') == std::string_view::npos) {
    constant->text = arena_.CopyText(body);
    return constant;
  }
  std::string decoded;
  if (!DecodeEscapes(body, bytes, token, &decoded)) return nullptr;
  constant->text = arena_.CopyText(decoded);
  return constant;
}

// Adjacent literals.
Expr* Parser::ParseStrings() {
  SourceSpan start = Here();
  std::vector<Expr*> parts;
  bool any_bytes = false, any_text = false, any_fstring = false;
  while (At(TokenKind::kString) || At(TokenKind::kFStringStart)) {
    if (At(TokenKind::kFStringStart)) {
      any_fstring = any_text = true;
      if (!ParseFString(&parts)) return nullptr;
      continue;
    }
    Constant* constant = ParseStringLiteral();
    if (constant == nullptr) return nullptr;
    bool bytes = constant->type == ConstantType::kBytes;
    (bytes ? any_bytes : any_text) = true;
    parts.push_back(constant);
  }
  if (any_bytes && any_text) {
    RaiseHere("cannot mix bytes and nonbytes literals");
    return nullptr;
  }
  if (!any_fstring && parts.size() == 1) return parts[0];
  if (any_fstring) return JoinFString(start, parts);
  return JoinConstants(start, parts.data(), parts.size());
}

// One constant with the text of all.
Constant* Parser::JoinConstants(const SourceSpan& start, Expr* const* parts, size_t count) {
  const auto* first = parts[0]->As<Constant>();
  auto* result = MakeConstant(start, first->type);
  result->u_prefix = first->u_prefix;
  result->span.end_line = parts[count - 1]->span.end_line;
  result->span.end_col = parts[count - 1]->span.end_col;
  std::string text;
  for (size_t i = 0; i < count; ++i) text += parts[i]->As<Constant>()->text;
  result->text = arena_.CopyText(text);
  return result;
}

// Merges constants that touch and drops empty ones.
JoinedStr* Parser::JoinFString(const SourceSpan& start, const std::vector<Expr*>& parts) {
  List<Expr> values(this);
  for (size_t i = 0; i < parts.size();) {
    if (!parts[i]->Is<Constant>()) {
      values.Add(parts[i++]);
      continue;
    }
    size_t end = i;
    while (end < parts.size() && parts[end]->Is<Constant>()) ++end;
    Constant* merged = JoinConstants(parts[i]->span, &parts[i], end - i);
    if (!merged->text.empty()) values.Add(merged);
    i = end;
  }
  auto* result = Make<JoinedStr>(start);
  result->values = values.Take();
  FitAll(result, result->values);
  return result;
}

}  // namespace heddle::syntax
