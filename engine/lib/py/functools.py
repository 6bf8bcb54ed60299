"""Functions that make or work on functions."""

import _functools
import _thread

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
            setattr(cls, name, method)
    return cls


# ---- partial

class partial(_functools.Partial):
    """A function with some of its arguments already given."""

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        parts.extend([repr(x) for x in self.args])
        parts.extend([f'{k}={v!r}' for k, v in self.keywords.items()])
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

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
        self._restore(func, tuple(args), dict(keywords or {}))
        if attributes:
            self.__dict__.update(attributes)


class partialmethod:
    """partial for methods: what a class attribute of this kind gives is bound."""

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
        cls = type(self)
        parts = [repr(self.func)]
        parts.extend([repr(x) for x in self.args])
        parts.extend([f'{k}={v!r}' for k, v in self.keywords.items()])
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
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
        self._keep(key, value)
    return value


def _look_up(self, key, args, keywords):
    value = self._cache.get(key, _missing)
    self._count(value is not _missing)
    if value is _missing:
        return _compute(self, key, args, keywords)
    if self._numbers()[2] is not None:
        with self._lock:
            cache = self._cache
            value = cache.pop(key, value)
            cache[key] = value
    return value


class _lru_cache_wrapper(_functools.CachedFunction):
    """A function with a cache before it.

    The function itself runs without a lock, so two threads may compute the same value at once, as
    the documentation of functools says.
    """

    def __new__(cls, function, maxsize, typed):
        self = _functools.CachedFunction.__new__(cls, function, maxsize, bool(typed), _compute,
                                                 _look_up)
        self._lock = _thread.RLock()
        return self

    def _keep(self, key, value):
        """_store for keys whose class defines how they are compared."""
        with self._lock:
            cache = self._cache
            maxsize = self._numbers()[2]
            if maxsize is not None and key not in cache and len(cache) >= maxsize:
                for oldest in cache:
                    break
                cache.pop(oldest, None)
            cache[key] = value

    def cache_info(self):
        """Report cache statistics"""
        return _cache_info(*self._numbers())

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


# ---- generic functions

def _dispatch(cls, registry):
    """The entry for the class: its own, or that of the nearest base; an abstract base class of the
    registry stands just after the first class of the MRO that it holds for."""
    mro = cls.__mro__
    abstract = [t for t in registry if t not in mro and isinstance(t, type)]
    for base in mro:
        if base in registry and base is not object:
            return registry[base]
        candidates = []
        for t in abstract:
            if issubclass(base, t) and not any([issubclass(b, t) for b in base.__bases__]):
                candidates.append(t)
        if candidates:
            best = candidates[0]
            for t in candidates[1:]:
                if issubclass(t, best):
                    best = t
                elif not issubclass(best, t):
                    raise RuntimeError(f'Ambiguous dispatch: {best} or {t}')
            return registry[best]
    return registry[object]


def _union_members(cls):
    args = getattr(cls, '__args__', None)
    kind = type(cls).__name__
    if args is not None and kind in ('UnionType', '_UnionGenericAlias', 'Union'):
        if all([isinstance(arg, type) for arg in args]):
            return args
    return None


def singledispatch(func):
    """A generic function: the type of the first argument says which implementation runs."""
    registry = {object: func}
    dispatched = {}
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        found = dispatched.get(cls)
        if found is None:
            found = dispatched[cls] = _dispatch(cls, registry)
        return found

    def register(cls, func=None):
        if isinstance(cls, type) and not hasattr(cls, '__origin__') or _union_members(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class '
                                'or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated '
                                'function.')
            func = cls
            for argument in annotations:
                cls = annotations[argument]
                break
            if isinstance(cls, str):
                import typing
                cls = typing.get_type_hints(func)[argument]
            if not isinstance(cls, type) and not _union_members(cls):
                raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} is not a class.')
        for member in _union_members(cls) or (cls,):
            registry[member] = func
        dispatched.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    import types
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
