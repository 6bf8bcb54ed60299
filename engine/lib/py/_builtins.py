"""What natives call on, and the builtins that are written in Python.

Runs first, in the main thread, with _vm, _heddle and builtins (the native half of the module that
programs see) as globals. Law 1: whatever calls back into Python code is Python, so everything here
is what C++ leaves to it: containers of objects with their own __eq__, __hash__ or __repr__, classes,
imports, and the start and end of the program.
"""


def __build_class__(func, name, /, *bases, metaclass=None, **kwds):
    resolved = bases
    for base in bases:
        if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
            resolved = _resolve_bases(bases)
            break
    if metaclass is None:
        meta = type(resolved[0]) if resolved else type
    else:
        meta = metaclass
    if isinstance(meta, type):
        for base in resolved:
            other = type(base)
            if issubclass(meta, other):
                continue
            if issubclass(other, meta):
                meta = other
                continue
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a '
                            '(non-strict) subclass of the metaclasses of all its bases')
    if meta is type:
        ns = {}
    else:
        prepare = _vm.getattr(meta, '__prepare__', None)
        ns = {} if prepare is None else prepare(name, resolved, **kwds)
        if not hasattr(ns, '__getitem__'):
            shown = meta.__name__ if isinstance(meta, type) else '<metaclass>'
            raise TypeError(f'{shown}.__prepare__() must return a mapping, not {type(ns).__name__}')
    if resolved is not bases and '__orig_bases__' not in ns:
        ns['__orig_bases__'] = bases
    cell = _vm.execute(func.__code__, func.__globals__, ns, func.__closure__)
    cls = meta(name, resolved, ns, **kwds)
    if cell is not None and isinstance(cls, type):
        _check_class_cell(cell, cls, name)
    return cls


def _check_class_cell(cell, cls, name):
    try:
        found = cell.cell_contents
    except ValueError:
        raise RuntimeError(f'__class__ not set defining {name!r} as {cls!r}. '
                           f'Was __classcell__ propagated to type.__new__?') from None
    if found is not cls:
        raise TypeError(f'__class__ set to {found!r} defining {name!r} as {cls!r}')


def _resolve_bases(bases):
    new = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            new.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        new.extend(entries)
    return tuple(new)


_vm.bind_library({'__build_class__': __build_class__})


# ---- attributes and calls

def _construct(cls, args, kwnames):
    new = cls.__new__
    self = _vm.call(new, (cls, *args), kwnames)
    if not _isinstance_of(self, cls):
        return self
    init = _vm.special(self, '__init__')
    result = _vm.call(init, args, kwnames)
    if result is not None:
        raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return self


def _isinstance_of(x, cls):
    return cls in type(x).__mro__


def _call_get(get, get_args, args):
    return get(*[a for a in get_args])(*args)


def _call_through_get(x, args, kwnames):
    return _vm.call(_vm.special(x, '__call__'), args, kwnames)


def _exit_through_get(manager, *details):
    return _vm.special(manager, '__exit__')(*details)


def _getattr_default(x, name, default):
    try:
        return _vm.getattr(x, name)
    except AttributeError:
        return default


def _hasattr(x, name):
    try:
        _vm.getattr(x, name)
    except AttributeError:
        return False
    return True


def _attribute_fallback(get, args, fallback, fallback_args):
    try:
        return get(*args)
    except AttributeError:
        return fallback(*fallback_args)


def _object_ne(a, b):
    result = _vm.special(a, '__eq__')(b)
    if result is NotImplemented:
        return NotImplemented
    return not result


def _class_getitem(cls, item):
    method = _vm.getattr(cls, '__class_getitem__', None)
    if method is not None and type(method) is not _native_function:
        return method(item)
    if method is not None or cls is type:
        return _generic_alias(cls, item)
    raise TypeError(f"type '{cls.__name__}' is not subscriptable")


_native_function = type(list.__class_getitem__)


def _generic_alias(origin, args):
    import types
    return types.GenericAlias(origin, args)


def _dir(x):
    names = {}
    if isinstance(x, type):
        for base in x.__mro__:
            names.update(base.__dict__.copy())
        return list(names)
    attributes = _vm.getattr(x, '__dict__', None)
    if attributes is not None:
        names.update(attributes)
    if isinstance(x, type(builtins)):
        return list(names)
    for base in type(x).__mro__:
        names.update(base.__dict__.copy())
    return list(names)


def _reduce(x, protocol):
    import copyreg
    if protocol is None:
        return copyreg._reduce_object(x, 0)
    if protocol is ...:
        return copyreg.__getstate__(x)
    return copyreg.__reduce_ex__(x, protocol)


# ---- instance and subclass checks

def _isinstance(x, classes):
    if isinstance(classes, tuple):
        for item in classes:
            if isinstance(x, item):
                return True
        return False
    check = _vm.special(classes, '__instancecheck__')
    if check is not None:
        return bool(check(x))
    bases = _getattr_default(classes, '__bases__', None)
    if not isinstance(bases, tuple):
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    return _derives(_getattr_default(x, '__class__', type(x)), classes)


