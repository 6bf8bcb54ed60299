// The format specification mini-language of format(), f-strings and str.format for builtin values,
// and printf-style formatting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "objects/str.h"

namespace heddle {

struct Context;

struct FormatSpec {
  char32_t fill = ' ';
  char32_t align = 0;             // < > = ^, or 0: not given
  char sign = 0;                  // + - space
  bool no_negative_zero = false;  // z
  bool alternate = false;         // #
  bool zero_pad = false;
  int64_t width = -1;
  char grouping = 0;  // , or _
  int64_t precision = -1;
  char32_t type = 0;  // 0: not given
};

// ValueError as CPython words it. `type_name` is the type of the value to be formatted.
bool ParseFormatSpec(Context& cx, const Str* spec, std::string_view type_name, FormatSpec* out);

// format(v, spec) for a str, bool, int, float or complex payload; a str or Raised().
Value FormatStr(Context& cx, Str* v, const Str* spec);
Value FormatInt(Context& cx, Value v, const Str* spec);
Value FormatFloat(Context& cx, Value v, const Str* spec);
Value FormatComplex(Context& cx, Value v, const Str* spec);

// The FormatValue instruction: conversion is 0, 's', 'r' or 'a'. NotImplemented when it takes
// Python code (then the caller goes through Library::kFormat).
Value FormatBuiltin(Context& cx, Value v, int conversion, Value spec_or_undefined);

// format % args. Calls on Library::kStrPercent (format, args) when a value needs Python code to be
// shown or converted.
Value StrPercent(Context& cx, Str* format, Value args);
Value BytesPercent(Context& cx, Value format, Value args);  // a bytes, or a bytearray for one

// The text of a number: digits and spaces of every script as ASCII ones, '?' for other characters.
std::string AsciiOfNumber(const Str* text);

}  // namespace heddle
