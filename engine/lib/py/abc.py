"""Abstract base classes: classes that say what a class must have."""

import _heddle

_next_version = [0]


def get_cache_token():
    return _next_version[0]


def abstractmethod(funcobj):
    """Marks a method that classes which can be instantiated must override."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items()
             if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_registry = []
        # Answers of __subclasscheck__: class → (version of the registries, answer).
        cls._abc_cache = {}
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry.append(subclass)
        _next_version[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        found = cls._abc_cache.get(subclass)
        if found is not None and found[0] == _next_version[0]:
            if found[1]:
                return True
            kind = type(instance)
            return kind is not subclass and cls.__subclasscheck__(kind)
        if cls.__subclasscheck__(subclass):
            return True
        kind = type(instance)
        return kind is not subclass and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        found = cls._abc_cache.get(subclass)
        version = _next_version[0]
        if found is not None and found[0] == version:
            return found[1]
        answer = _is_subclass(cls, subclass)
        cls._abc_cache[subclass] = version, answer
        return answer

    def _dump_registry(cls, file=None):
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)
        print(f'_abc_registry: {cls._abc_registry!r}', file=file)

    def _abc_registry_clear(cls):
        cls._abc_registry.clear()
        _next_version[0] += 1

    def _abc_caches_clear(cls):
        cls._abc_cache.clear()


def _is_subclass(cls, subclass):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in subclass.__mro__:
        return True
    for registered in cls._abc_registry:
        if issubclass(subclass, registered):
            return True
    for below in cls.__subclasses__():
        if issubclass(subclass, below):
            return True
    return False


def update_abstractmethods(cls):
    """Recalculates which methods of a class are abstract."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to inherit from for those who want no metaclass keyword."""

    __slots__ = ()
