// Patterns and replacement templates from text to structure, with CPython's errors and warnings
// (docs.python.org/3.13/library/re.html, "Regular Expression Syntax").
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "regex/node.h"

namespace heddle::regex {

// Code points of the characters that \N{…} names.
using CharacterNames = std::map<std::u32string, char32_t>;

// A pattern of str, or of bytes (then `text` holds Latin-1). False: `error` is set.
bool ParsePattern(std::u32string_view text, bool is_bytes, uint32_t flags,
                  const CharacterNames& names, ParsedPattern* pattern, Error* error);

// A piece of a template: literal text, or what a group has matched.
struct ReplacementPart {
  int64_t group = -1;
  std::u32string text;
};
bool ParseReplacement(std::u32string_view text, bool is_bytes, uint32_t groups,
                      const std::vector<GroupName>& names, std::vector<ReplacementPart>* parts,
                      Error* error);

}  // namespace heddle::regex
