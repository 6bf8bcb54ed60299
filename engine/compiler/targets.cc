// Assignment, deletion, unpacking.
#include <utility>

#include "compiler/codegen.h"
#include "compiler/fold.h"
#include "compiler/unparse.h"

namespace heddle::compiler {

using namespace syntax;

void CodeGenerator::Store(const Expr* target, Reg value) {
  const Reg mark = code().next_temp();
  switch (target->kind) {
    case NodeKind::kName: return StoreName(target->span, Mangled(target->As<Name>()->id), value);
    case NodeKind::kAttribute: {
      const auto* attribute = target->As<Attribute>();
      if (!CheckAssignable(target->span, attribute->attr)) return;
      NoteStaticAttribute(attribute);
      const Reg object = Operand(attribute->value);
      code().Emit(AtAttribute(target->span, attribute), Op::kStoreAttr, object,
                  NameIndex(Mangled(attribute->attr)), value);
      return code().FreeTo(mark);
    }
    case NodeKind::kSubscript: {
      const auto* subscript = target->As<Subscript>();
      const Reg object = Operand(subscript->value, subscript->slice);
      const Reg index = SliceOperand(subscript->slice);
      code().Emit(target->span, Op::kStoreSubscr, object, index, value);
      return code().FreeTo(mark);
    }
    case NodeKind::kTuple: return UnpackTo(target, target->As<Tuple>()->elts, value);
    case NodeKind::kList: return UnpackTo(target, target->As<List>()->elts, value);
    case NodeKind::kStarred:
      Fail(target->span, "starred assignment target must be in a list or tuple");
      return;
    default: return;
  }
}

std::optional<Reg> CodeGenerator::ConsecutiveLocals(Seq<Expr*> items) {
  if (items.empty()) return std::nullopt;
  const std::optional<Reg> first = RegisterOf(items[0]);
  for (size_t i = 1; first && i < items.size(); i++) {
    if (RegisterOf(items[i]) != *first + static_cast<Reg>(i)) return std::nullopt;
  }
  return first;
}

void CodeGenerator::UnpackTo(const Expr* target, Seq<Expr*> items, Reg value) {
  size_t star = items.size();
  for (size_t i = 0; i < items.size(); i++) {
    if (!items[i]->Is<Starred>()) continue;
    if (star != items.size()) {
      Fail(target->span, "multiple starred expressions in assignment");
      return;
    }
    star = i;
  }
  const Reg mark = code().next_temp();
  const uint32_t count = static_cast<uint32_t>(items.size());
  if (star == items.size() && code().IsTemp(value)) {
    // Neighbouring locals take the items without a detour.
    const std::optional<Reg> first = ConsecutiveLocals(items);
    if (first) return code().Emit(target->span, Op::kUnpackSequence, *first, value, count);
  }
  const Reg window = code().Alloc(count);
  if (star == items.size()) {
    code().Emit(target->span, Op::kUnpackSequence, items.empty() ? 0 : window, value, count);
  } else {
    if (star >= 256 || items.size() - star - 1 >= (1 << 23)) {
      Fail(target->span, "too many expressions in star-unpacking assignment");
      return;
    }
    code().Emit(target->span, Op::kUnpackEx, window, value, static_cast<uint32_t>(star),
                static_cast<int32_t>(items.size() - star - 1));
  }
  for (size_t i = 0; i < items.size(); i++) {
    Store(i == star ? items[i]->As<Starred>()->value : items[i], window + static_cast<Reg>(i));
  }
  code().FreeTo(mark);
}

void CodeGenerator::Delete(const Expr* target) {
  const Reg mark = code().next_temp();
  switch (target->kind) {
    case NodeKind::kName: return DeleteName(target->span, Mangled(target->As<Name>()->id));
    case NodeKind::kAttribute: {
      const auto* attribute = target->As<Attribute>();
      if (!CheckAssignable(target->span, attribute->attr, true)) return;
      const Reg object = Operand(attribute->value);
      code().Emit(AtAttribute(target->span, attribute), Op::kDeleteAttr, object,
                  NameIndex(Mangled(attribute->attr)));
      break;
    }
    case NodeKind::kSubscript: {
      const auto* subscript = target->As<Subscript>();
      const Reg object = Operand(subscript->value, subscript->slice);
      const Reg index = SliceOperand(subscript->slice);
      code().Emit(target->span, Op::kDeleteSubscr, object, index);
      break;
    }
    case NodeKind::kTuple:
      for (const Expr* item : target->As<Tuple>()->elts) Delete(item);
      return;
    case NodeKind::kList:
      for (const Expr* item : target->As<List>()->elts) Delete(item);
      return;
    case NodeKind::kStarred: Fail(target->span, "cannot delete starred"); return;
    default: return;
  }
  code().FreeTo(mark);
}

void CodeGenerator::Assign(const syntax::Assign* stmt) {
  const Reg mark = code().next_temp();
  if (stmt->targets.size() == 1) {
    const Expr* target = stmt->targets[0];
    if (const std::optional<Reg> reg = RegisterOf(target)) return To(stmt->value, *reg);
    if (AssignTuple(target, stmt->value)) return code().FreeTo(mark);
  }
  // A target may assign the local that is the value before the next target gets it.
  const bool reuse = stmt->targets.size() == 1 && !stmt->targets[0]->Is<Tuple>() &&
                     !stmt->targets[0]->Is<List>() && !unit_->scope->has_walrus;
  const Reg value = reuse ? Operand(stmt->value) : ToTemp(stmt->value);
  for (const Expr* target : stmt->targets) Store(target, value);
  code().FreeTo(mark);
}

// `a, b = x, y`: without a tuple in between. The last value may go straight to its local, for
// nobody can see in which order locals are assigned.
bool CodeGenerator::AssignTuple(const Expr* target, const Expr* value) {
  if (!target->Is<Tuple>() || !value->Is<Tuple>()) return false;
  const Seq<Expr*> targets = target->As<Tuple>()->elts, values = value->As<Tuple>()->elts;
  if (targets.size() != values.size() || targets.empty() || targets.size() > 16) return false;
  bool locals = true;
  for (size_t i = 0; i < targets.size(); i++) {
    if (targets[i]->Is<Starred>() || values[i]->Is<Starred>()) return false;
    const std::optional<Reg> reg = RegisterOf(targets[i]);
    locals = locals && reg.has_value();
    for (size_t j = 0; j < i && locals; j++) locals = RegisterOf(targets[j]) != reg;
  }
  const uint32_t direct = locals ? 1 : 0;
  const uint32_t count = static_cast<uint32_t>(targets.size()) - direct;
  const Reg window = code().Alloc(count);
  for (uint32_t i = 0; i < count; i++) To(values[i], window + i);
  if (direct != 0) To(values[count], *RegisterOf(targets[count]));
  for (uint32_t i = 0; i < count; i++) Store(targets[i], window + i);
  return true;
}

void CodeGenerator::AugAssign(const syntax::AugAssign* stmt) {
  const Reg mark = code().next_temp();
  switch (stmt->target->kind) {
    case NodeKind::kName: {
      if (const std::optional<Reg> reg = RegisterOf(stmt->target)) {
        InPlace(stmt, *reg, *reg);
        break;
      }
      const NameId name = Mangled(stmt->target->As<Name>()->id);
      const Reg value = code().Alloc();
      LoadName(stmt->target->span, name, value);
      InPlace(stmt, value, value);
      StoreName(stmt->target->span, name, value);
      break;
    }
    case NodeKind::kAttribute: {
      const auto* attribute = stmt->target->As<Attribute>();
      const Span at = AtAttribute(attribute->span, attribute);
      const uint32_t name = NameIndex(Mangled(attribute->attr));
      const Reg object = Operand(attribute->value, stmt->value);
      const Reg value = code().Alloc();
      code().Emit(at, Op::kLoadAttr, value, object, name);
      InPlace(stmt, value, value);
      code().Emit(at, Op::kStoreAttr, object, name, value);
      break;
    }
    case NodeKind::kSubscript: {
      const auto* subscript = stmt->target->As<Subscript>();
      const Reg object =
          unit_->scope->has_walrus ? ToTemp(subscript->value) : Operand(subscript->value);
      const Reg index =
          unit_->scope->has_walrus ? ToTemp(subscript->slice) : SliceOperand(subscript->slice);
      const Reg value = code().Alloc();
      code().Emit(subscript->span, Op::kLoadSubscr, value, object, index);
      InPlace(stmt, value, value);
      code().Emit(subscript->span, Op::kStoreSubscr, object, index, value);
      break;
    }
    default: break;
  }
  code().FreeTo(mark);
}

// An annotation's value, or its text under `from __future__ import annotations`.
void CodeGenerator::Annotation(const Expr* annotation, Reg dst) {
  if (future_annotations_) return LoadText(annotation->span, dst, Unparse(annotation));
  if (annotation->Is<Starred>()) {
    // *args: *Ts
    const Reg mark = code().next_temp();
    const Reg value = Operand(annotation->As<Starred>()->value);
    code().Emit(annotation->span, Op::kUnpackSequence, dst, value, 1);
    return code().FreeTo(mark);
  }
  To(annotation, dst);
}

void CodeGenerator::AnnAssign(const syntax::AnnAssign* stmt) {
  const Reg mark = code().next_temp();
  if (stmt->value != nullptr) {
    if (const std::optional<Reg> reg = RegisterOf(stmt->target)) {
      To(stmt->value, *reg);
    } else {
      Store(stmt->target, Operand(stmt->value));
    }
    code().FreeTo(mark);
  }
  const bool evaluated =
      unit_->scope->kind == ScopeKind::kModule || unit_->scope->kind == ScopeKind::kClass;
  switch (stmt->target->kind) {
    case NodeKind::kName: {
      const auto* target = stmt->target->As<Name>();
      if (!CheckAssignable(stmt->span, target->id)) return;
      if (!stmt->simple || !evaluated) break;
      const Reg annotation = code().Alloc(3);
      Annotation(stmt->annotation, annotation);
      LoadName(stmt->span, kNameAnnotations, annotation + 1);
      LoadText(stmt->span, annotation + 2, names_.Text(Mangled(target->id)));
      code().Emit(stmt->span, Op::kStoreSubscr, annotation + 1, annotation + 2, annotation);
      break;
    }
    case NodeKind::kAttribute:
      if (!CheckAssignable(stmt->target->span, stmt->target->As<Attribute>()->attr)) return;
      if (stmt->value == nullptr) Discard(stmt->target->As<Attribute>()->value);
      break;
    case NodeKind::kSubscript:
      if (stmt->value != nullptr) break;
      Discard(stmt->target->As<Subscript>()->value);
      Discard(stmt->target->As<Subscript>()->slice);
      break;
    default: break;
  }
  if (!stmt->simple && evaluated && !future_annotations_) Discard(stmt->annotation);
  code().FreeTo(mark);
}

// Assignments to attributes of `self` in methods are listed in the class's __static_attributes__.
void CodeGenerator::NoteStaticAttribute(const Attribute* target) {
  if (!target->value->Is<Name>() || target->value->As<Name>()->id != "self") return;
  for (UnitState* unit = unit_; unit != nullptr; unit = unit->parent) {
    if (unit->scope->kind != ScopeKind::kClass) continue;
    unit->static_attributes.emplace(target->attr);
    return;
  }
}

}  // namespace heddle::compiler
