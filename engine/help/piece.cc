#include "help/piece.h"

#include <algorithm>
#include <utility>

#include "syntax/utf8.h"

namespace heddle::help {

namespace {

constexpr int kMaxRepairs = 24;
constexpr uint32_t kNoCursor = UINT32_MAX;

enum class Repair : uint8_t { kNone, kComplete, kReplace, kLeaveOut };

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool ContinuesStatement(std::string_view word) {
  return IsOneOf(word, {"else", "elif", "except", "finally"});
}

class Repairer {
 public:
  // `cursor`: a byte of the source, or kNoCursor.
  Repairer(const ScannedSource& source, uint32_t cursor)
      : source_(source), cursor_(cursor), repairs_(source.lines.size(), Repair::kNone) {}

  // Gives up after a while, with the last text that it tried.
  syntax::ParseResult Run(std::string* text) {
    if (cursor_ != kNoCursor) {
      const auto after =
          std::upper_bound(source_.line_starts.begin(), source_.line_starts.end(), cursor_);
      More(LineAt(uint32_t(after - source_.line_starts.begin())));
    }
    for (int i = 0;; ++i) {
      *text = Render();
      syntax::ParseResult tree = syntax::Parse(*text);
      if (tree.ok() || i == kMaxRepairs || source_.lines.empty()) return tree;
      size_t wrong = LineAt(uint32_t(std::max(tree.error->line, 1)));
      while (wrong > 0 && repairs_[wrong] == Repair::kLeaveOut) --wrong;
      if (repairs_[wrong] == Repair::kLeaveOut) return tree;
      More(wrong);
    }
  }

 private:
  void More(size_t line) {
    if (line < repairs_.size() && repairs_[line] != Repair::kLeaveOut) {
      repairs_[line] = Repair(int(repairs_[line]) + 1);
    }
  }

  // The logical line that holds a line, or the last one before it.
  size_t LineAt(uint32_t line) const {
    size_t found = 0;
    for (size_t i = 0; i < source_.lines.size(); ++i) {
      if (source_.lines[i].first_line <= line) found = i;
    }
    return found;
  }

  std::string Render() const {
    std::string out(source_.text.substr(0, Begin(0)));
    for (size_t i = 0; i < source_.lines.size(); ++i) {
      const size_t lines_before = Newlines(out);
      const uint32_t begin = Begin(i), end = Begin(i + 1);
      out += Rendered(i);
      size_t wanted = lines_before + Newlines(source_.text.substr(begin, end - begin));
      const bool last = i + 1 == source_.lines.size();
      if (last && wanted == lines_before) wanted++;
      const size_t now = Newlines(out);
      if (now < wanted) out.append(wanted - now, '\n');
    }
    return out;
  }

  static size_t Newlines(std::string_view text) {
    return size_t(std::count(text.begin(), text.end(), '\n'));
  }

  // Where a logical line's first physical line begins.
  uint32_t Begin(size_t i) const {
    if (i < source_.lines.size()) return source_.LineStart(source_.lines[i].first_line);
    return uint32_t(source_.text.size());
  }

  bool HasBody(size_t i) const {
    return i + 1 < source_.lines.size() && source_.lines[i + 1].indent > source_.lines[i].indent;
  }

  static bool IsHeader(std::string_view word) {
    return IsOneOf(word, {"def", "class", "if", "elif", "else", "for", "while", "with", "try",
                          "except", "finally", "match", "case"});
  }

  // A `try` without a handler.
  bool IsLonelyTry(size_t i) const {
    const LogicalLine& line = source_.lines[i];
    if (source_.FirstWord(line) != "try") return false;
    for (size_t k = i + 1; k < source_.lines.size(); ++k) {
      const LogicalLine& next = source_.lines[k];
      if (next.indent > line.indent) continue;
      return next.indent < line.indent || repairs_[k] >= Repair::kReplace ||
             !IsOneOf(source_.FirstWord(next), {"except", "finally"});
    }
    return true;
  }

