class A:
    def __init__(s, v): s.v = v
    def __str__(s): return s.v
    def __repr__(s): return s.v
    def __hash__(s): return s.v
class B:
    def __repr__(self): return 'B!'
class S(str): pass
class N(int): pass
print(str(A('x')), repr(A('y')), f"{A('z')} {A('w')!r} {A('q')!s}", str(B()), f"{B()}", f"{B()!s}")
for f in (str, repr, hash, lambda a: f'{a}', lambda a: f'{a!r}'):
    for v in (1, None, 'ok', [1]):
        try: print(f(A(v)))
        except TypeError as e: print(type(e).__name__, e)
print(hash(A(-1)), hash(A(2**61)), hash(A(True)), hash(A(2**100)), type(hash(A(N(5)))), type(str(A(S('s')))).__name__)
class G:
    def __str__(self): yield 1
try: str(G())
except TypeError as e: print(e)
class E(Exception):
    def __str__(self): return 'E:' + str(self.args)
print(str(E(1)), repr(E(2)))
d = {A(3): 1}
class F:
    def __format__(self, s): return 'fmt' + s
    def __str__(self): return 'no'
print(f'{F()} {F():x} {F()!s}')
class M:
    @staticmethod
    def __str__(): return 'static'
print(str(M()))
class Deep:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'D' + (repr(self.n) if self.n else '')
d = None
for i in range(300): d = Deep(d)
print(len(repr(d)))

# expect-stdout:
# x y z w q B! B! B!
# TypeError __str__ returned non-string (type int)
# TypeError __str__ returned non-string (type NoneType)
# ok
# TypeError __str__ returned non-string (type list)
# TypeError __repr__ returned non-string (type int)
# TypeError __repr__ returned non-string (type NoneType)
# ok
# TypeError __repr__ returned non-string (type list)
# 1
# TypeError __hash__ method should return an integer
# TypeError __hash__ method should return an integer
# TypeError __hash__ method should return an integer
# TypeError __str__ returned non-string (type int)
# TypeError __str__ returned non-string (type NoneType)
# ok
# TypeError __str__ returned non-string (type list)
# TypeError __repr__ returned non-string (type int)
# TypeError __repr__ returned non-string (type NoneType)
# ok
# TypeError __repr__ returned non-string (type list)
# -2 2305843009213693952 1 549755813888 <class 'int'> S
# __str__ returned non-string (type generator)
# E:(1,) E(2)
# fmt fmtx no
# static
# 300
