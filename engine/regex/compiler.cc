#include <algorithm>

#include "regex/parser.h"
#include "regex/program.h"

namespace heddle::regex {

namespace {

// What can come first: a set of characters, perhaps nothing at all, perhaps anything.
struct First {
  CharSet set = CharSet::Empty();
  bool nullable = true;
  bool unknown = false;  // anything

  bool decides() const { return !nullable && !unknown; }
  static First Anything() {
    First first;
    first.unknown = true;
    return first;
  }
  void Or(const First& other) {
    set.Add(other.set);
    nullable = nullable || other.nullable;
    unknown = unknown || other.unknown;
  }
  // This, then `next`.
  void Then(const First& next) {
    if (!nullable) return;
    Or(next);
    nullable = next.nullable;
  }
  bool IsDisjoint(const First& other) const {
    return decides() && other.decides() && set.IsDisjoint(other.set);
  }
};

CaseRule RuleOf(uint32_t flags) {
  if (!(flags & kIgnoreCase)) return CaseRule::kExact;
  return flags & kUnicode ? CaseRule::kUnicode : CaseRule::kAscii;
}

bool IsSingle(const Node& node) {
  return node.kind == NodeKind::kLiteral || node.kind == NodeKind::kAny ||
         node.kind == NodeKind::kSet;
}

// The node itself, or what a group that does nothing but group holds.
const Node& Unwrapped(const Node& node) {
  const Node* n = &node;
  while ((n->kind == NodeKind::kGroup && n->group == 0) ||
         (n->kind == NodeKind::kSequence && n->children.size() == 1)) {
    n = n->children[0].get();
  }
  return *n;
}

SetItem CharItem(char32_t c) {
  SetItem item;
  item.low = item.high = c;
  return item;
}

class Compiler {
 public:
  Compiler(const ParsedPattern& pattern, Program* program, Error* error)
      : pattern_(pattern), program_(*program), error_(*error) {}

  bool Run() {
    const Node& root = *pattern_.root;
    const First first = FirstOf(root);
    program_.min_width = static_cast<uint32_t>(std::min<uint64_t>(root.least, UINT32_MAX));
    if (first.decides() && root.least > 0)
      program_.first_set = static_cast<int32_t>(AddSet(first.set));
    program_.anchored = IsAnchored(root);
    bool whole = true;
    AddPrefix(root, &whole);
    leading_ = !pattern_.has_backrefs && first.decides() ? LeadingRepeat(root) : nullptr;
    // What follows the pattern is the end of the match, which may be asked to be that of the text.
    Emit(root, First::Anything());
    Put(kAccept);
    program_.registers = registers_;
    return !failed_;
  }

 private:
  using Place = size_t;

  void Put(uint32_t word) { program_.code.push_back(word); }
  void Put(std::initializer_list<uint32_t> words) {
    program_.code.insert(program_.code.end(), words);
  }
  Place Here() const { return program_.code.size(); }
  // Puts a place that is not known yet.
  Place PutHole() {
    Put(0u);
    return Here() - 1;
  }
  void Fill(Place hole) { program_.code[hole] = static_cast<uint32_t>(Here()); }
  uint32_t AddSet(const CharSet& set) {
    const auto known = std::find(program_.sets.begin(), program_.sets.end(), set);
    if (known != program_.sets.end()) {
      return static_cast<uint32_t>(known - program_.sets.begin());
    }
    program_.sets.push_back(set);
    return static_cast<uint32_t>(program_.sets.size()) - 1;
  }
  uint32_t NewRegisters(uint32_t count) {
    registers_ += count;
    return registers_ - count;
  }
  void Fail(std::string_view message) {
    if (failed_) return;
    failed_ = true;
    error_ = Error();
    error_.message.assign(message.begin(), message.end());
  }

