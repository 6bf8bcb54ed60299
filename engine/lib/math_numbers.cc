// math: functions of ints and of sequences.
#include <algorithm>
#include <cmath>
#include <vector>

#include "lib/math_natives.h"
#include "lib/text_natives.h"

namespace heddle::lib::math {

namespace {

// An int argument; other values with __index__ are left to Retry().
bool Whole(Context& cx, Value v) {
  cx.pending = Value::Undefined();
  if (IsInt(v)) return true;
  if (TypeOf(cx, v)->special(Special::kIndex).IsUndefined()) {
    cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer", TypeName(cx, v));
  }
  return false;
}

// first * (first + 1) * … * last, by halves, so that the factors stay of like size.
Value Product(Context& cx, int64_t first, int64_t last) {
  if (first > last) return Value::Small(1);
  if (last - first < 16) {
    Value result = Value::Small(first);
    for (int64_t i = first + 1; i <= last; ++i) result = IntMul(cx, result, Value::Small(i));
    return result;
  }
  const int64_t middle = first + (last - first) / 2;
  return IntMul(cx, Product(cx, first, middle), Product(cx, middle + 1, last));
}

// Items of an iterable; false: pending, or the library's part must make a list of it first.
bool Items(Context& cx, Value iterable, std::vector<Value>* items) {
  cx.pending = Value::Undefined();
  return SequenceItems(cx, iterable, items);
}

Value WithList(Context& cx, const char* function, Args args) {
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return cx.TailCall(Library::kMathSequence,
                     {cx.NewString(function), args[0], OrNone(args.Opt(1))});
}

}  // namespace

Value Factorial(Context& cx, Args args) {
  if (!Whole(cx, args[0])) return Retry(cx, "factorial", args);
  if (IntSign(args[0]) < 0) {
    return cx.Raise(Exc::kValueError, "factorial() not defined for negative values");
  }
  int64_t n;
  if (!IntToInt64(args[0], &n)) {
    return cx.Raise(Exc::kOverflowError, "factorial() argument should not exceed {}",
                    std::numeric_limits<int64_t>::max());
  }
  if (n > 1 << 24) return cx.Raise(Exc::kMemoryError, "");
  return Product(cx, 1, n);
}

Value Comb(Context& cx, Args args) {
  if (!Whole(cx, args[0]) || !Whole(cx, args[1])) return Retry(cx, "comb", args);
  if (IntSign(args[0]) < 0) {
    return cx.Raise(Exc::kValueError, "n must be a non-negative integer");
  }
  if (IntSign(args[1]) < 0) {
    return cx.Raise(Exc::kValueError, "k must be a non-negative integer");
  }
  if (IntCompare(args[1], args[0]) > 0) return Value::Small(0);
  const Value other = IntSub(cx, args[0], args[1]);
  int64_t k;
  if (!IntToInt64(IntCompare(other, args[1]) < 0 ? other : args[1], &k)) {
    return cx.Raise(Exc::kOverflowError, "min(n - k, k) must not exceed {}",
                    std::numeric_limits<int64_t>::max());
  }
  Value result = Value::Small(1);
  for (int64_t i = 0; i < k; ++i) {
    result = IntMul(cx, result, IntSub(cx, args[0], Value::Small(i)));
    result = IntFloorDiv(cx, result, Value::Small(i + 1));
  }
  return result;
}

Value Perm(Context& cx, Args args) {
  if (!Given(args.Opt(1))) return Factorial(cx, {args.data, 1});
  if (!Whole(cx, args[0]) || !Whole(cx, args[1])) return Retry(cx, "perm", args);
  if (IntSign(args[0]) < 0) {
    return cx.Raise(Exc::kValueError, "n must be a non-negative integer");
  }
  if (IntSign(args[1]) < 0) {
    return cx.Raise(Exc::kValueError, "k must be a non-negative integer");
  }
  if (IntCompare(args[1], args[0]) > 0) return Value::Small(0);
  int64_t k;
  if (!IntToInt64(args[1], &k)) {
    return cx.Raise(Exc::kOverflowError, "k must not exceed {}",
                    std::numeric_limits<int64_t>::max());
  }
  Value result = Value::Small(1);
  for (int64_t i = 0; i < k; ++i) {
    result = IntMul(cx, result, IntSub(cx, args[0], Value::Small(i)));
  }
  return result;
}

Value Gcd(Context& cx, Args args) {
  Value result = Value::Small(0);
  for (uint32_t i = 0; i < args.count; ++i) {
    if (!Whole(cx, args[i])) return Retry(cx, "gcd", args);
    result = IntGcd(cx, result, args[i]);
  }
  return result;
}

Value Lcm(Context& cx, Args args) {
  Value result = Value::Small(1);
  for (uint32_t i = 0; i < args.count; ++i) {
    if (!Whole(cx, args[i])) return Retry(cx, "lcm", args);
    if (IntSign(args[i]) == 0 || IntSign(result) == 0) {
      result = Value::Small(0);
      continue;
    }
    const Value gcd = IntGcd(cx, result, args[i]);
    result = IntAbs(cx, IntMul(cx, IntFloorDiv(cx, result, gcd), args[i]));
  }
  return result;
}

Value ISqrt(Context& cx, Args args) {
  if (!Whole(cx, args[0])) return Retry(cx, "isqrt", args);
  if (IntSign(args[0]) < 0) {
    return cx.Raise(Exc::kValueError, "isqrt() argument must be nonnegative");
  }
  return IntSqrt(cx, args[0]);
}

// Shewchuk's exact summation: partial sums that do not overlap, rounded once at the end.
Value FSum(Context& cx, Args args) {
  std::vector<Value> items;
  if (!Items(cx, args[0], &items)) return WithList(cx, "fsum", args);
  std::vector<double> partials;
  double special = 0, infinities = 0;
  for (Value item : items) {
    double x;
    if (!Real(cx, item, &x)) {
      return WithList(cx, "fsum", args);
    }
    const double given = x;
    size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y;
      const double low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    if (x == 0) continue;
    if (std::isfinite(x)) {
      partials.push_back(x);
      continue;
    }
    if (std::isfinite(given)) return cx.Raise(Exc::kOverflowError, "intermediate overflow in fsum");
    if (std::isinf(given)) infinities += given;
    special += given;
    partials.clear();
  }
  if (special != 0) {
    if (std::isnan(infinities)) return cx.Raise(Exc::kValueError, "-inf + inf in fsum");
    return Value::Double(special);
  }
  if (partials.empty()) return Value::Double(0);
  double high = partials.back();
  partials.pop_back();
  double low = 0;
  while (!partials.empty()) {
    const double x = high;
    const double y = partials.back();
    partials.pop_back();
    high = x + y;
    low = y - (high - x);
    if (low != 0) break;
  }
  // Half to even across the partials that are left.
  if (!partials.empty() && ((low < 0 && partials.back() < 0) || (low > 0 && partials.back() > 0))) {
    const double twice = low * 2;
    const double up = high + twice;
    if (twice == up - high) high = up;
  }
  return Value::Double(high);
}

Value Prod(Context& cx, Args args) {
  std::vector<Value> items;
  if (!Items(cx, args[0], &items)) return WithList(cx, "prod", args);
  Value result = args.Opt(1).IsUndefined() ? Value::Small(1) : args[1];
  for (Value item : items) {
    const Value next = Arithmetic(cx, BinaryOp::kMul, result, item);
    if (next.IsNotImplemented()) return WithList(cx, "prod", args);
    if (next.IsUndefined()) return next;
    result = next;
  }
  return result;
}

Value SumProd(Context& cx, Args args) {
  std::vector<Value> p, q;
  if (!Items(cx, args[0], &p) || !Items(cx, args[1], &q)) return WithList(cx, "sumprod", args);
  if (p.size() != q.size()) return cx.Raise(Exc::kValueError, "Inputs are not the same length");
  Value total = Value::Small(0);
  for (size_t i = 0; i < p.size(); ++i) {
    const Value product = Arithmetic(cx, BinaryOp::kMul, p[i], q[i]);
    if (product.IsNotImplemented()) return WithList(cx, "sumprod", args);
    if (product.IsUndefined()) return product;
    total = Arithmetic(cx, BinaryOp::kAdd, total, product);
    if (total.IsUndefined()) return total;
  }
  return total;
}

namespace {

// The Euclidean norm: scaled by the largest, summed with the lost low parts, corrected once.
double Norm(const std::vector<double>& xs) {
  double largest = 0;
  bool nan = false;
  for (double x : xs) {
    if (std::isinf(x)) return std::numeric_limits<double>::infinity();
    nan = nan || std::isnan(x);
    largest = std::max(largest, std::fabs(x));
  }
  if (nan) return std::numeric_limits<double>::quiet_NaN();
  if (largest == 0 || xs.size() == 1) return largest;
  int exponent;
  std::frexp(largest, &exponent);
  const auto square = [](double x, double* low) {
    const double high = x * x;
    *low = std::fma(x, x, -high);
    return high;
  };
  double sum = 1, lost_squares = 0, lost_sums = 0;
  const auto add = [&](double high, double low) {
    const double next = sum + high;
    lost_sums += high - (next - sum);
    lost_squares += low;
    sum = next;
  };
  for (double x : xs) {
    double low;
    const double high = square(std::ldexp(x, -exponent), &low);
    add(high, low);
  }
  double root = std::sqrt(sum - 1.0 + (lost_squares + lost_sums));
  double low;
  const double high = square(root, &low);
  add(-high, -low);
  root += (sum - 1.0 + (lost_squares + lost_sums)) / (2.0 * root);
  return std::ldexp(root, exponent);
}

}  // namespace

Value Hypot(Context& cx, Args args) {
  std::vector<double> xs(args.count);
  for (uint32_t i = 0; i < args.count; ++i) {
    if (!Real(cx, args[i], &xs[i])) return Retry(cx, "hypot", args);
  }
  return Value::Double(Norm(xs));
}

Value Dist(Context& cx, Args args) {
  std::vector<Value> p, q;
  if (!Items(cx, args[0], &p) || !Items(cx, args[1], &q)) return WithList(cx, "dist", args);
  if (p.size() != q.size()) {
    return cx.Raise(Exc::kValueError, "both points must have the same number of dimensions");
  }
  std::vector<double> xs(p.size());
  for (size_t i = 0; i < p.size(); ++i) {
    double a, b;
    if (!Real(cx, p[i], &a) || !Real(cx, q[i], &b)) return WithList(cx, "dist", args);
    xs[i] = a - b;
  }
  return Value::Double(Norm(xs));
}

}  // namespace heddle::lib::math
