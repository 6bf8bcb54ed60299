#include "help/scanner.h"

#include <algorithm>
#include <array>

#include "syntax/token.h"

namespace heddle::help {

namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  Scanner(std::string_view text, bool closes_brackets)
      : text_(text), closes_brackets_(closes_brackets) {
    out_.text = text;
    out_.line_starts.push_back(0);
  }

  // Whether all brackets pair.
  bool Run() {
    while (at_ < text_.size()) {
      if (!fstrings_.empty() && !fstrings_.back().in_field) {
        FStringText();
      } else {
        Step();
      }
    }
    EndLine();
    return paired_;
  }

  ScannedSource Take() { return std::move(out_); }

 private:
  struct FString {
    uint32_t quotes_at;
    size_t quotes;  // one or three
    bool in_field = false;
    size_t depth = 0;  // of brackets, outside the field
  };

  char At(size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void Newline() {
    ++at_;
    ++line_;
    out_.line_starts.push_back(uint32_t(at_));
    at_line_start_ = true;
  }

  void EndLine() {
    if (!brackets_.empty()) paired_ = false;
    brackets_.clear();
    fstrings_.clear();
    if (first_ < out_.lexemes.size()) {
      out_.lines.push_back(
          {first_, uint32_t(out_.lexemes.size()), out_.lexemes[first_].line, last_line_, indent_});
    }
    first_ = uint32_t(out_.lexemes.size());
  }

  void Add(LexemeKind kind, size_t start, bool open = false) { AddFrom(kind, start, line_, open); }
  void AddFrom(LexemeKind kind, size_t start, uint32_t line, bool open = false) {
    out_.lexemes.push_back({kind, open, uint32_t(start), uint32_t(at_), line});
    last_line_ = line_;
  }

  void Step() {
    const char c = text_[at_];
    if (c == '\n') {
      // A field of a one-line f-string does not go on in the next line.
      while (!fstrings_.empty() && fstrings_.back().quotes == 1) LeaveFString();
      if (brackets_.empty() && fstrings_.empty()) EndLine();
      Newline();
      return;
    }
    if (c == ' ' || c == '\t' || c == '\f' || c == '\r') {
      ++at_;
      return;
    }
    if (c == '\\' && At(at_ + 1) == '\n') {
      ++at_;
      Newline();
      at_line_start_ = false;
      return;
    }
    if (c == '#') {
      const size_t end = std::min(text_.find('\n', at_), text_.size());
      out_.comments.push_back({uint32_t(at_), uint32_t(end)});
      at_ = end;
      return;
    }
    if (at_line_start_) BeginLine();
    if (c == '"' || c == '\'') return String(at_);
    if (IsNameStart(c)) return Name();
    if (IsDigit(c) || (c == '.' && IsDigit(At(at_ + 1)))) return Number();
    Operator();
  }

  uint32_t Column() const {
    uint32_t column = 0;
    for (size_t i = out_.line_starts.back(); i < at_; ++i) {
      column = text_[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
    }
    return column;
  }

  void BeginLine() {
    at_line_start_ = false;
    const uint32_t column = Column();
    if (!brackets_.empty() && fstrings_.empty() && closes_brackets_ && column <= indent_ &&
        BeginsStatement()) {
      EndLine();
    }
    if (first_ == out_.lexemes.size()) indent_ = column;
  }

  // Whether what comes, at the start of a line and inside brackets, is more likely a statement.
  bool BeginsStatement() const {
    if (text_[at_] == '@') return true;
    if (!IsNameStart(text_[at_])) return false;
    size_t end = at_;
    while (end < text_.size() && IsNameByte(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (!IsOneOf(word, {"for", "if", "else", "in", "is", "not", "and", "or", "async", "lambda"})) {
      return true;
    }
    std::string_view rest = text_.substr(at_, text_.find('\n', at_) - at_);
    const size_t last = rest.find_last_not_of(" \t\r");
    return last != std::string_view::npos && rest[last] == ':';
  }

  void Name() {
    const size_t start = at_;
    while (at_ < text_.size() && IsNameByte(text_[at_])) ++at_;
    const std::string_view word = text_.substr(start, at_ - start);
    if ((At(at_) == '"' || At(at_) == '\'') && word.size() <= 2 &&
        word.find_first_not_of("rRbBuUfFtT") == std::string_view::npos) {
      if (word.find_first_of("fF") != std::string_view::npos) return BeginFString(start);
      return String(start);
    }
    Add(LexemeKind::kName, start);
  }

  void Number() {
    const size_t start = at_;
    while (at_ < text_.size() && (IsNameByte(text_[at_]) || text_[at_] == '.')) {
      const bool exponent = (text_[at_] == 'e' || text_[at_] == 'E') &&
                            (At(at_ + 1) == '+' || At(at_ + 1) == '-') && IsDigit(At(at_ + 2));
      at_ += exponent ? 2 : 1;
    }
    Add(LexemeKind::kNumber, start);
  }

  size_t QuotesAt(size_t at) const {
    return At(at + 1) == text_[at] && At(at + 2) == text_[at] ? 3 : 1;
  }
  bool ClosesAt(size_t at, char quote, size_t quotes) const {
    return At(at) == quote && (quotes == 1 || (At(at + 1) == quote && At(at + 2) == quote));
  }

  void String(size_t start) {
    const uint32_t line = line_;
    const char quote = text_[at_];
    const size_t quotes = QuotesAt(at_);
    at_ += quotes;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (ClosesAt(at_, quote, quotes)) {
        at_ += quotes;
        return AddFrom(LexemeKind::kString, start, line);
      }
      if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
        at_ += 2;
      } else if (c == '\n' && quotes == 1 && text_[at_ - 1] != '\\') {
        break;
      } else if (c == '\n') {
        Newline();
        at_line_start_ = false;
      } else {
        ++at_;
      }
    }
    AddFrom(LexemeKind::kString, start, line, true);
  }

  void BeginFString(size_t start) {
    const size_t quotes = QuotesAt(at_);
    fstrings_.push_back({uint32_t(at_), quotes});
    at_ += quotes;
    FStringTextFrom(start);
  }

  void LeaveFString() {
    if (fstrings_.back().in_field)
      brackets_.resize(std::min(brackets_.size(), fstrings_.back().depth));
    fstrings_.pop_back();
  }

  void FStringText() { FStringTextFrom(at_); }

  // Literal text up to a field or the end.
  void FStringTextFrom(size_t start) {
    const uint32_t line = line_;
    FString& in = fstrings_.back();
    const char quote = text_[in.quotes_at];
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (ClosesAt(at_, quote, in.quotes)) {
        at_ += in.quotes;
        AddFrom(LexemeKind::kFStringText, start, line);
        fstrings_.pop_back();
        return;
      }
      if (c == '{' && At(at_ + 1) == '{') {
        at_ += 2;
      } else if (c == '{') {
        if (at_ > start) AddFrom(LexemeKind::kFStringText, start, line);
        in.in_field = true;
        in.depth = brackets_.size();
        Operator();
        return;
      } else if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
        at_ += 2;
      } else if (c == '\n' && in.quotes == 1) {
        break;
      } else if (c == '\n') {
        Newline();
        at_line_start_ = false;
      } else {
        ++at_;
      }
    }
    AddFrom(LexemeKind::kFStringText, start, line, true);
    fstrings_.pop_back();
  }

