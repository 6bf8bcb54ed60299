#include "objects/int.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "objects/context.h"
#include "objects/float.h"
#include "objects/limbs.h"
#include "objects/magnitude.h"

namespace heddle {

namespace {

using limbs::Limbs;
using limbs::View;

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;
constexpr uint64_t kMaxBits = uint64_t{1} << 36;

// An Int that is being computed: filled limb by limb, then trimmed and made small if it fits.
Int* NewInt(heap::Allocator& heap, size_t count) {
  Int* result = heap.New<Int>(Kind::kInt, count * sizeof(uint32_t));
  result->count = static_cast<uint32_t>(count);
  return result;
}

Value Finish(Int* result, bool negative) {
  while (result->count != 0 && result->limbs()[result->count - 1] == 0) --result->count;
  result->negative = negative;
  if (result->count <= 2) {
    const uint64_t low = result->count > 0 ? result->limbs()[0] : 0;
    const uint64_t high = result->count > 1 ? result->limbs()[1] : 0;
    const uint64_t magnitude = high << 32 | low;
    if (magnitude <= uint64_t{1} << 47) {
      const int64_t value =
          negative ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude);
      if (Value::FitsSmall(value)) return Value::Small(value);
    }
  }
  return Value::Of(result);
}

using Uint128 = unsigned __int128;

Value FromMagnitude(heap::Allocator& heap, Uint128 magnitude, bool negative) {
  size_t count = 0;
  for (Uint128 rest = magnitude; rest != 0; rest >>= 32) ++count;
  Int* result = NewInt(heap, count);
  for (size_t i = 0; i < count; ++i) {
    result->limbs()[i] = static_cast<uint32_t>(magnitude);
    magnitude >>= 32;
  }
  return Finish(result, negative);
}

Value FromInt128(heap::Allocator& heap, __int128 value) {
  if (value >= Value::kSmallMin && value <= Value::kSmallMax) {
    return Value::Small(static_cast<int64_t>(value));
  }
  const bool negative = value < 0;
  return FromMagnitude(heap, negative ? -static_cast<Uint128>(value) : static_cast<Uint128>(value),
                       negative);
}

// The value, if its magnitude is below 2**126: sums of two fit then, too.
bool ToInt128(Value v, __int128* out) {
  if (v.IsSmall()) {
    *out = v.small();
    return true;
  }
  const Magnitude m(v);
  if (m.count > 4 || (m.count == 4 && m.limbs[3] >> 30 != 0)) return false;
  Uint128 magnitude = 0;
  for (size_t i = m.count; i-- > 0;) magnitude = magnitude << 32 | m.limbs[i];
  const auto value = static_cast<__int128>(magnitude);
  *out = m.negative ? -value : value;
  return true;
}

uint64_t Gcd64(uint64_t x, uint64_t y) {
  while (y != 0) {
    const uint64_t rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

// a + b, or a - b when `negate_b`.
Value AddSigned(heap::Allocator& heap, const Magnitude& a, const Magnitude& b, bool negate_b) {
  const bool b_negative = b.negative != negate_b;
  if (a.negative == b_negative) {
    Int* result = NewInt(heap, std::max(a.count, b.count) + 1);
    limbs::Add(a.view(), b.view(), result->limbs());
    return Finish(result, a.negative);
  }
  const bool a_larger = limbs::Compare(a.view(), b.view()) >= 0;
  const Magnitude& large = a_larger ? a : b;
  const Magnitude& less = a_larger ? b : a;
  Int* result = NewInt(heap, large.count);
  limbs::Subtract(large.view(), less.view(), result->limbs());
  return Finish(result, a_larger ? a.negative : b_negative);
}

// Quotient and remainder as Python rounds them, of magnitudes that are not both small.
void DivModLimbs(const Magnitude& a, const Magnitude& b, Limbs* quotient, Limbs* remainder) {
  limbs::Divide(a.view(), b.view(), quotient, remainder);
  if (a.negative == b.negative || remainder->empty()) return;
  const uint32_t one = 1;
  Limbs next(std::max<size_t>(quotient->size(), 1) + 1);  // a quotient of 0 has no limbs
  limbs::Add(*quotient, View(&one, 1), next.data());
  limbs::Trim(next);
  *quotient = std::move(next);
  Limbs rest(b.count);
  limbs::Subtract(b.view(), *remainder, rest.data());
  limbs::Trim(rest);
  *remainder = std::move(rest);
}

// Two's complement in `count` limbs; and back.
Limbs ToTwosComplement(const Magnitude& a, size_t count) {
  Limbs out(a.limbs, a.limbs + a.count);
  out.resize(count);
  if (!a.negative) return out;
  uint64_t carry = 1;
  for (uint32_t& limb : out) {
    carry += static_cast<uint32_t>(~limb);
    limb = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  return out;
}

Value FromTwosComplement(heap::Allocator& heap, Limbs limbs) {
  const bool negative = !limbs.empty() && limbs.back() >> 31 != 0;
  if (negative) {
    uint64_t carry = 1;
    for (uint32_t& limb : limbs) {
      carry += static_cast<uint32_t>(~limb);
      limb = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
  }
  return IntFromLimbs(heap, limbs, negative);
}

template <typename F>
Value Bitwise(Context& cx, Value a, Value b, F f) {
  __int128 x, y;
  if (ToInt128(a, &x) && ToInt128(b, &y)) return FromInt128(cx.heap, f(x, y));
  const Magnitude u(a), v(b);
  const size_t count = std::max(u.count, v.count) + 1;
  Limbs left = ToTwosComplement(u, count);
  const Limbs right = ToTwosComplement(v, count);
  for (size_t i = 0; i < count; ++i) left[i] = static_cast<uint32_t>(f(left[i], right[i]));
  return FromTwosComplement(cx.heap, std::move(left));
}

// The top 64 bits, the lowest of them set when anything below is; value = *top * 2**result.
int64_t TopBits(View a, uint64_t* top) {
  const uint64_t bits = limbs::BitLength(a);
  if (bits <= 64) {
    *top = (a.size() > 0 ? a[0] : 0) | (a.size() > 1 ? uint64_t{a[1]} << 32 : 0);
    return 0;
  }
  bool lost;
  const Limbs high = limbs::ShiftRight(a, bits - 64, &lost);
  *top = high[0] | uint64_t{high[1]} << 32 | (lost ? 1 : 0);
  return static_cast<int64_t>(bits - 64);
}

Limbs PowerLimbs(View base, uint64_t exponent) {
  Limbs result{1};
  for (uint64_t bit = std::bit_floor(exponent); bit != 0; bit >>= 1) {
    Limbs square(result.size() * 2);
    limbs::Multiply(result, result, square.data());
    limbs::Trim(square);
    result = std::move(square);
    if ((exponent & bit) == 0) continue;
    Limbs product(result.size() + base.size());
    limbs::Multiply(result, base, product.data());
    limbs::Trim(product);
    result = std::move(product);
  }
  return result;
}

Value OutOfMemory(Context& cx) { return cx.Raise(Exc::kMemoryError, ""); }

}  // namespace

Value IntPlain(Context& cx, Value v) {
  if (v.IsSmall()) return v;
  if (v.IsBool()) return Value::Small(v.IsTrue());
  const Int* object = v.As<Int>();
  if ((object->flags & kSubclass) == 0) return v;
  return IntFromLimbs(cx.heap, View(object->limbs(), object->count), object->negative);
}

Value IntFromInt64(heap::Allocator& heap, int64_t value) {
  if (Value::FitsSmall(value)) return Value::Small(value);
  return FromInt128(heap, value);
}

Value IntFromUint64(heap::Allocator& heap, uint64_t value) { return FromInt128(heap, value); }

Value IntFromLimbs(heap::Allocator& heap, std::span<const uint32_t> limbs, bool negative) {
  limbs = limbs::Trim(limbs);
  if (limbs.size() <= 2) {
    const uint64_t low = limbs.size() > 0 ? limbs[0] : 0;
    const uint64_t high = limbs.size() > 1 ? limbs[1] : 0;
    const __int128 magnitude = high << 32 | low;
    return FromInt128(heap, negative ? -magnitude : magnitude);
  }
  Int* result = NewInt(heap, limbs.size());
  std::memcpy(result->limbs(), limbs.data(), limbs.size_bytes());
  return Finish(result, negative);
}

Value IntFromDouble(Context& cx, double value) {
  if (std::isnan(value)) return cx.Raise(Exc::kValueError, "cannot convert float NaN to integer");
  if (std::isinf(value)) {
    return cx.Raise(Exc::kOverflowError, "cannot convert float infinity to integer");
  }
  if (std::fabs(value) < 0x1p62) return IntFromInt64(cx.heap, static_cast<int64_t>(value));
  int exponent;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  const auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, 64));
  const uint32_t halves[2] = {static_cast<uint32_t>(mantissa),
                              static_cast<uint32_t>(mantissa >> 32)};
  bool lost;
  const Limbs limbs = exponent >= 64 ? limbs::ShiftLeft(halves, exponent - 64)
                                     : limbs::ShiftRight(halves, 64 - exponent, &lost);
  return IntFromLimbs(cx.heap, limbs, value < 0);
}

size_t IntObjectBytes(Value v) { return sizeof(Int) + Magnitude(v).count * sizeof(uint32_t); }

void IntCopyInto(Int* target, Value v) {
  const Magnitude m(v);
  target->count = m.count;
  target->negative = m.negative;
  if (m.count != 0) std::memcpy(target->limbs(), m.limbs, m.count * sizeof(uint32_t));
}

bool IntToInt64(Value v, int64_t* out) {
  if (v.IsSmall()) {
    *out = v.small();
    return true;
  }
  const Magnitude m(v);
  if (m.count > 2) return false;
  const uint64_t magnitude = m.low64();
  if (magnitude > uint64_t{1} << 63 || (magnitude == uint64_t{1} << 63 && !m.negative))
    return false;
  *out = static_cast<int64_t>(m.negative ? 0 - magnitude : magnitude);
  return true;
}

bool IntToUint64(Value v, uint64_t* out) {
  const Magnitude m(v);
  if (m.count > 2 || (m.negative && m.count != 0)) return false;
  *out = m.low64();
  return true;
}

int64_t IntToInt64Clamped(Value v) {
  int64_t result;
  if (IntToInt64(v, &result)) return result;
  return IntSign(v) < 0 ? std::numeric_limits<int64_t>::min() : std::numeric_limits<int64_t>::max();
}

uint64_t IntToUint64Wrapping(Value v) {
  const Magnitude m(v);
  return m.negative ? 0 - m.low64() : m.low64();
}

bool IntToDouble(Value v, double* out) {
  if (v.IsSmall()) {
    *out = static_cast<double>(v.small());
    return true;
  }
  int64_t exponent;
  const double fraction = IntFrexp(v, &exponent);
  if (exponent > 1024) return false;
  *out = std::ldexp(fraction, static_cast<int>(exponent));
  return std::isfinite(*out);
}

double IntFrexp(Value v, int64_t* exponent) {
  const Magnitude m(v);
  uint64_t top;
  *exponent = TopBits(m.view(), &top);
  if (top == 0) return 0.0;
  // The conversion rounds half to even; the sticky bit at the bottom breaks false ties.
  int own_exponent;
  const double fraction = std::frexp(static_cast<double>(top), &own_exponent);
  *exponent += own_exponent;
  return m.negative ? -fraction : fraction;
}

int IntSign(Value v) {
  const Magnitude m(v);
  return m.count == 0 ? 0 : m.negative ? -1 : 1;
}

bool IntIsOdd(Value v) {
  const Magnitude m(v);
  return m.count != 0 && (m.limbs[0] & 1) != 0;
}

uint64_t IntBitLength(Value v) { return limbs::BitLength(Magnitude(v).view()); }

uint64_t IntBitCount(Value v) {
  uint64_t count = 0;
  const Magnitude m(v);
  for (uint32_t limb : m.view()) count += std::popcount(limb);
  return count;
}

int IntCompare(Value a, Value b) {
  if (a.IsSmall() && b.IsSmall()) return a.small() < b.small() ? -1 : a.small() > b.small();
  const Magnitude u(a), v(b);
  if (u.negative != v.negative) return u.negative ? -1 : 1;
  const int order = limbs::Compare(u.view(), v.view());
  return u.negative ? -order : order;
}

int IntCompareDouble(Value a, double b) {
  if (std::isinf(b)) return b > 0 ? -1 : 1;
  const int sign = IntSign(a);
  const int b_sign = b > 0 ? 1 : b < 0 ? -1 : 0;
  if (sign != b_sign) return sign < b_sign ? -1 : 1;
  if (sign == 0) return 0;
  const auto bits = static_cast<int64_t>(IntBitLength(a));
  if (bits <= 53) {
    double x = 0;
    IntToDouble(a, &x);
    return x < b ? -1 : x > b;
  }
  int exponent;
  const double fraction = std::frexp(std::fabs(b), &exponent);
  if (bits != exponent) return (bits < exponent ? -1 : 1) * sign;
  // The same number of bits, more than 53: b is an integer.
  const auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53));
  const uint32_t halves[2] = {static_cast<uint32_t>(mantissa),
                              static_cast<uint32_t>(mantissa >> 32)};
  return limbs::Compare(Magnitude(a).view(), limbs::ShiftLeft(halves, exponent - 53)) * sign;
}

