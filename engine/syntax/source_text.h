#pragma once

#include <string>
#include <string_view>

namespace heddle::syntax {

struct SourceText {
  std::string text;   // UTF-8, lines end in \n, no byte order mark.
  std::string error;  // Not empty: the source cannot be read at all.
};

// Decodes the bytes of a source file (PEP 263).
[[nodiscard]] SourceText ReadSource(std::string_view source, std::string_view filename);

}  // namespace heddle::syntax
