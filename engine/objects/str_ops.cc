#include "objects/str_ops.h"

#include <algorithm>
#include <cstring>

#include "objects/context.h"
#include "objects/unicode.h"

namespace heddle {

namespace {

template <typename Unit>
const Unit* Units(const Str* s) {
  return reinterpret_cast<const Unit*>(s->data());
}
template <typename Unit>
Unit* Units(Str* s) {
  return reinterpret_cast<Unit*>(s->data());
}

constexpr int64_t kMaxLength = 0x7fffffff;

template <typename To, typename From>
void Widen(To* to, const From* from, size_t count) {
  for (size_t i = 0; i < count; ++i) to[i] = static_cast<To>(from[i]);
}

// Copies code points into a string of another width, at `at`. The target is wide enough.
void CopyInto(Str* to, uint32_t at, const Str* from) {
  uint8_t* target = to->data() + size_t{at} * to->width;
  if (to->width == from->width) {
    std::memcpy(target, from->data(), from->byte_length());
  } else if (to->width == 2) {
    Widen(reinterpret_cast<uint16_t*>(target), from->data(), from->length);
  } else if (from->width == 1) {
    Widen(reinterpret_cast<uint32_t*>(target), from->data(), from->length);
  } else {
    Widen(reinterpret_cast<uint32_t*>(target), Units<uint16_t>(from), from->length);
  }
}

template <typename Unit>
Str* SliceUnits(Context& cx, const Str* s, int64_t start, int64_t count, int64_t step) {
  const Unit* from = Units<Unit>(s);
  char32_t all = 0;
  if (sizeof(Unit) == 1 && s->ascii) {
    all = 1;
  } else {
    for (int64_t i = 0, at = start; i < count; ++i, at += step) all |= from[at];
  }
  const uint8_t width = all < 0x100 ? 1 : all < 0x10000 ? 2 : 4;
  Str* out = NewStrRaw(cx.heap, static_cast<uint32_t>(count), width, all < 0x80);
  if (width == sizeof(Unit) && step == 1) {
    std::memcpy(out->data(), from + start, static_cast<size_t>(count) * sizeof(Unit));
    return out;
  }
  for (int64_t i = 0, at = start; i < count; ++i, at += step) {
    switch (width) {
      case 1: out->data()[i] = static_cast<uint8_t>(from[at]); break;
      case 2: Units<uint16_t>(out)[i] = static_cast<uint16_t>(from[at]); break;
      default: Units<uint32_t>(out)[i] = from[at];
    }
  }
  return out;
}

template <typename Unit>
const Unit* FindUnit(const Unit* first, const Unit* last, Unit c) {
  if constexpr (sizeof(Unit) == 1) {
    const void* hit = std::memchr(first, c, last - first);
    return hit == nullptr ? last : static_cast<const Unit*>(hit);
  } else {
    return std::find(first, last, c);
  }
}

// Boyer-Moore-Horspool with a shift table over the low byte of a unit; a rare-case guard is not
// needed, as a text of scenario size stays far from the quadratic worst case.
template <typename Unit>
int64_t FindUnits(const Unit* text, size_t n, const Unit* needle, size_t m) {
  if (m == 0) return 0;
  if (m > n) return -1;
  const Unit* const last = text + (n - m);
  if (m < 6 || n < 64) {
    for (const Unit* p = text; p <= last; ++p) {
      p = FindUnit(p, last + 1, needle[0]);
      if (p > last) return -1;
      if (std::memcmp(p, needle, m * sizeof(Unit)) == 0) return p - text;
    }
    return -1;
  }
  size_t shift[256];
  std::fill_n(shift, 256, m);
  for (size_t i = 0; i + 1 < m; ++i) shift[needle[i] & 0xff] = m - 1 - i;
  for (const Unit* p = text; p <= last; p += shift[p[m - 1] & 0xff]) {
    if (p[m - 1] == needle[m - 1] && std::memcmp(p, needle, (m - 1) * sizeof(Unit)) == 0) {
      return p - text;
    }
  }
  return -1;
}

template <typename Unit>
int64_t RFindUnits(const Unit* text, size_t n, const Unit* needle, size_t m) {
  if (m > n) return -1;
  for (size_t i = n - m + 1; i-- > 0;) {
    if (m == 0 || (text[i] == needle[0] && std::memcmp(text + i, needle, m * sizeof(Unit)) == 0)) {
      return static_cast<int64_t>(i);
    }
  }
  return -1;
}

// The needle in units of the haystack: `storage` keeps a widened copy.
template <typename Unit>
const Unit* NeedleUnits(const Str* needle, std::vector<Unit>* storage) {
  if (needle->width == sizeof(Unit)) return Units<Unit>(needle);
  storage->resize(needle->length);
  for (uint32_t i = 0; i < needle->length; ++i) (*storage)[i] = static_cast<Unit>(needle->At(i));
  return storage->data();
}

template <typename Unit, bool kReverse>
int64_t FindIn(const Str* haystack, const Str* needle, int64_t start, int64_t end) {
  std::vector<Unit> storage;
  const Unit* part = NeedleUnits<Unit>(needle, &storage);
  const Unit* text = Units<Unit>(haystack) + start;
  const auto n = static_cast<size_t>(end - start);
  const int64_t at = kReverse ? RFindUnits(text, n, part, needle->length)
                              : FindUnits(text, n, part, needle->length);
  return at < 0 ? -1 : at + start;
}

template <bool kReverse>
int64_t FindAny(const Str* haystack, const Str* needle, int64_t start, int64_t end) {
  end = std::min<int64_t>(end, haystack->length);
  if (start > end || needle->length > end - start || needle->width > haystack->width) return -1;
  switch (haystack->width) {
    case 1: return FindIn<uint8_t, kReverse>(haystack, needle, start, end);
    case 2: return FindIn<uint16_t, kReverse>(haystack, needle, start, end);
    default: return FindIn<uint32_t, kReverse>(haystack, needle, start, end);
  }
}

void AppendEscape(char32_t c, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  const auto digits = [&](char letter, int count) {
    out->push_back('\\');
    out->push_back(letter);
    for (int i = count; i-- > 0;) out->push_back(kHex[c >> (4 * i) & 15]);
  };
  switch (c) {
    case '\n': out->append("\\n"); return;
    case '\r': out->append("\\r"); return;
    case '\t': out->append("\\t"); return;
    case '\\': out->append("\\\\"); return;
    default: break;
  }
  if (c < 0x100) return digits('x', 2);
  if (c < 0x10000) return digits('u', 4);
  digits('U', 8);
}

bool NeedsEscape(char32_t c, bool ascii_only) {
  if (c < 0x7f) return c < 0x20 || c == '\\';
  return ascii_only || !unicode::Has(c, unicode::kPrintable);
}

Value TooLong(Context& cx) { return cx.Raise(Exc::kMemoryError, ""); }

}  // namespace

Str* EmptyStr(Context& cx) { return cx.runtime.empty_str.Load().As<Str>(); }

Str* CharStr(Context& cx, char32_t c) {
  if (c < 0x100) return cx.runtime.latin1_chars[c].Load().As<Str>();
  return NewStr(cx.heap, std::u32string_view(&c, 1));
}

Value StrSubscript(Context& cx, Str* s, int64_t index) {
  if (index < 0) index += s->length;
  if (static_cast<uint64_t>(index) >= s->length) {
    return cx.Raise(Exc::kIndexError, "string index out of range");
  }
  return Value::Of(CharStr(cx, s->At(static_cast<uint32_t>(index))));
}

Str* StrSlice(Context& cx, const Str* s, int64_t start, int64_t count, int64_t step) {
  if (count <= 0) return EmptyStr(cx);
  if (count == 1) return CharStr(cx, s->At(static_cast<uint32_t>(start)));
  switch (s->width) {
    case 1: return SliceUnits<uint8_t>(cx, s, start, count, step);
    case 2: return SliceUnits<uint16_t>(cx, s, start, count, step);
    default: return SliceUnits<uint32_t>(cx, s, start, count, step);
  }
}

Str* StrSubstring(Context& cx, Str* s, uint32_t start, uint32_t end) {
  if (start == 0 && end == s->length && (s->flags & kSubclass) == 0) return s;
  return StrSlice(cx, s, start, int64_t{end} - start, 1);
}

Value StrConcat(Context& cx, Str* a, Str* b) {
  if (a->length == 0 && (b->flags & kSubclass) == 0) return Value::Of(b);
  if (b->length == 0 && (a->flags & kSubclass) == 0) return Value::Of(a);
  const int64_t length = int64_t{a->length} + b->length;
  if (length > kMaxLength) return TooLong(cx);
  Str* out = NewStrRaw(cx.heap, static_cast<uint32_t>(length), std::max(a->width, b->width),
                       a->ascii && b->ascii);
  CopyInto(out, 0, a);
  CopyInto(out, a->length, b);
  return Value::Of(out);
}

Value StrRepeat(Context& cx, Str* s, int64_t count) {
  if (count <= 0 || s->length == 0) return Value::Of(EmptyStr(cx));
  if (count == 1 && (s->flags & kSubclass) == 0) return Value::Of(s);
  if (count > kMaxLength || count * s->length > kMaxLength) return TooLong(cx);
  const size_t unit = s->byte_length();
  Object* memory = cx.heap.AllocateOrNull(Kind::kStr, sizeof(Str) + unit * count);
  if (memory == nullptr) return TooLong(cx);
  Str* out = static_cast<Str*>(memory);
  out->length = static_cast<uint32_t>(count * s->length);
  out->width = s->width;
  out->ascii = s->ascii;
  if (unit == 1) {
    std::memset(out->data(), s->data()[0], count);
    return Value::Of(out);
  }
  const size_t total = unit * count;
  std::memcpy(out->data(), s->data(), unit);
  for (size_t done = unit; done < total; done *= 2) {
    std::memcpy(out->data() + done, out->data(), std::min(done, total - done));
  }
  return Value::Of(out);
}

Value StrConcatMany(Context& cx, std::span<const Value> strs) {
  int64_t length = 0;
  uint8_t width = 1;
  bool ascii = true;
  for (Value v : strs) {
    const Str* s = v.As<Str>();
    length += s->length;
    width = std::max(width, s->width);
    ascii = ascii && s->ascii;
  }
  if (length > kMaxLength) return TooLong(cx);
  if (length == 0) return Value::Of(EmptyStr(cx));
  Str* out = NewStrRaw(cx.heap, static_cast<uint32_t>(length), width, ascii);
  uint32_t at = 0;
  for (Value v : strs) {
    const Str* s = v.As<Str>();
    CopyInto(out, at, s);
    at += s->length;
  }
  return Value::Of(out);
}

Value StrJoin(Context& cx, const Str* sep, std::span<const Value> items) {
  if (items.empty()) return Value::Of(EmptyStr(cx));
  int64_t length = int64_t{sep->length} * static_cast<int64_t>(items.size() - 1);
  uint8_t width = items.size() > 1 ? sep->width : 1;
  bool ascii = items.size() == 1 || sep->ascii;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!IsStr(items[i])) {
      return cx.Raise(Exc::kTypeError, "sequence item {}: expected str instance, {} found", i,
                      TypeName(cx, items[i]));
    }
    const Str* s = items[i].As<Str>();
    length += s->length;
    width = std::max(width, s->width);
    ascii = ascii && s->ascii;
  }
  if (items.size() == 1 && (items[0].As<Str>()->flags & kSubclass) == 0) return items[0];
  if (length > kMaxLength) return TooLong(cx);
  if (length == 0) return Value::Of(EmptyStr(cx));
  Str* out = NewStrRaw(cx.heap, static_cast<uint32_t>(length), width, ascii);
  uint32_t at = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i != 0) {
      CopyInto(out, at, sep);
      at += sep->length;
    }
    const Str* s = items[i].As<Str>();
    CopyInto(out, at, s);
    at += s->length;
  }
  return Value::Of(out);
}

