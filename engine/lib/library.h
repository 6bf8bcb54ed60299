// What the standard library gives to the VM.
#pragma once

#include "vm/program.h"

namespace heddle::lib {

const vm::LibraryTables& Tables();

}  // namespace heddle::lib
