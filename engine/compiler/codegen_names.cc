#include "compiler/codegen.h"

namespace heddle::compiler {

using namespace syntax;

const Scope& CodeGenerator::CurrentScope() const {
  return unit_->comprehensions.empty() ? *unit_->scope : *unit_->comprehensions.back();
}

NameId CodeGenerator::Mangled(std::string_view name) {
  return names_.Mangle(CurrentScope().private_name, name);
}

namespace {

Reg FreeRegister(const Scope& scope, NameId name, uint32_t local_count) {
  for (size_t i = 0; i < scope.free_names.size(); i++) {
    if (scope.free_names[i] == name) return local_count + static_cast<Reg>(i);
  }
  return 0;
}

bool HasFree(const Scope& scope, NameId name) {
  for (const NameId free : scope.free_names) {
    if (free == name) return true;
  }
  return false;
}

}  // namespace

// The register that holds the cell of a name which inner code captures or the unit got from
// outside.
Reg CodeGenerator::CellFor(NameId name) const {
  for (size_t i = unit_->comprehensions.size(); i-- > 0;) {
    const Symbol* symbol = unit_->comprehensions[i]->Find(name);
    if (symbol != nullptr && symbol->binding == Binding::kLocal) return symbol->reg;
  }
  const Scope& scope = *unit_->scope;
  const auto& unit = unit_->code;
  const uint32_t locals = const_cast<UnitBuilder&>(unit).unit().local_count;
  if (scope.kind == ScopeKind::kClass) {
    // The cells that a class makes are its last locals: __class__, then __classdict__.
    if (name == kNameClass && scope.needs_class_cell && !HasFree(scope, name)) {
      return locals - 1 - (scope.needs_class_dict ? 1 : 0);
    }
    if (name == kNameClassDict && scope.needs_class_dict && !HasFree(scope, name)) {
      return locals - 1;
    }
    return FreeRegister(scope, name, locals);
  }
  const Symbol* symbol = scope.Find(name);
  if (symbol != nullptr && symbol->binding == Binding::kLocal) return symbol->reg;
  return FreeRegister(scope, name, locals);
}

Place CodeGenerator::PlaceOf(NameId name) const {
  for (size_t i = unit_->comprehensions.size(); i-- > 0;) {
    const Symbol* symbol = unit_->comprehensions[i]->Find(name);
    if (symbol == nullptr) continue;
    if (symbol->binding == Binding::kLocal) {
      return {symbol->is_cell ? Place::kCell : Place::kRegister, symbol->reg};
    }
    if (symbol->binding == Binding::kGlobalExplicit) return {Place::kGlobal};
    if (symbol->binding == Binding::kGlobalImplicit) {
      const bool mapping = unit_->scope->kind == ScopeKind::kModule && options_.names_in_mapping;
      return {mapping ? Place::kName : Place::kGlobal};
    }
    if (unit_->scope->kind == ScopeKind::kClass) {
      // The class's own names are not seen; a comprehension further out may have the name.
      bool outer = false;
      for (size_t j = 0; j < i; j++) {
        const Symbol* found = unit_->comprehensions[j]->Find(name);
        outer = outer || (found != nullptr && found->binding == Binding::kLocal);
      }
      if (!outer) return {Place::kCell, CellFor(name)};
    }
  }
  const Scope& scope = *unit_->scope;
  const Symbol* symbol = scope.Find(name);
  switch (scope.kind) {
    case ScopeKind::kModule:
      if (symbol != nullptr && symbol->binding == Binding::kGlobalExplicit) return {Place::kGlobal};
      return {options_.names_in_mapping ? Place::kName : Place::kGlobal};
    case ScopeKind::kClass:
      if (symbol == nullptr) {
        if (name == kNameClass || name == kNameClassDict) return {Place::kCell, CellFor(name)};
        return {Place::kName};
      }
      if (symbol->binding == Binding::kGlobalExplicit) return {Place::kGlobal};
      if (symbol->binding == Binding::kFree) return {Place::kNameOrCell, CellFor(name)};
      return {Place::kName};
    default: break;
  }
  if (symbol == nullptr) {
    return HasFree(scope, name) ? Place{Place::kCell, CellFor(name)} : Place{Place::kGlobal};
  }
  switch (symbol->binding) {
    case Binding::kLocal: return {symbol->is_cell ? Place::kCell : Place::kRegister, symbol->reg};
    case Binding::kFree:
      return {scope.sees_class && name != kNameClassDict && name != kNameClass &&
                      name != kNameTypeParams
                  ? Place::kClassDictOrCell
                  : Place::kCell,
              CellFor(name)};
    case Binding::kGlobalExplicit: return {Place::kGlobal};
    case Binding::kGlobalImplicit: return {scope.sees_class ? Place::kClassDict : Place::kGlobal};
  }
  return {Place::kGlobal};
}

std::optional<Reg> CodeGenerator::RegisterOf(const Expr* expr) {
  if (!expr->Is<Name>() || expr->As<Name>()->id == "__debug__") return std::nullopt;
  const Place place = PlaceOf(Mangled(expr->As<Name>()->id));
  if (place.kind != Place::kRegister) return std::nullopt;
  return place.reg;
}

void CodeGenerator::LoadName(const Span& span, NameId name, Reg dst) {
  if (name == kNameDebug) return LoadConstant(span, dst, {options_.optimize == 0});
  const Place place = PlaceOf(name);
  switch (place.kind) {
    case Place::kRegister: return code().Emit(span, Op::kLoadLocal, dst, place.reg);
    case Place::kCell: return code().Emit(span, Op::kLoadCell, dst, place.reg);
    case Place::kGlobal: return code().Emit(span, Op::kLoadGlobal, dst, NameIndex(name));
    case Place::kName: return code().Emit(span, Op::kLoadName, dst, NameIndex(name));
    case Place::kNameOrCell:
      return code().Emit(span, Op::kLoadNameOrCell, dst, NameIndex(name), place.reg);
    case Place::kClassDict:
    case Place::kClassDictOrCell: {
      const Reg mark = code().next_temp();
      const Reg mapping = code().Alloc(2);
      const Label outside = code().NewLabel(), end = code().NewLabel();
      code().Emit(span, Op::kLoadCell, mapping, CellFor(kNameClassDict));
      LoadText(span, mapping + 1, names_.Text(name));
      const Reg found = code().Alloc();
      code().Emit(span, Op::kIn, found, mapping + 1, mapping);
      code().Jump(span, Op::kJumpIfFalse, outside, found);
      code().Emit(span, Op::kLoadSubscr, dst, mapping, mapping + 1);
      code().Jump(span, Op::kJump, end);
      code().Bind(outside);
      if (place.kind == Place::kClassDict) {
        code().Emit(span, Op::kLoadGlobal, dst, NameIndex(name));
      } else {
        code().Emit(span, Op::kLoadCell, dst, place.reg);
      }
      code().Bind(end);
      code().FreeTo(mark);
      return;
    }
  }
}

void CodeGenerator::StoreName(const Span& span, NameId name, Reg value) {
  if (!CheckAssignable(span, names_.Text(name))) return;
  const Place place = PlaceOf(name);
  switch (place.kind) {
    case Place::kRegister:
      if (place.reg == value) return;
      code().Emit(span, code().IsTemp(value) ? Op::kMove : Op::kLoadLocal, place.reg, value);
      return;
    case Place::kCell:
    case Place::kNameOrCell:
    case Place::kClassDictOrCell: return code().Emit(span, Op::kStoreCell, place.reg, value);
    case Place::kName: return code().Emit(span, Op::kStoreName, value, NameIndex(name));
    case Place::kGlobal:
    case Place::kClassDict: return code().Emit(span, Op::kStoreGlobal, value, NameIndex(name));
  }
}

void CodeGenerator::DeleteName(const Span& span, NameId name) {
  if (!CheckAssignable(span, names_.Text(name), true)) return;
  const Place place = PlaceOf(name);
  switch (place.kind) {
    case Place::kRegister: return code().Emit(span, Op::kDeleteLocal, place.reg);
    case Place::kCell:
    case Place::kNameOrCell:
    case Place::kClassDictOrCell: return code().Emit(span, Op::kDeleteCell, place.reg);
    case Place::kName: return code().Emit(span, Op::kDeleteName, 0, NameIndex(name));
    case Place::kGlobal:
    case Place::kClassDict: return code().Emit(span, Op::kDeleteGlobal, 0, NameIndex(name));
  }
}

bool CodeGenerator::CheckAssignable(const Span& span, std::string_view name, bool deleting) {
  if (name != "__debug__") return true;
  return Fail(span, deleting ? "cannot delete __debug__" : "cannot assign to __debug__");
}

}  // namespace heddle::compiler
