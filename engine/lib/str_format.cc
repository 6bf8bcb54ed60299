// str.format. Fields that are plain builtin values are formatted here; where a field needs Python
// code (attributes, items, __format__ of a class) the whole call goes to Library::kStrFormat with
// (format, args tuple, kwargs dict or None), which works with the primitives below.
#include <optional>

#include "lib/number_types.h"
#include "lib/str_methods.h"
#include "lib/text_functions.h"
#include "lib/text_natives.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/number_format.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

// A piece of a format string: a literal, then perhaps a field.
struct Piece {
  std::string literal;  // UTF-8
  bool has_field = false;
  uint32_t name_start = 0, name_end = 0;
  uint32_t spec_start = 0, spec_end = 0;
  bool spec_has_fields = false;
  char32_t conversion = 0;
};

class Parser {
 public:
  enum class Doubled : uint8_t { kJoined, kEndsPiece };  // what follows a doubled brace
  Parser(Context& cx, const Str* format, Doubled doubled = Doubled::kJoined)
      : cx_(cx), format_(format), doubled_(doubled) {}

  bool AtEnd() const { return at_ >= format_->length; }
  // False with ValueError pending.
  bool Next(Piece* piece);

 private:
  bool ParseLiteral(Piece* piece);
  bool ParseField(Piece* piece);
  bool Fail(std::string_view message) {
    cx_.Raise(Exc::kValueError, message);
    return false;
  }

  Context& cx_;
  const Str* format_;
  Doubled doubled_;
  uint32_t at_ = 0;
};

bool Parser::ParseLiteral(Piece* piece) {
  while (!AtEnd()) {
    const char32_t c = format_->At(at_++);
    if (c != '{' && c != '}') {
      AppendUtf8(c, &piece->literal);
      continue;
    }
    if (!AtEnd() && format_->At(at_) == c) {
      ++at_;
      AppendUtf8(c, &piece->literal);
      if (doubled_ == Doubled::kEndsPiece) return true;
      continue;
    }
    if (c == '}') return Fail("Single '}' encountered in format string");
    if (AtEnd()) return Fail("Single '{' encountered in format string");
    piece->has_field = true;
    return true;
  }
  return true;
}

bool Parser::ParseField(Piece* piece) {
  bool in_brackets = false;
  char32_t c = 0;
  piece->name_start = at_;
  while (!AtEnd()) {
    c = format_->At(at_++);
    if (c == '{' && !in_brackets) return Fail("unexpected '{' in field name");
    if (c == '[') in_brackets = true;
    if (c == ']') in_brackets = false;
    if (!in_brackets && (c == '}' || c == ':' || c == '!')) break;
    c = 0;
  }
  if (c == 0) return Fail("expected '}' before end of string");
  piece->name_end = at_ - 1;
  if (c == '}') return true;
  if (c == '!') {
    if (AtEnd()) return Fail("end of string while looking for conversion specifier");
    piece->conversion = format_->At(at_++);
    if (!AtEnd()) {
      c = format_->At(at_++);
      if (c == '}') return true;
      if (c != ':') return Fail("expected ':' after conversion specifier");
    }
  }
  piece->spec_start = at_;
  for (int depth = 0; !AtEnd(); ++at_) {
    const char32_t s = format_->At(at_);
    if (s == '{') {
      piece->spec_has_fields = true;
      ++depth;
    } else if (s == '}' && depth-- == 0) {
      piece->spec_end = at_++;
      return true;
    }
  }
  return Fail("unmatched '{' in format spec");
}

bool Parser::Next(Piece* piece) {
  return ParseLiteral(piece) && (!piece->has_field || ParseField(piece));
}

constexpr int64_t kTooManyDigits = -1;

// The number that a field name is, kTooManyDigits, or nothing.
std::optional<int64_t> FieldNumber(const Str* s, uint32_t start, uint32_t end) {
  if (start == end) return std::nullopt;
  int64_t number = 0;
  for (uint32_t i = start; i < end; ++i) {
    const char32_t c = s->At(i);
    if (c < '0' || c > '9') return std::nullopt;
    if (number == kTooManyDigits) continue;
    const int64_t digit = c - '0';
    if (__builtin_mul_overflow(number, 10, &number) ||
        __builtin_add_overflow(number, digit, &number)) {
      number = kTooManyDigits;
    }
  }
  return number;
}

