#include "regex/parser.h"

#include <algorithm>

#include "objects/unicode.h"
#include "regex/tokenizer.h"

namespace heddle::regex {

namespace {

constexpr uint32_t kMaxGroups = 1073741823;
// Groups within groups: bounds the recursion of the parser and the compiler, whose frames take some
// 3 KiB a level of the C stack (1 MiB in wasm).
constexpr int kMaxDepth = 180;

uint64_t SaturatingAdd(uint64_t a, uint64_t b) { return a > kMaxWidth - b ? kMaxWidth : a + b; }
uint64_t SaturatingMultiply(uint64_t a, uint64_t b) {
  return b != 0 && a > kMaxWidth / b ? kMaxWidth : a * b;
}

bool IsHex(char32_t c) { return IsDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

uint32_t HexNumber(std::u32string_view digits) {
  uint32_t number = 0;
  for (const char32_t c : digits)
    number = number << 4 | (IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  return number;
}

uint32_t FlagOf(const Token& token) {
  if (token.length != 1) return 0;
  switch (token.c) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiline;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 'u': return kUnicode;
    default: return 0;
  }
}

bool IsBlank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Parser {
 public:
  Parser(std::u32string_view text, bool is_bytes, uint32_t flags, const CharacterNames& names,
         ParsedPattern* pattern, Error* error)
      : source_(text, is_bytes, error), names_(names), pattern_(pattern), global_flags_(flags) {}

  bool Run();

 private:
  struct Width {
    uint64_t least = 0, most = 0;
    bool known = false;
  };

  NodePtr ParseBranches(uint32_t flags, int depth);
  NodePtr ParseSequence(uint32_t flags, int depth, bool first);
  bool ParseItem(const Token& token, Node* sequence, uint32_t* flags, int depth, bool first);
  bool ParseSet(Node* sequence, uint32_t flags);
  bool ParseSetEscape(const Token& token, SetItem* item, std::u32string* text);
  bool ParseEscape(const Token& token, Node* sequence, uint32_t flags);
  bool ParseNumericEscape(std::u32string text, char32_t* c, bool* done);
  bool ParseCharacterName(char32_t* c);
  bool ParseDigits(std::u32string text, Node* sequence, uint32_t flags);
  bool ParseRepeat(const Token& token, Node* sequence, uint32_t flags);
  bool ParseGroup(Node* sequence, uint32_t* flags, int depth, bool first);
  bool ParseAssertion(Node* sequence, uint32_t flags, int depth, uint32_t start, Token token);
  bool ParseConditional(Node* sequence, uint32_t flags, int depth, uint32_t start);
  bool ParseNamedBackref(Node* sequence, uint32_t flags);
  bool ParseFlags(Token token, uint32_t* add, uint32_t* remove, bool* global);
  bool OpenGroup(const std::u32string* name, uint32_t* group);
  bool CheckLookbehind(uint32_t group);
  bool FixFlags();
  int64_t GroupNamed(const std::u32string& name) const;
  bool IsOpen(uint32_t group) const { return group >= groups_.size() || !groups_[group].known; }
  // Flags as they are in effect: of the types exactly one.
  uint32_t InEffect(uint32_t flags) const {
    if (!source_.is_bytes() && (flags & kTypeFlags) == 0) flags |= kUnicode;
    return flags;
  }
  void Append(Node* sequence, NodePtr node) { sequence->children.push_back(std::move(node)); }
  void AppendBackref(Node* sequence, uint32_t flags, uint32_t group);
  void AppendLiteral(Node* sequence, uint32_t flags, char32_t c) {
    auto node = std::make_unique<Node>(NodeKind::kLiteral, InEffect(flags));
    node->literal = c;
    node->least = node->most = 1;
    Append(sequence, std::move(node));
  }
  void Warn(bool is_deprecation, std::string text) {
    pattern_->warnings.push_back({is_deprecation, std::move(text)});
  }

  Tokenizer source_;
  const CharacterNames& names_;
  ParsedPattern* pattern_;
  uint32_t global_flags_;
  std::vector<Width> groups_ = {Width()};               // group 0 is never closed
  std::vector<std::pair<uint32_t, uint32_t>> forward_;  // groups that conditions name, and where
  int64_t lookbehind_groups_ = -1;  // groups opened before the lookbehind that we are in
};

// The width of a sequence, once it has all its children.
NodePtr Finish(NodePtr sequence) {
  for (const NodePtr& child : sequence->children) {
    sequence->least = SaturatingAdd(sequence->least, child->least);
    sequence->most = SaturatingAdd(sequence->most, child->most);
  }
  return sequence;
}

bool Parser::Run() {
  if (source_.failed()) return false;
  NodePtr root = ParseBranches(global_flags_, 0);
  if (source_.failed() || !FixFlags()) return false;
  if (!source_.AtEnd()) return source_.Fail("unbalanced parenthesis");
  for (const auto& [group, position] : forward_) {
    if (group >= groups_.size()) {
      return source_.FailAt(fmt::format("invalid group reference {}", group), position);
    }
  }
  pattern_->root = std::move(root);
  pattern_->flags = global_flags_;
  pattern_->groups = static_cast<uint32_t>(groups_.size()) - 1;
  return true;
}

bool Parser::FixFlags() {
  const auto fail = [&](std::string_view message) {
    return source_.FailAt(message, -1, Error::Kind::kValue);
  };
  if (source_.is_bytes()) {
    if (global_flags_ & kUnicode) return fail("cannot use UNICODE flag with a bytes pattern");
    if (global_flags_ & kLocale && global_flags_ & kAscii) {
      return fail("ASCII and LOCALE flags are incompatible");
    }
    return true;
  }
  if (global_flags_ & kLocale) return fail("cannot use LOCALE flag with a str pattern");
  if (!(global_flags_ & kAscii)) {
    global_flags_ |= kUnicode;
  } else if (global_flags_ & kUnicode) {
    return fail("ASCII and UNICODE flags are incompatible");
  }
  return true;
}

NodePtr Parser::ParseBranches(uint32_t flags, int depth) {
  if (depth > kMaxDepth) {
    source_.FailAt("maximum recursion depth exceeded", -1, Error::Kind::kRecursion);
    return nullptr;
  }
  auto branch = std::make_unique<Node>(NodeKind::kBranch);
  branch->least = kMaxWidth;
  do {
    if (depth == 0) flags = global_flags_;
    NodePtr item = ParseSequence(flags, depth, depth == 0 && branch->children.empty());
    if (item == nullptr) return nullptr;
    branch->least = std::min(branch->least, item->least);
    branch->most = std::max(branch->most, item->most);
    branch->children.push_back(std::move(item));
  } while (source_.Match('|'));
  if (source_.failed()) return nullptr;
  return branch->children.size() == 1 ? std::move(branch->children[0]) : std::move(branch);
}

NodePtr Parser::ParseSequence(uint32_t flags, int depth, bool first) {
  auto sequence = std::make_unique<Node>(NodeKind::kSequence);
  while (!source_.failed() && !source_.AtEnd() && !source_.next().Is('|') &&
         !source_.next().Is(')')) {
    const Token token = source_.Get();
    if (source_.failed()) return nullptr;
    if (flags & kVerbose && token.length == 1) {
      if (token.c < 0x80 && IsBlank(token.c)) continue;
      if (token.c == '#') {
        Token skipped = source_.Get();
        while (skipped.length != 0 && !skipped.Is('\n')) skipped = source_.Get();
        continue;
      }
    }
    if (!ParseItem(token, sequence.get(), &flags, depth, first)) return nullptr;
  }
  if (source_.failed()) return nullptr;
  return Finish(std::move(sequence));
}

bool Parser::ParseItem(const Token& token, Node* sequence, uint32_t* flags, int depth, bool first) {
  if (token.IsEscape()) return ParseEscape(token, sequence, *flags);
  switch (token.c) {
    case '[': return ParseSet(sequence, *flags);
    case '(': return ParseGroup(sequence, flags, depth, first);
    case '*':
    case '+':
    case '?':
    case '{': return ParseRepeat(token, sequence, *flags);
    case '.': {
      auto node = std::make_unique<Node>(NodeKind::kAny, InEffect(*flags));
      node->least = node->most = 1;
      Append(sequence, std::move(node));
      return true;
    }
    case '^':
    case '$': {
      auto node = std::make_unique<Node>(NodeKind::kAt, InEffect(*flags));
      node->at = token.c == '^' ? At::kStart : At::kEnd;
      Append(sequence, std::move(node));
      return true;
    }
    default: AppendLiteral(sequence, *flags, token.c); return true;
  }
}

bool CategoryOf(char32_t c, SetItem* item) {
  item->is_category = true;
  switch (c | 0x20) {
    case 'd': item->category = Category::kDigit; break;
    case 's': item->category = Category::kSpace; break;
    case 'w': item->category = Category::kWord; break;
    default: return false;
  }
  item->negated = c < 'a';
  return c < 0x80;
}

// \x, \u, \U, \N: `text` is the backslash and the letter. `done` says whether it was one of these.
bool Parser::ParseNumericEscape(std::u32string text, char32_t* c, bool* done) {
  *done = true;
  int digits = 0;
  switch (text[1]) {
    case 'x': digits = 2; break;
    case 'u': digits = source_.is_bytes() ? 0 : 4; break;
    case 'U': digits = source_.is_bytes() ? 0 : 8; break;
    case 'N':
      if (!source_.is_bytes()) return ParseCharacterName(c);
      break;
    default: break;
  }
  if (digits == 0) {
    *done = false;
    return true;
  }
  source_.GetWhile(digits, IsHex, &text);
  if (source_.failed()) return false;
  if (text.size() != static_cast<size_t>(digits) + 2) {
    return source_.Fail(U"incomplete escape " + text, text.size());
  }
  *c = HexNumber(std::u32string_view(text).substr(2));
  return *c <= 0x10ffff || source_.Fail(U"bad escape " + text, text.size());
}

bool Parser::ParseCharacterName(char32_t* c) {
  if (!source_.Match('{')) return source_.Fail("missing {");
  std::u32string name;
  if (!source_.GetUntil('}', "character name", &name)) return false;
  const auto found = names_.find(name);
  if (found == names_.end()) {
    return source_.FailName("", name, 0, Error::Kind::kCharacterName);
  }
  *c = found->second;
  if (*c <= 0x10ffff) return true;
  return source_.FailName("undefined character name {}", name, name.size() + 4);
}

bool Parser::ParseSetEscape(const Token& token, SetItem* item, std::u32string* text) {
  *text = token.text();
  const char32_t c = token.escaped;
  if (const char32_t simple = SimpleEscape(c); simple != 0) {
    item->low = item->high = simple;
    return true;
  }
  if (CategoryOf(c, item)) return true;
  *item = SetItem();
  bool done = false;
  if (!ParseNumericEscape(*text, &item->low, &done)) return false;
  if (!done) {
    if (IsOctal(c)) {
      std::u32string octal = *text;
      source_.GetWhile(2, IsOctal, &octal);
      item->low = OctalNumber(std::u32string_view(octal).substr(1));
      if (item->low > 0377) {
        return source_.Fail(U"octal escape value " + octal + U" outside of range 0-0o377",
                            octal.size());
      }
    } else if (IsDigit(c) || IsAsciiLetter(c)) {
      return source_.Fail(U"bad escape " + *text, text->size());
    } else {
      item->low = c;
    }
  }
  item->high = item->low;
  return !source_.failed();
}

bool Parser::ParseSet(Node* sequence, uint32_t flags) {
  const uint32_t here = source_.Tell() - 1;
  if (source_.next().Is('[')) {
    Warn(false, fmt::format("Possible nested set at position {}", source_.Tell()));
  }
  const bool negated = source_.Match('^');
  std::vector<SetItem> items;
  const auto unterminated = [&] {
    return source_.Fail("unterminated character set", source_.Tell() - here);
  };
  while (true) {
    const Token token = source_.Get();
    if (source_.failed()) return false;
    if (token.length == 0) return unterminated();
    if (token.Is(']') && !items.empty()) break;
    SetItem item;
    std::u32string text = token.text();
    if (token.IsEscape()) {
      if (!ParseSetEscape(token, &item, &text)) return false;
    } else {
      const char32_t c = token.c;
      if (!items.empty() && (c == '-' || c == '&' || c == '~' || c == '|') &&
          source_.next().Is(c)) {
        Warn(false, fmt::format("Possible set {} at position {}",
                                c == '-'   ? "difference"
                                : c == '&' ? "intersection"
                                : c == '~' ? "symmetric difference"
                                           : "union",
                                source_.Tell() - 1));
      }
      item.low = item.high = c;
    }
    if (source_.Match('-')) {
      const Token last = source_.Get();
      if (source_.failed()) return false;
      if (last.length == 0) return unterminated();
      if (last.Is(']')) {
        items.push_back(item);
        SetItem dash;
        dash.low = dash.high = '-';
        items.push_back(dash);
        break;
      }
      SetItem to;
      std::u32string to_text = last.text();
      if (last.IsEscape()) {
        if (!ParseSetEscape(last, &to, &to_text)) return false;
      } else {
        if (last.c == '-') {
          Warn(false, fmt::format("Possible set difference at position {}", source_.Tell() - 2));
        }
        to.low = to.high = last.c;
      }
      if (item.is_category || to.is_category || to.low < item.low) {
        return source_.Fail(U"bad character range " + token.text() + U"-" + last.text(),
                            token.length + 1 + last.length);
      }
      item.high = to.low;
    }
    items.push_back(item);
  }
  if (source_.failed()) return false;
  if (items.size() == 1 && !negated && !items[0].is_category && items[0].low == items[0].high) {
    AppendLiteral(sequence, flags, items[0].low);
    return true;
  }
  auto node = std::make_unique<Node>(NodeKind::kSet, InEffect(flags));
  node->items = std::move(items);
  node->negated = negated;
  node->least = node->most = 1;
  Append(sequence, std::move(node));
  return true;
}

bool Parser::ParseEscape(const Token& token, Node* sequence, uint32_t flags) {
  const char32_t c = token.escaped;
  At at;
  switch (c) {
    case 'A': at = At::kStartOfText; break;
    case 'Z': at = At::kEndOfText; break;
    case 'b': at = At::kBoundary; break;
    case 'B': at = At::kNotBoundary; break;
    default: {
      SetItem item;
      if (CategoryOf(c, &item)) {
        auto node = std::make_unique<Node>(NodeKind::kSet, InEffect(flags));
        node->items.push_back(item);
        node->least = node->most = 1;
        Append(sequence, std::move(node));
        return true;
      }
      char32_t literal = SimpleEscape(c);
      bool done = literal != 0;
      if (!done && !ParseNumericEscape(token.text(), &literal, &done)) return false;
      if (!done) {
        if (IsDigit(c)) return ParseDigits(token.text(), sequence, flags);
        if (IsAsciiLetter(c)) return source_.Fail(U"bad escape " + token.text(), 2);
        literal = c;
      }
      AppendLiteral(sequence, flags, literal);
      return true;
    }
  }
  auto node = std::make_unique<Node>(NodeKind::kAt, InEffect(flags));
  node->at = at;
  Append(sequence, std::move(node));
  return true;
}

// A backslash and a digit: an octal escape or the number of a group.
bool Parser::ParseDigits(std::u32string text, Node* sequence, uint32_t flags) {
  if (text[1] == '0') {
    source_.GetWhile(2, IsOctal, &text);
    if (source_.failed()) return false;
    AppendLiteral(sequence, flags, OctalNumber(std::u32string_view(text).substr(1)));
    return true;
  }
  if (source_.next().IsPlainDigit()) {
    text.push_back(source_.Get().c);
    if (IsOctal(text[1]) && IsOctal(text[2]) && source_.next().IsPlainOctal()) {
      text.push_back(source_.Get().c);
      if (source_.failed()) return false;
      const uint32_t c = OctalNumber(std::u32string_view(text).substr(1));
      if (c > 0377) {
        return source_.Fail(U"octal escape value " + text + U" outside of range 0-0o377",
                            text.size());
      }
      AppendLiteral(sequence, flags, c);
      return true;
    }
  }
  if (source_.failed()) return false;
  const uint32_t group = DecimalNumber(std::u32string_view(text).substr(1));
  if (group >= groups_.size()) {
    return source_.Fail(fmt::format("invalid group reference {}", group), text.size() - 1);
  }
  if (IsOpen(group)) return source_.Fail("cannot refer to an open group", text.size());
  if (!CheckLookbehind(group)) return false;
  AppendBackref(sequence, flags, group);
  return true;
}

void Parser::AppendBackref(Node* sequence, uint32_t flags, uint32_t group) {
  auto node = std::make_unique<Node>(NodeKind::kBackref, InEffect(flags));
  node->group = group;
  node->least = groups_[group].least;
  node->most = groups_[group].most;
  pattern_->has_backrefs = true;
  Append(sequence, std::move(node));
}

bool Parser::CheckLookbehind(uint32_t group) {
  if (lookbehind_groups_ < 0) return true;
  if (IsOpen(group)) return source_.Fail("cannot refer to an open group");
  if (group < lookbehind_groups_) return true;
  return source_.Fail("cannot refer to group defined in the same lookbehind subpattern");
}

bool Parser::ParseRepeat(const Token& token, Node* sequence, uint32_t flags) {
  const uint32_t here = source_.Tell();
  uint32_t min = 0, max = kNoLimit;
  if (token.c == '?') {
    max = 1;
  } else if (token.c == '+') {
    min = 1;
  } else if (token.c == '{') {
    if (source_.next().Is('}')) {
      AppendLiteral(sequence, flags, '{');
      return true;
    }
    std::u32string low, high;
    source_.GetWhile(INT32_MAX, IsDigit, &low);
    if (source_.Match(',')) {
      source_.GetWhile(INT32_MAX, IsDigit, &high);
    } else {
      high = low;
    }
    if (source_.failed()) return false;
    if (!source_.Match('}')) {
      AppendLiteral(sequence, flags, '{');
      source_.Seek(here);
      return !source_.failed();
    }
    const auto too_large = [&] {
      return source_.FailAt("the repetition number is too large", -1, Error::Kind::kOverflow);
    };
    if (!low.empty() && (min = DecimalNumber(low)) == kNoLimit) return too_large();
    if (!high.empty()) {
      if ((max = DecimalNumber(high)) == kNoLimit) return too_large();
      if (max < min) {
        return source_.Fail("min repeat greater than max repeat", source_.Tell() - here);
      }
    }
  }
  if (source_.failed()) return false;
  Node* const last = sequence->children.empty() ? nullptr : sequence->children.back().get();
  if (last == nullptr || last->kind == NodeKind::kAt) {
    return source_.Fail("nothing to repeat", source_.Tell() - here + 1);
  }
  if (last->kind == NodeKind::kRepeat) {
    return source_.Fail("multiple repeat", source_.Tell() - here + 1);
  }
  auto node = std::make_unique<Node>(NodeKind::kRepeat, InEffect(flags));
  if (source_.Match('?')) {
    node->greed = Greed::kLazy;
  } else if (source_.Match('+')) {
    node->greed = Greed::kPossessive;
  }
  node->min = min;
  node->max = max;
  node->least = SaturatingMultiply(last->least, min);
  node->most = max == kNoLimit && last->most != 0 ? kMaxWidth : SaturatingMultiply(last->most, max);
  node->children.push_back(std::move(sequence->children.back()));
  sequence->children.back() = std::move(node);
  return !source_.failed();
}

int64_t Parser::GroupNamed(const std::u32string& name) const {
  for (const GroupName& known : pattern_->names) {
    if (known.name == name) return known.group;
  }
  return -1;
}

bool Parser::OpenGroup(const std::u32string* name, uint32_t* group) {
  *group = static_cast<uint32_t>(groups_.size());
  groups_.push_back(Width());
  if (name == nullptr) return true;
  const int64_t before = GroupNamed(*name);
  if (before >= 0) {
    return source_.FailName(
        fmt::format("redefinition of group name {{}} as group {}; was group {}", *group, before),
        *name, name->size() + 1);
  }
  pattern_->names.push_back({*name, *group});
  return true;
}

// Behind "(".
bool Parser::ParseGroup(Node* sequence, uint32_t* flags, int depth, bool first) {
  const uint32_t start = source_.Tell() - 1;
  bool capture = true, atomic = false, named = false;
  std::u32string name;
  uint32_t add = 0, remove = 0;
  if (source_.Match('?')) {
    const Token token = source_.Get();
    if (source_.failed()) return false;
    if (token.length == 0) return source_.Fail("unexpected end of pattern");
    if (token.Is('P')) {
      if (source_.Match('<')) {
        if (!source_.GetUntil('>', "group name", &name)) return false;
        if (!source_.CheckGroupName(name, 1)) return false;
        named = true;
      } else if (source_.Match('=')) {
        return ParseNamedBackref(sequence, *flags);
      } else {
        const Token letter = source_.Get();
        if (letter.length == 0) return source_.Fail("unexpected end of pattern");
        return source_.Fail(U"unknown extension ?P" + letter.text(), letter.length + 2);
      }
    } else if (token.Is(':')) {
      capture = false;
    } else if (token.Is('#')) {
      while (true) {
        if (source_.AtEnd()) {
          return source_.Fail("missing ), unterminated comment", source_.Tell() - start);
        }
        if (source_.Get().Is(')')) return !source_.failed();
      }
    } else if (token.Is('=') || token.Is('!') || token.Is('<')) {
      return ParseAssertion(sequence, *flags, depth, start, token);
    } else if (token.Is('(')) {
      return ParseConditional(sequence, *flags, depth, start);
    } else if (token.Is('>')) {
      capture = false;
      atomic = true;
    } else if (FlagOf(token) != 0 || token.Is('-')) {
      bool global = false;
      if (!ParseFlags(token, &add, &remove, &global)) return false;
      if (global) {
        if (!first || !sequence->children.empty()) {
          return source_.Fail("global flags not at the start of the expression",
                              source_.Tell() - start);
        }
        *flags = global_flags_;
        return true;
      }
      capture = false;
    } else {
      return source_.Fail(U"unknown extension ?" + token.text(), token.length + 1);
    }
  }
  uint32_t group = 0;
  if (capture && !OpenGroup(named ? &name : nullptr, &group)) return false;
  uint32_t inner = *flags;
  if (add & kTypeFlags) inner &= ~kTypeFlags;
  inner = (inner | add) & ~remove;
  NodePtr body = ParseBranches(inner, depth + 1);
  if (body == nullptr) return false;
  if (!source_.Match(')')) {
    return source_.Fail("missing ), unterminated subpattern", source_.Tell() - start);
  }
  if (group != 0) groups_[group] = {body->least, body->most, true};
  auto node =
      std::make_unique<Node>(atomic ? NodeKind::kAtomic : NodeKind::kGroup, InEffect(inner));
  node->group = group;
  node->least = body->least;
  node->most = body->most;
  node->children.push_back(std::move(body));
  Append(sequence, std::move(node));
  return !source_.failed();
}

bool Parser::ParseNamedBackref(Node* sequence, uint32_t flags) {
  std::u32string name;
  if (!source_.GetUntil(')', "group name", &name)) return false;
  if (!source_.CheckGroupName(name, 1)) return false;
  const int64_t group = GroupNamed(name);
  if (group < 0) return source_.FailName("unknown group name {}", name, name.size() + 1);
  const auto known = static_cast<uint32_t>(group);
  if (IsOpen(known)) return source_.Fail("cannot refer to an open group", name.size() + 1);
  if (!CheckLookbehind(known)) return false;
  AppendBackref(sequence, flags, known);
  return true;
}

// Behind "(?" and one of "=", "!" and "<".
bool Parser::ParseAssertion(Node* sequence, uint32_t flags, int depth, uint32_t start,
                            Token token) {
  const bool behind = token.Is('<');
  const int64_t outer = lookbehind_groups_;
  if (behind) {
    token = source_.Get();
    if (source_.failed()) return false;
    if (token.length == 0) return source_.Fail("unexpected end of pattern");
    if (!token.Is('=') && !token.Is('!')) {
      return source_.Fail(U"unknown extension ?<" + token.text(), token.length + 2);
    }
    if (outer < 0) lookbehind_groups_ = static_cast<int64_t>(groups_.size());
  }
  NodePtr body = ParseBranches(flags, depth + 1);
  if (body == nullptr) return false;
  lookbehind_groups_ = outer;
  if (!source_.Match(')')) {
    return source_.Fail("missing ), unterminated subpattern", source_.Tell() - start);
  }
  const bool never = token.Is('!') && body->kind == NodeKind::kSequence && body->children.empty();
  auto node = std::make_unique<Node>(never ? NodeKind::kFailure : NodeKind::kAssert, flags);
  node->behind = behind;
  node->negated = token.Is('!');
  if (!never) node->children.push_back(std::move(body));
  Append(sequence, std::move(node));
  return !source_.failed();
}

// Behind "(?(".
bool Parser::ParseConditional(Node* sequence, uint32_t flags, int depth, uint32_t start) {
  std::u32string name;
  if (!source_.GetUntil(')', "group name", &name)) return false;
  uint32_t group = 0;
  if (IsAsciiNumber(name)) {
    group = DecimalNumber(name);
    if (group == 0) return source_.Fail("bad group number", name.size() + 1);
    if (group >= kMaxGroups) {
      return source_.Fail(U"invalid group reference " + name, name.size() + 1);
    }
    const auto same = [&](const auto& known) { return known.first == group; };
    if (std::none_of(forward_.begin(), forward_.end(), same)) {
      forward_.push_back({group, source_.Tell() - static_cast<uint32_t>(name.size()) - 1});
    }
  } else {
    if (!source_.CheckGroupName(name, 1)) return false;
    const int64_t known = GroupNamed(name);
    if (known < 0) return source_.FailName("unknown group name {}", name, name.size() + 1);
    group = static_cast<uint32_t>(known);
  }
  if (!CheckLookbehind(group)) return false;
  if (depth >= kMaxDepth) {
    return source_.FailAt("maximum recursion depth exceeded", -1, Error::Kind::kRecursion);
  }
  auto node = std::make_unique<Node>(NodeKind::kConditional, flags);
  node->group = group;
  pattern_->has_backrefs = true;
  NodePtr yes = ParseSequence(flags, depth + 1, false);
  if (yes == nullptr) return false;
  node->least = 0;
  node->most = yes->most;
  const uint64_t yes_least = yes->least;
  node->children.push_back(std::move(yes));
  if (source_.Match('|')) {
    NodePtr no = ParseSequence(flags, depth + 1, false);
    if (no == nullptr) return false;
    if (source_.next().Is('|')) {
      return source_.Fail("conditional backref with more than two branches");
    }
    node->least = std::min(yes_least, no->least);
    node->most = std::max(node->most, no->most);
    node->children.push_back(std::move(no));
  }
  if (!source_.Match(')')) {
    return source_.Fail("missing ), unterminated subpattern", source_.Tell() - start);
  }
  Append(sequence, std::move(node));
  return !source_.failed();
}

// Behind "(?" and the first flag or "-". `global`: "(?i)" rather than "(?i:".
bool Parser::ParseFlags(Token token, uint32_t* add, uint32_t* remove, bool* global) {
  const auto unknown = [&](std::string_view missing) {
    const bool alpha = token.length == 1 && unicode::Has(token.c, unicode::kAlpha);
    return source_.Fail(alpha ? "unknown flag" : missing, token.length);
  };
  if (!token.Is('-')) {
    while (true) {
      const uint32_t flag = FlagOf(token);
      if (!source_.is_bytes() && flag == kLocale) {
        return source_.Fail("bad inline flags: cannot use 'L' flag with a str pattern");
      }
      if (source_.is_bytes() && flag == kUnicode) {
        return source_.Fail("bad inline flags: cannot use 'u' flag with a bytes pattern");
      }
      *add |= flag;
      if (flag & kTypeFlags && (*add & kTypeFlags) != flag) {
        return source_.Fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
      }
      token = source_.Get();
      if (source_.failed()) return false;
      if (token.length == 0) return source_.Fail("missing -, : or )");
      if (token.Is(')') || token.Is('-') || token.Is(':')) break;
      if (FlagOf(token) == 0) return unknown("missing -, : or )");
    }
  }
  if (token.Is(')')) {
    global_flags_ |= *add;
    *global = true;
    return true;
  }
  if (token.Is('-')) {
    token = source_.Get();
    if (source_.failed()) return false;
    if (token.length == 0) return source_.Fail("missing flag");
    if (FlagOf(token) == 0) return unknown("missing flag");
    while (true) {
      const uint32_t flag = FlagOf(token);
      if (flag & kTypeFlags) {
        return source_.Fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      }
      *remove |= flag;
      token = source_.Get();
      if (source_.failed()) return false;
      if (token.length == 0) return source_.Fail("missing :");
      if (token.Is(':')) break;
      if (FlagOf(token) == 0) return unknown("missing :");
    }
  }
  if (*add & *remove) return source_.Fail("bad inline flags: flag turned on and off", 1);
  return true;
}

}  // namespace

bool ParsePattern(std::u32string_view text, bool is_bytes, uint32_t flags,
                  const CharacterNames& names, ParsedPattern* pattern, Error* error) {
  return Parser(text, is_bytes, flags, names, pattern, error).Run();
}

}  // namespace heddle::regex