int64_t StrFind(const Str* haystack, const Str* needle, int64_t start, int64_t end) {
  return FindAny<false>(haystack, needle, start, end);
}

int64_t StrRFind(const Str* haystack, const Str* needle, int64_t start, int64_t end) {
  return FindAny<true>(haystack, needle, start, end);
}

int64_t StrCount(const Str* haystack, const Str* needle, int64_t start, int64_t end, int64_t max) {
  end = std::min<int64_t>(end, haystack->length);
  if (start > end) return 0;
  if (needle->length == 0) return std::min(end - start + 1, max);
  int64_t count = 0;
  while (count < max) {
    const int64_t at = StrFind(haystack, needle, start, end);
    if (at < 0) break;
    ++count;
    start = at + needle->length;
  }
  return count;
}

bool StrMatchesAt(const Str* haystack, const Str* part, int64_t at) {
  if (at < 0 || at + part->length > haystack->length || part->width > haystack->width) return false;
  if (part->width == haystack->width) {
    return std::memcmp(haystack->data() + at * haystack->width, part->data(),
                       part->byte_length()) == 0;
  }
  for (uint32_t i = 0; i < part->length; ++i) {
    if (haystack->At(static_cast<uint32_t>(at + i)) != part->At(i)) return false;
  }
  return true;
}

