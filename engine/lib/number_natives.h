// Rows that every number type has: the operators of its special methods.
#pragma once

#include <cmath>

#include "objects/context.h"
#include "objects/number.h"

namespace heddle::lib {

// A number's own methods know the numbers below it in the tower; those above it know it.
template <BinaryOp kOp>
Value Binary(Context& cx, Args args) {
  if (OutranksNumber(args[1], args[0])) return Value::NotImplemented();
  return Arithmetic(cx, kOp, args[0], args[1]);
}
template <BinaryOp kOp>
Value Reflected(Context& cx, Args args) {
  if (OutranksNumber(args[1], args[0])) return Value::NotImplemented();
  return Arithmetic(cx, kOp, args[1], args[0]);
}
template <UnaryOp kOp>
Value Unary(Context& cx, Args args) {
  return UnaryArithmetic(cx, kOp, args[0]);
}
template <CompareOp kOp>
Value Compared(Context& cx, Args args) {
  if (OutranksNumber(args[1], args[0])) return Value::NotImplemented();
  return NumericCompare(cx, kOp, args[0], args[1]);
}
inline Value DivMod(Context& cx, Args args) {
  if (OutranksNumber(args[1], args[0])) return Value::NotImplemented();
  return NumericDivMod(cx, args[0], args[1]);
}
inline Value RDivMod(Context& cx, Args args) {
  if (OutranksNumber(args[1], args[0])) return Value::NotImplemented();
  return NumericDivMod(cx, args[1], args[0]);
}
inline Value NumberHash(Context& cx, Args args) {
  return IntFromInt64(cx.heap, NumericHash(args[0]));
}
inline Value PowerOf(Context& cx, Args args) {
  if (args.Opt(2).IsUndefined() || args[2].IsNone()) {
    return Binary<BinaryOp::kPow>(cx, args);
  }
  return NumericPowMod(cx, args[0], args[1], args[2]);
}

// Neumaier's compensated sum, as CPython's sum() of floats.
struct FloatSum {
  double high = 0, low = 0;
  void Add(double x) {
    const double t = high + x;
    low += std::fabs(high) >= std::fabs(x) ? (high - t) + x : (x - t) + high;
    high = t;
  }
  // A double, a bool or a small int; ints are added as they come.
  void Add(heddle::Value x) {
    if (x.IsDouble()) return Add(x.dbl());
    high += static_cast<double>(x.IsBool() ? x.IsTrue() : x.small());
  }
  double Total() const { return low != 0 && std::isfinite(low) ? high + low : high; }
};

}  // namespace heddle::lib
