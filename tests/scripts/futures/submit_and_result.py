from concurrent.futures import ThreadPoolExecutor


def work(n):
    if n == 3:
        raise ValueError('three')
    return n * n


with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(work, n) for n in range(5)]
    print([f.result() for f in futures if f.exception() is None])  # expect: [0, 1, 4, 16]
    print(repr(futures[3].exception()))                            # expect: ValueError('three')
    print(list(pool.map(work, [1, 2], timeout=10)))                # expect: [1, 4]
    print(list(pool.map(max, [1, 5], [3, 4])))                     # expect: [3, 5]
    try:
        list(pool.map(work, [3]))
    except ValueError as error:
        print(error)                                               # expect: three
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)                       # expect: cannot schedule new futures after shutdown
