# A subclass with only an __eq__ still has the __ne__ of the builtin.
for base, value in ((int, 1), (str, 'a'), (float, 1.5), (complex, 1j), (bytes, b'a'), (list, [1]),
                    (tuple, (1,)), (dict, {1: 2}), (set, {1}), (frozenset, {1})):
    class Never(base):
        def __eq__(self, other):
            return False

        __hash__ = base.__hash__

    x, y = Never(value), base(value)
    print(base.__name__, x == y, x != y, y == x, y != x, x == x, x != x)

print(all(name in vars(cls) for cls in (int, list, dict, set, tuple, range, slice)
          for name in ('__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__')))
print({1: [2]} != {1: [2]}, {1: [2]} != {1: [3]}, dict.__ne__({}, 1), dict.__lt__({}, {}))


class Item:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n


print([Item(1)] != [Item(1)], (Item(1),) != (Item(2),), {1: Item(1)} != {1: Item(1)},
      {1: Item(1)}.items() != {1: Item(2)}.items(), slice(Item(1)) != slice(Item(1)))

# Numbers leave those above them in the tower to the other operand.
print(int.__eq__(1, 1.0), int.__add__(1, 1.0), int.__divmod__(1, 1.0), int.__pow__(2, 1.0))
print(float.__eq__(1.0, 1j), float.__lt__(1.0, 1), float.__radd__(1.0, 1), float.__rsub__(1.0, 1j))
print(complex.__eq__(1j, 1), complex.__lt__(1j, 1), True.__eq__(1), int.__rpow__(2, 3))

# expect-stdout:
# int False False False False False False
# str False False False False False False
# float False False False False False False
# complex False False False False False False
# bytes False False False False False False
# list False False False False False False
# tuple False False False False False False
# dict False False False False False False
# set False False False False False False
# frozenset False False False False False False
# True
# False True NotImplemented NotImplemented
# False True False True False
# NotImplemented NotImplemented NotImplemented NotImplemented
# NotImplemented False 2.0 NotImplemented
# False NotImplemented True 9
