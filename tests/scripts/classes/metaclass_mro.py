class Meta(type):
    def mro(cls):
        order = type.mro(cls)
        return [cls] + [c for c in order[1:] if not c.__dict__.get('hidden')]


class A(metaclass=Meta):
    hidden = True

    def f(self):
        return 'A'


class B(A):
    def g(self):
        return 'B'


print([c.__name__ for c in A.__mro__])  # expect: ['A', 'object']
print([c.__name__ for c in B.__mro__])  # expect: ['B', 'object']
print(B().g(), hasattr(B(), 'f'))  # expect: B False


class Bad(type):
    def mro(cls):
        return [cls, 5]


try:
    class C(metaclass=Bad):
        pass
except TypeError as e:
    print(e)  # expect: mro() returned a non-class ('int')
