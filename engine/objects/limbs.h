// Arithmetic on magnitudes: little-endian arrays of 32-bit limbs. "Trimmed" means that the highest
// limb is not zero.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace heddle::limbs {

using Limbs = std::vector<uint32_t>;
using View = std::span<const uint32_t>;

inline View Trim(View a) {
  while (!a.empty() && a.back() == 0) a = a.first(a.size() - 1);
  return a;
}
inline void Trim(Limbs& a) {
  while (!a.empty() && a.back() == 0) a.pop_back();
}

int Compare(View a, View b);  // REQUIRES: both are trimmed
uint64_t BitLength(View a);   // the same

// Writes max(a.size(), b.size()) + 1 limbs.
void Add(View a, View b, uint32_t* out);
// Writes a.size() limbs. REQUIRES: a >= b, a.size() >= b.size().
void Subtract(View a, View b, uint32_t* out);
// Writes a.size() + b.size() limbs; `out` overlaps neither operand.
void Multiply(View a, View b, uint32_t* out);
// REQUIRES: b is trimmed and not zero.
void Divide(View a, View b, Limbs* quotient, Limbs* remainder);
// a / divisor in place; returns the remainder.
uint32_t DivideSmall(std::span<uint32_t> a, uint32_t divisor);

Limbs ShiftLeft(View a, uint64_t bits);
// Sets *lost when a one bit was shifted out.
Limbs ShiftRight(View a, uint64_t bits, bool* lost);

// REQUIRES: trimmed. Digits of a power-of-two base, and decimal ones.
std::string ToBinaryBase(View a, int bits_per_digit);
std::string ToBase(View a, int base);
// Digit values, most significant first.
Limbs FromDigits(std::span<const uint8_t> digits, int base);

Limbs SquareRoot(View a);

}  // namespace heddle::limbs
