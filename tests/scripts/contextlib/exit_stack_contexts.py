# Exceptions out of the callbacks of a stack are linked as nested with blocks would link them.
from contextlib import AsyncExitStack, ExitStack, contextmanager


@contextmanager
def replaces(error):
    try:
        yield
    finally:
        raise error


def chain(error):
    shown = []
    while error is not None:
        shown.append(error.args[0])
        error = error.__context__
    return shown


try:
    with ExitStack() as stack:
        for n in 4, 3, 2:
            stack.enter_context(replaces(Exception(n)))
        raise Exception(1)
except Exception as error:
    print(chain(error))  # expect: [4, 3, 2, 1]


async def asynchronous():
    async with AsyncExitStack() as stack:
        for n in 4, 3, 2:
            stack.enter_context(replaces(Exception(n)))
        raise Exception(1)


try:
    asynchronous().send(None)
except Exception as error:
    print(chain(error))  # expect: [4, 3, 2, 1]
