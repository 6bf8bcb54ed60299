#include "objects/str.h"

#include <algorithm>
#include <cstring>

#include "objects/context.h"
#include "objects/str_ops.h"

namespace heddle {

namespace {

// One code point of WTF-8 (UTF-8 that may encode surrogates), U+FFFD for an invalid byte.
char32_t NextCodePoint(const uint8_t*& p, const uint8_t* end) {
  const uint8_t first = *p++;
  if (first < 0x80) return first;
  int more;
  char32_t c, least;
  if (first >= 0xc2 && first < 0xe0) {
    more = 1, c = first & 0x1f, least = 0x80;
  } else if (first >= 0xe0 && first < 0xf0) {
    more = 2, c = first & 0x0f, least = 0x800;
  } else if (first >= 0xf0 && first < 0xf5) {
    more = 3, c = first & 0x07, least = 0x10000;
  } else {
    return 0xfffd;
  }
  if (end - p < more) return 0xfffd;
  for (int i = 0; i < more; ++i) {
    if ((p[i] & 0xc0) != 0x80) return 0xfffd;
    c = c << 6 | (p[i] & 0x3f);
  }
  if (c < least || c > 0x10ffff) return 0xfffd;
  p += more;
  return c;
}

// How a text is to be stored.
struct Utf8Shape {
  uint32_t length = 0;
  char32_t largest = 0;
};

// False when the bytes are no UTF-8; surrogates are none.
bool ScanUtf8(const uint8_t* p, const uint8_t* end, Utf8Shape* shape) {
  while (p < end) {
    ++shape->length;
    if (*p < 0x80) {
      ++p;
      continue;
    }
    const uint8_t* const first = p;
    const char32_t c = NextCodePoint(p, end);
    // U+FFFD also stands for what is invalid: then it took but one byte.
    if ((c == 0xfffd && p - first == 1) || (c >= 0xd800 && c < 0xe000)) return false;
    shape->largest = std::max(shape->largest, c);
  }
  return true;
}

template <typename Unit>
void Fill(Str* str, const uint8_t* p, const uint8_t* end) {
  auto* out = reinterpret_cast<Unit*>(str->data());
  while (p < end) *out++ = static_cast<Unit>(NextCodePoint(p, end));
}

uint8_t WidthOf(char32_t largest) { return largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4; }

template <typename A, typename B>
int CompareUnits(const A* a, const B* b, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

template <typename A>
int CompareWith(const A* a, const Str* b, size_t count) {
  switch (b->width) {
    case 1: return CompareUnits(a, b->data(), count);
    case 2: return CompareUnits(a, reinterpret_cast<const uint16_t*>(b->data()), count);
    default: return CompareUnits(a, reinterpret_cast<const uint32_t*>(b->data()), count);
  }
}

uint64_t Load64(const uint8_t* p) {
  uint64_t word;
  std::memcpy(&word, p, 8);
  return word;
}

uint64_t MixWord(uint64_t hash, uint64_t word) {
  const auto product = static_cast<unsigned __int128>(hash ^ word) * 0x9e3779b97f4a7c15u;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

}  // namespace

uint32_t HashText(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  uint64_t hash = 0xa0761d6478bd642fu ^ size;
  while (size >= 8) {
    hash = MixWord(hash, Load64(data));
    data += 8;
    size -= 8;
  }
  if (size != 0) {
    uint64_t rest = 0;
    for (size_t i = 0; i < size; ++i) rest |= uint64_t{data[i]} << (8 * i);
    hash = MixWord(hash, rest);
  }
  hash = MixWord(hash, 0xe7037ed1a0b428dbu);
  const auto result = static_cast<uint32_t>(hash ^ (hash >> 32));
  return result != 0 ? result : 1;
}

Str* NewStrRaw(heap::Allocator& heap, uint32_t length, uint8_t width, bool ascii) {
  Object* object =
      heap.AllocateUnfilled(Kind::kStr, sizeof(Str) + size_t{length} * width, sizeof(Str));
  auto* str = static_cast<Str*>(object);
  str->length = length;
  str->width = width;
  str->ascii = ascii;
  return str;
}

Str* NewStrOver(heap::Allocator& heap, Buffer* buffer, uint32_t length, uint8_t width, bool ascii) {
  auto* str = heap.New<Str>(Kind::kStr, sizeof(Slot));
  str->length = length;
  str->width = width;
  str->ascii = ascii;
  str->storage = StrStorage::kBuffer;
  reinterpret_cast<Slot*>(str + 1)->Store(Value::Of(buffer));
  return str;
}

void TraceStr(Object* object, size_t, heap::Marker& marker) {
  auto* str = static_cast<Str*>(object);
  if (str->storage == StrStorage::kBuffer) marker.Visit(str->buffer());
}

Str* NewStrFromAscii(heap::Allocator& heap, std::string_view ascii) {
  Str* str = NewStrRaw(heap, static_cast<uint32_t>(ascii.size()), 1, true);
  if (!ascii.empty()) std::memcpy(str->data(), ascii.data(), ascii.size());
  return str;
}

bool IsAscii(std::string_view bytes) {
  const auto* p = reinterpret_cast<const uint8_t*>(bytes.data());
  size_t left = bytes.size();
  constexpr uint64_t kHigh = 0x8080808080808080u;
  constexpr size_t kBlock = 64;
  for (; left >= kBlock; p += kBlock, left -= kBlock) {
    uint64_t all = 0;
    for (size_t i = 0; i < kBlock; i += 8) all |= Load64(p + i);
    if ((all & kHigh) != 0) return false;
  }
  for (; left >= 8; p += 8, left -= 8) {
    if ((Load64(p) & kHigh) != 0) return false;
  }
  uint8_t all = 0;
  for (; left > 0; --left) all |= *p++;
  return all < 0x80;
}

Str* NewStr(heap::Allocator& heap, std::string_view utf8) {
  const auto* begin = reinterpret_cast<const uint8_t*>(utf8.data());
  const auto* end = begin + utf8.size();
  if (IsAscii(utf8)) return NewStrFromAscii(heap, utf8);
  uint32_t length = 0;
  char32_t largest = 0;
  for (const uint8_t* p = begin; p < end; ++length)
    largest = std::max(largest, NextCodePoint(p, end));
  Str* str = NewStrRaw(heap, length, WidthOf(largest), false);
  switch (str->width) {
    case 1: Fill<uint8_t>(str, begin, end); break;
    case 2: Fill<uint16_t>(str, begin, end); break;
    default: Fill<uint32_t>(str, begin, end);
  }
  return str;
}

Str* NewStrFromUtf8(heap::Allocator& heap, std::string_view utf8) {
  if (IsAscii(utf8)) return NewStrFromAscii(heap, utf8);
  const auto* begin = reinterpret_cast<const uint8_t*>(utf8.data());
  const auto* end = begin + utf8.size();
  Utf8Shape shape;
  if (!ScanUtf8(begin, end, &shape)) return nullptr;
  Str* str = NewStrRaw(heap, shape.length, WidthOf(shape.largest), false);
  switch (str->width) {
    case 1: Fill<uint8_t>(str, begin, end); break;
    case 2: Fill<uint16_t>(str, begin, end); break;
    default: Fill<uint32_t>(str, begin, end);
  }
  return str;
}

Str* NewStr(heap::Allocator& heap, std::u32string_view text) {
  char32_t all = 0;
  for (char32_t c : text) all |= c;
  Str* str = NewStrRaw(heap, static_cast<uint32_t>(text.size()), WidthOf(all), all < 0x80);
  switch (str->width) {
    case 1: std::copy(text.begin(), text.end(), str->data()); break;
    case 2: std::copy(text.begin(), text.end(), reinterpret_cast<uint16_t*>(str->data())); break;
    default: std::copy(text.begin(), text.end(), reinterpret_cast<uint32_t*>(str->data()));
  }
  return str;
}

Str* NewStrFromLatin1(heap::Allocator& heap, std::string_view latin1) {
  Str* str = NewStrRaw(heap, static_cast<uint32_t>(latin1.size()), 1, IsAscii(latin1));
  if (!latin1.empty()) std::memcpy(str->data(), latin1.data(), latin1.size());
  return str;
}

void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xc0 | c >> 6));
    out->push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xe0 | c >> 12));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else {
    out->push_back(static_cast<char>(0xf0 | c >> 18));
    out->push_back(static_cast<char>(0x80 | (c >> 12 & 0x3f)));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3f)));
  }
}

