// Source as trees, written as Python's ast.dump() writes them.
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "dump.h"

namespace heddle::syntax {
namespace {

std::string Eval(std::string_view source, DumpSpans spans = DumpSpans::kNo) {
  ParseResult result = Parse(source, {.mode = ParseMode::kEval});
  if (!result.ok()) return "error: " + result.error->message;
  std::string text = Dump(result, spans);
  const std::string head = "Expression(body=";
  return text.substr(head.size(), text.size() - head.size() - 1);
}

std::string Exec(std::string_view source, DumpSpans spans = DumpSpans::kNo) {
  ParseResult result = Parse(source);
  if (!result.ok()) return "error: " + result.error->message;
  std::string text = Dump(result, spans);
  const std::string head = "Module(body=[";
  return text.substr(head.size(), text.size() - head.size() - 2);
}

TEST(TreeTest, PrecedenceBindsOperators) {
  EXPECT_EQ(Eval("a + b * c ** -d"),
            "BinOp(left=Name(id='a', ctx=Load()), op=Add(), right=BinOp(left=Name(i"
            "d='b', ctx=Load()), op=Mult(), right=BinOp(left=Name(id='c', ctx=Load("
            ")), op=Pow(), right=UnaryOp(op=USub(), operand=Name(id='d', ctx=Load()"
            ")))))");
  EXPECT_EQ(Eval("not a == b and c or d"),
            "BoolOp(op=Or(), values=[BoolOp(op=And(), values=[UnaryOp(op=Not(), ope"
            "rand=Compare(left=Name(id='a', ctx=Load()), ops=[Eq()], comparators=[N"
            "ame(id='b', ctx=Load())])), Name(id='c', ctx=Load())]), Name(id='d', c"
            "tx=Load())])");
  EXPECT_EQ(Eval("a < b <= c is not d not in e"),
            "Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), LtE(), IsNot(), NotI"
            "n()], comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load()),"
            " Name(id='d', ctx=Load()), Name(id='e', ctx=Load())])");
  EXPECT_EQ(Eval("x if y else z"),
            "IfExp(test=Name(id='y', ctx=Load()), body=Name(id='x', ctx=Load()), or"
            "else=Name(id='z', ctx=Load()))");
  EXPECT_EQ(Eval("-1 ** 2"),
            "UnaryOp(op=USub(), operand=BinOp(left=Constant(value=1), op=Pow(), rig"
            "ht=Constant(value=2)))");
  EXPECT_EQ(Eval("a @ b // c % d"),
            "BinOp(left=BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=MatMult("
            "), right=Name(id='b', ctx=Load())), op=FloorDiv(), right=Name(id='c', "
            "ctx=Load())), op=Mod(), right=Name(id='d', ctx=Load()))");
  EXPECT_EQ(Eval("a | b ^ c & d << e"),
            "BinOp(left=Name(id='a', ctx=Load()), op=BitOr(), right=BinOp(left=Name"
            "(id='b', ctx=Load()), op=BitXor(), right=BinOp(left=Name(id='c', ctx=L"
            "oad()), op=BitAnd(), right=BinOp(left=Name(id='d', ctx=Load()), op=LSh"
            "ift(), right=Name(id='e', ctx=Load())))))");
}

TEST(TreeTest, CallsTakeEveryKindOfArgument) {
  EXPECT_EQ(Eval("f(a, *b, c=1, **d)"),
            "Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load()), St"
            "arred(value=Name(id='b', ctx=Load()), ctx=Load())], keywords=[keyword("
            "arg='c', value=Constant(value=1)), keyword(value=Name(id='d', ctx=Load"
            "()))])");
  EXPECT_EQ(Eval("f(x for x in y)"),
            "Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name(id='x'"
            ", ctx=Load()), generators=[comprehension(target=Name(id='x', ctx=Store"
            "()), iter=Name(id='y', ctx=Load()), ifs=[], is_async=0)])], keywords=["
            "])");
  EXPECT_EQ(Eval("f(a := 1, b)"),
            "Call(func=Name(id='f', ctx=Load()), args=[NamedExpr(target=Name(id='a'"
            ", ctx=Store()), value=Constant(value=1)), Name(id='b', ctx=Load())], k"
            "eywords=[])");
  EXPECT_EQ(Eval("f(*a, b, *c)"),
            "Call(func=Name(id='f', ctx=Load()), args=[Starred(value=Name(id='a', c"
            "tx=Load()), ctx=Load()), Name(id='b', ctx=Load()), Starred(value=Name("
            "id='c', ctx=Load()), ctx=Load())], keywords=[])");
}

TEST(TreeTest, SubscriptsTakeSlices) {
  EXPECT_EQ(Eval("a[1:2, ::3, ...]"),
            "Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Slice(lowe"
            "r=Constant(value=1), upper=Constant(value=2)), Slice(step=Constant(val"
            "ue=3)), Constant(value=Ellipsis)], ctx=Load()), ctx=Load())");
  EXPECT_EQ(Eval("a[*b, c]"),
            "Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Starred(va"
            "lue=Name(id='b', ctx=Load()), ctx=Load()), Name(id='c', ctx=Load())], "
            "ctx=Load()), ctx=Load())");
  EXPECT_EQ(Eval("a[b:=1]"),
            "Subscript(value=Name(id='a', ctx=Load()), slice=NamedExpr(target=Name("
            "id='b', ctx=Store()), value=Constant(value=1)), ctx=Load())");
}

TEST(TreeTest, DisplaysAndComprehensions) {
  EXPECT_EQ(Eval("[a, *b]"),
            "List(elts=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', ctx=Lo"
            "ad()), ctx=Load())], ctx=Load())");
  EXPECT_EQ(Eval("{a: b, **c}"),
            "Dict(keys=[Name(id='a', ctx=Load()), None], values=[Name(id='b', ctx=L"
            "oad()), Name(id='c', ctx=Load())])");
  EXPECT_EQ(Eval("{a, b}"), "Set(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())])");
  EXPECT_EQ(Eval("()"), "Tuple(elts=[], ctx=Load())");
  EXPECT_EQ(Eval("(a,)"), "Tuple(elts=[Name(id='a', ctx=Load())], ctx=Load())");
  EXPECT_EQ(Eval("[x for x in y if z if w]"),
            "ListComp(elt=Name(id='x', ctx=Load()), generators=[comprehension(targe"
            "t=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[Name("
            "id='z', ctx=Load()), Name(id='w', ctx=Load())], is_async=0)])");
  EXPECT_EQ(Eval("{k: v for k, v in d}"),
            "DictComp(key=Name(id='k', ctx=Load()), value=Name(id='v', ctx=Load()),"
            " generators=[comprehension(target=Tuple(elts=[Name(id='k', ctx=Store()"
            "), Name(id='v', ctx=Store())], ctx=Store()), iter=Name(id='d', ctx=Loa"
            "d()), ifs=[], is_async=0)])");
  EXPECT_EQ(Eval("{x async for x in y}"),
            "SetComp(elt=Name(id='x', ctx=Load()), generators=[comprehension(target"
            "=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[], is_"
            "async=1)])");
}

TEST(TreeTest, LambdasTakeParameters) {
  EXPECT_EQ(Eval("lambda a, /, b=1, *c, d, e=2, **f: g"),
            "Lambda(args=arguments(posonlyargs=[arg(arg='a')], args=[arg(arg='b')],"
            " vararg=arg(arg='c'), kwonlyargs=[arg(arg='d'), arg(arg='e')], kw_defa"
            "ults=[None, Constant(value=2)], kwarg=arg(arg='f'), defaults=[Constant"
            "(value=1)]), body=Name(id='g', ctx=Load()))");
  EXPECT_EQ(Eval("lambda: (yield)"),
            "Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defau"
            "lts=[], defaults=[]), body=Yield())");
}

TEST(TreeTest, NumbersKeepTheirValue) {
  EXPECT_EQ(Eval("0x_ff"), "Constant(value=255)");
  EXPECT_EQ(Eval("9223372036854775807"), "Constant(value=9223372036854775807)");
  EXPECT_EQ(Eval("1_000.5"), "Constant(value=float:408f440000000000)");
  EXPECT_EQ(Eval("2j"), "Constant(value=imaginary:4000000000000000)");
  EXPECT_EQ(Eval("1e400"), "Constant(value=float:7ff0000000000000)");
}

TEST(TreeTest, StringsAreDecodedAndJoined) {
  EXPECT_EQ(Eval("'a\\n\\x41\\u4e2d\\101' 'b' "), "Constant(value='a\\x0aA\\xe4\\xb8\\xadAb')");
  EXPECT_EQ(Eval("b'\\xff' b'a'"), "Constant(value=b'\\xffa')");
  EXPECT_EQ(Eval("r'\\n'"), "Constant(value='\\x5cn')");
  EXPECT_EQ(Eval("u'x'"), "Constant(value='x', kind='u')");
  EXPECT_EQ(Eval("'\\ud800'"), "Constant(value='\\xed\\xa0\\x80')");
}

TEST(TreeTest, FStringsHoldFields) {
  EXPECT_EQ(Eval("f'a{b}c{d!r:>{w}}'"),
            "JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b"
            "', ctx=Load()), conversion=-1), Constant(value='c'), FormattedValue(va"
            "lue=Name(id='d', ctx=Load()), conversion=114, format_spec=JoinedStr(va"
            "lues=[Constant(value='>'), FormattedValue(value=Name(id='w', ctx=Load("
            ")), conversion=-1)]))])");
  EXPECT_EQ(Eval("f'{x = }'"),
            "JoinedStr(values=[Constant(value='x = '), FormattedValue(value=Name(id"
            "='x', ctx=Load()), conversion=114)])");
  EXPECT_EQ(Eval("f'{x=!s:5}'"),
            "JoinedStr(values=[Constant(value='x='), FormattedValue(value=Name(id='"
            "x', ctx=Load()), conversion=115, format_spec=JoinedStr(values=[Constan"
            "t(value='5')]))])");
  EXPECT_EQ(Eval("f'{{}}'"), "JoinedStr(values=[Constant(value='{}')])");
  EXPECT_EQ(Eval("f'a' 'b' f'{c}'"),
            "JoinedStr(values=[Constant(value='ab'), FormattedValue(value=Name(id='"
            "c', ctx=Load()), conversion=-1)])");
  EXPECT_EQ(Eval("f'{lambda_:{a}{b}}'"),
            "JoinedStr(values=[FormattedValue(value=Name(id='lambda_', ctx=Load()),"
            " conversion=-1, format_spec=JoinedStr(values=[FormattedValue(value=Nam"
            "e(id='a', ctx=Load()), conversion=-1), FormattedValue(value=Name(id='b"
            "', ctx=Load()), conversion=-1)]))])");
  EXPECT_EQ(Eval("rf'\\d{x}'"),
            "JoinedStr(values=[Constant(value='\\x5cd'), FormattedValue(value=Name(i"
            "d='x', ctx=Load()), conversion=-1)])");
  EXPECT_EQ(Eval("f'''{\nx\n}'''"),
            "JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conve"
            "rsion=-1)])");
}

TEST(TreeTest, AssignmentsTakeTargets) {
  EXPECT_EQ(Exec("a = b, *c = d"),
            "Assign(targets=[Name(id='a', ctx=Store()), Tuple(elts=[Name(id='b', ct"
            "x=Store()), Starred(value=Name(id='c', ctx=Store()), ctx=Store())], ct"
            "x=Store())], value=Name(id='d', ctx=Load()))");
  EXPECT_EQ(Exec("a.b += 1"),
            "AugAssign(target=Attribute(value=Name(id='a', ctx=Load()), attr='b', c"
            "tx=Store()), op=Add(), value=Constant(value=1))");
  EXPECT_EQ(Exec("x: int = 1"),
            "AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', "
            "ctx=Load()), value=Constant(value=1), simple=1)");
  EXPECT_EQ(Exec("(x): int"),
            "AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', "
            "ctx=Load()), simple=0)");
  EXPECT_EQ(Exec("a[0]: int"),
            "AnnAssign(target=Subscript(value=Name(id='a', ctx=Load()), slice=Const"
            "ant(value=0), ctx=Store()), annotation=Name(id='int', ctx=Load()), sim"
            "ple=0)");
  EXPECT_EQ(Exec("(a, [b, *c]) = d"),
            "Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), List(elts=[Name"
            "(id='b', ctx=Store()), Starred(value=Name(id='c', ctx=Store()), ctx=St"
            "ore())], ctx=Store())], ctx=Store())], value=Name(id='d', ctx=Load()))");
}

TEST(TreeTest, ImportsAndNames) {
  EXPECT_EQ(Exec("import a.b as c, d"),
            "Import(names=[alias(name='a.b', asname='c'), alias(name='d')])");
  EXPECT_EQ(Exec("from ..a import (b, c as d,)"),
            "ImportFrom(module='a', names=[alias(name='b'), alias(name='c', asname="
            "'d')], level=2)");
  EXPECT_EQ(Exec("from . import *"), "ImportFrom(names=[alias(name='*')], level=1)");
  EXPECT_EQ(Exec("global a, b"), "Global(names=['a', 'b'])");
  EXPECT_EQ(Exec("nonlocal c"), "Nonlocal(names=['c'])");
  EXPECT_EQ(Exec("del a, b[0], (c, d)"),
            "Delete(targets=[Name(id='a', ctx=Del()), Subscript(value=Name(id='b', "
            "ctx=Load()), slice=Constant(value=0), ctx=Del()), Tuple(elts=[Name(id="
            "'c', ctx=Del()), Name(id='d', ctx=Del())], ctx=Del())])");
}

TEST(TreeTest, CompoundStatementsHaveBlocks) {
  EXPECT_EQ(Exec("if a: b\nelif c: d\nelse: e"),
            "If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Lo"
            "ad()))], orelse=[If(test=Name(id='c', ctx=Load()), body=[Expr(value=Na"
            "me(id='d', ctx=Load()))], orelse=[Expr(value=Name(id='e', ctx=Load()))"
            "])])");
  EXPECT_EQ(Exec("while a:\n  break\nelse:\n  continue"),
            "While(test=Name(id='a', ctx=Load()), body=[Break()], orelse=[Continue("
            ")])");
  EXPECT_EQ(Exec("for a, *b in c: pass"),
            "For(target=Tuple(elts=[Name(id='a', ctx=Store()), Starred(value=Name(i"
            "d='b', ctx=Store()), ctx=Store())], ctx=Store()), iter=Name(id='c', ct"
            "x=Load()), body=[Pass()], orelse=[])");
  EXPECT_EQ(Exec("async def f():\n  async with a as b, c: pass\n  async for x in y: await z"),
            "AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwo"
            "nlyargs=[], kw_defaults=[], defaults=[]), body=[AsyncWith(items=[withi"
            "tem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', "
            "ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()))], body="
            "[Pass()]), AsyncFor(target=Name(id='x', ctx=Store()), iter=Name(id='y'"
            ", ctx=Load()), body=[Expr(value=Await(value=Name(id='z', ctx=Load())))"
            "], orelse=[])], decorator_list=[], type_params=[])");
  EXPECT_EQ(Exec("with (a as b, c): pass"),
            "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_v"
            "ars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx"
            "=Load()))], body=[Pass()])");
  EXPECT_EQ(Exec("with (a, b): pass"),
            "With(items=[withitem(context_expr=Name(id='a', ctx=Load())), withitem("
            "context_expr=Name(id='b', ctx=Load()))], body=[Pass()])");
  EXPECT_EQ(Exec("with (a): pass"),
            "With(items=[withitem(context_expr=Name(id='a', ctx=Load()))], body=[Pa"
            "ss()])");
  EXPECT_EQ(Exec("try: a\nexcept b as c: d\nelse: e\nfinally: f"),
            "Try(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptHandl"
            "er(type=Name(id='b', ctx=Load()), name='c', body=[Expr(value=Name(id='"
            "d', ctx=Load()))])], orelse=[Expr(value=Name(id='e', ctx=Load()))], fi"
            "nalbody=[Expr(value=Name(id='f', ctx=Load()))])");
  EXPECT_EQ(Exec("try: a\nexcept* b: c"),
            "TryStar(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptH"
            "andler(type=Name(id='b', ctx=Load()), body=[Expr(value=Name(id='c', ct"
            "x=Load()))])], orelse=[], finalbody=[])");
}

TEST(TreeTest, FunctionsAndClasses) {
  EXPECT_EQ(Exec("@a.b\n@c(1)\ndef f(a: int, /, b=1, *c: *d, e, f=2, **g) -> h: return"),
            "FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a', annotat"
            "ion=Name(id='int', ctx=Load()))], args=[arg(arg='b')], vararg=arg(arg="
            "'c', annotation=Starred(value=Name(id='d', ctx=Load()), ctx=Load())), "
            "kwonlyargs=[arg(arg='e'), arg(arg='f')], kw_defaults=[None, Constant(v"
            "alue=2)], kwarg=arg(arg='g'), defaults=[Constant(value=1)]), body=[Ret"
            "urn()], decorator_list=[Attribute(value=Name(id='a', ctx=Load()), attr"
            "='b', ctx=Load()), Call(func=Name(id='c', ctx=Load()), args=[Constant("
            "value=1)], keywords=[])], returns=Name(id='h', ctx=Load()), type_param"
            "s=[])");
  EXPECT_EQ(Exec("class A(B, m=C, *d): x = 1"),
            "ClassDef(name='A', bases=[Name(id='B', ctx=Load()), Starred(value=Name"
            "(id='d', ctx=Load()), ctx=Load())], keywords=[keyword(arg='m', value=N"
            "ame(id='C', ctx=Load()))], body=[Assign(targets=[Name(id='x', ctx=Stor"
            "e())], value=Constant(value=1))], decorator_list=[], type_params=[])");
  EXPECT_EQ(Exec("def f[T: int, *U, **V](x: T): pass"),
            "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='x'"
            ", annotation=Name(id='T', ctx=Load()))], kwonlyargs=[], kw_defaults=[]"
            ", defaults=[]), body=[Pass()], decorator_list=[], type_params=[TypeVar"
            "(name='T', bound=Name(id='int', ctx=Load())), TypeVarTuple(name='U'), "
            "ParamSpec(name='V')])");
  EXPECT_EQ(Exec("class A[T = int]: pass"),
            "ClassDef(name='A', bases=[], keywords=[], body=[Pass()], decorator_lis"
            "t=[], type_params=[TypeVar(name='T', default_value=Name(id='int', ctx="
            "Load()))])");
  EXPECT_EQ(Exec("type X[T] = list[T]"),
            "TypeAlias(name=Name(id='X', ctx=Store()), type_params=[TypeVar(name='T"
            "')], value=Subscript(value=Name(id='list', ctx=Load()), slice=Name(id="
            "'T', ctx=Load()), ctx=Load()))");
}

TEST(TreeTest, SoftKeywordsAreNames) {
  EXPECT_EQ(Exec("match = 1"),
            "Assign(targets=[Name(id='match', ctx=Store())], value=Constant(value=1"
            "))");
  EXPECT_EQ(Exec("match(x)"),
            "Expr(value=Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', "
            "ctx=Load())], keywords=[]))");
  EXPECT_EQ(Exec("match[x]"),
            "Expr(value=Subscript(value=Name(id='match', ctx=Load()), slice=Name(id"
            "='x', ctx=Load()), ctx=Load()))");
  EXPECT_EQ(Exec("type(x)"),
            "Expr(value=Call(func=Name(id='type', ctx=Load()), args=[Name(id='x', c"
            "tx=Load())], keywords=[]))");
  EXPECT_EQ(Exec("case = type = _"),
            "Assign(targets=[Name(id='case', ctx=Store()), Name(id='type', ctx=Stor"
            "e())], value=Name(id='_', ctx=Load()))");
  EXPECT_EQ(Exec("match x:\n  case 1: pass"),
            "Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=Matc"
            "hValue(value=Constant(value=1)), body=[Pass()])])");
  EXPECT_EQ(Exec("print(match, case)"),
            "Expr(value=Call(func=Name(id='print', ctx=Load()), args=[Name(id='matc"
            "h', ctx=Load()), Name(id='case', ctx=Load())], keywords=[]))");
  EXPECT_EQ(Exec("type = 1"),
            "Assign(targets=[Name(id='type', ctx=Store())], value=Constant(value=1)"
            ")");
}

TEST(TreeTest, PatternsOfEveryKind) {
  EXPECT_EQ(Exec("match x, y:\n  case [a, *_, b] | (c,): pass"),
            "Match(subject=Tuple(elts=[Name(id='x', ctx=Load()), Name(id='y', ctx=L"
            "oad())], ctx=Load()), cases=[match_case(pattern=MatchOr(patterns=[Matc"
            "hSequence(patterns=[MatchAs(name='a'), MatchStar(), MatchAs(name='b')]"
            "), MatchSequence(patterns=[MatchAs(name='c')])]), body=[Pass()])])");
  EXPECT_EQ(Exec("match x:\n  case {\"a\": 1, b.c: d, **rest} if e: pass"),
            "Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=Matc"
            "hMapping(keys=[Constant(value='a'), Attribute(value=Name(id='b', ctx=L"
            "oad()), attr='c', ctx=Load())], patterns=[MatchValue(value=Constant(va"
            "lue=1)), MatchAs(name='d')], rest='rest'), guard=Name(id='e', ctx=Load"
            "()), body=[Pass()])])");
  EXPECT_EQ(Exec("match x:\n  case A(1, b=-2 + 3j) as c: pass"),
            "Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=Matc"
            "hAs(pattern=MatchClass(cls=Name(id='A', ctx=Load()), patterns=[MatchVa"
            "lue(value=Constant(value=1))], kwd_attrs=['b'], kwd_patterns=[MatchVal"
            "ue(value=BinOp(left=UnaryOp(op=USub(), operand=Constant(value=2)), op="
            "Add(), right=Constant(value=imaginary:4008000000000000)))]), name='c')"
            ", body=[Pass()])])");
  EXPECT_EQ(Exec("match x:\n  case None | True | \"s\" \"t\": pass\n  case _: pass"),
            "Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=Matc"
            "hOr(patterns=[MatchSingleton(value=None), MatchSingleton(value=True), "
            "MatchValue(value=Constant(value='st'))]), body=[Pass()]), match_case(p"
            "attern=MatchAs(), body=[Pass()])])");
  EXPECT_EQ(Exec("match x:\n  case (a): pass"),
            "Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=Matc"
            "hAs(name='a'), body=[Pass()])])");
}

TEST(TreeTest, SpansCountCodePoints) {
  EXPECT_EQ(Exec("def f(é, b=1):\n    return (é +\n            b)\n", DumpSpans::kYes),
            "FunctionDef@1:0-3:14(name='f', args=arguments(posonlyargs=[], args=[ar"
            "g@1:6-1:7(arg='\\xc3\\xa9'), arg@1:9-1:10(arg='b')], kwonlyargs=[], kw_d"
            "efaults=[], defaults=[Constant@1:11-1:12(value=1)]), body=[Return@2:4-"
            "3:14(value=BinOp@2:12-3:13(left=Name@2:12-2:13(id='\\xc3\\xa9', ctx=Load"
            "()), op=Add(), right=Name@3:12-3:13(id='b', ctx=Load())))], decorator_"
            "list=[], type_params=[])");
}

TEST(TreeTest, IdentifiersAreInterned) {
  ParseResult result = Parse("spam = spam\n");
  ASSERT_TRUE(result.ok());
  const auto* assign = result.module->body[0]->As<Assign>();
  EXPECT_EQ(assign->targets[0]->As<Name>()->id.data(), assign->value->As<Name>()->id.data());
}

TEST(TreeTest, LargeIntegersKeepTheirDigits) {
  ParseResult result = Parse("0x_FFFF_0000_0000_0000_0000", {.mode = ParseMode::kEval});
  ASSERT_TRUE(result.ok());
  const auto* constant = result.expression->body->As<Constant>();
  EXPECT_EQ(constant->type, ConstantType::kBigInt);
  EXPECT_EQ(constant->radix, 16);
  EXPECT_EQ(constant->text, "FFFF0000000000000000");
}

TEST(TreeTest, EscapesThatAreNoneWarn) {
  ParseResult result = Parse("x = 1\ny = '\\d'\n");
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result.warnings.size(), 1u);
  EXPECT_EQ(result.warnings[0].message, "invalid escape sequence '\\d'");
  EXPECT_EQ(result.warnings[0].span.line, 2u);
}

TEST(TreeTest, CharacterNamesComeFromTheCaller) {
  EXPECT_EQ(Eval("'\\N{BULLET}'"),
            "error: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: "
            "character names are not available");
  ParseOptions options;
  options.mode = ParseMode::kEval;
  options.lookup_character_name = [](std::string_view name, void*) -> std::optional<char32_t> {
    if (name == "BULLET") return U'\u2022';
    return std::nullopt;
  };
  ParseResult result = Parse("'\\N{BULLET}'", options);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.expression->body->As<Constant>()->text, "\xE2\x80\xA2");
}

TEST(TreeTest, SingleModeTakesOneStatement) {
  EXPECT_TRUE(Parse("x = 1; y = 2", {.mode = ParseMode::kSingle}).ok());
  ParseResult result = Parse("x = 1\ny = 2\n", {.mode = ParseMode::kSingle});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error->message, "multiple statements found while compiling a single statement");
}

}  // namespace
}  // namespace heddle::syntax
