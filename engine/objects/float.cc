#include "objects/float.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "objects/complex.h"
#include "objects/context.h"
#include "objects/int.h"
#include "objects/number_format.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/unicode.h"

namespace heddle {

namespace {

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;
constexpr int64_t kHashInfinity = 314159;

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(),
                                                   [](char a, char b) { return Lower(a) == b; });
}

// "d.ddde[+-]xx" as printf and fmt write it.
Decimal FromScientific(std::string_view text) {
  Decimal result{{}, 0};
  size_t i = 0;
  int before_point = -1;
  for (; i < text.size() && text[i] != 'e'; ++i) {
    if (text[i] == '.') {
      before_point = static_cast<int>(result.digits.size());
    } else {
      result.digits.push_back(text[i]);
    }
  }
  if (before_point < 0) before_point = static_cast<int>(result.digits.size());
  const int exponent = i < text.size() ? std::atoi(text.data() + i + 1) : 0;
  result.point = before_point + exponent;
  return result;
}

void StripZeros(std::string* digits) {
  while (digits->size() > 1 && digits->back() == '0') digits->pop_back();
}

void AppendExponent(int exponent, char letter, std::string* out) {
  out->push_back(letter);
  out->push_back(exponent < 0 ? '-' : '+');
  exponent = std::abs(exponent);
  if (exponent < 10) out->push_back('0');
  out->append(std::to_string(exponent));
}

std::string Scientific(const Decimal& d, char letter, bool alternate) {
  std::string out(1, d.digits[0]);
  if (d.digits.size() > 1 || alternate) out.push_back('.');
  out.append(d.digits, 1);
  const bool zero = d.digits.find_first_not_of('0') == std::string::npos;
  AppendExponent(zero ? 0 : d.point - 1, letter, &out);
  return out;
}

// `fraction` digits behind the point at least.
std::string Positional(const Decimal& d, int fraction, bool alternate) {
  std::string out;
  const int count = static_cast<int>(d.digits.size());
  if (d.point <= 0) {
    out = "0";
  } else {
    out.assign(d.digits, 0, std::min(d.point, count));
    if (d.point > count) out.append(d.point - count, '0');
  }
  std::string behind;
  if (d.point < 0) behind.append(-d.point, '0');
  if (d.point < count) behind.append(d.digits, std::max(d.point, 0));
  if (static_cast<int>(behind.size()) < fraction) behind.append(fraction - behind.size(), '0');
  if (!behind.empty() || alternate) out.push_back('.');
  return out + behind;
}

}  // namespace

Decimal ShortestDecimal(double d) {
  d = std::fabs(d);
  if (d == 0) return {"0", 1};
  char buffer[40];
  char* end = fmt::format_to(buffer, "{}", d);
  *end = 0;
  Decimal result = FromScientific({buffer, static_cast<size_t>(end - buffer)});
  size_t zeros = result.digits.find_first_not_of('0');
  result.digits.erase(0, zeros);
  result.point -= static_cast<int>(zeros);
  StripZeros(&result.digits);
  return result;
}

// printf is exact, and rounds half to even, in glibc and in musl.
Decimal RoundedDecimal(double d, int count) {
  std::string buffer(static_cast<size_t>(count) + 16, 0);
  buffer.resize(std::snprintf(buffer.data(), buffer.size(), "%.*e", count - 1, std::fabs(d)));
  return FromScientific(buffer);
}

Decimal FixedDecimal(double d, int count) {
  std::string buffer(static_cast<size_t>(count) + 330, 0);
  buffer.resize(std::snprintf(buffer.data(), buffer.size(), "%.*f", count, std::fabs(d)));
  return FromScientific(buffer);
}

std::string FloatReprText(double d) { return FloatToText(d, 'r', -1, false); }

Str* FloatRepr(Context& cx, double d) { return NewStrFromLatin1(cx.heap, FloatReprText(d)); }

