#include "base/hash.h"

#include <bit>
#include <cstring>

#include "base/random.h"

namespace heddle::base {
namespace {

// Aumasson and Bernstein, "SipHash: a fast short-input PRF" (2012), with one
// compression and three finalisation rounds.
struct SipState {
  uint64_t v0, v1, v2, v3;

  SipState(uint64_t k0, uint64_t k1)
      : v0(k0 ^ 0x736f6d6570736575u),
        v1(k1 ^ 0x646f72616e646f6du),
        v2(k0 ^ 0x6c7967656e657261u),
        v3(k1 ^ 0x7465646279746573u) {}

  void Round() {
    v0 += v1;
    v1 = std::rotl(v1, 13) ^ v0;
    v0 = std::rotl(v0, 32);
    v2 += v3;
    v3 = std::rotl(v3, 16) ^ v2;
    v0 += v3;
    v3 = std::rotl(v3, 21) ^ v0;
    v2 += v1;
    v1 = std::rotl(v1, 17) ^ v2;
    v2 = std::rotl(v2, 32);
  }

  void Absorb(uint64_t word) {
    v3 ^= word;
    Round();
    v0 ^= word;
  }
};

static_assert(std::endian::native == std::endian::little, "words are read in host order");

}  // namespace

uint64_t HashBytes(std::span<const std::byte> bytes, uint64_t seed) {
  const uint64_t k0 = SplitMix64(seed);
  SipState state(k0, SplitMix64(seed));
  const std::byte* at = bytes.data();
  size_t left = bytes.size();
  for (; left >= 8; left -= 8, at += 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    state.Absorb(word);
  }
  uint64_t last = static_cast<uint64_t>(bytes.size()) << 56;
  for (size_t i = 0; i < left; ++i) last |= static_cast<uint64_t>(at[i]) << (8 * i);
  state.Absorb(last);
  state.v2 ^= 0xff;
  for (int i = 0; i < 3; ++i) state.Round();
  return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

}  // namespace heddle::base
