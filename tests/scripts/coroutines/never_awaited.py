# A coroutine that nobody awaits is told of when it is lost.
import gc
import warnings


async def work():
    return 1


async def values():
    yield 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    work()
    gc.collect()
    lost = [work()]
    lost.clear()
    gc.collect()
    closed = work()
    closed.close()
    del closed
    agen = values()
    agen.asend(None)
    agen.aclose()
    gc.collect()
for message in sorted(str(w.message) for w in caught):
    print(message)
print({w.category.__name__ for w in caught})
# expect-stdout:
# coroutine 'work' was never awaited
# coroutine 'work' was never awaited
# coroutine method 'aclose' of 'values' was never awaited
# coroutine method 'asend' of 'values' was never awaited
# {'RuntimeWarning'}
