class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass

print([c.__name__ for c in D.__mro__])  # expect: ['D', 'B', 'C', 'A', 'object']
print(D.__base__ is B, D.__bases__ == (B, C))  # expect: True True
try:
    class E(A, B): pass
except TypeError as error:
    print(error)  # expect: Cannot create a consistent method resolution order (MRO) for bases A, B
try:
    class F(A, A): pass
except TypeError as error:
    print(error)  # expect: duplicate base class A
print([c.__name__ for c in A.__subclasses__()])  # expect: ['B', 'C']
