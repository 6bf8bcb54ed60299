// int and bool.
#include "lib/comparison_rows.h"
#include "lib/number_natives.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/number_format.h"
#include "objects/room.h"
#include "objects/shape.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

// What int(x) gives for a builtin x; Undefined with nothing pending when x needs Python code.
Value Convert(Context& cx, Value x) {
  if (IsInt(x)) return IntPlain(cx, x);
  if (x.IsDouble()) return IntFromDouble(cx, x.dbl());
  if (IsStr(x)) return IntFromStr(cx, Text(x), 10);
  if (IsBytesLike(x)) {
    std::string storage;
    return IntFromText(cx, BytesView(x, &storage), 10, x);
  }
  return Value::Undefined();
}

// A subclass may have its own __int__: what lacks one, and plain builtins, are converted here.
bool HasOwnInt(Context& cx, Value x) {
  if (!x.IsObject() || (x.object()->flags & kSubclass) == 0) return false;
  if (!IsStr(x) && !IsBytesLike(x)) return true;
  const Type* type = TypeOf(cx, x);
  return !type->special(Special::kInt).IsUndefined() ||
         !type->special(Special::kIndex).IsUndefined();
}

Value WithBase(Context& cx, Value x, Value base_value) {
  int64_t base;
  if (IsInt(base_value)) {
    base = IntToInt64Clamped(base_value);
  } else if (!ToInt64(cx, base_value, &base)) {
    return Value::Raised();
  }
  if (base != 0 && (base < 2 || base > 36)) {
    return cx.Raise(Exc::kValueError, "int() base must be >= 2 and <= 36, or 0");
  }
  if (IsStr(x)) return IntFromStr(cx, Text(x), static_cast<int>(base));
  if (IsBytesLike(x) && !x.Is(Kind::kMemoryView)) {
    std::string storage;
    return IntFromText(cx, BytesView(x, &storage), static_cast<int>(base), x);
  }
  return cx.Raise(Exc::kTypeError, "int() can't convert non-string with explicit base");
}

Value IntNew(Context& cx, Args args) {
  Type* type = args[0].As<Type>();
  const Value x = args.Opt(1);
  Value result;
  if (!args.Opt(2).IsUndefined()) {
    if (x.IsUndefined()) return cx.Raise(Exc::kTypeError, "int() missing string argument");
    if (!IsInt(args[2]) && !TypeOf(cx, args[2])->special(Special::kIndex).IsUndefined()) {
      return cx.TailCall(Library::kRarely, {cx.NewString("int_with_base"), args[0], x, args[2]});
    }
    result = WithBase(cx, x, args[2]);
  } else if (x.IsUndefined()) {
    result = Value::Small(0);
  } else {
    cx.pending = Value::Undefined();
    if (!HasOwnInt(cx, x)) result = Convert(cx, x);
    if (result.IsUndefined() && cx.pending.IsUndefined()) {
      return cx.TailCall(Library::kIntNew, {args[0], x});
    }
  }
  if (result.IsUndefined() || result == Value::TailCall()) return result;
  return type->Has(kHeapType) ? CopyAsSubclass(cx, result, type) : result;
}

Value IntReprMethod(Context& cx, Args args) {
  Str* text = IntRepr(cx, args[0]);
  return text == nullptr ? Value::Raised() : Value::Of(text);
}

Value IntItself(Context& cx, Args args) { return IntPlain(cx, args[0]); }
Value IntBool(Context&, Args args) { return Value::Bool(IntSign(args[0]) != 0); }
Value IntFloat(Context& cx, Args args) {
  double d;
  if (IntToDouble(args[0], &d)) return Value::Double(d);
  return cx.Raise(Exc::kOverflowError, "int too large to convert to float");
}

// To the nearest multiple of 10**-digits, half to even.
Value IntRound(Context& cx, Args args) {
  const Value self = IntPlain(cx, args[0]);
  if (args.Opt(1).IsUndefined()) return self;
  if (!IsInt(args[1])) {
    return RaiseNotInteger(cx, args[1]);
  }
  const Value digits = args[1];
  if (IntSign(digits) >= 0) return self;
  const int64_t places = -IntToInt64Clamped(digits);
  if (places > static_cast<int64_t>(IntBitLength(self)) || places < 0) return Value::Small(0);
  const Value unit = IntPow(cx, Value::Small(10), Value::Small(places));
  Value quotient, remainder;
  IntDivMod(cx, self, unit, &quotient, &remainder);
  const int order = IntCompare(IntAdd(cx, remainder, remainder), unit);
  const bool up = order > 0 || (order == 0 && IntIsOdd(quotient));
  if (up) quotient = IntAdd(cx, quotient, Value::Small(1));
  return IntMul(cx, quotient, unit);
}

