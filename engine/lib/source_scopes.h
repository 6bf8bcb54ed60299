// The scopes of a source text as tuples, of which the module symtable makes its tables.
#pragma once

#include "objects/context.h"

namespace heddle::lib {

// scopes(source, filename, mode): (kind, comprehension, name, line, nested, inlined, symbols,
// children) of the module; kinds, flags and bindings are the numbers of compiler/scope.h, a symbol
// is (name, flags, binding, is captured).
Value SourceScopes(Context& cx, Args args);

}  // namespace heddle::lib
