from collections import OrderedDict

d = OrderedDict(a=1, b=2, c=3)
d.move_to_end('a')
print(d)                               # expect: OrderedDict({'b': 2, 'c': 3, 'a': 1})
d.move_to_end('a', last=False)
print(list(d), d.popitem(last=False))  # expect: ['a', 'b', 'c'] ('a', 1)
print(d == {'c': 3, 'b': 2}, d == OrderedDict(c=3, b=2))  # expect: True False
print(list(reversed(d)))               # expect: ['c', 'b']
