# /// scenario
# title = { en = "Primes on all cores", zh = "用上所有核心数素数" }
# about = { en = "Run it under parallel, then under gil: only without the GIL do more threads help.", zh = "先用 parallel 运行，再用 gil：没有 GIL，多线程才真正变快。" }
# chapter = "gil"
# order = 310
# ///
import threading
import time


def count_primes(start, stop, results, index):
    found = 0
    for n in range(start, stop):
        if n < 2:
            continue
        divisor = 2
        while divisor * divisor <= n and n % divisor:
            divisor += 1
        found += divisor * divisor > n
    results[index] = found


def measure(workers, limit=200_000):
    results = [0] * workers
    # Unequal ranges that cost about the same 区间不等，但耗时相近
    edges = [int(limit * (i / workers) ** (2 / 3)) for i in range(workers + 1)]
    threads = [
        threading.Thread(target=count_primes, args=(edges[i], edges[i + 1], results, i))
        for i in range(workers)
    ]
    start = time.perf_counter()
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return sum(results), time.perf_counter() - start


primes, alone = measure(1)
print(f'1 thread  线程: {primes} primes 个素数, {alone:.2f} s')
for workers in (2, 4):
    primes, together = measure(workers)
    print(f'{workers} threads 线程: {primes} primes 个素数, {together:.2f} s, {alone / together:.1f} x')
