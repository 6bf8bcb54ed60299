// Sets of code points: [a-z\d], \w and the like.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "regex/case_fold.h"

namespace heddle::regex {

enum class Category : uint8_t { kDigit, kSpace, kWord };

// Whether \d, \s and \w mean Unicode's characters or only those of ASCII.
bool InCategory(char32_t c, Category category, bool ascii);

// One member of a set as the pattern writes it: a range (of one character perhaps) or a category.
struct SetItem {
  char32_t low = 0, high = 0;
  bool is_category = false;
  Category category = Category::kDigit;
  bool negated = false;  // \D, \S, \W

  friend bool operator==(const SetItem&, const SetItem&) = default;
};

// A set ready for matching: a table for Latin-1, ranges and categories beyond.
class CharSet {
 public:
  CharSet(const std::vector<SetItem>& items, bool negated, CaseRule rule, bool ascii);

  bool Contains(char32_t c) const { return c < 256 ? low_[c] != 0 : ContainsHigh(c); }
  // By code point below 256: whether it is a member.
  const uint8_t* table() const { return low_.data(); }
  // Whether a code point from 256 on may be a member.
  bool may_be_high() const { return may_be_high_; }
  friend bool operator==(const CharSet&, const CharSet&) = default;

  // A set of what either has.
  void Add(const CharSet& other);
  static CharSet Empty() { return CharSet(); }
  // Whether no character can be in both; false when that is not known.
  bool IsDisjoint(const CharSet& other) const;

 private:
  CharSet() = default;
  bool ContainsHigh(char32_t c) const;

  std::array<uint8_t, 256> low_{};
  bool may_be_high_ = false;
  bool all_high_ = false;
  bool negated_ = false;  // of what follows
  bool ascii_ = false;
  std::vector<std::pair<char32_t, char32_t>> ranges_;  // sorted, apart
  std::vector<SetItem> categories_;
};

}  // namespace heddle::regex
