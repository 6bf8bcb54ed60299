# issubset() and the others of iterables that run Python code.
def each(*items):
    yield from items


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __hash__(self):
        return self.n


for kind in (set, frozenset):
    for make in (int, Key):
        s = kind(map(make, (1, 2)))
        for items in ((), (1,), (1, 2), (1, 2, 3), (4,)):
            print(kind.__name__, make.__name__, items, s.issubset(each(*map(make, items))),
                  s.issuperset(each(*map(make, items))), s.isdisjoint(each(*map(make, items))))

keys, items = {1: [], 2: []}.keys(), {1: [1], 2: [2]}.items()
print(keys.isdisjoint(each(3)), keys.isdisjoint(each(2)), items.isdisjoint({3: [3]}.items()))
# The values of items need not be hashable.
print(items == {1: [1], 2: [2]}.items(), items != {1: [1], 2: [3]}.items(),
      items >= {1: [1]}.items(), items < {1: [1]}.items())
print({}.pop([], 'an empty dict hashes nothing'))
for wrong in (lambda: {1}.issubset(5), lambda: {1}.isdisjoint(each([])),
              lambda: items & {1: [1]}.items(), lambda: {1: 1}.pop([], 1)):
    try:
        wrong()
    except TypeError as e:
        print(e)

# expect-stdout:
# set int () False True True
# set int (1,) False True False
# set int (1, 2) True True False
# set int (1, 2, 3) True False False
# set int (4,) False False True
# set Key () False True True
# set Key (1,) False True False
# set Key (1, 2) True True False
# set Key (1, 2, 3) True False False
# set Key (4,) False False True
# frozenset int () False True True
# frozenset int (1,) False True False
# frozenset int (1, 2) True True False
# frozenset int (1, 2, 3) True False False
# frozenset int (4,) False False True
# frozenset Key () False True True
# frozenset Key (1,) False True False
# frozenset Key (1, 2) True True False
# frozenset Key (1, 2, 3) True False False
# frozenset Key (4,) False False True
# True False True
# True True True False
# an empty dict hashes nothing
# 'int' object is not iterable
# unhashable type: 'list'
# unhashable type: 'list'
# unhashable type: 'list'
