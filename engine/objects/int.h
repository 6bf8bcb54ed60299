// int: unbounded. A value that fits 48 bits is always a small Value; everything else is an Int
// object, sign and magnitude. (An instance of a subclass of int is an Int of any size.)
//
// Every function here takes any mix of small ints, bools and Int objects, and returns a plain int,
// or Value::Raised() with the exception that CPython raises.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Context;
struct Str;

struct Int : Object {
  uint32_t count;     // limbs; the highest is not 0, zero has none
  uint32_t negative;  // 0 or 1

  uint32_t* limbs() { return reinterpret_cast<uint32_t*>(this + 1); }
  const uint32_t* limbs() const { return reinterpret_cast<const uint32_t*>(this + 1); }
};

inline bool IsInt(Value v) { return v.IsSmall() || v.IsBool() || v.Is(Kind::kInt); }

// The plain int of the same value: for a bool or an instance of a subclass. REQUIRES: IsInt(v).
Value IntPlain(Context& cx, Value v);

Value IntFromInt64(heap::Allocator& heap, int64_t value);
Value IntFromUint64(heap::Allocator& heap, uint64_t value);
// Little-endian limbs of the magnitude; leading zeros are allowed.
Value IntFromLimbs(heap::Allocator& heap, std::span<const uint32_t> limbs, bool negative);
// Truncates. OverflowError / ValueError for infinities and NaN.
Value IntFromDouble(Context& cx, double value);

// An Int object (also for a value that would be small) of `bytes` total size or more, for
// instances of subclasses.
size_t IntObjectBytes(Value v);
void IntCopyInto(Int* target, Value v);

// False when it does not fit.
bool IntToInt64(Value v, int64_t* out);
bool IntToUint64(Value v, uint64_t* out);
// Values beyond the range become INT64_MIN or INT64_MAX: for slice bounds and counts.
int64_t IntToInt64Clamped(Value v);
uint64_t IntToUint64Wrapping(Value v);
// Correctly rounded. False when it is too large for a float.
bool IntToDouble(Value v, double* out);
// |v| = fraction * 2**exponent with 0.5 <= |fraction| < 1 (0 for 0), rounded to 53 bits.
double IntFrexp(Value v, int64_t* exponent);

int IntSign(Value v);  // -1, 0, 1
bool IntIsOdd(Value v);
uint64_t IntBitLength(Value v);
uint64_t IntBitCount(Value v);
int IntCompare(Value a, Value b);         // negative, 0, positive
int IntCompareDouble(Value a, double b);  // exact; REQUIRES: b is not NaN
int64_t IntHash(Value v);                 // CPython's: modulo 2**61 - 1

Value IntAdd(Context& cx, Value a, Value b);
Value IntSub(Context& cx, Value a, Value b);
Value IntMul(Context& cx, Value a, Value b);
Value IntTrueDiv(Context& cx, Value a, Value b);
Value IntFloorDiv(Context& cx, Value a, Value b);
Value IntMod(Context& cx, Value a, Value b);
// False with an exception pending for a zero divisor.
bool IntDivMod(Context& cx, Value a, Value b, Value* quotient, Value* remainder);
Value IntPow(Context& cx, Value a, Value b);  // a float for a negative exponent
Value IntPowMod(Context& cx, Value base, Value exponent, Value modulus);
Value IntLShift(Context& cx, Value a, Value b);
Value IntRShift(Context& cx, Value a, Value b);
Value IntAnd(Context& cx, Value a, Value b);
Value IntOr(Context& cx, Value a, Value b);
Value IntXor(Context& cx, Value a, Value b);
Value IntNeg(Context& cx, Value a);
Value IntInvert(Context& cx, Value a);
Value IntAbs(Context& cx, Value a);
Value IntGcd(Context& cx, Value a, Value b);
Value IntSqrt(Context& cx, Value a);  // floor of the root; REQUIRES: a >= 0

// `digits` as in source code after the sign: no sign, no spaces, underscores and a prefix that fits
// the base allowed as int(text, base) does; base 0 takes it from the prefix. Undefined with no
// exception when malformed; Raised by the limit on digits is told apart by cx.pending.
Value IntFromDigits(Context& cx, std::string_view digits, int base);
// int(text, base): spaces, sign, Unicode digits. Raises ValueError.
Value IntFromStr(Context& cx, const Str* text, int base);
// May be a tail call, which shows an instance of a subclass of str in the message.
Value IntFromText(Context& cx, std::string_view ascii, int base, Value shown);

// Lower-case digits without a prefix. No limit on the length: see CheckIntDigits.
std::string IntToString(Value v, int base = 10);
// The limit on decimal conversion (4300 digits): false with ValueError pending.
bool IntCheckPrintable(Context& cx, Value v);
Str* IntRepr(Context& cx, Value v);  // null with ValueError pending

Value IntFromBytes(Context& cx, std::span<const uint8_t> bytes, bool big_endian, bool is_signed);
// False with OverflowError pending.
bool IntToBytes(Context& cx, Value v, std::span<uint8_t> out, bool big_endian, bool is_signed);

}  // namespace heddle
