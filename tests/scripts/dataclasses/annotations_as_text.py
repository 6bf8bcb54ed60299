from __future__ import annotations

import dataclasses
import typing
import typing as t
from abc import ABC, abstractmethod
from dataclasses import InitVar, dataclass, field
from typing import ClassVar as CV


@dataclass
class C:
    a: int
    b: CV[int] = 1
    c: t.ClassVar = 2
    d: typing.ClassVar[str] = 'd'
    e: InitVar[int] = 3
    f: notexisting.ClassVar[int] = 4

    def __post_init__(self, e):
        self.seen = e


print([f.name for f in dataclasses.fields(C)], C(0).seen, C(0))
print(typing.get_type_hints(dataclass(type('D', (), {'__annotations__': {'x': 'int'}})).__init__))


class Base(ABC):
    @property
    @abstractmethod
    def x(self): ...


@dataclass
class Made(Base):
    x: int = 1


print(Made().x)


@dataclass
class Own:
    x: int

    def __init__(self):
        self.x = 6


print(Own().x, dataclasses.MISSING.__class__.__name__)
try:
    dataclasses.make_dataclass('K', ['a', 'for'])
except TypeError as e:
    print(e)
f = field(default=1)
f.type = f
print('type=...' in repr(f))

# expect-stdout:
# ['a', 'f'] 3 C(a=0, f=4)
# {'x': <class 'int'>, 'return': <class 'NoneType'>}
# 1
# 6 _MISSING_TYPE
# Field names must not be keywords: 'for'
# True