def _issubclass(cls, classes):
    if isinstance(classes, tuple):
        for item in classes:
            if issubclass(cls, item):
                return True
        return False
    check = _vm.special(classes, '__subclasscheck__')
    if check is not None:
        return bool(check(cls))
    return _abstract_subclass(cls, classes)


def _claims_class(x, cls):
    claimed = _getattr_default(x, '__class__', None)
    return isinstance(claimed, type) and cls in claimed.__mro__


# Whatever has a tuple of __bases__ counts as a class.
def _abstract_subclass(cls, classes):
    if not isinstance(_getattr_default(cls, '__bases__', None), tuple):
        raise TypeError('issubclass() arg 1 must be a class')
    if not isinstance(_getattr_default(classes, '__bases__', None), tuple):
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return _derives(cls, classes)


def _derives(cls, other):
    if cls is other:
        return True
    bases = _getattr_default(cls, '__bases__', ())
    if not isinstance(bases, tuple):
        return False
    for base in bases:
        if _derives(base, other):
            return True
    return False


# ---- property

# The __doc__ of the class would hide one that lies in the property: it goes into the instance.
def _property_doc(self, getter, doc):
    of_getter = doc is None and getter is not None
    if of_getter:
        doc = _getattr_default(getter, '__doc__', None)
        of_getter = doc is not None
    try:
        self.__doc__ = doc
    except AttributeError:
        if of_getter:
            raise


# ---- truth, equality, hashing, ordering

def _equal(a, b):
    return a is b or bool(a == b)


def _hash(x):
    if type(x) is tuple or _vm.special(x, '__hash__') is None:
        if isinstance(x, tuple):
            return _heddle.tuple_hash([hash(item) for item in x])
    method = _vm.special(x, '__hash__')
    if method is None:
        raise TypeError(f"unhashable type: '{type(x).__name__}'")
    if isinstance(x, tuple) and type(x).__hash__ is tuple.__hash__:
        return _heddle.tuple_hash([hash(item) for item in x])
    value = method()
    if not isinstance(value, int):
        raise TypeError('__hash__ method should return an integer')
    return _heddle.hash_of_int(value)


def len(x, /):
    method = _vm.special(x, '__len__')
    if method is None:
        raise TypeError(f"object of type '{type(x).__name__}' has no len()")
    n = _fallbacks._as_int(method())
    if n < 0:
        raise ValueError('__len__() should return >= 0')
    return n


def _compare(op, a, b):
    if op == '<':
        return a < b
    if op == '<=':
        return a <= b
    if op == '>':
        return a > b
    return a >= b


def _sequence_compare(op, a, b):
    i = 0
    while i < builtins.len(a) and i < builtins.len(b):
        x, y = a[i], b[i]
        if x is not y and not x == y:
            if i >= builtins.len(a) or i >= builtins.len(b):
                break
            if op == '==':
                return False
            if op == '!=':
                return True
            return _compare(op, x, y)
        i += 1
    m, n = builtins.len(a), builtins.len(b)
    if op == '==':
        return m == n
    if op == '!=':
        return m != n
    return _compare(op, m, n)


# ---- sequences

def _sequence_contains(seq, item):
    for x in seq:
        if x is item or x == item:
            return True
    return False


def _contains(container, item):
    if _vm.special(container, '__iter__') is None and _vm.special(container, '__getitem__') is None:
        raise TypeError(f"argument of type '{type(container).__name__}' is not iterable")
    for x in container:
        if x is item or x == item:
            return True
    return False


_deque = _heddle.builtin_type('deque')


def _sequence_index(seq, item, start=0, stop=None):
    n = builtins.len(seq)
    start = _fallbacks._as_int(start)
    if start < 0:
        start = max(start + n, 0)
    stop = n if stop is None else _fallbacks._as_int(stop)
    if stop < 0:
        stop += n
    is_deque = isinstance(seq, _deque)
    i = start
    while i < stop and i < builtins.len(seq):
        x = seq[i]
        if x is item or x == item:
            return i
        if is_deque and builtins.len(seq) != n:
            raise RuntimeError('deque mutated during iteration')
        i += 1
    if isinstance(seq, tuple):
        raise ValueError('tuple.index(x): x not in tuple')
    kind = 'list' if isinstance(seq, list) else 'deque' if is_deque else 'sequence'
    raise ValueError(f'{item!r} is not in {kind}')


def _sequence_count(seq, item):
    n = 0
    for x in seq:
        if x is item or x == item:
            n += 1
    return n


def _list_remove(items, item):
    i = 0
    for x in items:
        if x is item or x == item:
            del items[i]
            return
        i += 1
    raise ValueError('list.remove(x): x not in list')


def _list_extend(items, iterable):
    for x in iterable:
        items.append(x)


def _display_extend(items, iterable, is_call=False, function=None):
    if _vm.special(iterable, '__iter__') is None and _vm.special(iterable, '__getitem__') is None:
        what = f'{_function_name(function)} argument' if is_call else 'Value'
        raise TypeError(f"{what} after * must be an iterable, not {type(iterable).__name__}")
    for x in iterable:
        items.append(x)


