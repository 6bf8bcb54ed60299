"""A while loop over small integers, in a function."""
from time import perf_counter

N = 3_000_000


def loop():
    total = 0
    i = 0
    while i < N:
        total += i & 7
        i += 1
    return total


best = total = None
for _ in range(3):
    start = perf_counter()
    total = loop()
    took = perf_counter() - start
    best = took if best is None else min(best, took)
print("CHECK total=%d" % total)
print("RESULT cpu_loop %.6f s" % best)