Value IntFormat(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "__format__() argument must be str, not {}",
                    TypeName(cx, args[1]));
  }
  if (IsPlainFormat(args)) return cx.TailCall(Library::kStr, {args[0]});
  return FormatInt(cx, args[0], Text(args[1]));
}

Value BitLength(Context& cx, Args args) { return IntFromUint64(cx.heap, IntBitLength(args[0])); }
Value BitCount(Context& cx, Args args) { return IntFromUint64(cx.heap, IntBitCount(args[0])); }
Value IsInteger(Context&, Args) { return Value::True(); }
Value AsIntegerRatio(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {IntPlain(cx, args[0]), Value::Small(1)}));
}
Value Zero(Context&, Args) { return Value::Small(0); }
Value One(Context&, Args) { return Value::Small(1); }
Value GetNewArgs(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {IntPlain(cx, args[0])}));
}

// 'big' (the default) or 'little'; false with an exception pending.
bool ByteOrder(Context& cx, const char* method, Value v, bool* big) {
  *big = true;
  if (v.IsUndefined()) return true;
  if (!IsStr(v)) {
    cx.Raise(Exc::kTypeError, "{}() argument 'byteorder' must be str, not {}", method,
             TypeName(cx, v));
    return false;
  }
  std::string storage;
  const std::string_view name = StrView(Text(v), &storage);
  if (name == "little") *big = false;
  if (name == "little" || name == "big") return true;
  cx.Raise(Exc::kValueError, "byteorder must be either 'little' or 'big'");
  return false;
}

Value ToBytes(Context& cx, Args args) {
  int64_t length;
  bool big;
  if (!OptionalInt(cx, args.Opt(1), 1, &length)) return Value::Raised();
  if (!ByteOrder(cx, "to_bytes", args.Opt(2), &big)) return Value::Raised();
  if (length < 0) return cx.Raise(Exc::kValueError, "length argument must be non-negative");
  if (!CheckRoom(cx, static_cast<uint64_t>(length))) return Value::Raised();
  Bytes* bytes = NewBytesRaw(cx.heap, static_cast<uint32_t>(length));
  const std::span<uint8_t> out(bytes->data(), bytes->length);
  if (!IntToBytes(cx, args[0], out, big, Flag(cx, args.Opt(3), false))) return Value::Raised();
  return Value::Of(bytes);
}

Value FromBytes(Context& cx, Args args) {
  bool big;
  if (!ByteOrder(cx, "from_bytes", args.Opt(2), &big)) return Value::Raised();
  std::string data;
  std::vector<Value> items;
  if (IsBytesLike(args[1])) {
    data = BytesCopy(args[1]);
  } else if (!IsStr(args[1]) && SequenceItems(cx, args[1], &items)) {
    for (Value item : items) {
      int64_t byte;
      if (!ToInt64(cx, item, &byte)) return Value::Raised();
      if (byte < 0 || byte > 255) {
        return cx.Raise(Exc::kValueError, "bytes must be in range(0, 256)");
      }
      data.push_back(static_cast<char>(byte));
    }
  } else {
    return cx.Raise(Exc::kTypeError, "cannot convert '{}' object to bytes", TypeName(cx, args[1]));
  }
  const std::span<const uint8_t> bytes(reinterpret_cast<const uint8_t*>(data.data()), data.size());
  const Value result = IntFromBytes(cx, bytes, big, Flag(cx, args.Opt(3), false));
  if (args[0].As<Type>()->Has(kHeapType)) return cx.TailCall(args[0], {result});
  return result;
}

Value BoolNew(Context& cx, Args args) {
  if (args.Opt(1).IsUndefined()) return Value::False();
  switch (TryTruth(cx, args[1])) {
    case Tri::kTrue: return Value::True();
    case Tri::kFalse: return Value::False();
    case Tri::kRaised: return Value::Raised();
    case Tri::kPython: break;
  }
  return cx.TailCall(Library::kBool, {args[1]});
}

Value BoolRepr(Context& cx, Args args) { return cx.NewString(args[0].IsTrue() ? "True" : "False"); }

