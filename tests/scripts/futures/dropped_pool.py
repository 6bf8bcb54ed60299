# The threads of a pool that nobody refers to any more end.
from concurrent.futures import ThreadPoolExecutor, as_completed
import threading


def use():
    executor = ThreadPoolExecutor(max_workers=3)
    results = executor.map(abs, range(-3, 3))
    return results, list(executor._threads)


results, threads = use()
print(list(results))  # expect: [3, 2, 1, 0, 1, 2]
for thread in threads:
    thread.join()
print(any(thread.is_alive() for thread in threads), threading.active_count())  # expect: False 1
with ThreadPoolExecutor(2) as executor:
    submitted = [executor.submit(pow, n, 2) for n in range(4)]
    print(sorted(future.result() for future in as_completed(submitted)))  # expect: [0, 1, 4, 9]
    print(sorted(future.result() for future in as_completed(submitted + submitted)))  # expect: [0, 1, 4, 9]
