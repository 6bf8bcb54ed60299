// complex.
#include "lib/comparison_rows.h"
#include "lib/number_natives.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/number_format.h"
#include "objects/shape.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

const Complex* Self(Args args) { return args[0].As<Complex>(); }

// False when the value is no plain number, or with an exception pending.
bool Parts(Context& cx, Value v, double* real, double* imag) {
  *imag = 0;
  if (v.Is(Kind::kComplex)) {
    *real = v.As<Complex>()->real;
    *imag = v.As<Complex>()->imag;
    return true;
  }
  bool is_number;
  return NumberToDouble(cx, v, real, &is_number);
}

Value New(Context& cx, Args args) {
  Type* type = args[0].As<Type>();
  const Value real = args.Opt(1);
  const Value imag = args.Opt(2);
  Value result;
  if (IsStr(real)) {
    if (!imag.IsUndefined()) {
      return cx.Raise(Exc::kTypeError, "complex() can't take second arg if first is a string");
    }
    result = ComplexFromStr(cx, Text(real));
    if (result.IsUndefined()) return result;
  } else {
    if (IsStr(imag)) return cx.Raise(Exc::kTypeError, "complex() second arg can't be a string");
    cx.pending = Value::Undefined();
    const bool itself = real.Is(Kind::kComplex) && (real.object()->flags & kSubclass) == 0 &&
                        imag.IsUndefined() && !type->Has(kHeapType);
    if (itself) return real;
    double a = 0, b = 0, c = 0, d = 0;
    const bool simple = (real.IsUndefined() || Parts(cx, real, &a, &b)) &&
                        (imag.IsUndefined() || Parts(cx, imag, &c, &d));
    if (!simple) {
      if (!cx.pending.IsUndefined()) return Value::Raised();
      if (imag.IsUndefined()) return cx.TailCall(Library::kComplexNew, {args[0], real});
      const Value first = real.IsUndefined() ? Value::Small(0) : real;
      return cx.TailCall(Library::kComplexNew, {args[0], first, imag});
    }
    // Only parts that were given count: complex(1, -0.0) keeps the sign of its zero.
    if (imag.Is(Kind::kComplex)) a -= d;
    if (imag.IsUndefined()) {
      c = b;
    } else if (real.Is(Kind::kComplex)) {
      c += b;
    }
    result = NewComplex(cx.heap, a, c);
  }
  return type->Has(kHeapType) ? CopyAsSubclass(cx, result, type) : result;
}

Value Repr(Context& cx, Args args) { return Value::Of(ComplexRepr(cx, Self(args))); }
Value Bool(Context&, Args args) {
  return Value::Bool(Self(args)->real != 0 || Self(args)->imag != 0);
}
Value Itself(Context& cx, Args args) {
  return NewComplex(cx.heap, Self(args)->real, Self(args)->imag);
}
Value Conjugate(Context& cx, Args args) {
  return NewComplex(cx.heap, Self(args)->real, -Self(args)->imag);
}
Value Real(Context&, Args args) { return Value::Double(Self(args)->real); }
Value Imag(Context&, Args args) { return Value::Double(Self(args)->imag); }
Value Format(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "__format__() argument must be str, not {}",
                    TypeName(cx, args[1]));
  }
  if (IsPlainFormat(args)) return cx.TailCall(Library::kStr, {args[0]});
  return FormatComplex(cx, args[0], Text(args[1]));
}
Value GetNewArgs(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {Real(cx, args), Imag(cx, args)}));
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, real=, imag="},
    {"__repr__", Repr, "self, /"},
    {"__hash__", NumberHash, "self, /"},
    {"__bool__", Bool, "self, /"},
    {"__complex__", Itself, "self, /"},
    {"__format__", Format, "self, format_spec, /"},
    {"__getnewargs__", GetNewArgs, "self, /"},
    COMPARISON_ROWS(Compared),
    {"__neg__", Unary<UnaryOp::kNeg>, "self, /"},
    {"__pos__", Unary<UnaryOp::kPos>, "self, /"},
    {"__abs__", Unary<UnaryOp::kAbs>, "self, /"},
    {"__add__", Binary<BinaryOp::kAdd>, "self, value, /"},
    {"__sub__", Binary<BinaryOp::kSub>, "self, value, /"},
    {"__mul__", Binary<BinaryOp::kMul>, "self, value, /"},
    {"__truediv__", Binary<BinaryOp::kTrueDiv>, "self, value, /"},
    {"__pow__", PowerOf, "self, value, mod=, /"},
    {"__radd__", Reflected<BinaryOp::kAdd>, "self, value, /"},
    {"__rsub__", Reflected<BinaryOp::kSub>, "self, value, /"},
    {"__rmul__", Reflected<BinaryOp::kMul>, "self, value, /"},
    {"__rtruediv__", Reflected<BinaryOp::kTrueDiv>, "self, value, /"},
    {"__rpow__", Reflected<BinaryOp::kPow>, "self, value, mod=, /"},
    {"conjugate", Conjugate, "self, /"},
    {nullptr, nullptr, nullptr},
};

constexpr GetSetDef kGetSets[] = {
    {"real", Real, nullptr},
    {"imag", Imag, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kComplexType = {
    "complex", "builtins", Kind::kComplex,  kMethods,
    kGetSets,  0,          sizeof(Complex), "Create a complex number from a string or numbers."};

}  // namespace heddle::lib
