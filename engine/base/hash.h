#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace heddle::base {

// SipHash-1-3 of the bytes, keyed by `seed`: the same on every platform, and hard
// to flood by somebody who does not know the seed.
uint64_t HashBytes(std::span<const std::byte> bytes, uint64_t seed);

inline uint64_t HashBytes(std::string_view text, uint64_t seed) {
  return HashBytes(std::as_bytes(std::span(text.data(), text.size())), seed);
}

// A bijection of 64-bit words that spreads every input bit over the output.
constexpr uint64_t MixBits(uint64_t x) {
  x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdu;
  x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53u;
  return x ^ (x >> 33);
}

constexpr uint64_t CombineHash(uint64_t a, uint64_t b) {
  return MixBits(a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2)));
}

}  // namespace heddle::base
