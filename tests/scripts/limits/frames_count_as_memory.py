# The frames of a deep recursion count as memory.
# options: --memory-limit 100
# skip: cpython has no such limit
import sys

sys.setrecursionlimit(10**9)


def recurse(n):
    return recurse(n + 1) + 1


for _ in range(2):
    try:
        recurse(0)
    except MemoryError:
        print('MemoryError')
# expect-stdout:
# MemoryError
# MemoryError
