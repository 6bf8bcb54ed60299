class Counter:
    total = 0
    def bump(self):
        Counter.total += 1
        return self.total

a, b = Counter(), Counter()
print(a.bump(), b.bump(), a.total)   # expect: 1 2 2
a.total = 10
print(a.total, b.total)              # expect: 10 2
del a.total
print(a.total)                       # expect: 2
Counter.extra = lambda self: 'late'
print(a.extra())                     # expect: late
del Counter.extra
print(hasattr(a, 'extra'))           # expect: False
a.x, a.y = 1, 2
print(vars(a))                       # expect: {'x': 1, 'y': 2}
a.__dict__['z'] = 3
print(a.z)                           # expect: 3

class Other: pass
a.__class__ = Other
print(type(a).__name__, a.x)         # expect: Other 1
print(Counter)                       # expect: <class '__main__.Counter'>
print(Counter.bump.__qualname__)     # expect: Counter.bump

class Eq:
    def __eq__(self, other):
        return True
try:
    hash(Eq())
except TypeError as error:
    print(error)                     # expect: unhashable type: 'Eq'
