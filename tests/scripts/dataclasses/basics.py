from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)


p = Point(1)
print(p, p == Point(1, 0), p != Point(2))  # expect: Point(x=1, y=0, tags=[]) True True
p.tags.append('a')
print(p.tags, Point(1).tags, p == Point(1))  # expect: ['a'] [] True
print([f.name for f in fields(p)], asdict(p), astuple(p))  # expect: ['x', 'y', 'tags'] {'x': 1, 'y': 0, 'tags': ['a']} (1, 0, ['a'])
print(replace(p, y=5), Point.__match_args__, Point.__hash__)  # expect: Point(x=1, y=5, tags=['a']) ('x', 'y', 'tags') None
try:
    Point()
except TypeError as error:
    print(error)  # expect: Point.__init__() missing 1 required positional argument: 'x'


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0


v = Version(1, 2)
print(v < Version(1, 3), sorted([Version(2), v]), {v: 'ok'}[Version(1, 2)])  # expect: True [Version(major=1, minor=2), Version(major=2, minor=0)] ok
try:
    v.major = 3
except FrozenInstanceError as error:
    print(error)  # expect: cannot assign to field 'major'


@dataclass
class Named(Point):
    name: str = 'n'

    def __post_init__(self):
        self.length = len(self.name)


print(Named(1, 2), Named(1, name='abc').length)  # expect: Named(x=1, y=2, tags=[], name='n') 3
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)  # expect: mutable default <class 'list'> for field items is not allowed: use default_factory
try:
    @dataclass
    class Order:
        a: int = 0
        b: int
except TypeError as error:
    print(error)  # expect: non-default argument 'b' follows default argument 'a'
match Version(3, 4):
    case Version(3, minor):
        print(minor)  # expect: 4
