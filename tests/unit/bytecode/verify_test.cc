#include <gtest/gtest.h>

#include "bytecode/code_unit.h"

namespace heddle::bytecode {
namespace {

CodeUnit ReturnNone() {
  CodeUnit unit;
  unit.name = unit.qualname = "f";
  unit.first_line = 3;
  unit.register_count = 1;
  unit.constants.push_back({Constant::None{}});
  unit.words = {EncodeS32(Op::kLoadConst, 0, 0), Encode(Op::kReturn, 0, 0, 0)};
  unit.lines = {{0, {4, 4, 1, 2}}, {1, {5, 5, 0, 6}}};
  return unit;
}

TEST(CodeUnitTest, InstructionsRoundTrip) {
  const Word w = Encode(Op::kAddInt, 1, 2, static_cast<uint16_t>(-3));
  EXPECT_EQ(OpOf(w), Op::kAddInt);
  EXPECT_EQ(FieldA(w), 1u);
  EXPECT_EQ(FieldB(w), 2u);
  EXPECT_EQ(SignedC(w), -3);
  EXPECT_EQ(FieldS32(EncodeS32(Op::kJumpBack, 0, -70000)), -70000);
  EXPECT_STREQ(NameOf(Op::kAddInt), "AddInt");
  EXPECT_EQ(WordsOf(Op::kLoadAttr), 3);
}

TEST(CodeUnitTest, LocationsHoldUntilTheNextEntry) {
  const CodeUnit unit = ReturnNone();
  EXPECT_EQ(unit.LocationOf(0).line, 4);
  EXPECT_EQ(unit.LocationOf(1).end_column, 6);
  EXPECT_EQ(CodeUnit{}.LocationOf(0).line, 0);
}

TEST(CodeUnitTest, DisassemblesOneInstructionALine) {
  EXPECT_EQ(Disassemble(ReturnNone()),
            "f() registers 1\n"
            "   0    4  LoadConst %0, None\n"
            "   1    5  Return %0\n");
}

TEST(VerifyTest, AcceptsWhatIsInRange) { EXPECT_EQ(Verify(ReturnNone()), ""); }

TEST(VerifyTest, RejectsRegistersConstantsAndNamesOutOfRange) {
  CodeUnit unit = ReturnNone();
  unit.words[1] = Encode(Op::kReturn, 1, 0, 0);
  EXPECT_EQ(Verify(unit), "f: word 1: register out of range");
  unit = ReturnNone();
  unit.words[0] = EncodeS32(Op::kLoadConst, 0, 1);
  EXPECT_EQ(Verify(unit), "f: word 0: constant out of range");
  unit = ReturnNone();
  unit.words[0] = Encode(Op::kLoadName, 0, 0, 0);
  EXPECT_EQ(Verify(unit), "f: word 0: name out of range");
}

TEST(VerifyTest, RejectsWindowsOutOfRange) {
  CodeUnit unit = ReturnNone();
  unit.words.insert(unit.words.begin(), Encode(Op::kBuildTuple, 0, 0, 2));
  EXPECT_EQ(Verify(unit), "f: word 0: operands out of range");
}

TEST(VerifyTest, RejectsJumpsIntoInstructionsAndTheWrongWay) {
  CodeUnit unit = ReturnNone();
  unit.words.insert(unit.words.begin(), EncodeS32(Op::kJump, 0, 7));
  EXPECT_EQ(Verify(unit), "f: word 0: jump out of range");
  unit.words[0] = EncodeS32(Op::kJump, 0, 0);
  EXPECT_EQ(Verify(unit), "f: word 0: jump in the wrong direction");
}

TEST(VerifyTest, RejectsFallingOffTheEnd) {
  CodeUnit unit = ReturnNone();
  unit.words.pop_back();
  unit.lines.pop_back();
  EXPECT_NE(Verify(unit).find("falls off the end"), std::string::npos);
}

TEST(VerifyTest, RejectsExceptionTablesOutOfRange) {
  CodeUnit unit = ReturnNone();
  unit.exceptions.push_back({0, 1, 9, 0});
  EXPECT_EQ(Verify(unit), "f: word 0: handler out of range");
  unit.exceptions[0] = {1, 1, 0, 0};
  EXPECT_EQ(Verify(unit), "f: word 1: exception range out of range");
}

TEST(VerifyTest, ChecksNestedCode) {
  CodeUnit inner = ReturnNone();
  inner.qualname = "f.g";
  inner.words[1] = Encode(Op::kReturn, 9, 0, 0);
  CodeUnit outer = ReturnNone();
  outer.constants.push_back({std::make_shared<const CodeUnit>(inner)});
  EXPECT_EQ(Verify(outer), "f.g: word 1: register out of range");
}

}  // namespace
}  // namespace heddle::bytecode