int64_t IntHash(Value v) {
  const Magnitude m(v);
  uint64_t hash = 0;
  for (size_t i = m.count; i-- > 0;) {
    hash = ((hash << 32) & kHashModulus) | (hash >> 29);
    hash += m.limbs[i];
    if (hash >= kHashModulus) hash -= kHashModulus;
  }
  const auto result = static_cast<int64_t>(hash);
  if (!m.negative) return result;
  return result == 1 ? -2 : -result;
}

Value IntAdd(Context& cx, Value a, Value b) {
  __int128 x, y;
  if (ToInt128(a, &x) && ToInt128(b, &y)) return FromInt128(cx.heap, x + y);
  return AddSigned(cx.heap, Magnitude(a), Magnitude(b), false);
}

Value IntSub(Context& cx, Value a, Value b) {
  __int128 x, y;
  if (ToInt128(a, &x) && ToInt128(b, &y)) return FromInt128(cx.heap, x - y);
  return AddSigned(cx.heap, Magnitude(a), Magnitude(b), true);
}

Value IntMul(Context& cx, Value a, Value b) {
  int64_t x, y;
  if (IntToInt64(a, &x) && IntToInt64(b, &y)) return FromInt128(cx.heap, __int128{x} * y);
  const Magnitude u(a), v(b);
  if (u.count == 0 || v.count == 0) return Value::Small(0);
  if (u.count <= 2 && v.count <= 2) {
    return FromMagnitude(cx.heap, Uint128{u.low64()} * v.low64(), u.negative != v.negative);
  }
  Int* result = NewInt(cx.heap, size_t{u.count} + v.count);
  limbs::Multiply(u.view(), v.view(), result->limbs());
  return Finish(result, u.negative != v.negative);
}

