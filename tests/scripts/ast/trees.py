import ast, sys
src='''"""doc é"""
import a.b as c, d
from . import x
from ..m import (y as z, w)
@dec(1)
async def f[T: int, *Ts, **P](a, /, b: int = 1, *args, c, d=2, **kw) -> str:
    """doc"""
    await x
    async for i in y: pass
    async with a as b, c: pass
    return [i async for i in z]
class C(B, metaclass=M):
    x: int = 5
    (y): str
    def m(self): return super().m()
for i, j in range(10):
    if i: continue
    elif j: break
    else: pass
else:
    x += 1
while True:
    del a, b[0], c.d
try:
    raise X from Y
except (A, B) as e: pass
except: raise
else: pass
finally: pass
try: pass
except* V: pass
with open(f) as g, (yield): pass
assert x, 'msg'
global gg
lambda x, *y, z=1: (x, y)
a = b = (1, 2.5, 3j, 'str\\n', b'by', None, True, ...)
x = -1 ** 2 + (3 * (4 - 5)) // 6 % 7 @ 8
y = not a and b or (c and d)
z = a < b <= c is not d not in e
q = {1: 2, **d}, {1, 2}, {*()}, {k: v for k, v in x if y if z}, {s for s in t}, (g for g in h)
w = f(*a, k=1, **b)[1:2, ::3, ...][0].attr
v = (yield) if (n := 10) else (yield from g)
s = f"a{x!r:>{w}}b{{}} {d['k']}" + u'u'
type Al[T] = list[T]
match p:
    case 1 | 'a' | None: pass
    case [a, *_, b] if c: pass
    case {'k': v, **rest}: pass
    case Cls(a, k=2) as n: pass
    case _: pass
print(é, ü.x)
(1).real
x = (a, b)
for x in (1, 2): pass
x[1, 2]; x[(1,)]; x[()]
return_ = lambda: (yield)
def g():
    nonlocal_ = 1
    return
if a:
    if b: pass
else:
    if c: pass
'''
t=ast.parse(src)
print(ast.dump(t, indent=2))
print(ast.dump(t, include_attributes=True)[:3000])
print(ast.dump(t, annotate_fields=False))
u=ast.unparse(t); print(u)
print(ast.dump(ast.parse(u))==ast.dump(t))
for s in ["1","-1","'a'","[1,(2,),{3:4},{5},None,True,b'x']","1+2j","-1-2j","set()","{}"]: print(ast.literal_eval(s))
for s in ["f()","1+1","x","'a'+'b'","1 if 2 else 3","{**a}","(", "[i for i in x]"]:
    try: print(ast.literal_eval(s))
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
class V(ast.NodeVisitor):
    def visit_Name(self,n): print(n.id,n.lineno,n.col_offset,n.end_col_offset)
V().visit(t)
class T(ast.NodeTransformer):
    def visit_Constant(self,n): return ast.copy_location(ast.Constant(n.value*2),n) if isinstance(n.value,int) else n
e=T().visit(ast.parse('1+x*3',mode='eval')); print(ast.unparse(e), eval(compile(ast.fix_missing_locations(e),'f','eval'),{'x':5}))
print(ast.get_docstring(t), ast.get_docstring(t.body[4]), sum(1 for _ in ast.walk(t)), ast.get_source_segment(src, t.body[5]))
n=ast.Name('x',ast.Load()); print(ast.dump(n), n._fields, ast.dump(ast.Call(n)), isinstance(n, ast.expr))
m=ast.Module([ast.Assign([ast.Name('q',ast.Store())],ast.BinOp(ast.Constant(3),ast.Add(),ast.Constant(4)))],[]); ns={}; exec(compile(ast.fix_missing_locations(m),'f','exec'),ns); print(ns['q'])

