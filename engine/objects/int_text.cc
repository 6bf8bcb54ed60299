// int to text and back.
#include <algorithm>
#include <vector>

#include "objects/context.h"
#include "objects/int.h"
#include "objects/limbs.h"
#include "objects/magnitude.h"
#include "objects/str_ops.h"
#include "objects/unicode.h"

namespace heddle {

namespace {

// Below this length CPython does not look at the limit.
constexpr size_t kUnlimitedDigits = 640;

int DigitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

int BaseOfPrefix(char c) {
  switch (c) {
    case 'x':
    case 'X': return 16;
    case 'o':
    case 'O': return 8;
    case 'b':
    case 'B': return 2;
    default: return 0;
  }
}

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Value Invalid(Context& cx, int base, Value shown) {
  const std::string message = fmt::format("invalid literal for int() with base {}: ", base);
  Value text;
  if (TryRepr(cx, shown, ReprKind::kRepr, &text) == Tri::kTrue) {
    constexpr uint32_t kShown = 200;
    Str* repr = text.As<Str>();
    if (repr->length > kShown) repr = StrSubstring(cx, repr, 0, kShown);
    return cx.Raise(Exc::kValueError, message + ToUtf8(repr));
  }
  return cx.TailCall(Library::kRarely, {cx.NewString("bad_literal"), cx.NewString(message), shown});
}

// The sign and the digits of text without surrounding spaces. Undefined: malformed.
Value ParseSigned(Context& cx, std::string_view text, int base) {
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const Value magnitude = IntFromDigits(cx, text, base);
  return negative && !magnitude.IsUndefined() ? IntNeg(cx, magnitude) : magnitude;
}

}  // namespace

Value IntFromDigits(Context& cx, std::string_view digits, int base) {
  cx.pending = Value::Undefined();
  bool after_prefix = false;
  if (digits.size() > 1 && digits[0] == '0') {
    const int prefix = BaseOfPrefix(digits[1]);
    if (prefix != 0 && (base == 0 || base == prefix)) {
      base = prefix;
      digits.remove_prefix(2);
      after_prefix = true;
    }
  }
  bool only_zero = false;
  if (base == 0) {
    only_zero = !digits.empty() && digits[0] == '0';
    base = 10;
  }
  if (after_prefix && !digits.empty() && digits[0] == '_') digits.remove_prefix(1);
  if (digits.empty() || digits[0] == '_' || digits.back() == '_') return Value::Undefined();

  const size_t few = base <= 10 ? 18 : 12;  // digits of any value fit in 63 bits
  int64_t small = 0;
  size_t count = 0;
  std::vector<uint8_t> values;
  if (digits.size() > few) values.reserve(digits.size());
  char previous = 0;
  for (char c : digits) {
    if (c == '_') {
      if (previous == '_') return Value::Undefined();
    } else {
      const int value = DigitOf(c);
      if (value >= base) return Value::Undefined();
      if (only_zero && value != 0) return Value::Undefined();
      ++count;
      if (digits.size() > few) {
        values.push_back(static_cast<uint8_t>(value));
      } else {
        small = small * base + value;
      }
    }
    previous = c;
  }
  if (digits.size() <= few) return IntFromInt64(cx.heap, small);
  const size_t limit = cx.runtime.int_max_str_digits.Load();
  if (limit != 0 && count > std::max(limit, kUnlimitedDigits) && (base & (base - 1)) != 0) {
    return cx.Raise(Exc::kValueError,
                    "Exceeds the limit ({} digits) for integer string conversion: value has {} "
                    "digits; use sys.set_int_max_str_digits() to increase the limit",
                    limit, count);
  }
  return IntFromLimbs(cx.heap, limbs::FromDigits(values, base), false);
}

Value IntFromStr(Context& cx, const Str* text, int base) {
  std::string ascii;
  if (text->ascii) return IntFromText(cx, text->ascii_view(), base, Value::Of(text));
  for (uint32_t i = 0; i < text->length; ++i) {
    const char32_t c = text->At(i);
    if (c < 128) {
      ascii.push_back(static_cast<char>(c));
    } else if (unicode::Has(c, unicode::kSpace)) {
      ascii.push_back(' ');
    } else {
      const int digit = unicode::DecimalValue(c);
      ascii.push_back(digit >= 0 ? static_cast<char>('0' + digit) : '?');
    }
  }
  return IntFromText(cx, ascii, base, Value::Of(text));
}

Value IntFromText(Context& cx, std::string_view ascii, int base, Value shown) {
  const Value result = ParseSigned(cx, ascii, base);
  if (!result.IsUndefined() || !cx.pending.IsUndefined()) return result;
  return Invalid(cx, base, shown);
}

// In pieces of 19 digits, the most that 64 bits hold.
static std::string DecimalDigits(unsigned __int128 number) {
  constexpr uint64_t kPiece = 10'000'000'000'000'000'000u;
  constexpr size_t kPieceDigits = 19;
  if (number < kPiece) {
    const fmt::format_int text(static_cast<uint64_t>(number));
    return std::string(text.data(), text.size());
  }
  std::string digits = DecimalDigits(number / kPiece);
  const fmt::format_int low(static_cast<uint64_t>(number % kPiece));
  digits.append(kPieceDigits - low.size(), '0');
  return digits.append(low.data(), low.size());
}

std::string IntToString(Value v, int base) {
  if (base == 10 && !v.IsObject()) {
    const fmt::format_int text(v.IsSmall() ? v.small() : int64_t{v.IsTrue()});
    return std::string(text.data(), text.size());
  }
  const Magnitude m(v);
  std::string digits;
  if (base == 10 && m.count <= 4) {
    unsigned __int128 rest = 0;
    for (size_t i = m.count; i-- > 0;) rest = rest << 32 | m.limbs[i];
    return (m.negative && m.count != 0 ? "-" : "") + DecimalDigits(rest);
  }
  switch (base) {
    case 2: digits = limbs::ToBinaryBase(m.view(), 1); break;
    case 8: digits = limbs::ToBinaryBase(m.view(), 3); break;
    case 16: digits = limbs::ToBinaryBase(m.view(), 4); break;
    default: digits = limbs::ToBase(m.view(), base);
  }
  return m.negative && m.count != 0 ? "-" + digits : digits;
}

namespace {
Value TooLong(Context& cx, size_t limit) {
  return cx.Raise(Exc::kValueError,
                  "Exceeds the limit ({} digits) for integer string conversion; use "
                  "sys.set_int_max_str_digits() to increase the limit",
                  limit);
}
}  // namespace

bool IntCheckPrintable(Context& cx, Value v) {
  const size_t limit = cx.runtime.int_max_str_digits.Load();
  const Magnitude m(v);
  if (limit == 0 || m.count * 10 <= kUnlimitedDigits) return true;
  // 1/log2(10) < 0.30103: a lower bound on the number of digits, one too low at most.
  const auto digits = static_cast<double>(limbs::BitLength(m.view()) - 1) * 0.30102999;
  if (digits < static_cast<double>(limit) - 1) return true;
  if (digits < static_cast<double>(limit) + 1) {
    if (IntToString(v).size() - m.negative <= limit) return true;
  }
  TooLong(cx, limit);
  return false;
}

Str* IntRepr(Context& cx, Value v) {
  if (!v.IsObject()) {
    const fmt::format_int text(v.IsSmall() ? v.small() : int64_t{v.IsTrue()});
    return NewStrFromAscii(cx.heap, {text.data(), text.size()});
  }
  if (!IntCheckPrintable(cx, v)) return nullptr;
  return NewStrFromAscii(cx.heap, IntToString(v));
}

}  // namespace heddle