Value RaiseTooManyDigits(Context& cx) {
  return cx.Raise(Exc::kValueError, "Too many decimal digits in format string");
}

class Formatter {
 public:
  Formatter(Context& cx, Args args, Dict* kwargs) : cx_(cx), args_(args), kwargs_(kwargs) {}

  // False: an exception is pending, or `python` is set.
  bool Run(const Str* format, int depth, std::string* out);
  bool python() const { return python_; }

 private:
  bool Fail(Exc kind, std::string_view message) {
    cx_.Raise(kind, message);
    return false;
  }
  bool NeedsPython() {
    python_ = true;
    return false;
  }
  bool Resolve(const Str* format, const Piece& piece, Value* value);
  bool Positional(int64_t number, Value* value);
  bool PutField(const Str* format, const Piece& piece, int depth, std::string* out);

  enum class Numbering : uint8_t { kUnknown, kAutomatic, kManual };

  Context& cx_;
  Args args_;
  Dict* kwargs_;
  Numbering numbering_ = Numbering::kUnknown;
  int64_t next_ = 0;
  bool python_ = false;
};

bool Formatter::Positional(int64_t number, Value* value) {
  if (number >= args_.count) {
    return Fail(Exc::kIndexError,
                fmt::format("Replacement index {} out of range for positional args tuple", number));
  }
  *value = args_[static_cast<uint32_t>(number)];
  return true;
}

bool Formatter::Resolve(const Str* format, const Piece& piece, Value* value) {
  for (uint32_t i = piece.name_start; i < piece.name_end; ++i) {
    if (format->At(i) == '.' || format->At(i) == '[') return NeedsPython();
  }
  const bool automatic = piece.name_start == piece.name_end;
  const auto number = FieldNumber(format, piece.name_start, piece.name_end);
  if (number == kTooManyDigits) {
    RaiseTooManyDigits(cx_);
    return false;
  }
  if (automatic || number) {
    const Numbering mine = automatic ? Numbering::kAutomatic : Numbering::kManual;
    if (numbering_ == Numbering::kUnknown) numbering_ = mine;
    if (numbering_ != mine) {
      return Fail(Exc::kValueError,
                  automatic ? "cannot switch from manual field specification to automatic field "
                              "numbering"
                            : "cannot switch from automatic field numbering to manual field "
                              "specification");
    }
    return Positional(automatic ? next_++ : *number, value);
  }
  Str* name = StrSlice(cx_, format, piece.name_start, piece.name_end - piece.name_start, 1);
  if (kwargs_ != nullptr) *value = DictGetStr(kwargs_, name);
  if (!value->IsUndefined()) return true;
  cx_.RaiseWith(Exc::kKeyError, Value::Of(name));
  return false;
}

bool Formatter::PutField(const Str* format, const Piece& piece, int depth, std::string* out) {
  Value value;
  if (!Resolve(format, piece, &value)) return false;
  int conversion = 0;
  switch (piece.conversion) {
    case 0: break;
    case 's':
    case 'r':
    case 'a': conversion = static_cast<int>(piece.conversion); break;
    default: {
      const auto code = static_cast<uint32_t>(piece.conversion);
      return Fail(Exc::kValueError,
                  code > 32 && code < 127
                      ? fmt::format("Unknown conversion specifier {}", static_cast<char>(code))
                      : fmt::format("Unknown conversion specifier \\x{:x}", code));
    }
  }
  Value spec;
  if (piece.spec_start != piece.spec_end) {
    Str* text = StrSlice(cx_, format, piece.spec_start, piece.spec_end - piece.spec_start, 1);
    if (piece.spec_has_fields) {
      std::string expanded;
      if (!Run(text, depth + 1, &expanded)) return false;
      text = NewStr(cx_.heap, expanded);
    }
    spec = Value::Of(text);
  }
  const Value text = FormatBuiltin(cx_, value, conversion, spec);
  if (text.IsNotImplemented()) return NeedsPython();
  if (text.IsUndefined()) return false;
  std::string storage;
  out->append(StrView(text.As<Str>(), &storage));
  return true;
}

