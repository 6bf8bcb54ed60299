// printf-style formatting of str and bytes.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <vector>

#include "objects/bytes.h"
#include "objects/compare.h"
#include "objects/context.h"
#include "objects/dict.h"
#include "objects/number.h"
#include "objects/number_format.h"
#include "objects/room.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

struct Field {
  Value key;  // Undefined, or the text in %(key)s
  bool left = false, zero = false, alternate = false;
  char sign = 0;  // + or space
  int64_t width = -1, precision = -1;
  char32_t conversion = 0;
};

// One formatting operation. Methods that return bool give up on false: an exception is pending, or
// `python` is set.
class Formatter {
 public:
  Formatter(Context& cx, Value format, Value args) : cx_(cx), is_str_(format.Is(Kind::kStr)) {
    if (is_str_) {
      text_ = format.As<Str>();
      length_ = text_->length;
    } else {
      bytes_ = BytesView(format, &storage_);
      length_ = bytes_.size();
    }
    SetArguments(args);
  }

  bool Run();
  bool python() const { return python_; }
  const std::string& out() const { return out_; }
  bool is_str() const { return is_str_; }

 private:
  char32_t At(size_t i) const {
    return is_str_ ? text_->At(static_cast<uint32_t>(i)) : static_cast<uint8_t>(bytes_[i]);
  }
  const char* what() const { return is_str_ ? "string" : "bytes"; }
  void SetArguments(Value args);
  bool Fail(Exc kind, std::string_view message) {
    cx_.Raise(kind, message);
    return false;
  }
  bool NeedsPython() {
    python_ = true;
    return false;
  }
  bool ParseField(Field* field);
  bool ParseKey(Field* field);
  bool ParseNumber(int64_t* number);
  bool TakeStar(int64_t* number);
  bool NextArgument(Value* value);
  bool ArgumentFor(const Field& field, Value* value);
  bool LookUp(Value key, Value* value);
  // Whether the value has one of the methods that make a number of it.
  bool MayBeNumber(Value value, std::initializer_list<Special> methods);
  bool Convert(const Field& field, Value value);
  bool ConvertText(const Field& field, Value value);
  bool ConvertChar(const Field& field, Value value);
  bool ConvertInt(const Field& field, Value value);
  bool ConvertFloat(const Field& field, Value value);
  void PutCodePoint(char32_t c) {
    if (is_str_) {
      AppendUtf8(c, &out_);
    } else {
      out_.push_back(static_cast<char>(c));
    }
  }
  void PutPadded(const Field& field, std::string_view body, int64_t length);
  void PutNumber(const Field& field, bool negative, std::string_view prefix,
                 std::string_view digits);

  Context& cx_;
  bool is_str_;
  bool python_ = false;
  const Str* text_ = nullptr;
  std::string storage_;
  std::string_view bytes_;
  size_t length_;
  size_t at_ = 0;

  std::vector<Value> arguments_;
  size_t next_argument_ = 0;
  Value mapping_;  // Undefined when the arguments are none
  bool is_mapping_ = false;
  std::string out_;
};

void Formatter::SetArguments(Value args) {
  if (args.Is(Kind::kTuple)) {
    auto* tuple = args.As<Tuple>();
    arguments_.reserve(tuple->length);
    for (uint32_t i = 0; i < tuple->length; ++i) arguments_.push_back(tuple->Get(i));
    return;
  }
  if (args.IsUndefined()) return;
  arguments_.push_back(args);
  const bool text =
      args.Is(Kind::kStr) || (!is_str_ && (args.Is(Kind::kBytes) || args.Is(Kind::kByteArray)));
  is_mapping_ =
      args.IsObject() && !text && !TypeOf(cx_, args)->special(Special::kGetItem).IsUndefined();
  if (is_mapping_) mapping_ = args;
}

