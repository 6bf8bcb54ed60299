#include "objects/int.h"

#include <gtest/gtest.h>

#include <cmath>

#include "objects/number.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

class IntTest : public ObjectTest {
 protected:
  Value Of(std::string_view digits) {
    const bool negative = digits[0] == '-';
    if (negative) digits.remove_prefix(1);
    const Value v = IntFromDigits(cx, digits, 0);
    return negative ? IntNeg(cx, v) : v;
  }
};

TEST_F(IntTest, ResultsBecomeSmallWhenTheyFit) {
  const Value big = Of("0x800000000000");
  EXPECT_TRUE(big.IsObject());
  EXPECT_EQ(IntSub(cx, big, Value::Small(1)), Value::Small(Value::kSmallMax));
  EXPECT_TRUE(Of("-0x800000000000").IsSmall());
  EXPECT_TRUE(IntAdd(cx, Value::Small(Value::kSmallMax), Value::Small(1)).IsObject());
}

TEST_F(IntTest, ArithmeticRoundsTowardsMinusInfinity) {
  const Value a = Of("-123456789012345678901234567890");
  const Value b = Of("987654321098765");
  EXPECT_EQ(IntToString(IntFloorDiv(cx, a, b)), "-124999998860938");
  EXPECT_EQ(IntToString(IntMod(cx, a, b)), "439799363973680");
  EXPECT_EQ(IntToString(IntMul(cx, a, b)), "-121932631137021741879287174187806784787655850");
  EXPECT_EQ(IntToString(IntFloorDiv(cx, Value::Small(-7), Value::Small(2))), "-4");
  EXPECT_EQ(IntToString(IntRShift(cx, a, Value::Small(70))), "-104571968");
}

TEST_F(IntTest, BitwiseOperatorsSeeTwosComplement) {
  const Value a = Of("-0x123456789abcdef0123456789");
  EXPECT_EQ(IntToString(IntAnd(cx, a, Of("0xffffffffffffffffffffffffffff")), 16),
            "fffedcba9876543210fedcba9877");
  EXPECT_EQ(IntToString(IntOr(cx, a, Value::Small(1)), 16), "-123456789abcdef0123456789");
  EXPECT_EQ(IntToString(IntXor(cx, a, Value::Small(-1)), 16), "123456789abcdef0123456788");
}

TEST_F(IntTest, LongTextRoundTrips) {
  cx.runtime.int_max_str_digits.Store(0);
  const Value power = IntPow(cx, Value::Small(7), Value::Small(20000));
  const std::string text = IntToString(power);
  EXPECT_EQ(text.size(), 16902u);
  EXPECT_EQ(IntCompare(IntFromDigits(cx, text, 10), power), 0);
  EXPECT_EQ(IntCompare(IntFromDigits(cx, IntToString(power, 16), 16), power), 0);
  Value quotient, remainder;
  ASSERT_TRUE(IntDivMod(cx, power, Of("123456789123456789123456789"), &quotient, &remainder));
  const Value back = IntAdd(cx, IntMul(cx, quotient, Of("123456789123456789123456789")), remainder);
  EXPECT_EQ(IntCompare(back, power), 0);
}

TEST_F(IntTest, TheLimitOnDigitsHolds) {
  EXPECT_TRUE(IntFromDigits(cx, std::string(4301, '9'), 10).IsUndefined());
  EXPECT_FALSE(cx.pending.IsUndefined());
  EXPECT_FALSE(IntFromDigits(cx, std::string(4300, '9'), 10).IsUndefined());
  EXPECT_EQ(IntRepr(cx, IntPow(cx, Value::Small(10), Value::Small(4300))), nullptr);
}

TEST_F(IntTest, DivisionIsCorrectlyRounded) {
  EXPECT_EQ(IntTrueDiv(cx, Of("10000000000000000000000001"), Of("3")).dbl(), 3.3333333333333333e24);
  EXPECT_EQ(IntTrueDiv(cx, Value::Small(1), IntPow(cx, Value::Small(10), Value::Small(320))).dbl(),
            1e-320);
  double d;
  ASSERT_TRUE(IntToDouble(Of("9007199254740993"), &d));
  EXPECT_EQ(d, 9007199254740992.0);
  EXPECT_FALSE(IntToDouble(IntPow(cx, Value::Small(10), Value::Small(400)), &d));
}

TEST_F(IntTest, HashesAsCPython) {
  EXPECT_EQ(NumericHash(Value::Small(-1)), -2);
  EXPECT_EQ(IntHash(IntPow(cx, Value::Small(2), Value::Small(61))), 1);
  EXPECT_EQ(NumericHash(Value::Double(0.5)), 1152921504606846976);
  EXPECT_EQ(NumericHash(Value::Double(1e300)), IntHash(IntFromDouble(cx, 1e300)));
}

TEST_F(IntTest, PowersModulo) {
  const Value m = Of("1000000007");
  EXPECT_EQ(IntToString(IntPowMod(cx, Value::Small(3), Of("1000000005"), m)), "333333336");
  EXPECT_EQ(IntToString(IntPowMod(cx, Value::Small(3), Value::Small(-1), m)), "333333336");
  const Value big = Of("170141183460469231731687303715884105727");
  EXPECT_EQ(IntToString(IntPowMod(cx, Value::Small(5), IntSub(cx, big, Value::Small(1)), big)),
            "1");
}

TEST_F(IntTest, ComparesExactlyWithFloats) {
  EXPECT_GT(IntCompareDouble(Of("9007199254740993"), 9007199254740992.0), 0);
  EXPECT_EQ(IntCompareDouble(Of("9007199254740992"), 9007199254740992.0), 0);
  EXPECT_LT(IntCompareDouble(Of("-100000000000000000000000"), -1.0), 0);
}

}  // namespace
}  // namespace heddle
