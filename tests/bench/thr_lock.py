"""An uncontended `with lock`, less the empty loop."""
import threading
from time import perf_counter

N = 300_000
lock = threading.Lock()


def empty():
    for _ in range(N):
        pass


def locked():
    for _ in range(N):
        with lock:
            pass


def timed(function):
    best = None
    for _ in range(3):
        start = perf_counter()
        function()
        took = perf_counter() - start
        best = took if best is None else min(best, took)
    return best


print("RESULT thr_lock %.4f us" % ((timed(locked) - timed(empty)) / N * 1e6))
