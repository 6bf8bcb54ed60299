from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW, repr(Level.LOW), Level.LOW < Level.HIGH, Level.HIGH + 1, f'{Level.LOW}')  # expect: 1 <Level.LOW: 1> True 11 1


class Name(StrEnum):
    FIRST = auto()
    LAST = 'surname'


print(Name.FIRST, Name.LAST.upper(), repr(Name.FIRST), Name('surname') is Name.LAST)  # expect: first SURNAME <Name.FIRST: 'first'> True


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.RW & Perm.W, ~Perm.R, Perm.R ^ Perm.R)  # expect: Perm.RW <Perm.R|X: 5> Perm.W Perm.W|X Perm(0)
print(list(Perm), list(Perm.RW), Perm.R in Perm.RW, bool(Perm(0)), len(Perm.RW))  # expect: [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] [<Perm.R: 1>, <Perm.W: 2>] True False 2
try:
    Perm(8)
except ValueError as error:
    print(str(error).splitlines())  # expect: ["<flag 'Perm'> invalid value 8", '    given 0b0 1000', '  allowed 0b0 0111']


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | 2, repr(Bits.A | Bits.B), repr(Bits(9)), Bits.A + 1)  # expect: 3 <Bits.A|B: 3> <Bits.A|8: 9> 2


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 2)


print(Planet.EARTH.mass, Planet.MARS.ratio, Planet.EARTH)  # expect: 5.97 0.19 Planet.EARTH


class Coded(bytes, Enum):
    def __new__(cls, value, label):
        self = bytes.__new__(cls, [value])
        self._value_ = value
        self.label = label
        return self

    ONE = (1, 'one')


print(Coded.ONE.label, Coded(1) is Coded.ONE, Coded.ONE[0])  # expect: one True 1


class Lenient(Enum):
    YES = 'yes'

    @classmethod
    def _missing_(cls, value):
        return cls.YES if value == 'ja' else None


print(Lenient('ja'))  # expect: Lenient.YES


class State(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    IDLE = auto()
    BUSY = auto()


match State.BUSY:
    case State.IDLE:
        print('idle')
    case State.BUSY:
        print('busy', State.BUSY.value)  # expect: busy busy
