class Same:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Same) and self.n == other.n

    def __repr__(self):
        return f'Same({self.n})'


items = [Same(1), Same(2), Same(1)]
print(Same(2) in items, items.index(Same(2)), items.count(Same(1)))  # expect: True 1 2
items.remove(Same(1))
print(items)  # expect: [Same(2), Same(1)]
print(items == [Same(2), Same(1)], items == [Same(1)])  # expect: True False
