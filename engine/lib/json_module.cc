// _json: JSON text to builtin objects and back (RFC 8259, with NaN and Infinity as Python's json
// has them).
//
// Everything here either does the whole of its work or gives up by returning None, without a trace:
// the Python part of the library then does it again, with hooks, error messages and any nesting.
#include <cmath>
#include <string>
#include <vector>

#include "lib/module_tables.h"
#include "lib/text_natives.h"
#include "objects/dict.h"
#include "objects/dict_table.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

// The natives recurse this deep: a level takes some 300 bytes of a stack of at least a megabyte.
constexpr int kDeepest = 1000;

// ---- text to objects

bool IsDigitUnit(uint32_t c) { return c - '0' < 10; }

int HexValue(uint32_t c) {
  if (IsDigitUnit(c)) return static_cast<int>(c - '0');
  const uint32_t lower = c | 0x20;
  return lower >= 'a' && lower <= 'f' ? static_cast<int>(lower - 'a' + 10) : -1;
}

// Keys come again and again in a document: one Str for each.
class KeyMemo {
 public:
  Str* Find(heap::Allocator& heap, const uint8_t* ascii, uint32_t length) {
    Str*& kept = entries_[HashText(ascii, length) % kEntries];
    if (kept != nullptr && kept->length == length &&
        std::memcmp(kept->data(), ascii, length) == 0) {
      return kept;
    }
    return kept = NewStrFromAscii(heap, {reinterpret_cast<const char*>(ascii), length});
  }

 private:
  static constexpr uint32_t kEntries = 64;
  Str* entries_[kEntries] = {};
};

template <typename Unit>
class Scanner {
 public:
  Scanner(Context& cx, Str* text, bool strict)
      : cx_(cx),
        text_(text),
        begin_(reinterpret_cast<const Unit*>(text->data())),
        end_(begin_ + text->length),
        strict_(strict) {}

  // The value that begins at `*at`, which is moved behind it. Undefined: given up.
  Value Scan(int64_t* at) {
    p_ = begin_ + *at;
    const Value value = ScanValue(0);
    *at = p_ - begin_;
    return value;
  }
  // The same for a string whose opening quote is in front of `*at`.
  Value ScanText(int64_t* at) {
    p_ = begin_ + *at;
    const Value value = ScanString(nullptr);
    *at = p_ - begin_;
    return value;
  }

 private:
  static Value GiveUp() { return Value::Undefined(); }
  bool Take(char c) {
    if (p_ == end_ || *p_ != static_cast<Unit>(c)) return false;
    ++p_;
    return true;
  }
  void SkipSpace() {
    while (p_ != end_ && (*p_ == ' ' || *p_ == '\n' || *p_ == '\t' || *p_ == '\r')) ++p_;
  }
  Value Word(std::string_view word, Value value) {
    for (char c : word) {
      if (!Take(c)) return GiveUp();
    }
    return value;
  }

  Value ScanValue(int depth);
  Value ScanArray(int depth);
  Value ScanObject(int depth);
  Value ScanNumber();
  Value ScanString(KeyMemo* memo);
  Value ScanEscapedString(const Unit* start);
  bool ScanEscape(std::u32string* out);
  bool FourHex(uint32_t* code);

  Context& cx_;
  Str* text_;
  const Unit* begin_;
  const Unit* end_;
  const Unit* p_ = nullptr;
  bool strict_;
  KeyMemo memo_;
};

template <typename Unit>
Value Scanner<Unit>::ScanValue(int depth) {
  if (p_ == end_) return GiveUp();
  switch (*p_) {
    case '"': ++p_; return ScanString(nullptr);
    case '{': return depth < kDeepest ? ScanObject(depth + 1) : GiveUp();
    case '[': return depth < kDeepest ? ScanArray(depth + 1) : GiveUp();
    case 'n': return Word("null", Value::None());
    case 't': return Word("true", Value::True());
    case 'f': return Word("false", Value::False());
    case 'N': return Word("NaN", Value::Double(std::nan("")));
    case 'I': return Word("Infinity", Value::Double(HUGE_VAL));
    default: return ScanNumber();
  }
}

template <typename Unit>
Value Scanner<Unit>::ScanArray(int depth) {
  ++p_;
  List* list = NewList(cx_.heap);
  SkipSpace();
  if (Take(']')) return Value::Of(list);
  for (;;) {
    const Value item = ScanValue(depth);
    if (item.IsUndefined()) return item;
    ListAppend(cx_.heap, list, item);
    SkipSpace();
    if (Take(']')) return Value::Of(list);
    if (!Take(',')) return GiveUp();
    SkipSpace();
  }
}

