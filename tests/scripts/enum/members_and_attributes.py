import enum
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, auto


class Base(Enum):
    @enum.property
    def first(self):
        return f'first of {self.name}'


class Order(Base):
    first = 1
    second = 2


print(Order.first, Order.second.first, Order['first'], Order(1))


class Number(IntEnum):
    divisor = 1
    numerator = 2


print(Number.numerator, Number.divisor.numerator, Number.numerator.numerator)


class Pair(Enum):
    A = auto(), 'a'
    B = auto(), 'b'
    C = auto()


print([member.value for member in Pair])


class Bad:
    pass


try:
    class Super(IntEnum):
        def __new__(cls, value):
            return super().__new__(cls, value)

        one = 1
except TypeError as e:
    print(str(e)[:30])


@dataclass
class Size:
    size: str
    legs: int


class Creature(Size, Enum):
    DOG = 'medium', 4


print(Creature.DOG)
print(repr(Creature.DOG))


class Maybe(Flag):
    A = 1
    B = 2


print([name for name in dir(Order.second) if name[0] != '_'], list(Maybe))


class Property(property):
    def __get__(self, instance, owner=None):
        return 'of the class' if instance is None else 'of an instance'


class Holder:
    @Property
    def x(self): ...


print(Holder.x, Holder().x)

# expect-stdout:
# Order.first first of second Order.first Order.first
# 2 1 2
# [(1, 'a'), (2, 'b'), 3]
# do not use `super().__new__; c
# Creature.DOG
# <Creature.DOG: size='medium', legs=4>
# ['first', 'name', 'value'] [<Maybe.A: 1>, <Maybe.B: 2>]
# of the class of an instance
