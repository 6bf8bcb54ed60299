import copy
import functools
import pickle
import warnings

p = functools.partial(int, base=2)
p.note = [1]
q = copy.copy(p)
print(q.func, q.keywords is p.keywords, q.note is p.note, q('101'))   # expect: <class 'int'> True True 5
print(pickle.loads(pickle.dumps(p))('11'))   # expect: 3
p.__setstate__((max, (1,), {}, None))
print(p(0), p.__dict__, functools.partial[int])   # expect: 1 {} functools.partial[int]
p.__setstate__((p, (), {}, None))
print(repr(p))   # expect: functools.partial(...)
for state in (None, (1, 2), (1, (), {}, None)):
    try:
        p.__setstate__(state)
    except TypeError as e:
        print(e)
# expect-stdout:
# invalid partial state
# invalid partial state
# invalid partial state


class Uses:
    method = functools.partial(max, 3)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(Uses().method(1, 5), caught[0].category.__name__)   # expect: 5 FutureWarning


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(pickle.loads(pickle.dumps(Version.__ge__)) is Version.__ge__, Version(1) >= Version(0))   # expect: True True
