import itertools

print(list(itertools.islice(itertools.count(3, 2), 4)))     # expect: [3, 5, 7, 9]
print(itertools.count(5), itertools.repeat('x', 2))         # expect: count(5) repeat('x', 2)
cycle = itertools.cycle('ab')
print([next(cycle) for _ in range(5)])                      # expect: ['a', 'b', 'a', 'b', 'a']
print(list(itertools.repeat(0, 3)))                         # expect: [0, 0, 0]
print([next(c) for c in [itertools.count(0.5)] * 3])        # expect: [0.5, 1.5, 2.5]
