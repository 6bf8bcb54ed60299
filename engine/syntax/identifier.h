// Which code points may be in an identifier (PEP 3131), and which ones print.
#pragma once

namespace heddle::syntax {

bool IsIdentifierStart(char32_t code_point);
bool IsIdentifierContinue(char32_t code_point);
// As str.isprintable() of an assigned code point.
bool IsPrintable(char32_t code_point);

}  // namespace heddle::syntax
