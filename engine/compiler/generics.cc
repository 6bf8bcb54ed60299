// Type parameters (PEP 695, PEP 696). A generic definition is made inside a function of its own,
// called at once, whose locals are the type parameters.
#include <utility>

#include "compiler/codegen.h"

namespace heddle::compiler {

using namespace syntax;
using bytecode::Intrinsic;

namespace {

uint32_t Number(Intrinsic intrinsic) { return static_cast<uint32_t>(intrinsic); }

}  // namespace

// r[dst] = a function without parameters that evaluates `value`.
void CodeGenerator::LazyFunction(const Expr* value, const void* key, Reg dst) {
  Scope* scope = scopes_.Of(key);
  UnitState state{};
  EnterUnit(scope, state, names_.Text(scope->name), value->span);
  Prologue(value->span);
  const Reg result = value->Is<Starred>() ? code().Alloc() : Operand(value);
  if (value->Is<Starred>()) Annotation(value, result);
  code().Emit(value->span, Op::kReturn, result);
  auto unit = FinishUnit(value->span);
  MakeFunction(value->span, std::move(unit), scope, 0, 0, dst);
}

// Makes the type parameters, stores them in their locals, and leaves their tuple in r[dst].
void CodeGenerator::TypeParams(Seq<TypeParam*> params, const Span& span, Reg dst) {
  const Reg mark = code().next_temp();
  const uint32_t count = static_cast<uint32_t>(params.size());
  const Reg window = code().Alloc(count);
  for (uint32_t i = 0; i < count; i++) {
    const TypeParam* param = params[i];
    const Reg made = window + i;
    const Reg inner = code().next_temp();
    const Reg args = code().Alloc(2);
    Identifier name;
    const Expr* fallback = nullptr;
    const void* fallback_key = nullptr;
    Intrinsic intrinsic = Intrinsic::kTypeVar;
    if (param->Is<TypeVar>()) {
      const auto* p = param->As<TypeVar>();
      name = p->name, fallback = p->default_value, fallback_key = &p->default_value;
      if (p->bound != nullptr) {
        LazyFunction(p->bound, &p->bound, args + 1);
        intrinsic = p->bound->Is<Tuple>() ? Intrinsic::kTypeVarWithConstraints
                                          : Intrinsic::kTypeVarWithBound;
      }
    } else if (param->Is<ParamSpec>()) {
      const auto* p = param->As<ParamSpec>();
      name = p->name, fallback = p->default_value, fallback_key = &p->default_value;
      intrinsic = Intrinsic::kParamSpec;
    } else {
      const auto* p = param->As<TypeVarTuple>();
      name = p->name, fallback = p->default_value, fallback_key = &p->default_value;
      intrinsic = Intrinsic::kTypeVarTuple;
    }
    LoadText(param->span, args, name);
    code().Emit(param->span, Op::kIntrinsic, args, args, Number(intrinsic));
    if (fallback != nullptr) {
      LazyFunction(fallback, fallback_key, args + 1);
      code().Emit(param->span, Op::kIntrinsic, args, args, Number(Intrinsic::kSetTypeParamDefault));
    }
    code().Emit(param->span, Op::kMove, made, args);
    StoreName(param->span, Mangled(name), made);
    code().FreeTo(inner);
  }
  code().Emit(span, Op::kBuildTuple, dst, window, count);
  code().FreeTo(mark);
}

void CodeGenerator::GenericFunction(const FunctionDefBase* stmt, Reg dst) {
  const Span& span = stmt->span;
  const Reg mark = code().next_temp();
  const Reg maker = code().Alloc();
  const uint32_t flags = Defaults(*stmt->args, span);
  const uint32_t count = (flags & 1) + (flags >> 1 & 1);
  Scope* scope = scopes_.Of(&stmt->type_params);
  UnitState state{};
  const std::string name = "<generic parameters of " + std::string(stmt->name) + ">";
  EnterUnit(scope, state, name, span);
  code().unit().positional = static_cast<uint16_t>(count);
  code().unit().positional_only = static_cast<uint16_t>(count);
  Prologue(span);
  const Reg result = code().Alloc(2);
  TypeParams(stmt->type_params, span, result + 1);
  const Reg window = code().next_temp();
  if ((flags & 1) != 0) LoadName(span, kNameDefaults, code().Alloc());
  if ((flags & 2) != 0) LoadName(span, kNameKwDefaults, code().Alloc());
  const uint32_t all = flags | (Annotations(stmt) ? 4 : 0);
  Scope* inner = scopes_.Of(stmt);
  MakeFunction(span, FunctionUnit(stmt, inner), inner, all, window, result);
  code().FreeTo(window);
  code().Emit(span, Op::kIntrinsic, result, result, Number(Intrinsic::kSetFunctionTypeParams));
  code().Emit(span, Op::kReturn, result);
  auto unit = FinishUnit(span);
  MakeFunction(span, std::move(unit), scope, 0, 0, maker);
  code().Emit(span, Op::kCall, dst, maker, count);
  code().FreeTo(mark);
}

void CodeGenerator::GenericClass(const ClassDef* stmt, Reg dst) {
  const Span& span = stmt->span;
  const Reg mark = code().next_temp();
  const Reg maker = code().Alloc();
  Scope* scope = scopes_.Of(&stmt->type_params);
  UnitState state{};
  EnterUnit(scope, state, "<generic parameters of " + std::string(stmt->name) + ">", span);
  Prologue(span);
  const Reg params = code().Alloc();
  TypeParams(stmt->type_params, span, params);
  StoreName(span, kNameTypeParams, params);
  code().Emit(span, Op::kIntrinsic, params, params, Number(Intrinsic::kSubscriptGeneric));
  StoreName(span, kNameGenericBase, params);
  ClassCall(stmt, params, true);
  code().Emit(span, Op::kReturn, params);
  auto unit = FinishUnit(span);
  MakeFunction(span, std::move(unit), scope, 0, 0, maker);
  code().Emit(span, Op::kCall, dst, maker, 0);
  code().FreeTo(mark);
}

void CodeGenerator::TypeAliasValue(const TypeAlias* stmt, std::optional<Reg> params, Reg dst) {
  const Reg mark = code().next_temp();
  const Reg args = code().Alloc(3);
  LoadText(stmt->span, args, stmt->name->As<Name>()->id);
  if (params) {
    code().Emit(stmt->span, Op::kMove, args + 1, *params);
  } else {
    LoadNone(stmt->span, args + 1);
  }
  LazyFunction(stmt->value, stmt, args + 2);
  code().Emit(stmt->span, Op::kIntrinsic, dst, args, Number(Intrinsic::kTypeAlias));
  code().FreeTo(mark);
}

void CodeGenerator::TypeAliasStatement(const TypeAlias* stmt) {
  const Span& span = stmt->span;
  const Reg mark = code().next_temp();
  const Reg value = code().Alloc();
  if (stmt->type_params.empty()) {
    TypeAliasValue(stmt, std::nullopt, value);
  } else {
    Scope* scope = scopes_.Of(&stmt->type_params);
    UnitState state{};
    const std::string name(stmt->name->As<Name>()->id);
    EnterUnit(scope, state, "<generic parameters of " + name + ">", span);
    Prologue(span);
    const Reg params = code().Alloc();
    TypeParams(stmt->type_params, span, params);
    TypeAliasValue(stmt, params, params);
    code().Emit(span, Op::kReturn, params);
    auto unit = FinishUnit(span);
    MakeFunction(span, std::move(unit), scope, 0, 0, value);
    code().Emit(span, Op::kCall, value, value, 0);
  }
  StoreName(span, Mangled(stmt->name->As<Name>()->id), value);
  code().FreeTo(mark);
}

}  // namespace heddle::compiler
