// math. The transcendental functions are the C library's: glibc's natively, musl's in wasm, whose
// results may differ in the last digit.
#include <cmath>
#include <limits>
#include <numbers>

#include "lib/math_gamma.h"
#include "lib/math_natives.h"
#include "lib/module_tables.h"
#include "lib/text_natives.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace heddle::lib {

namespace math {

bool Real(Context& cx, Value v, double* out) {
  bool is_number;
  cx.pending = Value::Undefined();
  return NumberToDouble(cx, v, out, &is_number);
}

Value Retry(Context& cx, const char* function, Args args) {
  if (!cx.pending.IsUndefined()) return Value::Raised();
  for (uint32_t i = 0; i < args.count; ++i) {
    const Value v = args[i];
    if (v.IsUndefined() || IsInt(v) || IsFloat(v)) continue;
    Type* type = TypeOf(cx, v);
    if (type->special(Special::kFloat).IsUndefined() &&
        type->special(Special::kIndex).IsUndefined()) {
      return cx.Raise(Exc::kTypeError, "must be real number, not {}", TypeName(cx, v));
    }
  }
  std::vector<Value> given;
  for (uint32_t i = 0; i < args.count; ++i) given.push_back(OrNone(args[i]));
  return cx.TailCall(Library::kMathCall, {Value::Of(cx.Intern(function)), MakeTuple(cx, given)});
}

namespace {

Value DomainError(Context& cx) { return cx.Raise(Exc::kValueError, "math domain error"); }
Value RangeError(Context& cx) { return cx.Raise(Exc::kOverflowError, "math range error"); }

enum class Infinite : uint8_t { kDomain, kRange };  // what an infinite result of a finite x means

Value Checked(Context& cx, double result, bool any_nan, bool all_finite, Infinite infinite) {
  if (std::isnan(result) && !any_nan) return DomainError(cx);
  if (std::isinf(result) && all_finite) {
    return infinite == Infinite::kDomain ? DomainError(cx) : RangeError(cx);
  }
  return Value::Double(result);
}

struct Name {
  char text[12];
  // NOLINTNEXTLINE(google-explicit-constructor): rows of a table are written as literals.
  constexpr Name(const char* name) : text{} {
    for (int i = 0; name[i] != 0; ++i) text[i] = name[i];
  }
};

template <Name kName, double (*kFunction)(double), Infinite kInfinite = Infinite::kDomain>
Value Unary(Context& cx, Args args) {
  double x;
  if (!Real(cx, args[0], &x)) return Retry(cx, kName.text, args);
  return Checked(cx, kFunction(x), std::isnan(x), std::isfinite(x), kInfinite);
}

template <Name kName, double (*kFunction)(double, double), Infinite kInfinite = Infinite::kRange>
Value Binary(Context& cx, Args args) {
  double x, y;
  if (!Real(cx, args[0], &x) || !Real(cx, args[1], &y)) return Retry(cx, kName.text, args);
  return Checked(cx, kFunction(x, y), std::isnan(x) || std::isnan(y),
                 std::isfinite(x) && std::isfinite(y), kInfinite);
}

template <Name kName, bool (*kTest)(double)>
Value Test(Context& cx, Args args) {
  double x;
  if (!Real(cx, args[0], &x)) return Retry(cx, kName.text, args);
  return Value::Bool(kTest(x));
}

bool IsNan(double x) { return std::isnan(x); }
bool IsInf(double x) { return std::isinf(x); }
bool IsFinite(double x) { return std::isfinite(x); }
double Degrees(double x) { return x * (180.0 / std::numbers::pi); }
double Radians(double x) { return x * (std::numbers::pi / 180.0); }

double Remainder(double x, double y) { return std::remainder(x, y); }
double Mod(double x, double y) { return std::isinf(y) && std::isfinite(x) ? x : std::fmod(x, y); }

// Logarithm of a positive int of any size, or of a float. `log` is the function, `log2` the
// logarithm of 2.
template <typename F>
Value LogOf(Context& cx, Value v, F log, double log2, double* out) {
  if (IsInt(v)) {
    if (IntSign(v) <= 0) return DomainError(cx);
    double x;
    if (IntToDouble(v, &x)) {
      *out = log(x);
    } else {
      int64_t exponent;
      const double fraction = IntFrexp(v, &exponent);
      *out = log(fraction) + log2 * static_cast<double>(exponent);
    }
    return Value::None();
  }
  double x;
  if (!Real(cx, v, &x)) return Value::Undefined();
  if (x <= 0) return DomainError(cx);
  *out = log(x);
  return Value::None();
}

double NaturalLog(double x) { return std::log(x); }

Value Log(Context& cx, Args args) {
  double x, base;
  cx.pending = Value::Undefined();
  if (LogOf(cx, args[0], NaturalLog, std::numbers::ln2, &x).IsUndefined()) {
    return Retry(cx, "log", args);
  }
  if (args.Opt(1).IsUndefined()) return Value::Double(x);
  if (LogOf(cx, args[1], NaturalLog, std::numbers::ln2, &base).IsUndefined()) {
    return Retry(cx, "log", args);
  }
  if (base == 0) return cx.Raise(Exc::kZeroDivisionError, "float division by zero");
  return Value::Double(x / base);
}

Value Log2(Context& cx, Args args) {
  double x;
  cx.pending = Value::Undefined();
  const auto log2 = [](double d) { return std::log2(d); };
  if (LogOf(cx, args[0], log2, 1.0, &x).IsUndefined()) return Retry(cx, "log2", args);
  return Value::Double(x);
}

Value Log10(Context& cx, Args args) {
  double x;
  cx.pending = Value::Undefined();
  const auto log10 = [](double d) { return std::log10(d); };
  if (LogOf(cx, args[0], log10, std::log10(2.0), &x).IsUndefined()) return Retry(cx, "log10", args);
  return Value::Double(x);
}

Value Pow(Context& cx, Args args) {
  double x, y;
  if (!Real(cx, args[0], &x) || !Real(cx, args[1], &y)) return Retry(cx, "pow", args);
  const double result = std::pow(x, y);
  const bool finite = std::isfinite(x) && std::isfinite(y);
  if (finite && std::isnan(result)) return DomainError(cx);
  if (finite && std::isinf(result)) return x == 0 ? DomainError(cx) : RangeError(cx);
  return Value::Double(result);
}

Value Fma(Context& cx, Args args) {
  double x, y, z;
  if (!Real(cx, args[0], &x) || !Real(cx, args[1], &y) || !Real(cx, args[2], &z)) {
    return Retry(cx, "fma", args);
  }
  const double result = std::fma(x, y, z);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y) && !std::isnan(z)) {
    return cx.Raise(Exc::kValueError, "invalid operation in fma");
  }
  if (std::isinf(result) && std::isfinite(x) && std::isfinite(y) && std::isfinite(z)) {
    return cx.Raise(Exc::kOverflowError, "overflow in fma");
  }
  return Value::Double(result);
}

