class A:
    def f(self, x, y=0):
        return x, y

    @staticmethod
    def s(x: int, y=0):
        return x, y


print(A().f.__call__(1, y=2), A.f.__call__(A(), 3))  # expect: (1, 2) (3, 0)
print(A.__dict__['s'].__call__(1, y=2))  # expect: (1, 2)
print(A.__dict__['s'](4), A.__dict__['s'].__annotations__)  # expect: (4, 0) {'x': <class 'int'>}
