// What the standard library gives to the VM.
#pragma once

#include <string_view>

#include "vm/program.h"

namespace heddle::lib {

const vm::LibraryTables& Tables();

// Whether this is the library file that was made with this engine (see vm::Host::LibraryFile).
bool IsLibraryFile(std::string_view bytes);

}  // namespace heddle::lib
