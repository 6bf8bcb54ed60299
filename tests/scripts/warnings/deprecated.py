# What warnings.deprecated() makes of classes, functions and coroutine functions.
import asyncio
import inspect
import warnings

warnings.simplefilter('always')


@warnings.deprecated('made by __new__')
class Made:
    def __new__(cls, x):
        return super().__new__(cls)


@warnings.deprecated('plain')
class Plain:
    def __init_subclass__(cls, **options):
        print('subclass', cls.__name__, options)


@warnings.deprecated('slow')
async def slow():
    return 1


@warnings.deprecated('quiet', category=None)
def quiet():
    return 2


def told(function):
    with warnings.catch_warnings(record=True) as seen:
        try:
            result = type(function()).__name__
        except TypeError as e:
            result = str(e)
    print(result, [str(each.message) for each in seen])


told(lambda: Made(1))
told(lambda: Plain())
told(lambda: Plain(1))
told(lambda: type('Below', (Plain,), {}))
told(lambda: asyncio.run(slow()))
told(quiet)
told(lambda: warnings.deprecated('x')(5))
print(inspect.iscoroutinefunction(slow), Plain.__deprecated__, quiet.__deprecated__)
# expect-stdout:
# Made ['made by __new__']
# Plain ['plain']
# Plain() takes no arguments ['plain']
# subclass Below {}
# type ['plain']
# int ['slow']
# int []
# @deprecated decorator with non-None category must be applied to a class or callable, not 5 []
# True plain quiet
