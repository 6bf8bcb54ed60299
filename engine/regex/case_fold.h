// Case-insensitive equality of code points, as Python's re has it: simple lower-case mappings, plus
// the small letters that have one capital (the long s is an s, both sigmas are a sigma).
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace heddle::regex {

// What IGNORECASE compares: Unicode's letters, or only those of ASCII (bytes, re.ASCII).
enum class CaseRule : uint8_t { kExact, kAscii, kUnicode };

// The simple lower-case mapping.
char32_t Lower(char32_t c, CaseRule rule);

// Every code point that is equal to `c`, itself included.
std::vector<char32_t> CaseVariants(char32_t c, CaseRule rule);

// Adds the code points that are equal to one in [low, high], as ranges of one each.
void AddCaseVariants(char32_t low, char32_t high, CaseRule rule,
                     std::vector<std::pair<char32_t, char32_t>>* ranges);

}  // namespace heddle::regex