def _iter_checked(x):
    iterator = _vm.special(x, '__iter__')()
    if _vm.special(iterator, '__next__') is None:
        raise TypeError(f"iter() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


def _list_from(iterable):
    return [x for x in iterable]


def _tuple_from(iterable):
    items = [x for x in iterable]
    return (*items,)


def _unpack(iterable, before, after):
    """As many items as the unpacking needs to be decided, as a list."""
    try:
        iterator = iter(iterable)
    except TypeError:
        if _vm.special(iterable, '__iter__') is None and _vm.special(iterable, '__getitem__') is None:
            raise TypeError(f'cannot unpack non-iterable {type(iterable).__name__} object') from None
        raise
    if after >= 0:
        return [x for x in iterator]
    items = []
    for x in iterator:
        items.append(x)
        if builtins.len(items) > before:
            raise ValueError(f'too many values to unpack (expected {before})')
    return items


# ---- dicts and sets whose keys have their own __eq__ or __hash__ (see objects/dict.h)

_missing = object()


def _dict_lookup(d, key):
    """(hash, version, cursor, value) of the entry; cursor is None where there is none."""
    h = hash(key)
    while True:
        version = _heddle.dict_version(d)
        cursor = 0
        while True:
            found = _heddle.dict_probe(d, version, h, cursor)
            if found is None:
                return h, version, None, None
            if found is False:
                break
            cursor, k, value = found
            if k is key or k == key:
                return h, version, cursor, value


def _dict_getitem(d, key):
    h, version, cursor, value = _dict_lookup(d, key)
    if cursor is not None:
        return value
    if type(d) is not dict:
        missing = _vm.special(d, '__missing__')
        if missing is not None:
            return missing(key)
    raise KeyError(key)


def _dict_get(d, key, default=None):
    h, version, cursor, value = _dict_lookup(d, key)
    return default if cursor is None else value


def _dict_contains(d, key):
    return _dict_lookup(d, key)[2] is not None


def _dict_setitem(d, key, value):
    while True:
        h, version, cursor, old = _dict_lookup(d, key)
        if cursor is None:
            if _heddle.dict_insert(d, version, h, key, value) is not False:
                return
        elif _heddle.dict_store_at(d, version, h, cursor, value) is not False:
            return


def _dict_delitem(d, key):
    while True:
        h, version, cursor, old = _dict_lookup(d, key)
        if cursor is None:
            raise KeyError(key)
        if _heddle.dict_remove_at(d, version, h, cursor) is not False:
            return


def _dict_pop(d, key, default=_missing):
    while True:
        h, version, cursor, value = _dict_lookup(d, key)
        if cursor is None:
            if default is _missing:
                raise KeyError(key)
            return default
        if _heddle.dict_remove_at(d, version, h, cursor) is not False:
            return value


def _dict_setdefault(d, key, default=None):
    while True:
        h, version, cursor, value = _dict_lookup(d, key)
        if cursor is not None:
            return value
        if _heddle.dict_insert(d, version, h, key, default) is not False:
            return default


def _dict_update(d, other):
    if isinstance(other, dict) and type(other).__iter__ is dict.__iter__:
        for key, value in other.items():
            d[key] = value
        return
    if hasattr(other, 'keys'):
        for key in other.keys():
            d[key] = other[key]
        return
    raise TypeError(f"'{type(other).__name__}' object is not a mapping")


def _dict_from(d, source, kwargs):
    if source is not _missing:
        if hasattr(source, 'keys'):
            for key in source.keys():
                d[key] = source[key]
        else:
            i = 0
            for item in source:
                try:
                    pair = item if isinstance(item, (list, tuple)) else [x for x in item]
                except TypeError:
                    raise TypeError('cannot convert dictionary update sequence element '
                                    f'#{i} to a sequence') from None
                if builtins.len(pair) != 2:
                    raise ValueError(f'dictionary update sequence element #{i} has length '
                                     f'{builtins.len(pair)}; 2 is required')
                d[pair[0]] = pair[1]
                i += 1
    if kwargs:
        for key, value in kwargs.items():
            d[key] = value


def _function_name(f):
    name = _vm.getattr(f, '__qualname__', None)
    if name is None:
        return str(f)
    module = _vm.getattr(f, '__module__', None)
    if module is None or module == 'builtins':
        return f'{name}()'
    return f'{module}.{name}()'


def _dict_merge(d, other, function):
    if not hasattr(other, 'keys'):
        raise TypeError(f'{_function_name(function)} argument after ** must be a mapping, '
                        f'not {type(other).__name__}')
    for key in other.keys():
        if not isinstance(key, str):
            raise TypeError('keywords must be strings')
        if key in d:
            raise TypeError(f"{_function_name(function)} got multiple values for keyword "
                            f"argument '{key}'")
        d[key] = other[key]


def _dict_compare(op, a, b):
    return _dict_eq(a, b) == (op == '==')


def _dict_eq(a, b):
    if builtins.len(a) != builtins.len(b):
        return False
    for key, value in [*a.items()]:
        other = b.get(key, _missing)
        if other is _missing:
            return False
        if value is not other and not value == other:
            return False
    return True


def _set_lookup(s, item):
    h = hash(item)
    while True:
        version = _heddle.set_version(s)
        cursor = 0
        while True:
            found = _heddle.set_probe(s, version, h, cursor)
            if found is None:
                return h, version, None
            if found is False:
                break
            cursor, k = found
            if k is item or k == item:
                return h, version, cursor


def _set_add(s, item):
    while True:
        h, version, cursor = _set_lookup(s, item)
        if cursor is not None or _heddle.set_insert(s, version, h, item) is not False:
            return


def _set_discard(s, item):
    while True:
        h, version, cursor = _set_lookup(s, item)
        if cursor is None:
            return False
        if _heddle.set_remove_at(s, version, h, cursor) is not False:
            return True


def _set_contains(s, item):
    return _set_lookup(s, item)[2] is not None


def _set_update(s, iterable):
    for x in iterable:
        _heddle_set_add(s, x)


def _heddle_set_add(s, x):
    set.add(s, x)


def _set_from(iterable, frozen):
    s = set()
    for x in iterable:
        s.add(x)
    return _heddle.freeze(s) if frozen else s


# ---- text

_in_repr = {}


def _enter_repr(x):
    key = (_vm_ident(), id(x))
    if key in _in_repr:
        return None
    _in_repr[key] = True
    return key


def _container_repr(x, method):
    key = _enter_repr(x)
    if key is None:
        if isinstance(x, list):
            return '[...]'
        if isinstance(x, dict):
            return '{...}'
        if isinstance(x, tuple):
            return '(...)'
        return f'{type(x).__name__}(...)'
    try:
        if isinstance(x, list):
            return '[' + ', '.join([repr(item) for item in x]) + ']'
        if isinstance(x, tuple):
            if builtins.len(x) == 1:
                return f'({x[0]!r},)'
            return '(' + ', '.join([repr(item) for item in x]) + ')'
        if isinstance(x, dict):
            return '{' + ', '.join([f'{k!r}: {v!r}' for k, v in x.items()]) + '}'
        inner = '{' + ', '.join([repr(item) for item in x]) + '}'
        if type(x) is set:
            return inner
        return f'{type(x).__name__}({inner})'
    finally:
        del _in_repr[key]


_container_reprs = (list.__repr__, tuple.__repr__, dict.__repr__, set.__repr__, frozenset.__repr__)
_view_types = (type({}.keys()), type({}.values()), type({}.items()))


def _repr(x):
    method = type(x).__repr__
    for known in _container_reprs:
        if method is known:
            return _container_repr(x, method)
    if type(x) in _view_types:
        return f'{type(x).__name__}({[item for item in x]!r})'
    if type(x) is slice:
        return f'slice({x.start!r}, {x.stop!r}, {x.step!r})'
    if isinstance(x, BaseException) and method is BaseException.__repr__:
        args = x.args
        if builtins.len(args) == 1:
            return f'{type(x).__name__}({args[0]!r})'
        return f'{type(x).__name__}{args!r}'
    text = _vm.special(x, '__repr__')()
    if not isinstance(text, str):
        raise TypeError(f'__repr__ returned non-string (type {type(text).__name__})')
    return text


def _str(x):
    if isinstance(x, BaseException) and type(x).__str__ is BaseException.__str__:
        args = x.args
        if not args:
            return ''
        return str(args[0]) if builtins.len(args) == 1 else str(args)
    if type(x).__str__ is object.__str__:
        return repr(x)
    text = _vm.special(x, '__str__')()
    if not isinstance(text, str):
        raise TypeError(f'__str__ returned non-string (type {type(text).__name__})')
    return text


def _ascii(x):
    return _heddle.ascii_of(repr(x))


def _format(x, spec):
    text = _vm.special(x, '__format__')(spec)
    if not isinstance(text, str):
        raise TypeError(f'__format__ must return a str, not {type(text).__name__}')
    return text


def _format_value(x, conversion, spec):
    if conversion == 115:
        x = str(x)
    elif conversion == 114:
        x = repr(x)
    elif conversion == 97:
        x = ascii(x)
    return format(x, spec)


def _str_join(sep, iterable):
    if _vm.special(iterable, '__iter__') is None and _vm.special(iterable, '__getitem__') is None:
        raise TypeError('can only join an iterable')
    return sep.join([x for x in iterable])


# ---- iteration protocols

def _delegate_throw(iterator, exception):
    throw = _vm.getattr(iterator, 'throw', None)
    if isinstance(exception, GeneratorExit):
        close = _vm.getattr(iterator, 'close', None)
        if close is not None:
            close()
        raise exception
    if throw is None:
        raise exception
    return throw(exception)


def _delegate_send(iterator, value):
    return iterator.send(value)


def _generator_close(generator):
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration) as e:
        return e.value if isinstance(e, StopIteration) else None
    kind = type(generator).__name__
    raise RuntimeError(f'{kind} ignored GeneratorExit')


