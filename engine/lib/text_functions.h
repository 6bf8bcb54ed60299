// Functions of module _heddle that the library's Python part builds on: numbers, text and bytes.
#pragma once

#include "objects/context.h"

namespace heddle::lib {

// Ends with a null name.
extern const NativeDef kHeddleTextFunctions[];

// str_format_parse(format): list of (literal, field name or None, spec, conversion or None).
Value StrFormatParse(Context& cx, Args args);
// str_format_field(name): (first: str or int, list of (is attribute, name or index)).
Value StrFormatFieldName(Context& cx, Args args);

}  // namespace heddle::lib