// d with so many decimals, rounded half to even from its exact value, where that takes no more than
// 128 bits. False: it takes more.
static bool ShortFixed(double d, int precision, std::string* out) {
  constexpr int kMostDecimals = 15, kMantissaBits = 52, kBias = 1075;
  constexpr int kWordBits = 64, kAllGone = 120;
  if (precision > kMostDecimals) return false;
  const uint64_t bits = __builtin_bit_cast(uint64_t, d);
  const auto exponent = static_cast<int>(bits >> kMantissaBits & 0x7ff);
  uint64_t mantissa = bits & ((uint64_t{1} << kMantissaBits) - 1);
  if (exponent != 0) mantissa |= uint64_t{1} << kMantissaBits;
  const int shift = kBias - std::max(exponent, 1);
  if (shift <= 0) return false;
  unsigned __int128 scaled = mantissa;
  for (int i = 0; i < precision; ++i) scaled *= 10;
  uint64_t number = 0;
  if (shift < kAllGone) {
    const unsigned __int128 whole = scaled >> shift;
    if (whole >> (kWordBits - 1) != 0) return false;
    number = static_cast<uint64_t>(whole);
    const unsigned __int128 half = static_cast<unsigned __int128>(1) << (shift - 1);
    const unsigned __int128 rest = scaled - (whole << shift);
    if (rest > half || (rest == half && (number & 1) != 0)) ++number;
  }
  const fmt::format_int digits(number);
  const auto decimals = static_cast<size_t>(precision);
  if (std::signbit(d)) out->push_back('-');
  if (digits.size() <= decimals) {
    out->append("0.");
    out->append(decimals - digits.size(), '0');
    out->append(digits.data(), digits.size());
    return true;
  }
  out->append(digits.data(), digits.size() - decimals);
  if (decimals != 0) {
    out->push_back('.');
    out->append(digits.data() + digits.size() - decimals, decimals);
  }
  return true;
}

std::string FloatToText(double d, char type, int precision, bool alternate) {
  const bool upper = type == 'E' || type == 'F' || type == 'G';
  if (!std::isfinite(d)) {
    std::string text = std::isnan(d) ? "nan" : d < 0 ? "-inf" : "inf";
    if (upper) std::transform(text.begin(), text.end(), text.begin(), ::toupper);
    return text;
  }
  std::string out;
  if ((type == 'f' || type == 'F') && !alternate && ShortFixed(d, precision, &out)) return out;
  const char exponent_letter = upper ? 'E' : 'e';
  switch (type) {
    case 'e':
    case 'E': out = Scientific(RoundedDecimal(d, precision + 1), exponent_letter, alternate); break;
    case 'f':
    case 'F': out = Positional(FixedDecimal(d, precision), precision, alternate); break;
    case 'g':
    case 'G': {
      if (precision == 0) precision = 1;
      Decimal digits = RoundedDecimal(d, precision);
      if (d == 0) digits.point = 1;
      const int exponent = digits.point - 1;
      if (!alternate) StripZeros(&digits.digits);
      if (exponent < -4 || exponent >= precision) {
        out = Scientific(digits, exponent_letter, alternate);
      } else {
        out = Positional(digits, 0, alternate);
      }
      break;
    }
    default: {
      const Decimal digits = ShortestDecimal(d);
      if (digits.point > 16 || digits.point < -3) {
        out = Scientific(digits, 'e', alternate);
      } else {
        out = Positional(digits, 1, alternate);
      }
    }
  }
  return std::signbit(d) ? "-" + out : out;
}