template <typename Unit>
Value Scanner<Unit>::ScanObject(int depth) {
  ++p_;
  Dict* dict = NewDict(cx_.heap);
  SkipSpace();
  if (Take('}')) return Value::Of(dict);
  for (;;) {
    if (!Take('"')) return GiveUp();
    const Value key = ScanString(&memo_);
    if (key.IsUndefined()) return key;
    SkipSpace();
    if (!Take(':')) return GiveUp();
    SkipSpace();
    const Value value = ScanValue(depth);
    if (value.IsUndefined()) return value;
    DictSetStr(cx_, dict, key.As<Str>(), value);
    SkipSpace();
    if (Take('}')) return Value::Of(dict);
    if (!Take(',')) return GiveUp();
    SkipSpace();
  }
}

template <typename Unit>
Value Scanner<Unit>::ScanNumber() {
  const Unit* const start = p_;
  const bool negative = Take('-');
  if (negative && p_ != end_ && *p_ == 'I') return Word("Infinity", Value::Double(-HUGE_VAL));
  if (p_ == end_ || !IsDigitUnit(*p_)) return GiveUp();
  int64_t number = 0;
  const Unit* const first = p_;
  if (!Take('0')) {
    for (; p_ != end_ && IsDigitUnit(*p_); ++p_) {
      if (p_ - first < 18) number = number * 10 + (*p_ - '0');
    }
  }
  const Unit* const whole = p_;
  if (end_ - p_ >= 2 && *p_ == '.' && IsDigitUnit(p_[1])) {
    for (++p_; p_ != end_ && IsDigitUnit(*p_);) ++p_;
  }
  if (p_ != end_ && (*p_ == 'e' || *p_ == 'E')) {
    const Unit* digit = p_ + 1;
    if (digit != end_ && (*digit == '+' || *digit == '-')) ++digit;
    if (digit != end_ && IsDigitUnit(*digit)) {
      for (p_ = digit; p_ != end_ && IsDigitUnit(*p_);) ++p_;
    }
  }
  if (p_ == whole && whole - first <= 18) {
    return IntFromInt64(cx_.heap, negative ? -number : number);
  }
  const std::string digits(start, p_);
  if (p_ == whole) {
    // Too many digits for int() are an error to be told by the Python part.
    const Value big = IntFromText(cx_, digits, 10, Value::None());
    cx_.pending = Value();
    return big;
  }
  double d;
  return ParseFloat(digits, &d) ? Value::Double(d) : GiveUp();
}

template <typename Unit>
Value Scanner<Unit>::ScanString(KeyMemo* memo) {
  const Unit* const start = p_;
  uint32_t all = 0;
  for (; p_ != end_; ++p_) {
    const uint32_t c = *p_;
    if (c == '"') {
      const auto length = static_cast<uint32_t>(p_ - start);
      ++p_;
      if (sizeof(Unit) == 1 && memo != nullptr && all < 0x80) {
        return Value::Of(memo->Find(cx_.heap, reinterpret_cast<const uint8_t*>(start), length));
      }
      return Value::Of(StrSlice(cx_, text_, start - begin_, length, 1));
    }
    if (c == '\\') return ScanEscapedString(start);
    if (c < 0x20 && strict_) return GiveUp();
    all |= c;
  }
  return GiveUp();
}

// p_ is at the first escape.
template <typename Unit>
Value Scanner<Unit>::ScanEscapedString(const Unit* start) {
  std::u32string out(start, p_);
  while (p_ != end_) {
    const uint32_t c = *p_++;
    if (c == '"') return Value::Of(NewStr(cx_.heap, out));
    if (c == '\\') {
      if (!ScanEscape(&out)) return GiveUp();
    } else if (c < 0x20 && strict_) {
      return GiveUp();
    } else {
      out.push_back(c);
    }
  }
  return GiveUp();
}

template <typename Unit>
bool Scanner<Unit>::ScanEscape(std::u32string* out) {
  if (p_ == end_) return false;
  const uint32_t c = *p_++;
  switch (c) {
    case '"':
    case '\\':
    case '/': out->push_back(c); return true;
    case 'b': out->push_back('\b'); return true;
    case 'f': out->push_back('\f'); return true;
    case 'n': out->push_back('\n'); return true;
    case 'r': out->push_back('\r'); return true;
    case 't': out->push_back('\t'); return true;
    case 'u': break;
    default: return false;
  }
  uint32_t code;
  if (!FourHex(&code)) return false;
  if (code >= 0xd800 && code < 0xdc00 && end_ - p_ >= 2 && p_[0] == '\\' && p_[1] == 'u') {
    const Unit* const back = p_;
    uint32_t low;
    p_ += 2;
    if (!FourHex(&low)) return false;
    if (low >= 0xdc00 && low < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00));
    } else {
      p_ = back;
    }
  }
  out->push_back(code);
  return true;
}

