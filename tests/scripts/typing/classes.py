from typing import NamedTuple, NewType, Protocol, TypedDict, cast, overload, runtime_checkable


class Employee(NamedTuple):
    name: str
    id: int = 3

    def shout(self):
        return self.name.upper()


e = Employee('guido')
print(e, e.shout(), e.id, Employee._field_defaults)


class Movie(TypedDict, total=False):
    name: str
    year: int


print(Movie(name='x'), Movie.__total__, sorted(Movie.__annotations__))


@runtime_checkable
class Closer(Protocol):
    def close(self): ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closer), isinstance(3, Closer), issubclass(File, Closer))
try:
    Closer()
except TypeError as error:
    print(error)
UserId = NewType('UserId', int)
print(UserId(5) + 1, UserId, cast(int, 'kept'))


@overload
def g(x: int) -> int: ...
def g(x):
    return x


print(g(1))
# expect-stdout:
# Employee(name='guido', id=3) GUIDO 3 {'id': 3}
# {'name': 'x'} False ['name', 'year']
# True False True
# Protocols cannot be instantiated
# 6 __main__.UserId kept
# 1
