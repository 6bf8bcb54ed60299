# Any builtin method may stand for __getattr__, __setattr__ and the like.
class Record(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
    __call__ = dict.get
    __neg__ = dict.copy


r = Record(a=1)
for i in range(3):
    r.b = i
print(r, r.a, r.b, r('b'), r('z', 5), -r)
del r.a
print(r, vars(r))
try:
    r.missing
except KeyError as e:
    print('KeyError', e)


class Computed:
    def __get__(self, obj, cls):
        def hook(name):
            if name.startswith('_'):
                raise AttributeError(name)
            return f'{name} by the hook'
        return hook


class ByDescriptor:
    __getattr__ = Computed()


print(ByDescriptor().anything)
try:
    ByDescriptor()._private
except AttributeError as e:
    print('AttributeError', e)


# ---- what __new__ returns is initialised by its own class

class Shape:
    def __new__(cls, kind=None):
        return super().__new__(Circle if kind == 'circle' else cls)


class Circle(Shape):
    def __init__(self, kind=None):
        self.radius = 1


print(vars(Shape('circle')), vars(Shape('other')), vars(Circle()))


# ---- super() of an object that claims a class; of a subclass with an __init__

class Base:
    def who(self):
        return 'base'


class Derived(Base):
    def who(self):
        return super(Derived, self).who() + ', derived'


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, 'target', target)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, 'target'), name)


print(Derived.who(Proxy(Derived())))
for x in (Proxy(Base()), 1):
    try:
        super(Derived, x)
    except TypeError as e:
        print(e)


class Above(super):
    def __init__(self, *args):
        super().__init__(*args)


print(Above(Derived, Derived()).who())

# ---- slots

class A:
    __slots__ = ('x', 'y')


class B:
    __slots__ = ('y', 'x')


class C:
    __slots__ = ('y', 'z')


a = A()
a.x, a.y = 1, 2
a.__class__ = B
print(type(a).__name__, a.x, a.y)
for make in (lambda: setattr(a, '__class__', C), lambda: type('D', (), {'__slots__': ['a b']}),
             lambda: type('D', (), {'__slots__': [chr(128)]}), lambda: type('a\0b', (), {})):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print([name for name in dir(type('M', (type(re),), {})('m')) if 'init' in name] if (
    re := __import__('re')) else None)

# expect-stdout:
# {'a': 1, 'b': 2} 1 2 2 5 {'a': 1, 'b': 2}
# {'b': 2} {}
# KeyError 'missing'
# anything by the hook
# AttributeError _private
# {'radius': 1} {} {'radius': 1}
# base, derived
# super(type, obj): obj (instance of Proxy) is not an instance or subtype of type (Derived).
# super(type, obj): obj (instance of int) is not an instance or subtype of type (Derived).
# base
# B 1 2
# TypeError __class__ assignment: 'C' object layout differs from 'B'
# TypeError __slots__ must be identifiers
# TypeError __slots__ must be identifiers
# ValueError type name must not contain null characters
# []