def _get_awaitable(x, context):
    method = _vm.special(x, '__await__')
    if method is None:
        if context == 1:
            raise TypeError("'async with' received an object from __aenter__ that does not "
                            f"implement __await__: {type(x).__name__}")
        if context == 2:
            raise TypeError("'async with' received an object from __aexit__ that does not "
                            f"implement __await__: {type(x).__name__}")
        raise TypeError(f"object {type(x).__name__} can't be used in 'await' expression")
    iterator = method()
    if type(iterator) is _coroutine or (type(iterator) is _generator
                                        and iterator.gi_code.co_flags & 0x100):
        raise TypeError('__await__() returned a coroutine')
    if _vm.special(iterator, '__next__') is None:
        raise TypeError(f"__await__() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


def _get_aiter(x):
    method = _vm.special(x, '__aiter__')
    if method is None:
        raise TypeError("'async for' requires an object with __aiter__ method, "
                        f"got {type(x).__name__}")
    iterator = method()
    if _vm.special(iterator, '__anext__') is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement "
                        f"__anext__: {type(iterator).__name__}")
    return iterator


def _get_anext(x):
    item = _vm.special(x, '__anext__')()
    if type(item) is _coroutine:
        return item
    try:
        return _get_awaitable(item, 0)
    except BaseException as e:
        raise TypeError("'async for' received an invalid object from __anext__: "
                        f"{type(item).__name__}") from e


