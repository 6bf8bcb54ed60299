from itertools import groupby
print([(k, list(g)) for k, g in groupby('aabbbcaa')])
print([k for k, g in groupby([1,1,2,3,3])])
g = groupby([1,1,1,2,2,3]); k, a = next(g); print(next(a)); k2, b = next(g); print(list(a), k2, list(b), list(a)); print([(k, list(x)) for k, x in g])
print([(k, [x for x in g][:1]) for k, g in groupby(range(10), key=lambda x: x // 4)])
g = groupby([1,1,2,2]); k, a = next(g); print(list(a)); print(list(a)); k, b = next(g); print(k, next(b), next(b), next(b, 'end'), next(g, 'no'))
print(list(groupby([])))
g = groupby([1, 2, 3]); x = list(g); print([(k, list(v)) for k, v in x])
def bad(x):
    if x == 3: raise ValueError('three')
    return x // 2
g = groupby([0, 1, 2, 3, 4], bad)
try:
    for k, v in g: print(k, list(v))
except ValueError as e: print(e)
try: print(next(g)[0])
except StopIteration: print('stop')
it = iter(groupby('aab')); print(iter(it) is it)

# expect-stdout:
# [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a', 'a'])]
# [1, 2, 3]
# 1
# [] 2 [2, 2] []
# [(3, [3])]
# [(0, [0]), (1, [4]), (2, [8])]
# [1, 1]
# []
# 2 2 2 end no
# []
# [(1, []), (2, []), (3, [])]
# 0 [0, 1]
# three
# 2
# True
