// Properties and case mappings of code points, as CPython 3.13 (Unicode 15.1) has them.
#pragma once

#include <cstdint>

namespace heddle::unicode {

enum Property : uint16_t {
  kAlpha = 1,
  kLower = 2,
  kUpper = 4,
  kTitle = 8,
  kDecimal = 16,
  kDigit = 32,
  kNumeric = 64,
  kSpace = 128,
  kLineBreak = 256,
  kPrintable = 512,
  kIdStart = 1024,     // XID_Start or underscore
  kIdContinue = 2048,  // XID_Continue
  kCased = 4096,
  kCaseIgnorable = 8192,
};

uint16_t Properties(char32_t c);
inline bool Has(char32_t c, Property p) { return (Properties(c) & p) != 0; }
inline bool IsAlnum(char32_t c) {
  return (Properties(c) & (kAlpha | kDecimal | kDigit | kNumeric)) != 0;
}

// 0 to 9, or -1: the value of a decimal digit.
int DecimalValue(char32_t c);
// Value of a digit (superscripts too), or -1.
int DigitValue(char32_t c);

// Full mappings: 1 to 3 code points into `out`, their number returned.
int ToLower(char32_t c, char32_t out[3]);
int ToUpper(char32_t c, char32_t out[3]);
int ToTitle(char32_t c, char32_t out[3]);
int ToCaseFold(char32_t c, char32_t out[3]);

}  // namespace heddle::unicode