  void Operator() {
    const size_t start = at_;
    const char c = text_[at_++];
    if (c == '(' || c == '[' || c == '{') {
      brackets_.push_back(c);
    } else if (c == ')' || c == ']' || c == '}') {
      CloseBracket(c);
    } else if (c == '.' && At(at_) == '.' && At(at_ + 1) == '.') {
      at_ += 2;
    } else if (c == '-' && At(at_) == '>') {
      ++at_;
    } else {
      if ((c == '*' || c == '/' || c == '<' || c == '>') && At(at_) == c) ++at_;
      const bool in_field = !fstrings_.empty();  // where `=` and `!` stand for themselves
      if (At(at_) == '=' && std::string_view("+-*/%@&|^<>=!:").find(c) != std::string_view::npos &&
          !(in_field && c == ':')) {
        ++at_;
      }
    }
    Add(LexemeKind::kOperator, start);
  }

  void CloseBracket(char c) {
    const char partner = c == ')' ? '(' : c == ']' ? '[' : '{';
    const size_t outside =
        !fstrings_.empty() && fstrings_.back().in_field ? fstrings_.back().depth : 0;
    size_t depth = brackets_.size();
    while (depth > outside && brackets_[depth - 1] != partner) --depth;
    if (depth == outside) {
      paired_ = false;
      return;
    }
    if (depth != brackets_.size()) paired_ = false;
    brackets_.resize(depth - 1);
    if (!fstrings_.empty() && fstrings_.back().in_field && brackets_.size() == outside) {
      fstrings_.back().in_field = false;
    }
  }

  std::string_view text_;
  const bool closes_brackets_;
  ScannedSource out_;
  size_t at_ = 0;
  uint32_t line_ = 1, last_line_ = 1;
  uint32_t first_ = 0;  // lexeme of the logical line
  uint32_t indent_ = 0;
  bool at_line_start_ = true;
  bool paired_ = true;
  std::vector<char> brackets_;
  std::vector<FString> fstrings_;
};

}  // namespace

ScannedSource ScanSource(std::string_view text) {
  Scanner plain(text, false);
  if (plain.Run()) return plain.Take();
  Scanner closing(text, true);
  closing.Run();
  return closing.Take();
}

bool IsKeyword(std::string_view word) {
#define HEDDLE_TOKEN(name, spelling) \
  if (word == (spelling)) return true;
  HEDDLE_SYNTAX_KEYWORDS(HEDDLE_TOKEN)
#undef HEDDLE_TOKEN
  return false;
}

}  // namespace heddle::help
