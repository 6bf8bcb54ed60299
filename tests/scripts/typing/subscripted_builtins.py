import contextvars
import functools
import pickle
import types
import weakref
from dataclasses import Field
from typing import Any, Generic, List, NamedTuple, ParamSpec, TypeVar, TypeVarTuple, Union

print(weakref.ref[int], types.MappingProxyType[str, int], types.GeneratorType[int, None, None])
print(types.CoroutineType[Any, Any, int], types.AsyncGeneratorType[int, None])
print(functools.partialmethod[int], Field[int], contextvars.Token[int].__args__)

alias = list[int]
print(alias.__getitem__ is list.__getitem__, alias.__origin__, alias.append, alias.__class__)
starred, = tuple[int, str]
print(starred, starred.__unpacked__, starred == tuple[int, str],
      starred.__typing_unpacked_tuple_args__, pickle.loads(pickle.dumps(starred)))

T = TypeVar('T')
print(T.__module__, ParamSpec('P').__module__, TypeVarTuple('Ts').__module__)
print(pickle.loads(pickle.dumps(T)) is T, pickle.loads(pickle.dumps(list[T])))


class Pair(NamedTuple, Generic[T]):
    first: T
    second: int = 3


class Box[U](NamedTuple):
    content: U


print(Pair(1), Pair[str]('a', 2), Pair[str], Pair.__mro__)
print(Box(1), Box[int](2), Box.__type_params__, Box.__parameters__)

# What is no class makes a union of typing.
print(int | T, T | int, int | List[int], list[T] | None, int | Any)
union = int | list[T]
print(union[str], union.__parameters__, (int | T)[Union[str, bytes]])
for wrong in (lambda: union[int, str], lambda: (int | str)[int], lambda: int | 'str',
              lambda: isinstance('a', int | list[int])):
    try:
        wrong()
    except TypeError as e:
        print(e)
print(isinstance(1, int | list[int]), issubclass(bool, str | int))

# expect-stdout:
# weakref.ReferenceType[int] mappingproxy[str, int] generator[int, None, None]
# coroutine[typing.Any, typing.Any, int] async_generator[int, None]
# functools.partialmethod[int] dataclasses.Field[int] (<class 'int'>,)
# True <class 'list'> <method 'append' of 'list' objects> <class 'types.GenericAlias'>
# *tuple[int, str] True False (<class 'int'>, <class 'str'>) *tuple[int, str]
# __main__ __main__ __main__
# True list[~T]
# Pair(first=1, second=3) Pair(first='a', second=2) __main__.Pair[str] (<class '__main__.Pair'>, <class 'tuple'>, <class 'typing.Generic'>, <class 'object'>)
# Box(content=1) Box(content=2) (U,) (U,)
# typing.Union[int, ~T] typing.Union[~T, int] typing.Union[int, typing.List[int]] list[~T] | None int | typing.Any
# int | list[str] (~T,) typing.Union[int, str, bytes]
# Too many arguments for int | list[~T]; actual 2, expected 1
# int | str is not a generic class
# unsupported operand type(s) for |: 'type' and 'str'
# isinstance() argument 2 cannot be a parameterized generic
# True True
