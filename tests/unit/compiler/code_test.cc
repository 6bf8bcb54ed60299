#include <gtest/gtest.h>

#include "tests/unit/compiler/compile.h"

namespace heddle::compiler {
namespace {

using bytecode::CodeUnit;

TEST(CodeTest, UsesLocalsWhereTheyStandAndSmallNumbersAsOperands) {
  EXPECT_EQ(CodeOfF("def f(n):\n"
                    "    if n < 2: return n\n"
                    "    return f(n - 1) + n\n"),
            "JumpIfNotLtInt n, 2, ->3\n"
            "Return n\n"
            "LoadGlobal %0, f\n"
            "SubInt %1, n, 1\n"
            "Call %0, %0, 1\n"
            "Add %0, %0, n\n"
            "Return %0\n");
}

TEST(CodeTest, WritesResultsStraightToLocals) {
  EXPECT_EQ(CodeOfF("def f(a, b):\n"
                    "    x = a * b\n"
                    "    x += 1\n"
                    "    a, b = b, a + b\n"
                    "    return x\n"),
            "Mul x, a, b\n"
            "IAddInt x, x, 1\n"
            "LoadLocal %0, b\n"
            "Add b, a, b\n"
            "Move a, %0\n"
            "Return x\n");
}

TEST(CodeTest, KeepsALocalUntilTheWholeValueIsThere) {
  EXPECT_EQ(CodeOfF("def f(x, y):\n"
                    "    x = y or x\n"),
            "LoadLocal %0, y\n"
            "JumpIfTrue %0, ->3\n"
            "LoadLocal %0, x\n"
            "Move x, %0\n"
            "LoadConst %0, None\n"
            "Return %0\n");
}

TEST(CodeTest, CopiesALocalThatALaterOperandAssigns) {
  EXPECT_EQ(CodeOfF("def f(x):\n"
                    "    return x + (x := 1)\n"),
            "LoadLocal %0, x\n"
            "LoadConst %1, 1\n"
            "Move x, %1\n"
            "Add %0, %0, %1\n"
            "Return %0\n");
}

TEST(CodeTest, CallsMethodsWithoutMakingThem) {
  EXPECT_EQ(CodeOfF("def f(o):\n"
                    "    o.m(1, o.n())\n"),
            "LoadMethod %0, o, m\n"
            "LoadConst %2, 1\n"
            "LoadMethod %3, o, n\n"
            "CallMethod %3, %3, 0\n"
            "CallMethod %0, %0, 2\n"
            "LoadConst %0, None\n"
            "Return %0\n");
}

TEST(CodeTest, LoopsUnpackIntoNeighbouringLocals) {
  EXPECT_EQ(CodeOfF("def f(pairs):\n"
                    "    for k, v in pairs:\n"
                    "        if k is None or v in (1, 2): break\n"),
            "GetIter %0, pairs\n"
            "ForIter %1, %0, ->10\n"
            "UnpackSequence k, %1, 2\n"
            "JumpIfNone k, ->8\n"
            "LoadConst %2, (1, 2)\n"
            "In %3, v, %2\n"
            "JumpIfFalse %3, ->9\n"
            "Jump ->10\n"
            "JumpBack ->1\n"
            "LoadConst %0, None\n"
            "Return %0\n");
}

TEST(CodeTest, InlinesComprehensionsWithHiddenVariables) {
  const CompileResult result = CompileText(
      "def f(xs, y):\n"
      "    return [y * x for x in xs if x]\n");
  ASSERT_TRUE(result.ok());
  const auto unit = FindUnit(result.code, "f");
  ASSERT_EQ(unit->locals.size(), 3u);
  EXPECT_EQ(unit->locals[2].name, "x");
  EXPECT_TRUE(unit->locals[2].hidden);
  EXPECT_FALSE(unit->locals[1].hidden);
}

TEST(CodeTest, GivesCapturedIterationVariablesAFreshCellEachTime) {
  EXPECT_EQ(CodeOfF("def f(xs):\n"
                    "    return [lambda: x for x in xs]\n"),
            "GetIter %1, xs\n"
            "Move x, %6\n"
            "MakeCell x\n"
            "BuildList %0, xs, 0\n"
            "ForIter %2, %1, ->13\n"
            "StoreCell x, %2\n"
            "Move %5, x\n"
            "BuildTuple %4, %5, 1\n"
            "MakeFunction %3, %4, 8, <code f.<locals>.<lambda>>\n"
            "ListAppend %0, %3\n"
            "JumpBack ->4\n"
            "Return %0\n");
}

TEST(CodeTest, RunsFinallyOnEveryWayOut) {
  EXPECT_EQ(CodeOfF("def f(x):\n"
                    "    try:\n"
                    "        return x()\n"
                    "    finally:\n"
                    "        y()\n"),
            "LoadLocal %2, x\n"
            "Call %2, %2, 0\n"
            "LoadGlobal %3, y\n"
            "Call %3, %3, 0\n"
            "Return %2\n"
            "PushExcInfo %1, %0\n"
            "LoadGlobal %2, y\n"
            "Call %2, %2, 0\n"
            "Reraise %0\n"
            "PopExcInfo %1\n"
            "Reraise %0\n"
            "except 0..3 -> 8 %0\n"
            "except 9..14 -> 14 %0\n");
}

TEST(CodeTest, RestoresTheHandledExceptionAndForgetsItsName) {
  EXPECT_EQ(CodeOfF("def f():\n"
                    "    for x in y:\n"
                    "        try: z()\n"
                    "        except E as e: continue\n"),
            "LoadGlobal %0, y\n"
            "GetIter %0, %0\n"
            "ForIter x, %0, ->25\n"
            "LoadGlobal %3, z\n"
            "Call %3, %3, 0\n"
            "Jump ->24\n"
            "PushExcInfo %2, %1\n"
            "LoadGlobal %3, E\n"
            "CheckExcMatch %4, %1, %3\n"
            "JumpIfFalse %4, ->21\n"
            "Move e, %1\n"
            "LoadConst %5, None\n"
            "Move e, %5\n"
            "DeleteLocal e\n"
            "PopExcInfo %2\n"
            "JumpBack ->3\n"
            "Reraise %1\n"
            "PopExcInfo %2\n"
            "Reraise %1\n"
            "JumpBack ->3\n"
            "LoadConst %0, None\n"
            "Return %0\n"
            "except 5..9 -> 10 %1\n"
            "except 11..19 -> 22 %1\n"
            "except 21..22 -> 22 %1\n");
}

TEST(CodeTest, SuperTakesTheClassFromACell) {
  const CompileResult result = CompileText(
      "class A:\n"
      "    def m(self): return super().m()\n");
  ASSERT_TRUE(result.ok());
  const auto method = FindUnit(result.code, "A.m");
  ASSERT_NE(method, nullptr);
  EXPECT_EQ(method->free_count, 1);
  EXPECT_EQ(method->locals.back().name, "__class__");
  EXPECT_NE(method->flags & bytecode::kMethod, 0u);
  EXPECT_NE(bytecode::Disassemble(*method).find(", __class__"), std::string::npos);
}

TEST(CodeTest, ManglesPrivateNames) {
  const CompileResult result = CompileText(
      "class _A:\n"
      "    def m(self): return self.__x\n");
  ASSERT_TRUE(result.ok());
  const auto method = FindUnit(result.code, "_A.m");
  ASSERT_EQ(method->names.size(), 1u);
  EXPECT_EQ(method->names[0], "_A__x");
}

TEST(CodeTest, ReachesModuleNamesAsTheOptionsSay) {
  EXPECT_NE(bytecode::Disassemble(*CompileText("x = y\n").code).find("StoreGlobal"),
            std::string::npos);
  CompileOptions options;
  options.names_in_mapping = true;
  const CompileResult mapped = CompileText("x = y\n", options);
  EXPECT_NE(bytecode::Disassemble(*mapped.code).find("StoreName"), std::string::npos);
  EXPECT_NE(mapped.code->flags & bytecode::kUsesLocalsMapping, 0u);
}

TEST(CodeTest, FoldsConstantsButNeverToSomethingLarge) {
  EXPECT_NE(CodeOfF("def f(): return 2 ** 10 - -24 * 'ab'.x\n").find("1024"), std::string::npos);
  EXPECT_NE(CodeOfF("def f(): return 2 ** 64\n").find("0x10000000000000000"), std::string::npos);
  EXPECT_NE(CodeOfF("def f(): return 2 ** 100000\n").find("Pow"), std::string::npos);
  EXPECT_NE(CodeOfF("def f(): return 'x' * 100000\n").find("Mul"), std::string::npos);
  EXPECT_NE(CodeOfF("def f(): return 1 // 0\n").find("FloorDivInt"), std::string::npos);
  EXPECT_NE(CodeOfF("def f(x): return x in {1, 'a'}\n").find("frozenset({1, 'a'})"),
            std::string::npos);
}

TEST(CodeTest, LeavesOutWhatCannotRun) {
  EXPECT_EQ(CodeOfF("def f():\n"
                    "    while True:\n"
                    "        return 1\n"
                    "    print(2)\n"),
            "LoadConst %0, 1\n"
            "Return %0\n");
}

TEST(CodeTest, AnnotationsOfTheFutureAreText) {
  const CompileResult result = CompileText(
      "from __future__ import annotations\n"
      "def g(a: list[int | None], b: x.y('z') = 1): pass\n");
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result.future_annotations);
  const std::string text = bytecode::Disassemble(*result.code);
  EXPECT_NE(text.find("'list[int | None]'"), std::string::npos);
  EXPECT_NE(text.find("'x.y(\\'z\\')'"), std::string::npos);
}

TEST(CodeTest, DocstringsLoseTheirIndentation) {
  const CompileResult result =
      CompileText("def f():\n    '''One.\n\n      Two\n    three\n    '''\n");
  const auto unit = FindUnit(result.code, "f");
  ASSERT_TRUE(unit->has_docstring);
  EXPECT_EQ(std::get<bytecode::Constant::Str>(unit->constants[0].value).utf8,
            "One.\n\n  Two\nthree\n");
}

TEST(CodeTest, InstructionsKnowTheirPlaceInTheSource) {
  const CompileResult result = CompileText("x = f(a,\n      b).c\n");
  ASSERT_TRUE(result.ok());
  const CodeUnit& unit = *result.code;
  for (uint32_t at = 0; at < unit.words.size();) {
    const bytecode::Op op = bytecode::OpOf(unit.words[at]);
    const bytecode::Location where = unit.LocationOf(at);
    if (op == bytecode::Op::kCall) {
      EXPECT_EQ(where.line, 1);
      EXPECT_EQ(where.end_line, 2);
      EXPECT_EQ(where.column, 4);
      EXPECT_EQ(where.end_column, 8);
    } else if (op == bytecode::Op::kLoadAttr) {
      EXPECT_EQ(where.line, 2);
      EXPECT_EQ(where.column, 9);
      EXPECT_EQ(where.end_column, 10);
    }
    at += static_cast<uint32_t>(bytecode::WordsOf(op));
  }
}

TEST(CodeTest, EvaluatesExpressionsAndPrintsInteractively) {
  const CompileResult value = CompileText("1 + x", {}, syntax::ParseMode::kEval);
  ASSERT_TRUE(value.ok());
  EXPECT_NE(bytecode::Disassemble(*value.code).find("Return %0"), std::string::npos);
  const CompileResult single = CompileText("x\n", {}, syntax::ParseMode::kSingle);
  ASSERT_TRUE(single.ok());
  EXPECT_NE(bytecode::Disassemble(*single.code).find("Intrinsic"), std::string::npos);
}

TEST(CodeTest, EveryKindOfStatementVerifies) {
  static constexpr const char* kSources[] = {
      "match s:\n"
      "    case {'a': x, **rest}: y = x\n"
      "    case [1, *_, y] | (y,): pass\n"
      "    case P(a, b=c) if a: pass\n"
      "    case None | True | -1 | 'x': pass\n"
      "    case [a, *b]: pass\n",
      "try: f()\nexcept* A as e: g()\nexcept* B: h()\nelse: i()\nfinally: j()\n",
      "async def f():\n"
      "    async with a as b, c: yield [x async for x in b]\n"
      "    async for d in e: await d\n"
      "    else: return\n",
      "type X[T: int, *Ts, **P] = dict[T, P]\n"
      "class G[T: (int, str) = int](B, k=1, *a, **b):\n"
      "    def m[U](self, x: T, y: U = 1, *, z=2) -> T: return __class__\n",
      "def f(*a, **k):\n"
      "    with p as (q, *r), s: return g(*a, 1, *q, x=1, **k)\n",
      "def f():\n"
      "    while 1:\n"
      "        try:\n"
      "            with a: continue\n"
      "        except (A, B) as e: break\n"
      "        finally:\n"
      "            for x in y: break\n",
  };
  for (const char* source : kSources) EXPECT_EQ(ErrorOf(source), "") << source;
}

}  // namespace
}  // namespace heddle::compiler
