# Every iterator of itertools and of the builtins is an instance of its own type, whatever it
# iterates over.
import itertools


def items():
    yield 1
    yield 2


for make in (itertools.accumulate, itertools.chain, itertools.cycle, itertools.pairwise,
             itertools.groupby, itertools.permutations, itertools.product,
             itertools.zip_longest, zip, enumerate):
    for source in ([1, 2], items()):
        it = make(source)
        print(type(it) is make, isinstance(it, make), iter(it) is it, type(it).__module__, end=' ')
    print(make.__name__)

# expect-stdout:
# True True True itertools True True True itertools accumulate
# True True True itertools True True True itertools chain
# True True True itertools True True True itertools cycle
# True True True itertools True True True itertools pairwise
# True True True itertools True True True itertools groupby
# True True True itertools True True True itertools permutations
# True True True itertools True True True itertools product
# True True True itertools True True True itertools zip_longest
# True True True builtins True True True builtins zip
# True True True builtins True True True builtins enumerate

for make in (map, filter, itertools.filterfalse, itertools.starmap, itertools.takewhile,
             itertools.dropwhile):
    it = make(len, items())
    print(type(it) is make, iter(it) is it)   # expect: True True
# expect-stdout:
# True True
# True True
# True True
# True True
# True True
print(type(itertools.islice(items(), 1)).__name__, type(iter(int, 1)).__name__)  # expect: islice callable_iterator
print(type(reversed('ab')).__name__, type(itertools.tee(items())[0]).__name__)   # expect: reversed _tee
