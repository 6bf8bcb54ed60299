from collections import Counter

c = Counter('abracadabra')
print(c)                                # expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
print(c.most_common(2))                 # expect: [('a', 5), ('b', 2)]
print(c['z'], c.total())                # expect: 0 11
c.update(['z', 'a'])
c.subtract({'a': 1, 'b': 5})
print(c['a'], c['b'], c['z'])           # expect: 5 -3 1
print(Counter(a=3) + Counter(a=1, b=2)) # expect: Counter({'a': 4, 'b': 2})
print(Counter(a=3, b=1) - Counter(a=1, b=2))  # expect: Counter({'a': 2})
print(Counter(a=3, b=1) & Counter(a=1, b=2))  # expect: Counter({'a': 1, 'b': 1})
print(''.join(sorted(Counter(x=2, y=1).elements())))  # expect: xxy
print(Counter())                        # expect: Counter()
