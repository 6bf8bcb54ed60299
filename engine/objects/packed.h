// Numbers as packed bytes: the formats of struct, array and memoryview.
#pragma once

#include <cstdint>

#include "objects/context.h"

namespace heddle {

// Bytes of an item in the native format; 0 for letters that are none.
uint32_t PackedSize(char code);

enum class Packing : uint8_t {
  kDone,
  kWrongType,
  kOutOfRange,
  kPython  // takes __index__, __float__ or __bool__
};

// Writes a value as `size` bytes. A float that is too large for 'e' or 'f' becomes infinite, which
// `overflows`, where given, tells.
Packing PackItem(Context& cx, char code, uint32_t size, bool big_endian, Value value, uint8_t* out,
                 bool* overflows = nullptr);
Value UnpackItem(Context& cx, char code, uint32_t size, bool big_endian, const uint8_t* from);

// The smallest and the largest int that fits: "-128", "127".
struct PackedRange {
  int64_t least;
  uint64_t most;
};
PackedRange RangeOf(char code, uint32_t size);

}  // namespace heddle
