#include "bytecode/serialize.h"

#include <gtest/gtest.h>

namespace heddle::bytecode {
namespace {

Constant Of(decltype(Constant::value) value) { return {std::move(value)}; }

CodeUnit Sample() {
  CodeUnit inner;
  inner.name = inner.qualname = "inner";
  inner.filename = "sample.py";
  inner.local_count = 1;
  inner.locals = {{"x", false, false}};
  inner.names = {"append"};
  inner.words = {Encode(Op::kNop, 0, 0, 0)};
  CodeUnit unit;
  unit.name = "outer";
  unit.qualname = "Class.outer";
  unit.filename = "sample.py";
  unit.first_line = 70000;
  unit.flags = kVarArgs | kGenerator;
  unit.positional_only = 1;
  unit.positional = 2;
  unit.keyword_only = 3;
  unit.local_count = 4;
  unit.free_count = 5;
  unit.register_count = 300;
  unit.has_docstring = true;
  unit.locals = {{"a", false, false}, {"b", true, false}, {"c", false, true}};
  unit.names = {"append", "a", std::string("\0x", 2)};
  unit.constants = {Of(Constant::Str{"经纬"}),
                    Of(Constant::None{}),
                    Of(Constant::Ellipsis{}),
                    Of(true),
                    Of(int64_t{INT64_MIN}),
                    Of(-0.0),
                    Of(Constant::BigInt{"0xfffffffffffffffffff"}),
                    Of(Constant::Complex{1, 2}),
                    Of(Constant::Bytes{std::string("\xff\0", 2)}),
                    Of(Constant::Tuple{{Of(int64_t{1}), Of(Constant::Tuple{})}}),
                    Of(Constant::FrozenSet{{Of(false)}}),
                    Of(std::make_shared<const CodeUnit>(inner))};
  unit.words = {Encode(Op::kMove, 0xffff, 0, 1), 0, EncodeS32(Op::kLoadConst, 2, -1)};
  unit.exceptions = {{0, 2, 1, 9}};
  unit.lines = {{0, {70000, 70000, 4, 9}},
                {1, {70001, 70003, -1, -1}},
                {2, {69000, 69000, 300, 2}},
                {900, {69000, 69000, 0, 1}}};
  return unit;
}

TEST(Serialize, NothingIsLost) {
  const CodeUnit unit = Sample();
  const std::string bytes = Serialize(unit);
  const std::shared_ptr<const CodeUnit> copy = Deserialize(bytes);
  EXPECT_EQ(copy->words, unit.words);
  EXPECT_EQ(copy->qualname, unit.qualname);
  EXPECT_EQ(copy->first_line, unit.first_line);
  EXPECT_EQ(copy->register_count, unit.register_count);
  EXPECT_TRUE(copy->locals[1].is_cell);
  EXPECT_TRUE(copy->locals[2].hidden);
  EXPECT_EQ(copy->names, unit.names);
  EXPECT_EQ(std::get<Constant::Str>(copy->constants[0].value).utf8, "经纬");
  EXPECT_EQ(std::get<int64_t>(copy->constants[4].value), INT64_MIN);
  ASSERT_EQ(copy->lines.size(), unit.lines.size());
  for (size_t i = 0; i < unit.lines.size(); ++i) {
    const Location &got = copy->lines[i].location, &wanted = unit.lines[i].location;
    EXPECT_EQ(copy->lines[i].start, unit.lines[i].start);
    EXPECT_EQ(got.line, wanted.line);
    EXPECT_EQ(got.end_line, wanted.end_line);
    EXPECT_EQ(got.column, wanted.column);
    EXPECT_EQ(got.end_column, wanted.end_column);
  }
}

TEST(Serialize, FunctionsAreSealedUntilAskedFor) {
  const std::string bytes = Serialize(Sample());
  const std::shared_ptr<const CodeUnit> copy = Deserialize(bytes);
  EXPECT_FALSE(copy->sealed);
  const auto& inner = *std::get<std::shared_ptr<const CodeUnit>>(copy->constants[11].value);
  EXPECT_TRUE(inner.sealed);
  EXPECT_EQ(inner.name, "inner");
  EXPECT_EQ(inner.locals.size(), 1u);
  EXPECT_TRUE(inner.words.empty());
  const std::shared_ptr<const CodeUnit> whole = Unseal(inner);
  EXPECT_FALSE(whole->sealed);
  EXPECT_EQ(whole->filename, "sample.py");
  EXPECT_EQ(whole->words, std::vector<Word>{Encode(Op::kNop, 0, 0, 0)});
  EXPECT_EQ(whole->names, std::vector<std::string>{"append"});
}

TEST(Serialize, ClassesAndFunctionsWithDocstringsAreWhole) {
  CodeUnit documented, body;
  documented.has_docstring = true;
  documented.constants = {Of(Constant::Str{"What it does."})};
  body.flags = kClassBody;
  CodeUnit unit;
  for (const CodeUnit& inner : {documented, body}) {
    unit.constants.push_back(Of(std::make_shared<const CodeUnit>(inner)));
  }
  const std::string bytes = Serialize(unit);
  const std::shared_ptr<const CodeUnit> copy = Deserialize(bytes);
  for (const Constant& constant : copy->constants) {
    EXPECT_FALSE(std::get<std::shared_ptr<const CodeUnit>>(constant.value)->sealed);
  }
}

}  // namespace
}  // namespace heddle::bytecode
