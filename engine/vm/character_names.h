// The characters that "\N{name}" names, from the library's unicode_database.bin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heddle::vm {

class Program;

struct CharacterNames {
  Program& program;
  std::string problem{};  // why they could not be looked up; empty if they could

  // A syntax::LookupCharacterName; `names` is a CharacterNames.
  static std::optional<char32_t> Lookup(std::string_view name, void* names);
  // A syntax::NormalizeIdentifier. What most languages write is not looked up: in the page the
  // database has to be downloaded first.
  static std::string Normalize(std::string_view name, void* names);
};

}  // namespace heddle::vm