std::string ToUtf8(const Str* str) {
  if (str->ascii) return std::string(str->ascii_view());
  std::string out;
  out.reserve(size_t{str->length} * 2);
  for (uint32_t i = 0; i < str->length; ++i) AppendUtf8(str->At(i), &out);
  return out;
}

// Width is always the smallest that fits, so equal texts have equal widths.
bool StrEqual(const Str* a, const Str* b) {
  if (a == b) return true;
  return a->length == b->length && a->width == b->width &&
         std::memcmp(a->data(), b->data(), a->byte_length()) == 0;
}

int StrCompare(const Str* a, const Str* b) {
  const size_t common = std::min(a->length, b->length);
  int order;
  if (a->width == 1 && b->width == 1) {
    order = std::memcmp(a->data(), b->data(), common);
  } else if (a->width == 1) {
    order = CompareWith(a->data(), b, common);
  } else if (a->width == 2) {
    order = CompareWith(reinterpret_cast<const uint16_t*>(a->data()), b, common);
  } else {
    order = CompareWith(reinterpret_cast<const uint32_t*>(a->data()), b, common);
  }
  if (order != 0) return order;
  return a->length < b->length ? -1 : a->length > b->length;
}

uint32_t StrHash(const Str* str) {
  const uint32_t cached = str->cached_hash.Load();
  if (cached != 0) return cached;
  const uint32_t hash = HashText(str->data(), str->byte_length());
  const_cast<Str*>(str)->cached_hash.Store(hash);
  return hash;
}

}  // namespace heddle
