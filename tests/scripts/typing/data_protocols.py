from typing import Protocol, Union, runtime_checkable


@runtime_checkable
class Point(Protocol):
    x: int
    y: int


class Has:
    def __init__(self):
        self.x = self.y = 1


print(isinstance(Has(), Point), isinstance(object(), Point))  # expect: True False
match Has():
    case Point(x=1):
        print('matched')  # expect: matched
try:
    issubclass(Has, Point)
except TypeError as e:
    # expect: Protocols with non-method members don't support issubclass(). Non-method members: 'x', 'y'.
    print(e)

type Number = int | float
type Text = str
print(Union[Number, Text].__args__ == (Number, Text), Number.__module__)  # expect: True __main__
try:
    class Mine(type(Number)):
        pass
except TypeError as e:
    print(e)  # expect: type 'typing.TypeAliasType' is not an acceptable base type
