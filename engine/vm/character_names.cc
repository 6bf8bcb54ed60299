#include "vm/character_names.h"

#include <algorithm>
#include <iterator>

#include "objects/unicode_database.h"
#include "syntax/utf8.h"
#include "vm/program.h"

namespace heddle::vm {

std::optional<char32_t> CharacterNames::Lookup(std::string_view name, void* names) {
  auto& self = *static_cast<CharacterNames*>(names);
  LibraryTables::Source data;
  if (!self.program.library().find_source("unicode_database.bin", &data) ||
      !self.program.TakeText(&data, &self.problem)) {
    return std::nullopt;
  }
  return UnicodeDatabase(data.text).Find(name);
}

namespace {

// Whether text of such characters only is in normal form KC as it is: none of them has a
// decomposition that NFKC keeps, and none combines with the one before.
bool IsStable(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  static constexpr Range kStable[] = {
      {0x00, 0x7f},     {0xc0, 0x131},    {0x391, 0x3ce},   {0x400, 0x481},   {0x5d0, 0x5ea},
      {0x3041, 0x3096}, {0x30a1, 0x30fa}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff}, {0xac00, 0xd7a3},
  };
  return std::any_of(std::begin(kStable), std::end(kStable),
                     [c](const Range& r) { return c >= r.first && c <= r.last; });
}

}  // namespace

std::string CharacterNames::Normalize(std::string_view name, void* names) {
  auto& self = *static_cast<CharacterNames*>(names);
  std::u32string text;
  for (std::string_view rest = name; !rest.empty();) {
    text += syntax::DecodeCodePoint(rest);
    rest.remove_prefix(syntax::SequenceLength(static_cast<unsigned char>(rest[0])));
  }
  if (std::all_of(text.begin(), text.end(), IsStable)) return std::string(name);
  LibraryTables::Source data;
  if (!self.program.library().find_source("unicode_database.bin", &data) ||
      !self.program.TakeText(&data, &self.problem)) {
    return std::string(name);
  }
  std::string normal;
  for (char32_t c : UnicodeDatabase(data.text).Normalized(text, true, true)) {
    syntax::AppendCodePoint(&normal, c);
  }
  return normal;
}

}  // namespace heddle::vm
