"""Threads created, started and joined one after the other."""
import threading
from time import perf_counter

N = 2000


def nothing():
    pass


def run():
    for _ in range(N):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()


best = None
for _ in range(3):
    start = perf_counter()
    run()
    took = perf_counter() - start
    best = took if best is None else min(best, took)
print("RESULT thr_start %.3f us" % (best / N * 1e6))