// floor, ceil and trunc: the type's own method for what is neither int nor float.
Value ToInt(Context& cx, Args args, const char* method, double (*round)(double)) {
  const bool subclass = args[0].IsObject() && (args[0].object()->flags & kSubclass) != 0;
  if (IsFloat(args[0]) && !subclass) return IntFromDouble(cx, round(FloatOf(args[0])));
  if (IsInt(args[0]) && !subclass) return IntPlain(cx, args[0]);
  const Value found = LookupInMro(TypeOf(cx, args[0]), cx.Intern(method));
  if (!found.IsUndefined()) return cx.TailCall(found, {args[0]});
  if (std::string_view(method) == "__trunc__") {
    return cx.Raise(Exc::kTypeError, "type {} doesn't define __trunc__ method",
                    TypeName(cx, args[0]));
  }
  return Retry(cx, method[2] == 'f' ? "floor" : "ceil", args);
}
Value Floor(Context& cx, Args args) { return ToInt(cx, args, "__floor__", std::floor); }
Value Ceil(Context& cx, Args args) { return ToInt(cx, args, "__ceil__", std::ceil); }
Value Trunc(Context& cx, Args args) { return ToInt(cx, args, "__trunc__", std::trunc); }

Value FrExp(Context& cx, Args args) {
  double x;
  if (!Real(cx, args[0], &x)) return Retry(cx, "frexp", args);
  int exponent = 0;
  const double fraction = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  return Value::Of(NewTuple(cx.heap, {Value::Double(fraction), Value::Small(exponent)}));
}

