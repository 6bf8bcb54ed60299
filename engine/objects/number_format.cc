#include "objects/number_format.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "objects/context.h"
#include "objects/number.h"
#include "objects/room.h"
#include "objects/str_ops.h"
#include "objects/type.h"

namespace heddle {

namespace {

bool IsAlign(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }
bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

constexpr int64_t kMaxWidth = INT64_MAX / 10 - 1;  // leaves room for one more digit

// Reads a spec from left to right.
class SpecReader {
 public:
  explicit SpecReader(const Str* spec) : spec_(spec) {}
  char32_t Peek(uint32_t ahead = 0) const {
    return at_ + ahead < spec_->length ? spec_->At(at_ + ahead) : char32_t(-1);
  }
  char32_t Next() { return spec_->At(at_++); }
  bool Take(char32_t c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  uint32_t left() const { return spec_->length - at_; }
  // -1: no digits; -2: too many.
  int64_t Number() {
    if (!IsDigit(Peek())) return -1;
    int64_t number = 0;
    while (IsDigit(Peek())) {
      number = number * 10 + (Next() - '0');
      if (number > kMaxWidth) return -2;
    }
    return number;
  }

 private:
  const Str* spec_;
  uint32_t at_ = 0;
};

bool CheckGrouping(Context& cx, const FormatSpec& spec, char32_t default_type) {
  if (spec.grouping == 0) return true;
  const char32_t type = spec.type == 0 ? default_type : spec.type;
  switch (type) {
    case 0:
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'F':
    case 'G':
    case '%': return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      if (spec.grouping == '_') return true;
      break;
    default: break;
  }
  if (type > 32 && type < 128) {
    cx.Raise(Exc::kValueError, "Cannot specify '{}' with '{}'.", spec.grouping,
             static_cast<char>(type));
  } else {
    cx.Raise(Exc::kValueError, "Cannot specify '{}' with '\\x{:x}'.", spec.grouping,
             static_cast<uint32_t>(type));
  }
  return false;
}

Value UnknownType(Context& cx, char32_t type, std::string_view type_name) {
  if (type > 32 && type < 128) {
    return cx.Raise(Exc::kValueError, "Unknown format code '{}' for object of type '{}'",
                    static_cast<char>(type), type_name);
  }
  return cx.Raise(Exc::kValueError, "Unknown format code '\\x{:x}' for object of type '{}'",
                  static_cast<uint32_t>(type), type_name);
}

// A number as text, in the parts that padding and grouping treat differently.
struct NumberText {
  bool negative = false;
  std::string prefix;     // 0x
  std::string digits;     // before the point
  std::string remainder;  // from the point on, exponent, %, inf
};

// Digits in groups, with zeros in front so that they fill `min_width`.
std::string Group(std::string_view digits, char separator, int group, int64_t min_width) {
  std::string reversed;
  size_t left = digits.size();
  if (separator == 0) {
    reversed.assign(digits.rbegin(), digits.rend());
    if (static_cast<int64_t>(left) < min_width) reversed.append(min_width - left, '0');
  } else {
    while (true) {
      const int64_t least = std::max<int64_t>({static_cast<int64_t>(left), min_width, 1});
      const int64_t size = std::min<int64_t>(group, least);
      for (int64_t i = 0; i < size; ++i) reversed.push_back(left > 0 ? digits[--left] : '0');
      min_width -= size;
      if (left == 0 && min_width <= 0) break;
      reversed.push_back(separator);
      --min_width;
    }
  }
  return std::string(reversed.rbegin(), reversed.rend());
}

void AppendFill(char32_t fill, int64_t count, std::string* out) {
  for (int64_t i = 0; i < count; ++i) AppendUtf8(fill, out);
}

std::string Pad(std::string_view body, int64_t body_length, const FormatSpec& spec,
                char32_t default_align) {
  const int64_t padding = std::max<int64_t>(0, spec.width - body_length);
  const char32_t align = spec.align == 0 ? default_align : spec.align;
  const int64_t left = align == '>' || align == '=' ? padding : align == '^' ? padding / 2 : 0;
  std::string out;
  AppendFill(spec.fill, left, &out);
  out.append(body);
  AppendFill(spec.fill, padding - left, &out);
  return out;
}

std::string Assemble(const NumberText& number, const FormatSpec& spec) {
  std::string sign;
  if (number.negative) {
    sign = "-";
  } else if (spec.sign == '+' || spec.sign == ' ') {
    sign = std::string(1, spec.sign);
  }
  const size_t fixed = sign.size() + number.prefix.size() + number.remainder.size();
  const int group =
      spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X' ? 4 : 3;
  const int64_t min_width =
      spec.fill == '0' && spec.align == '=' ? spec.width - static_cast<int64_t>(fixed) : 0;
  std::string digits;
  if (!number.digits.empty() || min_width > 0) {
    digits = Group(number.digits, spec.grouping, group, min_width);
  }
  const auto length = static_cast<int64_t>(fixed + digits.size());
  if (spec.align == '=') {
    std::string out = sign + number.prefix;
    AppendFill(spec.fill, std::max<int64_t>(0, spec.width - length), &out);
    return out + digits + number.remainder;
  }
  const std::string body = sign + number.prefix + digits + number.remainder;
  return spec.width <= length ? body : Pad(body, length, spec, '>');
}

// "-12.5e+3" in parts.
NumberText SplitFloat(std::string_view text) {
  NumberText number;
  if (!text.empty() && text[0] == '-') {
    number.negative = true;
    text.remove_prefix(1);
  }
  size_t digits = 0;
  while (digits < text.size() && IsDigit(text[digits])) ++digits;
  number.digits = text.substr(0, digits);
  number.remainder = text.substr(digits);
  return number;
}

bool IsZeroText(std::string_view text) {
  return text.find_first_of("123456789in") == std::string_view::npos ||
         text.find_first_of("123456789in") > text.find_first_of("eE");
}

bool IsFloatType(char32_t type) {
  switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'n':
    case '%': return true;
    default: return false;
  }
}

// str(d) with a precision: as 'g', but always with a digit behind the point, and an exponent one
// digit earlier.
std::string ReprWithPrecision(double d, int precision) {
  if (!std::isfinite(d)) return FloatReprText(d);
  if (precision == 0) precision = 1;
  const Decimal digits = RoundedDecimal(d, precision);
  const int point = d == 0 ? 1 : digits.point;
  if (point > precision - 1 || point <= -4) {
    // The exponent form of 'g', whatever 'g' itself would choose.
    std::string text = FloatToText(d, 'e', precision - 1, false);
    const size_t e = text.find('e');
    size_t end = e;
    if (text.find('.') < e) {
      while (text[end - 1] == '0') --end;
      if (text[end - 1] == '.') --end;
    }
    return text.substr(0, end) + text.substr(e);
  }
  std::string text = FloatToText(d, 'g', precision, false);
  if (text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string FloatDigits(double d, const FormatSpec& spec, char32_t type, int default_precision) {
  const int precision = spec.precision >= 0 ? static_cast<int>(spec.precision) : default_precision;
  if (type == '%') return FloatToText(d * 100, 'f', precision, spec.alternate) + "%";
  return FloatToText(d, static_cast<char>(type), precision, spec.alternate);
}

Value FormatDouble(Context& cx, double d, const FormatSpec& spec, std::string_view type_name) {
  if (spec.type != 0 && !IsFloatType(spec.type)) return UnknownType(cx, spec.type, type_name);
  if (spec.precision > 1000000) return cx.Raise(Exc::kValueError, "precision too big");
  std::string text;
  if (spec.type == 0) {
    text = spec.precision < 0 ? FloatToText(d, 'r', 0, spec.alternate)
                              : ReprWithPrecision(d, static_cast<int>(spec.precision));
  } else {
    text = FloatDigits(d, spec, spec.type == 'n' ? 'g' : spec.type, 6);
  }
  if (spec.no_negative_zero && text[0] == '-' && IsZeroText(text)) text.erase(0, 1);
  const bool signs = spec.sign == '+' || spec.sign == ' ';
  const auto length = static_cast<int64_t>(text.size());
  if (!signs && spec.grouping == 0 && (spec.align != '=' || spec.width <= length)) {
    return cx.NewString(spec.width <= length ? text : Pad(text, length, spec, '>'));
  }
  return cx.NewString(Assemble(SplitFloat(text), spec));
}

Value FormatIntSpec(Context& cx, Value v, const FormatSpec& spec) {
  if (spec.precision >= 0) {
    return cx.Raise(Exc::kValueError, "Precision not allowed in integer format specifier");
  }
  if (spec.no_negative_zero) {
    return cx.Raise(Exc::kValueError,
                    "Negative zero coercion (z) not allowed in integer format specifier");
  }
  NumberText number;
  if (spec.type == 'c') {
    if (spec.sign != 0) {
      return cx.Raise(Exc::kValueError, "Sign not allowed with integer format specifier 'c'");
    }
    if (spec.alternate) {
      return cx.Raise(Exc::kValueError,
                      "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    int64_t code;
    if (!IntToInt64(v, &code) || code < 0 || code > 0x10ffff) {
      return cx.Raise(Exc::kOverflowError, "%c arg not in range(0x110000)");
    }
    std::string body;
    AppendUtf8(static_cast<char32_t>(code), &body);
    return cx.NewString(Pad(body, 1, spec, '>'));
  }
  int base = 10;
  switch (spec.type) {
    case 'b': base = 2; break;
    case 'o': base = 8; break;
    case 'x':
    case 'X': base = 16; break;
    default:
      if (v.IsObject() && !IntCheckPrintable(cx, v)) return Value::Raised();
  }
  number.digits = IntToString(v, base);
  if (number.digits[0] == '-') {
    number.negative = true;
    number.digits.erase(0, 1);
  }
  if (spec.alternate && base != 10) {
    number.prefix = std::string("0") + static_cast<char>(spec.type);
  }
  if (spec.type == 'X') {
    std::transform(number.digits.begin(), number.digits.end(), number.digits.begin(), ::toupper);
  }
  return cx.NewString(Assemble(number, spec));
}

bool HasSpec(const Str* spec) { return spec != nullptr && spec->length != 0; }

}  // namespace

bool ParseFormatSpec(Context& cx, const Str* text, std::string_view type_name, FormatSpec* out) {
  FormatSpec spec;
  SpecReader reader(text);
  const bool is_str = type_name == "str";
  bool fill_given = false;
  if (reader.left() >= 2 && IsAlign(reader.Peek(1))) {
    spec.fill = reader.Next();
    spec.align = reader.Next();
    fill_given = true;
  } else if (reader.left() >= 1 && IsAlign(reader.Peek())) {
    spec.align = reader.Next();
  }
  if (reader.Peek() == '+' || reader.Peek() == '-' || reader.Peek() == ' ') {
    spec.sign = static_cast<char>(reader.Next());
  }
  spec.no_negative_zero = reader.Take('z');
  spec.alternate = reader.Take('#');
  if (!fill_given && reader.Take('0')) {
    spec.fill = '0';
    spec.zero_pad = true;
    if (spec.align == 0 && !is_str) spec.align = '=';
  }
  spec.width = reader.Number();
  if (spec.width == -2) {
    cx.Raise(Exc::kValueError, "Too many decimal digits in format string");
    return false;
  }
  if (reader.Take(',')) spec.grouping = ',';
  if (reader.Peek() == '_') {
    reader.Next();
    if (spec.grouping != 0) {
      cx.Raise(Exc::kValueError, "Cannot specify both ',' and '_'.");
      return false;
    }
    spec.grouping = '_';
    if (reader.Peek() == ',') {
      cx.Raise(Exc::kValueError, "Cannot specify both ',' and '_'.");
      return false;
    }
  }
  if (reader.Take('.')) {
    spec.precision = reader.Number();
    if (spec.precision < 0) {
      cx.Raise(Exc::kValueError, spec.precision == -2 ? "Too many decimal digits in format string"
                                                      : "Format specifier missing precision");
      return false;
    }
  }
  if (reader.left() > 1) {
    cx.Raise(Exc::kValueError, "Invalid format specifier '{}' for object of type '{}'",
             ToUtf8(text), type_name);
    return false;
  }
  if (reader.left() == 1) spec.type = reader.Next();
  if (reader.left() == 0 && text->length != 0 && text->At(text->length - 1) == 0) {
    UnknownType(cx, 0, type_name);
    return false;
  }
  if (spec.width > 0 && !CheckRoom(cx, static_cast<uint64_t>(spec.width))) return false;
  if (!is_str && spec.precision > 0) {
    if (spec.precision > INT32_MAX) {
      cx.Raise(Exc::kValueError, "precision too big");
      return false;
    }
    if (!CheckRoom(cx, static_cast<uint64_t>(spec.precision))) return false;
  }
  *out = spec;
  const char32_t default_type = is_str                                           ? 's'
                                : type_name == "float" || type_name == "complex" ? 0
                                                                                 : 'd';
  return CheckGrouping(cx, spec, default_type);
}

Value FormatStr(Context& cx, Str* v, const Str* spec_text) {
  if (!HasSpec(spec_text)) return Value::Of(StrSubstring(cx, v, 0, v->length));
  FormatSpec spec;
  if (!ParseFormatSpec(cx, spec_text, "str", &spec)) return Value::Raised();
  if (spec.type != 0 && spec.type != 's') return UnknownType(cx, spec.type, "str");
  if (spec.sign != 0) {
    return cx.Raise(Exc::kValueError, "{} not allowed in string format specifier",
                    spec.sign == ' ' ? "Space" : "Sign");
  }
  if (spec.no_negative_zero) {
    return cx.Raise(Exc::kValueError,
                    "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) {
    return cx.Raise(Exc::kValueError, "Alternate form (#) not allowed in string format specifier");
  }
  if (spec.align == '=') {
    return cx.Raise(Exc::kValueError, "'=' alignment not allowed in string format specifier");
  }
  uint32_t length = v->length;
  if (spec.precision >= 0 && spec.precision < length)
    length = static_cast<uint32_t>(spec.precision);
  Str* body = StrSubstring(cx, v, 0, length);
  if (spec.width <= length) return Value::Of(body);
  std::string storage;
  return cx.NewString(Pad(StrView(body, &storage), length, spec, '<'));
}

Value FormatInt(Context& cx, Value v, const Str* spec_text) {
  if (!HasSpec(spec_text)) {
    if (v.IsBool()) return cx.NewString(v.IsTrue() ? "True" : "False");
    Str* text = IntRepr(cx, v);
    return text == nullptr ? Value::Raised() : Value::Of(text);
  }
  const std::string_view type_name = v.IsBool() ? "bool" : "int";
  FormatSpec spec;
  if (!ParseFormatSpec(cx, spec_text, type_name, &spec)) return Value::Raised();
  switch (spec.type) {
    case 0:
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n': return FormatIntSpec(cx, v, spec);
    default: break;
  }
  if (!IsFloatType(spec.type)) return UnknownType(cx, spec.type, type_name);
  double d;
  if (!IntToDouble(v, &d)) {
    return cx.Raise(Exc::kOverflowError, "int too large to convert to float");
  }
  return FormatDouble(cx, d, spec, type_name);
}

Value FormatFloat(Context& cx, Value v, const Str* spec_text) {
  const double d = FloatOf(v);
  if (!HasSpec(spec_text)) return Value::Of(FloatRepr(cx, d));
  FormatSpec spec;
  if (!ParseFormatSpec(cx, spec_text, "float", &spec)) return Value::Raised();
  return FormatDouble(cx, d, spec, "float");
}

Value FormatComplex(Context& cx, Value v, const Str* spec_text) {
  const Complex* c = v.As<Complex>();
  if (!HasSpec(spec_text)) return Value::Of(ComplexRepr(cx, c));
  FormatSpec spec;
  if (!ParseFormatSpec(cx, spec_text, "complex", &spec)) return Value::Raised();
  if (spec.type == '%' || (spec.type != 0 && !IsFloatType(spec.type))) {
    return UnknownType(cx, spec.type, "complex");
  }
  if (spec.fill == '0') {
    return cx.Raise(Exc::kValueError, "Zero padding is not allowed in complex format specifier");
  }
  if (spec.align == '=') {
    return cx.Raise(Exc::kValueError,
                    "'=' alignment flag is not allowed in complex format specifier");
  }
  const bool plain = spec.type == 0;
  const bool skip_real = plain && c->real == 0 && !std::signbit(c->real);
  const char32_t type = plain              ? (spec.precision < 0 ? 'r' : 'g')
                        : spec.type == 'n' ? 'g'
                                           : spec.type;
  const auto part = [&](double d, char sign) {
    FormatSpec own = spec;
    own.width = -1;
    own.align = 0;
    own.sign = sign;
    std::string text = FloatDigits(d, own, type, 6);
    if (type == 'r' && text.ends_with(".0")) text.resize(text.size() - 2);
    if (spec.no_negative_zero && text[0] == '-' && IsZeroText(text)) text.erase(0, 1);
    return Assemble(SplitFloat(text), own);
  };
  std::string body = skip_real ? "" : part(c->real, spec.sign);
  body += part(c->imag, skip_real ? spec.sign : '+') + "j";
  if (plain && !skip_real) body = "(" + body + ")";
  return cx.NewString(Pad(body, static_cast<int64_t>(body.size()), spec, '>'));
}

Value FormatBuiltin(Context& cx, Value v, int conversion, Value spec) {
  if (conversion == 0 && spec.IsUndefined()) {
    if (v.IsSmall()) return Value::Of(StrOfInt(cx, v.small()));
    if (v.Is(Kind::kStr) && (v.object()->flags & kSubclass) == 0) return v;
  }
  const Str* spec_text = spec.IsUndefined() ? nullptr : spec.As<Str>();
  if (conversion != 0) {
    const ReprKind kind = conversion == 's'   ? ReprKind::kStr
                          : conversion == 'r' ? ReprKind::kRepr
                                              : ReprKind::kAscii;
    Value text;
    const Tri done = TryRepr(cx, v, kind, &text);
    if (done == Tri::kRaised) return Value::Raised();
    if (done != Tri::kTrue) return Value::NotImplemented();
    if (!HasSpec(spec_text)) return text;
    v = text;
  }
  if (v.IsSmall() || v.IsBool()) return FormatInt(cx, v, spec_text);
  if (v.IsDouble()) return FormatFloat(cx, v, spec_text);
  if (v.IsObject() && (v.object()->flags & kSubclass) == 0) {
    switch (v.object()->kind) {
      case Kind::kStr: return FormatStr(cx, v.As<Str>(), spec_text);
      case Kind::kInt: return FormatInt(cx, v, spec_text);
      case Kind::kComplex: return FormatComplex(cx, v, spec_text);
      case Kind::kBytes:
      case Kind::kTuple:
      case Kind::kList:
      case Kind::kDict:
      case Kind::kSet: break;
      default: return Value::NotImplemented();
    }
  } else if (!v.IsNone()) {
    return Value::NotImplemented();
  }
  if (HasSpec(spec_text)) {
    return cx.Raise(Exc::kTypeError, "unsupported format string passed to {}.__format__",
                    TypeName(cx, v));
  }
  Value text;
  const Tri done = TryRepr(cx, v, ReprKind::kStr, &text);
  if (done == Tri::kRaised) return Value::Raised();
  return done == Tri::kTrue ? text : Value::NotImplemented();
}

}  // namespace heddle
