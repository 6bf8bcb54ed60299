class Number(int):
    def __new__(cls, value, tag):
        self = super().__new__(cls, value)
        self.tag = tag
        return self


n = Number(10**20, 'big')
print(n + 1, type(n + 1).__name__, n.tag, n == 10**20)  # expect: 100000000000000000001 int big True
print(isinstance(n, int), f'{Number(5, 0):03d}', repr(Number(-3, 0)))  # expect: True 005 -3