bool ParseFloat(std::string_view text, double* out) {
  bool negative = false;
  std::string_view rest = text;
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
    negative = rest[0] == '-';
    rest.remove_prefix(1);
  }
  if (EqualsIgnoringCase(rest, "inf") || EqualsIgnoringCase(rest, "infinity")) {
    *out = negative ? -std::numeric_limits<double>::infinity()
                    : std::numeric_limits<double>::infinity();
    return true;
  }
  if (EqualsIgnoringCase(rest, "nan")) {
    *out = std::numeric_limits<double>::quiet_NaN();
    return true;
  }
  std::string clean;
  clean.reserve(rest.size());
  size_t i = 0;
  bool valid = true;
  const auto take_digits = [&] {
    size_t count = 0;
    while (i < rest.size() && (IsDigit(rest[i]) || rest[i] == '_')) {
      if (rest[i] == '_') {
        const bool between =
            count > 0 && IsDigit(rest[i - 1]) && i + 1 < rest.size() && IsDigit(rest[i + 1]);
        valid = valid && between;
      } else {
        clean.push_back(rest[i]);
        ++count;
      }
      ++i;
    }
    return count;
  };
  size_t digits = take_digits();
  if (i < rest.size() && rest[i] == '.') {
    clean.push_back('.');
    ++i;
    digits += take_digits();
  }
  if (digits == 0) return false;
  if (i < rest.size() && (rest[i] == 'e' || rest[i] == 'E')) {
    clean.push_back('e');
    ++i;
    if (i < rest.size() && (rest[i] == '+' || rest[i] == '-')) clean.push_back(rest[i++]);
    if (take_digits() == 0) return false;
  }
  if (!valid || i != rest.size()) return false;
  const double value = std::strtod(clean.c_str(), nullptr);
  *out = negative ? -value : value;
  return true;
}

Value FloatFromText(Context& cx, std::string_view ascii, Value shown) {
  std::string_view text = ascii;
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  double result;
  if (ParseFloat(text, &result)) return Value::Double(result);
  const std::string message = "could not convert string to float: ";
  Value repr;
  if (TryRepr(cx, shown, ReprKind::kRepr, &repr) == Tri::kTrue) {
    return cx.Raise(Exc::kValueError, message + ToUtf8(repr.As<Str>()));
  }
  return cx.TailCall(Library::kRarely, {cx.NewString("bad_literal"), cx.NewString(message), shown});
}

std::string AsciiOfNumber(const Str* text) {
  if (text->ascii) return std::string(text->ascii_view());
  std::string ascii;
  for (uint32_t i = 0; i < text->length; ++i) {
    const char32_t c = text->At(i);
    const int digit = unicode::DecimalValue(c);
    if (c < 128) {
      ascii.push_back(static_cast<char>(c));
    } else if (unicode::Has(c, unicode::kSpace)) {
      ascii.push_back(' ');
    } else {
      ascii.push_back(digit >= 0 ? static_cast<char>('0' + digit) : '?');
    }
  }
  return ascii;
}

Value FloatFromStr(Context& cx, const Str* text) {
  if (text->ascii) return FloatFromText(cx, text->ascii_view(), Value::Of(text));
  return FloatFromText(cx, AsciiOfNumber(text), Value::Of(text));
}

int64_t FloatHash(double d) {
  if (!std::isfinite(d)) return std::isnan(d) ? 0 : d > 0 ? kHashInfinity : -kHashInfinity;
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  uint64_t hash = 0;
  // 28 bits at a time, modulo the Mersenne prime 2**61 - 1, where multiplying by 2 is a rotation.
  while (m != 0) {
    hash = ((hash << 28) & kHashModulus) | (hash >> (61 - 28));
    m *= 268435456.0;
    exponent -= 28;
    const auto part = static_cast<uint64_t>(m);
    m -= static_cast<double>(part);
    hash += part;
    if (hash >= kHashModulus) hash -= kHashModulus;
  }
  exponent = exponent >= 0 ? exponent % 61 : 61 - 1 - ((-1 - exponent) % 61);
  hash = ((hash << exponent) & kHashModulus) | (hash >> (61 - exponent));
  const int64_t result = d < 0 ? -static_cast<int64_t>(hash) : static_cast<int64_t>(hash);
  return result == -1 ? -2 : result;
}

double FloatMod(double a, double b) {
  const double mod = std::fmod(a, b);
  if (mod == 0) return std::copysign(0.0, b);
  return (b < 0) != (mod < 0) ? mod + b : mod;
}

double FloatFloorDiv(double a, double b) {
  double mod = std::fmod(a, b);
  double quotient = (a - mod) / b;
  if (mod != 0 && (b < 0) != (mod < 0)) quotient -= 1.0;
  if (quotient == 0) return std::copysign(0.0, a / b);
  const double floor = std::floor(quotient);
  return quotient - floor > 0.5 ? floor + 1.0 : floor;
}

