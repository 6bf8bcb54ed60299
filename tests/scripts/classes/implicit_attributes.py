class A:
    pass


class B(A):
    pass


class S:
    __slots__ = ('b', 'a')


class T(S):
    __slots__ = ('__dict__', '__weakref__')


print(A.__dict__['__dict__'])  # expect: <attribute '__dict__' of 'A' objects>
print(A.__dict__['__weakref__'])  # expect: <attribute '__weakref__' of 'A' objects>
print('__dict__' in B.__dict__, '__weakref__' in B.__dict__)  # expect: False False
print('__dict__' in S.__dict__, hasattr(S(), '__weakref__'))  # expect: False False
print('__dict__' in T.__dict__, '__weakref__' in T.__dict__)  # expect: True True
a = A()
a.x = 1
print(A.__dict__['__dict__'].__get__(a), '__dict__' in dir(a))  # expect: {'x': 1} True
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)  # expect: __dict__ must be set to a dictionary, not a 'int'
a.__dict__ = {'y': 2}
print(vars(a), a.y)  # expect: {'y': 2} 2
del a.__dict__
print(vars(a))  # expect: {}
try:
    class U(A):
        __slots__ = ('__weakref__',)
except TypeError as e:
    print(e)  # expect: __weakref__ slot disallowed: we already got one
