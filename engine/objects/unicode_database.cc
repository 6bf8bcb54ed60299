#include "objects/unicode_database.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <vector>

#include "base/check.h"

namespace heddle {

namespace {

using std::string_view;

constexpr int kCodeBits = 21;
constexpr uint32_t kCodeMask = (1u << kCodeBits) - 1;
constexpr size_t kRecordSize = 9;
constexpr uint8_t kUsualWord = 0x80;
constexpr uint8_t kSharedMost = 15;  // no letter is as small
constexpr string_view kIdeographName = "CJK UNIFIED IDEOGRAPH-";
constexpr string_view kSyllableName = "HANGUL SYLLABLE ";

// Hangul syllables follow from their parts (Unicode Standard, section 3.12).
constexpr char32_t kSyllables = 0xAC00, kLeads = 0x1100, kVowels = 0x1161, kTails = 0x11A7;
constexpr uint32_t kLeadCount = 19, kVowelCount = 21, kTailCount = 28;
constexpr uint32_t kPerLead = kVowelCount * kTailCount;
constexpr uint32_t kSyllableCount = kLeadCount * kPerLead;
constexpr string_view kLeadNames[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                      "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr string_view kVowelNames[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                       "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                       "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr string_view kTailNames[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                      "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                      "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

bool IsSyllable(char32_t c) { return c >= kSyllables && c - kSyllables < kSyllableCount; }

template <typename T>
T Load(string_view bytes, size_t index) {
  T value;
  CHECK((index + 1) * sizeof value <= bytes.size()) << "the Unicode database is cut short";
  std::memcpy(&value, bytes.data() + index * sizeof value, sizeof value);
  return value;
}

string_view UntilZero(string_view text) { return text.substr(0, text.find('\0')); }

std::optional<char32_t> Hex(string_view digits) {
  uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return static_cast<char32_t>(code);
}

void AppendHex(char32_t c, std::string* out) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  int digits = 4;
  while (digits < 6 && (c >> (4 * digits)) != 0) ++digits;
  while (digits-- > 0) out->push_back(kDigits[c >> (4 * digits) & 15]);
}

// Which of the names begins `text`, the longest if several do, and takes it off; -1 for none.
template <size_t n>
int TakeLongest(const string_view (&names)[n], string_view* text) {
  int best = -1;
  for (size_t i = 0; i < n; ++i) {
    if (!text->starts_with(names[i])) continue;
    if (best < 0 || names[i].size() > names[static_cast<size_t>(best)].size()) {
      best = static_cast<int>(i);
    }
  }
  if (best >= 0) text->remove_prefix(names[static_cast<size_t>(best)].size());
  return best;
}

std::optional<char32_t> Syllable(string_view parts) {
  const int lead = TakeLongest(kLeadNames, &parts);
  const int vowel = TakeLongest(kVowelNames, &parts);
  const int tail = TakeLongest(kTailNames, &parts);
  if (lead < 0 || vowel < 0 || tail < 0 || !parts.empty()) return std::nullopt;
  return kSyllables + static_cast<uint32_t>(lead) * kPerLead +
         static_cast<uint32_t>(vowel) * kTailCount + static_cast<uint32_t>(tail);
}

}  // namespace

// The names of a block, one after another.
class UnicodeDatabase::NameReader {
 public:
  explicit NameReader(const UnicodeDatabase& database) : names_(database.Section(kNames)) {
    size_t count = 0;
    string_view words = database.Section(kWords);
    while (count < words_.size()) {
      const size_t end = words.find(' ');
      words_[count++] = words.substr(0, end);
      if (end == string_view::npos) break;
      words.remove_prefix(end + 1);
    }
  }

  void Begin(size_t at) {
    at_ = at;
    starts_.clear();
    name_.clear();
  }

  const std::string& Next() {
    const auto shared = static_cast<uint8_t>(names_[at_++]);
    if (shared < starts_.size()) {
      name_.resize(starts_[shared] == 0 ? 0 : starts_[shared] - 1);
      starts_.resize(shared);
    }
    for (; at_ < names_.size() && static_cast<uint8_t>(names_[at_]) > kSharedMost;) {
      if (!starts_.empty()) name_ += ' ';
      starts_.push_back(name_.size());
      const auto byte = static_cast<uint8_t>(names_[at_]);
      if (byte >= kUsualWord) {
        name_ += words_[byte - kUsualWord];
        ++at_;
        continue;
      }
      if (byte == ' ') ++at_;
      const size_t from = at_;
      while (at_ < names_.size() && names_[at_] > ' ') ++at_;
      name_ += names_.substr(from, at_ - from);
    }
    return name_;
  }

