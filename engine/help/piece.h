// Pieces of a source: its statements at the outermost level, each parsed on its own.
//
// A piece that does not parse is the one that is being typed, as a rule. It is repaired line by
// line, always to as many lines as before, until it parses: first what is missing at the end of a
// logical line, or at the cursor, is added (brackets, a name, a colon, a body), then the line is
// replaced by one that means nothing, then it is left out. What is around it keeps its meaning.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "help/scanner.h"
#include "syntax/parser.h"

namespace heddle::help {

struct Piece {
  std::string text;  // what was parsed, repairs included
  syntax::ParseResult tree;
  std::vector<uint32_t> line_starts;  // of `text`
  // The source of a node of the tree.
  std::string_view Text(const syntax::SourceSpan& span) const;
};

struct PlacedPiece {
  std::shared_ptr<const Piece> piece;
  uint32_t lines_before;  // Line 1 of the tree is this many lines further down in the source.
};

// Parses sources that follow one another as somebody types, and keeps what did not change.
class PieceCache {
 public:
  // `cursor`: the byte where somebody types; repairs begin there.
  std::vector<PlacedPiece> Parse(const ScannedSource& source, uint32_t cursor);

 private:
  std::unordered_map<std::string, std::shared_ptr<const Piece>> pieces_;
};

// The whole text as one piece. REQUIRES: it parses, or an empty piece will do.
std::shared_ptr<const Piece> ParsePiece(std::string_view text);

}  // namespace heddle::help