  std::string Rendered(size_t i) const {
    const LogicalLine& line = source_.lines[i];
    const Repair repair = repairs_[i];
    if (repair == Repair::kLeaveOut) return "";
    const uint32_t start = source_.lexemes[line.first].start;
    const uint32_t end = source_.lexemes[line.end - 1].end;
    const std::string indent(source_.text.substr(Begin(i), start - Begin(i)));
    std::string_view word = source_.FirstWord(line);
    const bool async = word == "async" && line.first + 1 < line.end;
    if (async) word = source_.Text(source_.lexemes[line.first + 1]);
    const bool header = IsHeader(word) && (word != "match" || source_.Is(line.end - 1, ":")) &&
                        (word != "case" || source_.Is(line.end - 1, ":"));
    if (repair == Repair::kReplace) {
      return indent +
             (header ? Replacement(line, word, async) + (HasBody(i) ? "" : " pass") : "pass");
    }
    std::string text(source_.text.substr(start, end - start));
    if (repair == Repair::kComplete) {
      text += Completion(line, header, word, async);
      if (start < cursor_ && cursor_ < end && LacksOperand(line))
        text.insert(cursor_ - start, "_ ");
    }
    if (IsLonelyTry(i)) text = "if 1:";
    if (header && text.ends_with(':') && !HasBody(i)) text += " pass";
    return indent + text;
  }

  // Whether a dot, an operator or a keyword stands in front of the cursor, and no operand after it.
  bool LacksOperand(const LogicalLine& line) const {
    for (uint32_t i = line.first; i < line.end; ++i) {
      const Lexeme& next = source_.lexemes[i];
      if (next.end <= cursor_) continue;
      if (i == line.first || next.start < cursor_) return false;
      const std::string_view before = source_.Text(source_.lexemes[i - 1]);
      const std::string_view after = source_.Text(next);
      const bool operand = (next.kind == LexemeKind::kName && !IsKeyword(after)) ||
                           (next.kind != LexemeKind::kName && next.kind != LexemeKind::kOperator) ||
                           IsOneOf(after, {"(", "[", "{", "-", "~", "not", "lambda"});
      if (before == ".") return next.kind != LexemeKind::kName || next.start > cursor_;
      return !operand && WantsOperand(source_.lexemes[i - 1]);
    }
    return false;
  }

  bool WantsOperand(const Lexeme& lexeme) const {
    const std::string_view text = source_.Text(lexeme);
    if (lexeme.kind == LexemeKind::kOperator) {
      return !IsOneOf(text, {")", "]", "}", "(", "[", "{", ",", ":", ";", "..."});
    }
    return lexeme.kind == LexemeKind::kName && IsKeyword(text) &&
           !IsOneOf(text, {"None", "True", "False", "pass", "break", "continue", "return", "yield",
                           "raise", "try", "else", "finally", "except", "def", "class"});
  }

  // What a logical line lacks at its end.
  std::string Completion(const LogicalLine& line, bool header, std::string_view word,
                         bool async) const {
    std::string closers, added;
    bool has_colon = false;  // the header's
    for (uint32_t i = line.first; i < line.end; ++i) {
      const Lexeme& lexeme = source_.lexemes[i];
      if (lexeme.kind != LexemeKind::kOperator) continue;
      const char c = source_.text[lexeme.start];
      if (c == '(' || c == '[' || c == '{') closers += c == '(' ? ')' : c == '[' ? ']' : '}';
      if ((c == ')' || c == ']' || c == '}') && !closers.empty()) closers.pop_back();
      if (closers.empty() && source_.Text(lexeme) == ":") has_colon = true;
    }
    const Lexeme& last = source_.lexemes[line.end - 1];
    const std::string_view text = source_.Text(last);
    if (last.open) {
      const size_t quote = text.find_first_of("'\"");
      if (quote == std::string_view::npos) return added;
      added += text.substr(
          quote, text.substr(quote).starts_with("\"\"\"") || text.substr(quote).starts_with("'''")
                     ? 3
                     : 1);
    } else if (last.kind == LexemeKind::kOperator && text == ".") {
      added = "_";
    } else if (WantsOperand(last)) {
      added = " _";
    } else if (text == ":" && closers.ends_with('}')) {
      added = " _";
    }
    const uint32_t name = line.first + (async ? 2 : 1);
    if (word == "def" && name + 1 >= line.end) added += name < line.end ? "()" : " _()";
    if (word == "class" && name >= line.end) added += " _";
    added.append(closers.rbegin(), closers.rend());
    if (header && !has_colon) added += ":";
    return added;
  }