# ---- match statements

_text_types = str, bytes, bytearray


def _collection_of(x):
    """collections.abc's Sequence or Mapping for what patterns take as such, or None. A class is one
    of the two: what comes first in its order of bases decides, as for CPython's type flags."""
    import collections.abc as abc
    for base in type(x).__mro__:
        if base in _text_types:
            return None
        for kind, mutable in (abc.Sequence, abc.MutableSequence), (abc.Mapping, abc.MutableMapping):
            if base is kind or base in kind._abc_registry or base in mutable._abc_registry:
                return kind
    return None


def _is_sequence(x):
    import collections.abc
    return _collection_of(x) is collections.abc.Sequence


def _is_mapping(x):
    import collections.abc
    return _collection_of(x) is collections.abc.Mapping


def _match_keys(subject, keys):
    seen = []
    values = []
    for key in keys:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.append(key)
        if isinstance(subject, dict):
            value = dict.get(subject, key, _missing)
        else:
            value = subject.get(key, _missing)
        if value is _missing:
            return None
        values.append(value)
    return (*values,)


_match_self = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def _match_class(subject, cls, positional, names):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a class')
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if positional:
        match_args = _vm.getattr(cls, '__match_args__', _missing)
        if match_args is _missing:
            match_self = False
            for base in cls.__mro__:
                if base in _match_self:
                    match_self = True
            allowed = 1 if match_self else 0
        else:
            match_self = False
            if not isinstance(match_args, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple '
                                f'(got {type(match_args).__name__})')
            allowed = builtins.len(match_args)
        if positional > allowed:
            plural = '' if allowed == 1 else 's'
            raise TypeError(f'{cls.__name__}() accepts {allowed} positional sub-pattern{plural} '
                            f'({positional} given)')
        if match_self:
            values.append(subject)
        else:
            for i in range(positional):
                name = match_args[i]
                if not isinstance(name, str):
                    raise TypeError('__match_args__ elements must be strings '
                                    f'(got {type(name).__name__})')
                if name in seen:
                    raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute "
                                    f"'{name}'")
                seen.append(name)
                value = _vm.getattr(subject, name, _missing)
                if value is _missing:
                    return None
                values.append(value)
    for name in names:
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute '{name}'")
        seen.append(name)
        value = _vm.getattr(subject, name, _missing)
        if value is _missing:
            return None
        values.append(value)
    return (*values,)


def _copy_dict_without(subject, keys):
    rest = dict(subject)
    for key in keys:
        del rest[key]
    return rest


# ---- exceptions

def _exception_of(cls):
    made = cls()
    if not isinstance(made, BaseException):
        raise TypeError(f'calling {cls!r} should have returned an instance of '
                        f'BaseException, not {type(made)!r}')
    return made


def _make_exception(exception, cause):
    if isinstance(exception, type):
        exception = _exception_of(exception)
    if cause is not ...:
        if isinstance(cause, type) and issubclass(cause, BaseException):
            cause = _exception_of(cause)
        exception.__cause__ = cause
        exception.__suppress_context__ = True
    return exception


def _check_eg_match(group, types):
    for t in types if isinstance(types, tuple) else (types,):
        if not isinstance(t, type) or not issubclass(t, BaseException):
            raise TypeError('catching classes that do not inherit from BaseException is not '
                            'allowed')
        if issubclass(t, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. '
                            'Use except instead.')
    if isinstance(group, types) and not isinstance(group, BaseExceptionGroup):
        wrapped = BaseExceptionGroup('', (group,))
        return None, wrapped
    if isinstance(group, BaseExceptionGroup):
        match, rest = group.split(types)
        return rest, match
    return group, None