template <typename Unit>
bool Scanner<Unit>::FourHex(uint32_t* code) {
  if (end_ - p_ < 4) return false;
  *code = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = HexValue(*p_++);
    if (digit < 0) return false;
    *code = *code << 4 | static_cast<uint32_t>(digit);
  }
  return true;
}

template <typename F>
Value WithScanner(Context& cx, Args args, F f) {
  if (!IsStr(args[0]) || !args[1].IsSmall()) return Value::None();
  Str* text = Text(args[0]);
  int64_t at = args[1].small();
  if (at < 0 || at > text->length) return Value::None();
  const bool strict = Flag(cx, args[2], true);
  const auto finish = [&](Value value) {
    if (value.IsUndefined()) return Value::None();
    return Value::Of(NewTuple(cx.heap, {value, Value::Small(at)}));
  };
  switch (text->width) {
    case 1: return finish(f(Scanner<uint8_t>(cx, text, strict), &at));
    case 2: return finish(f(Scanner<uint16_t>(cx, text, strict), &at));
    default: return finish(f(Scanner<uint32_t>(cx, text, strict), &at));
  }
}

Value Scan(Context& cx, Args args) {
  return WithScanner(cx, args, [](auto scanner, int64_t* at) { return scanner.Scan(at); });
}
Value ScanString(Context& cx, Args args) {
  return WithScanner(cx, args, [](auto scanner, int64_t* at) { return scanner.ScanText(at); });
}

// ---- objects to text

void AppendUnicodeEscape(uint32_t unit, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out->append("\\u");
  for (int shift = 12; shift >= 0; shift -= 4) out->push_back(kHex[unit >> shift & 15]);
}

void AppendEscaped(char32_t c, bool ascii, std::string* out) {
  switch (c) {
    case '"': out->append("\\\""); return;
    case '\\': out->append("\\\\"); return;
    case '\b': out->append("\\b"); return;
    case '\f': out->append("\\f"); return;
    case '\n': out->append("\\n"); return;
    case '\r': out->append("\\r"); return;
    case '\t': out->append("\\t"); return;
    default: break;
  }
  if (c >= 0x20 && (c < 0x7f || !ascii)) {
    AppendUtf8(c, out);
  } else if (c < 0x10000) {
    AppendUnicodeEscape(c, out);
  } else {
    AppendUnicodeEscape(0xd800 | (c - 0x10000) >> 10, out);
    AppendUnicodeEscape(0xdc00 | ((c - 0x10000) & 0x3ff), out);
  }
}

void AppendQuoted(const Str* s, bool ascii, std::string* out) {
  out->push_back('"');
  if (s->ascii) {
    // Runs of what needs no escape are copied whole.
    const std::string_view text = s->ascii_view();
    size_t copied = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) continue;
      out->append(text, copied, i - copied);
      AppendEscaped(static_cast<char32_t>(c), ascii, out);
      copied = i + 1;
    }
    out->append(text, copied);
  } else {
    for (uint32_t i = 0; i < s->length; ++i) AppendEscaped(s->At(i), ascii, out);
  }
  out->push_back('"');
}

Value Quote(Context& cx, Args args) {
  if (!IsStr(args[0])) {
    return cx.Raise(Exc::kTypeError, "first argument must be a string, not {}",
                    TypeName(cx, args[0]));
  }
  std::string out;
  AppendQuoted(Text(args[0]), args[1].IsTrue(), &out);
  return cx.NewString(out);
}

struct Style {
  bool ascii;
  bool allow_nan;
  bool indented;
  std::string_view item_separator, key_separator, indent;
};

class Encoder {
 public:
  Encoder(Context& cx, const Style& style) : cx_(cx), style_(style) {}

  // False: given up.
  bool Write(Value v);
  const std::string& text() const { return out_; }

 private:
  bool WriteObject(Object* object);
  bool WriteItems(const Slot* items, uint32_t count);
  bool WriteDict(Dict* dict);
  bool WriteKey(Value key);
  bool WriteDouble(double d);
  bool HasOwnItems(Dict* dict) const;
  // Before the item (or the end) of the innermost open container.
  void NewLine() {
    if (!style_.indented) return;
    out_.push_back('\n');
    for (size_t i = 0; i < open_.size(); ++i) out_.append(style_.indent);
  }
  bool Open(Object* object) {
    if (open_.size() >= size_t{kDeepest}) return false;
    for (const Object* other : open_) {
      if (other == object) return false;
    }
    open_.push_back(object);
    return true;
  }

  Context& cx_;
  const Style& style_;
  std::string out_;
  std::vector<Object*> open_;
};

