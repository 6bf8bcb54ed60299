# What type parameters stand for once a generic is given arguments.
import collections.abc
import typing
from typing import (Annotated, Callable, ClassVar, Concatenate, Generator, Generic, List, Literal,
                    NamedTuple, NewType, Optional, ParamSpec, Pattern, Protocol, Tuple, TypedDict,
                    TypeVar, TypeVarTuple, Union, Unpack, get_type_hints, no_type_check,
                    runtime_checkable)

T = TypeVar('T')
S = TypeVar('S')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
D = TypeVar('D', default=int)


class Array(Generic[*Ts]):
    pass


class Job(Generic[P, T]):
    pass


class One(Generic[P]):
    pass


class WithDefault(Generic[T, D]):
    pass


class Pair(NamedTuple, Generic[T]):
    first: T
    second: int = 0


def show(*forms):
    for form in forms:
        print(str(form).replace('__main__.', ''), form.__args__, form.__parameters__)


show(Array[int, str], Array[()], Array[T, *Ts][int, str, bytes], Array[*tuple[int, ...]],
     Tuple[T, Unpack[Ts], S][int, bytes, bool, str], tuple[*Ts][int, str],
     Array[T, *Ts, S][int, *tuple[str, ...], bool])
show(Job[[int, str], bool], One[int, str], One[[int]], One[...], Job[P, int][[str, bytes]],
     Callable[P, T][[int, str], bool], Callable[Concatenate[int, P], T][[str], bool],
     collections.abc.Callable[P, T][[int], str], collections.abc.Callable[[T, S], T][int, str])
show(WithDefault[str], WithDefault[str, bytes], Generator[int], Optional[T][str], Union[T, S][int, str],
     Annotated[T, 'a'][Annotated[int, 'b']], List[Pattern[T]][str], Pair[int])
for wrong in (lambda: Array[int][str], lambda: Job[int], lambda: Tuple[T, S][int],
              lambda: Union[T, int][Unpack[Ts]], lambda: List[ClassVar[int]], lambda: List[Union],
              lambda: Generic[T][int], lambda: Callable[int, str], lambda: List[Generic],
              lambda: type('X', (NewType('Id', int),), {})):
    try:
        print('no error', wrong())
    except TypeError as e:
        print(type(e).__name__)

print(Literal[1, True, 1, 'a'], Literal[[], []].__args__, Literal[int], Annotated[Annotated[int, 1], 2])
print(T.__module__, Ts.__module__, typing.NoDefault, type(typing.NoDefault)() is typing.NoDefault,
      List.__name__, List[int].__name__, Union[int, str].__name__)


@no_type_check
class Untyped:
    def method(self, x: 'not a type'):
        pass


print(get_type_hints(Untyped.method))


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


class Open:
    close = None


class Closed:
    def close(self): ...


print(isinstance(Open(), Closable), isinstance(Closed(), Closable), issubclass(Closed, Closable))


class Options(TypedDict, total=False):
    size: 'int'
    name: typing.ReadOnly[str]


class Changed(Options):
    name: str


print(get_type_hints(Options), sorted(Changed.__mutable_keys__), Options.__orig_bases__ == (TypedDict,))
# expect-stdout:
# Array[int, str] (<class 'int'>, <class 'str'>) ()
# Array[()] () ()
# Array[int, str, bytes] (<class 'int'>, <class 'str'>, <class 'bytes'>) ()
# Array[*tuple[int, ...]] (*tuple[int, ...],) ()
# typing.Tuple[int, bytes, bool, str] (<class 'int'>, <class 'bytes'>, <class 'bool'>, <class 'str'>) ()
# tuple[int, str] (<class 'int'>, <class 'str'>) ()
# Array[int, *tuple[str, ...], bool] (<class 'int'>, *tuple[str, ...], <class 'bool'>) ()
# Job[[int, str], bool] ((<class 'int'>, <class 'str'>), <class 'bool'>) ()
# One[[int, str]] ((<class 'int'>, <class 'str'>),) ()
# One[[int]] ((<class 'int'>,),) ()
# One[...] (Ellipsis,) ()
# Job[[str, bytes], int] ((<class 'str'>, <class 'bytes'>), <class 'int'>) ()
# typing.Callable[[int, str], bool] (<class 'int'>, <class 'str'>, <class 'bool'>) ()
# typing.Callable[[int, str], bool] (<class 'int'>, <class 'str'>, <class 'bool'>) ()
# collections.abc.Callable[[int], str] (<class 'int'>, <class 'str'>) ()
# collections.abc.Callable[[int, str], int] (<class 'int'>, <class 'str'>, <class 'int'>) ()
# WithDefault[str, int] (<class 'str'>, <class 'int'>) ()
# WithDefault[str, bytes] (<class 'str'>, <class 'bytes'>) ()
# typing.Generator[int, NoneType, NoneType] (<class 'int'>, <class 'NoneType'>, <class 'NoneType'>) ()
# typing.Optional[str] (<class 'str'>, <class 'NoneType'>) ()
# typing.Union[int, str] (<class 'int'>, <class 'str'>) ()
# typing.Annotated[int, 'b', 'a'] (<class 'int'>,) ()
# typing.List[typing.Pattern[str]] (typing.Pattern[str],) ()
# Pair[int] (<class 'int'>,) ()
# TypeError
# TypeError
# TypeError
# TypeError
# TypeError
# TypeError
# TypeError
# no error typing.Callable[[int], str]
# TypeError
# TypeError
# typing.Literal[1, True, 'a'] ([], []) typing.Literal[int] typing.Annotated[int, 1, 2]
# __main__ __main__ typing.NoDefault True List List Union
# {}
# False True True
# {'size': <class 'int'>, 'name': <class 'str'>} ['name', 'size'] True
