// str: immutable text, 1, 2 or 4 bytes a code point (the smallest that fits, as CPython's PEP 393),
// so indexing is O(1) and equality is memcmp. May hold lone surrogates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Str : Object {
  uint32_t length;            // code points
  uint8_t width;              // bytes a code point: 1, 2 or 4
  uint8_t ascii;              // every code point is below 128
  Relaxed<uint8_t> interned;  // the one Str with this text among the interned
  uint8_t reserved;
  Relaxed<uint32_t> cached_hash;  // 0: not computed yet
  uint32_t reserved2;

  // `length` code points of `width` bytes follow.
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
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
// From code points; picks the width.
Str* NewStr(heap::Allocator& heap, std::u32string_view text);
Str* NewStrFromLatin1(heap::Allocator& heap, std::string_view latin1);

std::string ToUtf8(const Str* str);  // lone surrogates as WTF-8
bool StrEqual(const Str* a, const Str* b);
int StrCompare(const Str* a, const Str* b);  // by code point: negative, 0, positive
uint32_t StrHash(const Str* str);            // never 0; the same in every run and on every machine

}  // namespace heddle
