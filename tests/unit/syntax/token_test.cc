// Source split into tokens.
#include "syntax/token.h"

#include <gtest/gtest.h>

#include <string>

namespace heddle::syntax {
namespace {

// One word per token: its text, or the name of a token without text.
std::string Words(std::string_view source, const ParseOptions& options = {}) {
  LexResult lexed = Tokenize(source, options);
  std::string words;
  for (const Token& token : lexed.tokens) {
    if (!words.empty()) words += ' ';
    switch (token.kind) {
      case TokenKind::kNewline: words += "NEWLINE"; break;
      case TokenKind::kIndent: words += "INDENT"; break;
      case TokenKind::kDedent: words += "DEDENT"; break;
      case TokenKind::kEndMarker: words += "END"; break;
      case TokenKind::kError: words += "ERROR: " + lexed.error.error.message; break;
      default: words += lexed.source.substr(token.start, token.end - token.start);
    }
  }
  return words;
}

TEST(TokenTest, IndentationOpensAndClosesBlocks) {
  EXPECT_EQ(Words("if a:\n  b\n\n  # c\n  if d:\n    e\nf"),
            "if a : NEWLINE INDENT b NEWLINE if d : NEWLINE INDENT e NEWLINE DEDENT DEDENT f "
            "NEWLINE END");
}

TEST(TokenTest, LinesJoinInBracketsAndAfterBackslashes) {
  EXPECT_EQ(Words("f(a,\n  b) + \\\n  c\n"), "f ( a , b ) + c NEWLINE END");
}

TEST(TokenTest, LineEndsOfEverySystemAreEqual) {
  EXPECT_EQ(Words("a\r\nb\rc\n"), "a NEWLINE b NEWLINE c NEWLINE END");
}

TEST(TokenTest, TabsAndSpacesMustAgree) {
  EXPECT_EQ(Words("if a:\n        b\n\tc\n"),
            "if a : NEWLINE INDENT b NEWLINE ERROR: inconsistent use of tabs and spaces in "
            "indentation");
}

TEST(TokenTest, NumbersHaveManyForms) {
  EXPECT_EQ(Words("0 00 1_0 0x_fF 0b1 0o7 1. .5 1e3 1_0.0_1e-1_0 3j 1if x else y"),
            "0 00 1_0 0x_fF 0b1 0o7 1. .5 1e3 1_0.0_1e-1_0 3j 1 if x else y NEWLINE END");
}

TEST(TokenTest, OperatorsAreAsLongAsPossible) {
  EXPECT_EQ(Words("a**=b//c>>=d->e:=f...!=<>"),
            "a **= b // c >>= d -> e := f ... != <> NEWLINE END");
}

TEST(TokenTest, StringsTakeTheirPrefix) {
  EXPECT_EQ(Words("rb'a' Rb\"\"\"b\n\"\"\" u'c' b''"),
            "rb'a' Rb\"\"\"b\n\"\"\" u'c' b'' NEWLINE END");
}

TEST(TokenTest, FStringsNest) {
  EXPECT_EQ(Words("f'a{b:{c}d}{{{f'{e!r}'}'"),
            "f' a { b : { c } d } { { f' { e ! r } ' } ' NEWLINE END");
}

TEST(TokenTest, QuotesMayRepeatInsideAField) {
  EXPECT_EQ(Words("f'{d['k']}'"), "f' { d [ 'k' ] } ' NEWLINE END");
}

TEST(TokenTest, ColumnsCountCodePoints) {
  LexResult lexed = Tokenize("é = 'ü' + x\n", {});
  ASSERT_GE(lexed.tokens.size(), 5u);
  EXPECT_EQ(lexed.tokens[4].span.col, 10u);
  EXPECT_EQ(lexed.tokens[2].span.end_col, 7u);
}

TEST(TokenTest, ByteOrderMarkAndCookieAreUnderstood) {
  EXPECT_EQ(Words("\xEF\xBB\xBFx\n"), "x NEWLINE END");
  EXPECT_EQ(Words("# -*- coding: latin-1 -*-\n'\xE9'\n"), "'é' NEWLINE END");
  EXPECT_EQ(Words("# coding: klingon\n"), "ERROR: unknown encoding: klingon");
}

TEST(TokenTest, NamesMayBeUnicode) {
  EXPECT_EQ(Words("变量 = naïve\n"), "变量 = naïve NEWLINE END");
  EXPECT_EQ(Words("a = €\n"), "a = ERROR: invalid character '€' (U+20AC)");
}

TEST(TokenTest, InteractiveInputEndsItsStatement) {
  EXPECT_EQ(Words("if a:\n  b", {.mode = ParseMode::kSingle}),
            "if a : NEWLINE INDENT b NEWLINE DEDENT END");
}

}  // namespace
}  // namespace heddle::syntax
