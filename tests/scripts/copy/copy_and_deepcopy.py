import copy


class Node:
    def __init__(self, items):
        self.items = items
        self.me = self


n = Node([1, [2]])
shallow, deep = copy.copy(n), copy.deepcopy(n)
print(shallow.items is n.items, deep.items is n.items, deep.items)  # expect: True False [1, [2]]
print(deep.me is deep, shallow.me is n)  # expect: True True
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)  # expect: True False
loop = []
loop.append(loop)
again = copy.deepcopy(loop)
print(again[0] is again)  # expect: True
print(copy.deepcopy({'a': (1, [2]), 'b': {3}}), copy.copy([1]), copy.copy({1: 2}))  # expect: {'a': (1, [2]), 'b': {3}} [1] {1: 2}
point = (1, 'a')
print(copy.deepcopy(point) is point)  # expect: True


class Own:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return 'deep'


print(copy.copy(Own()), copy.deepcopy([Own()]))  # expect: copied ['deep']


class Slots:
    __slots__ = ('a', 'b')


s = Slots()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, 'b'))  # expect: [1] False False
