from itertools import (accumulate, batched, chain, compress, dropwhile, filterfalse, groupby,
                       islice, pairwise, starmap, takewhile, tee, zip_longest)

print(list(chain([1], (2, 3), 'x')), list(chain.from_iterable(['ab', 'c'])))  # expect: [1, 2, 3, 'x'] ['a', 'b', 'c']
print(list(islice('abcdefg', 2, None, 2)), list(islice(range(9), 3)))  # expect: ['c', 'e', 'g'] [0, 1, 2]
print(list(accumulate([1, 2, 3])), list(accumulate([2, 3], pow, initial=2)))  # expect: [1, 3, 6] [2, 4, 64]
print(list(batched('abcde', 2)))                         # expect: [('a', 'b'), ('c', 'd'), ('e',)]
print([(k, list(g)) for k, g in groupby('aabbc')])       # expect: [('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c'])]
print(list(zip_longest('ab', 'xyz', fillvalue='-')))     # expect: [('a', 'x'), ('b', 'y'), ('-', 'z')]
print(list(pairwise([1, 2, 3])))                         # expect: [(1, 2), (2, 3)]
print(list(compress('abcd', [1, 0, 1, 0])))              # expect: ['a', 'c']
print(list(takewhile(lambda x: x < 2, range(9))), list(dropwhile(lambda x: x < 2, range(4))))  # expect: [0, 1] [2, 3]
print(list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3)])))  # expect: [0, 2, 4] [8]
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))                         # expect: 1 [1, 2, 3] [2, 3]
source = iter(range(10))
print(list(islice(source, 2)), next(source))             # expect: [0, 1] 2