bool Formatter::Run() {
  while (at_ < length_) {
    if (is_str_ && text_->ascii) {
      const std::string_view rest = text_->ascii_view().substr(at_);
      const size_t literal = std::min(rest.find('%'), rest.size());
      out_.append(rest.substr(0, literal));
      at_ += literal;
      if (at_ == length_) break;
    }
    const char32_t c = At(at_++);
    if (c != '%') {
      PutCodePoint(c);
      continue;
    }
    Field field;
    if (!ParseField(&field)) return false;
    if (field.conversion == '%') {
      out_.push_back('%');
      continue;
    }
    Value value;
    if (!ArgumentFor(field, &value) || !Convert(field, value)) return false;
  }
  if (next_argument_ < arguments_.size() && !is_mapping_) {
    return Fail(Exc::kTypeError,
                fmt::format("not all arguments converted during {} formatting", what()));
  }
  return true;
}

bool Formatter::ParseKey(Field* field) {
  if (!is_mapping_) return Fail(Exc::kTypeError, "format requires a mapping");
  const size_t start = ++at_;
  for (int depth = 1; at_ < length_; ++at_) {
    if (At(at_) == '(') ++depth;
    if (At(at_) == ')' && --depth == 0) break;
  }
  if (at_ >= length_) return Fail(Exc::kValueError, "incomplete format key");
  if (is_str_) {
    field->key = Value::Of(
        StrSlice(cx_, text_, static_cast<int64_t>(start), static_cast<int64_t>(at_ - start), 1));
  } else {
    field->key = Value::Of(NewBytes(cx_.heap, bytes_.substr(start, at_ - start)));
  }
  ++at_;
  return true;
}

bool Formatter::ParseNumber(int64_t* number) {
  while (at_ < length_ && At(at_) >= '0' && At(at_) <= '9') {
    *number = std::max<int64_t>(*number, 0) * 10 + (At(at_++) - '0');
    if (*number > 0x7fffffff) return Fail(Exc::kValueError, "width too big");
  }
  return true;
}

bool Formatter::TakeStar(int64_t* number) {
  Value value;
  ++at_;
  if (!NextArgument(&value)) return false;
  if (!IsInt(value)) return Fail(Exc::kTypeError, "* wants int");
  *number = IntToInt64Clamped(value);
  if (*number == INT64_MAX || *number == INT64_MIN) {
    return Fail(Exc::kOverflowError, "Python int too large to convert to C ssize_t");
  }
  return true;
}

bool Formatter::ParseField(Field* field) {
  const auto incomplete = [&] { return Fail(Exc::kValueError, "incomplete format"); };
  if (at_ < length_ && At(at_) == '(' && !ParseKey(field)) return false;
  for (; at_ < length_; ++at_) {
    const char32_t c = At(at_);
    if (c == '-') {
      field->left = true;
    } else if (c == '+') {
      field->sign = '+';
    } else if (c == ' ') {
      if (field->sign == 0) field->sign = ' ';
    } else if (c == '#') {
      field->alternate = true;
    } else if (c == '0') {
      field->zero = true;
    } else {
      break;
    }
  }
  if (at_ < length_ && At(at_) == '*') {
    if (!TakeStar(&field->width)) return false;
    if (field->width < 0) {
      field->left = true;
      field->width = -field->width;
    }
  } else if (!ParseNumber(&field->width)) {
    return false;
  }
  if (at_ < length_ && At(at_) == '.') {
    ++at_;
    field->precision = 0;
    if (at_ < length_ && At(at_) == '*') {
      if (!TakeStar(&field->precision)) return false;
      field->precision = std::max<int64_t>(field->precision, 0);
    } else if (!ParseNumber(&field->precision)) {
      return false;
    }
  }
  if (at_ < length_ && (At(at_) == 'h' || At(at_) == 'l' || At(at_) == 'L')) ++at_;
  if (at_ >= length_) return incomplete();
  field->conversion = At(at_++);
  const auto wanted = [](int64_t n) { return n < 0 ? uint64_t{0} : static_cast<uint64_t>(n); };
  return CheckRoom(cx_, std::max(wanted(field->width), wanted(field->precision)));
}

bool Formatter::NextArgument(Value* value) {
  if (next_argument_ >= arguments_.size()) {
    return Fail(Exc::kTypeError, "not enough arguments for format string");
  }
  *value = arguments_[next_argument_++];
  return true;
}

