#include <gtest/gtest.h>

#include "objects/bytes.h"
#include "objects/str_ops.h"
#include "objects/unicode.h"
#include "tests/unit/objects/object_world.h"

namespace heddle {
namespace {

class StrTest : public ObjectTest {
 protected:
  Str* Of(std::string_view utf8) { return NewStr(cx.heap, utf8); }
};

TEST_F(StrTest, TakesTheSmallestWidth) {
  EXPECT_EQ(Of("abc")->width, 1);
  EXPECT_EQ(Of("caf\u00e9")->width, 1);
  EXPECT_FALSE(Of("caf\u00e9")->ascii);
  EXPECT_EQ(Of("\u4e2d")->width, 2);
  EXPECT_EQ(Of("a\U0001f600")->width, 4);
  EXPECT_EQ(ToUtf8(Of("a\u00e9\u4e2d\U0001f600")), "a\u00e9\u4e2d\U0001f600");
  Str* part = StrSlice(cx, Of("a\U0001f600b"), 2, 1, 1);
  EXPECT_EQ(part->width, 1);
}

TEST_F(StrTest, InvalidUtf8BecomesReplacementCharacters) {
  EXPECT_EQ(ToUtf8(Of("a\xff"
                      "b")),
            "a\ufffd"
            "b");
  EXPECT_EQ(ToUtf8(Of("\xc0\x80")), "\ufffd\ufffd");
}

TEST_F(StrTest, FindsInEveryWidth) {
  EXPECT_EQ(StrFind(Of("hello world"), Of("o w"), 0, 11), 4);
  EXPECT_EQ(StrRFind(Of("hello world"), Of("o"), 0, 11), 7);
  EXPECT_EQ(StrFind(Of("\u4e2d\u6587 text"), Of("text"), 0, 7), 3);
  EXPECT_EQ(StrFind(Of("abc"), Of("\u4e2d"), 0, 3), -1);
  const std::string text = std::string(1000, 'a') + "needle!" + std::string(1000, 'b');
  EXPECT_EQ(StrFind(Of(text), Of("needle!"), 0, 2007), 1000);
  EXPECT_EQ(StrCount(Of("banana"), Of("an"), 0, 6, 100), 2);
  EXPECT_EQ(StrCount(Of("abc"), Of(""), 0, 3, 100), 4);
}

TEST_F(StrTest, ComparesByCodePoint) {
  EXPECT_LT(StrCompare(Of("abc"), Of("abd")), 0);
  EXPECT_LT(StrCompare(Of("ab"), Of("abc")), 0);
  EXPECT_LT(StrCompare(Of("\uffff"), Of("\U00010000")), 0);
  EXPECT_TRUE(StrEqual(Of("\u4e2d"), Of("\u4e2d")));
  EXPECT_EQ(StrHash(Of("spam")), StrHash(Of("spam")));
  EXPECT_EQ(StrHash(Of("")), 0u);  // as CPython's
}

TEST_F(StrTest, ReprChoosesQuotesAndEscapes) {
  const auto repr = [&](std::string_view s) { return ToUtf8(StrRepr(cx, Of(s))); };
  EXPECT_EQ(repr("abc"), "'abc'");
  EXPECT_EQ(repr("it's"), "\"it's\"");
  EXPECT_EQ(repr("'\""), "'\\'\"'");
  EXPECT_EQ(repr("\n\t\\\x01"), "'\\n\\t\\\\\\x01'");
  EXPECT_EQ(repr("\u4e2d\u200b"), "'\u4e2d\\u200b'");
}

TEST_F(StrTest, EncodesAndDecodes) {
  const auto encode = [&](std::string_view s, const char* encoding, const char* errors) {
    const Value v = EncodeStr(cx, Of(s), encoding, errors);
    return v.IsUndefined() ? std::string("?") : BytesCopy(v);
  };
  EXPECT_EQ(encode("\u00e9", "latin-1", "strict"), "\xe9");
  EXPECT_EQ(encode("a\u00e9", "ascii", "strict"), "?");
  EXPECT_EQ(encode("a\u00e9", "ascii", "xmlcharrefreplace"), "a&#233;");
  EXPECT_EQ(encode("x", "utf-16", "strict"), std::string("\xff\xfex\0", 4));
  const auto decode = [&](std::string_view s, const char* encoding, const char* errors) {
    const Value v = DecodeBytes(cx, s, encoding, errors);
    return v.IsUndefined() ? std::string("?") : ToUtf8(v.As<Str>());
  };
  EXPECT_EQ(decode("\xf0\x9f\x98", "utf-8", "replace"), "\ufffd");
  EXPECT_EQ(decode("\xf0\x9fxx", "utf-8", "replace"), "\ufffdxx");
  EXPECT_EQ(decode("\xe2\x82", "utf-8", "strict"), "?");
  EXPECT_EQ(decode("\xff", "utf8", "backslashreplace"), "\\xff");
}

TEST_F(StrTest, CaseMappingsAreFull) {
  char32_t out[3];
  EXPECT_EQ(unicode::ToUpper(0xdf, out), 2);
  EXPECT_EQ(out[0], U'S');
  EXPECT_EQ(unicode::ToLower(0x130, out), 2);
  EXPECT_TRUE(unicode::Has(0x4e2d, unicode::kAlpha));
  EXPECT_EQ(unicode::DecimalValue(0x665), 5);
  EXPECT_FALSE(unicode::Has(0x200b, unicode::kPrintable));
}

}  // namespace
}  // namespace heddle
