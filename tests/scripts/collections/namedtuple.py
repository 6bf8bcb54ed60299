from collections import namedtuple

Point = namedtuple('Point', ['x', 'y'], defaults=[0])
p = Point(3)
print(p, p.x, p[1])                  # expect: Point(x=3, y=0) 3 0
x, y = p
print(x + y, p == (3, 0))            # expect: 3 True
print(p._replace(y=5), p._asdict())  # expect: Point(x=3, y=5) {'x': 3, 'y': 0}
print(Point._fields, Point._make([7, 8]))  # expect: ('x', 'y') Point(x=7, y=8)
try:
    p.x = 1
except AttributeError as error:
    print(type(error).__name__)      # expect: AttributeError
try:
    namedtuple('Bad', 'class')
except ValueError as error:
    print(error)                     # expect: Type names and field names cannot be a keyword: 'class'
match p:
    case Point(x=3, y=other):
        print(other)                 # expect: 0


class Shifted(namedtuple('Base', 'a b')):
    def total(self):
        return self.a + self.b


print(Shifted(1, 2), Shifted(1, 2).total())  # expect: Shifted(a=1, b=2) 3