// Correctly rounded, as CPython's long_true_divide: a quotient of 55 or 56 bits with the remainder
// folded into its last bit, rounded once at the place where the result's last bit is.
Value IntTrueDiv(Context& cx, Value a, Value b) {
  const Magnitude u(a), v(b);
  if (v.count == 0) return cx.Raise(Exc::kZeroDivisionError, "division by zero");
  if (u.count == 0) return Value::Double(v.negative ? -0.0 : 0.0);
  const auto a_bits = static_cast<int64_t>(limbs::BitLength(u.view()));
  const auto b_bits = static_cast<int64_t>(limbs::BitLength(v.view()));
  const double sign = u.negative != v.negative ? -1.0 : 1.0;
  if (a_bits <= 53 && b_bits <= 53) {
    return Value::Double(sign * (static_cast<double>(u.low64()) / static_cast<double>(v.low64())));
  }
  constexpr int64_t kMinExponent = std::numeric_limits<double>::min_exponent;
  constexpr int64_t kMaxExponent = std::numeric_limits<double>::max_exponent;
  constexpr int64_t kMantissaBits = std::numeric_limits<double>::digits;
  const int64_t difference = a_bits - b_bits;
  if (difference > kMaxExponent) {
    return cx.Raise(Exc::kOverflowError, "integer division result too large for a float");
  }
  if (difference < kMinExponent - kMantissaBits - 1) return Value::Double(sign * 0.0);
  const int64_t shift = std::max(difference, kMinExponent) - kMantissaBits - 2;
  bool inexact = false;
  const Limbs scaled = shift <= 0 ? limbs::ShiftLeft(u.view(), -shift)
                                  : limbs::ShiftRight(u.view(), shift, &inexact);
  Limbs quotient, remainder;
  limbs::Divide(scaled, v.view(), &quotient, &remainder);
  quotient.resize(2);
  uint64_t q = quotient[0] | uint64_t{quotient[1]} << 32;
  if (!remainder.empty()) inexact = true;
  const int64_t q_bits = std::bit_width(q);
  const int64_t extra_bits = std::max(q_bits, kMinExponent - shift) - kMantissaBits;
  const uint64_t mask = uint64_t{1} << (extra_bits - 1);
  q |= inexact ? 1 : 0;
  if ((q & mask) != 0 && (q & (3 * mask - 1)) != 0) q += mask;
  q &= ~(2 * mask - 1);
  const double result = std::ldexp(static_cast<double>(q), static_cast<int>(shift));
  if (std::isinf(result)) {
    return cx.Raise(Exc::kOverflowError, "integer division result too large for a float");
  }
  return Value::Double(sign * result);
}

