from collections import defaultdict

d = defaultdict(list)
d['x'].append(1)
d['x'].append(2)
print(d)                                # expect: defaultdict(<class 'list'>, {'x': [1, 2]})
print('y' in d, d.get('y'), len(d))     # expect: False None 1
print(defaultdict(int, a=1)['b'])       # expect: 0
try:
    defaultdict()['z']
except KeyError as error:
    print(repr(error))                  # expect: KeyError('z')
