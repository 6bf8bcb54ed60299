from typing import (Annotated, Any, Callable, ClassVar, Dict, Generic, List, Literal, Optional,
                    Tuple, TypeVar, Union, get_args, get_origin, get_type_hints)

T = TypeVar('T')
print(List[int], Dict[str, Any], Optional[int], Union[int, str, None], Union[int, int])
print(Callable[[int, str], bool], Callable[..., int], Tuple[int, ...], Literal[1, 'a'])
print(ClassVar[int], Annotated[int, 'x'], List[T][int], T)
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]))
print(Union[int, str] == Union[str, int], int | None, Optional[int] | str)


class Stack(Generic[T]):
    def push(self, x: T) -> None:
        self.x = x


s = Stack[int]()
s.push(3)
print(s.x, Stack[int], Stack.__parameters__)
try:
    Stack[int, str]
except TypeError as error:
    print(error)


def f(a: int, b: 'List[str]' = None) -> None:
    pass


print(get_type_hints(f))


def first[K](items: list[K]) -> K:
    return items[0]


print(first([1]), first.__type_params__)


class Box[V]:
    pass


print(Box[int], Box.__type_params__)
type Pair[A] = tuple[A, A]
print(Pair, Pair.__value__)
# expect-stdout:
# typing.List[int] typing.Dict[str, typing.Any] typing.Optional[int] typing.Union[int, str, NoneType] <class 'int'>
# typing.Callable[[int, str], bool] typing.Callable[..., int] typing.Tuple[int, ...] typing.Literal[1, 'a']
# typing.ClassVar[int] typing.Annotated[int, 'x'] typing.List[int] ~T
# <class 'list'> (<class 'str'>, <class 'int'>) ([<class 'int'>], <class 'str'>)
# True int | None typing.Union[int, NoneType, str]
# 3 __main__.Stack[int] (~T,)
# Too many arguments for <class '__main__.Stack'>; actual 2, expected 1
# {'a': <class 'int'>, 'b': typing.List[str], 'return': <class 'NoneType'>}
# 1 (K,)
# __main__.Box[int] (V,)
# Pair tuple[A, A]
