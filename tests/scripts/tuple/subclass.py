class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))


p = Point(1, 2)
p.name = 'p'
print(p, p[0], len(p), p.name, type(p).__name__)  # expect: (1, 2) 1 2 p Point
print(p + (3,), type(p[:]).__name__)  # expect: (1, 2, 3) tuple
print(p == (1, 2), hash(p) == hash((1, 2)))  # expect: True True
