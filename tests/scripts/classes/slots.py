class Point:
    __slots__ = ('x', 'y', '__hidden')

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.__hidden = x + y

    def total(self):
        return self.__hidden

p = Point(1, 2)
print(p.x, p.y, p.total())   # expect: 1 2 3
try:
    p.z = 3
except AttributeError as error:
    print(error)             # expect: 'Point' object has no attribute 'z' and no __dict__ for setting new attributes
del p.x
try:
    p.x
except AttributeError as error:
    print(error)             # expect: 'Point' object has no attribute 'x'
print(hasattr(p, '__dict__'))  # expect: False
print(Point.x)               # expect: <member 'x' of 'Point' objects>

class Open(Point):
    pass

o = Open(3, 4)
o.z = 5
print(o.z, o.__dict__)       # expect: 5 {'z': 5}

class WithDict:
    __slots__ = ('a', '__dict__')

w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__)            # expect: {'b': 2}
try:
    class Bad(tuple):
        __slots__ = ('x',)
except TypeError as error:
    print(error)             # expect: nonempty __slots__ not supported for subtype of 'tuple'
try:
    class Clash:
        __slots__ = ('x',)
        x = 1
except ValueError as error:
    print(error)             # expect: 'x' in __slots__ conflicts with class variable
