#include "tests/unit/help/marked_source.h"

namespace heddle::help {
namespace {

TEST_F(EditorHelpTest, SignatureOfTheCall) {
  EXPECT_EQ(SignatureAt("def f(a, b=2, *, c): pass\nf(|"), "f([a], b=2, *, c)");
  EXPECT_EQ(SignatureAt("def f(a, b=2, *, c): pass\nf(1, |"), "f(a, [b=2], *, c)");
  EXPECT_EQ(SignatureAt("def f(a, b=2, *, c): pass\nf(1, c=|"), "f(a, b=2, *, [c])");
  EXPECT_EQ(SignatureAt("def f(a, b=2, *, c): pass\nf(a=1, |"), "f(a, b=2, *, c)");
  EXPECT_EQ(SignatureAt("def f(a, *rest): pass\nf(1, 2, 3|)"), "f(a, [*rest])");
  EXPECT_EQ(SignatureAt("def f(a, **more): pass\nf(1, x=3|)"), "f(a, [**more])");
  EXPECT_EQ(SignatureAt("def f(a: int, b: str = 'x') -> float: pass\nf(1|)"),
            "f([a: int], b: str = 'x') -> float");
}

TEST_F(EditorHelpTest, SignatureOfMethodsAndClasses) {
  EXPECT_EQ(SignatureAt("import threading\nthreading.Thread(|)"),
            "Thread([group=None], target=None, name=None, args=(), kwargs=None, *, daemon=None)");
  EXPECT_EQ(SignatureAt("import threading\nthreading.Thread(target=|)"),
            "Thread(group=None, [target=None], name=None, args=(), kwargs=None, *, daemon=None)");
  EXPECT_EQ(SignatureAt("class A:\n    def f(self, x): pass\nA().f(|)"), "f([x])");
  EXPECT_EQ(SignatureAt("class A:\n    def __init__(self, x): pass\nA(|)"), "A([x])");
  EXPECT_EQ(SignatureAt("import dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int\n"
                        "    y: int = 0\nP(|)"),
            "P([x], y=…)");
  EXPECT_EQ(SignatureAt("len(|)"), "len([obj], /) -> int");
  EXPECT_EQ(SignatureAt("[].append(|)"), "append([object], /)");
}

TEST_F(EditorHelpTest, SignatureOfTheInnermostCall) {
  constexpr std::string_view kBoth = "def f(a): pass\ndef g(b): pass\n";
  EXPECT_EQ(SignatureAt(std::string(kBoth) + "f(g(|"), "g([b])");
  EXPECT_EQ(SignatureAt(std::string(kBoth) + "f(g(1)|"), "f([a])");
  EXPECT_EQ(SignatureAt(std::string(kBoth) + "f((1, |"), "f([a])");
  EXPECT_EQ(SignatureAt(std::string(kBoth) + "f([1, |"), "f([a])");
  EXPECT_EQ(SignatureAt(std::string(kBoth) + "f(\n    1|\n)"), "f([a])");
  EXPECT_EQ(SignatureAt(std::string(kBoth) + "def h(|"), "");
  EXPECT_EQ(SignatureAt(std::string(kBoth) + "f(1)|"), "");
}

TEST_F(EditorHelpTest, SignatureWithOtherScripts) {
  EXPECT_EQ(SignatureAt("def 计算(数量, 步长=1): pass\n计算('😀', |"), "计算(数量, [步长=1])");
}

}  // namespace
}  // namespace heddle::help
