from itertools import chain, count, islice, repeat, starmap


class Named(chain):
    def __init__(self, *iterables, name=None):
        self.name = name


both = Named('ab', iter('c'), name='letters')
print(type(both).__name__, both.name, list(both))   # expect: Named letters ['a', 'b', 'c']


class Doubled(map):
    def __next__(self):
        return 2 * super().__next__()


print(list(Doubled(abs, [-1, -2])), [x for x in Doubled(abs, [-3])])   # expect: [2, 4] [6]
print(next(Doubled(int, '12')))   # expect: 2


class Counter(count):
    pass


print(repr(Counter(3)), list(islice(Counter(3, 2), 3)))   # expect: Counter(3) [3, 5, 7]
for make in (lambda: chain('a', key=1), lambda: map(abs, [], key=1), lambda: starmap(pow, [], x=1),
             lambda: map(abs), lambda: islice([1]), lambda: repeat()):
    try:
        make()
    except TypeError as e:
        print(type(e).__name__)   # expect: TypeError
# expect-stdout:
# TypeError
# TypeError
# TypeError
# TypeError
# TypeError
try:
    chain(key=1)
except TypeError as e:
    print(e)   # expect: chain() takes no keyword arguments
try:
    map(abs)
except TypeError as e:
    print(e)   # expect: map() must have at least two arguments.
try:
    islice([1], -1)
except ValueError as e:
    print(e)   # expect: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