  CharSet SetOf(const Node& node) const {
    const bool ascii = !(node.flags & kUnicode);
    switch (node.kind) {
      case NodeKind::kLiteral:
        return CharSet({CharItem(node.literal)}, false, RuleOf(node.flags), ascii);
      case NodeKind::kSet: return CharSet(node.items, node.negated, RuleOf(node.flags), ascii);
      default:
        return node.flags & kDotAll ? CharSet({}, true, CaseRule::kExact, true)
                                    : CharSet({CharItem('\n')}, true, CaseRule::kExact, true);
    }
  }

  // How a repetition matches a character of the node. `argument`: the character or the set.
  Single SingleOf(const Node& node, uint32_t* argument) {
    *argument = 0;
    if (node.kind == NodeKind::kAny) {
      return node.flags & kDotAll ? Single::kAny : Single::kNotNewline;
    }
    if (node.kind == NodeKind::kLiteral &&
        CaseVariants(node.literal, RuleOf(node.flags)).size() == 1) {
      *argument = node.literal;
      return Single::kChar;
    }
    *argument = AddSet(SetOf(node));
    return Single::kSet;
  }

  Single SingleOf(const First& first, uint32_t* argument) {
    *argument = 0;
    if (!first.decides()) return Single::kUnknown;
    const uint8_t* table = first.set.table();
    if (!first.set.may_be_high() && std::count(table, table + 256, 1) == 1) {
      *argument = static_cast<uint32_t>(std::find(table, table + 256, 1) - table);
      return Single::kChar;
    }
    *argument = AddSet(first.set);
    return Single::kSet;
  }

  First FirstOf(const Node& node) const {
    First first;
    switch (node.kind) {
      case NodeKind::kSequence:
        for (const NodePtr& child : node.children) {
          if (!first.nullable) break;
          first.Then(FirstOf(*child));
        }
        return first;
      case NodeKind::kBranch:
        first.nullable = false;
        for (const NodePtr& child : node.children) first.Or(FirstOf(*child));
        return first;
      case NodeKind::kLiteral:
      case NodeKind::kAny:
      case NodeKind::kSet:
        first.set = SetOf(node);
        first.nullable = false;
        return first;
      case NodeKind::kRepeat:
        if (node.max == 0) return first;
        first = FirstOf(*node.children[0]);
        first.nullable = first.nullable || node.min == 0;
        return first;
      case NodeKind::kGroup:
      case NodeKind::kAtomic: return FirstOf(*node.children[0]);
      case NodeKind::kConditional:
        first = FirstOf(*node.children[0]);
        if (node.children.size() > 1) {
          first.Or(FirstOf(*node.children[1]));
        } else {
          first.nullable = true;
        }
        return first;
      case NodeKind::kBackref: return First::Anything();
      case NodeKind::kAt:
      case NodeKind::kAssert:
      case NodeKind::kFailure: return first;
    }
    return First::Anything();
  }

  static bool IsAnchored(const Node& node) {
    switch (node.kind) {
      case NodeKind::kAt:
        return node.at == At::kStartOfText || (node.at == At::kStart && !(node.flags & kMultiline));
      case NodeKind::kSequence: return !node.children.empty() && IsAnchored(*node.children[0]);
      case NodeKind::kGroup:
      case NodeKind::kAtomic: return IsAnchored(*node.children[0]);
      case NodeKind::kBranch:
        return std::all_of(node.children.begin(), node.children.end(),
                           [](const NodePtr& child) { return IsAnchored(*child); });
      default: return false;
    }
  }

  // The literal text that every match begins with. `whole`: so far the pattern is nothing else.
  void AddPrefix(const Node& node, bool* whole) {
    if (!*whole) return;
    if (node.kind == NodeKind::kSequence || node.kind == NodeKind::kGroup) {
      for (const NodePtr& child : node.children) AddPrefix(*child, whole);
    } else if (node.kind == NodeKind::kLiteral &&
               CaseVariants(node.literal, RuleOf(node.flags)).size() == 1) {
      program_.prefix.push_back(node.literal);
    } else {
      *whole = false;
    }
  }

