// Text encodings: utf-8, ascii, latin-1, utf-16 and utf-32 in both byte orders.
#include <algorithm>
#include <cctype>

#include "objects/bytes.h"
#include "objects/context.h"
#include "objects/exception_fields.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

enum class Codec : uint8_t {
  kUtf8,
  kAscii,
  kLatin1,
  kUtf16,
  kUtf16Le,
  kUtf16Be,
  kUtf32,
  kUtf32Le,
  kUtf32Be,
  kUtf8Sig,
  kUnknown
};
enum class OnError : uint8_t {
  kStrict,
  kIgnore,
  kReplace,
  kBackslash,
  kXml,
  kSurrogateEscape,
  kSurrogatePass,
  kUnknown
};

std::string Normalized(std::string_view name) {
  std::string out;
  for (char c : name)
    out.push_back(c == '-' || c == ' ' ? '_' : static_cast<char>(std::tolower(c)));
  return out;
}

Codec CodecOf(std::string_view encoding) {
  if (encoding == "utf-8") return Codec::kUtf8;
  static constexpr std::pair<std::string_view, Codec> kNames[] = {
      {"utf_8", Codec::kUtf8},        {"utf8", Codec::kUtf8},
      {"u8", Codec::kUtf8},           {"cp65001", Codec::kUtf8},
      {"ascii", Codec::kAscii},       {"us_ascii", Codec::kAscii},
      {"646", Codec::kAscii},         {"latin_1", Codec::kLatin1},
      {"latin1", Codec::kLatin1},     {"iso_8859_1", Codec::kLatin1},
      {"iso8859_1", Codec::kLatin1},  {"l1", Codec::kLatin1},
      {"8859", Codec::kLatin1},       {"cp819", Codec::kLatin1},
      {"latin", Codec::kLatin1},      {"utf_16", Codec::kUtf16},
      {"utf16", Codec::kUtf16},       {"u16", Codec::kUtf16},
      {"utf_16_le", Codec::kUtf16Le}, {"utf_16le", Codec::kUtf16Le},
      {"utf_16_be", Codec::kUtf16Be}, {"utf_16be", Codec::kUtf16Be},
      {"utf_32", Codec::kUtf32},      {"utf32", Codec::kUtf32},
      {"u32", Codec::kUtf32},         {"utf_32_le", Codec::kUtf32Le},
      {"utf_32le", Codec::kUtf32Le},  {"utf_32_be", Codec::kUtf32Be},
      {"utf_32be", Codec::kUtf32Be},  {"utf_8_sig", Codec::kUtf8Sig},
  };
  const std::string name = Normalized(encoding);
  for (const auto& [known, codec] : kNames) {
    if (known == name) return codec;
  }
  return Codec::kUnknown;
}

// The name that error messages show.
const char* NameOf(Codec codec) {
  switch (codec) {
    case Codec::kAscii: return "ascii";
    case Codec::kLatin1: return "latin-1";
    case Codec::kUtf16:
    case Codec::kUtf16Le: return "utf-16-le";
    case Codec::kUtf16Be: return "utf-16-be";
    case Codec::kUtf32:
    case Codec::kUtf32Le: return "utf-32-le";
    case Codec::kUtf32Be: return "utf-32-be";
    default: return "utf-8";
  }
}

OnError OnErrorOf(std::string_view errors) {
  static constexpr std::pair<std::string_view, OnError> kNames[] = {
      {"strict", OnError::kStrict},
      {"ignore", OnError::kIgnore},
      {"replace", OnError::kReplace},
      {"backslashreplace", OnError::kBackslash},
      {"xmlcharrefreplace", OnError::kXml},
      {"surrogateescape", OnError::kSurrogateEscape},
      {"surrogatepass", OnError::kSurrogatePass},
  };
  for (const auto& [known, kind] : kNames) {
    if (known == errors) return kind;
  }
  return OnError::kUnknown;
}

constexpr int64_t kMaxBytes = 0x7fffffff;

bool IsSurrogate(char32_t c) { return c >= 0xd800 && c < 0xe000; }

Value UnknownHandler(Context& cx, std::string_view errors) {
  return cx.Raise(Exc::kLookupError, "unknown error handler name '{}'", errors);
}

struct Failure {
  Value object;
  int64_t start, end;
  std::string reason;
};

