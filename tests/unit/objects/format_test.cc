#include <gtest/gtest.h>

#include "objects/number_format.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

struct Case {
  Value value;
  const char* spec;
  const char* expected;
};

class FormatTest : public ObjectTest {
 protected:
  std::string Format(Value v, std::string_view spec) {
    const Value text = FormatBuiltin(cx, v, 0, cx.NewString(spec));
    if (!text.Is(Kind::kStr)) return "?";
    return ToUtf8(text.As<Str>());
  }
  std::string Percent(std::string_view format, std::initializer_list<Value> args) {
    const Value text = StrPercent(cx, Text(format).As<Str>(), Value::Of(NewTuple(cx.heap, args)));
    if (!text.Is(Kind::kStr)) return "?";
    return ToUtf8(text.As<Str>());
  }
};

TEST_F(FormatTest, IntsFollowTheMiniLanguage) {
  const Case cases[] = {
      {Value::Small(42), "", "42"},
      {Value::Small(42), "5", "   42"},
      {Value::Small(42), "<5", "42   "},
      {Value::Small(42), "^6", "  42  "},
      {Value::Small(42), "*>5", "***42"},
      {Value::Small(42), "05", "00042"},
      {Value::Small(-42), "05", "-0042"},
      {Value::Small(255), "x", "ff"},
      {Value::Small(255), "#X", "0XFF"},
      {Value::Small(5), "08b", "00000101"},
      {Value::Small(1234567), ",", "1,234,567"},
      {Value::Small(1234), "06,", "01,234"},
      {Value::Small(1 << 20), "_x", "10_0000"},
      {Value::Small(65), "c", "A"},
      {Value::Small(3), "+", "+3"},
      {Value::Small(3), ".2f", "3.00"},
      {Value::True(), "5", "    1"},
  };
  for (const Case& c : cases) EXPECT_EQ(Format(c.value, c.spec), c.expected) << c.spec;
}

TEST_F(FormatTest, FloatsFollowTheMiniLanguage) {
  const Case cases[] = {
      {Value::Double(3.14159), ".2f", "3.14"},
      {Value::Double(2.5), ".0f", "2"},
      {Value::Double(1e16), "", "1e+16"},
      {Value::Double(1), ".3", "1.0"},
      {Value::Double(100), ".3", "1e+02"},
      {Value::Double(0.25), "%", "25.000000%"},
      {Value::Double(12345.678), ",.2f", "12,345.68"},
      {Value::Double(-0.0), "z.1f", "0.0"},
      {Value::Double(1e-5), "g", "1e-05"},
      {Value::Double(1234.5), "10.1f", "    1234.5"},
      {Value::Double(1234.5), "010.1f", "00001234.5"},
      {Value::Double(0), "e", "0.000000e+00"},
      {Value::Double(1.0 / 0.0), "6", "   inf"},
  };
  for (const Case& c : cases) EXPECT_EQ(Format(c.value, c.spec), c.expected) << c.spec;
}

TEST_F(FormatTest, TextIsPaddedAndCut) {
  EXPECT_EQ(Format(Text("abc"), "6"), "abc   ");
  EXPECT_EQ(Format(Text("abc"), "\u00e9>5"), "\u00e9\u00e9abc");
  EXPECT_EQ(Format(Text("abc"), ".2"), "ab");
}

TEST_F(FormatTest, PercentConvertsEachArgument) {
  EXPECT_EQ(
      Percent("%d|%5s|%-4d|%04d", {Value::Small(1), Text("a"), Value::Small(2), Value::Small(3)}),
      "1|    a|2   |0003");
  EXPECT_EQ(
      Percent("%.2f %e %g %%", {Value::Double(1.005), Value::Double(12), Value::Double(1e20)}),
      "1.00 1.200000e+01 1e+20 %");
  EXPECT_EQ(Percent("%x %#o %c %r",
                    {Value::Small(-255), Value::Small(8), Value::Small(0x1f600), Text("it's")}),
            "-ff 0o10 \U0001f600 \"it's\"");
}

TEST_F(FormatTest, PercentCountsItsArguments) {
  EXPECT_EQ(Percent("%d %d", {Value::Small(1)}), "?");
  EXPECT_EQ(Percent("%d", {Value::Small(1), Value::Small(2)}), "?");
}

}  // namespace
}  // namespace heddle
