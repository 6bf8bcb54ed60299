"""References that do not keep their object alive.

An object lives until the collector finds that nobody refers to it, so a weak reference may answer
for a while longer than with reference counting; gc.collect() settles it.
"""

__all__ = ['CallableProxyType', 'ProxyType', 'ProxyTypes', 'ReferenceType', 'WeakKeyDictionary',
           'WeakMethod', 'WeakSet', 'WeakValueDictionary', 'finalize', 'getweakrefcount',
           'getweakrefs', 'proxy', 'ref']

import _heddle
from collections.abc import Mapping, MutableMapping, MutableSet

ReferenceType = ref = _heddle.builtin_type('ReferenceType')


class _ProxyRef(ref):
    """What a proxy refers to its object with."""

    __slots__ = ('proxy',)


def getweakrefs(object, /):
    """A list of the weak references to an object and of its proxies."""
    return [r.proxy if type(r) is _ProxyRef else r for r in _heddle.weakrefs(object)]


def getweakrefcount(object, /):
    """How many they are."""
    return len(_heddle.weakrefs(object))


class ProxyType:
    """Passes every operation on to an object that it does not keep alive."""

    __slots__ = ('_ref',)

    def __init__(self, target, callback=None):
        def call(_):
            callback(self)

        made = _ProxyRef(target, None if callback is None else call)
        made.proxy = self
        object.__setattr__(self, '_ref', made)

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = object.__getattribute__(self, '_ref')()
        return (f'<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>')

    def __str__(self):
        return str(_target(self))

    __hash__ = None


