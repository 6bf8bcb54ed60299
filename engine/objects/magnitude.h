// Sign and limbs of any int value, small or not, for the time of one computation.
#pragma once

#include "objects/int.h"

namespace heddle {

struct Magnitude {
  // REQUIRES: IsInt(v).
  explicit Magnitude(Value v) {
    if (v.IsObject()) {
      const Int* object = v.As<Int>();
      limbs = object->limbs();
      count = object->count;
      negative = object->negative != 0;
      return;
    }
    const int64_t value = v.IsSmall() ? v.small() : v.IsTrue();
    const auto magnitude = static_cast<uint64_t>(value < 0 ? -value : value);
    own[0] = static_cast<uint32_t>(magnitude);
    own[1] = static_cast<uint32_t>(magnitude >> 32);
    limbs = own;
    count = own[1] != 0 ? 2 : own[0] != 0;
    negative = value < 0;
  }
  Magnitude(const Magnitude&) = delete;
  Magnitude& operator=(const Magnitude&) = delete;

  std::span<const uint32_t> view() const { return {limbs, count}; }
  uint64_t low64() const {
    return (count > 0 ? limbs[0] : 0) | (count > 1 ? uint64_t{limbs[1]} << 32 : 0);
  }

  const uint32_t* limbs;
  uint32_t count;
  bool negative;
  uint32_t own[2];
};

}  // namespace heddle