  // A header that means nothing, for the sake of its body.
  std::string Replacement(const LogicalLine& line, std::string_view word, bool async) const {
    const uint32_t after = line.first + (async ? 2 : 1);
    std::string name = "_";
    if (after < line.end && source_.lexemes[after].kind == LexemeKind::kName &&
        !IsKeyword(source_.Text(source_.lexemes[after]))) {
      name = source_.Text(source_.lexemes[after]);
    }
    if (word == "def") return (async ? "async def " : "def ") + name + "(*_, **__):";
    if (word == "class") return "class " + name + ":";
    if (word == "elif") return "elif 1:";
    if (word == "except") return "except:";
    if (word == "else" || word == "finally") return std::string(word) + ":";
    if (word == "case") return "case _:";
    if (word == "match") return "match _:";
    return "if 1:";
  }

  const ScannedSource& source_;
  const uint32_t cursor_;
  std::vector<Repair> repairs_;
};

std::shared_ptr<Piece> NewPiece(std::string text, syntax::ParseResult tree) {
  auto piece = std::make_shared<Piece>();
  piece->text = std::move(text);
  piece->tree = std::move(tree);
  piece->line_starts.push_back(0);
  for (size_t i = 0; i < piece->text.size(); ++i) {
    if (piece->text[i] == '\n') piece->line_starts.push_back(uint32_t(i + 1));
  }
  return piece;
}

std::shared_ptr<const Piece> ParseOrRepair(std::string_view text, uint32_t cursor) {
  syntax::ParseResult tree = syntax::Parse(text);
  if (tree.ok()) return NewPiece(std::string(text), std::move(tree));
  const ScannedSource scanned = ScanSource(text);
  std::string repaired;
  tree = Repairer(scanned, cursor).Run(&repaired);
  return NewPiece(std::move(repaired), std::move(tree));
}

}  // namespace

std::string_view Piece::Text(const syntax::SourceSpan& span) const {
  const auto offset = [&](uint32_t line, uint32_t column) {
    if (line == 0 || line > line_starts.size()) return text.size();
    size_t at = line_starts[line - 1];
    while (column-- > 0 && at < text.size()) {
      at += syntax::SequenceLength(static_cast<unsigned char>(text[at]));
    }
    return std::min(at, text.size());
  };
  const size_t start = offset(span.line, span.col), end = offset(span.end_line, span.end_col);
  return start < end ? std::string_view(text).substr(start, end - start) : std::string_view();
}

std::shared_ptr<const Piece> ParsePiece(std::string_view text) {
  return NewPiece(std::string(text), syntax::Parse(text));
}

std::vector<PlacedPiece> PieceCache::Parse(const ScannedSource& source, uint32_t cursor) {
  std::vector<uint32_t> first_lines;
  bool decorated = false;
  for (const LogicalLine& line : source.lines) {
    const std::string_view word = source.FirstWord(line);
    if (line.indent == 0 && !decorated && !ContinuesStatement(word)) {
      first_lines.push_back(line.first_line);
    }
    decorated = line.indent == 0 && word == "@";
  }
  std::vector<PlacedPiece> placed;
  std::unordered_map<std::string, std::shared_ptr<const Piece>> kept;
  for (size_t i = 0; i < first_lines.size(); ++i) {
    const uint32_t first = i == 0 ? 1 : first_lines[i];
    const uint32_t next = i + 1 < first_lines.size() ? first_lines[i + 1] : 0;
    const uint32_t start = source.LineStart(first);
    const uint32_t end = next != 0 ? source.LineStart(next) : uint32_t(source.text.size());
    const std::string text(source.text.substr(start, end - start));
    const bool has_cursor = start <= cursor && (cursor < end || next == 0);
    std::shared_ptr<const Piece> piece;
    if (const auto found = pieces_.find(text); found != pieces_.end()) {
      piece = found->second;
    } else {
      piece = ParseOrRepair(text, has_cursor ? cursor - start : kNoCursor);
    }
    kept.emplace(text, piece);
    if (piece->tree.module != nullptr) placed.push_back({piece, first - 1});
  }
  pieces_ = std::move(kept);
  return placed;
}

}  // namespace heddle::help
