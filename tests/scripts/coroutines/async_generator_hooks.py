# sys.set_asyncgen_hooks: a thread's functions for the first step and for the end.
import gc
import sys


async def values():
    try:
        yield 1
    finally:
        print('closed')


def run(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


def first(agen):
    print('first', agen.__name__)


def last(agen):
    print('last', agen.__name__)
    run(agen.aclose())


old = sys.get_asyncgen_hooks()
print(old)  # expect: asyncgen_hooks(firstiter=None, finalizer=None)
sys.set_asyncgen_hooks(firstiter=first, finalizer=last)
agen = values()
print(run(agen.__anext__()))
agen = None
gc.collect()
# expect-stdout:
# first values
# 1
# last values
# closed
sys.set_asyncgen_hooks(*old)
try:
    sys.set_asyncgen_hooks(firstiter=1)
except TypeError as error:
    print(error)  # expect: callable firstiter expected, got int
