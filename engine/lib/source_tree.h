// The syntax tree of a source text as tuples, from which the module ast makes its nodes.
#pragma once

#include "objects/context.h"

namespace heddle::lib {

// tree(source, filename, mode): (kind, line, column, end line, end column, field …), columns in
// bytes; sequences are lists, operators and contexts their number in Python.asdl.
Value SourceTree(Context& cx, Args args);

}  // namespace heddle::lib
