// float.
#include <cmath>

#include "lib/comparison_rows.h"
#include "lib/number_natives.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/number_format.h"
#include "objects/shape.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

double Self(Args args) { return FloatOf(args[0]); }

bool HasOwnFloat(Context& cx, Value x) {
  const Type* type = TypeOf(cx, x);
  return type->Has(kHeapType) && (!type->special(Special::kFloat).IsUndefined() ||
                                  !type->special(Special::kIndex).IsUndefined());
}

Value New(Context& cx, Args args) {
  Type* type = args[0].As<Type>();
  const Value x = args.Opt(1);
  const bool plain = !x.IsObject() || (x.object()->flags & kSubclass) == 0;
  Value result;
  double d;
  std::string storage;
  if (x.IsUndefined()) {
    result = Value::Double(0);
  } else if (x.IsDouble()) {
    result = x;
  } else if (IsStr(x) && !HasOwnFloat(cx, x)) {
    result = FloatFromStr(cx, Text(x));
  } else if (IsBytesLike(x) && !HasOwnFloat(cx, x)) {
    result = FloatFromText(cx, BytesView(x, &storage), x);
  } else if (IsInt(x) && plain) {
    if (!IntToDouble(x, &d)) {
      return cx.Raise(Exc::kOverflowError, "int too large to convert to float");
    }
    result = Value::Double(d);
  } else {
    return cx.TailCall(Library::kFloatNew, {args[0], x});
  }
  if (result.IsUndefined() || result == Value::TailCall()) return result;
  return type->Has(kHeapType) ? CopyAsSubclass(cx, result, type) : result;
}

Value Repr(Context& cx, Args args) { return Value::Of(FloatRepr(cx, Self(args))); }
Value Bool(Context&, Args args) { return Value::Bool(Self(args) != 0); }
Value Itself(Context&, Args args) { return Value::Double(Self(args)); }
Value Trunc(Context& cx, Args args) { return IntFromDouble(cx, Self(args)); }
Value Floor(Context& cx, Args args) { return IntFromDouble(cx, std::floor(Self(args))); }
Value Ceil(Context& cx, Args args) { return IntFromDouble(cx, std::ceil(Self(args))); }

Value Round(Context& cx, Args args) {
  if (!Given(args.Opt(1))) return FloatRoundToInt(cx, Self(args));
  if (!IsInt(args[1])) {
    return RaiseNotInteger(cx, args[1]);
  }
  return FloatRound(cx, Self(args), IntToInt64Clamped(args[1]));
}

Value Format(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "__format__() argument must be str, not {}",
                    TypeName(cx, args[1]));
  }
  if (IsPlainFormat(args)) return cx.TailCall(Library::kStr, {args[0]});
  return FormatFloat(cx, args[0], Text(args[1]));
}

Value IsInteger(Context&, Args args) {
  const double d = Self(args);
  return Value::Bool(std::isfinite(d) && std::floor(d) == d);
}
Value AsIntegerRatio(Context& cx, Args args) { return FloatAsIntegerRatio(cx, Self(args)); }
Value Hex(Context& cx, Args args) { return cx.NewString(FloatHex(Self(args))); }

Value FromHex(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "bad argument type for built-in operation");
  }
  std::string storage;
  const Value result = FloatFromHex(cx, StrView(Text(args[1]), &storage));
  if (result.IsUndefined() || !args[0].As<Type>()->Has(kHeapType)) return result;
  return cx.TailCall(args[0], {result});
}

Value Zero(Context&, Args) { return Value::Double(0); }
Value GetNewArgs(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {Itself(cx, args)}));
}
Value GetFormat(Context& cx, Args) { return cx.NewString("IEEE, little-endian"); }

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, x=, /"},
    {"__repr__", Repr, "self, /"},
    {"__hash__", NumberHash, "self, /"},
    {"__bool__", Bool, "self, /"},
    {"__int__", Trunc, "self, /"},
    {"__float__", Itself, "self, /"},
    {"__trunc__", Trunc, "self, /"},
    {"__floor__", Floor, "self, /"},
    {"__ceil__", Ceil, "self, /"},
    {"__round__", Round, "self, ndigits=, /"},
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
    {"__floordiv__", Binary<BinaryOp::kFloorDiv>, "self, value, /"},
    {"__mod__", Binary<BinaryOp::kMod>, "self, value, /"},
    {"__divmod__", DivMod, "self, value, /"},
    {"__pow__", PowerOf, "self, value, mod=, /"},
    {"__radd__", Reflected<BinaryOp::kAdd>, "self, value, /"},
    {"__rsub__", Reflected<BinaryOp::kSub>, "self, value, /"},
    {"__rmul__", Reflected<BinaryOp::kMul>, "self, value, /"},
    {"__rtruediv__", Reflected<BinaryOp::kTrueDiv>, "self, value, /"},
    {"__rfloordiv__", Reflected<BinaryOp::kFloorDiv>, "self, value, /"},
    {"__rmod__", Reflected<BinaryOp::kMod>, "self, value, /"},
    {"__rdivmod__", RDivMod, "self, value, /"},
    {"__rpow__", Reflected<BinaryOp::kPow>, "self, value, mod=, /"},
    {"conjugate", Itself, "self, /"},
    {"is_integer", IsInteger, "self, /"},
    {"as_integer_ratio", AsIntegerRatio, "self, /"},
    {"hex", Hex, "self, /"},
    {"fromhex", FromHex, "cls, string, /"},
    {"__getformat__", GetFormat, "cls, typestr, /"},
    {nullptr, nullptr, nullptr},
};

constexpr GetSetDef kGetSets[] = {
    {"real", Itself, nullptr},
    {"imag", Zero, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kFloatType = {
    "float",  "builtins", Kind::kFloat,  kMethods,
    kGetSets, 0,          sizeof(Float), "Convert a string or number to a floating-point number."};

}  // namespace heddle::lib
