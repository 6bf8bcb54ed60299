from itertools import combinations, combinations_with_replacement, permutations, product

print(list(permutations('abc', 2)))
# expect-stdout:
# [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
print([''.join(c) for c in combinations('abcd', 3)])           # expect: ['abc', 'abd', 'acd', 'bcd']
print([''.join(c) for c in combinations_with_replacement('ab', 3)])  # expect: ['aaa', 'aab', 'abb', 'bbb']
print([''.join(c) for c in product('ab', repeat=2)])           # expect: ['aa', 'ab', 'ba', 'bb']
print(len(list(permutations(range(6)))))                       # expect: 720
print(list(product()), list(combinations([], 1)))              # expect: [()] []
