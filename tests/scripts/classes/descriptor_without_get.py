class OnlySet:
    def __set__(self, obj, value):
        obj.__dict__['x'] = value


class A:
    x = OnlySet()


a = A()
print(type(a.x).__name__)  # expect: OnlySet
a.x = 5
print(a.x, vars(a))  # expect: 5 {'x': 5}


class Text:
    def __get__(self, obj, owner):
        return f'{obj is None} {owner.__name__}'


class B:
    __doc__ = Text()


print(B.__doc__, '|', B().__doc__)  # expect: True B | False B
try:
    type(B).__dict__['__doc__'].__delete__(B)
except TypeError as e:
    print(e)  # expect: cannot delete '__doc__' attribute of immutable type 'B'