constexpr NativeDef kIntMethods[] = {
    {"__new__", IntNew, "cls, x=, /, base="},
    {"__repr__", IntReprMethod, "self, /"},
    {"__hash__", NumberHash, "self, /"},
    {"__bool__", IntBool, "self, /"},
    {"__int__", IntItself, "self, /"},
    {"__index__", IntItself, "self, /"},
    {"__float__", IntFloat, "self, /"},
    {"__trunc__", IntItself, "self, /"},
    {"__floor__", IntItself, "self, /"},
    {"__ceil__", IntItself, "self, /"},
    {"__round__", IntRound, "self, ndigits=, /"},
    {"__format__", IntFormat, "self, format_spec, /"},
    {"__getnewargs__", GetNewArgs, "self, /"},
    COMPARISON_ROWS(Compared),
    {"__neg__", Unary<UnaryOp::kNeg>, "self, /"},
    {"__pos__", Unary<UnaryOp::kPos>, "self, /"},
    {"__invert__", Unary<UnaryOp::kInvert>, "self, /"},
    {"__abs__", Unary<UnaryOp::kAbs>, "self, /"},
    {"__add__", Binary<BinaryOp::kAdd>, "self, value, /"},
    {"__sub__", Binary<BinaryOp::kSub>, "self, value, /"},
    {"__mul__", Binary<BinaryOp::kMul>, "self, value, /"},
    {"__truediv__", Binary<BinaryOp::kTrueDiv>, "self, value, /"},
    {"__floordiv__", Binary<BinaryOp::kFloorDiv>, "self, value, /"},
    {"__mod__", Binary<BinaryOp::kMod>, "self, value, /"},
    {"__divmod__", DivMod, "self, value, /"},
    {"__pow__", PowerOf, "self, value, mod=, /"},
    {"__lshift__", Binary<BinaryOp::kLShift>, "self, value, /"},
    {"__rshift__", Binary<BinaryOp::kRShift>, "self, value, /"},
    {"__and__", Binary<BinaryOp::kAnd>, "self, value, /"},
    {"__or__", Binary<BinaryOp::kOr>, "self, value, /"},
    {"__xor__", Binary<BinaryOp::kXor>, "self, value, /"},
    {"__radd__", Reflected<BinaryOp::kAdd>, "self, value, /"},
    {"__rsub__", Reflected<BinaryOp::kSub>, "self, value, /"},
    {"__rmul__", Reflected<BinaryOp::kMul>, "self, value, /"},
    {"__rtruediv__", Reflected<BinaryOp::kTrueDiv>, "self, value, /"},
    {"__rfloordiv__", Reflected<BinaryOp::kFloorDiv>, "self, value, /"},
    {"__rmod__", Reflected<BinaryOp::kMod>, "self, value, /"},
    {"__rdivmod__", RDivMod, "self, value, /"},
    {"__rpow__", Reflected<BinaryOp::kPow>, "self, value, mod=, /"},
    {"__rlshift__", Reflected<BinaryOp::kLShift>, "self, value, /"},
    {"__rrshift__", Reflected<BinaryOp::kRShift>, "self, value, /"},
    {"__rand__", Reflected<BinaryOp::kAnd>, "self, value, /"},
    {"__ror__", Reflected<BinaryOp::kOr>, "self, value, /"},
    {"__rxor__", Reflected<BinaryOp::kXor>, "self, value, /"},
    {"bit_length", BitLength, "self, /"},
    {"bit_count", BitCount, "self, /"},
    {"conjugate", IntItself, "self, /"},
    {"is_integer", IsInteger, "self, /"},
    {"as_integer_ratio", AsIntegerRatio, "self, /"},
    {"to_bytes", ToBytes, "self, /, length=, byteorder=, *, signed="},
    {"from_bytes", FromBytes, "cls, /, bytes, byteorder=, *, signed="},
    {nullptr, nullptr, nullptr},
};

constexpr GetSetDef kIntGetSets[] = {
    {"real", IntItself, nullptr},  {"imag", Zero, nullptr},     {"numerator", IntItself, nullptr},
    {"denominator", One, nullptr}, {nullptr, nullptr, nullptr},
};

constexpr NativeDef kBoolMethods[] = {
    {"__new__", BoolNew, "cls, object=, /"},
    {"__repr__", BoolRepr, "self, /"},
    {"__and__", Binary<BinaryOp::kAnd>, "self, value, /"},
    {"__or__", Binary<BinaryOp::kOr>, "self, value, /"},
    {"__xor__", Binary<BinaryOp::kXor>, "self, value, /"},
    {"__rand__", Reflected<BinaryOp::kAnd>, "self, value, /"},
    {"__ror__", Reflected<BinaryOp::kOr>, "self, value, /"},
    {"__rxor__", Reflected<BinaryOp::kXor>, "self, value, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kIntType = {
    "int",       "builtins", Kind::kInt, kIntMethods,
    kIntGetSets, 0,          0,          "int([x]) -> integer\nint(x, base=10) -> integer"};
const TypeDef kBoolType = {"bool",  "builtins", Kind::kFree, kBoolMethods,
                           nullptr, kNotBase,   0,           "bool(object=False, /)",
                           "int"};

}  // namespace heddle::lib