bool Encoder::Write(Value v) {
  if (v.IsSmall()) {
    const fmt::format_int digits(v.small());
    out_.append(digits.data(), digits.size());
  } else if (v.IsDouble()) {
    return WriteDouble(v.dbl());
  } else if (v.IsNone()) {
    out_.append("null");
  } else if (v.IsBool()) {
    out_.append(v.IsTrue() ? "true" : "false");
  } else {
    return v.IsObject() && WriteObject(v.object());
  }
  return true;
}

bool Encoder::WriteObject(Object* object) {
  switch (object->kind) {
    case Kind::kStr: AppendQuoted(static_cast<Str*>(object), style_.ascii, &out_); return true;
    case Kind::kInt:
      if (!IntCheckPrintable(cx_, Value::Of(object))) return false;
      out_.append(IntToString(Value::Of(object), 10));
      return true;
    case Kind::kFloat: return WriteDouble(static_cast<Float*>(object)->value);
    case Kind::kTuple: {
      auto* tuple = static_cast<Tuple*>(object);
      return Open(object) && WriteItems(tuple->items(), tuple->length);
    }
    case Kind::kList: {
      uint32_t count = 0;
      Array* items = ListReadOnly(cx_, static_cast<List*>(object), &count);
      return Open(object) && WriteItems(items == nullptr ? nullptr : items->slots(), count);
    }
    case Kind::kDict:
      return !HasOwnItems(static_cast<Dict*>(object)) && Open(object) &&
             WriteDict(static_cast<Dict*>(object));
    default: return false;
  }
}

// Whether a subclass says itself what its items are.
bool Encoder::HasOwnItems(Dict* dict) const {
  if ((dict->flags & kSubclass) == 0) return false;
  Str* const items = cx_.Intern("items");
  return LookupInMro(dict->type.Load(), items) !=
         LookupInMro(cx_.runtime.heap.TypeOfKind(Kind::kDict), items);
}

bool Encoder::WriteDouble(double d) {
  if (std::isfinite(d)) {
    out_.append(FloatReprText(d));
    return true;
  }
  if (!style_.allow_nan) return false;
  out_.append(std::isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
  return true;
}

bool Encoder::WriteItems(const Slot* items, uint32_t count) {
  out_.push_back('[');
  for (uint32_t i = 0; i < count; ++i) {
    if (i != 0) out_.append(style_.item_separator);
    NewLine();
    if (!Write(items[i].Load())) return false;
  }
  open_.pop_back();
  if (count != 0) NewLine();
  out_.push_back(']');
  return true;
}

bool Encoder::WriteDict(Dict* dict) {
  out_.push_back('{');
  bool first = true;
  Value key, value;
  for (DictCursor cursor(dict); cursor.Next(&key, &value); first = false) {
    if (!first) out_.append(style_.item_separator);
    NewLine();
    if (!WriteKey(key)) return false;
    out_.append(style_.key_separator);
    if (!Write(value)) return false;
  }
  open_.pop_back();
  if (!first) NewLine();
  out_.push_back('}');
  return true;
}

bool Encoder::WriteKey(Value key) {
  if (IsStr(key)) {
    AppendQuoted(Text(key), style_.ascii, &out_);
    return true;
  }
  if (!key.IsSmall() && !key.IsDouble() && !key.IsNone() && !key.IsBool()) return false;
  out_.push_back('"');
  if (!Write(key)) return false;
  out_.push_back('"');
  return true;
}

// encode(object, ensure_ascii, allow_nan, item separator, key separator, indent or None)
Value Encode(Context& cx, Args args) {
  std::string storage[3];
  Style style{};
  style.ascii = Flag(cx, args[1], true);
  style.allow_nan = Flag(cx, args[2], true);
  if (!IsStr(args[3]) || !IsStr(args[4])) return Value::None();
  style.item_separator = StrView(Text(args[3]), &storage[0]);
  style.key_separator = StrView(Text(args[4]), &storage[1]);
  style.indented = IsStr(args[5]);
  if (style.indented) style.indent = StrView(Text(args[5]), &storage[2]);
  Encoder encoder(cx, style);
  if (encoder.Write(args[0])) return cx.NewString(encoder.text());
  cx.pending = Value();
  return Value::None();
}

constexpr NativeDef kFunctions[] = {
    {"scan", Scan, "s, idx, strict, /"},
    {"scanstring", ScanString, "s, end, strict, /"},
    {"quote", Quote, "s, ascii, /"},
    {"encode", Encode, "o, ascii, allow_nan, item_separator, key_separator, indent, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kJsonModule = {"_json", kFunctions, nullptr};

}  // namespace heddle::lib
