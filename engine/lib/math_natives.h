// What the two halves of the math module share: functions of floats (math_module.cc), of ints and
// of sequences (math_numbers.cc).
#pragma once

#include "objects/context.h"

namespace heddle::lib::math {

// The argument as a float. False: an exception is pending, or the function must return Retry().
bool Real(Context& cx, Value v, double* out);
// Calls the function again with arguments that have been made numbers by __float__ or __index__.
// When an exception is pending: Raised.
Value Retry(Context& cx, const char* function, Args args);

Value Factorial(Context& cx, Args args);
Value Comb(Context& cx, Args args);
Value Perm(Context& cx, Args args);
Value Gcd(Context& cx, Args args);
Value Lcm(Context& cx, Args args);
Value ISqrt(Context& cx, Args args);
Value FSum(Context& cx, Args args);
Value Prod(Context& cx, Args args);
Value SumProd(Context& cx, Args args);
Value Dist(Context& cx, Args args);
Value Hypot(Context& cx, Args args);

}  // namespace heddle::lib::math