bool Formatter::LookUp(Value key, Value* value) {
  if (!mapping_.Is(Kind::kDict)) return NeedsPython();
  switch (DictFind(cx_, mapping_.As<Dict>(), key, value)) {
    case Find::kFound: return true;
    case Find::kRaised: return false;
    case Find::kPython: return NeedsPython();
    case Find::kMissing: break;
  }
  if ((mapping_.object()->flags & kSubclass) != 0) return NeedsPython();
  cx_.RaiseWith(Exc::kKeyError, key);
  return false;
}

bool Formatter::ArgumentFor(const Field& field, Value* value) {
  if (field.key.IsUndefined()) return NextArgument(value);
  next_argument_ = arguments_.size();
  return LookUp(field.key, value);
}

bool Formatter::MayBeNumber(Value value, std::initializer_list<Special> methods) {
  const Type* type = TypeOf(cx_, value);
  for (const Special method : methods) {
    if (!type->special(method).IsUndefined()) return true;
  }
  return false;
}

bool Formatter::Convert(const Field& field, Value value) {
  switch (field.conversion) {
    case 'b':
      if (is_str_) break;
      return ConvertText(field, value);
    case 's':
    case 'r':
    case 'a': return ConvertText(field, value);
    case 'c': return ConvertChar(field, value);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return ConvertInt(field, value);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return ConvertFloat(field, value);
    default: break;
  }
  const auto code = static_cast<uint32_t>(field.conversion);
  std::string shown;
  AppendUtf8(code >= 32 && code < 127 ? code : '?', &shown);
  return Fail(
      Exc::kValueError,
      fmt::format("unsupported format character '{}' (0x{:x}) at index {}", shown, code, at_ - 1));
}

void Formatter::PutPadded(const Field& field, std::string_view body, int64_t length) {
  const int64_t padding = std::max<int64_t>(0, field.width - length);
  if (!field.left) out_.append(padding, ' ');
  out_.append(body);
  if (field.left) out_.append(padding, ' ');
}

bool Formatter::ConvertText(const Field& field, Value value) {
  if (!is_str_ && (field.conversion == 's' || field.conversion == 'b')) {
    if (!IsBytesLike(value)) {
      return NeedsPython();
    }
    std::string storage;
    std::string_view data = BytesView(value, &storage);
    if (field.precision >= 0) data = data.substr(0, field.precision);
    PutPadded(field, data, static_cast<int64_t>(data.size()));
    return true;
  }
  const bool ascii = field.conversion == 'a' || (!is_str_ && field.conversion == 'r');
  const ReprKind kind = field.conversion == 's' ? ReprKind::kStr
                        : ascii                 ? ReprKind::kAscii
                                                : ReprKind::kRepr;
  switch (TryRepr(cx_, value, kind, &value)) {
    case Tri::kTrue: break;
    case Tri::kRaised: return false;
    default: return NeedsPython();
  }
  Str* text = value.As<Str>();
  if (field.precision >= 0 && field.precision < text->length) {
    text = StrSubstring(cx_, text, 0, static_cast<uint32_t>(field.precision));
  }
  std::string storage;
  PutPadded(field, StrView(text, &storage), text->length);
  return true;
}

bool Formatter::ConvertChar(const Field& field, Value value) {
  const std::string_view message =
      is_str_ ? "%c requires int or char" : "%c requires an integer in range(256) or a single byte";
  std::string body;
  if (is_str_ && value.Is(Kind::kStr)) {
    if (value.As<Str>()->length != 1) return Fail(Exc::kTypeError, message);
    body = ToUtf8(value.As<Str>());
  } else if (!is_str_ && IsBytesLike(value)) {
    body = BytesCopy(value);
    if (body.size() != 1) return Fail(Exc::kTypeError, message);
  } else if (IsInt(value)) {
    const int64_t code = IntToInt64Clamped(value);
    if (code < 0 || code > (is_str_ ? 0x10ffff : 255)) {
      return Fail(Exc::kOverflowError,
                  is_str_ ? "%c arg not in range(0x110000)" : "%c arg not in range(256)");
    }
    if (is_str_) {
      AppendUtf8(static_cast<char32_t>(code), &body);
    } else {
      body.push_back(static_cast<char>(code));
    }
  } else if (MayBeNumber(value, {Special::kIndex})) {
    return NeedsPython();
  } else {
    return Fail(Exc::kTypeError, message);
  }
  PutPadded(field, body, 1);
  return true;
}