Value ModF(Context& cx, Args args) {
  double x;
  if (!Real(cx, args[0], &x)) return Retry(cx, "modf", args);
  double whole;
  const double fraction = std::modf(x, &whole);
  return Value::Of(NewTuple(cx.heap, {Value::Double(fraction), Value::Double(whole)}));
}

Value LdExp(Context& cx, Args args) {
  double x;
  if (!Real(cx, args[0], &x)) return Retry(cx, "ldexp", args);
  if (!IsInt(args[1])) {
    return cx.Raise(Exc::kTypeError, "Expected an int as second argument to ldexp.");
  }
  const int64_t exponent = std::clamp<int64_t>(IntToInt64Clamped(args[1]), -5000, 5000);
  const double result = std::ldexp(x, static_cast<int>(exponent));
  if (std::isinf(result) && std::isfinite(x)) return RangeError(cx);
  return Value::Double(result);
}

// The float that lies `steps` floats from x towards y. Floats of one sign are ordered as their
// bits.
double Stepped(double x, double y, uint64_t steps) {
  if (steps == 0 || std::isnan(x)) return x;
  if (x == y || std::isnan(y)) return y;
  const auto place = [](double d) {
    const auto bits = __builtin_bit_cast(int64_t, d);
    return bits < 0 ? -(bits & std::numeric_limits<int64_t>::max()) : bits;
  };
  const int64_t from = place(x), to = place(y);
  const uint64_t distance =
      from < to ? uint64_t(to) - uint64_t(from) : uint64_t(from) - uint64_t(to);
  if (steps >= distance) return y;
  const auto moved =
      static_cast<int64_t>(from < to ? uint64_t(from) + steps : uint64_t(from) - steps);
  if (moved == 0) return std::copysign(0.0, x);
  const double size = __builtin_bit_cast(double, moved < 0 ? -moved : moved);
  return moved < 0 ? -size : size;
}

Value NextAfter(Context& cx, Args args) {
  double x, y;
  if (!Real(cx, args[0], &x) || !Real(cx, args[1], &y)) return Retry(cx, "nextafter", args);
  // One step below zero is -0.0, where steps that are counted end at y.
  if (!Given(args.Opt(2))) return Value::Double(std::nextafter(x, y));
  if (!IsInt(args[2])) return Retry(cx, "nextafter", args);
  const int64_t steps = IntToInt64Clamped(args[2]);
  if (steps < 0) return cx.Raise(Exc::kValueError, "steps must be a non-negative integer");
  return Value::Double(Stepped(x, y, static_cast<uint64_t>(steps)));
}

Value LGamma(Context& cx, Args args) {
  double x;
  if (!Real(cx, args[0], &x)) return Retry(cx, "lgamma", args);
  const bool pole = x <= 0 && x == std::floor(x);
  return Checked(cx, LogGamma(x), std::isnan(x), std::isfinite(x),
                 pole ? Infinite::kDomain : Infinite::kRange);
}

Value Ulp(Context& cx, Args args) {
  double x;
  if (!Real(cx, args[0], &x)) return Retry(cx, "ulp", args);
  x = std::fabs(x);
  if (!std::isfinite(x)) return Value::Double(x);
  const double above = std::nextafter(x, std::numeric_limits<double>::infinity());
  if (std::isinf(above)) return Value::Double(x - std::nextafter(x, 0.0));
  return Value::Double(above - x);
}

Value IsClose(Context& cx, Args args) {
  double a, b, relative = 1e-9, absolute = 0;
  if (!Real(cx, args[0], &a) || !Real(cx, args[1], &b) ||
      (!args.Opt(2).IsUndefined() && !Real(cx, args[2], &relative)) ||
      (!args.Opt(3).IsUndefined() && !Real(cx, args[3], &absolute))) {
    return Retry(cx, "isclose", args);
  }
  if (relative < 0 || absolute < 0) {
    return cx.Raise(Exc::kValueError, "tolerances must be non-negative");
  }
  if (a == b) return Value::True();
  if (std::isinf(a) || std::isinf(b)) return Value::False();
  const double difference = std::fabs(b - a);
  return Value::Bool(difference <= std::fabs(relative * b) ||
                     difference <= std::fabs(relative * a) || difference <= absolute);
}

