#include "tests/unit/help/marked_source.h"

namespace heddle::help {
namespace {

TEST_F(EditorHelpTest, HoverOverDefinitions) {
  const Hover hover = HoverAt("def work(n):\n    \"\"\"Counts.\n\n    More.\n    \"\"\"\nwo|rk(3)");
  EXPECT_EQ(hover.code, "def work(n)");
  EXPECT_EQ(hover.documentation, "Counts.");
  EXPECT_EQ(hover.kind, "function");
  EXPECT_EQ(hover.start.line, 6u);
  EXPECT_EQ(hover.start.column, 0u);
  EXPECT_EQ(hover.end.column, 4u);
  EXPECT_EQ(HoverAt("def wo|rk(n): pass").code, "def work(n)");
  EXPECT_EQ(HoverAt("async def wo|rk(n): pass").code, "async def work(n)");
  EXPECT_EQ(HoverAt("class A:\n    'Doc.'\nA|").documentation, "Doc.");
}

TEST_F(EditorHelpTest, HoverOverVariables) {
  EXPECT_EQ(HoverAt("import threading\nt = threading.Thread()\nt|").code, "t: Thread");
  EXPECT_EQ(HoverAt("names = ['a']\nna|mes").code, "names: list[str]");
  EXPECT_EQ(HoverAt("def f(coun|t): pass").kind, "parameter");
  EXPECT_EQ(HoverAt("class A:\n    def f(self):\n        self.x = 1.5\n        self.x|").code,
            "x: float");
  EXPECT_EQ(HoverAt("x = unknown()\nx|").code, "x");
}

TEST_F(EditorHelpTest, HoverOverTheLibrary) {
  EXPECT_EQ(HoverAt("import thread|ing").code, "module threading");
  EXPECT_EQ(HoverAt("import concurrent.fut|ures").code, "module concurrent.futures");
  EXPECT_EQ(HoverAt("from queue import Qu|eue").code, "class Queue(maxsize=0)");
  EXPECT_EQ(HoverAt("le|n([])").code, "def len(obj, /) -> int");
  EXPECT_EQ(HoverAt("import threading\nthreading.Thread(tar|get=1)").kind, "parameter");
}

TEST_F(EditorHelpTest, DocumentationInBothLanguages) {
  EXPECT_EQ(HoverAt("le|n([])").documentation, "How many items a container has.");
  EXPECT_EQ(HoverAt("le|n([])", Language::kChinese).documentation, "容器里有多少个元素。");
}

TEST_F(EditorHelpTest, NothingToSay) {
  EXPECT_EQ(HoverAt("wh|ile x: pass").code, "");
  EXPECT_EQ(HoverAt("x = 'le|n'").code, "");
  EXPECT_EQ(HoverAt("nobody|").code, "");
}

TEST_F(EditorHelpTest, DocumentedNamesExist) {
  EXPECT_THAT(Help().UnknownDocumentedNames(), testing::IsEmpty());
}

}  // namespace
}  // namespace heddle::help
