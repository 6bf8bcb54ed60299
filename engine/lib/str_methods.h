// The methods of str that have files of their own: str_case.cc, str_format.cc.
#pragma once

#include "objects/context.h"

namespace heddle::lib {

extern const TypeDef kStrType;

namespace str_methods {

Value Lower(Context& cx, Args args);
Value Upper(Context& cx, Args args);
Value CaseFold(Context& cx, Args args);
Value Capitalize(Context& cx, Args args);
Value Title(Context& cx, Args args);
Value SwapCase(Context& cx, Args args);
Value IsAlpha(Context& cx, Args args);
Value IsAlnum(Context& cx, Args args);
Value IsAscii(Context& cx, Args args);
Value IsDecimal(Context& cx, Args args);
Value IsDigit(Context& cx, Args args);
Value IsNumeric(Context& cx, Args args);
Value IsIdentifier(Context& cx, Args args);
Value IsLower(Context& cx, Args args);
Value IsUpper(Context& cx, Args args);
Value IsTitle(Context& cx, Args args);
Value IsSpace(Context& cx, Args args);
Value IsPrintable(Context& cx, Args args);
Value Format(Context& cx, Args args);
Value FormatMap(Context& cx, Args args);

}  // namespace str_methods
}  // namespace heddle::lib
