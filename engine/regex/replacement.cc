// The templates of sub() and expand().
#include "regex/parser.h"
#include "regex/tokenizer.h"

namespace heddle::regex {

namespace {

constexpr uint32_t kMaxGroups = 1073741823;

class TemplateParser {
 public:
  TemplateParser(std::u32string_view text, bool is_bytes, uint32_t groups,
                 const std::vector<GroupName>& names, std::vector<ReplacementPart>* parts,
                 Error* error)
      : source_(text, is_bytes, error), groups_(groups), names_(names), parts_(parts) {}

  bool Run() {
    while (!source_.failed() && !source_.AtEnd()) {
      const Token token = source_.Get();
      if (source_.failed()) return false;
      if (!token.IsEscape()) {
        literal_.push_back(token.c);
      } else if (!ParseEscape(token)) {
        return false;
      }
    }
    if (source_.failed()) return false;
    AddLiteral();
    return true;
  }

 private:
  void AddLiteral() {
    if (!literal_.empty()) parts_->push_back({-1, std::move(literal_)});
    literal_.clear();
  }

  bool AddGroup(uint32_t group, size_t offset) {
    if (group > groups_) {
      return source_.Fail(fmt::format("invalid group reference {}", group), offset);
    }
    AddLiteral();
    parts_->push_back({group, {}});
    return true;
  }

  bool ParseEscape(const Token& token) {
    const char32_t c = token.escaped;
    if (c == 'g') return ParseGroup();
    if (IsDigit(c)) return ParseDigits(token.text());
    const char32_t simple = SimpleEscape(c);
    if (simple != 0) {
      literal_.push_back(simple);
    } else if (IsAsciiLetter(c)) {
      return source_.Fail(U"bad escape " + token.text(), 2);
    } else {
      literal_ += token.text();
    }
    return true;
  }

  bool ParseGroup() {
    if (!source_.Match('<')) return source_.Fail("missing <");
    std::u32string name;
    if (!source_.GetUntil('>', "group name", &name)) return false;
    if (IsAsciiNumber(name)) {
      const uint32_t group = DecimalNumber(name);
      if (group >= kMaxGroups) {
        return source_.Fail(U"invalid group reference " + name, name.size() + 1);
      }
      return AddGroup(group, name.size() + 1);
    }
    if (!source_.CheckGroupName(name, 1)) return false;
    for (const GroupName& known : names_) {
      if (known.name == name) return AddGroup(known.group, name.size() + 1);
    }
    return source_.FailName("unknown group name {}", name, 0, Error::Kind::kIndex);
  }

  bool ParseDigits(std::u32string text) {
    if (text[1] == '0') {
      source_.GetWhile(2, IsOctal, &text);
      literal_.push_back(OctalNumber(std::u32string_view(text).substr(1)) & 0xff);
      return !source_.failed();
    }
    if (source_.next().IsPlainDigit()) {
      text.push_back(source_.Get().c);
      if (IsOctal(text[1]) && IsOctal(text[2]) && source_.next().IsPlainOctal()) {
        text.push_back(source_.Get().c);
        const uint32_t c = OctalNumber(std::u32string_view(text).substr(1));
        if (c > 0377) {
          return source_.Fail(U"octal escape value " + text + U" outside of range 0-0o377",
                              text.size());
        }
        literal_.push_back(c);
        return !source_.failed();
      }
    }
    if (source_.failed()) return false;
    return AddGroup(DecimalNumber(std::u32string_view(text).substr(1)), text.size() - 1);
  }

  Tokenizer source_;
  uint32_t groups_;
  const std::vector<GroupName>& names_;
  std::vector<ReplacementPart>* parts_;
  std::u32string literal_;
};

}  // namespace

bool ParseReplacement(std::u32string_view text, bool is_bytes, uint32_t groups,
                      const std::vector<GroupName>& names, std::vector<ReplacementPart>* parts,
                      Error* error) {
  return TemplateParser(text, is_bytes, groups, names, parts, error).Run();
}

}  // namespace heddle::regex