Value IntFloorDiv(Context& cx, Value a, Value b) {
  int64_t x, y;
  if (IntToInt64(a, &x) && IntToInt64(b, &y) && y != 0 && y != -1) {
    const int64_t quotient = x / y;
    return IntFromInt64(cx.heap, quotient - (x % y != 0 && (x < 0) != (y < 0)));
  }
  if (__int128 u, v; ToInt128(a, &u) && ToInt128(b, &v) && v != 0) {
    return FromInt128(cx.heap, u / v - (u % v != 0 && (u < 0) != (v < 0)));
  }
  const Magnitude u(a), v(b);
  if (v.count == 0) {
    return cx.Raise(Exc::kZeroDivisionError, "integer division or modulo by zero");
  }
  Limbs quotient, remainder;
  DivModLimbs(u, v, &quotient, &remainder);
  return IntFromLimbs(cx.heap, quotient, u.negative != v.negative);
}

Value IntMod(Context& cx, Value a, Value b) {
  int64_t x, y;
  if (IntToInt64(a, &x) && IntToInt64(b, &y) && y != 0 && y != -1) {
    const int64_t rest = x % y;
    return IntFromInt64(cx.heap, rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest);
  }
  if (__int128 u, v; ToInt128(a, &u) && ToInt128(b, &v) && v != 0) {
    const __int128 rest = u % v;
    return FromInt128(cx.heap, rest != 0 && (rest < 0) != (v < 0) ? rest + v : rest);
  }
  const Magnitude u(a), v(b);
  if (v.count == 0) return cx.Raise(Exc::kZeroDivisionError, "integer modulo by zero");
  Limbs quotient, remainder;
  DivModLimbs(u, v, &quotient, &remainder);
  return IntFromLimbs(cx.heap, remainder, v.negative);
}