Value FloatPow(Context& cx, double a, double b) {
  if (b == 0 || a == 1) return Value::Double(1.0);
  if (a == 0 && b < 0 && std::isfinite(b)) {
    return cx.Raise(Exc::kZeroDivisionError, "0.0 cannot be raised to a negative power");
  }
  if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) {
    const double length = std::pow(-a, b);
    const double angle = std::atan2(0.0, a) * b;
    return NewComplex(cx.heap, length * std::cos(angle), length * std::sin(angle));
  }
  const double result = std::pow(a, b);
  if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) {
    const Value details[] = {Value::Small(34), cx.NewString("Numerical result out of range")};
    cx.RaiseWith(Exc::kOverflowError, details[0]);
    cx.pending.As<Exception>()->args.Store(Value::Of(NewTuple(cx.heap, details)));
    return Value::Raised();
  }
  return Value::Double(result);
}

Value FloatRoundToInt(Context& cx, double d) {
  if (!std::isfinite(d)) return IntFromDouble(cx, d);
  double rounded = std::round(d);
  if (std::fabs(d - rounded) == 0.5) rounded = 2.0 * std::round(d / 2.0);
  return IntFromDouble(cx, rounded);
}

Value FloatRound(Context& cx, double d, int64_t digits) {
  constexpr int kMaxDigits =
      (std::numeric_limits<double>::digits - std::numeric_limits<double>::min_exponent) * 30103 /
      100000;
  constexpr int kMinDigits = -((std::numeric_limits<double>::max_exponent + 1) * 30103 / 100000);
  if (!std::isfinite(d) || digits > kMaxDigits) return Value::Double(d);
  if (digits < kMinDigits) return Value::Double(0.0 * d);
  double result;
  if (digits >= 0) {
    result = std::strtod(FloatToText(d, 'f', static_cast<int>(digits), false).c_str(), nullptr);
  } else {
    // Keep the digits up to 10**-digits: exact, half to even, from all digits before the point.
    Decimal all = FixedDecimal(d, 1074);
    const int keep = all.point + static_cast<int>(digits);
    bool up = false;
    std::string kept = keep > 0 ? all.digits.substr(0, keep) : "";
    if (keep >= 0) {
      const char next = all.digits[keep];
      const bool rest = all.digits.find_first_not_of('0', keep + 1) != std::string::npos;
      const bool odd = keep > 0 && (kept.back() - '0') % 2 != 0;
      up = next > '5' || (next == '5' && (rest || odd));
    }
    size_t i = kept.size();
    while (up && i > 0) {
      --i;
      up = kept[i] == '9';
      kept[i] = up ? '0' : static_cast<char>(kept[i] + 1);
    }
    if (up) kept.insert(0, "1");
    const std::string text = (kept.empty() ? "0" : kept) + "e" + std::to_string(-digits);
    result = std::copysign(std::strtod(text.c_str(), nullptr), d);
  }
  if (std::isinf(result)) {
    return cx.Raise(Exc::kOverflowError, "rounded value too large to represent");
  }
  return Value::Double(result);
}

Value FloatAsIntegerRatio(Context& cx, double d) {
  if (std::isinf(d)) {
    return cx.Raise(Exc::kOverflowError, "cannot convert Infinity to integer ratio");
  }
  if (std::isnan(d)) return cx.Raise(Exc::kValueError, "cannot convert NaN to integer ratio");
  int exponent;
  double m = std::frexp(d, &exponent);
  while (m != std::floor(m)) {
    m *= 2.0;
    --exponent;
  }
  Value numerator = IntFromDouble(cx, m);
  Value denominator = Value::Small(1);
  const Value shift = Value::Small(std::abs(exponent));
  Value& scaled = exponent > 0 ? numerator : denominator;
  scaled = IntLShift(cx, scaled, shift);
  const Value ratio[] = {numerator, denominator};
  return Value::Of(NewTuple(cx.heap, ratio));
}

