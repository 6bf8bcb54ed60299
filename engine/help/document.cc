#include "help/document.h"

#include <algorithm>

#include "syntax/utf8.h"

namespace heddle::help {

namespace {

// With \n line ends and without a byte order mark.
std::string Normalised(std::string_view source) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (source.starts_with(kByteOrderMark)) source.remove_prefix(kByteOrderMark.size());
  std::string text;
  text.reserve(source.size());
  for (size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\r') {
      text += '\n';
      if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
    } else {
      text += source[i];
    }
  }
  return text;
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Document::Document(std::string_view source, PieceCache* cache, Position cursor)
    : text_(Normalised(source)), position_(cursor), scanned_(ScanSource(text_)) {
  module_.name = "__main__";
  module_.is_program = true;
  module_.pieces = cache->Parse(scanned_, OffsetOf(cursor));
  Analyse(&module_);
  FindCursor();
}

uint32_t Document::OffsetOf(Position position) const {
  if (position.line == 0 || position.line > scanned_.line_starts.size()) {
    return uint32_t(text_.size());
  }
  size_t at = scanned_.line_starts[position.line - 1];
  for (uint32_t i = 0; i < position.column && at < text_.size() && text_[at] != '\n'; ++i) {
    at += syntax::SequenceLength(static_cast<unsigned char>(text_[at]));
  }
  return uint32_t(std::min(at, text_.size()));
}

Position Document::PositionOf(uint32_t offset) const {
  const auto& starts = scanned_.line_starts;
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = uint32_t(after - starts.begin());
  const uint32_t start = starts[line - 1];
  return {line, uint32_t(syntax::CountCodePoints(Text(start, offset)))};
}

bool Document::IsOperator(uint32_t lexeme, std::string_view spelling) const {
  return scanned_.lexemes[lexeme].kind == LexemeKind::kOperator && scanned_.Is(lexeme, spelling);
}

void Document::FindCursor() {
  cursor_.offset = cursor_.word_start = cursor_.word_end = OffsetOf(position_);
  const uint32_t at = cursor_.offset;
  const auto& lexemes = scanned_.lexemes;
  for (const ScannedSource::Range& comment : scanned_.comments) {
    if (comment.start < at && at <= comment.end) return;
  }
  // Lexemes that begin in front of the cursor.
  const auto after =
      std::lower_bound(lexemes.begin(), lexemes.end(), at,
                       [](const Lexeme& lexeme, uint32_t offset) { return lexeme.start < offset; });
  auto count = uint32_t(after - lexemes.begin());
  if (after != lexemes.end() && after->start == at && after->kind == LexemeKind::kName) {
    cursor_.word_end = after->end;  // at the front of a name
  }
  if (count > 0) {
    const Lexeme& last = lexemes[count - 1];
    const bool is_text = last.kind == LexemeKind::kString || last.kind == LexemeKind::kFStringText;
    if ((is_text && (at < last.end || (last.open && at == last.end))) ||
        (last.kind == LexemeKind::kNumber && at <= last.end)) {
      FindPlace(count - 1);
      cursor_.place = Place::kNothing;
      return;
    }
    if (last.kind == LexemeKind::kName && at <= last.end) {
      cursor_.word_start = last.start;
      cursor_.word_end = last.end;
      --count;
    }
  }
  FindPlace(count);
}

// `count`: the lexemes in front of the word at the cursor.
void Document::FindPlace(uint32_t count) {
  const auto& lexemes = scanned_.lexemes;
  // The logical line at the cursor: the last one that begins in front of it, unless it has ended.
  uint32_t first = count;
  const LogicalLine* line = nullptr;
  for (const LogicalLine& candidate : scanned_.lines) {
    if (candidate.first < count || (candidate.first == count && count < lexemes.size() &&
                                    lexemes[count].start == cursor_.word_start)) {
      line = &candidate;
    }
  }
  if (line != nullptr && (line->last_line >= position_.line)) first = line->first;
  cursor_.place = Place::kName;
  if (first >= count) return;
  for (uint32_t i = first; i < count; ++i) {
    if (IsOperator(i, ";")) first = i + 1;
  }
  if (first >= count) return;
  FindCall(first, count);
  cursor_.in_decorator = scanned_.Is(first, "@");
  const std::string_view head = scanned_.Text(lexemes[first]);
  const std::string_view before = scanned_.Text(lexemes[count - 1]);
  if (head == "from" || head == "import") {
    uint32_t import = first;
    while (import < count && !scanned_.Is(import, "import")) ++import;
    const bool is_from = head == "from";
    if (is_from && import < count) {
      cursor_.place = before == "as" ? Place::kNothing : Place::kImportName;
      cursor_.module = Text(lexemes[first].end, lexemes[import].start);
      std::erase(cursor_.module, ' ');
      return;
    }
    uint32_t path = count;
    while (path > first + 1 &&
           (IsOperator(path - 1, ".") || lexemes[path - 1].kind == LexemeKind::kName) &&
           !IsOneOf(scanned_.Text(lexemes[path - 1]), {"import", "from", "as"})) {
      --path;
    }
    const bool begins = path == first + 1 || IsOperator(path - 1, ",");
    const bool complete = path < count && !IsOperator(count - 1, ".");
    cursor_.place = begins && !complete ? Place::kModule : Place::kNothing;
    if (path < count) {
      cursor_.module = Text(lexemes[path].start, lexemes[count - 1].end);
      std::erase(cursor_.module, ' ');
    }
    return;
  }
  if (IsOneOf(before, {"def", "class", "as", "global", "nonlocal"}) && before != "as") {
    cursor_.place = Place::kNothing;
    return;
  }
  if (before == "as" && lexemes[count - 1].kind == LexemeKind::kName) {
    cursor_.place = Place::kNothing;
    return;
  }
  if (IsOperator(count - 1, ".")) {
    const uint32_t base = PrimaryBefore(count - 1, first);
    cursor_.place = base < count - 1 ? Place::kMember : Place::kNothing;
    if (base < count - 1) {
      cursor_.base_start = lexemes[base].start;
      cursor_.base_end = lexemes[count - 2].end;
    }
  }
}

uint32_t Document::MatchingOpener(uint32_t closer, uint32_t first) const {
  int depth = 0;
  for (uint32_t i = closer + 1; i-- > first;) {
    const Lexeme& lexeme = scanned_.lexemes[i];
    if (lexeme.kind != LexemeKind::kOperator) continue;
    const char c = text_[lexeme.start];
    if (c == ')' || c == ']' || c == '}') ++depth;
    if ((c == '(' || c == '[' || c == '{') && --depth == 0) return i;
  }
  return closer + 1;
}

uint32_t Document::PrimaryBefore(uint32_t end, uint32_t first) const {
  const auto& lexemes = scanned_.lexemes;
  uint32_t start = end;
  while (start > first) {
    const uint32_t last = start - 1;
    const Lexeme& lexeme = lexemes[last];
    const char c = text_[lexeme.start];
    if (lexeme.kind == LexemeKind::kOperator && (c == ')' || c == ']' || c == '}')) {
      const uint32_t opener = MatchingOpener(last, first);
      if (opener > last) return end;
      start = opener;
      // What a bracket follows is called or subscripted.
      if (c == '}' || opener == first) break;
      const Lexeme& called = lexemes[opener - 1];
      const char before = text_[called.start];
      const bool callable =
          (called.kind == LexemeKind::kName && !IsKeyword(scanned_.Text(called))) ||
          called.kind == LexemeKind::kString ||
          (called.kind == LexemeKind::kOperator && (before == ')' || before == ']'));
      if (callable) continue;
      break;
    }
    if (lexeme.kind == LexemeKind::kName) {
      if (IsKeyword(scanned_.Text(lexeme)) &&
          !IsOneOf(scanned_.Text(lexeme), {"None", "True", "False"})) {
        return end;
      }
      start = last;
    } else if (lexeme.kind == LexemeKind::kString || lexeme.kind == LexemeKind::kFStringText) {
      start = last;
      while (start > first && lexeme.kind == LexemeKind::kFStringText &&
             !(text_[lexemes[start].start] == 'f' || text_[lexemes[start].start] == 'F')) {
        --start;
      }
      break;
    } else {
      return end;
    }
    if (start > first && IsOperator(start - 1, ".")) {
      --start;
      continue;
    }
    break;
  }
  return start;
}

// The innermost bracket around the cursor that is a call's.
void Document::FindCall(uint32_t first, uint32_t end) {
  const auto& lexemes = scanned_.lexemes;
  std::vector<uint32_t> open;
  for (uint32_t i = first; i < end; ++i) {
    if (lexemes[i].kind != LexemeKind::kOperator) continue;
    const char c = text_[lexemes[i].start];
    if (c == '(' || c == '[' || c == '{') open.push_back(i);
    if ((c == ')' || c == ']' || c == '}') && !open.empty()) open.pop_back();
  }
  while (!open.empty()) {
    const uint32_t bracket = open.back();
    open.pop_back();
    if (!IsOperator(bracket, "(")) continue;
    const uint32_t callee = PrimaryBefore(bracket, first);
    if (callee >= bracket || lexemes[bracket - 1].kind == LexemeKind::kString) continue;
    // The brackets of a definition are no call.
    if (callee > first && IsOneOf(scanned_.Text(lexemes[callee - 1]), {"def", "class"})) return;
    OpenCall call;
    call.callee_start = lexemes[callee].start;
    call.callee_end = lexemes[bracket - 1].end;
    int depth = 0;
    uint32_t argument = bracket + 1;
    const auto note_keyword = [&](uint32_t at, bool current) {
      if (at + 1 >= lexemes.size() || lexemes[at].kind != LexemeKind::kName ||
          !IsOperator(at + 1, "=")) {
        return;
      }
      if (current) call.keyword = scanned_.Text(lexemes[at]);
      call.keywords.emplace_back(scanned_.Text(lexemes[at]));
    };
    for (uint32_t i = bracket + 1; i < lexemes.size() && depth >= 0; ++i) {
      const char c = text_[lexemes[i].start];
      if (lexemes[i].kind != LexemeKind::kOperator) continue;
      if (c == '(' || c == '[' || c == '{') ++depth;
      if (c == ')' || c == ']' || c == '}') --depth;
      if (c == ',' && depth == 0) {
        const bool in_front = i < end;
        if (in_front) ++call.arguments;
        note_keyword(argument, false);
        if (in_front) call.follows_keyword = !call.keywords.empty();
        argument = i + 1;
      }
      if (i >= end && !lexemes.empty() && lexemes[i].line > position_.line + 40) break;
    }
    note_keyword(argument, false);
    // The argument at the cursor.
    argument = bracket + 1;
    depth = 0;
    for (uint32_t i = bracket + 1; i < end; ++i) {
      if (lexemes[i].kind != LexemeKind::kOperator) continue;
      const char c = text_[lexemes[i].start];
      if (c == '(' || c == '[' || c == '{') ++depth;
      if (c == ')' || c == ']' || c == '}') --depth;
      if (c == ',' && depth == 0) argument = i + 1;
    }
    if (argument < end) note_keyword(argument, true);
    cursor_.call = std::move(call);
    return;
  }
}

const Scope* Document::ScopeAtCursor() const {
  // The indentation of the cursor's statement, or of the cursor where there is none.
  uint32_t indent = position_.column;
  size_t from = 0;
  for (size_t i = 0; i < scanned_.lines.size(); ++i) {
    const LogicalLine& line = scanned_.lines[i];
    if (line.first_line > position_.line) break;
    from = i + 1;
    if (line.last_line >= position_.line) {
      indent = line.indent;
      from = i;
    }
  }
  std::vector<uint32_t> headers;  // lines of the definitions around the cursor, innermost first
  if (from < scanned_.lines.size()) {
    // The parameters of a function, and a body in its line, are its own.
    const LogicalLine& line = scanned_.lines[from];
    uint32_t bracket = line.first;
    while (bracket < line.end && !scanned_.Is(bracket, "(")) ++bracket;
    if (IsOneOf(scanned_.FirstWord(line), {"def", "async"}) && bracket < line.end &&
        scanned_.lexemes[bracket].start < cursor_.offset) {
      headers.push_back(line.first_line);
    }
  }
  for (size_t i = from; i-- > 0;) {
    const LogicalLine& line = scanned_.lines[i];
    if (line.indent >= indent) continue;
    indent = line.indent;
    const std::string_view word = scanned_.FirstWord(line);
    if (IsOneOf(word, {"def", "class", "async"})) headers.push_back(line.first_line);
  }
  const Scope* found = &module_.scope;
  for (const Scope& scope : module_.scopes) {
    // Scopes are in the order of the text: the last that fits is the innermost.
    if (std::find(headers.begin(), headers.end(), scope.line) != headers.end()) found = &scope;
  }
  return found;
}

}  // namespace heddle::help
