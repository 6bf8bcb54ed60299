#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "regex/matcher.h"
#include "regex/program.h"

namespace heddle::regex {
namespace {

using ::testing::ElementsAre;
using Spans = std::vector<std::pair<uint32_t, uint32_t>>;

class RegexTest : public ::testing::Test {
 protected:
  // Compiles, or leaves the reason in `error`.
  bool Compiles(std::u32string_view pattern, uint32_t flags = 0, bool is_bytes = false) {
    program = Program();
    return Compile(pattern, is_bytes, flags, {}, &program, &warnings, &error);
  }

  // The groups of the first match; empty when there is none.
  template <typename Unit = char32_t>
  Spans Match(std::u32string_view pattern, std::u32string_view text, uint32_t flags = 0,
              Mode mode = Mode::kSearch, int64_t steps_at_once = 1000000) {
    EXPECT_TRUE(Compiles(pattern, flags));
    const std::vector<Unit> units(text.begin(), text.end());
    Matcher matcher(program, {units.data(), sizeof(Unit), static_cast<uint32_t>(units.size())},
                    static_cast<uint32_t>(units.size()), mode);
    matcher.Begin(0, false);
    Outcome outcome;
    slices = 0;
    do {
      int64_t steps = steps_at_once;
      outcome = matcher.Run(&steps);
      ++slices;
    } while (outcome == Outcome::kMoreSteps && slices < 1000000);
    Spans spans;
    if (outcome != Outcome::kMatch) return spans;
    for (uint32_t g = 0; g <= program.groups; ++g) {
      spans.push_back({matcher.GroupStart(g), matcher.GroupEnd(g)});
    }
    last_group = matcher.last_group();
    return spans;
  }

