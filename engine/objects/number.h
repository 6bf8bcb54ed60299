// Operators on any mix of the builtin numbers: bool, int, float, complex.
#pragma once

#include <cstdint>
#include <string_view>

#include "heap/value.h"
#include "objects/complex.h"
#include "objects/float.h"
#include "objects/int.h"

namespace heddle {

struct Context;

// In the order of Op::kAdd..kMatMul.
enum class BinaryOp : uint8_t {
  kAdd,
  kSub,
  kMul,
  kTrueDiv,
  kFloorDiv,
  kMod,
  kPow,
  kLShift,
  kRShift,
  kAnd,
  kOr,
  kXor,
  kMatMul
};
// In the order of Op::kLt..kGe.
enum class CompareOp : uint8_t { kLt, kLe, kEq, kNe, kGt, kGe };
// In the order of Op::kNeg, kPos, kInvert; then abs().
enum class UnaryOp : uint8_t { kNeg, kPos, kInvert, kAbs };

inline bool IsNumber(Value v) {
  return v.IsSmall() || v.IsDouble() || v.IsBool() || v.Is(Kind::kInt) || v.Is(Kind::kFloat) ||
         v.Is(Kind::kComplex);
}

// "+" … "@", as error messages show the operator ("** or pow()").
const char* OperatorText(BinaryOp op);

// NotImplemented when either operand is no builtin number or the types do not go together. Looks at
// the payload only: the caller has dealt with subclasses that override the operator.
Value Arithmetic(Context& cx, BinaryOp op, Value a, Value b);
// Whether `a` is a number above what `b` is in the tower of int, float and complex.
bool OutranksNumber(Value a, Value b);
Value UnaryArithmetic(Context& cx, UnaryOp op, Value a);
Value NumericCompare(Context& cx, CompareOp op, Value a, Value b);
Value NumericDivMod(Context& cx, Value a, Value b);
// pow(a, b, modulus)
Value NumericPowMod(Context& cx, Value a, Value b, Value modulus);

// TypeError: what a native says to an argument that is no int. Before it has changed anything:
// where the value has an __index__, the VM calls the native once more.
Value RaiseNotInteger(Context& cx, Value v);
Value RaiseNotInteger(Context& cx, Value v, std::string_view message);

// REQUIRES: IsNumber(v). What hash(v) is.
int64_t NumericHash(Value v);
// REQUIRES: both are builtin numbers.
bool NumericEqual(Value a, Value b);

// The double of an int or a float, as math's functions take it. False with an exception pending
// (OverflowError) or, for other values, false without one (cx.pending untouched and *number false).
bool NumberToDouble(Context& cx, Value v, double* out, bool* is_number);

// A count or an index: ints and bools only. Raises TypeError "'X' object cannot be interpreted as
// an integer", OverflowError when it does not fit 64 bits.
bool ToInt64(Context& cx, Value v, int64_t* out);

}  // namespace heddle
