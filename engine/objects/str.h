// str: immutable text, 1, 2 or 4 bytes a code point (the smallest that fits, as CPython's PEP 393),
// so indexing is O(1) and equality is memcmp. May hold lone surrogates.
//
// A string that was built by appending (`s += x` in a loop) may be the beginning of a Buffer that
// has room at its end. The string that reaches to where the buffer is in use can be appended to in
// place, by whoever claims the room with a compare-exchange of Buffer::used; the longer string is
// another Str over the same buffer. Text once written there never changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/buffer.h"

namespace heddle {

enum class StrStorage : uint8_t {
  kInline,    // `length` code points of `width` bytes follow
  kAppended,  // the same; the string is a concatenation, and may well be appended to again
  kBuffer,    // a Slot follows: the Buffer whose first bytes are the text
};

struct Str : Object {
  uint32_t length;            // code points
  uint8_t width;              // bytes a code point: 1, 2 or 4
  uint8_t ascii;              // every code point is below 128
  Relaxed<uint8_t> interned;  // the one Str with this text among the interned
  StrStorage storage;
  Relaxed<uint32_t> cached_hash;  // 0: not computed yet
  uint32_t reserved;

  const uint8_t* data() const { return const_cast<Str*>(this)->data(); }
  uint8_t* data() {
    if (storage == StrStorage::kBuffer) [[unlikely]] {
      return reinterpret_cast<uint8_t*>(buffer()->bytes());
    }
    return reinterpret_cast<uint8_t*>(this + 1);
  }
  // REQUIRES: storage is kBuffer.
  Buffer* buffer() { return reinterpret_cast<Slot*>(this + 1)->Load().As<Buffer>(); }
  size_t byte_length() const { return size_t{length} * width; }
  char32_t At(uint32_t i) const {
    switch (width) {
      case 1: return data()[i];
      case 2: return reinterpret_cast<const uint16_t*>(data())[i];
      default: return reinterpret_cast<const uint32_t*>(data())[i];
    }
  }
  // REQUIRES: ascii. Valid as long as the string lives.
  std::string_view ascii_view() const { return {reinterpret_cast<const char*>(data()), length}; }
};
static_assert(sizeof(Str) % 8 == 0);

// Uninitialised text of the given shape; the caller fills data().
Str* NewStrRaw(heap::Allocator& heap, uint32_t length, uint8_t width, bool ascii);
// From UTF-8 (WTF-8: surrogates may be encoded); invalid bytes become U+FFFD.
Str* NewStr(heap::Allocator& heap, std::string_view utf8);
// The same, but null when the bytes are no valid UTF-8 (in which surrogates have no place).
Str* NewStrFromUtf8(heap::Allocator& heap, std::string_view utf8);
// From code points; picks the width.
Str* NewStr(heap::Allocator& heap, std::u32string_view text);
Str* NewStrFromAscii(heap::Allocator& heap, std::string_view ascii);  // REQUIRES: IsAscii(ascii)
Str* NewStrFromLatin1(heap::Allocator& heap, std::string_view latin1);

// A string over the first bytes of a buffer.
Str* NewStrOver(heap::Allocator& heap, Buffer* buffer, uint32_t length, uint8_t width, bool ascii);

void TraceStr(Object* object, size_t cell_bytes, heap::Marker& marker);

bool IsAscii(std::string_view bytes);
std::string ToUtf8(const Str* str);  // lone surrogates as WTF-8
bool StrEqual(const Str* a, const Str* b);
int StrCompare(const Str* a, const Str* b);  // by code point: negative, 0, positive
uint32_t StrHash(const Str* str);            // never 0; the same in every run and on every machine

}  // namespace heddle
