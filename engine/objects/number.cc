#include "objects/number.h"

#include <algorithm>
#include <cmath>

#include "objects/context.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

// The tower: bool and int, float, complex.
enum class Rank : uint8_t { kNone, kInt, kFloat, kComplex };

Rank RankOf(Value v) {
  if (v.IsSmall() || v.IsBool()) return Rank::kInt;
  if (v.IsDouble()) return Rank::kFloat;
  if (!v.IsObject()) return Rank::kNone;
  switch (v.object()->kind) {
    case Kind::kInt: return Rank::kInt;
    case Kind::kFloat: return Rank::kFloat;
    case Kind::kComplex: return Rank::kComplex;
    default: return Rank::kNone;
  }
}

struct Pair {
  double real, imag;
};

// REQUIRES: rank is kInt or kFloat. False with OverflowError pending.
bool AsDouble(Context& cx, Value v, Rank rank, double* out) {
  if (rank == Rank::kFloat) {
    *out = FloatOf(v);
    return true;
  }
  if (IntToDouble(v, out)) return true;
  cx.Raise(Exc::kOverflowError, "int too large to convert to float");
  return false;
}

bool AsPair(Context& cx, Value v, Rank rank, Pair* out) {
  if (rank == Rank::kComplex) {
    *out = {v.As<Complex>()->real, v.As<Complex>()->imag};
    return true;
  }
  out->imag = 0;
  return AsDouble(cx, v, rank, &out->real);
}

Value IntArithmetic(Context& cx, BinaryOp op, Value a, Value b) {
  switch (op) {
    case BinaryOp::kAdd: return IntAdd(cx, a, b);
    case BinaryOp::kSub: return IntSub(cx, a, b);
    case BinaryOp::kMul: return IntMul(cx, a, b);
    case BinaryOp::kTrueDiv: return IntTrueDiv(cx, a, b);
    case BinaryOp::kFloorDiv: return IntFloorDiv(cx, a, b);
    case BinaryOp::kMod: return IntMod(cx, a, b);
    case BinaryOp::kPow: return IntPow(cx, a, b);
    case BinaryOp::kLShift: return IntLShift(cx, a, b);
    case BinaryOp::kRShift: return IntRShift(cx, a, b);
    case BinaryOp::kAnd:
      if (a.IsBool() && b.IsBool()) return Value::Bool(a.IsTrue() && b.IsTrue());
      return IntAnd(cx, a, b);
    case BinaryOp::kOr:
      if (a.IsBool() && b.IsBool()) return Value::Bool(a.IsTrue() || b.IsTrue());
      return IntOr(cx, a, b);
    case BinaryOp::kXor:
      if (a.IsBool() && b.IsBool()) return Value::Bool(a.IsTrue() != b.IsTrue());
      return IntXor(cx, a, b);
    case BinaryOp::kMatMul: return Value::NotImplemented();
  }
  return Value::NotImplemented();
}

Value FloatArithmetic(Context& cx, BinaryOp op, double a, double b) {
  switch (op) {
    case BinaryOp::kAdd: return Value::Double(a + b);
    case BinaryOp::kSub: return Value::Double(a - b);
    case BinaryOp::kMul: return Value::Double(a * b);
    case BinaryOp::kTrueDiv:
      if (b == 0) return cx.Raise(Exc::kZeroDivisionError, "float division by zero");
      return Value::Double(a / b);
    case BinaryOp::kFloorDiv:
      if (b == 0) return cx.Raise(Exc::kZeroDivisionError, "float floor division by zero");
      return Value::Double(FloatFloorDiv(a, b));
    case BinaryOp::kMod:
      if (b == 0) return cx.Raise(Exc::kZeroDivisionError, "float modulo by zero");
      return Value::Double(FloatMod(a, b));
    case BinaryOp::kPow: return FloatPow(cx, a, b);
    default: return Value::NotImplemented();
  }
}

