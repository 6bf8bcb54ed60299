class L(list):
    def __init__(self, *items):
        super().__init__(items)
        self.tag = 'l'

class S(str):
    pass

class N(int):
    def __new__(cls, value):
        self = super().__new__(cls, value)
        self.tag = 'n'
        return self

class T(tuple):
    __slots__ = ()

class D(dict):
    def __missing__(self, key):
        return key * 2

l = L(1, 2)
l.append(3)
print(l, l.tag, type(l).__name__)  # expect: [1, 2, 3] l L
s = S('text')
s.tag = 's'
print(s, s.tag, s.upper(), type(s.upper()).__name__)  # expect: text s TEXT str
n = N(5)
print(n + 1, n.tag, type(n + 1).__name__)  # expect: 6 n int
print(T((1, 2)), isinstance(T(), tuple))   # expect: (1, 2) True
d = D(a=1)
print(d['a'], d['zz'], dict(d))            # expect: 1 zzzz {'a': 1}
print(l == [1, 2, 3], n == 5, s == 'text')  # expect: True True True
