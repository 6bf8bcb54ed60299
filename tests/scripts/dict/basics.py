d = {'a': 1, 'b': 2}
d['c'] = 3
print(d, len(d), 'a' in d, d.get('z'), d.get('z', 0))  # expect: {'a': 1, 'b': 2, 'c': 3} 3 True None 0
try:
    d['z']
except KeyError as error:
    print(error)  # expect: 'z'
print(d.pop('a'), d.pop('a', None), d)  # expect: 1 None {'b': 2, 'c': 3}
print(d.setdefault('x', 9), d.setdefault('b', 0))  # expect: 9 2
print(d.popitem(), d)  # expect: ('x', 9) {'b': 2, 'c': 3}
d.update({'k': 1}, z=2)
print(d)  # expect: {'b': 2, 'c': 3, 'k': 1, 'z': 2}
d.update([('k', 5), ('m', 6)])
print(d | {'q': 1}, d == dict(d))  # expect: {'b': 2, 'c': 3, 'k': 5, 'z': 2, 'm': 6, 'q': 1} True
print(list(d), list(reversed(d)))  # expect: ['b', 'c', 'k', 'z', 'm'] ['m', 'z', 'k', 'c', 'b']
print(dict(a=1, b=2), dict([(1, 2)]), dict.fromkeys('ab', 0))  # expect: {'a': 1, 'b': 2} {1: 2} {'a': 0, 'b': 0}
try:
    d[[]] = 1
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
d.clear()
print(d)  # expect: {}
