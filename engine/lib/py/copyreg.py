"""How copy and pickle take objects apart and make them again."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

import _heddle
import _vm

dispatch_table = {}
_deque = _heddle.builtin_type('deque')


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _slotnames(cls):
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                owner = base.__name__.lstrip('_')
                name = f'_{owner}{name}' if owner else name
            names.append(name)
    return names


def __getstate__(x):
    """object.__getstate__()"""
    state = getattr(x, '__dict__', None) or None
    slots = {}
    for name in _slotnames(type(x)):
        try:
            slots[name] = getattr(x, name)
        except AttributeError:
            pass
    if slots:
        return state, slots
    return dict(state) if state is not None else None


# What instances of these keep besides their attributes, __reduce_ex__() knows.
_taken_apart = {object, int, float, complex, str, bytes, tuple, list, dict, BaseException}
_not_to_be_taken_apart = 'TextIOWrapper', 'BufferedReader', 'BufferedWriter'
_HEAP_TYPE = 1 << 9


def _can_be_taken_apart(cls):
    for base in cls.__mro__:
        if not base.__flags__ & _HEAP_TYPE:
            return base in _taken_apart or issubclass(base, BaseException)
    return True


def __reduce_ex__(x, protocol):
    cls = type(x)
    if cls.__reduce__ is not object.__reduce__:
        return x.__reduce__()
    return _reduce_object(x, protocol)


def _reduce_object(x, protocol):
    cls = type(x)
    simple = _simple.get(cls)
    if simple is not None:
        return simple(x)
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), x.__getstate__()
    if isinstance(x, bytearray):
        return cls, (bytes(x),), x.__getstate__()
    if isinstance(x, _deque):
        return cls, () if x.maxlen is None else ((), x.maxlen), x.__getstate__(), iter(x)
    if protocol < 2:
        return _reduce_by_copy(x, cls)
    if not _can_be_taken_apart(cls) and cls.__getstate__ is object.__getstate__ or \
            cls.__name__ in _not_to_be_taken_apart and cls.__module__ == '_io':
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    args = ()
    kwargs = None
    if (method := _vm.special(x, '__getnewargs_ex__')) is not None:
        result = method()
        if not isinstance(result, tuple):
            raise TypeError('__getnewargs_ex__ should return a tuple, not '
                            f"'{type(result).__name__}'")
        if len(result) != 2:
            raise ValueError('__getnewargs_ex__ should return a tuple of length 2, not '
                             f'{len(result)}')
        args, kwargs = result
        if not isinstance(args, tuple):
            raise TypeError('first item of the tuple returned by __getnewargs_ex__ must be a '
                            f"tuple, not '{type(args).__name__}'")
        if not isinstance(kwargs, dict):
            raise TypeError('second item of the tuple returned by __getnewargs_ex__ must be a '
                            f"dict, not '{type(kwargs).__name__}'")
    elif (method := _vm.special(x, '__getnewargs__')) is not None:
        args = method()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    elif isinstance(x, tuple):
        args = (tuple(x),)
    elif isinstance(x, (str, bytes, int, float, complex)):
        for base in (str, bytes, int, float, complex):
            if isinstance(x, base):
                args = (base(x),)
                break
    state = x.__getstate__()
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, items, pairs
    return __newobj__, (cls, *args), state, items, pairs


def _reduce_builtin(x):
    owner = getattr(x, '__self__', None)
    if owner is None or isinstance(owner, type(_heddle)):
        return x.__qualname__
    return getattr, (owner, x.__name__)


_simple = {
    type(len): _reduce_builtin,
    type(str.join): lambda x: (getattr, (x.__objclass__, x.__name__)),
    range: lambda x: (range, (x.start, x.stop, x.step)),
    slice: lambda x: (slice, (x.start, x.stop, x.step)),
    type(_reconstructor.__get__(0)): lambda x: (getattr, (x.__self__, x.__func__.__name__)),
}


def _reduce_by_copy(x, cls):
    for base in cls.__mro__:
        if base.__module__ == 'builtins':
            break
    if base is cls:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    args = (cls, base, None if base is object else base(x))
    if cls.__getstate__ is not object.__getstate__:
        state = x.__getstate__()
    elif getattr(x, '__slots__', None):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be '
                        'pickled')
    else:
        state = getattr(x, '__dict__', None)
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
