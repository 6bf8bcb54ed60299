from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def loud(self):
        return self.name + '!'


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value)  # expect: Color.RED <Color.RED: 1> RED 1
print(list(Color), len(Color), Color.CRIMSON is Color.RED)  # expect: [<Color.RED: 1>, <Color.GREEN: 2>] 2 True
print(Color(2), Color['GREEN'], Color.GREEN.loud(), f'{Color.RED:>12}')  # expect: Color.GREEN Color.GREEN GREEN!    Color.RED
print(Color.RED == Color.RED, Color.RED == 1, Color.RED in Color, 2 in Color, 9 in Color)  # expect: True False True True False
print({Color.RED: 'x'}[Color.CRIMSON], isinstance(Color.RED, Color), type(Color.RED))  # expect: x True <enum 'Color'>
print(dict(Color.__members__), Color)  # expect: {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'CRIMSON': <Color.RED: 1>} <enum 'Color'>
try:
    Color(7)
except ValueError as error:
    print(error)  # expect: 7 is not a valid Color
try:
    Color.RED = 3
except AttributeError as error:
    print(error)  # expect: cannot reassign member 'RED'
try:
    class More(Color):
        BLUE = 3
except TypeError as error:
    print(error)  # expect: <enum 'More'> cannot extend <enum 'Color'>


class Day(Enum):
    MON = auto()
    TUE = auto()


print([d.value for d in Day], Day.MON.value < Day.TUE.value)  # expect: [1, 2] True
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)  # expect: duplicate values found in <enum 'Twice'>: B -> A
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.__module__)  # expect: [<Animal.CAT: 1>, <Animal.DOG: 2>] __main__