bool IntDivMod(Context& cx, Value a, Value b, Value* quotient, Value* remainder) {
  if (__int128 x, y; ToInt128(a, &x) && ToInt128(b, &y) && y != 0) {
    *quotient = IntFloorDiv(cx, a, b);
    *remainder = IntMod(cx, a, b);
    return true;
  }
  const Magnitude u(a), v(b);
  if (v.count == 0) {
    cx.Raise(Exc::kZeroDivisionError, "integer division or modulo by zero");
    return false;
  }
  Limbs q, r;
  DivModLimbs(u, v, &q, &r);
  *quotient = IntFromLimbs(cx.heap, q, u.negative != v.negative);
  *remainder = IntFromLimbs(cx.heap, r, v.negative);
  return true;
}

Value IntPow(Context& cx, Value a, Value b) {
  const Magnitude base(a), exponent(b);
  if (exponent.negative && exponent.count != 0) {
    double x, y;
    if (!IntToDouble(a, &x) || !IntToDouble(b, &y)) {
      return cx.Raise(Exc::kOverflowError, "int too large to convert to float");
    }
    return FloatPow(cx, x, y);
  }
  if (exponent.count == 0) return Value::Small(1);
  const uint64_t low = exponent.low64();
  const bool negative = base.negative && (low & 1) != 0;
  if (base.count == 0) return Value::Small(0);
  if (base.count == 1 && base.limbs[0] == 1) return Value::Small(negative ? -1 : 1);
  const uint64_t bits = limbs::BitLength(base.view());
  if (exponent.count > 1 || (bits - 1) * low > kMaxBits) return OutOfMemory(cx);
  if (bits * low <= 62) {
    int64_t result = 1;
    const auto factor = static_cast<int64_t>(base.low64());
    for (uint64_t i = 0; i < low; ++i) result *= factor;
    return IntFromInt64(cx.heap, negative ? -result : result);
  }
  if (std::has_single_bit(base.low64()) && base.count <= 2) {
    const uint32_t one = 1;
    return IntFromLimbs(cx.heap, limbs::ShiftLeft(View(&one, 1), (bits - 1) * low), negative);
  }
  return IntFromLimbs(cx.heap, PowerLimbs(base.view(), low), negative);
}

