"""Items handed from one thread to another through a bounded queue.Queue."""
import queue
import threading
from time import perf_counter

N = 20_000


def produce(items):
    for i in range(N):
        items.put(i)
    items.put(None)


def run():
    items = queue.Queue(maxsize=64)
    thread = threading.Thread(target=produce, args=(items,))
    thread.start()
    total = 0
    while (item := items.get()) is not None:
        total += item
    thread.join()
    return total


best = total = None
for _ in range(3):
    start = perf_counter()
    total = run()
    took = perf_counter() - start
    best = took if best is None else min(best, took)
print("CHECK total=%d" % total)
print("RESULT thr_queue %.4f us" % (best / N * 1e6))
