"""The same count in one thread and in two."""
import threading
from time import perf_counter

N = 2_000_000


def count():
    n = 0
    while n < N:
        n += 1


def serial():
    count()
    count()


def parallel():
    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def timed(function):
    best = None
    for _ in range(3):
        start = perf_counter()
        function()
        took = perf_counter() - start
        best = took if best is None else min(best, took)
    return best


one = timed(serial)
two = timed(parallel)
print("INFO speedup %.3f x" % (one / two))
print("RESULT thr_speedup %.6f s" % two)