namespace {

// Inverse of a modulo m, both positive; Undefined when there is none.
Value Inverse(Context& cx, Value a, Value m) {
  Value r0 = m, r1 = IntMod(cx, a, m), s0 = Value::Small(0), s1 = Value::Small(1);
  while (IntSign(r1) != 0) {
    Value q, r;
    IntDivMod(cx, r0, r1, &q, &r);
    r0 = r1;
    r1 = r;
    const Value s = IntSub(cx, s0, IntMul(cx, q, s1));
    s0 = s1;
    s1 = s;
  }
  if (IntCompare(r0, Value::Small(1)) != 0) return Value::Undefined();
  return IntMod(cx, s0, m);
}

Limbs MultiplyModulo(View a, View b, View modulus) {
  Limbs product(a.size() + b.size());
  limbs::Multiply(a, b, product.data());
  limbs::Trim(product);
  Limbs quotient, remainder;
  limbs::Divide(product, modulus, &quotient, &remainder);
  return remainder;
}

uint64_t PowerModulo(uint64_t base, View exponent, uint64_t modulus) {
  uint64_t result = 1 % modulus;
  for (size_t bit = limbs::BitLength(exponent); bit-- > 0;) {
    result = static_cast<uint64_t>(static_cast<unsigned __int128>(result) * result % modulus);
    if (exponent[bit / 32] >> (bit % 32) & 1) {
      result = static_cast<uint64_t>(static_cast<unsigned __int128>(result) * base % modulus);
    }
  }
  return result;
}

}  // namespace