def _prep_reraise_star(original, raised):
    raised = [e for e in raised if e is not None]
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return raised[0] if builtins.len(raised) == 1 else BaseExceptionGroup('', raised)
    again = []
    fresh = []
    for e in raised:
        if isinstance(e, BaseExceptionGroup) and e.__traceback__ is original.__traceback__:
            again.append(e)
        else:
            fresh.append(e)
    if not again and builtins.len(fresh) == 1:
        return fresh[0]
    if again:
        # What goes on keeps the shape of the original group.
        leaves = {}
        for e in again:
            _collect_leaves(e, leaves)
        kept = original.subgroup(lambda e: id(e) in leaves)
        if not fresh:
            return kept
        fresh.append(kept)
    return BaseExceptionGroup('', fresh)


def _collect_leaves(group, leaves):
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            _collect_leaves(e, leaves)
        else:
            leaves[id(e)] = e


# ---- type parameters (PEP 695)

def _intrinsic(number, args):
    if number == 0:
        import sys
        sys.displayhook(args[0])
        return None
    if number == 1:
        return RuntimeError('generator raised StopIteration')
    import typing
    return typing._intrinsic(number, args)


# ---- imports

_modules = {}


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    if not isinstance(name, str):
        raise TypeError('module name must be a string')
    if level < 0:
        raise ValueError('level must be >= 0')
    if level:
        if not isinstance(globals, dict | None):
            raise TypeError('globals must be a dict')
        name = _absolute_name(name, globals, level)
    elif not name:
        raise ValueError('Empty module name')
    module = _modules.get(name)
    if module is None or _vm.getattr(module, '__initializing__', False):
        import_module = _import_dotted
        module = import_module(name)
    if fromlist:
        return module
    if level == 0 or name:
        top = name.partition('.')[0]
        if level:
            return module
        return _modules[top]
    return module


def _absolute_name(name, globals, level):
    package = globals.get('__package__') if globals else None
    if package is None and globals is not None and '__name__' not in globals:
        raise KeyError("'__name__' not in globals")
    if not package:
        package = globals.get('__name__', '') if globals else ''
        if globals is None or '__path__' not in globals:
            package = package.rpartition('.')[0]
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    parts = package.split('.')
    if builtins.len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    base = '.'.join(parts[:builtins.len(parts) - level + 1])
    return f'{base}.{name}' if name else base


def _import_dotted(name):
    parent = None
    path = ''
    for part in name.split('.'):
        path = f'{path}.{part}' if path else part
        module = _modules.get(path, _missing)
        if module is _missing or module is None:
            module = _load(path, parent)
        elif _vm.getattr(module, '__initializing__', None) is not None:
            _await_module(module)
        parent = module
    return parent


# Thread → what it waits for: (the thread that runs a module's body, an event), as in
# module.__initializing__.
_import_waits = {}


def _await_module(module):
    """Waits while another thread runs the module's body, unless that one waits for this thread:
    then the module is given as it is, as in a circular import."""
    state = _vm.getattr(module, '__initializing__', None)
    me = _vm_ident()
    if state is None:
        return
    with _import_waits_lock:
        owner = state[0]
        while owner != me and owner in _import_waits:
            owner = _import_waits[owner][0]
        if owner == me:
            return
        _import_waits[me] = state
    try:
        _thread.event_wait(state[1])
    finally:
        del _import_waits[me]


def _load(name, parent):
    # A module that the program has just written is complete when it is imported.
    flush = _vm.getattr(_modules.get('io'), '_flush_all', None)
    if flush is not None:
        flush()
    found = _find(name, parent)
    if found is None:
        if parent is not None and not hasattr(parent, '__path__'):
            raise ModuleNotFoundError(f"No module named '{name}'; '{parent.__name__}' is not a "
                                      f"package", name=name)
        raise ModuleNotFoundError(_no_module(name), name=name)
    kind, payload = found
    if kind == 'native':
        module = payload
        current = _modules.setdefault(name, module)
    elif kind == 'namespace':
        module = type(builtins)(name)
        module.__package__ = name
        module.__path__ = payload
        current = _modules.setdefault(name, module)
    else:
        source, path, is_package, code = payload
        module = type(builtins)(name)
        module.__file__ = path
        module.__package__ = name if is_package else name.rpartition('.')[0]
        if is_package:
            module.__path__ = [path.rpartition('/')[0]]
        event = _thread.event()
        module.__initializing__ = (_vm_ident(), event)
        current = _modules.setdefault(name, module)
        if current is module:
            try:
                if code is None:
                    code = _vm.compile(source, path, 'exec', False)
                    module.__builtins__ = builtins
                _vm.execute(code, module.__dict__, None, None)
            except BaseException:
                _modules.pop(name, None)
                raise
            finally:
                del module.__initializing__
                _thread.event_set(event)
            current = _modules.get(name, module)
        elif _vm.getattr(current, '__initializing__', None) is not None:
            _await_module(current)
    if parent is not None:
        _vm.setattr(parent, name.rpartition('.')[2], current)
    return current


