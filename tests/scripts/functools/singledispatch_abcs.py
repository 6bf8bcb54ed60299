# An abstract base class of the registry stands where an explicit base would (PEP 443).
import collections.abc
import functools
import typing


@functools.singledispatch
def kind(x):
    return 'object'


@kind.register
def _(x: collections.abc.Sized):
    return 'sized'


@kind.register
def _(x: int | float):
    return 'number'


@kind.register(collections.abc.MutableMapping)
def _(x):
    return 'mapping'


class Sized:
    def __len__(self):
        return 1


print(kind(Sized()), kind({}), kind([]), kind(2), kind(2.5), kind(None))   # expect: sized mapping sized number number object
kind.register(list, lambda x: 'list')
print(kind([]), kind.dispatch(list) is kind.registry[list])   # expect: list True


class Late:
    pass


print(kind(Late()))   # expect: object
collections.abc.Sized.register(Late)
print(kind(Late()))   # expect: sized


@functools.singledispatch
def ambiguous(x):
    pass


class Virtual:
    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False


ambiguous.register(collections.abc.Iterable, lambda x: 1)
ambiguous.register(collections.abc.Container, lambda x: 2)
try:
    ambiguous(Virtual())
except RuntimeError as e:
    print(str(e).startswith('Ambiguous dispatch: <class'))   # expect: True

for wrong in (3, lambda x: x):
    try:
        kind.register(wrong)
    except TypeError as e:
        print(str(e).split(':')[0])   # expect: Invalid first argument to `register()`
# expect-stdout:
# Invalid first argument to `register()`
try:
    @kind.register
    def _(x: typing.List[int]):
        pass
except TypeError as e:
    print(e)   # expect: Invalid annotation for 'x'. typing.List[int] is not a class.
try:
    kind()
except TypeError as e:
    print(e)   # expect: kind requires at least 1 positional argument


class Shape:
    @functools.singledispatchmethod
    @classmethod
    def made(cls, x):
        return cls.__name__, 'default'

    @made.register
    @classmethod
    def _(cls, x: int):
        return cls.__name__, 'int'


print(Shape.made('a'), Shape.made(1))   # expect: ('Shape', 'default') ('Shape', 'int')
