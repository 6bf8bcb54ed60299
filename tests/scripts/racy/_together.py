# What the tests of single steps share: the same work in several threads at once.
import threading

THREADS, EACH = 8, 60
TOTAL = THREADS * EACH


def together(work):
    """Runs work(n) in all threads at once; their results, in order."""
    results = [None] * THREADS

    def run(n):
        results[n] = work(n)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
