# itertools and heapq over builtin iterables and items, and over generators beside them.
import itertools as I, heapq, random
print(list(I.islice(I.count(5, 2), 4)), list(zip(I.count(), 'abc')), dict(zip(I.count(), 'ab')))
c = I.count(10); print(next(c), c, next(c), [x for x, _ in zip(c, range(3))], c)
print(list(I.chain([1], 'ab', {2: 3}, range(2), (x for x in 'z'))), list(I.chain([1], 'ab', (3,))))
print(list(I.chain()), list(I.product()), list(I.product([], [1])), list(I.product('ab', repeat=2)), list(I.product('ab', [1, 2], (3,))))
print(list(I.permutations('abc')), list(I.permutations('abc', 2)), list(I.permutations('ab', 3)), list(I.permutations('ab', 0)))
print(list(I.combinations('abcd', 2)), list(I.combinations('abc', 3)), list(I.combinations('abc', 4)), list(I.combinations('abc', 0)))
print(list(I.combinations_with_replacement('abc', 2)), list(I.combinations_with_replacement('', 2)), list(I.combinations_with_replacement('', 0)))
print(list(I.zip_longest('abc', [1], fillvalue='-')), list(I.zip_longest()), list(I.zip_longest('ab', (x for x in range(3)))))
print(list(I.pairwise('abcd')), list(I.pairwise('a')), list(I.pairwise(x for x in range(3))))
print(list(I.islice(I.cycle('abc'), 7)), list(I.cycle('')), list(I.islice(I.cycle(x for x in 'xy'), 5)))
r = I.repeat('x', 3); print(r, next(r), r, list(r), r); print(I.repeat(1), list(I.islice(I.repeat(7), 3)), list(map(pow, range(4), I.repeat(2))))
print(list(I.islice('abcdef', 2, 5)), list(I.islice('abcdef', 1, None, 2)), list(I.islice(range(10), 3, None)), list(I.islice('abc', 2, 1)))
it = iter('abcdef'); print(list(I.islice(it, 2)), next(it), list(I.islice(it, 1, 2)), list(it))
n = 0
for p in I.product(range(60), repeat=3):
    n += p[0]
print(n, sum(1 for _ in I.permutations(range(9), 3)), len(list(I.combinations(range(20), 3))))
d = {1: 2}
ch = I.chain([0], d)
print(next(ch)); d[5] = 6; print(list(ch))
try: I.count('a')
except TypeError as e: print(e)
print(5 in I.count(), sum(I.islice(I.count(1), 100)), max(I.islice(I.cycle([3, 1]), 5)))
random.seed(1)
h = []
for i in range(200): heapq.heappush(h, random.randrange(100))
print(all(h[k] <= h[c] for k in range(200) for c in (2*k+1, 2*k+2) if c < 200))
print((lambda s: s == sorted(s))([heapq.heappop(h) for _ in range(200)]), h)
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f'K{s.v}'
h = [K(3), K(1), K(2)]; heapq.heapify(h); heapq.heappush(h, K(0)); print(heapq.heappop(h), heapq.heapreplace(h, K(9)), heapq.heappushpop(h, K(0)), [heapq.heappop(h) for _ in range(3)])
h = [5, 3, 'a']
try: heapq.heapify(h)
except TypeError as e: print(e)
for f in (heapq.heappop, lambda h: heapq.heapreplace(h, 1)):
    try: f([])
    except IndexError as e: print(e)
h = [3, 1, 2, 8, 5]; heapq.heapify(h); print(h, heapq.heappushpop(h, 4), heapq.heapreplace(h, 0), h, heapq.nsmallest(2, h), list(heapq.merge([1, 4], [2, 3])))
h = []
for t in [(2, 'b'), (1, 'z'), (2, 'a'), (0.5, '')]: heapq.heappush(h, t)
print([heapq.heappop(h) for _ in range(4)])

# expect: [5, 7, 9, 11] [(0, 'a'), (1, 'b'), (2, 'c')] {0: 'a', 1: 'b'}
# expect: 10 count(16) 11 [12, 13, 14] count(16)
# expect: [1, 'a', 'b', 2, 0, 1, 'z'] [1, 'a', 'b', 3]
# expect: [] [()] [] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [('a', 1, 3), ('a', 2, 3), ('b', 1, 3), ('b', 2, 3)]
# expect: [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [] [()]
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [('a', 'b', 'c')] [] [()]
# expect: [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] [] [()]
# expect: [('a', 1), ('b', '-'), ('c', '-')] [] [('a', 0), ('b', 1), (None, 2)]
# expect: [('a', 'b'), ('b', 'c'), ('c', 'd')] [] [(0, 1), (1, 2)]
# expect: ['a', 'b', 'c', 'a', 'b', 'c', 'a'] [] ['x', 'y', 'x', 'y', 'x']
# expect: repeat('x', 0) x repeat('x', 0) ['x', 'x'] repeat('x', 0)
# expect: repeat(1) [7, 7, 7] [0, 1, 4, 9]
# expect: ['c', 'd', 'e'] ['b', 'd', 'f'] [3, 4, 5, 6, 7, 8, 9] []
# expect: ['a', 'b'] c ['e'] ['f']
# expect: 6372000 504 1140
# expect: 0
# expect: [1, 5]
# expect: a number is required
# expect: True 5050 3
# expect: True
# expect: True []
# expect: K0 K1 K0 [K2, K3, K9]
# expect: '<' not supported between instances of 'int' and 'str'
# expect: index out of range
# expect: index out of range
# expect: [0, 3, 4, 8, 5] 1 2 [0, 3, 4, 8, 5] [0, 3] [1, 2, 3, 4]
# expect: [(0.5, ''), (1, 'z'), (2, 'a'), (2, 'b')]
