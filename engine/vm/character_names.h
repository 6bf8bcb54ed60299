// The characters that "\N{name}" names, from the library's module _unicode_data.
#pragma once

#include <optional>
#include <string_view>

namespace heddle::vm {

struct LibraryTables;

// A syntax::LookupCharacterName; `tables` is the LibraryTables.
std::optional<char32_t> LookupCharacterName(std::string_view name, void* tables);

}  // namespace heddle::vm
