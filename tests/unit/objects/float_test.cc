#include "objects/float.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

class FloatTest : public ObjectTest {};

TEST_F(FloatTest, ReprIsTheShortestThatReadsBack) {
  EXPECT_EQ(FloatReprText(0.1), "0.1");
  EXPECT_EQ(FloatReprText(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(FloatReprText(1e16), "1e+16");
  EXPECT_EQ(FloatReprText(123456789012345.0), "123456789012345.0");
  EXPECT_EQ(FloatReprText(1e-5), "1e-05");
  EXPECT_EQ(FloatReprText(0.0001), "0.0001");
  EXPECT_EQ(FloatReprText(-0.0), "-0.0");
  EXPECT_EQ(FloatReprText(5e-324), "5e-324");
  EXPECT_EQ(FloatReprText(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
  EXPECT_EQ(FloatReprText(-std::numeric_limits<double>::infinity()), "-inf");
}

TEST_F(FloatTest, TextIsParsedAsFloatDoes) {
  double d;
  EXPECT_TRUE(ParseFloat("1_000.5e-1", &d));
  EXPECT_EQ(d, 100.05);
  EXPECT_TRUE(ParseFloat("-Infinity", &d));
  EXPECT_TRUE(std::isinf(d));
  EXPECT_TRUE(ParseFloat(".5", &d));
  for (const char* bad : {"", ".", "1__0", "_1", "1_", "1e", "0x10", "1 2", "infin"}) {
    EXPECT_FALSE(ParseFloat(bad, &d)) << bad;
  }
}

TEST_F(FloatTest, RoundsHalfToEven) {
  const auto round = [&](double d, int64_t digits) { return FloatRound(cx, d, digits).dbl(); };
  EXPECT_EQ(round(2.675, 2), 2.67);
  EXPECT_EQ(round(0.5, 0), 0.0);
  EXPECT_EQ(round(25.0, -1), 20.0);
  EXPECT_EQ(round(35.0, -1), 40.0);
  EXPECT_EQ(round(1e22, 3), 1e22);
  EXPECT_EQ(round(99.0, -2), 100.0);
  EXPECT_EQ(FloatRoundToInt(cx, 2.5), Value::Small(2));
  EXPECT_EQ(FloatRoundToInt(cx, -3.5), Value::Small(-4));
}

TEST_F(FloatTest, DivisionFollowsTheSignOfTheDivisor) {
  EXPECT_EQ(FloatFloorDiv(-7, 2), -4);
  EXPECT_EQ(FloatMod(-7, 2), 1);
  EXPECT_EQ(FloatMod(7, -2), -1);
  EXPECT_TRUE(std::signbit(FloatMod(4, -2)));
}

TEST_F(FloatTest, HexRoundTrips) {
  EXPECT_EQ(FloatHex(1.5), "0x1.8000000000000p+0");
  EXPECT_EQ(FloatHex(5e-324), "0x0.0000000000001p-1022");
  EXPECT_EQ(FloatFromHex(cx, "-0x1.8p1").dbl(), -3.0);
  EXPECT_EQ(FloatFromHex(cx, "0x1.921fb54442d18p+1").dbl(), 3.141592653589793);
}

}  // namespace
}  // namespace heddle
