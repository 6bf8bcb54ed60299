# An iterator may be asked for an item while it is busy with another one.
from itertools import pairwise, takewhile, tee, zip_longest

numbers = iter(range(20))
inner = []


def twice(x):
    if x < 3:
        inner.append(next(doubled))
    return 2 * x


doubled = map(twice, numbers)
print(next(doubled), next(doubled), inner)   # expect: 0 8 [6, 4, 2]


class Source:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            print('inner', next(pairs))
        return self.n


pairs = pairwise(Source())
print('outer', next(pairs))
# expect-stdout:
# inner (1, 3)
# outer (1, 3)


class Asks:
    def __iter__(self):
        return self

    def __next__(self):
        return next(second)


first, second = tee(Asks())
try:
    next(first)
except RuntimeError as e:
    print(type(e).__name__)   # expect: RuntimeError


def upto(x):
    if x == 1:
        print('rest', list(small))
    return x < 5


small = takewhile(upto, iter(range(10)))
print(list(small))
# expect-stdout:
# rest [2, 3, 4]
# [0, 1]
