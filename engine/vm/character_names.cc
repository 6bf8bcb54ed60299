#include "vm/character_names.h"

#include "objects/unicode_database.h"
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

}  // namespace heddle::vm
