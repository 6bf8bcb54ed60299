# What __anext__(), asend(), athrow() and aclose() return is awaited once, one at a time.
import types


@types.coroutine
def pause(what):
    return (yield what)


async def values():
    try:
        while True:
            got = yield await pause('waits')
            print('got', got)
    except ValueError as error:
        print('caught', repr(error))
        yield 'last'
    finally:
        print('finally')


def step(awaitable, sent=None):
    try:
        return 'yields', awaitable.send(sent)
    except StopIteration as stop:
        return 'value', stop.value
    except (StopAsyncIteration, RuntimeError) as error:
        return type(error).__name__, str(error)


agen = values()
first = agen.__anext__()
print(type(first).__name__, agen.ag_running, step(first))
print(agen.ag_running, step(agen.asend(1)), agen.ag_await is not None)
print(step(first, 'A'), agen.ag_running)
print(step(first))
second = agen.asend('sent')
print(step(second), step(second, 'B'))
third = agen.athrow(ValueError('thrown'))
print(type(third).__name__, step(third))
print(step(third))
closing = agen.aclose()
print(step(closing), step(closing))
print(step(agen.__anext__()), step(agen.aclose()))
# expect-stdout:
# async_generator_asend False ('yields', 'waits')
# True ('RuntimeError', 'anext(): asynchronous generator is already running') True
# ('value', 'A') False
# ('RuntimeError', 'cannot reuse already awaited __anext__()/asend()')
# got sent
# ('yields', 'waits') ('value', 'B')
# caught ValueError('thrown')
# async_generator_athrow ('value', 'last')
# ('RuntimeError', 'cannot reuse already awaited aclose()/athrow()')
# finally
# ('value', None) ('RuntimeError', 'cannot reuse already awaited aclose()/athrow()')
# ('StopAsyncIteration', '') ('value', None)


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


agen = stubborn()
print(step(agen.asend(None)))  # expect: ('value', 1)
print(step(agen.aclose()))  # expect: ('RuntimeError', 'async generator ignored GeneratorExit')
