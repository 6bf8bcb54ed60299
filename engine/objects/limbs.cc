#include "objects/limbs.h"

#include <algorithm>
#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstring>

namespace heddle::limbs {

namespace {

using BigInt = boost::multiprecision::cpp_int;

// From these sizes on Boost's algorithms (Karatsuba; 64-bit limbs) win over the loops below.
constexpr size_t kBoostMultiply = 48;
constexpr size_t kBoostDivide = 32;

BigInt ToBoost(View a) {
  BigInt x;
  auto& backend = x.backend();
  using Limb = std::remove_pointer_t<decltype(backend.limbs())>;
  const size_t count = std::max<size_t>(1, (a.size_bytes() + sizeof(Limb) - 1) / sizeof(Limb));
  backend.resize(static_cast<unsigned>(count), static_cast<unsigned>(count));
  std::memset(backend.limbs(), 0, count * sizeof(Limb));
  if (!a.empty()) std::memcpy(backend.limbs(), a.data(), a.size_bytes());
  backend.normalize();
  return x;
}

size_t BoostBytes(const BigInt& x) { return x.backend().size() * sizeof(*x.backend().limbs()); }

Limbs FromBoost(const BigInt& x) {
  Limbs out((BoostBytes(x) + 3) / 4);
  std::memcpy(out.data(), x.backend().limbs(), BoostBytes(x));
  Trim(out);
  return out;
}

void MultiplySchool(View a, View b, uint32_t* out) {
  std::memset(out, 0, (a.size() + b.size()) * sizeof(uint32_t));
  for (size_t i = 0; i < a.size(); ++i) {
    uint64_t carry = 0;
    const uint64_t x = a[i];
    for (size_t j = 0; j < b.size(); ++j) {
      carry += x * b[j] + out[i + j];
      out[i + j] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    out[i + b.size()] = static_cast<uint32_t>(carry);
  }
}

// Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D.
void DivideSchool(View a, View b, Limbs* quotient, Limbs* remainder) {
  const int shift = std::countl_zero(b.back());
  Limbs v = ShiftLeft(b, shift);
  v.resize(b.size());
  Limbs u = ShiftLeft(a, shift);
  u.resize(a.size() + 1);
  const size_t n = v.size();
  const size_t m = a.size() - n;
  quotient->assign(m + 1, 0);
  for (size_t j = m + 1; j-- > 0;) {
    const uint64_t top = uint64_t{u[j + n]} << 32 | u[j + n - 1];
    uint64_t q = top / v[n - 1];
    uint64_t r = top % v[n - 1];
    while (q >> 32 != 0 || (n > 1 && q * v[n - 2] > (r << 32 | u[j + n - 2]))) {
      --q;
      r += v[n - 1];
      if (r >> 32 != 0) break;
    }
    int64_t borrow = 0;
    uint64_t carry = 0;
    for (size_t i = 0; i < n; ++i) {
      carry += q * v[i];
      const int64_t t = int64_t{u[i + j]} - static_cast<uint32_t>(carry) + borrow;
      carry >>= 32;
      u[i + j] = static_cast<uint32_t>(t);
      borrow = t >> 32;
    }
    const int64_t t = int64_t{u[j + n]} - static_cast<int64_t>(carry) + borrow;
    u[j + n] = static_cast<uint32_t>(t);
    if (t < 0) {
      --q;
      uint64_t sum = 0;
      for (size_t i = 0; i < n; ++i) {
        sum += uint64_t{u[i + j]} + v[i];
        u[i + j] = static_cast<uint32_t>(sum);
        sum >>= 32;
      }
      u[j + n] += static_cast<uint32_t>(sum);
    }
    (*quotient)[j] = static_cast<uint32_t>(q);
  }
  u.resize(n);
  bool lost;
  *remainder = ShiftRight(u, shift, &lost);
}

// Largest power of the base that fits 32 bits, and its number of digits.
struct Chunk {
  uint32_t power = 1;
  int digits = 0;
};
Chunk ChunkOf(int base) {
  Chunk chunk;
  while (uint64_t{chunk.power} * base <= 0xffffffffu) {
    chunk.power *= base;
    ++chunk.digits;
  }
  return chunk;
}

constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

constexpr size_t kPrintDirectly = 40;   // limbs
constexpr size_t kParseDirectly = 400;  // digits

// Appends the digits of `a`, zero-padded to `width` (0: no padding). powers[k] is
// base ** (chunk.digits << k).
void AppendDigits(View a, int base, Chunk chunk, const std::vector<Limbs>& powers, size_t width,
                  std::string* out) {
  a = Trim(a);
  if (a.size() <= kPrintDirectly) {
    Limbs rest(a.begin(), a.end());
    std::string reversed;
    while (!rest.empty()) {
      uint32_t part = DivideSmall(rest, chunk.power);
      Trim(rest);
      for (int i = 0; i < chunk.digits && (part != 0 || !rest.empty()); ++i) {
        reversed.push_back(kDigits[part % base]);
        part /= base;
      }
    }
    if (reversed.size() < width) out->append(width - reversed.size(), '0');
    out->append(reversed.rbegin(), reversed.rend());
    return;
  }
  size_t k = powers.size() - 1;
  while (k > 0 && powers[k].size() * 2 > a.size() + 1) --k;
  const size_t low_width = static_cast<size_t>(chunk.digits) << k;
  Limbs high, low;
  Divide(a, powers[k], &high, &low);
  const size_t high_width = width > low_width ? width - low_width : 0;
  AppendDigits(high, base, chunk, powers, high_width, out);
  AppendDigits(low, base, chunk, powers, low_width, out);
}

Limbs Product(View a, View b) {
  Limbs out(a.size() + b.size());
  Multiply(a, b, out.data());
  Trim(out);
  return out;
}

Limbs Power(uint32_t base, size_t exponent) {
  Limbs result{1};
  for (size_t bit = std::bit_floor(exponent); bit != 0; bit >>= 1) {
    result = Product(result, result);
    if (exponent & bit) result = Product(result, View(&base, 1));
  }
  return result;
}

}  // namespace

int Compare(View a, View b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

uint64_t BitLength(View a) {
  return a.empty() ? 0 : uint64_t{a.size()} * 32 - std::countl_zero(a.back());
}

void Add(View a, View b, uint32_t* out) {
  if (a.size() < b.size()) std::swap(a, b);
  uint64_t carry = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    carry += uint64_t{a[i]} + (i < b.size() ? b[i] : 0);
    out[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  out[a.size()] = static_cast<uint32_t>(carry);
}

void Subtract(View a, View b, uint32_t* out) {
  int64_t borrow = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    borrow += int64_t{a[i]} - (i < b.size() ? b[i] : 0);
    out[i] = static_cast<uint32_t>(borrow);
    borrow >>= 32;
  }
}

void Multiply(View a, View b, uint32_t* out) {
  if (std::min(a.size(), b.size()) < kBoostMultiply) return MultiplySchool(a, b, out);
  const BigInt x = ToBoost(a);
  const BigInt product =
      a.data() == b.data() && a.size() == b.size() ? BigInt(x * x) : BigInt(x * ToBoost(b));
  const size_t bytes = (a.size() + b.size()) * sizeof(uint32_t);
  std::memset(out, 0, bytes);
  std::memcpy(out, product.backend().limbs(), std::min(bytes, BoostBytes(product)));
}

void Divide(View a, View b, Limbs* quotient, Limbs* remainder) {
  a = Trim(a);
  if (a.size() < b.size()) {
    remainder->assign(a.begin(), a.end());
    quotient->clear();
    return;
  }
  if (b.size() == 1) {
    quotient->assign(a.begin(), a.end());
    const uint32_t rest = DivideSmall(*quotient, b[0]);
    remainder->assign(1, rest);
  } else if (b.size() < kBoostDivide || a.size() - b.size() < kBoostDivide) {
    DivideSchool(a, b, quotient, remainder);
  } else {
    BigInt q, r;
    boost::multiprecision::divide_qr(ToBoost(a), ToBoost(b), q, r);
    *quotient = FromBoost(q);
    *remainder = FromBoost(r);
  }
  Trim(*quotient);
  Trim(*remainder);
}

uint32_t DivideSmall(std::span<uint32_t> a, uint32_t divisor) {
  uint64_t rest = 0;
  for (size_t i = a.size(); i-- > 0;) {
    rest = rest << 32 | a[i];
    a[i] = static_cast<uint32_t>(rest / divisor);
    rest %= divisor;
  }
  return static_cast<uint32_t>(rest);
}

Limbs ShiftLeft(View a, uint64_t bits) {
  const size_t whole = bits / 32;
  const int part = bits % 32;
  Limbs out(a.size() + whole + 1);
  for (size_t i = 0; i < a.size(); ++i) {
    const uint64_t x = uint64_t{a[i]} << part;
    out[i + whole] |= static_cast<uint32_t>(x);
    out[i + whole + 1] = static_cast<uint32_t>(x >> 32);
  }
  Trim(out);
  return out;
}

Limbs ShiftRight(View a, uint64_t bits, bool* lost) {
  const uint64_t whole = bits / 32;
  const int part = bits % 32;
  *lost = false;
  for (size_t i = 0; i < std::min<uint64_t>(whole, a.size()); ++i) *lost |= a[i] != 0;
  if (whole >= a.size()) return {};
  if (part != 0) *lost |= (a[whole] & ((1u << part) - 1)) != 0;
  Limbs out(a.size() - whole);
  for (size_t i = 0; i < out.size(); ++i) {
    const uint64_t high = i + whole + 1 < a.size() ? a[i + whole + 1] : 0;
    out[i] = static_cast<uint32_t>((high << 32 | a[i + whole]) >> part);
  }
  Trim(out);
  return out;
}

std::string ToBinaryBase(View a, int bits_per_digit) {
  if (a.empty()) return "0";
  const uint64_t bits = BitLength(a);
  const size_t count = (bits + bits_per_digit - 1) / bits_per_digit;
  std::string out(count, '0');
  for (size_t i = 0; i < count; ++i) {
    const uint64_t at = uint64_t{i} * bits_per_digit;
    const size_t limb = at / 32;
    const uint64_t high = limb + 1 < a.size() ? a[limb + 1] : 0;
    const uint64_t window = (high << 32 | a[limb]) >> (at % 32);
    out[count - 1 - i] = kDigits[window & ((1u << bits_per_digit) - 1)];
  }
  return out;
}

std::string ToBase(View a, int base) {
  if (a.empty()) return "0";
  const Chunk chunk = ChunkOf(base);
  std::vector<Limbs> powers{{chunk.power}};
  while (powers.back().size() * 4 <= a.size() + 2) {
    powers.push_back(Product(powers.back(), powers.back()));
  }
  if (powers.back().size() * 2 <= a.size()) {
    powers.push_back(Product(powers.back(), powers.back()));
  }
  std::string out;
  AppendDigits(a, base, chunk, powers, 0, &out);
  return out;
}

Limbs FromDigits(std::span<const uint8_t> digits, int base) {
  if (digits.size() > kParseDirectly) {
    const size_t low = digits.size() / 2;
    const Limbs high_part = FromDigits(digits.first(digits.size() - low), base);
    const Limbs low_part = FromDigits(digits.last(low), base);
    const Limbs shifted = Product(high_part, Power(base, low));
    Limbs out(std::max(shifted.size(), low_part.size()) + 1);
    Add(shifted, low_part, out.data());
    Trim(out);
    return out;
  }
  const Chunk chunk = ChunkOf(base);
  Limbs out;
  for (size_t i = 0; i < digits.size();) {
    uint32_t part = 0;
    uint32_t power = 1;
    for (int k = 0; k < chunk.digits && i < digits.size(); ++k, ++i) {
      part = part * base + digits[i];
      power *= base;
    }
    uint64_t carry = part;
    for (uint32_t& limb : out) {
      carry += uint64_t{limb} * power;
      limb = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) out.push_back(static_cast<uint32_t>(carry));
  }
  return out;
}

Limbs SquareRoot(View a) { return FromBoost(boost::multiprecision::sqrt(ToBoost(a))); }

}  // namespace heddle::limbs
