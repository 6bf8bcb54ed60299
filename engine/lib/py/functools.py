"""Functions that make or work on functions."""

import _functools
import _heddle
from _thread import RLock, get_ident

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering',
           'cache', 'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod',
           'singledispatch', 'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__',
                       '__type_params__')
WRAPPER_UPDATES = ('__dict__',)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like the function that it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """update_wrapper as a decorator."""
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


def reduce(function, iterable, initial=_missing, /):
    """function(function(first, second), third), …"""
    try:
        iterator = iter(iterable)
    except TypeError:
        if hasattr(type(iterable), '__iter__'):
            raise
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial is _missing:
        for value in iterator:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


reduce = _heddle.builtin_function(reduce, 'functools')


def cmp_to_key(mycmp):
    """A key function from a comparison function of the old kind."""
    class K:
        __slots__ = ('obj',)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


cmp_to_key = _heddle.builtin_function(cmp_to_key, 'functools')


# ---- total_ordering: (method to add, what it is made of); NotImplemented passes through

def _not(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result
    return method


def _or_equal(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return result or self == other
    return method


def _not_and_differs(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return not result and self != other
    return method


def _and_differs(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return result and self != other
    return method


def _not_or_equal(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return not result or self == other
    return method


_orderings = (
    ('__lt__', (('__gt__', _not_and_differs), ('__le__', _or_equal), ('__ge__', _not))),
    ('__le__', (('__ge__', _not_or_equal), ('__lt__', _and_differs), ('__gt__', _not))),
    ('__gt__', (('__lt__', _not_and_differs), ('__ge__', _or_equal), ('__le__', _not))),
    ('__ge__', (('__le__', _not_or_equal), ('__gt__', _and_differs), ('__lt__', _not))),
)


def total_ordering(cls):
    """Adds the comparisons that a class lacks, made of the one that it has."""
    own = {name for name, _ in _orderings
           if getattr(cls, name, None) is not getattr(object, name, None)}
    if not own:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for root, others in _orderings:
        if root in own:
            break
    for name, make in others:
        if name not in own:
            method = make(root)
            method.__name__ = name
            method.__qualname__ = f'{cls.__qualname__}.{name}'
            method.__module__ = cls.__module__
            setattr(cls, name, method)
    return cls


# ---- partial

# (thread, id) of the objects whose repr is being made.
_in_repr = set()


def _partial_repr(self, func, args, keywords):
    cls = type(self)
    mark = get_ident(), id(self)
    if mark in _in_repr:
        return '...'
    _in_repr.add(mark)
    try:
        parts = [repr(func)]
        parts.extend([repr(x) for x in args])
        parts.extend([f'{k}={v!r}' for k, v in keywords.items()])
    finally:
        _in_repr.discard(mark)
    return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"


class partial(_functools.Partial):
    """A function with some of its arguments already given."""

    def __repr__(self):
        return _partial_repr(self, self.func, self.args, self.keywords)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        import warnings
        warnings.warn('functools.partial will be a method descriptor in future Python versions; '
                      'wrap it in staticmethod() if you want to preserve the old behavior',
                      FutureWarning, 2)
        return self

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None,
                                          self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')
        func, args, keywords, attributes = state
        if (not callable(func) or not isinstance(args, tuple)
                or (keywords is not None and not isinstance(keywords, dict))
                or (attributes is not None and not isinstance(attributes, dict))):
            raise TypeError('invalid partial state')
        if keywords is None:
            keywords = {}
        elif type(keywords) is not dict:
            keywords = dict(keywords)
        self._restore(func, tuple(args), keywords)
        self.__dict__ = {} if attributes is None else attributes

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class partialmethod:
    """partial for methods: what a class attribute of this kind gives is bound."""

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        return _partial_repr(self, self.func, self.args, self.keywords)

    def _method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                owner = getattr(bound, '__self__', None)
                if owner is not None:
                    result.__self__ = owner
                return result
        return self._method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# ---- caches

_CacheInfo = None


def _cache_info(hits, misses, maxsize, currsize):
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'],
                                module='functools')
    return _CacheInfo(hits, misses, maxsize, currsize)


def _compute(self, key, args, keywords):
    value = self._function(*args, **keywords) if keywords else self._function(*args)
    if not self._store(key, value):
        self._keep(hash(key), key, value)
    return value


def _find(cache, h, key):
    """(version, cursor, the key there, value) of a key that is hashed already, or None."""
    while True:
        version = _heddle.dict_version(cache)
        cursor = 0
        while True:
            found = _heddle.dict_probe(cache, version, h, cursor)
            if found is None:
                return None
            if found is False:
                break
            cursor, k, value = found
            if k is key or k == key:
                return version, cursor, k, value


def _look_up(self, key, args, keywords):
    """The whole, for keys whose class defines how they are hashed and compared: the hash is asked
    for once."""
    h = hash(key)
    found = _find(self._cache, h, key)
    self._count(found is not None)
    if found is None:
        value = self._function(*args, **keywords) if keywords else self._function(*args)
        self._keep(h, key, value)
        return value
    version, cursor, kept, value = found
    if self._numbers()[2] is not None:
        self._used(version, h, cursor, kept, value)
    return value


class _lru_cache_wrapper(_functools.CachedFunction):
    """A function with a cache before it.

    The function itself runs without a lock, so two threads may compute the same value at once, as
    the documentation of functools says.
    """

    def __new__(cls, function, maxsize, typed):
        return _functools.CachedFunction.__new__(cls, function, maxsize, bool(typed), _compute,
                                                 _look_up)

    def _keep(self, h, key, value):
        """_store for keys whose class defines how they are compared."""
        cache = self._cache
        while True:
            found = _find(cache, h, key)
            if found is not None:
                version, cursor, _, _ = found
                if _heddle.dict_store_at(cache, version, h, cursor, value) is not False:
                    return
                continue
            maxsize = self._numbers()[2]
            if maxsize is not None and len(cache) >= maxsize:
                _heddle.dict_popitem(cache, False)
            if _heddle.dict_insert(cache, _heddle.dict_version(cache), h, key,
                                   value) is not False:
                return

    def _used(self, version, h, cursor, key, value):
        """Makes the key the most recently used one, unless it is that or the cache has changed."""
        cache = self._cache
        for last in reversed(cache):
            if last is key:
                return
            break
        if _heddle.dict_remove_at(cache, version, h, cursor) is not False:
            _heddle.dict_insert(cache, _heddle.dict_version(cache), h, key, value)

    def cache_info(self):
        """Report cache statistics"""
        return _cache_info(*self._numbers())

    def cache_clear(self):
        """Clear the cache and cache statistics"""
        _functools.CachedFunction.cache_clear(self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__


def lru_cache(maxsize=128, typed=False):
    """Keeps the results of the most recent calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        return _cached(function, maxsize, typed)
    return decorate


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """lru_cache without a bound."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once an instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on '
                            'it.')
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to "
                            f"cache {self.attrname!r} property.") from None
        value = attributes.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                attributes[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                f"does not support item assignment for caching {self.attrname!r} "
                                "property.") from None
        return value

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


# ---- generic functions (PEP 443)

def _c3_merge(sequences):
    """One order of all the classes that keeps the order of each sequence."""
    result = []
    while True:
        sequences = [sequence for sequence in sequences if sequence]
        if not sequences:
            return result
        for sequence in sequences:
            candidate = sequence[0]
            if not any([candidate in other[1:] for other in sequences]):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        sequences = [sequence[1:] if sequence[0] is candidate else sequence
                     for sequence in sequences]


def _c3_mro(cls, abcs=None):
    """The MRO of the class as if it derived from those of the abstract base classes that it is a
    virtual subclass of: they stand where an explicit base would, after the bases that are abstract
    themselves."""
    bases = cls.__bases__
    boundary = 0
    for i, base in enumerate(bases):
        if hasattr(base, '__abstractmethods__'):
            boundary = i + 1
    abcs = list(abcs or ())
    explicit, others = list(bases[:boundary]), list(bases[boundary:])
    # Those that a base does not already stand for.
    inserted = [abc for abc in abcs if issubclass(cls, abc)
                and not any([issubclass(base, abc) for base in bases])]
    remaining = [abc for abc in abcs if abc not in inserted]
    mros = [_c3_mro(base, remaining) for base in (*explicit, *inserted, *others)]
    return _c3_merge([[cls], *mros, explicit, inserted, others])


def _compose_mro(cls, types):
    """The MRO of the class with those of the types in it that it is a virtual subclass of."""
    bases = set(cls.__mro__)
    related = [t for t in types if t not in bases and hasattr(t, '__mro__')
               and isinstance(t, type) and issubclass(cls, t)]
    related = [t for t in related
               if not any([t is not other and t in other.__mro__ for other in related])]
    known = set(related)
    mro = []
    for t in related:
        # A subclass of the type that the class is one of, too, brings its own bases.
        found = [[base for base in sub.__mro__ if base in known] for sub in t.__subclasses__()
                 if sub not in bases and issubclass(cls, sub)]
        if not found:
            mro.append(t)
            continue
        found.sort(key=len, reverse=True)
        for bases_of_sub in found:
            for base in bases_of_sub:
                if base not in mro:
                    mro.append(base)
    return _c3_mro(cls, abcs=mro)


def _find_impl(cls, registry):
    """The entry for the class, or for the nearest of its bases, abstract ones included."""
    match = None
    for t in _compose_mro(cls, registry.keys()):
        if match is not None:
            if (t in registry and t not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, t)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {t}')
            break
        if t in registry:
            match = t
    return registry.get(match)


def _union_members(cls):
    import types
    if isinstance(cls, types.UnionType):
        return cls.__args__
    origin = getattr(cls, '__origin__', None)
    if origin is None:
        return None
    import typing
    return cls.__args__ if origin is typing.Union else None


def _dispatch_types(cls):
    """The classes that an implementation for `cls` is for, or None."""
    if isinstance(cls, type) and not hasattr(cls, '__origin__'):
        return (cls,)
    members = _union_members(cls)
    if members and all([isinstance(member, type) for member in members]):
        return members
    return None


def singledispatch(func):
    """A generic function: the type of the first argument says which implementation runs."""
    import types
    import weakref
    from abc import get_cache_token
    registry = {}
    dispatched = weakref.WeakKeyDictionary()
    name = getattr(func, '__name__', 'singledispatch function')
    token = None

    def dispatch(cls):
        """generic_func.dispatch(cls) -> <function implementation>"""
        nonlocal token
        if token is not None:
            current = get_cache_token()
            if token != current:
                dispatched.clear()
                token = current
        try:
            return dispatched[cls]
        except KeyError:
            pass
        found = registry.get(cls)
        if found is None:
            found = _find_impl(cls, registry)
        dispatched[cls] = found
        return found

    def register(cls, func=None):
        """generic_func.register(cls, func) -> func"""
        nonlocal token
        classes = _dispatch_types(cls)
        if classes is not None:
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class '
                                'or union type.')
            annotated = getattr(cls, '__func__', cls)
            if not getattr(annotated, '__annotations__', None):
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated '
                                'function.')
            func = cls
            from typing import get_type_hints
            for argument, cls in get_type_hints(annotated).items():
                break
            classes = _dispatch_types(cls)
            if classes is None:
                what = ('not all arguments are classes.' if _union_members(cls)
                        else 'is not a class.')
                raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} {what}')
        for member in classes:
            registry[member] = func
            if token is None and hasattr(member, '__abstractmethods__'):
                token = get_cache_token()
        dispatched.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = dispatched.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods, which looks at the argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **keywords):
            if not args:
                raise TypeError(f'{name} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
