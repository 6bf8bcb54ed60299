import gc
import weakref


class Item:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return f'Item({self.n})'


items = [Item(n) for n in range(5)]
s = weakref.WeakSet(items[:3])
t = weakref.WeakSet(items[2:])
for result in (s | t, s & t, s - t, s ^ t):
    print(sorted(item.n for item in result))
print(s.issubset(items), s == weakref.WeakSet(items[:3]), s == set(items[:3]), s < t)
s.symmetric_difference_update(t)
s.difference_update([items[0]])
print(sorted(item.n for item in s))
del items[4], result
gc.collect()
print(len(s), len(t))

o = Item(1)
r = weakref.ref(o)
again = weakref.ref(o, print.__class__)
print(hash(r) == hash(1), weakref.getweakrefcount(o), weakref.getweakrefs(o) == [r, again])
print(weakref.proxy(o) is weakref.proxy(o))
del o, again
gc.collect()
print(r() is None, hash(r) == hash(1))

a, b = Item(10), Item(20)
d = weakref.WeakValueDictionary({'a': a}) | {'b': b}
print(type(d).__name__, sorted(d))
k = {a: 1} | weakref.WeakKeyDictionary({b: 2})
print(type(k).__name__, sorted(k.values()))

# expect-stdout:
# [0, 1, 2, 3, 4]
# [2]
# [0, 1]
# [0, 1, 3, 4]
# True True False False
# [1, 3, 4]
# 2 2
# True 2 True
# True
# True True
# WeakValueDictionary ['a', 'b']
# WeakKeyDictionary [1, 2]
