#include "compiler/suspicions.h"

#include <variant>

#include "compiler/fold.h"

namespace heddle::compiler {

using namespace syntax;
using Value = bytecode::Constant;
using Message = std::optional<std::string>;

namespace {

constexpr const char kMissedComma[] = "; perhaps you missed a comma?";

const char* TypeName(const Value& value) {
  struct Visitor {
    const char* operator()(Value::None) const { return "NoneType"; }
    const char* operator()(Value::Ellipsis) const { return "ellipsis"; }
    const char* operator()(bool) const { return "bool"; }
    const char* operator()(int64_t) const { return "int"; }
    const char* operator()(double) const { return "float"; }
    const char* operator()(const Value::BigInt&) const { return "int"; }
    const char* operator()(const Value::Complex&) const { return "complex"; }
    const char* operator()(const Value::Str&) const { return "str"; }
    const char* operator()(const Value::Bytes&) const { return "bytes"; }
    const char* operator()(const Value::Tuple&) const { return "tuple"; }
    const char* operator()(const Value::FrozenSet&) const { return "frozenset"; }
    const char* operator()(const std::shared_ptr<const bytecode::CodeUnit>&) const {
      return "code";
    }
  };
  return std::visit(Visitor{}, value.value);
}

// The value of what is written as a constant, or as an operation on constants.
std::optional<Value> ConstantOf(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kConstant:
    case NodeKind::kUnaryOp:
    case NodeKind::kBinOp:
    case NodeKind::kTuple: return Fold(expr, true);
    default: return std::nullopt;
  }
}

// The type that the expression's value certainly has, or null.
const char* TypeName(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kTuple: return "tuple";
    case NodeKind::kList:
    case NodeKind::kListComp: return "list";
    case NodeKind::kDict:
    case NodeKind::kDictComp: return "dict";
    case NodeKind::kSet:
    case NodeKind::kSetComp: return "set";
    case NodeKind::kGeneratorExp: return "generator";
    case NodeKind::kLambda: return "function";
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue: return "str";
    default: break;
  }
  const std::optional<Value> value = ConstantOf(expr);
  return value ? TypeName(*value) : nullptr;
}

template <typename... Types>
bool IsOneOf(const Value& value) {
  return (std::holds_alternative<Types>(value.value) || ...);
}

// The type of a constant that is not one of those which exist once.
const char* LiteralType(const Expr* expr) {
  const std::optional<Value> value = ConstantOf(expr);
  if (!value || IsOneOf<Value::None, Value::Ellipsis, bool>(*value)) return nullptr;
  return TypeName(*value);
}

Message WarningOfSubscripted(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kSet:
    case NodeKind::kSetComp:
    case NodeKind::kGeneratorExp:
    case NodeKind::kLambda: break;
    default: {
      const std::optional<Value> value = ConstantOf(expr);
      if (!value || IsOneOf<Value::Str, Value::Bytes, Value::Tuple>(*value)) return {};
      break;
    }
  }
  return std::string("'") + TypeName(expr) + "' object is not subscriptable" + kMissedComma;
}

Message WarningOfIndex(const Expr* expr, const Expr* index) {
  switch (expr->kind) {
    case NodeKind::kTuple:
    case NodeKind::kList:
    case NodeKind::kListComp:
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue: break;
    default: {
      const std::optional<Value> value = ConstantOf(expr);
      if (!value || !IsOneOf<Value::Str, Value::Bytes, Value::Tuple>(*value)) return {};
      break;
    }
  }
  const std::optional<Value> value = ConstantOf(index);
  if (value && IsOneOf<bool, int64_t, Value::BigInt>(*value)) return {};
  const char* const type = TypeName(index);
  if (type == nullptr) return {};
  return std::string(TypeName(expr)) + " indices must be integers or slices, not " + type +
         kMissedComma;
}

}  // namespace

Message WarningOfCompare(const Compare* expr) {
  const Expr* left = expr->left;
  for (size_t i = 0; i < expr->ops.size(); i++) {
    const Expr* const right = expr->comparators[i];
    const CmpOperator op = expr->ops[i];
    if (op == CmpOperator::kIs || op == CmpOperator::kIsNot) {
      const char* type = LiteralType(left);
      if (type == nullptr) type = LiteralType(right);
      if (type != nullptr) {
        const bool is = op == CmpOperator::kIs;
        return std::string(is ? "\"is\" with '" : "\"is not\" with '") + type +
               "' literal. Did you mean \"" + (is ? "==" : "!=") + "\"?";
      }
    }
    left = right;
  }
  return {};
}

Message WarningOfCall(const Call* expr) {
  if (expr->func->Is<Lambda>()) return {};
  const char* const type = TypeName(expr->func);
  if (type == nullptr) return {};
  return std::string("'") + type + "' object is not callable" + kMissedComma;
}

Message WarningOfSubscript(const Subscript* expr) {
  if (Message message = WarningOfSubscripted(expr->value)) return message;
  return WarningOfIndex(expr->value, expr->slice);
}

Message WarningOfAssert(const Assert* stmt) {
  if (!stmt->test->Is<Tuple>() || stmt->test->As<Tuple>()->elts.empty()) return {};
  return "assertion is always true, perhaps remove parentheses?";
}

}  // namespace heddle::compiler
