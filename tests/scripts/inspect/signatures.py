import inspect, functools
def f(a,/,b:int,c=3,*args,d,e:str='x',**kw)->bool:
    "Doc."
class C:
    """Class doc.

       indented
    """
    def __init__(self,x,y=1): pass
    def m(self,z): pass
    @classmethod
    def cm(cls,q): pass
    @staticmethod
    def sm(w): pass
    @property
    def p(self): return 1
async def co(): pass
def gen(): yield
async def ag(): yield
s=inspect.signature(f); print(s,[ (p.name,str(p.kind),p.default is p.empty) for p in s.parameters.values()],s.return_annotation)
print(inspect.signature(C),inspect.signature(C(1).m),inspect.signature(C.cm),inspect.signature(C.sm),inspect.signature(functools.partial(f,1,d=5)),repr(s.parameters['b']))
b=s.bind(1,2,d=4,z=9); print(b,b.args,b.kwargs); b.apply_defaults(); print(b.arguments)
for a,k in (((),{}),((1,2),{}),((1,2,3,4),{}),((1,),dict(b=1,d=1,a=2))):
    try: print(s.bind(*a,**k))
    except TypeError as e: print(e)
@functools.wraps(f)
def w(*a,**k): pass
print(inspect.signature(w), inspect.isfunction(f),inspect.isclass(C),inspect.ismethod(C(1).m),inspect.iscoroutinefunction(co),inspect.isgeneratorfunction(gen),inspect.isasyncgenfunction(ag),inspect.isgenerator(gen()),inspect.isbuiltin(int.__add__),inspect.ismodule(inspect))
print(inspect.getdoc(C),inspect.getdoc(f),[n for n,_ in inspect.getmembers(C,inspect.isfunction)],inspect.getmro(C),inspect.getfullargspec(f))
# expect-stdout:
# (a, /, b: int, c=3, *args, d, e: str = 'x', **kw) -> bool [('a', 'POSITIONAL_ONLY', True), ('b', 'POSITIONAL_OR_KEYWORD', True), ('c', 'POSITIONAL_OR_KEYWORD', False), ('args', 'VAR_POSITIONAL', True), ('d', 'KEYWORD_ONLY', True), ('e', 'KEYWORD_ONLY', False), ('kw', 'VAR_KEYWORD', True)] <class 'bool'>
# (x, y=1) (z) (q) (w) (b: int, c=3, *args, d=5, e: str = 'x', **kw) -> bool <Parameter "b: int">
# <BoundArguments (a=1, b=2, d=4, kw={'z': 9})> (1, 2) {'d': 4, 'z': 9}
# {'a': 1, 'b': 2, 'c': 3, 'args': (), 'd': 4, 'e': 'x', 'kw': {'z': 9}}
# missing a required argument: 'a'
# missing a required argument: 'd'
# missing a required argument: 'd'
# <BoundArguments (a=1, b=1, d=1, kw={'a': 2})>
# (a, /, b: int, c=3, *args, d, e: str = 'x', **kw) -> bool True True True True True True True False True
# Class doc.
#
# indented Doc. ['__init__', 'm', 'sm'] (<class '__main__.C'>, <class 'object'>) FullArgSpec(args=['a', 'b', 'c'], varargs='args', varkw='kw', defaults=(3,), kwonlyargs=['d', 'e'], kwonlydefaults={'e': 'x'}, annotations={'return': <class 'bool'>, 'b': <class 'int'>, 'e': <class 'str'>})
