# Keys with an __eq__ or __hash__ of their own: hashed once a call, compared while the cache is used.
import functools


@functools.lru_cache(maxsize=10)
def same(x):
    return x


class DoubleEq:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            same(DoubleEq(1))
        return self.x == other.x


same(DoubleEq(1))
same(DoubleEq(2))
print(same(DoubleEq(2)) == DoubleEq(2))   # expect: True


class Counted:
    hashes = 0

    def __hash__(self):
        Counted.hashes += 1
        return 5

    def __eq__(self, other):
        return True


@functools.lru_cache(maxsize=1)
def product(x, y):
    return y * 2


one = Counted()
print(product(one, 1), Counted.hashes, product(one, 1), Counted.hashes)   # expect: 2 1 2 2
print(product(3, 4), product(one, 1), Counted.hashes)   # expect: 8 2 3
print(product.cache_info())   # expect: CacheInfo(hits=1, misses=3, maxsize=1, currsize=1)
product.cache_clear()
print(product.cache_info().currsize, product.cache_parameters())   # expect: 0 {'maxsize': 1, 'typed': False}


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return self.n == other.n


@functools.lru_cache(maxsize=2)
def twice(key):
    return key.n * 2


for n in (1, 3, 1, 5, 1, 3):
    twice(Key(n))
print(twice.cache_info())   # expect: CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)
