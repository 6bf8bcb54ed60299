# One place in the program sees a property, a static and a class method change under it.
from collections import namedtuple


class Point:
    def __init__(self, x):
        self._x = x

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 10

    @staticmethod
    def unit():
        return 'm'

    @classmethod
    def name(cls):
        return cls.__name__


class Sub(Point):
    pass


def read(points):
    return [p.x for p in points]


def write(points, value):
    for p in points:
        p.x = value


def names(things):
    return [(t.unit(), t.name()) for t in things]


points = [Point(1), Sub(2), Point(3)]
print(read(points), read(points))  # expect: [1, 2, 3] [1, 2, 3]
write(points, 4)
print(read(points))  # expect: [40, 40, 40]
print(names(points + [Point, Sub]))
# expect: [('m', 'Point'), ('m', 'Sub'), ('m', 'Point'), ('m', 'Point'), ('m', 'Sub')]

Sub.x = property(lambda self: -self._x)
Sub.unit = staticmethod(lambda: 's')
print(read(points))  # expect: [40, -40, 40]
print(names(points + [Point, Sub])[1:5:3])  # expect: [('s', 'Sub'), ('s', 'Sub')]
try:
    write(points, 5)
except AttributeError as error:
    print('no setter')  # expect: no setter
print(read(points))  # expect: [50, -40, 40]

Point.x = 7
print(read(points))  # expect: [7, -40, 7]
write(points[::2], 8)
print(read(points), Point.x)  # expect: [8, -40, 8] 7
del Point.x, Sub.x
print(read(points[::2]))  # expect: [8, 8]

points[1].__dict__['unit'] = lambda: 'own'
print([p.unit() for p in points])  # expect: ['m', 'own', 'm']


class Hooked:
    @property
    def value(self):
        if self.hidden:
            raise AttributeError('hidden')
        return 'shown'

    def __getattr__(self, name):
        return f'made up {name}'


class Failing:
    @property
    def value(self):
        raise AttributeError('no such luck')


hooked = Hooked()
values = []
for hidden in (False, True, False, True):
    hooked.__dict__['hidden'] = hidden
    values.append(hooked.value)
print(values)  # expect: ['shown', 'made up value', 'shown', 'made up value']
for _ in range(2):
    try:
        Failing().value
    except AttributeError as error:
        print(error)  # expect: no such luck
# expect: no such luck

Pair = namedtuple('Pair', 'a b')
short = tuple.__new__(Pair, (1,))
for pair in (Pair(1, 2), Pair(3, 4), short):
    try:
        print(pair.a, pair.b)
    except IndexError as error:
        print(error)
# expect: 1 2
# expect: 3 4
# expect: tuple index out of range
print(Pair.a.__doc__)  # expect: Alias for field number 0


class Recursive:
    @property
    def depth(self):
        return self.depth


try:
    Recursive().depth
except RecursionError as error:
    print('RecursionError')  # expect: RecursionError
