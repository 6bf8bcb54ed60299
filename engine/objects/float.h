// float: text and arithmetic of doubles. The same digits natively and in wasm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Context;
struct Str;

// Only instances of subclasses of float; a plain float is a Value::Double.
struct Float : Object {
  double value;
};

inline bool IsFloat(Value v) { return v.IsDouble() || v.Is(Kind::kFloat); }
// REQUIRES: IsFloat(v).
inline double FloatOf(Value v) { return v.IsDouble() ? v.dbl() : v.As<Float>()->value; }

std::string FloatReprText(double d);  // as repr(): shortest digits that read back as d
Str* FloatRepr(Context& cx, double d);

// The decimal digits of |d|, finite: 0.DIGITS * 10**point.
struct Decimal {
  std::string digits;
  int point;
};
Decimal ShortestDecimal(double d);
// `count` significant digits (at least 1), or `count` digits behind the point: exact, half to even.
Decimal RoundedDecimal(double d, int count);
Decimal FixedDecimal(double d, int count);

// The presentation types e, E, f, F, g, G and r (repr) of a float; `alternate` is '#'.
std::string FloatToText(double d, char type, int precision, bool alternate);

// The text of a number without surrounding spaces, as float() takes it (inf, nan, underscores).
bool ParseFloat(std::string_view text, double* out);
// float(text): spaces and Unicode digits allowed. ValueError.
Value FloatFromStr(Context& cx, const Str* text);
Value FloatFromText(Context& cx, std::string_view ascii, Value shown);

int64_t FloatHash(double d);                      // CPython's numeric hash; of a NaN: 0
double FloatFloorDiv(double a, double b);         // REQUIRES: b != 0
double FloatMod(double a, double b);              // REQUIRES: b != 0
Value FloatPow(Context& cx, double a, double b);  // a complex for a negative base and a fraction
// round(d, digits) and round(d).
Value FloatRound(Context& cx, double d, int64_t digits);
Value FloatRoundToInt(Context& cx, double d);
Value FloatAsIntegerRatio(Context& cx, double d);  // tuple
std::string FloatHex(double d);
Value FloatFromHex(Context& cx, std::string_view text);

}  // namespace heddle
