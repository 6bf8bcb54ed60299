// Trees as text, in the form of Python's ast.dump().
#pragma once

#include <string>

#include "syntax/parser.h"

namespace heddle::syntax {

enum class DumpSpans { kNo, kYes };

// The root of a successful parse. With spans every node that has one is followed by
// "@line:column-end_line:end_column".
std::string Dump(const ParseResult& result, DumpSpans spans = DumpSpans::kNo);

}  // namespace heddle::syntax
