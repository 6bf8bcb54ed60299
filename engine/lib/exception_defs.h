#pragma once

#include <span>

#include "objects/context.h"

namespace heddle::lib {

// The exception classes below BaseException that have methods of their own.
std::span<const TypeDef> ExceptionDefs();

}  // namespace heddle::lib
