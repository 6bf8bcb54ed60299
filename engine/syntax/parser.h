// Source text to syntax tree, with CPython 3.13's messages and positions for what is wrong.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/arena.h"
#include "syntax/ast.h"

namespace heddle::syntax {

enum class ErrorKind : uint8_t {
  kSyntaxError,
  kIndentationError,
  kTabError,
  kMemoryError,     // Source nested too deeply; only `message` counts.
  kRecursionError,  // A tree deeper than kMaxTreeDepth; only `message` counts.
};

// The arguments of Python's SyntaxError. Columns count from 1 in code points; 0 or -1 where
// CPython has them so.
struct SyntaxError {
  ErrorKind kind = ErrorKind::kSyntaxError;
  std::string message;
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
  std::string text_line;    // The source line with its newline, if it has one.
  bool has_text = true;     // False: SyntaxError.text is None.
  bool incomplete = false;  // More input could complete the source (interactive use).
};

// A SyntaxWarning, such as one of an invalid escape sequence. Lines count from 1, columns count
// code points from 0.
struct SyntaxWarning {
  std::string message;
  SourceSpan span;
};

enum class ParseMode : uint8_t { kExec, kEval, kSingle };

// Resolves the name in "\N{name}"; empty when there is no such character. `context` is the
// pointer given beside it.
using LookupCharacterName = std::optional<char32_t> (*)(std::string_view name, void* context);

// The identifier in normal form KC (PEP 3131); only asked for those that are not ASCII.
using NormalizeIdentifier = std::string (*)(std::string_view name, void* context);

struct ParseOptions {
  std::string_view filename = "<string>";
  ParseMode mode = ParseMode::kExec;
  LookupCharacterName lookup_character_name = nullptr;
  NormalizeIdentifier normalize_identifier = nullptr;  // null: identifiers stay as they are
  void* lookup_context = nullptr;                      // of both
};

// Exactly one of `error` and the root that belongs to the mode is set. The result owns the tree
// and everything that it refers to; the source may be freed.
struct ParseResult {
  Arena arena;
  Module* module = nullptr;            // kExec
  Expression* expression = nullptr;    // kEval
  Interactive* interactive = nullptr;  // kSingle
  std::optional<SyntaxError> error;
  std::vector<SyntaxWarning> warnings;

  bool ok() const { return !error.has_value(); }
};

// Parses UTF-8 source; a byte order mark and a coding cookie naming UTF-8, ASCII or Latin-1 are
// understood. Never uses C stack in proportion to the source.
[[nodiscard]] ParseResult Parse(std::string_view source, const ParseOptions& options = {});

}  // namespace heddle::syntax