// Raises UnicodeEncodeError or UnicodeDecodeError with its five attributes.
Value RaiseUnicode(Context& cx, Exc kind, Codec codec, const Failure& failure,
                   std::string_view message) {
  const Value encoding = cx.NewString(NameOf(codec));
  const Value start = Value::Small(failure.start);
  const Value end = Value::Small(failure.end);
  const Value reason = cx.NewString(failure.reason);
  cx.Raise(kind, message);
  auto* exception = cx.pending.As<Exception>();
  const Value args[] = {encoding, failure.object, start, end, reason};
  const char* const names[] = {"encoding", "object", "start", "end", "reason"};
  exception->args.Publish(Value::Of(NewTuple(cx.heap, args)));
  for (int i = 0; i < 5; ++i) {
    SetExceptionField(cx, exception, cx.Intern(names[i]), args[i]);
  }
  return Value::Raised();
}

// ---- encoding

class Encoder {
 public:
  Encoder(Context& cx, const Str* text, Codec codec, std::string_view errors)
      : cx_(cx), text_(text), codec_(codec), errors_(errors), on_error_(OnErrorOf(errors)) {}

  // False with an exception pending.
  bool Run(std::string* out);

 private:
  bool Encodable(char32_t c) const {
    switch (codec_) {
      case Codec::kAscii: return c < 0x80;
      case Codec::kLatin1: return c < 0x100;
      default: return !IsSurrogate(c);
    }
  }
  void Put(char32_t c, std::string* out) const;
  void PutUnit(uint32_t unit, int bytes, bool big, std::string* out) const {
    for (int i = 0; i < bytes; ++i) {
      out->push_back(static_cast<char>(unit >> 8 * (big ? bytes - 1 - i : i)));
    }
  }
  bool Handle(uint32_t start, uint32_t end, std::string* out);
  bool Fail(uint32_t start, uint32_t end);

  Context& cx_;
  const Str* text_;
  Codec codec_;
  std::string_view errors_;
  OnError on_error_;
};

void Encoder::Put(char32_t c, std::string* out) const {
  const bool big = codec_ == Codec::kUtf16Be || codec_ == Codec::kUtf32Be;
  switch (codec_) {
    case Codec::kAscii:
    case Codec::kLatin1: out->push_back(static_cast<char>(c)); break;
    case Codec::kUtf16:
    case Codec::kUtf16Le:
    case Codec::kUtf16Be:
      if (c >= 0x10000) {
        PutUnit(0xd800 + ((c - 0x10000) >> 10), 2, big, out);
        PutUnit(0xdc00 + ((c - 0x10000) & 0x3ff), 2, big, out);
      } else {
        PutUnit(c, 2, big, out);
      }
      break;
    case Codec::kUtf32:
    case Codec::kUtf32Le:
    case Codec::kUtf32Be: PutUnit(c, 4, big, out); break;
    default: AppendUtf8(c, out);
  }
}

bool Encoder::Fail(uint32_t start, uint32_t end) {
  Failure failure{Value::Of(text_), start, end, ""};
  failure.reason = codec_ == Codec::kAscii    ? "ordinal not in range(128)"
                   : codec_ == Codec::kLatin1 ? "ordinal not in range(256)"
                                              : "surrogates not allowed";
  std::string message;
  if (end == start + 1) {
    const auto c = static_cast<uint32_t>(text_->At(start));
    const std::string shown = c < 0x100     ? fmt::format("\\x{:02x}", c)
                              : c < 0x10000 ? fmt::format("\\u{:04x}", c)
                                            : fmt::format("\\U{:08x}", c);
    message = fmt::format("'{}' codec can't encode character '{}' in position {}: {}",
                          NameOf(codec_), shown, start, failure.reason);
  } else {
    message = fmt::format("'{}' codec can't encode characters in position {}-{}: {}",
                          NameOf(codec_), start, end - 1, failure.reason);
  }
  RaiseUnicode(cx_, Exc::kUnicodeEncodeError, codec_, failure, message);
  return false;
}

