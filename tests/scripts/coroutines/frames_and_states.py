# cr_frame, cr_await and what inspect says of a coroutine.
import inspect
import types


@types.coroutine
def pause():
    yield 'paused'


async def inner():
    await pause()


async def outer(x):
    await inner()


c = outer(5)
print(inspect.getcoroutinestate(c), c.cr_await)  # expect: CORO_CREATED None
print(c.send(None))  # expect: paused
print(inspect.getcoroutinestate(c), c.cr_await.__qualname__)  # expect: CORO_SUSPENDED inner
print(inspect.getcoroutinelocals(c), c.cr_frame.f_lineno)  # expect: {'x': 5} 16
print(c.cr_await.cr_await.gi_code.co_name)  # expect: pause
c.close()
print(inspect.getcoroutinestate(c), c.cr_frame)  # expect: CORO_CLOSED None
print(inspect.isawaitable(pause()), pause.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE)  # expect: True 256


def plain():
    yield from inner_coroutine


inner_coroutine = inner()
try:
    list(plain())
except TypeError as error:
    print(error)  # expect: cannot 'yield from' a coroutine object in a non-coroutine generator
inner_coroutine.close()


class Wrong:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        return self.result


async def wait(x):
    await x


for result in pause(), 5:
    try:
        wait(Wrong(result)).send(None)
    except TypeError as error:
        print(error)
# expect-stdout:
# __await__() returned a coroutine
# __await__() returned non-iterator of type 'int'
