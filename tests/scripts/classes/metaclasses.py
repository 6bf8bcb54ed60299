class Meta(type):
    def __new__(mcs, name, bases, ns, **kwargs):
        cls = super().__new__(mcs, name, bases, ns)
        cls.options = kwargs
        return cls
    def __init__(cls, name, bases, ns, **kwargs):
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        instance.made_by = cls.__name__
        return instance
    @property
    def label(cls):
        return 'class ' + cls.__name__

class C(metaclass=Meta, flag=1):
    def __init__(self, x, y=0):
        self.x, self.y = x, y

c = C(1, y=2)
print(C.options, c.x, c.y, c.made_by)  # expect: {'flag': 1} 1 2 C
print(C.label, type(C).__name__)       # expect: class C Meta

class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]

class One(metaclass=Singleton):
    pass

print(One() is One())                  # expect: True

class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append((cls.__name__, tag))

class X(Base, tag='x'): pass
class Y(Base): pass
print(Base.registry)                   # expect: [('X', 'x'), ('Y', None)]

D = type('D', (Base,), {'v': 7})
print(D().v, D.__name__, D.__module__)  # expect: 7 D __main__