bool Encoder::Handle(uint32_t start, uint32_t end, std::string* out) {
  if (on_error_ == OnError::kStrict) return Fail(start, end);
  if (on_error_ == OnError::kUnknown) {
    UnknownHandler(cx_, errors_);
    return false;
  }
  for (uint32_t i = start; i < end; ++i) {
    const auto c = static_cast<uint32_t>(text_->At(i));
    std::string replacement;
    switch (on_error_) {
      case OnError::kReplace: replacement = "?"; break;
      case OnError::kBackslash:
        replacement = c < 0x100     ? fmt::format("\\x{:02x}", c)
                      : c < 0x10000 ? fmt::format("\\u{:04x}", c)
                                    : fmt::format("\\U{:08x}", c);
        break;
      case OnError::kXml: replacement = fmt::format("&#{};", c); break;
      case OnError::kSurrogateEscape:
        if (c < 0xdc80 || c > 0xdcff) return Fail(start, end);
        out->push_back(static_cast<char>(c - 0xdc00));
        break;
      case OnError::kSurrogatePass:
        if (!IsSurrogate(c) || codec_ == Codec::kAscii || codec_ == Codec::kLatin1) {
          return Fail(start, end);
        }
        Put(c, out);
        break;
      default: break;
    }
    for (char r : replacement) Put(static_cast<uint8_t>(r), out);
  }
  return true;
}

bool Encoder::Run(std::string* out) {
  if (codec_ == Codec::kUtf16) PutUnit(0xfeff, 2, false, out);
  if (codec_ == Codec::kUtf32) PutUnit(0xfeff, 4, false, out);
  if (codec_ == Codec::kUtf8Sig) out->append("\xef\xbb\xbf");
  for (uint32_t i = 0; i < text_->length;) {
    const char32_t c = text_->At(i);
    if (Encodable(c)) {
      Put(c, out);
      ++i;
      continue;
    }
    uint32_t end = i + 1;
    while (end < text_->length && !Encodable(text_->At(end))) ++end;
    if (!Handle(i, end, out)) return false;
    i = end;
  }
  return true;
}

// ---- decoding

class Decoder {
 public:
  Decoder(Context& cx, std::string_view data, Codec codec, std::string_view errors)
      : cx_(cx), data_(data), codec_(codec), errors_(errors), on_error_(OnErrorOf(errors)) {}

  bool Run(std::u32string* out);

 private:
  uint8_t Byte(size_t i) const { return static_cast<uint8_t>(data_[i]); }
  bool DecodeUtf8(std::u32string* out);
  bool DecodeNarrow(std::u32string* out);
  bool DecodeWide(int unit_bytes, std::u32string* out);
  uint32_t Unit(size_t at, int bytes) const;
  bool Handle(size_t start, size_t end, std::string_view reason, std::u32string* out);
  bool Fail(size_t start, size_t end, std::string_view reason);

  Context& cx_;
  std::string_view data_;
  Codec codec_;
  std::string_view errors_;
  OnError on_error_;
  bool big_ = false;
};

bool Decoder::Fail(size_t start, size_t end, std::string_view reason) {
  const std::string message =
      end == start + 1 ? fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: {}",
                                     NameOf(codec_), Byte(start), start, reason)
                       : fmt::format("'{}' codec can't decode bytes in position {}-{}: {}",
                                     NameOf(codec_), start, end - 1, reason);
  const Failure failure{Value::Of(NewBytes(cx_.heap, data_)), static_cast<int64_t>(start),
                        static_cast<int64_t>(end), std::string(reason)};
  RaiseUnicode(cx_, Exc::kUnicodeDecodeError, codec_, failure, message);
  return false;
}

bool Decoder::Handle(size_t start, size_t end, std::string_view reason, std::u32string* out) {
  switch (on_error_) {
    case OnError::kIgnore: return true;
    case OnError::kReplace: out->push_back(0xfffd); return true;
    case OnError::kBackslash:
      for (size_t i = start; i < end; ++i) {
        for (char c : fmt::format("\\x{:02x}", Byte(i))) out->push_back(static_cast<uint8_t>(c));
      }
      return true;
    case OnError::kSurrogateEscape:
      for (size_t i = start; i < end; ++i) {
        if (Byte(i) < 0x80) return Fail(start, end, reason);
        out->push_back(0xdc00 + Byte(i));
      }
      return true;
    case OnError::kUnknown: UnknownHandler(cx_, errors_); return false;
    default: return Fail(start, end, reason);
  }
}

bool Decoder::DecodeNarrow(std::u32string* out) {
  for (size_t i = 0; i < data_.size(); ++i) {
    if (codec_ == Codec::kLatin1 || Byte(i) < 0x80) {
      out->push_back(Byte(i));
    } else if (!Handle(i, i + 1, "ordinal not in range(128)", out)) {
      return false;
    }
  }
  return true;
}

