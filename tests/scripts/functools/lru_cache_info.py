import functools


@functools.lru_cache(maxsize=2)
def double(x):
    return 2 * x


for x in (1, 2, 1, 3, 2):
    double(x)
print(double.cache_info())        # expect: CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
print(double.cache_parameters())  # expect: {'maxsize': 2, 'typed': False}
double.cache_clear()
print(double.cache_info().misses) # expect: 0


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80))                    # expect: 23416728348467685
