#include "objects/unicode.h"

namespace heddle::unicode {

namespace {

// Mappings are differences of code points, or kExtended + a place in kSequences: length, code
// points.
struct Record {
  uint16_t flags;
  int8_t decimal, digit;
  int32_t lower, upper, title, fold;
};

#include "objects/unicode_tables.inc"

const Record& RecordOf(char32_t c) {
  if (c >= 0x110000) c = 0xffff;
  constexpr uint32_t kLeafMask = (1u << kLeafBits) - 1;
  constexpr uint32_t kMiddleMask = (1u << kMiddleBits) - 1;
  const uint32_t middle = kFirst[c >> (kLeafBits + kMiddleBits)];
  const uint32_t leaf = kMiddle[middle << kMiddleBits | (c >> kLeafBits & kMiddleMask)];
  return kRecords[kLeaf[leaf << kLeafBits | (c & kLeafMask)]];
}

int Map(char32_t c, int32_t mapping, char32_t out[3]) {
  if (mapping < kExtended) {
    out[0] = c + mapping;
    return 1;
  }
  const uint32_t* sequence = kSequences + (mapping - kExtended);
  const int count = static_cast<int>(sequence[0]);
  for (int i = 0; i < count; ++i) out[i] = sequence[1 + i];
  return count;
}

}  // namespace

uint16_t Properties(char32_t c) { return RecordOf(c).flags; }
int DecimalValue(char32_t c) { return RecordOf(c).decimal; }
int DigitValue(char32_t c) { return RecordOf(c).digit; }
int ToLower(char32_t c, char32_t out[3]) { return Map(c, RecordOf(c).lower, out); }
int ToUpper(char32_t c, char32_t out[3]) { return Map(c, RecordOf(c).upper, out); }
int ToTitle(char32_t c, char32_t out[3]) { return Map(c, RecordOf(c).title, out); }
int ToCaseFold(char32_t c, char32_t out[3]) { return Map(c, RecordOf(c).fold, out); }

}  // namespace heddle::unicode