# expect-stdout:
# Module(
#   body=[
#     Expr(
#       value=Constant(value='doc é')),
#     Import(
#       names=[
#         alias(name='a.b', asname='c'),
#         alias(name='d')]),
#     ImportFrom(
#       names=[
#         alias(name='x')],
#       level=1),
#     ImportFrom(
#       module='m',
#       names=[
#         alias(name='y', asname='z'),
#         alias(name='w')],
#       level=2),
#     AsyncFunctionDef(
#       name='f',
#       args=arguments(
#         posonlyargs=[
#           arg(arg='a')],
#         args=[
#           arg(
#             arg='b',
#             annotation=Name(id='int', ctx=Load()))],
#         vararg=arg(arg='args'),
#         kwonlyargs=[
#           arg(arg='c'),
#           arg(arg='d')],
#         kw_defaults=[
#           None,
#           Constant(value=2)],
#         kwarg=arg(arg='kw'),
#         defaults=[
#           Constant(value=1)]),
#       body=[
#         Expr(
#           value=Constant(value='doc')),
#         Expr(
#           value=Await(
#             value=Name(id='x', ctx=Load()))),
#         AsyncFor(
#           target=Name(id='i', ctx=Store()),
#           iter=Name(id='y', ctx=Load()),
#           body=[
#             Pass()]),
#         AsyncWith(
#           items=[
#             withitem(
#               context_expr=Name(id='a', ctx=Load()),
#               optional_vars=Name(id='b', ctx=Store())),
#             withitem(
#               context_expr=Name(id='c', ctx=Load()))],
#           body=[
#             Pass()]),
#         Return(
#           value=ListComp(
#             elt=Name(id='i', ctx=Load()),
#             generators=[
#               comprehension(
#                 target=Name(id='i', ctx=Store()),
#                 iter=Name(id='z', ctx=Load()),
#                 is_async=1)]))],
#       decorator_list=[
#         Call(
#           func=Name(id='dec', ctx=Load()),
#           args=[
#             Constant(value=1)])],
#       returns=Name(id='str', ctx=Load()),
#       type_params=[
#         TypeVar(
#           name='T',
#           bound=Name(id='int', ctx=Load())),
#         TypeVarTuple(name='Ts'),
#         ParamSpec(name='P')]),
#     ClassDef(
#       name='C',
#       bases=[
#         Name(id='B', ctx=Load())],
#       keywords=[
#         keyword(
#           arg='metaclass',
#           value=Name(id='M', ctx=Load()))],
#       body=[
#         AnnAssign(
#           target=Name(id='x', ctx=Store()),
#           annotation=Name(id='int', ctx=Load()),
#           value=Constant(value=5),
#           simple=1),
#         AnnAssign(
#           target=Name(id='y', ctx=Store()),
#           annotation=Name(id='str', ctx=Load()),
#           simple=0),
#         FunctionDef(
#           name='m',
#           args=arguments(
#             args=[
#               arg(arg='self')]),
#           body=[
#             Return(
#               value=Call(
#                 func=Attribute(
#                   value=Call(
#                     func=Name(id='super', ctx=Load())),
#                   attr='m',
#                   ctx=Load())))])]),
#     For(
#       target=Tuple(
#         elts=[
#           Name(id='i', ctx=Store()),
#           Name(id='j', ctx=Store())],
#         ctx=Store()),
#       iter=Call(
#         func=Name(id='range', ctx=Load()),
#         args=[
#           Constant(value=10)]),
#       body=[
#         If(
#           test=Name(id='i', ctx=Load()),
#           body=[
#             Continue()],
#           orelse=[
#             If(
#               test=Name(id='j', ctx=Load()),
#               body=[
#                 Break()],
#               orelse=[
#                 Pass()])])],
#       orelse=[
#         AugAssign(
#           target=Name(id='x', ctx=Store()),
#           op=Add(),
#           value=Constant(value=1))]),
#     While(
#       test=Constant(value=True),
#       body=[
#         Delete(
#           targets=[
#             Name(id='a', ctx=Del()),
#             Subscript(
#               value=Name(id='b', ctx=Load()),
#               slice=Constant(value=0),
#               ctx=Del()),
#             Attribute(
#               value=Name(id='c', ctx=Load()),
#               attr='d',
#               ctx=Del())])]),
#     Try(
#       body=[
#         Raise(
#           exc=Name(id='X', ctx=Load()),
#           cause=Name(id='Y', ctx=Load()))],
#       handlers=[
#         ExceptHandler(
#           type=Tuple(
#             elts=[
#               Name(id='A', ctx=Load()),
#               Name(id='B', ctx=Load())],
#             ctx=Load()),
#           name='e',
#           body=[
#             Pass()]),
#         ExceptHandler(
#           body=[
#             Raise()])],
#       orelse=[
#         Pass()],
#       finalbody=[
#         Pass()]),
#     TryStar(
#       body=[
#         Pass()],
#       handlers=[
#         ExceptHandler(
#           type=Name(id='V', ctx=Load()),
#           body=[
#             Pass()])]),
#     With(
#       items=[
#         withitem(
#           context_expr=Call(
#             func=Name(id='open', ctx=Load()),
#             args=[
#               Name(id='f', ctx=Load())]),
#           optional_vars=Name(id='g', ctx=Store())),
#         withitem(context_expr=Yield())],
#       body=[
#         Pass()]),
#     Assert(
#       test=Name(id='x', ctx=Load()),
#       msg=Constant(value='msg')),
#     Global(
#       names=[
#         'gg']),
#     Expr(
#       value=Lambda(
#         args=arguments(
#           args=[
#             arg(arg='x')],
#           vararg=arg(arg='y'),
#           kwonlyargs=[
#             arg(arg='z')],
#           kw_defaults=[
#             Constant(value=1)]),
#         body=Tuple(
#           elts=[
#             Name(id='x', ctx=Load()),
#             Name(id='y', ctx=Load())],
#           ctx=Load()))),
#     Assign(
#       targets=[
#         Name(id='a', ctx=Store()),
#         Name(id='b', ctx=Store())],
#       value=Tuple(
#         elts=[
#           Constant(value=1),
#           Constant(value=2.5),
#           Constant(value=3j),
#           Constant(value='str\n'),
#           Constant(value=b'by'),
#           Constant(value=None),
#           Constant(value=True),
#           Constant(value=Ellipsis)],
#         ctx=Load())),
#     Assign(
#       targets=[
#         Name(id='x', ctx=Store())],
#       value=BinOp(
#         left=UnaryOp(
#           op=USub(),
#           operand=BinOp(
#             left=Constant(value=1),
#             op=Pow(),
#             right=Constant(value=2))),
#         op=Add(),
#         right=BinOp(
#           left=BinOp(
#             left=BinOp(
#               left=BinOp(
#                 left=Constant(value=3),
#                 op=Mult(),
#                 right=BinOp(
#                   left=Constant(value=4),
#                   op=Sub(),
#                   right=Constant(value=5))),
#               op=FloorDiv(),
#               right=Constant(value=6)),
#             op=Mod(),
#             right=Constant(value=7)),
#           op=MatMult(),
#           right=Constant(value=8)))),
#     Assign(
#       targets=[
#         Name(id='y', ctx=Store())],
#       value=BoolOp(
#         op=Or(),
#         values=[
#           BoolOp(
#             op=And(),
#             values=[
#               UnaryOp(
#                 op=Not(),
#                 operand=Name(id='a', ctx=Load())),
#               Name(id='b', ctx=Load())]),
#           BoolOp(
#             op=And(),
#             values=[
#               Name(id='c', ctx=Load()),
#               Name(id='d', ctx=Load())])])),
#     Assign(
#       targets=[
#         Name(id='z', ctx=Store())],
#       value=Compare(
#         left=Name(id='a', ctx=Load()),
#         ops=[
#           Lt(),
#           LtE(),
#           IsNot(),
#           NotIn()],
#         comparators=[
#           Name(id='b', ctx=Load()),
#           Name(id='c', ctx=Load()),
#           Name(id='d', ctx=Load()),
#           Name(id='e', ctx=Load())])),
#     Assign(
#       targets=[
#         Name(id='q', ctx=Store())],
#       value=Tuple(
#         elts=[
#           Dict(
#             keys=[
#               Constant(value=1),
#               None],
#             values=[
#               Constant(value=2),
#               Name(id='d', ctx=Load())]),
#           Set(
#             elts=[
#               Constant(value=1),
#               Constant(value=2)]),
#           Set(
#             elts=[
#               Starred(
#                 value=Tuple(ctx=Load()),
#                 ctx=Load())]),
#           DictComp(
#             key=Name(id='k', ctx=Load()),
#             value=Name(id='v', ctx=Load()),
#             generators=[
#               comprehension(
#                 target=Tuple(
#                   elts=[
#                     Name(id='k', ctx=Store()),
#                     Name(id='v', ctx=Store())],
#                   ctx=Store()),
#                 iter=Name(id='x', ctx=Load()),
#                 ifs=[
#                   Name(id='y', ctx=Load()),
#                   Name(id='z', ctx=Load())],
#                 is_async=0)]),
#           SetComp(
#             elt=Name(id='s', ctx=Load()),
#             generators=[
#               comprehension(
#                 target=Name(id='s', ctx=Store()),
#                 iter=Name(id='t', ctx=Load()),
#                 is_async=0)]),
#           GeneratorExp(
#             elt=Name(id='g', ctx=Load()),
#             generators=[
#               comprehension(
#                 target=Name(id='g', ctx=Store()),
#                 iter=Name(id='h', ctx=Load()),
#                 is_async=0)])],
#         ctx=Load())),
#     Assign(
#       targets=[
#         Name(id='w', ctx=Store())],
#       value=Attribute(
#         value=Subscript(
#           value=Subscript(
#             value=Call(
#               func=Name(id='f', ctx=Load()),
#               args=[
#                 Starred(
#                   value=Name(id='a', ctx=Load()),
#                   ctx=Load())],
#               keywords=[
#                 keyword(
#                   arg='k',
#                   value=Constant(value=1)),
#                 keyword(
#                   value=Name(id='b', ctx=Load()))]),
#             slice=Tuple(
#               elts=[
#                 Slice(
#                   lower=Constant(value=1),
#                   upper=Constant(value=2)),
#                 Slice(
#                   step=Constant(value=3)),
#                 Constant(value=Ellipsis)],
#               ctx=Load()),
#             ctx=Load()),
#           slice=Constant(value=0),
#           ctx=Load()),
#         attr='attr',
#         ctx=Load())),
#     Assign(
#       targets=[
#         Name(id='v', ctx=Store())],
#       value=IfExp(
#         test=NamedExpr(
#           target=Name(id='n', ctx=Store()),
#           value=Constant(value=10)),
#         body=Yield(),
#         orelse=YieldFrom(
#           value=Name(id='g', ctx=Load())))),
#     Assign(
#       targets=[
#         Name(id='s', ctx=Store())],
#       value=BinOp(
#         left=JoinedStr(
#           values=[
#             Constant(value='a'),
#             FormattedValue(
#               value=Name(id='x', ctx=Load()),
#               conversion=114,
#               format_spec=JoinedStr(
#                 values=[
#                   Constant(value='>'),
#                   FormattedValue(
#                     value=Name(id='w', ctx=Load()),
#                     conversion=-1)])),
#             Constant(value='b{} '),
#             FormattedValue(
#               value=Subscript(
#                 value=Name(id='d', ctx=Load()),
#                 slice=Constant(value='k'),
#                 ctx=Load()),
#               conversion=-1)]),
#         op=Add(),
#         right=Constant(value='u', kind='u'))),
#     TypeAlias(
#       name=Name(id='Al', ctx=Store()),
#       type_params=[
#         TypeVar(name='T')],
#       value=Subscript(
#         value=Name(id='list', ctx=Load()),
#         slice=Name(id='T', ctx=Load()),
#         ctx=Load())),
#     Match(
#       subject=Name(id='p', ctx=Load()),
#       cases=[
#         match_case(
#           pattern=MatchOr(
#             patterns=[
#               MatchValue(
#                 value=Constant(value=1)),
#               MatchValue(
#                 value=Constant(value='a')),
#               MatchSingleton(value=None)]),
#           body=[
#             Pass()]),
#         match_case(
#           pattern=MatchSequence(
#             patterns=[
#               MatchAs(name='a'),
#               MatchStar(),
#               MatchAs(name='b')]),
#           guard=Name(id='c', ctx=Load()),
#           body=[
#             Pass()]),
#         match_case(
#           pattern=MatchMapping(
#             keys=[
#               Constant(value='k')],
#             patterns=[
#               MatchAs(name='v')],
#             rest='rest'),
#           body=[
#             Pass()]),
#         match_case(
#           pattern=MatchAs(
#             pattern=MatchClass(
#               cls=Name(id='Cls', ctx=Load()),
#               patterns=[
#                 MatchAs(name='a')],
#               kwd_attrs=[
#                 'k'],
#               kwd_patterns=[
#                 MatchValue(
#                   value=Constant(value=2))]),
#             name='n'),
#           body=[
#             Pass()]),
#         match_case(
#           pattern=MatchAs(),
#           body=[
#             Pass()])]),
#     Expr(
#       value=Call(
#         func=Name(id='print', ctx=Load()),
#         args=[
#           Name(id='é', ctx=Load()),
#           Attribute(
#             value=Name(id='ü', ctx=Load()),
#             attr='x',
#             ctx=Load())])),
#     Expr(
#       value=Attribute(
#         value=Constant(value=1),
#         attr='real',
#         ctx=Load())),
#     Assign(
#       targets=[
#         Name(id='x', ctx=Store())],
#       value=Tuple(
#         elts=[
#           Name(id='a', ctx=Load()),
#           Name(id='b', ctx=Load())],
#         ctx=Load())),
#     For(
#       target=Name(id='x', ctx=Store()),
#       iter=Tuple(
#         elts=[
#           Constant(value=1),
#           Constant(value=2)],
#         ctx=Load()),
#       body=[
#         Pass()]),
#     Expr(
#       value=Subscript(
#         value=Name(id='x', ctx=Load()),
#         slice=Tuple(
#           elts=[
#             Constant(value=1),
#             Constant(value=2)],
#           ctx=Load()),
#         ctx=Load())),
#     Expr(
#       value=Subscript(
#         value=Name(id='x', ctx=Load()),
#         slice=Tuple(
#           elts=[
#             Constant(value=1)],
#           ctx=Load()),
#         ctx=Load())),
#     Expr(
#       value=Subscript(
#         value=Name(id='x', ctx=Load()),
#         slice=Tuple(ctx=Load()),
#         ctx=Load())),
#     Assign(
#       targets=[
#         Name(id='return_', ctx=Store())],
#       value=Lambda(args=arguments(), body=Yield())),
#     FunctionDef(
#       name='g',
#       args=arguments(),
#       body=[
#         Assign(
#           targets=[
#             Name(id='nonlocal_', ctx=Store())],
#           value=Constant(value=1)),
#         Return()]),
#     If(
#       test=Name(id='a', ctx=Load()),
#       body=[
#         If(
#           test=Name(id='b', ctx=Load()),
#           body=[
#             Pass()])],
#       orelse=[
#         If(
#           test=Name(id='c', ctx=Load()),
#           body=[
#             Pass()])])])
# Module(body=[Expr(value=Constant(value='doc é', lineno=1, col_offset=0, end_lineno=1, end_col_offset=12), lineno=1, col_offset=0, end_lineno=1, end_col_offset=12), Import(names=[alias(name='a.b', asname='c', lineno=2, col_offset=7, end_lineno=2, end_col_offset=15), alias(name='d', lineno=2, col_offset=17, end_lineno=2, end_col_offset=18)], lineno=2, col_offset=0, end_lineno=2, end_col_offset=18), ImportFrom(names=[alias(name='x', lineno=3, col_offset=14, end_lineno=3, end_col_offset=15)], level=1, lineno=3, col_offset=0, end_lineno=3, end_col_offset=15), ImportFrom(module='m', names=[alias(name='y', asname='z', lineno=4, col_offset=17, end_lineno=4, end_col_offset=23), alias(name='w', lineno=4, col_offset=25, end_lineno=4, end_col_offset=26)], level=2, lineno=4, col_offset=0, end_lineno=4, end_col_offset=27), AsyncFunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a', lineno=6, col_offset=30, end_lineno=6, end_col_offset=31)], args=[arg(arg='b', annotation=Name(id='int', ctx=Load(), lineno=6, col_offset=39, end_lineno=6, end_col_offset=42), lineno=6, col_offset=36, end_lineno=6, end_col_offset=42)], vararg=arg(arg='args', lineno=6, col_offset=49, end_lineno=6, end_col_offset=53), kwonlyargs=[arg(arg='c', lineno=6, col_offset=55, end_lineno=6, end_col_offset=56), arg(arg='d', lineno=6, col_offset=58, end_lineno=6, end_col_offset=59)], kw_defaults=[None, Constant(value=2, lineno=6, col_offset=60, end_lineno=6, end_col_offset=61)], kwarg=arg(arg='kw', lineno=6, col_offset=65, end_lineno=6, end_col_offset=67), defaults=[Constant(value=1, lineno=6, col_offset=45, end_lineno=6, end_col_offset=46)]), body=[Expr(value=Constant(value='doc', lineno=7, col_offset=4, end_lineno=7, end_col_offset=13), lineno=7, col_offset=4, end_lineno=7, end_col_offset=13), Expr(value=Await(value=Name(id='x', ctx=Load(), lineno=8, col_offset=10, end_lineno=8, end_col_offset=11), lineno=8, col_offset=4, end_lineno=8, end_col_offset=11), lineno=8, col_offset=4, end_lineno=8, end_col_offset=11), AsyncFor(target=Name(id='i', ctx=Store(), lineno=9, col_offset=14, end_lineno=9, end_col_offset=15), iter=Name(id='y', ctx=Load(), lineno=9, col_offset=19, end_lineno=9, end_col_offset=20), body=[Pass(lineno=9, col_offset=22, end_lineno=9, end_col_offset=26)], lineno=9, col_offset=4, end_lineno=9, end_col_offset=26), AsyncWith(items=[withitem(context_expr=Name(id='a', ctx=Load(), lineno=10, col_offset=15, end_lineno=10, end_col_offset=16), optional_vars=Name(id='b', ctx=Store(), lineno=10, col_offset=20, end_lineno=10, end_col_offset=21)), withitem(context_expr=Name(id='c', ctx=Load(), lineno=10, col_offset=23, end_lineno=10, end_col_offset=24))], body=[Pass(lineno=10, col_offset=26, end_lineno=10, end_col_offset=30)], lineno=10, col_offset=4, end_lineno=10, end_col_offset=30), Return(value=ListComp(elt=Name(id='i', ctx=Load(), lineno=11, col_offset=12, end_lineno=11, end_col_offset=13), generators=[comprehension(target=Name(id='i', ctx=Store(), lineno=11, col_offset=24, end_lin
# Module([Expr(Constant('doc é')), Import([alias('a.b', 'c'), alias('d')]), ImportFrom(names=[alias('x')], level=1), ImportFrom('m', [alias('y', 'z'), alias('w')], 2), AsyncFunctionDef('f', arguments([arg('a')], [arg('b', Name('int', Load()))], arg('args'), [arg('c'), arg('d')], [None, Constant(2)], arg('kw'), [Constant(1)]), [Expr(Constant('doc')), Expr(Await(Name('x', Load()))), AsyncFor(Name('i', Store()), Name('y', Load()), [Pass()]), AsyncWith([withitem(Name('a', Load()), Name('b', Store())), withitem(Name('c', Load()))], [Pass()]), Return(ListComp(Name('i', Load()), [comprehension(Name('i', Store()), Name('z', Load()), [], 1)]))], [Call(Name('dec', Load()), [Constant(1)])], Name('str', Load()), type_params=[TypeVar('T', Name('int', Load())), TypeVarTuple('Ts'), ParamSpec('P')]), ClassDef('C', [Name('B', Load())], [keyword('metaclass', Name('M', Load()))], [AnnAssign(Name('x', Store()), Name('int', Load()), Constant(5), 1), AnnAssign(Name('y', Store()), Name('str', Load()), simple=0), FunctionDef('m', arguments([], [arg('self')]), [Return(Call(Attribute(Call(Name('super', Load())), 'm', Load())))])]), For(Tuple([Name('i', Store()), Name('j', Store())], Store()), Call(Name('range', Load()), [Constant(10)]), [If(Name('i', Load()), [Continue()], [If(Name('j', Load()), [Break()], [Pass()])])], [AugAssign(Name('x', Store()), Add(), Constant(1))]), While(Constant(True), [Delete([Name('a', Del()), Subscript(Name('b', Load()), Constant(0), Del()), Attribute(Name('c', Load()), 'd', Del())])]), Try([Raise(Name('X', Load()), Name('Y', Load()))], [ExceptHandler(Tuple([Name('A', Load()), Name('B', Load())], Load()), 'e', [Pass()]), ExceptHandler(body=[Raise()])], [Pass()], [Pass()]), TryStar([Pass()], [ExceptHandler(Name('V', Load()), body=[Pass()])]), With([withitem(Call(Name('open', Load()), [Name('f', Load())]), Name('g', Store())), withitem(Yield())], [Pass()]), Assert(Name('x', Load()), Constant('msg')), Global(['gg']), Expr(Lambda(arguments([], [arg('x')], arg('y'), [arg('z')], [Constant(1)]), Tuple([Name('x', Load()), Name('y', Load())], Load()))), Assign([Name('a', Store()), Name('b', Store())], Tuple([Constant(1), Constant(2.5), Constant(3j), Constant('str\n'), Constant(b'by'), Constant(None), Constant(True), Constant(Ellipsis)], Load())), Assign([Name('x', Store())], BinOp(UnaryOp(USub(), BinOp(Constant(1), Pow(), Constant(2))), Add(), BinOp(BinOp(BinOp(BinOp(Constant(3), Mult(), BinOp(Constant(4), Sub(), Constant(5))), FloorDiv(), Constant(6)), Mod(), Constant(7)), MatMult(), Constant(8)))), Assign([Name('y', Store())], BoolOp(Or(), [BoolOp(And(), [UnaryOp(Not(), Name('a', Load())), Name('b', Load())]), BoolOp(And(), [Name('c', Load()), Name('d', Load())])])), Assign([Name('z', Store())], Compare(Name('a', Load()), [Lt(), LtE(), IsNot(), NotIn()], [Name('b', Load()), Name('c', Load()), Name('d', Load()), Name('e', Load())])), Assign([Name('q', Store())], Tuple([Dict([Constant(1), None], [Constant(2), Name('d', Load())]), Set([Constant(1), Constant(2)]), Set([Starred(Tuple([], Load()), Load())]), DictComp(Name('k', Load()), Name('v', Load()), [comprehension(Tuple([Name('k', Store()), Name('v', Store())], Store()), Name('x', Load()), [Name('y', Load()), Name('z', Load())], 0)]), SetComp(Name('s', Load()), [comprehension(Name('s', Store()), Name('t', Load()), [], 0)]), GeneratorExp(Name('g', Load()), [comprehension(Name('g', Store()), Name('h', Load()), [], 0)])], Load())), Assign([Name('w', Store())], Attribute(Subscript(Subscript(Call(Name('f', Load()), [Starred(Name('a', Load()), Load())], [keyword('k', Constant(1)), keyword(value=Name('b', Load()))]), Tuple([Slice(Constant(1), Constant(2)), Slice(step=Constant(3)), Constant(Ellipsis)], Load()), Load()), Constant(0), Load()), 'attr', Load())), Assign([Name('v', Store())], IfExp(NamedExpr(Name('n', Store()), Constant(10)), Yield(), YieldFrom(Name('g', Load())))), Assign([Name('s', Store())], BinOp(JoinedStr([Constant('a'), FormattedValue(Name('x', Load()), 114, JoinedStr([Constant('>'), FormattedValue(Name('w', Load()), -1)])), Constant('b{} '), FormattedValue(Subscript(Name('d', Load()), Constant('k'), Load()), -1)]), Add(), Constant('u', 'u'))), TypeAlias(Name('Al', Store()), [TypeVar('T')], Subscript(Name('list', Load()), Name('T', Load()), Load())), Match(Name('p', Load()), [match_case(MatchOr([MatchValue(Constant(1)), MatchValue(Constant('a')), MatchSingleton(None)]), body=[Pass()]), match_case(MatchSequence([MatchAs(name='a'), MatchStar(), MatchAs(name='b')]), Name('c', Load()), [Pass()]), match_case(MatchMapping([Constant('k')], [MatchAs(name='v')], 'rest'), body=[Pass()]), match_case(MatchAs(MatchClass(Name('Cls', Load()), [MatchAs(name='a')], ['k'], [MatchValue(Constant(2))]), 'n'), body=[Pass()]), match_case(MatchAs(), body=[Pass()])]), Expr(Call(Name('print', Load()), [Name('é', Load()), Attribute(Name('ü', Load()), 'x', Load())])), Expr(Attribute(Constant(1), 'real', Load())), Assign([Name('x', Store())], Tuple([Name('a', Load()), Name('b', Load())], Load())), For(Name('x', Store()), Tuple([Constant(1), Constant(2)], Load()), [Pass()]), Expr(Subscript(Name('x', Load()), Tuple([Constant(1), Constant(2)], Load()), Load())), Expr(Subscript(Name('x', Load()), Tuple([Constant(1)], Load()), Load())), Expr(Subscript(Name('x', Load()), Tuple([], Load()), Load())), Assign([Name('return_', Store())], Lambda(arguments(), Yield())), FunctionDef('g', arguments(), [Assign([Name('nonlocal_', Store())], Constant(1)), Return()]), If(Name('a', Load()), [If(Name('b', Load()), [Pass()])], [If(Name('c', Load()), [Pass()])])])
# """doc é"""
# import a.b as c, d
# from . import x
# from ..m import y as z, w
#
# @dec(1)
# async def f[T: int, *Ts, **P](a, /, b: int=1, *args, c, d=2, **kw) -> str:
#     """doc"""
#     await x
#     async for i in y:
#         pass
#     async with a as b, c:
#         pass
#     return [i async for i in z]
#
# class C(B, metaclass=M):
#     x: int = 5
#     (y): str
#
#     def m(self):
#         return super().m()
# for i, j in range(10):
#     if i:
#         continue
#     elif j:
#         break
#     else:
#         pass
# else:
#     x += 1
# while True:
#     del a, b[0], c.d
# try:
#     raise X from Y
# except (A, B) as e:
#     pass
# except:
#     raise
# else:
#     pass
# finally:
#     pass
# try:
#     pass
# except* V:
#     pass
# with open(f) as g, (yield):
#     pass
# assert x, 'msg'
# global gg
# lambda x, *y, z=1: (x, y)
# a = b = (1, 2.5, 3j, 'str\n', b'by', None, True, ...)
# x = -1 ** 2 + 3 * (4 - 5) // 6 % 7 @ 8
# y = not a and b or (c and d)
# z = a < b <= c is not d not in e
# q = ({1: 2, **d}, {1, 2}, {*()}, {k: v for k, v in x if y if z}, {s for s in t}, (g for g in h))
# w = f(*a, k=1, **b)[1:2, ::3, ...][0].attr
# v = (yield) if (n := 10) else (yield from g)
# s = f"a{x!r:>{w}}b{{}} {d['k']}" + u'u'
# type Al[T] = list[T]
# match p:
#     case 1 | 'a' | None:
#         pass
#     case [a, *_, b] if c:
#         pass
#     case {'k': v, **rest}:
#         pass
#     case Cls(a, k=2) as n:
#         pass
#     case _:
#         pass
# print(é, ü.x)
# 1 .real
# x = (a, b)
# for x in (1, 2):
#     pass
# x[1, 2]
# x[1,]
# x[()]
# return_ = lambda: (yield)
#
# def g():
#     nonlocal_ = 1
#     return
# if a:
#     if b:
#         pass
# elif c:
#     pass
# True
# 1
# -1
# a
# [1, (2,), {3: 4}, {5}, None, True, b'x']
# (1+2j)
# (-1-2j)
# set()
# {}
# ValueError malformed node or string on line 1: <ast.Call object
# ValueError malformed node or string on line 1: <ast.BinOp object
# ValueError malformed node or string on line 1: <ast.Name object
# ValueError malformed node or string on line 1: <ast.Constant object
# ValueError malformed node or string on line 1: <ast.IfExp object
# ValueError malformed node or string: None
# SyntaxError '(' was never closed (<unknown>, line 1)
# ValueError malformed node or string on line 1: <ast.ListComp object
# int 6 39 42
# x 8 10 11
# i 9 14 15
# y 9 19 20
# a 10 15 16
# b 10 20 21
# c 10 23 24
# i 11 12 13
# i 11 24 25
# z 11 29 30
# dec 5 1 4
# str 6 72 75
# int 6 15 18
# B 12 8 9
# M 12 21 22
# x 13 4 5
# int 13 7 10
# y 14 5 6
# str 14 9 12
# super 15 24 29
# i 16 4 5
# j 16 7 8
# range 16 12 17
# i 17 7 8
# j 18 9 10
# x 21 4 5
# a 23 8 9
# b 23 11 12
# c 23 17 18
# X 25 10 11
# Y 25 17 18
# A 26 8 9
# B 26 11 12
# V 31 8 9
# open 32 5 9
# f 32 10 11
# g 32 16 17
# x 33 7 8
# x 35 20 21
# y 35 23 24
# a 36 0 1
# b 36 4 5
# x 37 0 1
# y 38 0 1
# a 38 8 9
# b 38 14 15
# c 38 20 21
# d 38 26 27
# z 39 0 1
# a 39 4 5
# b 39 8 9
# c 39 13 14
# d 39 22 23
# e 39 31 32
# q 40 0 1
# d 40 13 14
# k 40 33 34
# v 40 36 37
# k 40 42 43
# v 40 45 46
# x 40 50 51
# y 40 55 56
# z 40 60 61
# s 40 65 66
# s 40 71 72
# t 40 76 77
# g 40 81 82
# g 40 87 88
# h 40 92 93
# w 41 0 1
# f 41 4 5
# a 41 7 8
# b 41 17 18
# v 42 0 1
# n 42 16 17
# g 42 42 43
# s 43 0 1
# x 43 8 9
# w 43 14 15
# d 43 24 25
# Al 44 5 7
# list 44 13 17
# T 44 18 19
# p 45 6 7
# c 47 23 24
# Cls 49 9 12
# print 51 0 5
# é 51 6 8
# ü 51 10 12
# x 53 0 1
# a 53 5 6
# b 53 8 9
# x 54 4 5
# x 55 0 1
# x 55 9 10
# x 55 18 19
# return_ 56 0 7
# nonlocal_ 58 4 13
# a 60 3 4
# b 61 7 8
# c 63 7 8
# 2 + x * 6 32
# doc é doc 506 class C(B, metaclass=M):
#     x: int = 5
#     (y): str
#     def m(self): return super().m()
# Name(id='x', ctx=Load()) ('id', 'ctx') Call(func=Name(id='x', ctx=Load())) True
# 7