// Smith's method, as CPython's.
Value ComplexDivide(Context& cx, Pair a, Pair b) {
  const double abs_real = std::fabs(b.real);
  const double abs_imag = std::fabs(b.imag);
  if (abs_real >= abs_imag) {
    if (abs_real == 0) return cx.Raise(Exc::kZeroDivisionError, "complex division by zero");
    const double ratio = b.imag / b.real;
    const double denominator = b.real + b.imag * ratio;
    return NewComplex(cx.heap, (a.real + a.imag * ratio) / denominator,
                      (a.imag - a.real * ratio) / denominator);
  }
  if (abs_imag >= abs_real) {
    const double ratio = b.real / b.imag;
    const double denominator = b.real * ratio + b.imag;
    return NewComplex(cx.heap, (a.real * ratio + a.imag) / denominator,
                      (a.imag * ratio - a.real) / denominator);
  }
  return NewComplex(cx.heap, std::nan(""), std::nan(""));
}

Pair Times(Pair a, Pair b) {
  return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// A small whole exponent: by squaring, so that (1+2j)**2 is exact.
Value ComplexPowInt(Context& cx, Pair a, int64_t n) {
  Pair result{1, 0};
  Pair power = a;
  for (uint64_t left = n < 0 ? -n : n; left != 0; left >>= 1) {
    if (left & 1) result = Times(result, power);
    if (left > 1) power = Times(power, power);
  }
  if (n < 0) return ComplexDivide(cx, {1, 0}, result);
  return NewComplex(cx.heap, result.real, result.imag);
}

Value ComplexPow(Context& cx, Pair a, Pair b) {
  if (b.imag == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= 100) {
    if (a.real == 0 && a.imag == 0 && b.real < 0) {
      return cx.Raise(Exc::kZeroDivisionError, "0.0 to a negative or complex power");
    }
    return ComplexPowInt(cx, a, static_cast<int64_t>(b.real));
  }
  if (b.real == 0 && b.imag == 0) return NewComplex(cx.heap, 1, 0);
  if (a.real == 0 && a.imag == 0) {
    if (b.imag != 0 || b.real < 0) {
      return cx.Raise(Exc::kZeroDivisionError, "0.0 to a negative or complex power");
    }
    return NewComplex(cx.heap, 0, 0);
  }
  const double modulus = std::hypot(a.real, a.imag);
  double length = std::pow(modulus, b.real);
  const double angle = std::atan2(a.imag, a.real);
  double phase = angle * b.real;
  if (b.imag != 0) {
    length *= std::exp(-angle * b.imag);
    phase += b.imag * std::log(modulus);
  }
  const Pair result{length * std::cos(phase), length * std::sin(phase)};
  if (std::isinf(result.real) || std::isinf(result.imag)) {
    return cx.Raise(Exc::kOverflowError, "complex exponentiation");
  }
  return NewComplex(cx.heap, result.real, result.imag);
}

Value ComplexArithmetic(Context& cx, BinaryOp op, Pair a, Pair b) {
  switch (op) {
    case BinaryOp::kAdd: return NewComplex(cx.heap, a.real + b.real, a.imag + b.imag);
    case BinaryOp::kSub: return NewComplex(cx.heap, a.real - b.real, a.imag - b.imag);
    case BinaryOp::kMul: {
      const Pair product = Times(a, b);
      return NewComplex(cx.heap, product.real, product.imag);
    }
    case BinaryOp::kTrueDiv: return ComplexDivide(cx, a, b);
    case BinaryOp::kPow: return ComplexPow(cx, a, b);
    default: return Value::NotImplemented();
  }
}

bool Holds(CompareOp op, int order) {
  switch (op) {
    case CompareOp::kLt: return order < 0;
    case CompareOp::kLe: return order <= 0;
    case CompareOp::kEq: return order == 0;
    case CompareOp::kNe: return order != 0;
    case CompareOp::kGt: return order > 0;
    case CompareOp::kGe: return order >= 0;
  }
  return false;
}

bool ComplexEqual(Value a, Rank rank_a, Value b, Rank rank_b) {
  if (rank_a != Rank::kComplex) return ComplexEqual(b, rank_b, a, rank_a);
  const Complex* c = a.As<Complex>();
  if (rank_b == Rank::kComplex) {
    return c->real == b.As<Complex>()->real && c->imag == b.As<Complex>()->imag;
  }
  return c->imag == 0 && NumericEqual(Value::Double(c->real), b);
}

}  // namespace

