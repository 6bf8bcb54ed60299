from functools import lru_cache, partial, cache, wraps
import pickle, copy, threading, gc
@lru_cache(maxsize=2)
def f(a, b=1, *c, **k):
    "doc f"
    return (a, b, c, k)
print(f(1), f(1), f(1, b=1), f(2), f(1), f.cache_info(), f.__name__, f.__doc__)
print(f.cache_parameters())
f.cache_clear(); print(f.cache_info())
@lru_cache(maxsize=None, typed=True)
def g(x): return type(x).__name__
print(g(1), g(1.0), g(True), g(1), g.cache_info())
try: g([])
except TypeError as e: print(e)
class K:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return s.v == o.v
@lru_cache(2)
def h(k): return k.v
print(h(K(1)), h(K(1)), h(K(2)), h(K(3)), h(K(1)), h.cache_info())
class C:
    @lru_cache
    def m(self, x): return x * 2
    @cache
    def n(self): return 5
c = C(); print(c.m(3), c.m(3), C.m.cache_info(), c.n(), c.n(), C.m(c, 4), C.n.cache_info())
@lru_cache(maxsize=0)
def z(x): return x
z(1); z(1); print(z.cache_info())
@lru_cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(90), fib.cache_info())
print(copy.copy(f) is f, copy.deepcopy(f) is f, pickle.loads(pickle.dumps(f)) is f)
p = partial(f, 1, b=5)
print(p.func is f, p.args, p.keywords, p(), p(b=7), partial(p, x=3)(y=4))
def add(a, b=2, *r, **k): return a, b, r, k
q = partial(add, 1); q.attr = 5
print(q(), q(3), q(3, 4, z=1), q.attr, q.__dict__)
q2 = pickle.loads(pickle.dumps(q)); print(q2(9), q2.attr, copy.copy(q)(7))
class P(partial):
    def extra(self): return 'x'
r = P(add, 4); print(r(5), r.extra(), type(r).__name__, isinstance(r, partial))
for bad in (lambda: partial(), lambda: partial(3), lambda: q.__setstate__(3)):
    try: bad()
    except TypeError as e: print(e)
r = partial(add); r.__setstate__((add, (8,), {'zz': 1}, None)); print(r())
print(repr(partial(add, 1, k=2)).split(' at ')[0], partial.__module__, partial.__name__)
@lru_cache(maxsize=50)
def w(x): return x
def work():
    for i in range(3000): assert w(i % 80) == i % 80
ts = [threading.Thread(target=work) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(w.cache_info().currsize, w.cache_info().hits + w.cache_info().misses)
gc.collect()
print(p(), f.cache_info())
@lru_cache
def raises(x): raise ValueError(x)
for _ in range(2):
    try: raises(1)
    except ValueError as e: print('raised', e)
print(raises.cache_info())
print([partial(int, base=2)(s) for s in ('1', '10')], list(map(partial(pow, 2), range(3))))
import inspect
print(inspect.signature(f), callable(p))

# expect-stdout:
# (1, 1, (), {}) (1, 1, (), {}) (1, 1, (), {}) (2, 1, (), {}) (1, 1, (), {}) CacheInfo(hits=1, misses=4, maxsize=2, currsize=2) f doc f
# {'maxsize': 2, 'typed': False}
# CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
# int float bool int CacheInfo(hits=1, misses=3, maxsize=None, currsize=3)
# unhashable type: 'list'
# 1 1 2 3 1 CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# 6 6 CacheInfo(hits=1, misses=1, maxsize=128, currsize=1) 5 5 8 CacheInfo(hits=1, misses=1, maxsize=None, currsize=1)
# CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
# 2880067194370816120 CacheInfo(hits=88, misses=91, maxsize=128, currsize=91)
# True True True
# True (1,) {'b': 5} (1, 5, (), {}) (1, 7, (), {}) (1, 5, (), {'x': 3, 'y': 4})
# (1, 2, (), {}) (1, 3, (), {}) (1, 3, (4,), {'z': 1}) 5 {'attr': 5}
# (1, 9, (), {}) 5 (1, 7, (), {})
# (4, 5, (), {}) x P True
# type 'partial' takes at least one argument
# the first argument must be callable
# invalid partial state
# (8, 2, (), {'zz': 1})
# functools.partial(<function add functools partial
# 50 12000
# (1, 5, (), {}) CacheInfo(hits=0, misses=4, maxsize=2, currsize=2)
# raised 1
# raised 1
# CacheInfo(hits=0, misses=2, maxsize=128, currsize=0)
# [1, 2] [1, 2, 4]
# (a, b=1, *c, **k) True
