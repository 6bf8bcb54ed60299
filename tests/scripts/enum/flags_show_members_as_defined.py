import enum
from enum import IntFlag, KEEP


class Access(IntFlag, boundary=KEEP):
    WRITE = 4
    READ = 1
    RUN = 2
    _numeric_repr_ = hex


print(Access(7).name, list(Access(5)))  # expect: WRITE|READ|RUN [<Access.WRITE: 4>, <Access.READ: 1>]
print(repr(Access(0x45)))               # expect: <Access.WRITE|READ|0x40: 69>


# What NAMED_FLAGS finds missing, and the order of a flag's members when it has other names.
@enum.verify(enum.NAMED_FLAGS)
class Negative(enum.Flag):
    RED = 1
    ALL = -1


class Ordered(enum.Flag):
    _order_ = 'ONE TWO DOS FOUR'
    ONE = enum.auto()
    TWO = enum.auto()
    DOS = 2
    FOUR = enum.auto()


print(list(Negative), list(Ordered))  # expect: [<Negative.RED: 1>] [<Ordered.ONE: 1>, <Ordered.TWO: 2>, <Ordered.FOUR: 4>]
try:
    @enum.verify(enum.NAMED_FLAGS)
    class Gaps(enum.Flag):
        A = 1
        B = 7
        C = 13
except ValueError as e:
    print(e)  # expect: invalid Flag 'Gaps': aliases B and C are missing combined values of 0xe [use enum.show_flag_values(value) for details]
