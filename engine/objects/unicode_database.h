// The Unicode Character Database beyond what str's own methods need (objects/unicode.h): names,
// properties, decompositions and normal forms. Unicode Standard, chapters 3 and 4, and Annex 15.
//
// The data is the file unicode_database.bin that scripts/generate_unicode_database.py writes. It is
// read where it lies:
//   uint32 offset of each section and of the end, then the sections; numbers are little-endian. A
//   "key" is a uint32 with a code point in the low 21 bits and something small above.
//   version          text
//   records          category (2 bytes), bidirectional class (3), east Asian width (2), combining
//                    class, mirrored; texts end at a zero
//   runs             keys: from here on this record
//   ideographs       uint32: where ranges begin and end
//   decompositions   keys: a character and its tag
//   ends             uint16 for each of them: where its mapping ends among the
//   points           code points of 3 bytes
//   compositions     uint16: those that compose again, in the order of their mappings
//   tags             text: <compat> and the like, the first empty, with spaces between
//   numerics         keys: a character and its value among the
//   values           doubles
//   aliases          lines "code name"
//   words            text: the 128 usual words of names
//   blocks           key, uint32: characters in a row, how many, and where their names begin
//   names            a byte for each name: how many words it shares with the one before, then the
//                    others: usual ones as a byte from 0x80 on, or letters; a space between letters
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heddle {

class UnicodeDatabase {
 public:
  // REQUIRES: `file` is unicode_database.bin and outlives the object.
  explicit UnicodeDatabase(std::string_view file);

  struct Properties {
    std::string_view category, bidirectional, east_asian_width;
    uint8_t combining;
    bool mirrored;
  };
  Properties PropertiesOf(char32_t c) const;

  std::string_view Version() const { return Section(kVersion); }
  // Empty when it has none.
  std::string NameOf(char32_t c) const;
  // By its name or an alias, in upper or lower case; names that follow a rule, in upper case, as
  // for CPython.
  std::optional<char32_t> Find(std::string_view name) const;
  std::optional<double> NumericOf(char32_t c) const;
  // As UnicodeData.txt has it: "<compat> 0020 0308"; empty when there is none.
  std::string DecompositionOf(char32_t c) const;
  // The text in NFC, NFD, NFKC (`compatible` and `composed`) or NFKD.
  std::u32string Normalized(std::u32string_view text, bool compatible, bool composed) const;

 private:
  enum Sections {
    kVersion,
    kRecords,
    kRuns,
    kIdeographs,
    kDecompositions,
    kEnds,
    kPoints,
    kCompositions,
    kTags,
    kNumerics,
    kValues,
    kAliases,
    kWords,
    kBlocks,
    kNames,
    kSections,
  };
  struct Mapping {
    uint32_t tag;             // 0: canonical
    std::string_view points;  // 3 bytes each
    size_t size() const { return points.size() / 3; }
    char32_t operator[](size_t i) const;
  };
  class NameReader;

  std::string_view Section(Sections section) const;
  uint32_t Number32(Sections section, size_t index) const;
  uint32_t Number16(Sections section, size_t index) const;
  // The last of the keys of `section`, `stride` numbers apart, whose code point is not above `c`.
  std::optional<size_t> LastKey(Sections section, size_t stride, char32_t c) const;
  std::optional<size_t> Key(Sections section, char32_t c) const;
  std::string_view Word(Sections section, size_t index) const;  // of a text with spaces
  std::string_view Record(char32_t c) const;
  uint8_t CombiningOf(char32_t c) const;
  bool IsIdeograph(char32_t c) const;
  std::optional<char32_t> FindListed(std::string_view name) const;
  std::optional<char32_t> FindAlias(std::string_view name) const;
  Mapping MappingAt(size_t index) const;
  std::optional<char32_t> Composed(char32_t first, char32_t second) const;
  void Decompose(char32_t c, bool compatible, std::u32string* out) const;
  void OrderMarks(std::u32string* text) const;
  std::u32string Compose(const std::u32string& text) const;

  std::string_view file_;
};

}  // namespace heddle
