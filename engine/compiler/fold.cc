#include "compiler/fold.h"

#include <cmath>
#include <string>
#include <utility>

namespace heddle::compiler {

namespace {

using namespace syntax;
using Value = bytecode::Constant;
using Result = std::optional<Value>;
__extension__ typedef __int128 Wide;

constexpr size_t kLongestText = 4096;
constexpr Wide kWideLimit = static_cast<Wide>(1) << 120;

std::optional<Wide> ParseDigits(std::string_view digits) {
  int radix = 10;
  if (digits.starts_with("0x")) {
    radix = 16;
    digits.remove_prefix(2);
  }
  Wide value = 0;
  for (const char ch : digits) {
    const int digit = ch <= '9' ? ch - '0' : (ch | 0x20) - 'a' + 10;
    value = value * radix + digit;
    if (value >= kWideLimit) return std::nullopt;
  }
  return value;
}

std::optional<Wide> AsInt(const Value& value) {
  if (const auto* small = std::get_if<int64_t>(&value.value)) return *small;
  if (const auto* boolean = std::get_if<bool>(&value.value)) return *boolean ? 1 : 0;
  if (const auto* big = std::get_if<Value::BigInt>(&value.value)) return ParseDigits(big->digits);
  return std::nullopt;
}

// A float, or an integer that one can hold exactly.
std::optional<double> AsFloat(const Value& value) {
  if (const auto* real = std::get_if<double>(&value.value)) return *real;
  const std::optional<Wide> integer = AsInt(value);
  constexpr Wide kExact = static_cast<Wide>(1) << 53;
  if (integer && *integer <= kExact && *integer >= -kExact) return static_cast<double>(*integer);
  return std::nullopt;
}

Result FromInt(Wide value) {
  if (value >= INT64_MIN && value <= INT64_MAX) return Value{static_cast<int64_t>(value)};
  if (value < 0 || value >= kWideLimit) return std::nullopt;
  std::string digits;
  for (; value != 0; value /= 16) {
    digits.insert(digits.begin(), "0123456789abcdef"[static_cast<int>(value % 16)]);
  }
  return Value{Value::BigInt{"0x" + digits}};
}

Wide FloorDivide(Wide left, Wide right) {
  const Wide quotient = left / right;
  return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

Result FoldPower(Wide base, Wide exponent) {
  if (exponent < 0 || exponent > 128) return std::nullopt;
  Wide result = 1;
  for (; exponent > 0; exponent--) {
    if (__builtin_mul_overflow(result, base, &result)) return std::nullopt;
    if (result >= kWideLimit || result <= -kWideLimit) return std::nullopt;
  }
  return FromInt(result);
}

Result FoldInts(Operator op, Wide left, Wide right) {
  Wide result = 0;
  switch (op) {
    case Operator::kAdd: return FromInt(left + right);
    case Operator::kSub: return FromInt(left - right);
    case Operator::kMult:
      if (__builtin_mul_overflow(left, right, &result)) return std::nullopt;
      return FromInt(result);
    case Operator::kFloorDiv:
      if (right == 0) return std::nullopt;
      return FromInt(FloorDivide(left, right));
    case Operator::kMod:
      if (right == 0) return std::nullopt;
      return FromInt(left - FloorDivide(left, right) * right);
    case Operator::kPow: return FoldPower(left, right);
    case Operator::kLShift:
      if (right < 0 || right > 120 || left < 0) return std::nullopt;
      if (__builtin_mul_overflow(left, static_cast<Wide>(1) << right, &result)) return std::nullopt;
      return FromInt(result);
    case Operator::kRShift:
      if (right < 0 || right > 126) return std::nullopt;
      return FromInt(left >> static_cast<int>(right));
    case Operator::kBitAnd: return FromInt(left & right);
    case Operator::kBitOr: return FromInt(left | right);
    case Operator::kBitXor: return FromInt(left ^ right);
    default: return std::nullopt;
  }
}

Result FoldFloats(Operator op, double left, double right) {
  switch (op) {
    case Operator::kAdd: return Value{left + right};
    case Operator::kSub: return Value{left - right};
    case Operator::kMult: return Value{left * right};
    case Operator::kDiv:
      if (right == 0) return std::nullopt;
      return Value{left / right};
    default: return std::nullopt;
  }
}

std::optional<Value::Complex> AsComplex(const Value& value) {
  if (const auto* complex = std::get_if<Value::Complex>(&value.value)) return *complex;
  if (const std::optional<double> real = AsFloat(value)) return Value::Complex{*real, 0};
  return std::nullopt;
}

Result FoldComplex(Operator op, const Value& left, const Value& right) {
  const auto l = AsComplex(left), r = AsComplex(right);
  if (!l || !r) return std::nullopt;
  if (op == Operator::kAdd) return Value{Value::Complex{l->real + r->real, l->imag + r->imag}};
  if (op == Operator::kSub) return Value{Value::Complex{l->real - r->real, l->imag - r->imag}};
  return std::nullopt;
}

// Text and bytes: concatenation and repetition.
Result FoldText(Operator op, const Value& left, const Value& right) {
  const auto* str = std::get_if<Value::Str>(&left.value);
  const auto* bytes = std::get_if<Value::Bytes>(&left.value);
  const std::string& text = str != nullptr ? str->utf8 : bytes->data;
  std::string result;
  if (op == Operator::kAdd) {
    const auto* other_str = std::get_if<Value::Str>(&right.value);
    const auto* other_bytes = std::get_if<Value::Bytes>(&right.value);
    if (str != nullptr ? other_str == nullptr : other_bytes == nullptr) return std::nullopt;
    result = text + (str != nullptr ? other_str->utf8 : other_bytes->data);
  } else if (op == Operator::kMult) {
    const std::optional<Wide> count = AsInt(right);
    if (!count || *count < 0 || *count > static_cast<Wide>(kLongestText)) return std::nullopt;
    if (text.size() * static_cast<size_t>(*count) > kLongestText) return std::nullopt;
    for (Wide i = 0; i < *count; i++) result += text;
  } else {
    return std::nullopt;
  }
  if (result.size() > kLongestText) return std::nullopt;
  if (str != nullptr) return Value{Value::Str{std::move(result)}};
  return Value{Value::Bytes{std::move(result)}};
}

Result FoldBinary(Operator op, const Value& left, const Value& right) {
  if (std::holds_alternative<Value::Str>(left.value) ||
      std::holds_alternative<Value::Bytes>(left.value)) {
    return FoldText(op, left, right);
  }
  if (std::holds_alternative<Value::Complex>(left.value) ||
      std::holds_alternative<Value::Complex>(right.value)) {
    return FoldComplex(op, left, right);
  }
  const std::optional<Wide> l = AsInt(left), r = AsInt(right);
  if (l && r && op != Operator::kDiv) {
    // True and False stay what they are under & | ^.
    if (std::holds_alternative<bool>(left.value) && std::holds_alternative<bool>(right.value)) {
      return std::nullopt;
    }
    return FoldInts(op, *l, *r);
  }
  const std::optional<double> lf = AsFloat(left), rf = AsFloat(right);
  if (lf && rf) return FoldFloats(op, *lf, *rf);
  return std::nullopt;
}

Result FoldUnary(UnaryOperator op, const Value& value) {
  if (op == UnaryOperator::kNot) return Value{!Truth(value)};
  if (const auto* real = std::get_if<double>(&value.value)) {
    if (op == UnaryOperator::kUSub) return Value{-*real};
    if (op == UnaryOperator::kUAdd) return value;
    return std::nullopt;
  }
  if (const auto* complex = std::get_if<Value::Complex>(&value.value)) {
    if (op == UnaryOperator::kUSub) return Value{Value::Complex{-complex->real, -complex->imag}};
    return std::nullopt;
  }
  if (std::holds_alternative<bool>(value.value) && op == UnaryOperator::kInvert)
    return std::nullopt;
  const std::optional<Wide> integer = AsInt(value);
  if (!integer) return std::nullopt;
  switch (op) {
    case UnaryOperator::kUSub: return FromInt(-*integer);
    case UnaryOperator::kUAdd: return FromInt(*integer);
    case UnaryOperator::kInvert: return FromInt(~*integer);
    default: return std::nullopt;
  }
}

// Looks before Fold builds anything.
bool OnlyConstants(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kConstant: return true;
    case NodeKind::kName: return expr->As<Name>()->id == "__debug__";
    case NodeKind::kUnaryOp: return OnlyConstants(expr->As<UnaryOp>()->operand);
    case NodeKind::kBinOp:
      return OnlyConstants(expr->As<BinOp>()->right) && OnlyConstants(expr->As<BinOp>()->left);
    case NodeKind::kTuple:
      for (const Expr* item : expr->As<Tuple>()->elts) {
        if (!OnlyConstants(item)) return false;
      }
      return true;
    default: return false;
  }
}

Result FoldTree(const Expr* expr, bool debug) {
  switch (expr->kind) {
    case NodeKind::kConstant: return ToConstant(*expr->As<Constant>());
    case NodeKind::kName: return Value{debug};
    case NodeKind::kUnaryOp: {
      const Result operand = FoldTree(expr->As<UnaryOp>()->operand, debug);
      return operand ? FoldUnary(expr->As<UnaryOp>()->op, *operand) : std::nullopt;
    }
    case NodeKind::kBinOp: {
      const Result left = FoldTree(expr->As<BinOp>()->left, debug);
      if (!left) return std::nullopt;
      const Result right = FoldTree(expr->As<BinOp>()->right, debug);
      return right ? FoldBinary(expr->As<BinOp>()->op, *left, *right) : std::nullopt;
    }
    case NodeKind::kTuple: {
      Value::Tuple tuple;
      for (const Expr* item : expr->As<Tuple>()->elts) {
        Result value = FoldTree(item, debug);
        if (!value) return std::nullopt;
        tuple.items.push_back(std::move(*value));
      }
      return Value{std::move(tuple)};
    }
    default: return std::nullopt;
  }
}

std::string BigDigits(const Constant& node) {
  const std::string digits(node.text);
  if (node.radix == 10) return digits;
  if (node.radix == 16) return "0x" + digits;
  // Octal and binary become hexadecimal, bit by bit from the end.
  const int width = node.radix == 8 ? 3 : 1;
  std::string hex;
  unsigned pending = 0;
  int bits = 0;
  for (size_t i = digits.size(); i-- > 0;) {
    pending |= static_cast<unsigned>(digits[i] - '0') << bits;
    bits += width;
    for (; bits >= 4; bits -= 4, pending >>= 4) hex += "0123456789abcdef"[pending & 15];
  }
  if (pending != 0) hex += "0123456789abcdef"[pending];
  return "0x" + std::string(hex.rbegin(), hex.rend());
}

}  // namespace

Value ToConstant(const Constant& node) {
  switch (node.type) {
    case ConstantType::kNone: return Value{Value::None{}};
    case ConstantType::kFalse: return Value{false};
    case ConstantType::kTrue: return Value{true};
    case ConstantType::kEllipsis: return Value{Value::Ellipsis{}};
    case ConstantType::kInt: return Value{node.integer};
    case ConstantType::kBigInt: return Value{Value::BigInt{BigDigits(node)}};
    case ConstantType::kFloat: return Value{node.real};
    case ConstantType::kImaginary: return Value{Value::Complex{0, node.real}};
    case ConstantType::kStr: return Value{Value::Str{std::string(node.text)}};
    case ConstantType::kBytes: return Value{Value::Bytes{std::string(node.text)}};
  }
  return Value{Value::None{}};
}

bool Truth(const Value& value) {
  struct Visitor {
    bool operator()(Value::None) const { return false; }
    bool operator()(Value::Ellipsis) const { return true; }
    bool operator()(bool v) const { return v; }
    bool operator()(int64_t v) const { return v != 0; }
    bool operator()(double v) const { return v != 0; }
    bool operator()(const Value::BigInt&) const { return true; }
    bool operator()(const Value::Complex& v) const { return v.real != 0 || v.imag != 0; }
    bool operator()(const Value::Str& v) const { return !v.utf8.empty(); }
    bool operator()(const Value::Bytes& v) const { return !v.data.empty(); }
    bool operator()(const Value::Tuple& v) const { return !v.items.empty(); }
    bool operator()(const Value::FrozenSet& v) const { return !v.items.empty(); }
    bool operator()(const std::shared_ptr<const bytecode::CodeUnit>&) const { return true; }
  };
  return std::visit(Visitor{}, value.value);
}

Result Fold(const Expr* expr, bool debug) {
  if (!OnlyConstants(expr)) return std::nullopt;
  return FoldTree(expr, debug);
}

}  // namespace heddle::compiler