 private:
  const string_view names_;
  std::array<string_view, 128> words_;
  size_t at_ = 0;
  std::string name_;
  std::vector<size_t> starts_;  // of the words in it
};

UnicodeDatabase::UnicodeDatabase(string_view file) : file_(file) {
  CHECK(Load<uint32_t>(file, 0) == (kSections + 1) * sizeof(uint32_t) &&
        Load<uint32_t>(file, kSections) == file.size())
      << "the Unicode database is of another format";
}

string_view UnicodeDatabase::Section(Sections section) const {
  const auto start = Load<uint32_t>(file_, section);
  return file_.substr(start, Load<uint32_t>(file_, section + 1) - start);
}

uint32_t UnicodeDatabase::Number32(Sections section, size_t index) const {
  return Load<uint32_t>(Section(section), index);
}

uint32_t UnicodeDatabase::Number16(Sections section, size_t index) const {
  return Load<uint16_t>(Section(section), index);
}

char32_t UnicodeDatabase::Mapping::operator[](size_t i) const {
  const auto byte = [&](size_t k) { return static_cast<uint8_t>(points[3 * i + k]); };
  return static_cast<char32_t>(byte(0) | byte(1) << 8 | byte(2) << 16);
}

std::optional<size_t> UnicodeDatabase::LastKey(Sections section, size_t stride, char32_t c) const {
  const string_view keys = Section(section);
  size_t low = 0,
         high = keys.size() / (stride * sizeof(uint32_t));  // keys before low are not above
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if ((Load<uint32_t>(keys, middle * stride) & kCodeMask) <= c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return std::nullopt;
  return low - 1;
}

std::optional<size_t> UnicodeDatabase::Key(Sections section, char32_t c) const {
  const std::optional<size_t> at = LastKey(section, 1, c);
  if (!at || (Number32(section, *at) & kCodeMask) != c) return std::nullopt;
  return at;
}

string_view UnicodeDatabase::Word(Sections section, size_t index) const {
  string_view text = Section(section);
  for (; index > 0; --index) text.remove_prefix(text.find(' ') + 1);
  return text.substr(0, text.find(' '));
}

string_view UnicodeDatabase::Record(char32_t c) const {
  const std::optional<size_t> run = LastKey(kRuns, 1, c);
  const uint32_t record = run ? Number32(kRuns, *run) >> kCodeBits : 0;
  return Section(kRecords).substr(record * kRecordSize, kRecordSize);
}

UnicodeDatabase::Properties UnicodeDatabase::PropertiesOf(char32_t c) const {
  const string_view record = Record(c);
  return {record.substr(0, 2), UntilZero(record.substr(2, 3)), UntilZero(record.substr(5, 2)),
          static_cast<uint8_t>(record[7]), record[8] != 0};
}

uint8_t UnicodeDatabase::CombiningOf(char32_t c) const {
  constexpr char32_t kFirstMark = 0x300;
  return c < kFirstMark ? 0 : static_cast<uint8_t>(Record(c)[7]);
}

bool UnicodeDatabase::IsIdeograph(char32_t c) const {
  const std::optional<size_t> at = LastKey(kIdeographs, 1, c);
  return at && *at % 2 == 0;
}

std::string UnicodeDatabase::NameOf(char32_t c) const {
  if (IsIdeograph(c)) {
    std::string name(kIdeographName);
    AppendHex(c, &name);
    return name;
  }
  if (IsSyllable(c)) {
    const uint32_t i = c - kSyllables;
    std::string name(kSyllableName);
    name += kLeadNames[i / kPerLead];
    name += kVowelNames[i % kPerLead / kTailCount];
    name += kTailNames[i % kTailCount];
    return name;
  }
  const std::optional<size_t> block = LastKey(kBlocks, 2, c);
  if (!block) return "";
  const uint32_t key = Number32(kBlocks, 2 * *block);
  const uint32_t index = c - (key & kCodeMask);
  if (index >= key >> kCodeBits) return "";
  NameReader names(*this);
  names.Begin(Number32(kBlocks, 2 * *block + 1));
  for (uint32_t i = 0; i < index; ++i) names.Next();
  return names.Next();
}

std::optional<char32_t> UnicodeDatabase::FindListed(string_view name) const {
  const string_view blocks = Section(kBlocks);
  NameReader names(*this);
  for (size_t i = 0; i < blocks.size() / (2 * sizeof(uint32_t)); ++i) {
    const auto key = Load<uint32_t>(blocks, 2 * i);
    names.Begin(Load<uint32_t>(blocks, 2 * i + 1));
    for (uint32_t k = 0; k < key >> kCodeBits; ++k) {
      if (names.Next() == name) return (key & kCodeMask) + k;
    }
  }
  return std::nullopt;
}

std::optional<char32_t> UnicodeDatabase::FindAlias(string_view name) const {
  for (string_view text = Section(kAliases); !text.empty();) {
    const string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    const size_t space = line.find(' ');
    if (line.substr(space + 1) == name) return Hex(line.substr(0, space));
  }
  return std::nullopt;
}

std::optional<char32_t> UnicodeDatabase::Find(string_view name) const {
  if (name.starts_with(kIdeographName)) {
    const std::optional<char32_t> c = Hex(name.substr(kIdeographName.size()));
    return c && NameOf(*c) == name ? c : std::nullopt;
  }
  if (name.starts_with(kSyllableName)) return Syllable(name.substr(kSyllableName.size()));
  std::string wanted(name);
  for (char& c : wanted) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (const std::optional<char32_t> c = FindListed(wanted)) return c;
  return FindAlias(wanted);
}

std::optional<double> UnicodeDatabase::NumericOf(char32_t c) const {
  const std::optional<size_t> at = Key(kNumerics, c);
  if (!at) return std::nullopt;
  return Load<double>(Section(kValues), Number32(kNumerics, *at) >> kCodeBits);
}

UnicodeDatabase::Mapping UnicodeDatabase::MappingAt(size_t index) const {
  const uint32_t from = index == 0 ? 0 : Number16(kEnds, index - 1);
  const uint32_t to = Number16(kEnds, index);
  return {Number32(kDecompositions, index) >> kCodeBits,
          Section(kPoints).substr(3 * size_t{from}, 3 * size_t{to - from})};
}

std::string UnicodeDatabase::DecompositionOf(char32_t c) const {
  const std::optional<size_t> at = Key(kDecompositions, c);
  if (!at) return "";
  const Mapping mapping = MappingAt(*at);
  std::string text(Word(kTags, mapping.tag));
  for (size_t i = 0; i < mapping.size(); ++i) {
    if (!text.empty()) text += ' ';
    AppendHex(mapping[i], &text);
  }
  return text;
}

void UnicodeDatabase::Decompose(char32_t c, bool compatible, std::u32string* out) const {
  std::u32string waiting(1, c);  // The next at the end.
  while (!waiting.empty()) {
    const char32_t next = waiting.back();
    waiting.pop_back();
    if (IsSyllable(next)) {
      const uint32_t i = next - kSyllables;
      out->push_back(kLeads + i / kPerLead);
      out->push_back(kVowels + i % kPerLead / kTailCount);
      if (i % kTailCount != 0) out->push_back(kTails + i % kTailCount);
      continue;
    }
    const std::optional<size_t> at = Key(kDecompositions, next);
    if (!at || ((Number32(kDecompositions, *at) >> kCodeBits) != 0 && !compatible)) {
      out->push_back(next);
      continue;
    }
    const Mapping mapping = MappingAt(*at);
    for (size_t i = mapping.size(); i > 0; --i) waiting.push_back(mapping[i - 1]);
  }
}

// The canonical ordering algorithm: marks in the order of their combining classes.
void UnicodeDatabase::OrderMarks(std::u32string* text) const {
  for (size_t i = 0; i < text->size();) {
    size_t end = i;
    while (end < text->size() && CombiningOf((*text)[end]) != 0) ++end;
    if (end - i > 1) {
      std::stable_sort(text->begin() + static_cast<ptrdiff_t>(i),
                       text->begin() + static_cast<ptrdiff_t>(end),
                       [this](char32_t a, char32_t b) { return CombiningOf(a) < CombiningOf(b); });
    }
    i = end + (end == i);
  }
}

std::optional<char32_t> UnicodeDatabase::Composed(char32_t first, char32_t second) const {
  if (first >= kLeads && first - kLeads < kLeadCount && second >= kVowels &&
      second - kVowels < kVowelCount) {
    return kSyllables + (first - kLeads) * kPerLead + (second - kVowels) * kTailCount;
  }
  if (IsSyllable(first) && (first - kSyllables) % kTailCount == 0 && second > kTails &&
      second - kTails < kTailCount) {
    return first + (second - kTails);
  }
  size_t low = 0, high = Section(kCompositions).size() / sizeof(uint16_t);
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const uint32_t index = Number16(kCompositions, middle);
    const Mapping mapping = MappingAt(index);
    if (mapping[0] == first && mapping[1] == second) {
      return Number32(kDecompositions, index) & kCodeMask;
    }
    if (mapping[0] < first || (mapping[0] == first && mapping[1] < second)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

// The canonical composition algorithm: a mark joins the last starter unless another mark of its
// class, or a starter, stands between.
std::u32string UnicodeDatabase::Compose(const std::u32string& text) const {
  std::u32string out;
  std::optional<size_t> starter;
  uint8_t last_class = 0;
  for (const char32_t c : text) {
    const uint8_t mark = CombiningOf(c);
    const bool is_next = starter && *starter + 1 == out.size();
    if (starter && (is_next || (last_class != 0 && last_class < mark))) {
      if (const std::optional<char32_t> joined = Composed(out[*starter], c)) {
        out[*starter] = *joined;
        continue;
      }
    }
    if (mark == 0) starter = out.size();
    last_class = mark;
    out.push_back(c);
  }
  return out;
}

std::u32string UnicodeDatabase::Normalized(std::u32string_view text, bool compatible,
                                           bool composed) const {
  constexpr char32_t kFirstDecomposed = 0xA0;
  std::u32string parts;
  for (const char32_t c : text) {
    if (c < kFirstDecomposed) {
      parts.push_back(c);
    } else {
      Decompose(c, compatible, &parts);
    }
  }
  OrderMarks(&parts);
  return composed ? Compose(parts) : parts;
}

}  // namespace heddle
