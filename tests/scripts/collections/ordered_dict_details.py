from collections import OrderedDict, deque
from collections.abc import MutableSequence


class Missing(OrderedDict):
    def __missing__(self, key):
        return 0


m = Missing(a=1)
try:
    m.pop('b')
except KeyError as e:
    print('KeyError', e)
print(m.pop('b', 5), m['b'])
od = OrderedDict.fromkeys('ab')
od['self'] = od
print(od)


class NoUpdate(OrderedDict):
    def update(self, *args):
        raise RuntimeError


print(NoUpdate(a=1), isinstance(deque(), MutableSequence))


class Key:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        if self.target is not None and len(self.target) == 2:
            self.target.clear()
        return True

    def __hash__(self):
        return 5


one = OrderedDict()
one[Key(None)] = 1
one['x'] = 2
print(one == OrderedDict([('x', 2), (Key(None), 1)]))

# expect-stdout:
# KeyError 'b'
# 5 0
# OrderedDict({'a': None, 'b': None, 'self': ...})
# NoUpdate({'a': 1}) True
# True
