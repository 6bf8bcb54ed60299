# Containers of the library, too wide for a line.
import collections
import types
from pprint import pformat, pprint

words = 'the quick brown fox jumped over a lazy dog'.split()
numbers = dict(zip(words, range(9)))
pprint(collections.Counter('senselessness'), width=1)
pprint(collections.defaultdict(list, {word: [word] for word in words}), width=30)
pprint(collections.defaultdict(int), width=1)
pprint(collections.deque(words, maxlen=20), width=30)
pprint(collections.deque(words), width=30)
pprint(collections.ChainMap({'a': 1}, numbers, {}), width=40)
pprint(collections.OrderedDict(numbers), sort_dicts=False)
pprint(collections.UserDict(numbers), width=40)
pprint(collections.UserList(words), width=40)
pprint(types.MappingProxyType(numbers), width=40)
pprint(b'abcdefghijklmnopqrstuvwxyz', width=20)
print(pformat([b'abcdefghijklmnopqrstuvwxyz', bytearray(b'abcdefghijkl')], width=24))
# expect-stdout:
# Counter({'s': 6,
#          'e': 4,
#          'n': 2,
#          'l': 1})
# defaultdict(<class 'list'>,
#             {'a': ['a'],
#              'brown': ['brown'],
#              'dog': ['dog'],
#              'fox': ['fox'],
#              'jumped': ['jumped'],
#              'lazy': ['lazy'],
#              'over': ['over'],
#              'quick': ['quick'],
#              'the': ['the']})
# defaultdict(<class 'int'>, {})
# deque(['the',
#        'quick',
#        'brown',
#        'fox',
#        'jumped',
#        'over',
#        'a',
#        'lazy',
#        'dog'],
#       maxlen=20)
# deque(['the',
#        'quick',
#        'brown',
#        'fox',
#        'jumped',
#        'over',
#        'a',
#        'lazy',
#        'dog'])
# ChainMap({'a': 1},
#          {'a': 6,
#           'brown': 2,
#           'dog': 8,
#           'fox': 3,
#           'jumped': 4,
#           'lazy': 7,
#           'over': 5,
#           'quick': 1,
#           'the': 0},
#          {})
# OrderedDict([('the', 0),
#              ('quick', 1),
#              ('brown', 2),
#              ('fox', 3),
#              ('jumped', 4),
#              ('over', 5),
#              ('a', 6),
#              ('lazy', 7),
#              ('dog', 8)])
# {'a': 6,
#  'brown': 2,
#  'dog': 8,
#  'fox': 3,
#  'jumped': 4,
#  'lazy': 7,
#  'over': 5,
#  'quick': 1,
#  'the': 0}
# ['the',
#  'quick',
#  'brown',
#  'fox',
#  'jumped',
#  'over',
#  'a',
#  'lazy',
#  'dog']
# mappingproxy({'a': 6,
#               'brown': 2,
#               'dog': 8,
#               'fox': 3,
#               'jumped': 4,
#               'lazy': 7,
#               'over': 5,
#               'quick': 1,
#               'the': 0})
# (b'abcdefghijklmnop'
#  b'qrstuvwxyz')
# [b'abcdefghijklmnopqrst'
#  b'uvwxyz',
#  bytearray(b'abcdefgh'
#            b'ijkl')]