bool Formatter::Run(const Str* format, int depth, std::string* out) {
  if (depth > 1) return Fail(Exc::kValueError, "Max string recursion exceeded");
  Parser parser(cx_, format);
  while (!parser.AtEnd()) {
    Piece piece;
    if (!parser.Next(&piece)) return false;
    out->append(piece.literal);
    if (piece.has_field && !PutField(format, piece, depth, out)) return false;
  }
  return true;
}

Value Slice(Context& cx, const Str* s, uint32_t start, uint32_t end) {
  return Value::Of(StrSlice(cx, s, start, int64_t{end} - start, 1));
}

}  // namespace

namespace str_methods {

// Arguments: self, the dict of keywords or Undefined, then the positional ones.
Value Format(Context& cx, Args args) {
  const Value keywords = args.Opt(1);
  const Args positional = args.count > 2 ? args.From(2) : Args{nullptr, 0};
  Formatter formatter(cx, positional, keywords.IsUndefined() ? nullptr : keywords.As<Dict>());
  std::string out;
  if (formatter.Run(Text(args[0]), 0, &out)) return cx.NewString(out);
  if (!formatter.python()) return Value::Raised();
  const Value tuple = MakeTuple(cx, std::span<const Value>(positional.data, positional.count));
  return cx.TailCall(Library::kStrFormat, {args[0], tuple, OrNone(keywords)});
}

Value FormatMap(Context& cx, Args args) {
  return cx.TailCall(Library::kStrFormat, {args[0], Value::None(), args[1]});
}

}  // namespace str_methods

Value StrFormatParse(Context& cx, Args args) {
  const Str* format = Text(args[0]);
  List* pieces = NewList(cx.heap);
  Parser parser(cx, format, Parser::Doubled::kEndsPiece);
  while (!parser.AtEnd()) {
    Piece piece;
    if (!parser.Next(&piece)) return Value::Raised();
    Value row[] = {cx.NewString(piece.literal), Value::None(), Value::None(), Value::None()};
    if (piece.has_field) {
      row[1] = Slice(cx, format, piece.name_start, piece.name_end);
      row[2] = Slice(cx, format, piece.spec_start, piece.spec_end);
      if (piece.conversion != 0) row[3] = Value::Of(CharStr(cx, piece.conversion));
    }
    ListAppend(cx, pieces, Value::Of(NewTuple(cx.heap, row)));
  }
  return Value::Of(pieces);
}

Value StrFormatFieldName(Context& cx, Args args) {
  const Str* name = Text(args[0]);
  uint32_t i = 0;
  while (i < name->length && name->At(i) != '.' && name->At(i) != '[') ++i;
  const auto number = FieldNumber(name, 0, i);
  if (number == kTooManyDigits) return RaiseTooManyDigits(cx);
  const Value first = number ? IntFromInt64(cx.heap, *number) : Slice(cx, name, 0, i);
  List* rest = NewList(cx.heap);
  while (i < name->length) {
    const bool attribute = name->At(i) == '.';
    if (!attribute && name->At(i) != '[') {
      return cx.Raise(Exc::kValueError, "Only '.' or '[' may follow ']' in format field specifier");
    }
    const uint32_t start = ++i;
    const auto ends = [&](char32_t c) { return attribute ? c == '.' || c == '[' : c == ']'; };
    while (i < name->length && !ends(name->At(i))) ++i;
    if (!attribute && i == name->length) {
      return cx.Raise(Exc::kValueError, "Missing ']' in format string");
    }
    if (start == i) return cx.Raise(Exc::kValueError, "Empty attribute in format string");
    const auto index = attribute ? std::nullopt : FieldNumber(name, start, i);
    if (index == kTooManyDigits) return RaiseTooManyDigits(cx);
    const Value key = index ? IntFromInt64(cx.heap, *index) : Slice(cx, name, start, i);
    ListAppend(cx, rest, Value::Of(NewTuple(cx.heap, {Value::Bool(attribute), key})));
    if (!attribute) ++i;
  }
  return Value::Of(NewTuple(cx.heap, {first, Value::Of(rest)}));
}

}  // namespace heddle::lib