def _reload(module, name):
    parent = _modules.get(name.rpartition('.')[0])
    found = _find(name, parent)
    if found is None:
        raise ModuleNotFoundError(f"spec not found for the module '{name}'", name=name)
    kind, payload = found
    if kind == 'source':
        source, path, _, code = payload
        if code is None:
            code = _vm.compile(source, path, 'exec', False)
        _vm.execute(code, module.__dict__, None, None)


_absent = {
    'it draws on a screen': 'turtle turtledemo tkinter curses pygame pyglet matplotlib seaborn',
    'it needs a desktop': 'webbrowser idlelib PyQt5 PyQt6 PySide6 wx',
    'it calls native code': 'ctypes cffi',
    'it needs the network': 'requests urllib.request urllib.error http.client http.server ftplib '
        'smtplib imaplib poplib xmlrpc urllib3 httpx aiohttp websockets ssl boto3 redis psycopg2 '
        'pymysql pymongo flask django fastapi uvicorn tornado twisted',
    'it is a package of native code': 'numpy pandas scipy sklearn torch tensorflow PIL cv2 lxml '
        'numba cython uvloop greenlet',
}


def _no_module(name):
    for reason, names in _absent.items():
        if name in names.split():
            return f"No module named '{name}' in Heddle: {reason}"
    import _stdlib_names
    if name in _stdlib_names.names:
        return f"No module named '{name}' in Heddle, which has not all of the standard library"
    return f"No module named '{name}'"


def _find(name, parent):
    if parent is None or '.' not in name:
        if name not in _protected:
            local = _find_file(name, _search_path())
            if local is not None:
                return 'source', local
    elif hasattr(parent, '__path__'):
        local = _find_file(name.rpartition('.')[2], parent.__path__)
        if local is not None:
            return 'source', local
    module = _vm.native_module(name)
    if module is not None:
        return 'native', module
    found = _vm.library_code(name)
    if isinstance(found, str):
        raise ImportError(f"cannot load the module '{name}': {found}", name=name)
    if found is not None:
        code, path, is_package = found
        return 'source', (None, path, is_package, code)
    folders = _namespace_folders(name.rpartition('.')[2], _search_path() if parent is None else
                                 _vm.getattr(parent, '__path__', ()))
    return ('namespace', folders) if folders else None


def _namespace_folders(name, search):
    """The folders of a package without an __init__.py."""
    paths = [f'{folder}/{name}' if folder else name for folder in search
             if isinstance(folder, str) and not folder.startswith('<')]
    return [path for path in paths if _posix.file_kind(path, True) == 0o040000]


def _search_path():
    sys = _modules.get('sys')
    return [] if sys is None else sys.path


# Modules that the engine itself is made of: a file of this name beside the program does not
# replace them.
_protected = ('builtins', 'sys', '_vm', '_heddle', '_thread', '_builtins', '_posix', '_frame', 'time')


def _find_file(name, folders):
    for folder in folders:
        if not isinstance(folder, str) or folder.startswith('<'):
            continue
        base = f'{folder}/{name}' if folder else name
        for path, is_package in ((f'{base}/__init__.py', True), (f'{base}.py', False)):
            source = _posix.read_file(path)
            if source is not None:
                return source, path, is_package, None
    return None


def _import_from(module, name):
    value = _vm.getattr(module, name, _missing)
    if value is not _missing:
        return value
    package = _vm.getattr(module, '__name__', None)
    if package is not None:
        full = f'{package}.{name}'
        if full in _modules:
            return _modules[full]
        if hasattr(module, '__path__'):
            try:
                return _import_dotted(full)
            except ModuleNotFoundError as e:
                if e.name != full:
                    raise
    where = _vm.getattr(module, '__file__', None)
    advice = _shadowing_advice(module, package, where)
    if advice is not None:
        raise ImportError(f"cannot import name '{name}' from '{package}' {advice}",
                          name=package, path=where, name_from=name)
    if _vm.getattr(module, '__initializing__', None) is not None:
        raise ImportError(f"cannot import name '{name}' from partially initialized module "
                          f"'{package}' (most likely due to a circular import) ({where})",
                          name=package, path=where, name_from=name)
    shown = where if where is not None else 'unknown location'
    raise ImportError(f"cannot import name '{name}' from '{package}' ({shown})",
                      name=package, path=where, name_from=name)


def _shadowing_advice(module, name, where):
    """What to say of a file beside the program that hides, or may hide, a library."""
    path = _search_path()
    if where is None or not path or where.rpartition('/')[0] != path[0]:
        return None
    import _stdlib_names
    if name in _stdlib_names.names:
        return (f"(consider renaming {where!r} since it has the same name as the standard library "
                f"module named '{name}' and prevents importing that standard library module)")
    if _vm.getattr(module, '__initializing__', None) is not None:
        return (f"(consider renaming {where!r} if it has the same name as a library you intended "
                "to import)")
    return None