bool Decoder::DecodeUtf8(std::u32string* out) {
  size_t i = codec_ == Codec::kUtf8Sig && data_.starts_with("\xef\xbb\xbf") ? 3 : 0;
  while (i < data_.size()) {
    const uint8_t first = Byte(i);
    if (first < 0x80) {
      out->push_back(first);
      ++i;
      continue;
    }
    const int more = first >= 0xc2 && first < 0xe0   ? 1
                     : first >= 0xe0 && first < 0xf0 ? 2
                     : first >= 0xf0 && first < 0xf5 ? 3
                                                     : 0;
    if (more == 0) {
      if (!Handle(i, i + 1, "invalid start byte", out)) return false;
      ++i;
      continue;
    }
    if (on_error_ == OnError::kSurrogatePass && first == 0xed && i + 2 < data_.size() &&
        (Byte(i + 1) & 0xe0) == 0xa0 && (Byte(i + 2) & 0xc0) == 0x80) {
      out->push_back(0xd000 | (Byte(i + 1) & 0x3f) << 6 | (Byte(i + 2) & 0x3f));
      i += 3;
      continue;
    }
    char32_t c = first & (0x3f >> more);
    int taken = 1;
    while (taken <= more && i + taken < data_.size()) {
      const uint8_t next = Byte(i + taken);
      uint8_t low = 0x80;
      uint8_t high = 0xbf;
      if (taken == 1) {
        if (first == 0xe0) low = 0xa0;
        if (first == 0xed) high = 0x9f;
        if (first == 0xf0) low = 0x90;
        if (first == 0xf4) high = 0x8f;
      }
      if (next < low || next > high) break;
      c = c << 6 | (next & 0x3f);
      ++taken;
    }
    if (taken > more) {
      out->push_back(c);
      i += taken;
      continue;
    }
    const bool cut = i + taken >= data_.size();
    if (!Handle(i, i + taken, cut ? "unexpected end of data" : "invalid continuation byte", out)) {
      return false;
    }
    i += taken;
  }
  return true;
}

uint32_t Decoder::Unit(size_t at, int bytes) const {
  uint32_t unit = 0;
  for (int i = 0; i < bytes; ++i) {
    unit |= uint32_t{Byte(at + i)} << 8 * (big_ ? bytes - 1 - i : i);
  }
  return unit;
}

bool Decoder::DecodeWide(int unit_bytes, std::u32string* out) {
  big_ = codec_ == Codec::kUtf16Be || codec_ == Codec::kUtf32Be;
  size_t i = 0;
  const auto size = static_cast<size_t>(unit_bytes);
  if ((codec_ == Codec::kUtf16 || codec_ == Codec::kUtf32) && data_.size() >= size) {
    const uint32_t mark = Unit(0, unit_bytes);
    if (mark == 0xfeff) {
      i = size;
    } else if (mark == (size == 2 ? 0xfffeu : 0xfffe0000u)) {
      i = size;
      big_ = true;
      codec_ = size == 2 ? Codec::kUtf16Be : Codec::kUtf32Be;
    }
  }
  while (i < data_.size()) {
    if (data_.size() - i < size) {
      if (!Handle(i, data_.size(), "truncated data", out)) return false;
      break;
    }
    const uint32_t unit = Unit(i, unit_bytes);
    if (size == 4) {
      if (unit > 0x10ffff) {
        if (!Handle(i, i + 4, "code point not in range(0x110000)", out)) return false;
      } else if (IsSurrogate(unit) && on_error_ != OnError::kSurrogatePass) {
        if (!Handle(i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)", out)) {
          return false;
        }
      } else {
        out->push_back(unit);
      }
      i += 4;
      continue;
    }
    if (!IsSurrogate(unit)) {
      out->push_back(unit);
      i += 2;
      continue;
    }
    if (unit < 0xdc00 && i + 4 <= data_.size() && (Unit(i + 2, 2) & 0xfc00) == 0xdc00) {
      out->push_back(0x10000 + ((unit - 0xd800) << 10) + (Unit(i + 2, 2) - 0xdc00));
      i += 4;
      continue;
    }
    if (on_error_ == OnError::kSurrogatePass) {
      out->push_back(unit);
    } else {
      const bool cut = unit < 0xdc00 && i + 4 > data_.size();
      const size_t end = cut ? data_.size() : i + 2;
      const char* reason = cut             ? "unexpected end of data"
                           : unit < 0xdc00 ? "illegal UTF-16 surrogate"
                                           : "illegal encoding";
      if (!Handle(i, end, reason, out)) return false;
    }
    i += 2;
  }
  return true;
}

