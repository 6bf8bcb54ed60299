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

// Short texts are the rule, and a call of memcpy costs more than they do.
inline void CopyBytes(uint8_t* to, const uint8_t* from, size_t count) {
  if (count > 16) {
    std::memcpy(to, from, count);
  } else if (count >= 8) {
    uint64_t first, last;
    std::memcpy(&first, from, 8);
    std::memcpy(&last, from + count - 8, 8);
    std::memcpy(to, &first, 8);
    std::memcpy(to + count - 8, &last, 8);
  } else if (count >= 4) {
    uint32_t first, last;
    std::memcpy(&first, from, 4);
    std::memcpy(&last, from + count - 4, 4);
    std::memcpy(to, &first, 4);
    std::memcpy(to + count - 4, &last, 4);
  } else if (count != 0) {
    const uint8_t first = from[0], middle = from[count / 2], last = from[count - 1];
    to[0] = first;
    to[count / 2] = middle;
    to[count - 1] = last;
  }
}

// Copies code points to text of `width`, which is wide enough.
inline void CopyUnits(uint8_t* target, uint8_t width, const Str* from) {
  if (width == from->width) {
    CopyBytes(target, from->data(), from->byte_length());
  } else if (width == 2) {
    Widen(reinterpret_cast<uint16_t*>(target), from->data(), from->length);
  } else if (from->width == 1) {
    Widen(reinterpret_cast<uint32_t*>(target), from->data(), from->length);
  } else {
    Widen(reinterpret_cast<uint32_t*>(target), Units<uint16_t>(from), from->length);
  }
}

void CopyInto(Str* to, uint32_t at, const Str* from) {
  CopyUnits(to->data() + size_t{at} * to->width, to->width, from);
}

// Texts shorter than this are copied: a buffer costs a second object.
constexpr uint32_t kLeastBuffered = 200;
constexpr size_t kMostBuffered = size_t{1} << 30;  // bytes: they are counted in 32 bits

Buffer* NewStrBuffer(heap::Allocator& heap, size_t bytes) {
  Object* object = heap.AllocateUnfilled(Kind::kBuffer, sizeof(Buffer) + bytes, sizeof(Buffer));
  auto* buffer = static_cast<Buffer*>(object);
  buffer->capacity = static_cast<uint32_t>(bytes);
  return buffer;
}

// a + b in the buffer of `a`, or null: no room, no buffer, or somebody else has appended to it.
Str* AppendInPlace(Context& cx, Str* a, const Str* b) {
  if (a->storage != StrStorage::kBuffer || b->width > a->width) return nullptr;
  Buffer* const buffer = a->buffer();
  const size_t end = a->byte_length(), wanted = end + size_t{b->length} * a->width;
  if (wanted > buffer->capacity || buffer->used.Load() != end) return nullptr;
  if (!buffer->used.CompareExchange(static_cast<uint32_t>(end), static_cast<uint32_t>(wanted))) {
    return nullptr;
  }
  CopyUnits(a->data() + end, a->width, b);
  return NewStrOver(cx.heap, buffer, a->length + b->length, a->width, a->ascii && b->ascii);
}