Value IntPowMod(Context& cx, Value base, Value exponent, Value modulus) {
  if (IntSign(modulus) == 0) return cx.Raise(Exc::kValueError, "pow() 3rd argument cannot be 0");
  const bool negative = IntSign(modulus) < 0;
  const Value m = IntAbs(cx, modulus);
  base = IntMod(cx, base, m);
  if (IntSign(exponent) < 0) {
    base = Inverse(cx, base, m);
    if (base.IsUndefined()) {
      return cx.Raise(Exc::kValueError, "base is not invertible for the given modulus");
    }
    exponent = IntNeg(cx, exponent);
  }
  const Magnitude b(base), e(exponent), n(m);
  Value result;
  if (n.count <= 2) {
    result = IntFromUint64(cx.heap, PowerModulo(b.low64(), e.view(), n.low64()));
  } else {
    Limbs power{1};
    for (size_t bit = limbs::BitLength(e.view()); bit-- > 0;) {
      power = MultiplyModulo(power, power, n.view());
      if (e.limbs[bit / 32] >> (bit % 32) & 1) power = MultiplyModulo(power, b.view(), n.view());
    }
    result = IntFromLimbs(cx.heap, power, false);
  }
  if (negative && IntSign(result) != 0) result = IntAdd(cx, result, modulus);
  return result;
}

Value IntLShift(Context& cx, Value a, Value b) {
  if (IntSign(b) < 0) return cx.Raise(Exc::kValueError, "negative shift count");
  const Magnitude u(a);
  if (u.count == 0) return Value::Small(0);
  const int64_t shift = IntToInt64Clamped(b);
  if (shift == std::numeric_limits<int64_t>::max()) {
    return cx.Raise(Exc::kOverflowError, "too many digits in integer");
  }
  if (static_cast<uint64_t>(shift) > kMaxBits) return OutOfMemory(cx);
  if (u.count <= 2 && shift < 64) {
    const __int128 magnitude = u.low64();
    if (limbs::BitLength(u.view()) + shift < 127) {
      return FromInt128(cx.heap, (u.negative ? -magnitude : magnitude) * (__int128{1} << shift));
    }
  }
  return IntFromLimbs(cx.heap, limbs::ShiftLeft(u.view(), shift), u.negative);
}

Value IntRShift(Context& cx, Value a, Value b) {
  if (IntSign(b) < 0) return cx.Raise(Exc::kValueError, "negative shift count");
  const int64_t shift = IntToInt64Clamped(b);
  if (__int128 x; ToInt128(a, &x)) {
    return FromInt128(cx.heap, x >> std::min<int64_t>(shift, 127));
  }
  const Magnitude u(a);
  bool lost;
  Limbs limbs = limbs::ShiftRight(u.view(), shift, &lost);
  if (u.negative && lost) {
    const uint32_t one = 1;
    Limbs next(limbs.size() + 2);
    limbs::Add(limbs, View(&one, 1), next.data());
    limbs = std::move(next);
  }
  return IntFromLimbs(cx.heap, limbs, u.negative);
}

Value IntAnd(Context& cx, Value a, Value b) {
  return Bitwise(cx, a, b, [](auto x, auto y) { return x & y; });
}
Value IntOr(Context& cx, Value a, Value b) {
  return Bitwise(cx, a, b, [](auto x, auto y) { return x | y; });
}
Value IntXor(Context& cx, Value a, Value b) {
  return Bitwise(cx, a, b, [](auto x, auto y) { return x ^ y; });
}

Value IntNeg(Context& cx, Value a) {
  if (a.IsSmall() && a.small() != Value::kSmallMin) return Value::Small(-a.small());
  const Magnitude m(a);
  return IntFromLimbs(cx.heap, m.view(), !m.negative);
}