def _import_star(module, namespace):
    names = _vm.getattr(module, '__all__', None)
    if names is None:
        names = [name for name in module.__dict__ if not name.startswith('_')]
    for name in names:
        namespace[name] = _vm.getattr(module, name)


def _load_name(mapping, name, globals):
    try:
        return mapping[name]
    except KeyError:
        pass
    if name in globals:
        return globals[name]
    value = builtins.__dict__.get(name, _missing)
    if value is _missing:
        raise NameError(f"name '{name}' is not defined", name=name)
    return value


# ---- threads and the program

def _thread_main(callable, args, kwargs):
    try:
        if kwargs:
            callable(*args, **kwargs)
        else:
            callable(*args)
    except SystemExit:
        pass
    except BaseException as e:
        import sys
        sys.unraisablehook(sys._Unraisable(
            type(e), e, e.__traceback__,
            f'Exception ignored in thread started by {callable!r}', None))


_generator = _heddle.builtin_type('generator')
_coroutine = _heddle.builtin_type('coroutine')
_async_generator = _heddle.builtin_type('async_generator')
_steps = (_heddle.builtin_type('async_generator_asend'),
          _heddle.builtin_type('async_generator_athrow'))


def _tell_deaths():
    """Calls the finalizers of what has died, and the callbacks of weak references to it."""
    try:
        while True:
            deaths = _vm.deaths()
            if not deaths:
                return
            again = False
            for item, callback, reference in deaths:
                if callback is None:
                    again = again or reference
                    _finalize(item)
                else:
                    try:
                        callback(reference)
                    except BaseException as e:
                        _ignore(e, callback)
            item = callback = reference = deaths = None
            if again:
                # The weak references to what has been finalized are cleared now.
                _vm.collect()
    finally:
        _vm.deaths_told()


def _finalize(item):
    kind = type(item)
    if kind is _generator or kind is _coroutine or kind is _async_generator or kind in _steps:
        try:
            if kind is _async_generator:
                _finalize_async_generator(item)
            elif kind in _steps:
                _warn_unawaited_step(item)
            elif kind is _coroutine and not item.cr_suspended and item.cr_frame is not None:
                _warn_unawaited(item)
            else:
                item.close()
        except BaseException as e:
            _ignore(e, item)
        return
    finalizer = _vm.special(item, '__del__')
    if finalizer is None:
        # The library had it watched, by natives of its own.
        finalizer = getattr(item, '_died', None)
        if finalizer is None:
            return
    try:
        finalizer()
    except BaseException as e:
        _ignore(e, getattr(type(item), '__del__', finalizer))


def _finalize_async_generator(agen):
    finalizer = agen._finalizer
    if finalizer is not None:
        finalizer(agen)
        return
    try:
        agen.aclose().send(None)
    except StopIteration:
        return
    raise RuntimeError('async generator ignored GeneratorExit')


def _warn_unawaited(coro):
    import warnings
    warn = getattr(warnings, '_warn_unawaited_coroutine', None)
    if warn is not None:
        warn(coro)
    else:
        warnings.warn(f"coroutine '{coro.__qualname__}' was never awaited", RuntimeWarning)


def _warn_unawaited_step(step):
    import warnings
    warnings.warn(f'coroutine method {step._method!r} of {step._qualname!r} was never awaited',
                  RuntimeWarning, source=step)


def _ignore(e, culprit):
    import sys
    # The frame of the library is nobody's business.
    sys.unraisablehook(sys._Unraisable(type(e), e, e.__traceback__.tb_next, None, culprit))


def _run_main():
    import _main
    return _main.run()


_vm.bind_library(_vm.frame_globals(0))

def _thread_name(name):
    if name in ('_ThreadHandle', 'start_joinable_thread', 'daemon_threads_allowed'):
        import _thread_handle
        return getattr(_thread_handle, name)
    if name in ('stack_size', '_local', '_ExceptHookArgs', '_excepthook'):
        import threading
        return getattr(threading, name.removeprefix('_'))
    raise AttributeError(f"module '_thread' has no attribute '{name}'", name=name, obj=_thread)


_thread = _vm.native_module('_thread')
_thread.__getattr__ = _thread_name
_posix = _vm.native_module('_posix')
_modules['builtins'] = builtins
_modules['_thread'] = _thread
_modules['_vm'] = _vm
_modules['_heddle'] = _heddle
_modules['_posix'] = _posix
_modules['_frame'] = _vm.native_module('_frame')
_modules['_builtins'] = _this = type(builtins)('_builtins')
_this._set_discard = _set_discard
_this._modules = _modules
_this._finalize = _finalize
_this._reload = _reload
_this._find_module = _find
_vm_ident = _thread.get_ident
_import_waits_lock = _thread.allocate_lock()
builtins.__build_class__ = _heddle.builtin_function(__build_class__, 'builtins')
builtins.__import__ = _heddle.builtin_function(__import__, 'builtins')

import _fallbacks
import _iterators
import _prelude