template <typename Unit>
Str* SliceUnits(Context& cx, const Str* s, int64_t start, int64_t count, int64_t step) {
  const Unit* from = Units<Unit>(s);
  char32_t all = 0;
  for (int64_t i = 0, at = start; i < count; ++i, at += step) all |= from[at];
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

// Looks for places where the first and the last byte fit, a block at a time (the compiler makes
// vector instructions of it). Where there are too many of those, the C library, which takes linear
// time, goes on. REQUIRES: 2 <= m <= n.
int64_t FindLongBytes(const uint8_t* text, size_t n, const uint8_t* needle, size_t m) {
  constexpr size_t kBlock = 32;
  const uint8_t first = needle[0], last = needle[m - 1];
  const size_t places = n - m + 1;
  size_t in_vain = 0;
  for (size_t at = 0; at < places; at += kBlock) {
    const uint8_t* const a = text + at;
    const uint8_t* const b = a + (m - 1);
    const size_t count = std::min(kBlock, places - at);
    if (count == kBlock) {
      uint8_t any = 0;
      for (size_t i = 0; i < kBlock; ++i) any |= (a[i] == first) & (b[i] == last);
      if (any == 0) continue;
    }
    for (size_t i = 0; i < count; ++i) {
      if (a[i] != first || b[i] != last) continue;
      if (std::memcmp(a + i, needle, m) == 0) return static_cast<int64_t>(at + i);
      ++in_vain;
    }
    if (in_vain * 8 > at + 8 * kBlock) {
      const void* const hit = memmem(a, n - at, needle, m);
      return hit == nullptr ? -1 : static_cast<const uint8_t*>(hit) - text;
    }
  }
  return -1;
}

// Knuth, Morris, Pratt: linear time, whatever the text. REQUIRES: 1 <= m.
template <typename Unit>
int64_t FindLinear(const Unit* text, size_t n, const Unit* needle, size_t m) {
  std::vector<uint32_t> border(m);  // of needle[0..i]: its longest proper prefix that ends it
  const auto extended = [&](uint32_t matched, Unit next) {
    while (matched > 0 && needle[matched] != next) matched = border[matched - 1];
    return needle[matched] == next ? matched + 1 : matched;
  };
  for (size_t i = 1; i < m; ++i) border[i] = extended(border[i - 1], needle[i]);
  uint32_t matched = 0;
  for (size_t i = 0; i < n; ++i) {
    matched = extended(matched, text[i]);
    if (matched == m) return static_cast<int64_t>(i + 1 - m);
  }
  return -1;
}

// Bytes by FindLongBytes. Wider units by Boyer-Moore-Horspool with a shift table over the low byte
// of a unit, until too many places have been looked at in vain.
template <typename Unit>
int64_t FindUnits(const Unit* text, size_t n, const Unit* needle, size_t m) {
  if (m == 0) return 0;
  if (m > n) return -1;
  if constexpr (sizeof(Unit) == 1) {
    if (m != 1) return FindLongBytes(text, n, needle, m);
    const void* const hit = std::memchr(text, needle[0], n);
    return hit == nullptr ? -1 : static_cast<const Unit*>(hit) - text;
  }
  const Unit* const last = text + (n - m);
  if (m < 6 || n < 64) {
    for (const Unit* p = text; p <= last; ++p) {
      p = std::find(p, last + 1, needle[0]);
      if (p > last) return -1;
      if (std::memcmp(p, needle, m * sizeof(Unit)) == 0) return p - text;
    }
    return -1;
  }
  size_t shift[256];
  std::fill_n(shift, 256, m);
  for (size_t i = 0; i + 1 < m; ++i) shift[needle[i] & 0xff] = m - 1 - i;
  size_t in_vain = 0;
  for (const Unit* p = text; p <= last; p += shift[p[m - 1] & 0xff]) {
    if (p[m - 1] != needle[m - 1]) continue;
    if (std::memcmp(p, needle, (m - 1) * sizeof(Unit)) == 0) return p - text;
    if (++in_vain * 8 > static_cast<size_t>(p - text) / m + 256) {
      const int64_t at = FindLinear(p, n - (p - text), needle, m);
      return at < 0 ? -1 : at + (p - text);
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

template <typename Unit>
std::vector<Unit> Widened(const Str* s) {
  std::vector<Unit> units(s->length);
  for (uint32_t i = 0; i < s->length; ++i) units[i] = static_cast<Unit>(s->At(i));
  return units;
}

template <typename Unit, bool kReverse>
int64_t FindRun(const Str* haystack, const Unit* needle, size_t m, int64_t start, int64_t end) {
  const Unit* text = Units<Unit>(haystack) + start;
  const auto n = static_cast<size_t>(end - start);
  const int64_t at = kReverse ? RFindUnits(text, n, needle, m) : FindUnits(text, n, needle, m);
  return at < 0 ? -1 : at + start;
}

template <typename Unit, bool kReverse>
int64_t FindIn(const Str* haystack, const Str* needle, int64_t start, int64_t end) {
  if (needle->width == sizeof(Unit)) {
    return FindRun<Unit, kReverse>(haystack, Units<Unit>(needle), needle->length, start, end);
  }
  const std::vector<Unit> part = Widened<Unit>(needle);
  return FindRun<Unit, kReverse>(haystack, part.data(), part.size(), start, end);
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

// sep.join(items) with the items get(0), get(1), …, which are the same at every call.
template <typename Get>
Value JoinItems(Context& cx, const Str* sep, size_t count, Get get) {
  if (count == 0) return Value::Of(EmptyStr(cx));
  int64_t length = int64_t{sep->length} * static_cast<int64_t>(count - 1);
  uint8_t width = count > 1 ? sep->width : 1;
  bool ascii = count == 1 || sep->ascii;
  for (size_t i = 0; i < count; ++i) {
    const Value item = get(i);
    if (!IsStr(item)) {
      return cx.Raise(Exc::kTypeError, "sequence item {}: expected str instance, {} found", i,
                      TypeName(cx, item));
    }
    const Str* s = item.As<Str>();
    length += s->length;
    width = std::max(width, s->width);
    ascii = ascii && s->ascii;
  }
  if (count == 1 && (get(0).object()->flags & kSubclass) == 0) return get(0);
  if (length > kMaxLength) return TooLong(cx);
  if (length == 0) return Value::Of(EmptyStr(cx));
  Str* out = NewStrRaw(cx.heap, static_cast<uint32_t>(length), width, ascii);
  uint8_t* to = out->data();
  for (size_t i = 0; i < count; ++i) {
    if (i != 0) {
      CopyUnits(to, width, sep);
      to += size_t{sep->length} * width;
    }
    const Value item = get(i);
    const Str* s = item.As<Str>();
    CopyUnits(to, width, s);
    to += size_t{s->length} * width;
  }
  return Value::Of(out);
}

}  // namespace

Str* EmptyStr(Context& cx) { return cx.runtime.empty_str.Load().As<Str>(); }

Str* CharStr(Context& cx, char32_t c) {
  if (c < 0x100) return cx.runtime.latin1_chars[c].Load().As<Str>();
  return NewStr(cx.heap, std::u32string_view(&c, 1));
}

Str* StrOfInt(Context& cx, int64_t i) {
  if (i >= 0 && i < 10) return CharStr(cx, static_cast<char32_t>('0' + i));
  const fmt::format_int digits(i);
  return NewStrFromAscii(cx.heap, std::string_view(digits.data(), digits.size()));
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
  if (s->ascii && step == 1) {
    Str* out = NewStrRaw(cx.heap, static_cast<uint32_t>(count), 1, true);
    CopyBytes(out->data(), s->data() + start, static_cast<size_t>(count));
    return out;
  }
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
  if (Str* out = AppendInPlace(cx, a, b)) return Value::Of(out);
  const uint8_t width = std::max(a->width, b->width);
  const bool ascii = a->ascii && b->ascii;
  Str* out;
  const size_t bytes = static_cast<size_t>(length) * width;
  if (a->storage != StrStorage::kInline && b->length <= a->length && a->length >= kLeastBuffered &&
      bytes <= kMostBuffered) {
    // Half as much again as is needed, so that building a string takes linear time.
    Buffer* buffer = NewStrBuffer(cx.heap, bytes + bytes / 2);
    buffer->used.Store(static_cast<uint32_t>(bytes));
    out = NewStrOver(cx.heap, buffer, static_cast<uint32_t>(length), width, ascii);
  } else {
    out = NewStrRaw(cx.heap, static_cast<uint32_t>(length), width, ascii);
    out->storage = StrStorage::kAppended;
  }
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
  uint8_t* to = out->data();
  for (Value v : strs) {
    const Str* s = v.As<Str>();
    CopyUnits(to, width, s);
    to += size_t{s->length} * width;
  }
  return Value::Of(out);
}

Value StrJoin(Context& cx, const Str* sep, std::span<const Value> items) {
  return JoinItems(cx, sep, items.size(), [&](size_t i) { return items[i]; });
}

Value StrJoin(Context& cx, const Str* sep, const Slot* items, size_t count) {
  return JoinItems(cx, sep, count, [&](size_t i) { return items[i].Load(); });
}

int64_t FindBytes(std::string_view text, std::string_view needle) {
  return FindUnits(reinterpret_cast<const uint8_t*>(text.data()), text.size(),
                   reinterpret_cast<const uint8_t*>(needle.data()), needle.size());
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

namespace {

// Every part is ASCII or replaces nothing but ASCII, so no width shrinks.
Value ReplaceAscii(Context& cx, Str* s, const Str* old_part, const Str* new_part, int64_t limit) {
  std::vector<uint32_t> found;
  for (int64_t at = 0; static_cast<int64_t>(found.size()) < limit; at += old_part->length) {
    at = StrFind(s, old_part, at, s->length);
    if (at < 0) break;
    found.push_back(static_cast<uint32_t>(at));
  }
  if (found.empty()) return Value::Of(StrSubstring(cx, s, 0, s->length));
  const int64_t growth = int64_t{new_part->length} - old_part->length;
  const int64_t length = s->length + growth * static_cast<int64_t>(found.size());
  if (length > kMaxLength) return TooLong(cx);
  if (length == 0) return Value::Of(EmptyStr(cx));
  Str* out = NewStrRaw(cx.heap, static_cast<uint32_t>(length), new_part->width, new_part->ascii);
  uint8_t* to = out->data();
  const uint8_t* const text = s->data();
  const auto put = [&](uint32_t from, uint32_t until) {
    const uint32_t count = until - from;
    switch (out->width) {
      case 1: CopyBytes(to, text + from, count); break;
      case 2: Widen(reinterpret_cast<uint16_t*>(to), text + from, count); break;
      default: Widen(reinterpret_cast<uint32_t*>(to), text + from, count);
    }
    to += size_t{count} * out->width;
  };
  uint32_t from = 0;
  for (uint32_t at : found) {
    put(from, at);
    CopyUnits(to, out->width, new_part);
    to += new_part->byte_length();
    from = at + old_part->length;
  }
  put(from, s->length);
  return Value::Of(out);
}

// One character by another of the same width, as often as it comes.
Value ReplaceByte(Context& cx, Str* s, uint8_t old_byte, uint8_t new_byte) {
  const uint32_t length = s->length;
  Str* out = NewStrRaw(cx.heap, length, 1, true);
  const uint8_t* const from = s->data();
  uint8_t* const to = out->data();
  for (uint32_t i = 0; i < length; ++i) to[i] = from[i] == old_byte ? new_byte : from[i];
  return Value::Of(out);
}

}  // namespace

Value StrReplace(Context& cx, Str* s, const Str* old_part, const Str* new_part, int64_t limit) {
  if (s->ascii && (new_part->ascii || StrContains(s, old_part))) {
    const bool bytes = old_part->length == 1 && new_part->length == 1 && new_part->ascii;
    if (bytes && limit >= s->length && StrContains(s, old_part)) {
      return ReplaceByte(cx, s, old_part->data()[0], new_part->data()[0]);
    }
    if (limit > 0) return ReplaceAscii(cx, s, old_part, new_part, limit);
  }
  std::vector<Value> parts;
  int64_t start = 0;
  while (limit-- > 0) {
    const int64_t at = StrFind(s, old_part, start, s->length);
    if (at < 0) break;
    parts.push_back(
        Value::Of(StrSubstring(cx, s, static_cast<uint32_t>(start), static_cast<uint32_t>(at))));
    parts.push_back(Value::Of(new_part));
    start = at + old_part->length;
  }
  if (parts.empty()) return Value::Of(StrSubstring(cx, s, 0, s->length));
  parts.push_back(Value::Of(StrSubstring(cx, s, static_cast<uint32_t>(start), s->length)));
  return StrConcatMany(cx, parts);
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