std::string FloatHex(double d) {
  if (!std::isfinite(d)) return FloatReprText(d);
  const char* sign = std::signbit(d) ? "-" : "";
  if (d == 0) return std::string(sign) + "0x0.0p+0";
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  const int shift = 1 - std::max(std::numeric_limits<double>::min_exponent - exponent, 0);
  m = std::ldexp(m, shift);
  exponent -= shift;
  std::string out = std::string(sign) + "0x";
  out.push_back(static_cast<char>('0' + static_cast<int>(m)));
  out.push_back('.');
  m -= static_cast<int>(m);
  for (int i = 0; i < 13; ++i) {
    m *= 16.0;
    const int digit = static_cast<int>(m);
    out.push_back("0123456789abcdef"[digit]);
    m -= digit;
  }
  return out + "p" + (exponent < 0 ? "-" : "+") + std::to_string(std::abs(exponent));
}

namespace {

// mantissa * 2**exponent, and whether digits beyond the mantissa were not zero.
struct HexNumber {
  uint64_t mantissa = 0;
  int64_t exponent = 0;
  bool more = false;

  void Add(uint64_t digit, bool after_point) {
    if (mantissa >> 59 != 0) {
      more = more || digit != 0;
      exponent += after_point ? 0 : 4;
    } else {
      mantissa = mantissa << 4 | digit;
      exponent -= after_point ? 4 : 0;
    }
  }

  // The nearest double, half to even: once, also where it is subnormal.
  double Value() const {
    if (mantissa == 0) return 0;
    const int64_t top = exponent + std::bit_width(mantissa) - 1;
    if (top > 1023) return HUGE_VAL;
    if (top < -1076) return 0;
    const int64_t low = std::max<int64_t>(top - 52, -1074);
    const int64_t dropped = low - exponent;
    uint64_t kept = mantissa;
    if (dropped > 0) {
      kept = dropped > 63 ? 0 : mantissa >> dropped;
      const uint64_t half = uint64_t{1} << (std::min<int64_t>(dropped, 64) - 1);
      const uint64_t rest = mantissa & (half | (half - 1));
      const bool up = rest > half || (rest == half && (more || (kept & 1) != 0));
      kept += up ? 1 : 0;
    }
    return std::ldexp(static_cast<double>(kept), static_cast<int>(dropped > 0 ? low : exponent));
  }
};

}  // namespace

Value FloatFromHex(Context& cx, std::string_view text) {
  const auto invalid = [&] {
    return cx.Raise(Exc::kValueError, "invalid hexadecimal floating-point string");
  };
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  double special;
  if (text.find_first_of("nN") != std::string_view::npos && ParseFloat(text, &special)) {
    return Value::Double(special);
  }
  size_t i = 0;
  bool negative = false;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) negative = text[i++] == '-';
  HexNumber number;
  if (text.substr(i, 2) == "0x" || text.substr(i, 2) == "0X") i += 2;
  size_t digits = 0;
  bool point = false;
  for (; i < text.size(); ++i) {
    const char c = Lower(text[i]);
    if (c == '.' && !point) {
      point = true;
    } else if (IsDigit(c) || (c >= 'a' && c <= 'f')) {
      ++digits;
      number.Add(IsDigit(c) ? c - '0' : c - 'a' + 10, point);
    } else {
      break;
    }
  }
  if (digits == 0) return invalid();
  if (i < text.size() && Lower(text[i]) == 'p') {
    ++i;
    bool down = false;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) down = text[i++] == '-';
    const size_t start = i;
    int64_t power = 0;
    for (; i < text.size() && IsDigit(text[i]); ++i) {
      power = std::min(power * 10 + (text[i] - '0'), int64_t{1} << 60);
    }
    if (i == start) return invalid();
    number.exponent += down ? -power : power;
  }
  if (i != text.size()) return invalid();
  const double value = number.Value();
  if (std::isinf(value)) {
    return cx.Raise(Exc::kOverflowError, "hexadecimal value too large to represent as a float");
  }
  return Value::Double(negative ? -value : value);
}

}  // namespace heddle
