#include <utility>

#include "compiler/codegen.h"
#include "compiler/suspicions.h"

namespace heddle::compiler {

using namespace syntax;
using Value = bytecode::Constant;

namespace {

// More arguments than this go through a list.
constexpr size_t kMostArguments = 1000;

bool NeedsUnpacking(Seq<Expr*> args, Seq<Keyword*> keywords) {
  if (args.size() + keywords.size() > kMostArguments) return true;
  for (const Expr* arg : args) {
    if (arg->Is<Starred>()) return true;
  }
  for (const Keyword* keyword : keywords) {
    if (keyword->arg.empty()) return true;
  }
  return false;
}

}  // namespace

// As CPython has it: what happens to an attribute begins on the line where its name is.
SourceSpan CodeGenerator::AtAttribute(SourceSpan span, const Attribute* attribute) {
  const SourceSpan& at = attribute->span;
  if (span.line == at.end_line) return span;
  span.line = at.end_line;
  uint32_t length = 0;
  for (const char ch : attribute->attr) length += (ch & 0xc0) != 0x80;
  span.col = at.end_col >= length ? at.end_col - length : 0;
  return span;
}

bool CodeGenerator::CheckKeywords(Seq<Keyword*> keywords) {
  for (size_t i = 0; i < keywords.size(); i++) {
    if (keywords[i]->arg.empty()) continue;
    if (!CheckAssignable(keywords[i]->span, keywords[i]->arg)) return false;
    for (size_t j = i + 1; j < keywords.size(); j++) {
      if (keywords[j]->arg == keywords[i]->arg) {
        return Fail(keywords[j]->span,
                    "keyword argument repeated: " + std::string(keywords[i]->arg));
      }
    }
  }
  return true;
}

// Registers for a call: the destination is one of them when it is the topmost.
Reg CodeGenerator::WindowFor(Reg dst, uint32_t count) {
  if (code().IsTemp(dst) && dst + 1 == code().next_temp()) {
    code().Alloc(count - 1);
    return dst;
  }
  return code().Alloc(count);
}

void CodeGenerator::CallTo(const Call* expr, Reg dst) {
  Warn(expr->func->span, WarningOfCall(expr));
  if (!CheckKeywords(expr->keywords)) return;
  if (SuperCallTo(expr, dst)) return;
  const Reg mark = code().next_temp();
  if (NeedsUnpacking(expr->args, expr->keywords)) {
    const Reg window = code().Alloc(3);
    To(expr->func, window);
    UnpackedCall(expr->span, dst, window, 0, 0, expr->args, expr->keywords, std::nullopt);
  } else if (expr->func->Is<Attribute>()) {
    const auto* function = expr->func->As<Attribute>();
    const Reg window = WindowFor(dst, 2);
    const Reg object = Operand(function->value, nullptr, window);
    code().Emit(AtAttribute(function->span, function), Op::kLoadMethod, window, object,
                NameIndex(Mangled(function->attr)));
    FinishCall(AtAttribute(expr->span, function), dst, {window, true, 0}, expr->args,
               expr->keywords, std::nullopt);
  } else {
    const bool named = !expr->keywords.empty();
    const Reg window = WindowFor(dst, named ? 2 : 1);
    To(expr->func, window);
    if (named) code().EmitClear(expr->span, window + 1);
    FinishCall(expr->span, dst, {window, named, 0}, expr->args, expr->keywords, std::nullopt);
  }
  code().FreeTo(mark);
}

void CodeGenerator::FinishCall(const Span& span, Reg dst, CallWindow window, Seq<Expr*> args,
                               Seq<Keyword*> keywords, std::optional<Reg> last) {
  uint32_t count = window.placed;
  for (const Expr* arg : args) {
    ToTemp(arg);
    count++;
  }
  if (last) {
    code().Emit(span, Op::kMove, code().Alloc(), *last);
    count++;
  }
  if (keywords.empty()) {
    const Op op = window.two_slots ? Op::kCallMethod : Op::kCall;
    return code().Emit(span, op, dst, window.base, count);
  }
  Value::Tuple names;
  for (const Keyword* keyword : keywords) {
    ToTemp(keyword->value);
    names.items.push_back({Value::Str{std::string(keyword->arg)}});
    count++;
  }
  const uint32_t constant = code().AddConstant({std::move(names)});
  code().Emit(span, Op::kCallKw, dst, window.base, count, static_cast<int32_t>(constant));
}

// A tuple for sure: the *args parameter, never assigned.
bool CodeGenerator::IsOwnVarargs(const Expr* expr) {
  if (!expr->Is<Name>() || !unit_->comprehensions.empty()) return false;
  const auto& unit = code().unit();
  if ((unit.flags & bytecode::kVarArgs) == 0) return false;
  const Symbol* symbol = unit_->scope->Find(Mangled(expr->As<Name>()->id));
  return symbol != nullptr && !symbol->is_cell && (symbol->flags & ~kUsed) == kDefParameter &&
         symbol->reg == static_cast<Reg>(unit.positional) + unit.keyword_only;
}

// The function is in r[function], the next two registers are free. Arguments already evaluated
// start at `first`.
void CodeGenerator::UnpackedCall(const Span& span, Reg dst, Reg function, Reg first,
                                 uint32_t placed, Seq<Expr*> args, Seq<Keyword*> keywords,
                                 std::optional<Reg> last) {
  const Reg list = function + 1;
  if (placed == 0 && args.size() == 1 && args[0]->Is<Starred>() && !last &&
      IsOwnVarargs(args[0]->As<Starred>()->value)) {
    To(args[0]->As<Starred>()->value, list);
  } else if (placed == 0 && args.size() == 1 && args[0]->Is<Starred>() && !last) {
    code().Emit(span, Op::kBuildList, list, 0, 0);
    const Reg mark = code().next_temp();
    const Reg item = Operand(args[0]->As<Starred>()->value);
    code().Emit(span, Op::kListExtend, list, item, 1);
    code().FreeTo(mark);
  } else if (placed == 0) {
    ListWithStars(span, args, list);
  } else {
    code().Emit(span, Op::kBuildList, list, first, placed);
    ExtendList(span, args, list);
  }
  if (last) code().Emit(span, Op::kListAppend, list, *last);
  if (keywords.empty()) {
    code().EmitClear(span, function + 2);
  } else {
    UnpackedKeywords(span, keywords, function + 2, function);
  }
  code().Emit(span, Op::kCallEx, dst, function);
}

void CodeGenerator::UnpackedKeywords(const Span& span, Seq<Keyword*> keywords, Reg dict,
                                     Reg function) {
  const Reg mark = code().next_temp();
  bool started = false;
  for (size_t i = 0; i < keywords.size();) {
    if (keywords[i]->arg.empty()) {
      if (!started) code().Emit(span, Op::kBuildMap, dict, 0, 0);
      const Reg mapping = Operand(keywords[i]->value);
      code().Emit(span, Op::kDictMerge, dict, mapping, function);
      i++;
    } else {
      const Reg window = code().next_temp();
      uint32_t pairs = 0;
      for (; i < keywords.size() && !keywords[i]->arg.empty() && pairs < 32; i++, pairs++) {
        LoadText(keywords[i]->span, code().Alloc(), keywords[i]->arg);
        ToTemp(keywords[i]->value);
      }
      if (started) {
        code().Emit(span, Op::kBuildMap, window, window, pairs);
        code().Emit(span, Op::kDictMerge, dict, window, function);
      } else {
        code().Emit(span, Op::kBuildMap, dict, window, pairs);
      }
    }
    started = true;
    code().FreeTo(mark);
  }
}

// super() in a method is super(__class__, first parameter).
bool CodeGenerator::SuperCallTo(const Call* expr, Reg dst) {
  if (!expr->func->Is<Name>() || expr->func->As<Name>()->id != "super") return false;
  if (!expr->args.empty() || !expr->keywords.empty()) return false;
  const Scope& scope = *unit_->scope;
  if (scope.kind != ScopeKind::kFunction || scope.comprehension != ComprehensionKind::kNone ||
      code().unit().positional == 0) {
    return false;
  }
  const Symbol* cell = scope.Find(kNameClass);
  if (cell == nullptr || cell->binding != Binding::kFree) return false;
  const Place super = PlaceOf(kNameSuper);
  if (super.kind != Place::kGlobal) return false;
  const Reg mark = code().next_temp();
  const Reg window = WindowFor(dst, 3);
  LoadName(expr->func->span, kNameSuper, window);
  code().Emit(expr->span, Op::kLoadCell, window + 1, CellFor(kNameClass));
  const Symbol& self = *scope.Find(scope.parameters[0]);
  code().Emit(expr->span, self.is_cell ? Op::kLoadCell : Op::kLoadLocal, window + 2, self.reg);
  code().Emit(expr->span, Op::kCall, dst, window, 2);
  code().FreeTo(mark);
  return true;
}

}  // namespace heddle::compiler