  // The repetition of single characters that every match begins with, or null.
  static const Node* LeadingRepeat(const Node& node) {
    switch (node.kind) {
      case NodeKind::kSequence:
        return node.children.empty() ? nullptr : LeadingRepeat(*node.children[0]);
      case NodeKind::kGroup: return LeadingRepeat(*node.children[0]);
      case NodeKind::kRepeat:
        return node.min > 0 && node.max == kNoLimit && IsSingle(Unwrapped(*node.children[0]))
                   ? &node
                   : nullptr;
      default: return nullptr;
    }
  }

  void Emit(const Node& node, const First& follow);
  void EmitSequence(const Node& node, const First& follow);
  void EmitLiteral(const Node& node);
  void EmitAt(const Node& node);
  void EmitBranch(const Node& node, const First& follow);
  void EmitRepeat(const Node& node, const First& follow);
  void EmitSingleRepeat(const Node& node, const Node& body, const First& follow);
  void EmitPossessive(const Node& node);
  Place EmitChoice(const First& body, const First& tail);
  void EmitAssert(const Node& node);

  const ParsedPattern& pattern_;
  Program& program_;
  Error& error_;
  const Node* leading_ = nullptr;
  uint32_t registers_ = 0;
  bool failed_ = false;
};

void Compiler::Emit(const Node& node, const First& follow) {
  if (failed_) return;
  switch (node.kind) {
    case NodeKind::kSequence: EmitSequence(node, follow); return;
    case NodeKind::kBranch: EmitBranch(node, follow); return;
    case NodeKind::kLiteral: EmitLiteral(node); return;
    case NodeKind::kAny: Put(node.flags & kDotAll ? kAnyChar : kAnyButNewline); return;
    case NodeKind::kSet: Put({kInSet, AddSet(SetOf(node))}); return;
    case NodeKind::kAt: EmitAt(node); return;
    case NodeKind::kRepeat: EmitRepeat(node, follow); return;
    case NodeKind::kGroup:
      if (node.group != 0) Put({kMark, 2 * node.group});
      Emit(*node.children[0], follow);
      if (node.group != 0) Put({kMark, 2 * node.group + 1});
      return;
    case NodeKind::kBackref:
      if (node.flags & kIgnoreCase) {
        Put({kBackrefLower, node.group, static_cast<uint32_t>(RuleOf(node.flags))});
      } else {
        Put({kBackref, node.group});
      }
      return;
    case NodeKind::kConditional: {
      Put({kIfGroup, node.group});
      const Place otherwise = PutHole();
      Emit(*node.children[0], follow);
      if (node.children.size() > 1) {
        Put(kJump);
        const Place end = PutHole();
        Fill(otherwise);
        Emit(*node.children[1], follow);
        Fill(end);
      } else {
        Fill(otherwise);
      }
      return;
    }
    case NodeKind::kAssert: EmitAssert(node); return;
    case NodeKind::kAtomic: {
      const uint32_t r = NewRegisters(1);
      Put({kAtomic, r});
      Emit(*node.children[0], First::Anything());
      Put({kAtomicEnd, r});
      return;
    }
    case NodeKind::kFailure: Put(kFail); return;
  }
}

void Compiler::EmitSequence(const Node& node, const First& follow) {
  const size_t count = node.children.size();
  std::vector<First> follows(count, follow);
  for (size_t i = count; i-- > 1;) {
    follows[i - 1] = FirstOf(*node.children[i]);
    follows[i - 1].Then(follows[i]);
  }
  for (size_t i = 0; i < count; ++i) {
    size_t end = i;
    while (end < count && node.children[end]->kind == NodeKind::kLiteral &&
           CaseVariants(node.children[end]->literal, RuleOf(node.children[end]->flags)).size() ==
               1) {
      ++end;
    }
    if (end - i < 2) {
      Emit(*node.children[i], follows[i]);
      continue;
    }
    Put({kString, static_cast<uint32_t>(end - i)});
    for (; i < end; ++i) Put(node.children[i]->literal);
    --i;
  }
}

void Compiler::EmitLiteral(const Node& node) {
  uint32_t argument;
  const Single single = SingleOf(node, &argument);
  Put({single == Single::kChar ? kChar : kInSet, argument});
}

void Compiler::EmitAt(const Node& node) {
  const bool lines = node.flags & kMultiline;
  switch (node.at) {
    case At::kStart: Put(lines ? kAtLineStart : kAtStart); return;
    case At::kEnd: Put(lines ? kAtLineEnd : kAtEnd); return;
    case At::kStartOfText: Put(kAtStart); return;
    case At::kEndOfText: Put(kAtEndOfText); return;
    case At::kBoundary:
    case At::kNotBoundary:
      Put({node.at == At::kBoundary ? kAtBoundary : kAtNotBoundary,
           node.flags & kUnicode ? 0u : 1u});
      return;
  }
}

void Compiler::EmitBranch(const Node& node, const First& follow) {
  const auto single = [](const NodePtr& child) { return IsSingle(Unwrapped(*child)); };
  if (std::all_of(node.children.begin(), node.children.end(), single)) {
    CharSet set = CharSet::Empty();
    bool exact = true;
    for (const NodePtr& child : node.children) {
      const CharSet other = SetOf(Unwrapped(*child));
      // Unions are exact below 256 only.
      exact = exact && (!set.may_be_high() || !other.may_be_high());
      set.Add(other);
    }
    if (exact) {
      Put({kInSet, AddSet(set)});
      return;
    }
  }
  const size_t count = node.children.size();
  std::vector<First> firsts;
  for (const NodePtr& child : node.children) {
    firsts.push_back(FirstOf(*child));
    firsts.back().Then(follow);
  }
  std::vector<First> later(count, firsts.back());
  for (size_t i = count - 1; i-- > 0;) {
    later[i] = later[i + 1];
    later[i].Or(firsts[i]);
  }
  std::vector<Place> ends;
  for (size_t i = 0; i < count; ++i) {
    if (i + 1 == count) {
      Emit(*node.children[i], follow);
      break;
    }
    const Place next = EmitChoice(firsts[i], later[i + 1]);
    Emit(*node.children[i], follow);
    Put(kJump);
    ends.push_back(PutHole());
    Fill(next);
  }
  for (const Place end : ends) Fill(end);
}

// Tries what is emitted next, which begins with `body`, before what begins at the place returned,
// which begins with `tail`.
Compiler::Place Compiler::EmitChoice(const First& body, const First& tail) {
  if (body.IsDisjoint(tail)) {
    Put({kGoIf, AddSet(body.set)});
  } else if (body.decides()) {
    Put({kSplitIf, AddSet(body.set)});
  } else {
    Put(kSplit);
  }
  return PutHole();
}

void Compiler::EmitRepeat(const Node& node, const First& follow) {
  if (node.max == 0) return;
  const Node& body = Unwrapped(*node.children[0]);
  if (IsSingle(body)) {
    EmitSingleRepeat(node, body, follow);
    return;
  }
  if (node.greed == Greed::kPossessive) {
    EmitPossessive(node);
    return;
  }
  const bool lazy = node.greed == Greed::kLazy;
  const First first = FirstOf(body);
  if (node.max == 1) {
    if (node.min == 1) {
      Emit(body, follow);
      return;
    }
    First begins = first;
    begins.Then(follow);
    if (lazy) {
      // The tail first: what is behind the body.
      Put(kSplitLazy);
      const Place tail = PutHole();
      Emit(body, follow);
      Fill(tail);
    } else {
      const Place tail = EmitChoice(begins, follow);
      Emit(body, follow);
      Fill(tail);
    }
    return;
  }
  First again = first;
  again.Then(follow);
  again.Or(follow);
  if (body.least > 0 && node.min <= 1 && node.max == kNoLimit) {
    const auto start = static_cast<uint32_t>(Here());
    Place tail = 0;
    const auto choose = [&] {
      if (!lazy) {
        tail = EmitChoice(first, follow);
        return;
      }
      Put(kSplitLazy);
      tail = PutHole();
    };
    if (node.min == 0) choose();
    Emit(body, again);
    if (node.min == 1) choose();
    Put({kJump, start});
    Fill(tail);
    return;
  }
  const uint32_t r = NewRegisters(2);
  Put({kLoopInit, r, kJump});
  const Place check = PutHole();
  const auto start = static_cast<uint32_t>(Here());
  Emit(body, again);
  Fill(check);
  Put({lazy ? kLoopLazy : kLoop, r, node.min, node.max, start});
}

void Compiler::EmitSingleRepeat(const Node& node, const Node& body, const First& follow) {
  uint32_t argument, next_argument;
  const Single single = SingleOf(body, &argument);
  const First first = FirstOf(body);
  RepeatMode mode = RepeatMode::kBacktracks;
  const bool possessive = node.greed == Greed::kPossessive;
  if (possessive || node.min == node.max || first.IsDisjoint(follow)) mode = RepeatMode::kKeeps;
  const bool lazy = node.greed == Greed::kLazy && node.min != node.max;
  if (lazy) mode = RepeatMode::kBacktracks;
  if (&node == leading_ && mode == RepeatMode::kKeeps) {
    mode = RepeatMode::kLeads;
    program_.leading_run = true;
  }
  // What cannot be given back need not be followed by anything.
  const Single next =
      mode == RepeatMode::kBacktracks ? SingleOf(follow, &next_argument) : Single::kUnknown;
  if (mode != RepeatMode::kBacktracks) next_argument = 0;
  Put({lazy ? kRepeatLazy : kRepeatSet, static_cast<uint32_t>(single), argument, node.min, node.max,
       static_cast<uint32_t>(next), next_argument, static_cast<uint32_t>(mode)});
}

// Every turn is atomic, and so is the whole.
void Compiler::EmitPossessive(const Node& node) {
  const uint32_t whole = NewRegisters(1), turn = NewRegisters(1), r = NewRegisters(2);
  Put({kAtomic, whole, kLoopInit, r, kJump});
  const Place check = PutHole();
  const auto start = static_cast<uint32_t>(Here());
  Put({kAtomic, turn});
  Emit(*node.children[0], First::Anything());
  Put({kAtomicEnd, turn});
  Fill(check);
  Put({kLoop, r, node.min, node.max, start, kAtomicEnd, whole});
}

void Compiler::EmitAssert(const Node& node) {
  const Node& body = *node.children[0];
  uint32_t back = 0;
  if (node.behind) {
    if (body.least != body.most) {
      Fail("look-behind requires fixed-width pattern");
      return;
    }
    if (body.least > UINT32_MAX) {
      Fail("looks too much behind");
      return;
    }
    back = static_cast<uint32_t>(body.least);
  }
  const uint32_t r = NewRegisters(2);
  if (!node.negated) {
    Put({kAhead, r, back});
    Emit(body, First::Anything());
    Put({kAheadEnd, r});
    return;
  }
  Put({kNotAhead, r, back});
  const Place holds = PutHole();
  Emit(body, First::Anything());
  Put({kNotAheadEnd, r});
  Fill(holds);
}

}  // namespace

bool Compile(std::u32string_view text, bool is_bytes, uint32_t flags, const CharacterNames& names,
             Program* program, std::vector<Warning>* warnings, Error* error) {
  ParsedPattern pattern;
  const bool parsed = ParsePattern(text, is_bytes, flags, names, &pattern, error);
  *warnings = std::move(pattern.warnings);
  if (!parsed) return false;
  program->groups = pattern.groups;
  program->flags = pattern.flags;
  program->names = pattern.names;
  return Compiler(pattern, program, error).Run();
}

}  // namespace heddle::regex