const char* OperatorText(BinaryOp op) {
  static constexpr const char* kTexts[] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                           "<<", ">>", "&", "|", "^",  "@"};
  return kTexts[static_cast<size_t>(op)];
}

Value Arithmetic(Context& cx, BinaryOp op, Value a, Value b) {
  const Rank rank_a = RankOf(a);
  const Rank rank_b = RankOf(b);
  if (rank_a == Rank::kNone || rank_b == Rank::kNone) return Value::NotImplemented();
  const Rank rank = std::max(rank_a, rank_b);
  if (rank == Rank::kInt) return IntArithmetic(cx, op, a, b);
  if (op > BinaryOp::kPow) return Value::NotImplemented();
  if (rank == Rank::kFloat) {
    double x, y;
    if (!AsDouble(cx, a, rank_a, &x) || !AsDouble(cx, b, rank_b, &y)) return Value::Raised();
    return FloatArithmetic(cx, op, x, y);
  }
  if (op == BinaryOp::kFloorDiv || op == BinaryOp::kMod) return Value::NotImplemented();
  Pair x, y;
  if (!AsPair(cx, a, rank_a, &x) || !AsPair(cx, b, rank_b, &y)) return Value::Raised();
  return ComplexArithmetic(cx, op, x, y);
}

bool OutranksNumber(Value a, Value b) { return RankOf(a) > RankOf(b); }

Value UnaryArithmetic(Context& cx, UnaryOp op, Value a) {
  switch (RankOf(a)) {
    case Rank::kInt:
      switch (op) {
        case UnaryOp::kNeg: return IntNeg(cx, a);
        case UnaryOp::kPos: return IntPlain(cx, a);
        case UnaryOp::kInvert: return IntInvert(cx, a);
        case UnaryOp::kAbs: return IntAbs(cx, a);
      }
      break;
    case Rank::kFloat: {
      const double d = FloatOf(a);
      switch (op) {
        case UnaryOp::kNeg: return Value::Double(-d);
        case UnaryOp::kPos: return Value::Double(d);
        case UnaryOp::kInvert: return Value::NotImplemented();
        case UnaryOp::kAbs: return Value::Double(std::fabs(d));
      }
      break;
    }
    case Rank::kComplex: {
      const Complex* c = a.As<Complex>();
      switch (op) {
        case UnaryOp::kNeg: return NewComplex(cx.heap, -c->real, -c->imag);
        case UnaryOp::kPos: return NewComplex(cx.heap, c->real, c->imag);
        case UnaryOp::kInvert: return Value::NotImplemented();
        case UnaryOp::kAbs: {
          const double length = std::hypot(c->real, c->imag);
          if (std::isinf(length) && std::isfinite(c->real) && std::isfinite(c->imag)) {
            return cx.Raise(Exc::kOverflowError, "absolute value too large");
          }
          return Value::Double(length);
        }
      }
      break;
    }
    case Rank::kNone: break;
  }
  return Value::NotImplemented();
}

Value NumericCompare(Context&, CompareOp op, Value a, Value b) {
  const Rank rank_a = RankOf(a);
  const Rank rank_b = RankOf(b);
  if (rank_a == Rank::kNone || rank_b == Rank::kNone) return Value::NotImplemented();
  if (std::max(rank_a, rank_b) == Rank::kComplex) {
    if (op != CompareOp::kEq && op != CompareOp::kNe) return Value::NotImplemented();
    return Value::Bool(ComplexEqual(a, rank_a, b, rank_b) == (op == CompareOp::kEq));
  }
  if (rank_a == Rank::kInt && rank_b == Rank::kInt) return Value::Bool(Holds(op, IntCompare(a, b)));
  if (rank_a == Rank::kFloat && rank_b == Rank::kFloat) {
    const double x = FloatOf(a);
    const double y = FloatOf(b);
    if (std::isnan(x) || std::isnan(y)) return Value::Bool(op == CompareOp::kNe);
    return Value::Bool(Holds(op, x < y ? -1 : x > y));
  }
  const double d = FloatOf(rank_a == Rank::kFloat ? a : b);
  if (std::isnan(d)) return Value::Bool(op == CompareOp::kNe);
  const int order = rank_a == Rank::kInt ? IntCompareDouble(a, d) : -IntCompareDouble(b, d);
  return Value::Bool(Holds(op, order));
}

