import copy
import pickle
import warnings
from itertools import (accumulate, chain, combinations, compress, count, cycle, dropwhile,
                       filterfalse, groupby, islice, permutations, product, repeat, starmap,
                       takewhile, tee, zip_longest)

warnings.simplefilter('ignore')
made = {
    'accumulate': accumulate([1, 2, 3, 4]), 'chain': chain('ab', 'cd'),
    'combinations': combinations('abc', 2), 'compress': compress('abcd', [1, 1, 0, 1]),
    'cycle': cycle('ab'), 'dropwhile': dropwhile(bool, [1, 0, 2, 3]),
    'filterfalse': filterfalse(bool, [0, 1, 0.0]), 'islice': islice('abcdef', 1, None, 2),
    'permutations': permutations('abc', 2), 'product': product('ab', 'xy'), 'repeat': repeat(7, 3),
    'starmap': starmap(pow, [(2, 3), (3, 2)]), 'takewhile': takewhile(bool, [1, 2, 0]),
    'zip_longest': zip_longest('ab', 'x', fillvalue='-'), 'count': count(3, 2),
}
for name, it in made.items():
    next(it)
    copies = [copy.deepcopy(it), pickle.loads(pickle.dumps(it))]
    rests = [list(islice(x, 3)) for x in (*copies, it)]
    print(name, rests[0] == rests[1] == rests[2], rests[2])

# expect-stdout:
# accumulate True [3, 6, 10]
# chain True ['b', 'c', 'd']
# combinations True [('a', 'c'), ('b', 'c')]
# compress True ['b', 'd']
# cycle True ['b', 'a', 'b']
# dropwhile True [2, 3]
# filterfalse True [0.0]
# islice True ['d', 'f']
# permutations True [('a', 'c'), ('b', 'a'), ('b', 'c')]
# product True [('a', 'y'), ('b', 'x'), ('b', 'y')]
# repeat True [7, 7]
# starmap True [9]
# takewhile True [2]
# zip_longest True [('b', '-')]
# count True [5, 7, 9]

print(repr(count(3)), repr(count(1.5, 0.5)), repr(repeat('x')), repr(repeat('x', 2)))   # expect: count(3) count(1.5, 0.5) repeat('x') repeat('x', 2)
first, second = tee([1, 2, 3])
next(first)
print(list(copy.copy(first)), list(first), list(second))   # expect: [2, 3] [2, 3] [1, 2, 3]
groups = groupby('aab')
print(next(groups)[0], [k for k, _ in copy.deepcopy(groups)])   # expect: a ['b']
