// The match statement. A pattern jumps to its fail label or falls through; names that it captures
// wait in temporaries until the whole pattern has matched.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "compiler/codegen.h"
#include "compiler/fold.h"
#include "compiler/unparse.h"

namespace heddle::compiler {

using namespace syntax;
using Value = bytecode::Constant;

namespace {

bool IsWildcard(const Pattern* pattern) {
  return pattern->Is<MatchAs>() && pattern->As<MatchAs>()->name.empty();
}

// A constant, a negative number or a complex number: the parser lets through no other operators.
bool IsLiteral(const Expr* value) {
  return value->Is<Constant>() || value->Is<UnaryOp>() || value->Is<BinOp>();
}

// The same for keys that are equal: 0, 0.0 and False.
std::string KeyText(const Expr* key) {
  const std::optional<Value> value = Fold(key, true);
  if (!value) return Unparse(key);
  if (const auto* flag = std::get_if<bool>(&value->value)) return *flag ? "1" : "0";
  if (const auto* number = std::get_if<int64_t>(&value->value)) return std::to_string(*number);
  double real = 0;
  if (const auto* number = std::get_if<double>(&value->value)) {
    real = *number;
  } else if (const auto* complex = std::get_if<Value::Complex>(&value->value)) {
    if (complex->imag != 0) return Unparse(key);
    real = complex->real;
  } else {
    return Unparse(key);
  }
  constexpr double kExact = 9007199254740992;
  const bool integral = std::abs(real) <= kExact && real == std::trunc(real);
  return integral ? std::to_string(static_cast<int64_t>(real)) : std::to_string(real) + "f";
}

bool IsWildcardStar(const Pattern* pattern) {
  return pattern->Is<MatchStar>() && pattern->As<MatchStar>()->name.empty();
}

}  // namespace

void CodeGenerator::MatchStatement(const Match* stmt) {
  const Reg mark = code().next_temp();
  // A copy: patterns may assign the local that is the subject.
  const Reg subject = ToTemp(stmt->subject);
  const Label end = code().NewLabel();
  for (size_t i = 0; i < stmt->cases.size(); i++) {
    if (errors_.failed()) return;
    const MatchCase* match_case = stmt->cases[i];
    const bool last = i + 1 == stmt->cases.size();
    const Label next = code().NewLabel();
    const Reg inner = code().next_temp();
    PatternState state;
    state.fail = next;
    state.allow_irrefutable = match_case->guard != nullptr || last;
    MatchPattern(match_case->pattern, subject, state);
    for (const auto& [name, reg] : state.captures) {
      StoreName(match_case->pattern->span, name, reg);
    }
    code().FreeTo(inner);
    if (match_case->guard != nullptr) JumpIf(match_case->guard, next, false);
    Body(match_case->body);
    if (!last) code().Jump(match_case->body.back()->span, Op::kJump, end);
    code().Bind(next);
  }
  code().Bind(end);
  code().FreeTo(mark);
}

void CodeGenerator::MatchPattern(const Pattern* pattern, Reg subject, PatternState& state) {
  if (errors_.failed()) return;
  switch (pattern->kind) {
    case NodeKind::kMatchValue: return MatchValuePattern(pattern->As<MatchValue>(), subject, state);
    case NodeKind::kMatchSingleton: {
      const Reg mark = code().next_temp();
      const ConstantType type = pattern->As<MatchSingleton>()->value;
      if (type == ConstantType::kNone) {
        return code().Jump(pattern->span, Op::kJumpIfNotNone, state.fail, subject);
      }
      const Reg value = code().Alloc();
      LoadConstant(pattern->span, value, {type == ConstantType::kTrue});
      code().Emit(pattern->span, Op::kIs, value, subject, value);
      code().Jump(pattern->span, Op::kJumpIfFalse, state.fail, value);
      return code().FreeTo(mark);
    }
    case NodeKind::kMatchSequence:
      return MatchSequencePattern(pattern->As<syntax::MatchSequence>(), subject, state);
    case NodeKind::kMatchMapping:
      return MatchMappingPattern(pattern->As<syntax::MatchMapping>(), subject, state);
    case NodeKind::kMatchClass:
      return MatchClassPattern(pattern->As<syntax::MatchClass>(), subject, state);
    case NodeKind::kMatchAs: return MatchAsPattern(pattern->As<MatchAs>(), subject, state);
    case NodeKind::kMatchOr: return MatchOrPattern(pattern->As<MatchOr>(), subject, state);
    default: return;
  }
}

// Inside another pattern, what always matches makes nothing unreachable.
void CodeGenerator::MatchSubpattern(const Pattern* pattern, Reg subject, PatternState& state) {
  const bool allow = state.allow_irrefutable;
  state.allow_irrefutable = true;
  MatchPattern(pattern, subject, state);
  state.allow_irrefutable = allow;
}

void CodeGenerator::CaptureName(const Pattern* pattern, NameId name, Reg value,
                                PatternState& state) {
  if (!CheckAssignable(pattern->span, names_.Text(name))) return;
  for (const auto& [other, reg] : state.captures) {
    if (other != name) continue;
    Fail(pattern->span, "multiple assignments to name '" + Text(name) + "' in pattern");
    return;
  }
  const Reg reg = code().Alloc();
  code().Emit(pattern->span, Op::kMove, reg, value);
  state.captures.emplace_back(name, reg);
}

void CodeGenerator::MatchValuePattern(const MatchValue* pattern, Reg subject, PatternState& state) {
  const Expr* value = pattern->value;
  if (!IsLiteral(value) && !value->Is<Attribute>()) {
    Fail(pattern->span, "patterns may only match literals and attribute lookups");
    return;
  }
  JumpIfComparison(pattern->span, CmpOperator::kEq, subject, nullptr, value, state.fail, false,
                   std::nullopt);
}

void CodeGenerator::MatchAsPattern(const MatchAs* pattern, Reg subject, PatternState& state) {
  if (pattern->pattern == nullptr) {
    if (!state.allow_irrefutable) {
      const std::string what =
          pattern->name.empty() ? "wildcard" : "name capture '" + std::string(pattern->name) + "'";
      Fail(pattern->span, what + " makes remaining patterns unreachable");
      return;
    }
    if (!pattern->name.empty()) CaptureName(pattern, Mangled(pattern->name), subject, state);
    return;
  }
  MatchPattern(pattern->pattern, subject, state);
  CaptureName(pattern, Mangled(pattern->name), subject, state);
}

void CodeGenerator::MatchSequencePattern(const syntax::MatchSequence* pattern, Reg subject,
                                         PatternState& state) {
  const Span& span = pattern->span;
  const Seq<Pattern*> items = pattern->patterns;
  size_t star = items.size();
  bool only_wildcard = true;
  for (size_t i = 0; i < items.size(); i++) {
    if (items[i]->Is<MatchStar>()) {
      if (star != items.size()) {
        Fail(span, "multiple starred names in sequence pattern");
        return;
      }
      star = i;
      only_wildcard = only_wildcard && IsWildcardStar(items[i]);
    } else {
      only_wildcard = only_wildcard && IsWildcard(items[i]);
    }
  }
  const bool starred = star != items.size();
  const Reg test = code().Alloc();
  code().Emit(span, Op::kMatchSequence, test, subject);
  code().Jump(span, Op::kJumpIfFalse, state.fail, test);
  const uint32_t length = static_cast<uint32_t>(items.size()) - (starred ? 1 : 0);
  if (length > 0 || !starred) {
    code().Emit(span, Op::kGetLen, test, subject);
    if (length < 0x8000) {
      code().Jump(span, starred ? Op::kJumpIfLtInt : Op::kJumpIfNeInt, state.fail, test, length);
    } else {
      const Reg limit = code().Alloc();
      LoadConstant(span, limit, {static_cast<int64_t>(length)});
      code().Jump(span, starred ? Op::kJumpIfLt : Op::kJumpIfNe, state.fail, test, limit);
    }
  }
  if (only_wildcard) return;
  if (starred && IsWildcardStar(items[star])) {
    // Only the items that matter are taken, from both ends.
    for (size_t i = 0; i < items.size(); i++) {
      if (i == star || IsWildcard(items[i])) continue;
      const Reg item = code().Alloc();
      if (i < star) {
        LoadConstant(span, item, {static_cast<int64_t>(i)});
      } else {
        // Not a negative index: the sequence may be one that knows none.
        const Reg from_end = code().Alloc();
        code().Emit(span, Op::kGetLen, item, subject);
        LoadConstant(span, from_end, {static_cast<int64_t>(items.size() - i)});
        code().Emit(span, Op::kSub, item, item, from_end);
      }
      code().Emit(span, Op::kLoadSubscr, item, subject, item);
      MatchSubpattern(items[i], item, state);
    }
    return;
  }
  const Reg window = code().Alloc(static_cast<uint32_t>(items.size()));
  if (starred) {
    code().Emit(span, Op::kUnpackEx, window, subject, static_cast<uint32_t>(star),
                static_cast<int32_t>(items.size() - star - 1));
  } else {
    code().Emit(span, Op::kUnpackSequence, window, subject, static_cast<uint32_t>(items.size()));
  }
  for (size_t i = 0; i < items.size(); i++) {
    const Reg item = window + static_cast<Reg>(i);
    if (i == star) {
      const auto* capture = items[i]->As<MatchStar>();
      if (!capture->name.empty()) CaptureName(items[i], Mangled(capture->name), item, state);
    } else {
      MatchSubpattern(items[i], item, state);
    }
  }
}

void CodeGenerator::MatchMappingPattern(const syntax::MatchMapping* pattern, Reg subject,
                                        PatternState& state) {
  const Span& span = pattern->span;
  const uint32_t count = static_cast<uint32_t>(pattern->keys.size());
  const Reg test = code().Alloc();
  code().Emit(span, Op::kMatchMapping, test, subject);
  code().Jump(span, Op::kJumpIfFalse, state.fail, test);
  if (count == 0 && pattern->rest.empty()) return;
  if (count > 0) {
    code().Emit(span, Op::kGetLen, test, subject);
    code().Jump(span, Op::kJumpIfLtInt, state.fail, test, count & 0x7fff);
  }
  const Reg keys = code().Alloc(2);
  const Reg values = keys + 1;
  const Reg mark = code().next_temp();
  const Reg window = code().Alloc(count);
  std::set<std::string> seen;
  for (uint32_t i = 0; i < count; i++) {
    const Expr* key = pattern->keys[i];
    if (!key->Is<Attribute>() && !IsLiteral(key)) {
      Fail(span, "mapping pattern keys may only match literals and attribute lookups");
      return;
    }
    if (IsLiteral(key)) {
      if (!seen.insert(KeyText(key)).second) {
        Fail(span, "mapping pattern checks duplicate key (" + Unparse(key) + ")");
        return;
      }
    }
    To(key, window + i);
  }
  code().Emit(span, Op::kBuildTuple, keys, count == 0 ? 0 : window, count);
  code().FreeTo(mark);
  if (count > 0) {
    code().Emit(span, Op::kMatchKeys, values, subject, keys);
    code().Jump(span, Op::kJumpIfNone, state.fail, values);
    const Reg items = code().Alloc(count);
    code().Emit(span, Op::kUnpackSequence, items, values, count);
    for (uint32_t i = 0; i < count; i++) MatchSubpattern(pattern->patterns[i], items + i, state);
  }
  if (!pattern->rest.empty()) {
    const Reg rest = code().Alloc();
    code().Emit(span, Op::kCopyDictWithout, rest, subject, keys);
    CaptureName(pattern, Mangled(pattern->rest), rest, state);
  }
}

void CodeGenerator::MatchClassPattern(const syntax::MatchClass* pattern, Reg subject,
                                      PatternState& state) {
  const Span& span = pattern->span;
  const Seq<Identifier> attributes = pattern->kwd_attrs;
  for (size_t i = 0; i < attributes.size(); i++) {
    if (!CheckAssignable(pattern->kwd_patterns[i]->span, attributes[i])) return;
    for (size_t j = i + 1; j < attributes.size(); j++) {
      if (attributes[i] != attributes[j]) continue;
      Fail(pattern->kwd_patterns[j]->span,
           "attribute name repeated in class pattern: " + std::string(attributes[j]));
      return;
    }
  }
  const uint32_t positional = static_cast<uint32_t>(pattern->patterns.size());
  const uint32_t count = positional + static_cast<uint32_t>(attributes.size());
  const Reg values = code().Alloc(3);
  const Reg cls = values + 1;
  To(pattern->cls, cls);
  Value::Tuple names;
  for (const Identifier name : attributes) {
    names.items.push_back({Value::Str{std::string(name)}});
  }
  LoadConstant(span, cls + 1, {std::move(names)});
  code().Emit(span, Op::kMatchClass, values, subject, cls, static_cast<int32_t>(positional));
  code().Jump(span, Op::kJumpIfNone, state.fail, values);
  if (count == 0) return;
  const Reg items = code().Alloc(count);
  code().Emit(span, Op::kUnpackSequence, items, values, count);
  for (uint32_t i = 0; i < count; i++) {
    const Pattern* item =
        i < positional ? pattern->patterns[i] : pattern->kwd_patterns[i - positional];
    MatchSubpattern(item, items + i, state);
  }
}

void CodeGenerator::MatchOrPattern(const MatchOr* pattern, Reg subject, PatternState& state) {
  const Label matched = code().NewLabel();
  const size_t before = state.captures.size();
  const Label fail = state.fail;
  const bool allow = state.allow_irrefutable;
  // The captures of the first alternative, in registers of their own that every alternative fills.
  std::vector<std::pair<NameId, Reg>> agreed;
  const size_t count = pattern->patterns.size();
  for (size_t i = 0; i < count; i++) {
    const Pattern* alternative = pattern->patterns[i];
    const bool last = i + 1 == count;
    const Label next = code().NewLabel();
    state.fail = last ? fail : next;
    state.allow_irrefutable = allow && last;
    MatchPattern(alternative, subject, state);
    if (errors_.failed()) return;
    std::vector<std::pair<NameId, Reg>> captured(state.captures.begin() + before,
                                                 state.captures.end());
    state.captures.resize(before);
    if (i == 0) {
      agreed = captured;
    } else {
      bool same = captured.size() == agreed.size();
      for (const auto& [name, to] : agreed) {
        const auto found = std::find_if(captured.begin(), captured.end(),
                                        [name = name](const auto& c) { return c.first == name; });
        if (found == captured.end()) {
          same = false;
        } else {
          code().Emit(alternative->span, Op::kMove, to, found->second);
        }
      }
      if (!same) {
        Fail(pattern->span, "alternative patterns bind different names");
        return;
      }
    }
    if (!last) code().Jump(alternative->span, Op::kJump, matched);
    code().Bind(next);
  }
  code().Bind(matched);
  state.fail = fail;
  state.allow_irrefutable = allow;
  state.captures.insert(state.captures.end(), agreed.begin(), agreed.end());
}

}  // namespace heddle::compiler