void Formatter::PutNumber(const Field& field, bool negative, std::string_view prefix,
                          std::string_view digits) {
  std::string head = negative ? "-" : field.sign == 0 ? "" : std::string(1, field.sign);
  head.append(prefix);
  const auto length = static_cast<int64_t>(head.size() + digits.size());
  std::string body = head;
  if (field.zero && !field.left && length < field.width) body.append(field.width - length, '0');
  body.append(digits);
  PutPadded(field, body, static_cast<int64_t>(body.size()));
}

bool Formatter::ConvertInt(const Field& field, Value value) {
  char letter = static_cast<char>(field.conversion);
  const bool decimal = letter == 'd' || letter == 'i' || letter == 'u';
  if (letter == 'i' && !is_str_) letter = 'd';
  if (!IsInt(value)) {
    if (decimal && IsFloat(value) && UsesBuiltin(cx_, value, Special::kInt)) {
      value = IntFromDouble(cx_, FloatOf(value));
      if (value.IsUndefined()) return false;
    } else if (MayBeNumber(value, {Special::kIndex, decimal ? Special::kInt : Special::kIndex})) {
      return NeedsPython();
    } else {
      return Fail(Exc::kTypeError,
                  fmt::format("%{} format: {} is required, not {}", letter,
                              decimal ? "a real number" : "an integer", TypeName(cx_, value)));
    }
  }
  const int base = decimal ? 10 : letter == 'o' ? 8 : 16;
  if (base == 10 && value.IsObject() && !IntCheckPrintable(cx_, value)) return false;
  std::string digits = IntToString(value, base);
  const bool negative = digits[0] == '-';
  if (negative) digits.erase(0, 1);
  if (letter == 'X') std::transform(digits.begin(), digits.end(), digits.begin(), ::toupper);
  if (static_cast<int64_t>(digits.size()) < field.precision) {
    digits.insert(0, field.precision - digits.size(), '0');
  }
  const std::string prefix = field.alternate && !decimal ? std::string("0") + letter : "";
  PutNumber(field, negative, prefix, digits);
  return true;
}

bool Formatter::ConvertFloat(const Field& field, Value value) {
  double d;
  bool is_number;
  if (!NumberToDouble(cx_, value, &d, &is_number)) {
    if (is_number) return false;
    if (MayBeNumber(value, {Special::kFloat, Special::kIndex})) return NeedsPython();
    return Fail(Exc::kTypeError,
                fmt::format(fmt::runtime(is_str_ ? "must be real number, not {}"
                                                 : "float argument required, not {}"),
                            TypeName(cx_, value)));
  }
  const int precision = field.precision < 0 ? 6 : static_cast<int>(field.precision);
  std::string text =
      FloatToText(d, static_cast<char>(field.conversion), precision, field.alternate);
  const bool negative = text[0] == '-';
  if (negative) text.erase(0, 1);
  PutNumber(field, negative, "", text);
  return true;
}

Value Finish(Context& cx, Formatter& formatter, Value format, Value args) {
  if (formatter.Run()) {
    if (formatter.is_str()) return cx.NewString(formatter.out());
    if (format.Is(Kind::kByteArray)) return Value::Of(NewByteArray(cx.heap, formatter.out()));
    return Value::Of(NewBytes(cx.heap, formatter.out()));
  }
  if (!formatter.python()) return Value::Raised();
  return cx.TailCall(Library::kStrPercent, {format, args});
}

}  // namespace

Value StrPercent(Context& cx, Str* format, Value args) {
  Formatter formatter(cx, Value::Of(format), args);
  return Finish(cx, formatter, Value::Of(format), args);
}

Value BytesPercent(Context& cx, Value format, Value args) {
  Formatter formatter(cx, format, args);
  return Finish(cx, formatter, format, args);
}

}  // namespace heddle
