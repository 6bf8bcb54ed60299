import copy
import pickle
import weakref
from collections import OrderedDict, deque


class Slots(deque):
    __slots__ = ('x', '__dict__')


class Plain:
    def __reduce__(self):
        return super().__reduce__()


class Full:
    __slots__ = ('a', 'b')


d = Slots([1, 2])
d.x, d.y = 'x', 'y'
for e in (copy.deepcopy(d), pickle.loads(pickle.dumps(d))):
    print(list(e), e.x, e.y, type(e).__name__)
od = OrderedDict(a=1)
od.extra = ['e']
print(copy.copy(od).extra is od.extra, copy.deepcopy(od).extra, od.copy() == od)
print(Plain().__getstate__(), object.__getstate__(od), type(copy.copy(Plain())).__name__)
f = Full()
f.a = 1
print(f.__getstate__(), copy.copy(f).a)
r = weakref.ref(f.__class__)
print(copy.copy(r) is r, copy.deepcopy(r) is r)
s = slice([1], [2])
print(copy.copy(s) is s, copy.deepcopy(s) is s, copy.deepcopy(s))


class Six:
    def __reduce__(self):
        return Six, (), {}, None, None, None


try:
    copy.copy(Six())
except TypeError:
    print('TypeError')

# expect-stdout:
# [1, 2] x y Slots
# [1, 2] x y Slots
# True ['e'] True
# None {'extra': ['e']} Plain
# (None, {'a': 1}) 1
# True True
# True False slice([1], [2], None)
# TypeError