  Program program;
  std::vector<Warning> warnings;
  Error error;
  int slices = 0;
  uint32_t last_group = 0;
};

std::pair<uint32_t, uint32_t> Span(uint32_t from, uint32_t to) { return {from, to}; }
const std::pair<uint32_t, uint32_t> kNone = {kUnset, kUnset};

TEST_F(RegexTest, FindsTheLeftmostMatch) {
  EXPECT_THAT(Match(U"b+", U"aabbb"), ElementsAre(Span(2, 5)));
  EXPECT_THAT(Match(U"x", U"aabbb"), ElementsAre());
  EXPECT_THAT(Match(U"", U"ab"), ElementsAre(Span(0, 0)));
}

TEST_F(RegexTest, WorksOnEveryWidth) {
  for (const char32_t c : {U'z', U'\u00e9'}) {
    const std::u32string text = std::u32string(U"ab") + c + c + U"b";
    EXPECT_THAT(Match<uint8_t>(U"([^ab]+)b", text), ElementsAre(Span(2, 5), Span(2, 4)));
    EXPECT_THAT(Match<uint16_t>(U"([^ab]+)b", text), ElementsAre(Span(2, 5), Span(2, 4)));
    EXPECT_THAT(Match<uint32_t>(U"([^ab]+)b", text), ElementsAre(Span(2, 5), Span(2, 4)));
  }
  EXPECT_THAT(Match<uint16_t>(U"\u4e2d|\u6587", U"a\u6587"), ElementsAre(Span(1, 2)));
  EXPECT_THAT(Match<uint8_t>(U"\u4e2d", U"a"), ElementsAre());
}

TEST_F(RegexTest, TakesBackGroupsWithTheirIteration) {
  EXPECT_THAT(Match(U"(?:(a)|b)*", U"ab"), ElementsAre(Span(0, 2), Span(0, 1)));
  EXPECT_THAT(Match(U"(a(b)?)+", U"aba"), ElementsAre(Span(0, 3), Span(2, 3), Span(1, 2)));
  EXPECT_THAT(Match(U"(?:(a)b|ac)", U"ac"), ElementsAre(Span(0, 2), kNone));
  EXPECT_EQ(last_group, 0u);
  EXPECT_THAT(Match(U"((a)(b))", U"ab"),
              ElementsAre(Span(0, 2), Span(0, 2), Span(0, 1), Span(1, 2)));
  EXPECT_EQ(last_group, 1u);
}

TEST_F(RegexTest, RepeatsWhatMatchesNothingOnce) {
  EXPECT_THAT(Match(U"(a*)*", U"b"), ElementsAre(Span(0, 0), Span(0, 0)));
  EXPECT_THAT(Match(U"(a*)+", U"aab"), ElementsAre(Span(0, 2), Span(2, 2)));
  EXPECT_THAT(Match(U"(?:a?){3}b", U"aab"), ElementsAre(Span(0, 3)));
}

TEST_F(RegexTest, LeavesAtomicGroupsAlone) {
  EXPECT_THAT(Match(U"(?>a*)ab", U"aaab"), ElementsAre());
  EXPECT_THAT(Match(U"a*+b", U"aaab"), ElementsAre(Span(0, 4)));
  EXPECT_THAT(Match(U"(?>a|ab)c", U"abc"), ElementsAre());
  EXPECT_THAT(Match(U"(?:a|ab){2}+", U"aba"), ElementsAre());
  EXPECT_THAT(Match(U"(?>(a)|b)x|(b)y", U"by"), ElementsAre(Span(0, 2), kNone, Span(0, 1)));
}

TEST_F(RegexTest, LooksAround) {
  EXPECT_THAT(Match(U"(?<=(\\d))x(?=(y))", U"1xy"),
              ElementsAre(Span(1, 2), Span(0, 1), Span(2, 3)));
  EXPECT_THAT(Match(U"(?<!a)b", U"abb"), ElementsAre(Span(2, 3)));
  EXPECT_THAT(Match(U"a(?!(b)c)", U"abcab"), ElementsAre(Span(3, 4), kNone));
  EXPECT_FALSE(Compiles(U"(?<=a+)b"));
  EXPECT_EQ(error.message, U"look-behind requires fixed-width pattern");
}

TEST_F(RegexTest, ComparesWithoutCaseAsUnicodeDoes) {
  EXPECT_THAT(Match(U"stra\u00dfe", U"STRA\u1e9eE", kIgnoreCase), ElementsAre(Span(0, 6)));
  EXPECT_THAT(Match(U"[a-z]+", U"\u212a\u017f", kIgnoreCase), ElementsAre(Span(0, 2)));
  EXPECT_THAT(Match(U"[a-z]+", U"\u212a\u017f", kIgnoreCase | kAscii), ElementsAre());
  EXPECT_THAT(Match(U"(\u03c3)\\1", U"\u03a3\u03c3", kIgnoreCase),
              ElementsAre(Span(0, 2), Span(0, 1)));
}

TEST_F(RegexTest, MayBeStoppedAtAnyStep) {
  const Spans whole = Match(U"(?:(a|b)*?c|(?=.(x))[ab]+)+x", U"abcababbcabx");
  ASSERT_FALSE(whole.empty());
  EXPECT_EQ(Match(U"(?:(a|b)*?c|(?=.(x))[ab]+)+x", U"abcababbcabx", 0, Mode::kSearch, 2), whole);
  EXPECT_GT(slices, 10);
}

TEST_F(RegexTest, EndsCatastrophesInSlices) {
  EXPECT_THAT(Match(U"(a+)+$", std::u32string(18, U'a') + U"b", 0, Mode::kMatch, 1000),
              ElementsAre());
  EXPECT_GT(slices, 100);
}

TEST_F(RegexTest, NeedsNoStackOfItsCaller) {
  const std::u32string text(300000, U'a');
  EXPECT_THAT(Match(U"(?:a|b)*c|(?:aa?)*", text), ElementsAre(Span(0, 300000)));
}

TEST_F(RegexTest, SaysWhereAPatternIsWrong) {
  EXPECT_FALSE(Compiles(U"a(b"));
  EXPECT_EQ(error.message, U"missing ), unterminated subpattern");
  EXPECT_EQ(error.position, 1);
  EXPECT_FALSE(Compiles(U"[b-a]"));
  EXPECT_EQ(error.message, U"bad character range b-a");
  EXPECT_EQ(error.position, 1);
  EXPECT_FALSE(Compiles(std::u32string(100000, U'(')));
  EXPECT_EQ(error.kind, Error::Kind::kRecursion);
}

TEST_F(RegexTest, GivesUpWhenTheStackIsFull) {
  EXPECT_TRUE(Compiles(U"(?:a|aa)*d"));
  const std::string text(20'000'000, 'a');
  Matcher matcher(program, {text.data(), 1, static_cast<uint32_t>(text.size())},
                  static_cast<uint32_t>(text.size()), Mode::kMatch);
  matcher.Begin(0, false);
  int64_t steps = INT64_MAX;
  EXPECT_EQ(matcher.Run(&steps), Outcome::kOutOfMemory);
}

}  // namespace
}  // namespace heddle::regex
