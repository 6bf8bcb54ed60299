// `from __future__ import …`
#pragma once

#include "compiler/error_sink.h"
#include "syntax/parser.h"

namespace heddle::compiler {

struct FutureImports {
  bool annotations = false;
  uint32_t last_line = 0;  // Of the last such import that is where it may be.
};

FutureImports FindFutureImports(const syntax::ParseResult& tree, ErrorSink& errors);

}  // namespace heddle::compiler