constexpr NativeDef kFunctions[] = {
    {"acos", Unary<"acos", std::acos>, "x, /"},
    {"acosh", Unary<"acosh", std::acosh>, "x, /"},
    {"asin", Unary<"asin", std::asin>, "x, /"},
    {"asinh", Unary<"asinh", std::asinh>, "x, /"},
    {"atan", Unary<"atan", std::atan>, "x, /"},
    {"atan2", Binary<"atan2", std::atan2>, "y, x, /"},
    {"atanh", Unary<"atanh", std::atanh>, "x, /"},
    {"cbrt", Unary<"cbrt", std::cbrt>, "x, /"},
    {"ceil", Ceil, "x, /"},
    {"comb", Comb, "n, k, /"},
    {"copysign", Binary<"copysign", std::copysign>, "x, y, /"},
    {"cos", Unary<"cos", std::cos>, "x, /"},
    {"cosh", Unary<"cosh", std::cosh, Infinite::kRange>, "x, /"},
    {"degrees", Unary<"degrees", Degrees, Infinite::kRange>, "x, /"},
    {"dist", Dist, "p, q, /"},
    {"erf", Unary<"erf", std::erf>, "x, /"},
    {"erfc", Unary<"erfc", std::erfc>, "x, /"},
    {"exp", Unary<"exp", std::exp, Infinite::kRange>, "x, /"},
    {"exp2", Unary<"exp2", std::exp2, Infinite::kRange>, "x, /"},
    {"expm1", Unary<"expm1", std::expm1, Infinite::kRange>, "x, /"},
    {"fabs", Unary<"fabs", std::fabs>, "x, /"},
    {"factorial", Factorial, "n, /"},
    {"floor", Floor, "x, /"},
    {"fma", Fma, "x, y, z, /"},
    {"fmod", Binary<"fmod", Mod>, "x, y, /"},
    {"frexp", FrExp, "x, /"},
    {"fsum", FSum, "seq, /"},
    {"gamma", Unary<"gamma", Gamma, Infinite::kRange>, "x, /"},
    {"gcd", Gcd, "*integers"},
    {"hypot", Hypot, "*coordinates"},
    {"isclose", IsClose, "a, b, *, rel_tol=, abs_tol="},
    {"isfinite", Test<"isfinite", IsFinite>, "x, /"},
    {"isinf", Test<"isinf", IsInf>, "x, /"},
    {"isnan", Test<"isnan", IsNan>, "x, /"},
    {"isqrt", ISqrt, "n, /"},
    {"lcm", Lcm, "*integers"},
    {"ldexp", LdExp, "x, i, /"},
    {"lgamma", LGamma, "x, /"},
    {"log", Log, "x, base=, /"},
    {"log10", Log10, "x, /"},
    {"log1p", Unary<"log1p", std::log1p>, "x, /"},
    {"log2", Log2, "x, /"},
    {"modf", ModF, "x, /"},
    {"nextafter", NextAfter, "x, y, /, *, steps="},
    {"perm", Perm, "n, k=, /"},
    {"pow", Pow, "x, y, /"},
    {"prod", Prod, "iterable, /, *, start="},
    {"radians", Unary<"radians", Radians>, "x, /"},
    {"remainder", Binary<"remainder", Remainder>, "x, y, /"},
    {"sin", Unary<"sin", std::sin>, "x, /"},
    {"sinh", Unary<"sinh", std::sinh, Infinite::kRange>, "x, /"},
    {"sqrt", Unary<"sqrt", std::sqrt>, "x, /"},
    {"sumprod", SumProd, "p, q, /"},
    {"tan", Unary<"tan", std::tan>, "x, /"},
    {"tanh", Unary<"tanh", std::tanh>, "x, /"},
    {"trunc", Trunc, "x, /"},
    {"ulp", Ulp, "x, /"},
    {nullptr, nullptr, nullptr},
};

void Init(Context& cx, Module* module) {
  AddConstant(cx, module, "pi", Value::Double(std::numbers::pi));
  AddConstant(cx, module, "e", Value::Double(std::numbers::e));
  AddConstant(cx, module, "tau", Value::Double(2 * std::numbers::pi));
  AddConstant(cx, module, "inf", Value::Double(std::numeric_limits<double>::infinity()));
  AddConstant(cx, module, "nan", Value::Double(std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace
}  // namespace math

const ModuleDef kMathModule = {"math", math::kFunctions, math::Init};

}  // namespace heddle::lib
