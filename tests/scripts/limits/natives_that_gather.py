# options: --memory-limit 64
# skip: cpython has no such limit
# Builtins that take item after item stop beyond the limit, and leave the program able to go on.
import collections


def slice_assignment():
    x = []
    x[:] = range(10**9)


for gather in (
    lambda: list(range(10**9)),
    lambda: tuple(range(10**9)),
    lambda: set(range(10**9)),
    lambda: sorted(range(10**9)),
    lambda: dict.fromkeys(range(10**9)),
    lambda: dict(zip(range(10**9), range(10**9))),
    lambda: list(enumerate(range(10**9))),
    lambda: collections.deque(range(10**9)),
    lambda: [*range(10**9)],
    lambda: {*range(10**9)},
    lambda: max(*range(10**9)),
    slice_assignment,
):
    try:
        gather()
    except MemoryError:
        print("MemoryError", len(list(range(100_000))))
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
# expect: MemoryError 100000
