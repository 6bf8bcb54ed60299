// Functions and classes.
#include <algorithm>
#include <utility>

#include "compiler/codegen.h"

namespace heddle::compiler {

using namespace syntax;
using Value = bytecode::Constant;
using bytecode::CodeUnit;

// ---- units

void CodeGenerator::EnterUnit(Scope* scope, UnitState& state, std::string_view name,
                              const Span& span) {
  state.scope = scope;
  state.parent = unit_;
  CodeUnit& unit = state.code.unit();
  unit.name = name;
  unit.filename = options_.filename;
  unit.first_line = static_cast<int32_t>(span.line);
  unit.qualname = scope->parent == nullptr ? std::string(name) : QualifiedName(scope);
  if (scope->nested) unit.flags |= bytecode::kNested;
  if (future_annotations_) unit.flags |= bytecode::kFutureAnnotations;
  if (scope->FunctionLike()) {
    std::vector<const Symbol*> locals;
    for (const Symbol& symbol : scope->symbols) {
      if (symbol.binding == Binding::kLocal) locals.push_back(&symbol);
    }
    unit.locals.resize(locals.size());
    for (const Symbol* symbol : locals) {
      unit.locals[symbol->reg] = {Text(symbol->name), symbol->is_cell, false};
    }
  }
  unit_ = &state;
  AssignHidden(*scope);
  if (scope->kind == ScopeKind::kClass) {
    unit.flags |= bytecode::kClassBody;
    if (scope->needs_class_cell) unit.locals.push_back({"__class__", true, true});
    if (scope->needs_class_dict) unit.locals.push_back({"__classdict__", true, true});
  }
  unit.local_count = static_cast<uint16_t>(unit.locals.size());
  for (const NameId free : scope->free_names) unit.locals.push_back({Text(free), false, false});
  unit.free_count = static_cast<uint16_t>(scope->free_names.size());
  code().SetFirstTemp(static_cast<Reg>(unit.locals.size()));
}

// Registers for the variables of inlined comprehensions. Comprehensions that are not inside each
// other share the registers of variables with the same name.
void CodeGenerator::AssignHidden(Scope& scope) {
  std::vector<std::pair<NameId, Reg>> active;
  for (Scope* child : scope.children) {
    if (child->inlined) AssignHiddenIn(*child, active);
  }
}

void CodeGenerator::AssignHiddenIn(Scope& comprehension,
                                   std::vector<std::pair<NameId, Reg>>& active) {
  auto& locals = code().unit().locals;
  const size_t mark = active.size();
  for (Symbol& symbol : comprehension.symbols) {
    if (symbol.binding != Binding::kLocal) continue;
    const std::string name = Text(symbol.name);
    Reg reg = 0;
    for (; reg < locals.size(); reg++) {
      if (!locals[reg].hidden || locals[reg].is_cell != symbol.is_cell ||
          locals[reg].name != name) {
        continue;
      }
      const bool busy = std::any_of(active.begin(), active.end(),
                                    [reg](const auto& entry) { return entry.second == reg; });
      if (!busy) break;
    }
    if (reg == locals.size()) locals.push_back({name, symbol.is_cell, true});
    symbol.reg = reg;
    active.emplace_back(symbol.name, reg);
  }
  for (Scope* child : comprehension.children) {
    if (child->inlined) AssignHiddenIn(*child, active);
  }
  active.resize(mark);
}

void CodeGenerator::Prologue(const Span& span) {
  const Scope& scope = *unit_->scope;
  if (scope.kind == ScopeKind::kClass) {
    if (scope.needs_class_cell) code().Emit(span, Op::kMakeCell, CellFor(kNameClass));
    if (scope.needs_class_dict) {
      const Reg mark = code().next_temp();
      const Reg mapping = code().Alloc();
      code().Emit(span, Op::kMakeCell, CellFor(kNameClassDict));
      code().Emit(span, Op::kLoadLocals, mapping);
      code().Emit(span, Op::kStoreCell, CellFor(kNameClassDict), mapping);
      code().FreeTo(mark);
    }
    return;
  }
  for (const Symbol& symbol : scope.symbols) {
    if (symbol.is_cell && symbol.binding == Binding::kLocal) {
      code().Emit(span, Op::kMakeCell, symbol.reg);
    }
  }
}

std::string CodeGenerator::QualifiedName(const Scope* scope) const {
  const std::string name = Text(scope->name);
  const UnitState* parent = unit_;
  while (parent != nullptr && parent->scope->kind == ScopeKind::kTypeParameters &&
         parent->parent != nullptr) {
    parent = parent->parent;
  }
  if (parent == nullptr || parent->scope->kind == ScopeKind::kModule) return name;
  const Symbol* symbol =
      parent->scope->Find(names_.Mangle(parent->scope->private_name, names_.Text(scope->name)));
  const bool defined =
      scope->kind == ScopeKind::kClass ||
      (scope->kind == ScopeKind::kFunction && scope->comprehension == ComprehensionKind::kNone);
  if (defined && symbol != nullptr && symbol->binding == Binding::kGlobalExplicit) return name;
  std::string prefix = const_cast<UnitState*>(parent)->code.unit().qualname;
  // CPython says nothing of the locals of a generator expression.
  const bool plain = parent->scope->comprehension == ComprehensionKind::kNone;
  if (parent->scope->FunctionLike() && plain) prefix += ".<locals>";
  return prefix + "." + name;
}

// What `flags` says lies in the registers from `window` on; they are the topmost.
void CodeGenerator::MakeFunction(const Span& span, std::shared_ptr<const CodeUnit> function,
                                 const Scope* scope, uint32_t flags, Reg window, Reg dst) {
  const Reg mark = code().next_temp();
  if (!scope->free_names.empty()) {
    const Reg closure = flags == 0 ? mark : code().Alloc();
    if (flags == 0) window = code().Alloc();
    const uint32_t count = static_cast<uint32_t>(scope->free_names.size());
    const Reg cells = code().Alloc(count);
    for (uint32_t i = 0; i < count; i++) {
      code().Emit(span, Op::kMove, cells + i, CellFor(scope->free_names[i]));
    }
    code().Emit(span, Op::kBuildTuple, closure, cells, count);
    flags |= 8;
  }
  const uint32_t constant = code().AddCode(std::move(function));
  code().Emit(span, Op::kMakeFunction, dst, flags == 0 ? 0 : window, flags,
              static_cast<int32_t>(constant));
  code().FreeTo(mark);
}

// ---- functions

bool CodeGenerator::DefaultTuple(const Arguments& args, const Span& span) {
  if (args.defaults.empty()) return false;
  const Reg tuple = code().Alloc();
  const Reg mark = code().next_temp();
  const uint32_t count = static_cast<uint32_t>(args.defaults.size());
  const Reg window = code().Alloc(count);
  for (uint32_t i = 0; i < count; i++) To(args.defaults[i], window + i);
  code().Emit(span, Op::kBuildTuple, tuple, window, count);
  code().FreeTo(mark);
  return true;
}

bool CodeGenerator::KwDefaults(const Arguments& args, const Span& span) {
  const Reg dict = code().next_temp();
  uint32_t pairs = 0;
  for (size_t i = 0; i < args.kwonlyargs.size(); i++) {
    if (args.kw_defaults[i] == nullptr) continue;
    LoadText(span, code().Alloc(), names_.Text(Mangled(args.kwonlyargs[i]->arg)));
    ToTemp(args.kw_defaults[i]);
    pairs++;
  }
  if (pairs == 0) return false;
  code().Emit(span, Op::kBuildMap, dict, dict, pairs);
  code().FreeTo(dict + 1);
  return true;
}

uint32_t CodeGenerator::Defaults(const Arguments& args, const Span& span) {
  uint32_t flags = 0;
  if (DefaultTuple(args, span)) flags |= 1;
  if (KwDefaults(args, span)) flags |= 2;
  return flags;
}

bool CodeGenerator::Annotations(const FunctionDefBase* stmt) {
  const Reg dict = code().next_temp();
  uint32_t pairs = 0;
  auto add = [&](std::string_view name, const Expr* annotation) {
    if (annotation == nullptr) return;
    LoadText(stmt->span, code().Alloc(), name);
    Annotation(annotation, code().Alloc());
    pairs++;
  };
  auto add_arg = [&](const Arg* arg) {
    if (arg != nullptr) add(names_.Text(Mangled(arg->arg)), arg->annotation);
  };
  const Arguments& args = *stmt->args;
  for (const Arg* arg : args.args) add_arg(arg);
  for (const Arg* arg : args.posonlyargs) add_arg(arg);
  add_arg(args.vararg);
  for (const Arg* arg : args.kwonlyargs) add_arg(arg);
  add_arg(args.kwarg);
  add("return", stmt->returns);
  if (pairs == 0) return false;
  code().Emit(stmt->span, Op::kBuildMap, dict, dict, pairs);
  code().FreeTo(dict + 1);
  return true;
}

void CodeGenerator::FunctionFlags(const Arguments& args) {
  CodeUnit& unit = code().unit();
  unit.positional_only = static_cast<uint16_t>(args.posonlyargs.size());
  unit.positional = static_cast<uint16_t>(args.posonlyargs.size() + args.args.size());
  unit.keyword_only = static_cast<uint16_t>(args.kwonlyargs.size());
  if (args.vararg != nullptr) unit.flags |= bytecode::kVarArgs;
  if (args.kwarg != nullptr) unit.flags |= bytecode::kVarKeywords;
  const Scope& scope = *unit_->scope;
  if (scope.has_yield) {
    unit.flags |= scope.is_coroutine ? bytecode::kAsyncGenerator : bytecode::kGenerator;
  } else if (scope.is_coroutine) {
    unit.flags |= bytecode::kCoroutine;
  }
  const Scope* parent = scope.parent;
  while (parent != nullptr && parent->kind == ScopeKind::kTypeParameters) parent = parent->parent;
  if (parent != nullptr && parent->kind == ScopeKind::kClass) unit.flags |= bytecode::kMethod;
}

void CodeGenerator::CheckParameters(const Arguments& args) {
  auto check = [this](const Arg* arg) {
    if (arg != nullptr) CheckAssignable(arg->span, arg->arg);
  };
  for (const Arg* arg : args.posonlyargs) check(arg);
  for (const Arg* arg : args.args) check(arg);
  for (const Arg* arg : args.kwonlyargs) check(arg);
  check(args.vararg);
  check(args.kwarg);
}

// StopIteration that leaves a generator is an error of its own.
void CodeGenerator::WrapGenerator(const Span& span, Label handler, RegionId region, Reg exc) {
  code().Close(region);
  code().Bind(handler);
  code().Emit(span, Op::kIntrinsic, exc, exc,
              static_cast<uint32_t>(bytecode::Intrinsic::kStopIterationError));
  code().Emit(span, Op::kReraise, exc);
}

std::shared_ptr<const CodeUnit> CodeGenerator::FunctionUnit(const FunctionDefBase* stmt,
                                                            Scope* scope) {
  UnitState state{};
  Span first = stmt->span;
  if (!stmt->decorator_list.empty()) first = stmt->decorator_list[0]->span;
  EnterUnit(scope, state, stmt->name, first);
  FunctionFlags(*stmt->args);
  CheckParameters(*stmt->args);
  const Span at{first.line, 0, first.line, 0};
  Seq<Stmt*> body = stmt->body;
  std::optional<std::string> doc;
  Docstring(body, doc);
  if (doc) {
    code().AddConstant({Value::Str{*doc}});
    code().unit().has_docstring = true;
  }
  Prologue(at);
  const Span& last = stmt->body.back()->span;
  if (scope->has_yield || scope->is_coroutine) {
    const Label handler = code().NewLabel();
    const Reg exc = code().Alloc();
    const RegionId region = code().NewRegion(handler, exc);
    Body(body);
    const Reg none = code().Alloc();
    LoadNone(last, none);
    code().Emit(last, Op::kReturn, none);
    WrapGenerator(at, handler, region, exc);
  } else {
    Body(body);
  }
  return FinishUnit(last);
}

void CodeGenerator::FunctionStatement(const FunctionDefBase* stmt) {
  const Reg mark = code().next_temp();
  const Reg decorators = mark;
  for (const Expr* decorator : stmt->decorator_list) ToTemp(decorator);
  const Reg value = code().Alloc();
  if (!stmt->type_params.empty()) {
    GenericFunction(stmt, value);
  } else {
    const Reg window = code().next_temp();
    uint32_t flags = Defaults(*stmt->args, stmt->span);
    if (Annotations(stmt)) flags |= 4;
    Scope* scope = scopes_.Of(stmt);
    MakeFunction(stmt->span, FunctionUnit(stmt, scope), scope, flags, window, value);
    code().FreeTo(window);
  }
  Decorated(stmt->decorator_list, decorators, value);
  StoreName(stmt->span, Mangled(stmt->name), value);
  code().FreeTo(mark);
}

// The decorators are in the registers before `value`, the one applied last first.
void CodeGenerator::Decorated(Seq<Expr*> decorators, Reg first, Reg value) {
  for (size_t i = decorators.size(); i-- > 0;) {
    const Reg function = first + static_cast<Reg>(i);
    code().Emit(decorators[i]->span, Op::kCall, function, function, 1);
  }
  if (!decorators.empty()) {
    code().Emit(decorators[0]->span, Op::kMove, value, first);
  }
}

void CodeGenerator::LambdaTo(const Lambda* expr, Reg dst) {
  const Reg mark = code().next_temp();
  const uint32_t flags = Defaults(*expr->args, expr->span);
  Scope* scope = scopes_.Of(expr);
  UnitState state{};
  EnterUnit(scope, state, "<lambda>", expr->span);
  FunctionFlags(*expr->args);
  CheckParameters(*expr->args);
  const Span& at = expr->body->span;
  Prologue(at);
  if (scope->has_yield || scope->is_coroutine) {
    const Label handler = code().NewLabel();
    const Reg exc = code().Alloc();
    const RegionId region = code().NewRegion(handler, exc);
    const Reg value = Operand(expr->body);
    code().Emit(at, Op::kReturn, value);
    WrapGenerator(at, handler, region, exc);
  } else {
    const Reg value = Operand(expr->body);
    code().Emit(at, Op::kReturn, value);
  }
  MakeFunction(expr->span, FinishUnit(at), scope, flags, mark, dst);
  code().FreeTo(mark);
}

// ---- classes

std::shared_ptr<const CodeUnit> CodeGenerator::ClassUnit(const ClassDef* stmt, Scope* scope) {
  UnitState state{};
  Span first = stmt->span;
  if (!stmt->decorator_list.empty()) first = stmt->decorator_list[0]->span;
  EnterUnit(scope, state, stmt->name, first);
  const Span at{first.line, 0, first.line, 0};
  Prologue(at);
  const Reg mark = code().next_temp();
  const Reg value = code().Alloc();
  code().Emit(at, Op::kLoadName, value, NameIndex(kNameNameAttr));
  StoreName(at, kNameModuleAttr, value);
  LoadText(at, value, code().unit().qualname);
  StoreName(at, kNameQualname, value);
  LoadConstant(at, value, {static_cast<int64_t>(first.line)});
  StoreName(at, kNameFirstLine, value);
  if (!stmt->type_params.empty()) {
    code().Emit(at, Op::kLoadCell, value, CellFor(kNameTypeParams));
    StoreName(at, kNameTypeParamsAttr, value);
  }
  if (scope->has_annotations) code().Emit(at, Op::kSetupAnnotations);
  Seq<Stmt*> body = stmt->body;
  std::optional<std::string> doc;
  Docstring(body, doc);
  if (doc) {
    const Span& doc_span = stmt->body[0]->span;
    LoadText(doc_span, value, *doc);
    StoreName(doc_span, kNameDoc, value);
  }
  Body(body);
  Value::Tuple attributes;
  for (const std::string& name : unit_->static_attributes) {
    attributes.items.push_back({Value::Str{name}});
  }
  LoadConstant(at, value, {std::move(attributes)});
  StoreName(at, kNameStaticAttributes, value);
  if (scope->needs_class_dict) {
    code().Emit(at, Op::kMove, value, CellFor(kNameClassDict));
    StoreName(at, kNameClassDictCell, value);
  }
  if (scope->needs_class_cell) {
    code().Emit(at, Op::kMove, value, CellFor(kNameClass));
    StoreName(at, kNameClassCell, value);
    code().Emit(at, Op::kReturn, value);
  }
  code().FreeTo(mark);
  return FinishUnit(at);
}

// r[dst] = __build_class__(body, name, *bases, **keywords)
void CodeGenerator::ClassCall(const ClassDef* stmt, Reg dst, bool generic) {
  const Span& span = stmt->span;
  if (!CheckKeywords(stmt->keywords)) return;
  bool unpacks = false;
  for (const Expr* base : stmt->bases) unpacks = unpacks || base->Is<Starred>();
  for (const Keyword* keyword : stmt->keywords) unpacks = unpacks || keyword->arg.empty();
  const bool two_slots = !unpacks && !stmt->keywords.empty();
  const Reg mark = code().next_temp();
  const Reg function = code().Alloc(unpacks ? 3 : two_slots ? 2 : 1);
  code().Emit(span, Op::kLoadBuildClass, function);
  if (two_slots) code().EmitClear(span, function + 1);
  const Reg body = code().Alloc(2);
  Scope* scope = scopes_.Of(stmt);
  MakeFunction(span, ClassUnit(stmt, scope), scope, 0, 0, body);
  LoadText(span, body + 1, stmt->name);
  std::optional<Reg> generic_base;
  if (generic) generic_base = unit_->scope->Find(kNameGenericBase)->reg;
  if (unpacks) {
    UnpackedCall(span, dst, function, body, 2, stmt->bases, stmt->keywords, generic_base);
  } else {
    FinishCall(span, dst, {function, two_slots, 2}, stmt->bases, stmt->keywords, generic_base);
  }
  code().FreeTo(mark);
}

void CodeGenerator::ClassStatement(const ClassDef* stmt) {
  const Reg mark = code().next_temp();
  for (const Expr* decorator : stmt->decorator_list) ToTemp(decorator);
  const Reg value = code().Alloc();
  if (stmt->type_params.empty()) {
    ClassCall(stmt, value, false);
  } else {
    GenericClass(stmt, value);
  }
  Decorated(stmt->decorator_list, mark, value);
  StoreName(stmt->span, Mangled(stmt->name), value);
  code().FreeTo(mark);
}

}  // namespace heddle::compiler
