class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f'K{self.n}'


d = {Key(i): i for i in range(10)}
print(d[Key(4)], Key(9) in d, Key(10) in d, len(d))  # expect: 4 True False 10
d[Key(4)] = 'four'
print(d.pop(Key(3)), d.get(Key(3)), d.setdefault(Key(4)))  # expect: 3 None four
del d[Key(0)]
print(d)  # expect: {K1: 1, K2: 2, K4: 'four', K5: 5, K6: 6, K7: 7, K8: 8, K9: 9}
s = {Key(1), Key(2), Key(1)}
print(len(s), Key(2) in s)  # expect: 2 True
s.discard(Key(1))
print(s)  # expect: {K2}
