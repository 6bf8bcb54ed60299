#include "regex/char_set.h"

#include <algorithm>

#include "objects/unicode.h"

namespace heddle::regex {

namespace {

using Ranges = std::vector<std::pair<char32_t, char32_t>>;

void Normalize(Ranges* ranges) {
  std::sort(ranges->begin(), ranges->end());
  Ranges merged;
  for (const auto& range : *ranges) {
    if (!merged.empty() && range.first <= merged.back().second + 1) {
      merged.back().second = std::max(merged.back().second, range.second);
    } else {
      merged.push_back(range);
    }
  }
  *ranges = std::move(merged);
}

bool InRanges(const Ranges& ranges, char32_t c) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), std::pair{c, char32_t{~0u}});
  return after != ranges.begin() && c <= std::prev(after)->second;
}

}  // namespace

bool InCategory(char32_t c, Category category, bool ascii) {
  if (c >= 0x80 && ascii) return false;
  switch (category) {
    case Category::kDigit: return unicode::Has(c, unicode::kDecimal);
    // ASCII's control characters 28 to 31 are white space to str, but not to \s in ASCII patterns.
    case Category::kSpace:
      return ascii ? c == ' ' || (c >= '\t' && c <= '\r') : unicode::Has(c, unicode::kSpace);
    case Category::kWord: return c == '_' || unicode::IsAlnum(c);
  }
  return false;
}

CharSet::CharSet(const std::vector<SetItem>& items, bool negated, CaseRule rule, bool ascii)
    : negated_(negated), ascii_(ascii) {
  for (const SetItem& item : items) {
    if (item.is_category) {
      categories_.push_back(item);
    } else {
      ranges_.push_back({item.low, item.high});
      AddCaseVariants(item.low, item.high, rule, &ranges_);
    }
  }
  Normalize(&ranges_);
  for (char32_t c = 0; c < low_.size(); ++c) low_[c] = ContainsHigh(c);
  const bool any_high = (!ranges_.empty() && ranges_.back().second >= 256) ||
                        std::any_of(categories_.begin(), categories_.end(),
                                    [&](const SetItem& item) { return !ascii || item.negated; });
  may_be_high_ = negated || any_high;
}

bool CharSet::ContainsHigh(char32_t c) const {
  if (all_high_) return true;
  bool found = InRanges(ranges_, c);
  for (size_t i = 0; i < categories_.size() && !found; ++i) {
    found = InCategory(c, categories_[i].category, ascii_) != categories_[i].negated;
  }
  return found != negated_;
}

void CharSet::Add(const CharSet& other) {
  for (size_t c = 0; c < low_.size(); ++c) low_[c] |= other.low_[c];
  if (!other.may_be_high_) return;
  // The union is only used to rule characters out, so that it may be too large.
  const bool plain = !negated_ && !other.negated_ && ascii_ == other.ascii_ && !other.all_high_;
  if (!may_be_high_) {
    negated_ = other.negated_;
    ascii_ = other.ascii_;
    ranges_ = other.ranges_;
    categories_ = other.categories_;
    all_high_ = other.all_high_;
  } else if (plain && categories_ == other.categories_) {
    ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end());
    Normalize(&ranges_);
  } else {
    all_high_ = true;
  }
  may_be_high_ = true;
}

bool CharSet::IsDisjoint(const CharSet& other) const {
  if (may_be_high_ && other.may_be_high_) return false;
  for (size_t c = 0; c < low_.size(); ++c) {
    if ((low_[c] & other.low_[c]) != 0) return false;
  }
  return true;
}

}  // namespace heddle::regex