bool Decoder::Run(std::u32string* out) {
  out->reserve(data_.size());
  switch (codec_) {
    case Codec::kAscii:
    case Codec::kLatin1: return DecodeNarrow(out);
    case Codec::kUtf16:
    case Codec::kUtf16Le:
    case Codec::kUtf16Be: return DecodeWide(2, out);
    case Codec::kUtf32:
    case Codec::kUtf32Le:
    case Codec::kUtf32Be: return DecodeWide(4, out);
    default: return DecodeUtf8(out);
  }
}

// ---- UTF-8 without errors

template <typename Unit>
int64_t Utf8Size(const Unit* units, uint32_t count) {
  int64_t size = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t c = units[i];
    size += 1 + (c >= 0x80) + (c >= 0x800) + (c >= 0x10000);
  }
  return size;
}

// False when there is a surrogate.
template <typename Unit>
bool PutUtf8(const Unit* units, uint32_t count, uint8_t* out) {
  const auto put = [&](uint32_t bits) { *out++ = static_cast<uint8_t>(bits); };
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t c = units[i];
    if (c < 0x80) {
      put(c);
      continue;
    }
    if (IsSurrogate(c)) return false;
    if (c < 0x800) {
      put(0xc0 | c >> 6);
    } else if (c < 0x10000) {
      put(0xe0 | c >> 12);
      put(0x80 | (c >> 6 & 0x3f));
    } else {
      put(0xf0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3f));
      put(0x80 | (c >> 6 & 0x3f));
    }
    put(0x80 | (c & 0x3f));
  }
  return true;
}

template <typename Unit>
Bytes* UnitsToUtf8(Context& cx, const Unit* units, uint32_t count) {
  const int64_t size = Utf8Size(units, count);
  if (size > kMaxBytes) return nullptr;
  Bytes* const bytes = NewBytesRaw(cx.heap, static_cast<uint32_t>(size));
  return PutUtf8(units, count, bytes->data()) ? bytes : nullptr;
}

// Null when there is a surrogate in the text.
Bytes* ToUtf8Bytes(Context& cx, const Str* text) {
  const uint8_t* const data = text->data();
  switch (text->width) {
    case 1: return UnitsToUtf8(cx, data, text->length);
    case 2: return UnitsToUtf8(cx, reinterpret_cast<const uint16_t*>(data), text->length);
    default: return UnitsToUtf8(cx, reinterpret_cast<const uint32_t*>(data), text->length);
  }
}

}  // namespace

bool IsBuiltinCodec(std::string_view encoding, std::string_view errors) {
  return CodecOf(encoding) != Codec::kUnknown && OnErrorOf(errors) != OnError::kUnknown;
}

Value EncodeStr(Context& cx, const Str* text, std::string_view encoding, std::string_view errors) {
  const Codec codec = CodecOf(encoding);
  if (codec == Codec::kUnknown) {
    return cx.Raise(Exc::kLookupError, "unknown encoding: {}", encoding);
  }
  if (text->ascii && codec <= Codec::kLatin1) {
    return Value::Of(NewBytes(cx.heap, text->ascii_view()));
  }
  if (codec == Codec::kUtf8) {
    if (Bytes* const bytes = ToUtf8Bytes(cx, text)) return Value::Of(bytes);
  }
  std::string out;
  if (!Encoder(cx, text, codec, errors).Run(&out)) return Value::Raised();
  return Value::Of(NewBytes(cx.heap, out));
}

Value DecodeBytes(Context& cx, std::string_view data, std::string_view encoding,
                  std::string_view errors) {
  const Codec codec = CodecOf(encoding);
  if (codec == Codec::kUnknown) {
    return cx.Raise(Exc::kLookupError, "unknown encoding: {}", encoding);
  }
  if (codec <= Codec::kLatin1 && IsAscii(data)) {
    return Value::Of(NewStrFromAscii(cx.heap, data));
  }
  if (codec == Codec::kLatin1) return Value::Of(NewStrFromLatin1(cx.heap, data));
  if (codec == Codec::kUtf8) {
    if (Str* const text = NewStrFromUtf8(cx.heap, data)) return Value::Of(text);
  }
  std::u32string out;
  if (!Decoder(cx, data, codec, errors).Run(&out)) return Value::Raised();
  return Value::Of(NewStr(cx.heap, out));
}

}  // namespace heddle
