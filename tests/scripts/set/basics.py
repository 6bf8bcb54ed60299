s = {3, 1, 2}
print(s, len(s), 2 in s, 5 in s)  # expect: {1, 2, 3} 3 True False
s.add(5)
s.discard(1)
s.discard(100)
print(s)  # expect: {2, 3, 5}
try:
    s.remove(100)
except KeyError as error:
    print(error)  # expect: 100
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b)  # expect: {1, 2, 3, 4, 5} {3, 4} {1, 2} {1, 2, 5}
print(a <= a, a < a, {3} < a, a >= b, a == {4, 3, 2, 1})  # expect: True False True False True
print(a.union([9], (10,)), a.intersection([1, 2, 9]), a.isdisjoint([7]))  # expect: {1, 2, 3, 4, 9, 10} {1, 2} True
a -= {1}
a |= {8}
print(a)  # expect: {2, 3, 4, 8}
print(set(), frozenset({1}), set('a'))  # expect: set() frozenset({1}) {'a'}
print(hash(frozenset({1, 2})) == hash(frozenset({2, 1})), {frozenset({1}): 'x'}[frozenset([1])])  # expect: True x
try:
    {[]}
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
