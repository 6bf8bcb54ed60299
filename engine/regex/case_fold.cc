#include "regex/case_fold.h"

#include <algorithm>
#include <array>
#include <map>

#include "objects/unicode.h"

namespace heddle::regex {

namespace {

// No letter beyond this one has a case.
constexpr char32_t kLastCased = 0x1ffff;

// The code points that are equal to others, and their groups.
struct CaseTable {
  std::vector<std::pair<char32_t, uint32_t>> group_of;  // by code point
  std::vector<std::vector<char32_t>> groups;
};

using Upper = std::array<char32_t, 3>;

Upper UpperOf(char32_t c) {
  Upper upper{};
  unicode::ToUpper(c, upper.data());
  return upper;
}

CaseTable MakeCaseTable() {
  // A group is made of the letters whose lower-case forms share their upper-case form.
  std::map<Upper, std::vector<char32_t>> by_upper;
  for (char32_t c = 0; c <= kLastCased; ++c) {
    const char32_t lower = Lower(c, CaseRule::kUnicode);
    const Upper upper = UpperOf(lower);
    if (lower == c && upper[0] == c) continue;
    auto& group = by_upper[upper];
    group.push_back(c);
    if (lower != c) group.push_back(lower);
  }
  CaseTable table;
  for (auto& [upper, group] : by_upper) {
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
    if (group.size() < 2) continue;
    for (const char32_t c : group) {
      table.group_of.push_back({c, static_cast<uint32_t>(table.groups.size())});
    }
    table.groups.push_back(std::move(group));
  }
  std::sort(table.group_of.begin(), table.group_of.end());
  return table;
}

const CaseTable& Cases() {
  static const CaseTable table = MakeCaseTable();
  return table;
}

bool IsAsciiLetter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

}  // namespace

char32_t Lower(char32_t c, CaseRule rule) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' && rule != CaseRule::kExact ? c | 0x20 : c;
  if (rule != CaseRule::kUnicode) return c;
  char32_t lower[3];
  unicode::ToLower(c, lower);
  return lower[0];
}

std::vector<char32_t> CaseVariants(char32_t c, CaseRule rule) {
  if (rule == CaseRule::kAscii && c < 0x80 && IsAsciiLetter(c)) return {c & ~0x20u, c | 0x20};
  if (rule != CaseRule::kUnicode) return {c};
  const CaseTable& table = Cases();
  const auto at = std::lower_bound(table.group_of.begin(), table.group_of.end(),
                                   std::pair<char32_t, uint32_t>(c, 0));
  if (at == table.group_of.end() || at->first != c) return {c};
  return table.groups[at->second];
}

void AddCaseVariants(char32_t low, char32_t high, CaseRule rule,
                     std::vector<std::pair<char32_t, char32_t>>* ranges) {
  if (rule == CaseRule::kExact) return;
  if (rule == CaseRule::kAscii) {
    for (char32_t c = low; c <= high && c < 0x80; ++c) {
      if (IsAsciiLetter(c)) ranges->push_back({c ^ 0x20, c ^ 0x20});
    }
    return;
  }
  const CaseTable& table = Cases();
  auto at = std::lower_bound(table.group_of.begin(), table.group_of.end(),
                             std::pair<char32_t, uint32_t>(low, 0));
  for (; at != table.group_of.end() && at->first <= high; ++at) {
    for (const char32_t c : table.groups[at->second]) ranges->push_back({c, c});
  }
}

}  // namespace heddle::regex
