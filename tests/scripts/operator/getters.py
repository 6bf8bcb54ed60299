import operator

rows = [('b', 2), ('a', 3)]
print(sorted(rows, key=operator.itemgetter(0)))         # expect: [('a', 3), ('b', 2)]
print(operator.itemgetter(2, 0)('xyz'))                 # expect: ('z', 'x')
print(operator.attrgetter('real', 'imag')(3))           # expect: (3, 0)
print(operator.methodcaller('split', ',', maxsplit=1)('a,b,c'))  # expect: ['a', 'b,c']
print(operator.itemgetter('k'), operator.attrgetter('a.b'))  # expect: operator.itemgetter('k') operator.attrgetter('a.b')
print(operator.add(2, 3), operator.contains([1], 1), operator.index(True))  # expect: 5 True 1