class CallableProxyType(ProxyType):
    """A proxy for what can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def _target(proxy):
    target = object.__getattribute__(proxy, '_ref')()
    if target is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return target


def _unwrap(x):
    return _target(x) if type(x) is ProxyType or type(x) is CallableProxyType else x


def _add_operators():
    import operator

    def binary(function):
        return lambda self, other: function(_target(self), _unwrap(other))

    def reflected(function):
        return lambda self, other: function(_unwrap(other), _target(self))

    def unary(function):
        return lambda self: function(_target(self))

    for name in ('add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift',
                 'rshift', 'and', 'or', 'xor'):
        function = getattr(operator, f'__{name}__')
        setattr(ProxyType, f'__{name}__', binary(function))
        setattr(ProxyType, f'__r{name}__', reflected(function))
        setattr(ProxyType, f'__i{name}__', binary(getattr(operator, f'__i{name}__')))
    for name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'getitem', 'delitem', 'contains'):
        setattr(ProxyType, f'__{name}__', binary(getattr(operator, f'__{name}__')))
    for name in ('neg', 'pos', 'abs', 'invert', 'index'):
        setattr(ProxyType, f'__{name}__', unary(getattr(operator, f'__{name}__')))
    for name, function in (('len', len), ('iter', iter), ('int', int),
                           ('float', float), ('bool', bool), ('bytes', bytes),
                           ('reversed', reversed)):
        setattr(ProxyType, f'__{name}__', unary(function))

    def following(self):
        target = _target(self)
        if not hasattr(type(target), '__next__'):
            raise TypeError('Weakref proxy referenced a non-iterator '
                            f"'{type(target).__name__:.200}' object")
        return next(target)

    ProxyType.__next__ = following
    ProxyType.__setitem__ = lambda self, key, value: operator.setitem(_target(self), key, value)
    ProxyType.__enter__ = lambda self: _target(self).__enter__()
    ProxyType.__exit__ = lambda self, *details: _target(self).__exit__(*details)


_add_operators()
ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    """A proxy of the object."""
    if callback is None:
        for known in _heddle.weakrefs(object):
            if type(known) is _ProxyRef and known.__callback__ is None:
                return known.proxy
    cls = CallableProxyType if callable(object) else ProxyType
    return cls(object, callback)


class WeakMethod(ref):
    """A weak reference to a bound method, which would otherwise be gone at once."""

    __slots__ = ('_func_ref', '_meth_type', '_alive')

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, '
                            f'not {type(meth).__name__}') from None

        def gone(_):
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, gone)
        self._func_ref = ref(func, gone)
        self._meth_type = type(meth)
        self._alive = True
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return NotImplemented

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = ref.__hash__


class _KeyedRef(ref):
    """A reference to the value of a key."""

    __slots__ = ('key',)

    def __new__(cls, target, callback, key):
        self = ref.__new__(cls, target, callback)
        self.key = key
        return self

    def __init__(self, target, callback, key):
        pass


class _WeakDictionary(MutableMapping):
    """What the two have in common: all that follows from items()."""

    def __len__(self):
        return len([key for key, _ in self.items()])

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def __iter__(self):
        for key, _ in self.items():
            yield key

    keys = __iter__

    def values(self):
        for _, value in self.items():
            yield value

    def update(self, other=None, /, **kwargs):
        if other is not None and not hasattr(other, 'items'):
            # Before the first entry: it may fail.
            other = dict(other)
        super().update(other or (), **kwargs)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = self.__class__()
        new.update(other)
        new.update(self)
        return new


class WeakValueDictionary(_WeakDictionary):
    """A mapping whose entries go with their values."""

    def __init__(self, other=(), /, **kw):
        self.data = data = {}

        def remove(reference):
            if data.get(reference.key) is reference:
                data.pop(reference.key, None)

        self._remove = remove
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = _KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new


class WeakKeyDictionary(_WeakDictionary):
    """A mapping whose entries go with their keys."""

    def __init__(self, dict=None):
        self.data = data = {}

        def remove(reference):
            data.pop(reference, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def keyrefs(self):
        return list(self.data)

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new


class WeakSet(MutableSet):
    """A set whose items go when nobody else refers to them."""

    def __init__(self, data=None):
        self.data = items = set()

        def remove(reference):
            items.discard(reference)

        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len([item for item in self])

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def clear(self):
        self.data.clear()

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = reference()
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def __getstate__(self):
        state = {key: value for key, value in self.__dict__.items()
                 if key not in ('data', '_remove')}
        return state or None

    def _keys(self, other):
        """The weak references to what another iterable has."""
        return {ref(item) for item in other}

    def _of(self, references):
        return self.__class__([item for item in [r() for r in references] if item is not None])

    def union(self, other):
        return self.__class__([item for s in (self, other) for item in s])

    __or__ = union

    def difference(self, other):
        return self._of(self.data - self._keys(other))

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(self._keys(other))
        return self

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self.data.intersection_update(self._keys(other))
        return self

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update({ref(item, self._remove) for item in other})
        return self

    def issubset(self, other):
        return self.data.issubset(self._keys(other))

    __le__ = issubset

    def __lt__(self, other):
        return self.data < self._keys(other)

    def issuperset(self, other):
        return self.data.issuperset(self._keys(other))

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > self._keys(other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == self._keys(other)

    __hash__ = None

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class finalize:
    """Calls a function when an object goes, at the latest at the end of the program."""

    __slots__ = ()

    _registry = {}
    _dirty = False
    _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            import atexit
            atexit.register(finalize._exitfunc)
            finalize._registered_with_atexit = True
        finalize._registry[self] = [ref(obj, self), func, args, kwargs, True]

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None:
            return info[1](*info[2], **info[3])

    def detach(self):
        info = self._registry.get(self)
        obj = info and info[0]()
        if obj is not None and self._registry.pop(self, None):
            return obj, info[1], info[2], info[3]

    def peek(self):
        info = self._registry.get(self)
        obj = info and info[0]()
        if obj is not None:
            return obj, info[1], info[2], info[3]

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info[4]

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info[4] = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info[0]()
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at ' \
               f'{id(obj):#x}>'

    @classmethod
    def _exitfunc(cls):
        for finalizer in reversed(list(cls._registry)):
            info = cls._registry.get(finalizer)
            if info is not None and info[4]:
                finalizer()