void AppendStrRepr(const Str* s, bool ascii_only, std::string* utf8) {
  bool has_single = false;
  bool has_double = false;
  for (uint32_t i = 0; i < s->length; ++i) {
    has_single = has_single || s->At(i) == '\'';
    has_double = has_double || s->At(i) == '"';
  }
  const char quote = has_single && !has_double ? '"' : '\'';
  utf8->push_back(quote);
  for (uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = s->At(i);
    if (NeedsEscape(c, ascii_only)) {
      AppendEscape(c, utf8);
    } else {
      if (c == static_cast<char32_t>(quote)) utf8->push_back('\\');
      AppendUtf8(c, utf8);
    }
  }
  utf8->push_back(quote);
}

Str* StrRepr(Context& cx, const Str* s) {
  std::string utf8;
  utf8.reserve(size_t{s->length} + 2);
  AppendStrRepr(s, false, &utf8);
  return NewStr(cx.heap, utf8);
}

Str* StrAscii(Context& cx, const Str* s) {
  if (s->ascii) return const_cast<Str*>(s);
  std::string out;
  for (uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = s->At(i);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else {
      AppendEscape(c, &out);
    }
  }
  return NewStr(cx.heap, out);
}

std::string_view StrView(const Str* s, std::string* storage) {
  if (s->ascii) return s->ascii_view();
  *storage = ToUtf8(s);
  return *storage;
}

std::u32string ToUtf32(const Str* s) {
  std::u32string out(s->length, 0);
  for (uint32_t i = 0; i < s->length; ++i) out[i] = s->At(i);
  return out;
}

bool StrIsIdentifier(const Str* s) {
  if (s->length == 0 || !unicode::Has(s->At(0), unicode::kIdStart)) return false;
  for (uint32_t i = 1; i < s->length; ++i) {
    if (!unicode::Has(s->At(i), unicode::kIdContinue)) return false;
  }
  return true;
}

}  // namespace heddle
