import builtins

names = {'__name__': 'elsewhere', '__builtins__': builtins}
exec("made = type('Made', (), {})", names)
print(names['made'])  # expect: <class 'elsewhere.Made'>
print(type('Here', (), {}))  # expect: <class '__main__.Here'>


class A:
    pass


print('__firstlineno__' in A.__dict__)  # expect: True
A.__module__ = 'other'
print(A, '__firstlineno__' in A.__dict__)  # expect: <class 'other.A'> False
try:
    A.__name__ = 'a\0b'
except ValueError as e:
    print(e)  # expect: type name must not contain null characters


class Base:
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)


try:
    class Sub(Base, other=1):
        pass
except TypeError as e:
    print(e)  # expect: Sub.__init_subclass__() takes no keyword arguments
