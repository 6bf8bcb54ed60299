import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, '__dict__'))  # expect: Slotted(a=1, b=2) ('a', 'b') False


@dataclass
class Options:
    count: ClassVar[int] = 0
    name: str
    _: KW_ONLY
    size: int = 1
    scale: InitVar[int] = 2
    area: int = field(init=False, repr=False)

    def __post_init__(self, scale):
        self.area = self.size * scale


o = Options('x', size=3)
print(o, o.area, [f.name for f in dataclasses.fields(Options)])  # expect: Options(name='x', size=3) 6 ['name', 'size', 'area']
print(dataclasses.is_dataclass(Options), dataclasses.is_dataclass(5), dataclasses.is_dataclass(o))  # expect: True False True


@dataclass
class Tree:
    children: list = field(default_factory=list)
    parent: 'Tree' = None


t = Tree()
t.children.append(t)
print(t)  # expect: Tree(children=[...], parent=None)


@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: str = field(hash=False)


print(hash(Key(1, 'x')) == hash(Key(1, 'y')), Key(1, 'x') == Key(1, 'y'))  # expect: True False
Made = dataclasses.make_dataclass('Made', ['a', ('b', int), ('c', int, 5)])
print(Made(1, 2), Made.__module__)  # expect: Made(a=1, b=2, c=5) __main__
nested = Tree([Tree([1])])
print(dataclasses.asdict(nested))  # expect: {'children': [{'children': [1], 'parent': None}], 'parent': None}