Value NumericDivMod(Context& cx, Value a, Value b) {
  const Rank rank_a = RankOf(a);
  const Rank rank_b = RankOf(b);
  const Rank rank = std::max(rank_a, rank_b);
  if (rank_a == Rank::kNone || rank_b == Rank::kNone || rank == Rank::kComplex) {
    return Value::NotImplemented();
  }
  Value quotient, remainder;
  if (rank == Rank::kInt) {
    if (!IntDivMod(cx, a, b, &quotient, &remainder)) return Value::Raised();
  } else {
    double x, y;
    if (!AsDouble(cx, a, rank_a, &x) || !AsDouble(cx, b, rank_b, &y)) return Value::Raised();
    if (y == 0) return cx.Raise(Exc::kZeroDivisionError, "float divmod()");
    quotient = Value::Double(FloatFloorDiv(x, y));
    remainder = Value::Double(FloatMod(x, y));
  }
  return Value::Of(NewTuple(cx.heap, {quotient, remainder}));
}

Value NumericPowMod(Context& cx, Value a, Value b, Value modulus) {
  const Rank rank_a = RankOf(a);
  const Rank rank_b = RankOf(b);
  const Rank rank_m = RankOf(modulus);
  if (rank_a == Rank::kNone || rank_b == Rank::kNone || rank_m == Rank::kNone) {
    return Value::NotImplemented();
  }
  const Rank rank = std::max({rank_a, rank_b, rank_m});
  if (rank == Rank::kInt) return IntPowMod(cx, a, b, modulus);
  if (rank == Rank::kFloat) {
    return cx.Raise(Exc::kTypeError,
                    "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return cx.Raise(Exc::kValueError, "complex modulo");
}

int64_t NumericHash(Value v) {
  if (v.IsSmall()) {
    const int64_t small = v.small();
    return small == -1 ? -2 : small;
  }
  switch (RankOf(v)) {
    case Rank::kFloat: return FloatHash(FloatOf(v));
    case Rank::kComplex: return ComplexHash(v.As<Complex>());
    default: return IntHash(v);
  }
}

bool NumericEqual(Value a, Value b) {
  const Rank rank_a = RankOf(a);
  const Rank rank_b = RankOf(b);
  if (rank_a == Rank::kComplex || rank_b == Rank::kComplex) {
    return ComplexEqual(a, rank_a, b, rank_b);
  }
  if (rank_a == Rank::kInt && rank_b == Rank::kInt) return IntCompare(a, b) == 0;
  if (rank_a == Rank::kFloat && rank_b == Rank::kFloat) return FloatOf(a) == FloatOf(b);
  const double d = FloatOf(rank_a == Rank::kFloat ? a : b);
  return !std::isnan(d) && IntCompareDouble(rank_a == Rank::kFloat ? b : a, d) == 0;
}

bool NumberToDouble(Context& cx, Value v, double* out, bool* is_number) {
  const Rank rank = RankOf(v);
  *is_number = rank == Rank::kInt || rank == Rank::kFloat;
  return *is_number && AsDouble(cx, v, rank, out);
}

Value RaiseNotInteger(Context& cx, Value v, std::string_view message) {
  cx.wants_index = TypeOf(cx, v)->special(Special::kIndex).IsUndefined() ? Value() : v;
  return cx.Raise(Exc::kTypeError, message);
}

Value RaiseNotInteger(Context& cx, Value v) {
  return RaiseNotInteger(
      cx, v, fmt::format("'{}' object cannot be interpreted as an integer", TypeName(cx, v)));
}

bool ToInt64(Context& cx, Value v, int64_t* out) {
  if (v.IsSmall()) {
    *out = v.small();
    return true;
  }
  if (!IsInt(v)) {
    RaiseNotInteger(cx, v);
    return false;
  }
  if (IntToInt64(v, out)) return true;
  cx.Raise(Exc::kOverflowError, "cannot fit 'int' into an index-sized integer");
  return false;
}

}  // namespace heddle
