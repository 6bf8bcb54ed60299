// A program's text as it stands in an editor, and what the cursor is in.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "help/model.h"
#include "help/piece.h"
#include "help/scanner.h"

namespace heddle::help {

// Lines count from 1, columns from 0 in code points.
struct Position {
  uint32_t line = 1;
  uint32_t column = 0;
};

// What the text around the cursor asks for.
enum class Place : uint8_t {
  kNothing,     // a comment, a string, a number, a name that is being given
  kName,        // an expression may begin or has begun
  kMember,      // after a dot
  kModule,      // after `import`, or after `from`
  kImportName,  // after `from x import`
};

// A call whose brackets the cursor is in.
struct OpenCall {
  uint32_t callee_start, callee_end;  // bytes: the expression that is called
  uint32_t arguments = 0;             // commas in front of the cursor
  std::string keyword;                // `name=` of the argument at the cursor; or empty
  bool follows_keyword = false;       // an argument in front of the cursor has a name
  std::vector<std::string> keywords;  // all that are given
};

struct Cursor {
  Place place = Place::kNothing;
  uint32_t offset = 0;                    // bytes
  uint32_t word_start = 0, word_end = 0;  // the name at the cursor; equal: none
  uint32_t base_start = 0, base_end = 0;  // kMember: the expression in front of the dot
  std::string module;                     // kModule: what precedes the last dot; kImportName
  std::optional<OpenCall> call;
  bool in_decorator = false;
};

class Document {
 public:
  // Parses `source`, with what `cache` has of it.
  Document(std::string_view source, PieceCache* cache, Position cursor);

  const Module& module() const { return module_; }
  const ScannedSource& scanned() const { return scanned_; }
  const Cursor& cursor() const { return cursor_; }
  Position position() const { return position_; }
  std::string_view Text(uint32_t start, uint32_t end) const {
    return std::string_view(text_).substr(start, end - start);
  }
  Position PositionOf(uint32_t offset) const;
  // The innermost function, class or module whose body the cursor is in.
  const Scope* ScopeAtCursor() const;

 private:
  uint32_t OffsetOf(Position position) const;
  void FindCursor();
  void FindPlace(uint32_t lexeme_count);
  void FindCall(uint32_t first, uint32_t end);
  // The first lexeme of the expression `a.b(c)[d]` whose last lexeme precedes `end`; `end`: none.
  uint32_t PrimaryBefore(uint32_t end, uint32_t first) const;
  uint32_t MatchingOpener(uint32_t closer, uint32_t first) const;
  bool IsOperator(uint32_t lexeme, std::string_view spelling) const;

  std::string text_;
  Position position_;
  ScannedSource scanned_;
  Module module_;
  Cursor cursor_;
};

}  // namespace heddle::help
