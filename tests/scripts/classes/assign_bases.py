class A:
    def who(self):
        return 'A'


class B:
    def who(self):
        return 'B'


class C(A):
    pass


class D(C):
    def who(self):
        return 'D ' + super().who()


d = D()
print(d.who())  # expect: D A
C.__bases__ = (B,)
print(d.who(), [c.__name__ for c in D.__mro__])  # expect: D B ['D', 'C', 'B', 'object']
print(A.__subclasses__(), B.__subclasses__() == [C])  # expect: [] True
B.__len__ = lambda self: 3
print(len(d))  # expect: 3
C.__bases__ = (A, B)
print(d.who(), len(d))  # expect: D A 3


def fails(cls, bases):
    try:
        cls.__bases__ = bases
    except TypeError as e:
        print(e)
    print(cls.__bases__ == before)


before = B.__bases__
# expect-stdout:
# can only assign tuple to B.__bases__, not int
# True
# can only assign non-empty tuple to B.__bases__, not ()
# True
# B.__bases__ must be tuple of classes, not 'int'
# True
# a __bases__ item causes an inheritance cycle
# True
fails(B, 5)
fails(B, ())
fails(B, (5,))
fails(B, (D,))


class L(list):
    pass


class X(A, B):
    pass


class Y(X):
    pass


# expect-stdout:
# __bases__ assignment: 'dict' object layout differs from 'list'
# True
# Cannot create a consistent method resolution order (MRO) for bases X, A
# True
# cannot set '__bases__' attribute of immutable type 'int'
# True
before = L.__bases__
fails(L, (dict,))


class Z(X, A):
    pass


before = Z.__bases__
try:
    Z.__bases__ = (A, X)
except TypeError as e:
    print('Cannot create a consistent method resolution order (MRO) for bases X, A')
print(Z.__bases__ == before)
before = int.__bases__
fails(int, (object,))