Value IntInvert(Context& cx, Value a) {
  if (a.IsSmall()) return Value::Small(~a.small());
  return IntSub(cx, Value::Small(-1), a);
}

Value IntAbs(Context& cx, Value a) {
  const Magnitude m(a);
  return m.negative ? IntFromLimbs(cx.heap, m.view(), false) : IntPlain(cx, a);
}

Value IntGcd(Context& cx, Value a, Value b) {
  if (a.IsSmall() && b.IsSmall()) {
    const auto magnitude = [](Value v) { return static_cast<uint64_t>(std::abs(v.small())); };
    return IntFromUint64(cx.heap, Gcd64(magnitude(a), magnitude(b)));
  }
  a = IntAbs(cx, a);
  b = IntAbs(cx, b);
  Limbs u, v;
  {
    const Magnitude x(a), y(b);
    u.assign(x.limbs, x.limbs + x.count);
    v.assign(y.limbs, y.limbs + y.count);
  }
  Limbs quotient, remainder;
  while (v.size() > 2 || (u.size() > 2 && !v.empty())) {
    limbs::Divide(u, v, &quotient, &remainder);
    u = std::move(v);
    v = std::move(remainder);
  }
  if (v.empty()) return IntFromLimbs(cx.heap, u, false);
  u.resize(2);
  v.resize(2);
  uint64_t x = u[0] | uint64_t{u[1]} << 32;
  uint64_t y = v[0] | uint64_t{v[1]} << 32;
  return IntFromUint64(cx.heap, Gcd64(x, y));
}

Value IntSqrt(Context& cx, Value a) {
  const Magnitude m(a);
  if (m.count > 1) return IntFromLimbs(cx.heap, limbs::SquareRoot(m.view()), false);
  auto root = static_cast<uint64_t>(std::sqrt(static_cast<double>(m.low64())));
  return IntFromUint64(cx.heap, root);
}

Value IntFromBytes(Context& cx, std::span<const uint8_t> bytes, bool big_endian, bool is_signed) {
  Limbs limbs(bytes.size() / 4 + 1);
  for (size_t i = 0; i < bytes.size(); ++i) {
    const uint32_t byte = bytes[big_endian ? bytes.size() - 1 - i : i];
    limbs[i / 4] |= byte << (i % 4 * 8);
  }
  if (!is_signed || bytes.empty() || (bytes[big_endian ? 0 : bytes.size() - 1] & 0x80) == 0) {
    return IntFromLimbs(cx.heap, limbs, false);
  }
  for (size_t i = bytes.size(); i < limbs.size() * 4; ++i) limbs[i / 4] |= 0xffu << (i % 4 * 8);
  return FromTwosComplement(cx.heap, std::move(limbs));
}

bool IntToBytes(Context& cx, Value v, std::span<uint8_t> out, bool big_endian, bool is_signed) {
  const Magnitude m(v);
  const bool negative = m.negative && m.count != 0;
  if (negative && !is_signed) {
    cx.Raise(Exc::kOverflowError, "can't convert negative int to unsigned");
    return false;
  }
  uint64_t bits = limbs::BitLength(m.view());
  if (is_signed) {
    // -2**(n-1) takes n bits, one less than 2**(n-1) would.
    const bool lowest = negative && IntBitCount(v) == 1;
    bits += lowest ? 0 : 1;
    if (m.count == 0) bits = 0;
  }
  if (bits > out.size() * 8) {
    cx.Raise(Exc::kOverflowError, "int too big to convert");
    return false;
  }
  const Limbs limbs = ToTwosComplement(m, std::max<size_t>(m.count, out.size() / 4 + 1));
  for (size_t i = 0; i < out.size(); ++i) {
    out[big_endian ? out.size() - 1 - i : i] = static_cast<uint8_t>(limbs[i / 4] >> (i % 4 * 8));
  }
  return true;
}

}  // namespace heddle
