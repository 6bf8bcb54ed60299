import threading
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION,
                                ThreadPoolExecutor, as_completed, wait)

gate = threading.Event()


def fail():
    raise KeyError('k')


with ThreadPoolExecutor() as pool:
    futures = {pool.submit(pow, n, 2): n for n in range(5)}
    print(sorted(f.result() for f in as_completed(futures)))   # expect: [0, 1, 4, 9, 16]
    quick, slow = pool.submit(int), pool.submit(gate.wait)
    done, pending = wait([quick, slow], return_when=FIRST_COMPLETED)
    print(done == {quick}, pending == {slow})                  # expect: True True
    done, pending = wait([slow, pool.submit(fail)], return_when=FIRST_EXCEPTION)
    print(len(done), len(pending))                             # expect: 1 1
    try:
        list(as_completed([quick, slow], timeout=0.01))
    except TimeoutError as error:
        print(error)                                           # expect: 1 (of 2) futures unfinished
    try:
        slow.result(timeout=0.01)
    except TimeoutError as error:
        print(repr(error))                                     # expect: TimeoutError()
    gate.set()
    print(wait([quick, slow], return_when=ALL_COMPLETED).not_done)  # expect: set()
