"""The second half of what natives call on: the general case of builtin functions and methods, for
objects whose special methods are written in Python. The first half is _builtins."""

import _heddle
import _vm
import builtins

_special = _vm.special
_missing = object()


# ---- code

def _warn_of_syntax(code, filename, source, found):
    import warnings
    for message, lineno, offset, end_lineno, end_offset in found:
        try:
            warnings.warn_explicit(message, SyntaxWarning, filename, lineno)
        except SyntaxWarning:
            lines = source.splitlines(True)
            text = lines[lineno - 1] if lineno <= len(lines) else None
            where = filename, lineno, offset, text, end_lineno, end_offset
            raise SyntaxError(message, where) from None
    return code


# ---- classes and calls

def _call_keywords(f, args, kwargs):
    return f(*args, **kwargs) if kwargs else f(*args)


def _finish_class(cls, kwargs):
    mro = type(cls).mro
    if mro is not type.mro:
        _heddle.set_mro(cls, tuple(mro(cls)))
    for name, value in list(cls.__dict__.items()):
        set_name = _special(value, '__set_name__')
        if set_name is not None:
            try:
                set_name(cls, name)
            except BaseException as e:
                e.add_note(f"Error calling __set_name__ on '{type(value).__name__}' instance "
                           f"{name!r} in {cls.__name__!r}")
                raise
    hook = super(cls, cls).__init_subclass__
    if kwargs:
        hook(**kwargs)
    else:
        hook()
    return cls


def _type_union(a, b):
    import types
    return types._union(a, b)


def _method_repr(x):
    if isinstance(x, staticmethod):
        return f'<staticmethod({x.__func__!r})>'
    if isinstance(x, classmethod):
        return f'<classmethod({x.__func__!r})>'
    f = x.__func__
    name = getattr(f, '__qualname__', None) or getattr(f, '__name__', '?')
    return f'<bound method {name} of {x.__self__!r}>'


def _mappingproxy_repr(mapping):
    return f'mappingproxy({mapping!r})'


def _frame_locals(frame):
    from _frames import FrameLocalsProxy
    return FrameLocalsProxy(frame)


def _exception_repr(name, what, single):
    return f'{name}({what!r})' if single else f'{name}{what!r}'


def _group_new(cls, message, exceptions):
    if not isinstance(message, str):
        raise TypeError('BaseExceptionGroup.__new__() argument 1 must be str, '
                        f'not {type(message).__name__}')
    if not hasattr(exceptions, '__getitem__') or isinstance(exceptions, (dict, set)):
        raise TypeError('second argument (exceptions) must be a sequence')
    members = tuple(exceptions)
    if not members:
        raise ValueError('second argument (exceptions) must be a non-empty sequence')
    for i, e in enumerate(members):
        if not isinstance(e, BaseException):
            raise ValueError(f'Item {i} of second argument (exceptions) is not an exception')
    plain = True
    for e in members:
        if not isinstance(e, Exception):
            plain = False
    if cls is BaseExceptionGroup:
        if plain:
            cls = ExceptionGroup
    elif not plain:
        if cls is ExceptionGroup:
            raise TypeError('Cannot nest BaseExceptions in an ExceptionGroup')
        if issubclass(cls, Exception):
            raise TypeError(f'Cannot nest BaseExceptions in {cls.__name__!r}')
    group = _heddle.exception_new(cls, (message, exceptions))
    group.message = message
    group.exceptions = members
    return group


def _slice_indices(key, length):
    length = _index(length)
    if length < 0:
        raise ValueError('length should not be negative')
    start, stop, step = _slice_part(key.start), _slice_part(key.stop), _slice_part(key.step)
    if step is None:
        step = 1
    if step == 0:
        raise ValueError('slice step cannot be zero')
    low, high = (0, length) if step > 0 else (-1, length - 1)

    def placed(part, default):
        if part is None:
            return default
        return max(part + length, low) if part < 0 else min(part, high)

    if step > 0:
        return placed(start, low), placed(stop, high), step
    return placed(start, high), placed(stop, low), step


def _rarely(name, *args):
    import _rarely
    return getattr(_rarely, name)(*args)


def _raise_called(cls, *args):
    raise cls(*args)


# ---- indices and slices

def _as_int(x):
    if isinstance(x, int):
        return x
    method = _special(x, '__index__')
    if method is None:
        raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
    n = method()
    if not isinstance(n, int):
        raise TypeError(f'__index__ returned non-int (type {type(n).__name__})')
    return n


def _index(x):
    """The same, with a warning when __index__ gives more than an int."""
    n = _as_int(x)
    if n is not x and type(n) is not int:
        _warn_subclass('__index__', 'int', n)
    return n


def _warn_subclass(method, kind, result):
    import warnings
    warnings.warn(f'{method} returned non-{kind} (type {type(result).__name__}).  The ability to '
                  f'return an instance of a strict subclass of {kind} is deprecated, and may '
                  'be removed in a future version of Python.', DeprecationWarning)


def _slice_part(x):
    if x is None or isinstance(x, int):
        return x
    if _special(x, '__index__') is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _index(x)


def _with_index(method, x, key, *rest):
    if isinstance(key, slice):
        key = slice(_slice_part(key.start), _slice_part(key.stop), _slice_part(key.step))
    else:
        key = _index(key)
        if isinstance(x, bytearray):
            rest = [_index(item) for item in rest]
    return method(x, key, *rest)


def _range_from(args):
    return range(*[_index(x) for x in args])


def _compared(op, a, b):
    if op == '<':
        return a < b
    if op == '<=':
        return a <= b
    if op == '>':
        return a > b
    if op == '>=':
        return a >= b
    if op == '==':
        return a == b
    return a != b


def _slice_compare(op, a, b):
    return _compared(op, (a.start, a.stop, a.step), (b.start, b.stop, b.step))


def _assign_slice(items, key, iterable):
    key = slice(_slice_part(key.start), _slice_part(key.stop), _slice_part(key.step))
    if _special(iterable, '__iter__') is None and _special(iterable, '__getitem__') is None:
        raise TypeError('must assign iterable to extended slice')
    items[key] = [x for x in iterable]


# ---- iteration

def _next_default(iterator, default):
    try:
        return _special(iterator, '__next__')()
    except StopIteration:
        return default


def _len_checked(x):
    n = int(_index(_special(x, '__len__')()))
    if n < 0:
        raise ValueError('__len__() should return >= 0')
    if n >= 1 << 63:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return n


# ---- sets, dicts, tuples, deques

def _with_each(name, a, b):
    if name == 'union':
        result = set(a)
        for x in b:
            result.add(x)
    elif name == 'intersection':
        result = set()
        for x in b:
            if x in a:
                result.add(x)
    elif name == 'difference':
        other = b if isinstance(b, (set, frozenset)) else set(b)
        result = set()
        for x in a:
            if x not in other:
                result.add(x)
    else:
        other = b if isinstance(b, (set, frozenset)) else set(b)
        result = set()
        for x in a:
            if x not in other:
                result.add(x)
        for x in other:
            if x not in a:
                result.add(x)
    return result


def _is_related(name, a, b):
    if name == 'isdisjoint':
        for x in b:
            if x in a:
                return False
        return True
    if name == 'issuperset':
        return _set_contains_all(a, b)
    return _set_contains_all(b if isinstance(b, (set, frozenset)) else set(b), a)


def _set_operation(name, a, b):
    if name.startswith('is'):
        return _is_related(name, a, b)
    result = _with_each(name, a, b)
    return frozenset(result) if isinstance(a, frozenset) else result


def _set_operations(name, a, others):
    result = a
    for b in others:
        result = _with_each(name, result, b)
    return frozenset(result) if isinstance(a, frozenset) else result


def _set_change(name, s, others, result):
    for b in others:
        if name == 'union':
            for x in b:
                s.add(x)
            continue
        kept = _with_each(name, s, b)
        for x in list(s):
            if x not in kept:
                s.discard(x)
        for x in kept:
            s.add(x)
    return result


def _set_contains_all(a, b):
    for x in b:
        if x not in a:
            return False
    return True


def _set_compare(op, a, b):
    if op == '!=':
        return not _set_compare('==', a, b)
    if op == '==':
        return len(a) == len(b) and _set_contains_all(b, a)
    if op == '<=':
        return len(a) <= len(b) and _set_contains_all(b, a)
    if op == '<':
        return len(a) < len(b) and _set_contains_all(b, a)
    if op == '>=':
        return len(a) >= len(b) and _set_contains_all(a, b)
    return len(a) > len(b) and _set_contains_all(a, b)


def _set_remove(s, item):
    if item not in s:
        raise KeyError(item)
    s.discard(item)


def _set_discard_item(s, item):
    import _builtins
    _builtins._set_discard(s, item)


def _frozenset_fill(s, iterable):
    for x in set(iterable):
        h = hash(x)
        _heddle.set_insert(s, _heddle.set_version(s), h, x)
    return s


def _dict_fromkeys(cls, iterable, value):
    d = cls()
    for key in iterable:
        d[key] = value
    return d


def _dict_or(a, b):
    d = dict(a)
    for key, value in b.items():
        d[key] = value
    return d


def _dict_ior(d, other):
    if other is None:
        raise TypeError("'NoneType' object is not iterable")
    d.update(other)
    return d


# Values need not be hashable: one view is asked for each item of the other.
def _view_compare(op, a, b):
    if op == '!=':
        return not _view_compare('==', a, b)
    if op in ('>=', '>'):
        a, b = b, a
    if op == '==' and len(a) != len(b) or len(a) > len(b) or op in ('<', '>') and len(a) == len(b):
        return False
    for item in a:
        if item not in b:
            return False
    return True


def _view_contains(view, item):
    key, value = item
    found = view.mapping.get(key, _missing)
    return found is not _missing and (found is value or bool(found == value))


def _view_operation(name, a, b):
    if name == 'isdisjoint':
        return _is_related(name, a, b)
    return _with_each(name, set(a), set(b))


def _deque_extend(d, iterable, left):
    add = d.appendleft if left else d.append
    for x in (list(iterable) if iterable is d else iterable):
        add(x)


def _deque_compare(op, a, b):
    return _compared(op, list(a), list(b))


def _deque_remove(d, item):
    n = len(d)
    for i in range(n):
        x = d[i]
        found = x is item or x == item
        if len(d) != n:
            raise IndexError('deque mutated during remove().')
        if found:
            del d[i]
            return
    raise ValueError('deque.remove(x): x not in deque')


def _deque_iadd(d, iterable):
    d.extend(iterable)
    return d


def _dict_move_to_end(d, key, last):
    value = d.pop(key)
    if last:
        d[key] = value
        return
    rest = list(d.items())
    d.clear()
    d[key] = value
    for k, v in rest:
        d[k] = v


def _mappingproxy(mapping):
    if not hasattr(mapping, '__getitem__') or isinstance(mapping, (list, tuple)):
        raise TypeError('mappingproxy() argument must be a mapping, '
                        f'not {type(mapping).__name__}')
    return _heddle.mappingproxy(mapping)


def _list_iadd(items, iterable):
    items.extend(iterable)
    return items


def _tuple_new(cls, iterable):
    return tuple.__new__(cls, [x for x in iterable])


def _tuple_hash(items):
    return _heddle.tuple_hash([hash(x) for x in tuple.__iter__(items)])


# ---- min, max, sum, any, all, sorted

def _min_max(name, source, key, has_default, default):
    best = _missing
    if name == 'max':
        if key is None:
            for x in source:
                if best is _missing or x > best:
                    best = x
        else:
            for x in source:
                k = key(x)
                if best is _missing or k > best_key:
                    best = x
                    best_key = k
    elif key is None:
        for x in source:
            if best is _missing or x < best:
                best = x
    else:
        for x in source:
            k = key(x)
            if best is _missing or k < best_key:
                best = x
                best_key = k
    if best is not _missing:
        return best
    if has_default:
        return default
    raise ValueError(f'{name}() iterable argument is empty')


def _sum(iterable, total):
    rest = iter(iterable)
    if type(total) is int:
        for x in rest:
            total = total + x
            if type(total) is not int:
                break
        else:
            return total
    if type(total) is not float:
        return _sum_others(total, rest)
    # Without losing what is small.
    state = [total, 0.0]
    for x in rest:
        if not _add_float(state, x):
            return _sum_others(_heddle.float_sum(state) + x, rest)
    return _heddle.float_sum(state)


_add_float = _heddle.add_float


def _sum_others(total, rest):
    for x in rest:
        total = total + x
    return total


def _sum_from(total, item, rest):
    return _sum_others(total + item, rest)


def _any_from(first, rest):
    if first:
        return True
    for x in rest:
        if x:
            return True
    return False


def _all_from(first, rest):
    if not first:
        return False
    for x in rest:
        if not x:
            return False
    return True


def _sorted(iterable, key, reverse):
    items = [x for x in iterable]
    if key is None:
        return _ordered(items, None, reverse)
    keys = [key(x) for x in items]
    if _sort_simple(keys, items, bool(reverse)):
        return items
    return _merged(keys, items, reverse)


def _sort(items, key, reverse):
    taken = _heddle.list_take(items)
    if not taken:
        return
    try:
        taken = _ordered(taken, key, reverse)
    finally:
        touched = _heddle.list_touched(items)
        items[:] = taken
        if touched:
            raise ValueError('list modified during sort')


def _ordered(items, key, reverse):
    """The items of a list that nobody else knows, sorted."""
    keys = items if key is None else [key(x) for x in items]
    if _sort_simple(keys, items, bool(reverse)):
        return items
    return _merged(keys, items, reverse)


_sort_simple = _heddle.sort_simple


def _merged(keys, items, reverse):
    if reverse:
        items.reverse()
        if keys is not items:
            keys.reverse()
    items = [items[i] for i in _merge_sort(keys)]
    if reverse:
        items.reverse()
    return items


def _merge_sort(keys):
    """The order of the keys, stable, by nothing but `<`."""
    n = len(keys)
    if n < 2:
        return range(n)
    runs = []
    start = 0
    while start < n:
        end = start + 1
        if end < n and keys[end] < keys[start]:
            while end + 1 < n and keys[end + 1] < keys[end]:
                end += 1
            run = list(range(end, start - 1, -1))
        else:
            while end < n and not keys[end] < keys[end - 1]:
                end += 1
            run = list(range(start, end))
            runs.append(run)
            start = end
            continue
        runs.append(run)
        start = end + 1
    while len(runs) > 1:
        merged = []
        for i in range(0, len(runs) - 1, 2):
            merged.append(_merge(keys, runs[i], runs[i + 1]))
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return runs[0]


def _merge(keys, a, b):
    result = []
    add = result.append
    i = j = 0
    m, n = len(a), len(b)
    while i < m and j < n:
        if keys[b[j]] < keys[a[i]]:
            add(b[j])
            j += 1
        else:
            add(a[i])
            i += 1
    result.extend(a[i:])
    result.extend(b[j:])
    return result


# ---- numbers

def _two_sided(a, b, name, reflected, symbol):
    x, y = type(a), type(b)
    first = second = None
    if y is not x and issubclass(y, x) and \
            _heddle.type_lookup(y, reflected, None) is not _heddle.type_lookup(x, reflected, None):
        second = _special(b, reflected)
        if second is not None:
            result = second(a)
            if result is not NotImplemented:
                return result
    first = _special(a, name)
    if first is not None:
        result = first(b)
        if result is not NotImplemented:
            return result
    if second is None and y is not x:
        second = _special(b, reflected)
        if second is not None:
            result = second(a)
            if result is not NotImplemented:
                return result
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{x.__name__}' and "
                    f"'{y.__name__}'")


def _divmod(a, b):
    return _two_sided(a, b, '__divmod__', '__rdivmod__', 'divmod()')


def _pow(base, exp, mod):
    if mod is None:
        return _two_sided(base, exp, '__pow__', '__rpow__', '** or pow()')
    method = _special(base, '__pow__')
    if method is not None:
        result = method(exp, mod)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for ** or pow(): '{type(base).__name__}', "
                    f"'{type(exp).__name__}', '{type(mod).__name__}'")


def _round(x, digits):
    method = _special(x, '__round__')
    if method is None:
        raise TypeError(f"type {type(x).__name__} doesn't define __round__ method")
    return method() if digits is None else method(digits)


def _abs(x):
    method = _special(x, '__abs__')
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{type(x).__name__}'")
    return method()


def _to_base(x, base):
    n = _index(x)
    if base == 'b':
        return bin(n)
    return oct(n) if base == 'o' else hex(n)


def _bool(x):
    return True if x else False


def _int_new(cls, x):
    method = _special(x, '__int__')
    if method is not None:
        n = method()
        if not isinstance(n, int):
            raise TypeError(f'__int__ returned non-int (type {type(n).__name__})')
        if type(n) is not int:
            _warn_subclass('__int__', 'int', n)
    elif _special(x, '__index__') is not None:
        n = _index(x)
    elif _special(x, '__trunc__') is not None:
        import _rarely
        n = _rarely.int_by_trunc(x)
    else:
        raise TypeError("int() argument must be a string, a bytes-like object or a real number, "
                        f"not '{type(x).__name__}'")
    return n if cls is int and type(n) is int else _heddle.number_as_subclass(cls, n)


def _float_of(x):
    method = _special(x, '__float__')
    if method is not None:
        value = method()
        if not isinstance(value, float):
            raise TypeError(f'{type(x).__name__}.__float__ returned non-float '
                            f'(type {type(value).__name__})')
        if type(value) is not float:
            _warn_subclass(f'{type(x).__name__}.__float__', 'float', value)
        return value
    if _special(x, '__index__') is not None:
        return float(_index(x))
    return None


def _float_new(cls, x):
    value = _float_of(x)
    if value is None:
        raise TypeError("float() argument must be a string or a real number, "
                        f"not '{type(x).__name__}'")
    return value if cls is float else _heddle.number_as_subclass(cls, value)


def _complex_part(x, which):
    if isinstance(x, complex):
        return x
    value = _float_of(x)
    if value is None:
        raise TypeError(f"complex() {which}, not '{type(x).__name__}'")
    return value


def _complex_new(cls, real, imag=_missing):
    method = None if isinstance(real, complex) and imag is not _missing else \
        _special(real, '__complex__')
    if method is not None:
        value = method()
        if not isinstance(value, complex):
            raise TypeError(f'__complex__ returned non-complex (type {type(value).__name__})')
        if type(value) is not complex:
            _warn_subclass('__complex__', 'complex', value)
    else:
        value = _complex_part(real, 'first argument must be a string or a number')
    if imag is not _missing:
        imag = _complex_part(imag, 'second argument must be a number')
    value = complex(value) if imag is _missing else complex(value, imag)
    return value if cls is complex else _heddle.number_as_subclass(cls, value)


_of_ints = frozenset(('comb', 'factorial', 'gcd', 'isqrt', 'lcm', 'perm'))


def _math_call(name, args):
    import math
    function = getattr(math, name)
    if name in _of_ints:
        return function(*[None if x is None else _index(x) for x in args])
    if name == 'nextafter':
        x, y, steps = (*args, None)[:3]
        return function(_real(x), _real(y), steps=None if steps is None else _index(steps))
    made = [None if x is None else _real(x) for x in args]
    if name == 'isclose':
        given = {key: x for key, x in zip(('rel_tol', 'abs_tol'), made[2:]) if x is not None}
        return function(made[0], made[1], **given)
    return function(*made)


def _math_sequence(name, iterable, second):
    import math
    if name == 'prod':
        total = 1 if second is None else second
        for x in iterable:
            total = total * x
        return total
    if name == 'fsum':
        return math.fsum([_real(x) for x in iterable])
    if name == 'dist':
        return math.dist([_real(x) for x in iterable], [_real(x) for x in second])
    p = list(iterable)
    q = list(second)
    if len(p) != len(q):
        raise ValueError('Inputs are not the same length')
    total = 0
    for i in range(len(p)):
        total = total + p[i] * q[i]
    return total


def _real(x):
    if isinstance(x, (int, float)):
        return x
    value = _float_of(x)
    if value is None:
        raise TypeError(f'must be real number, not {type(x).__name__}')
    return value


# ---- text and bytes

def _str_new(cls, x):
    return _heddle.str_as_subclass(cls, str(x))


def _str_translate(s, table):
    parts = []
    for c in s:
        try:
            to = table[ord(c)]
        except LookupError:
            parts.append(c)
            continue
        if isinstance(to, int):
            parts.append(chr(to))
        elif to is not None:
            if not isinstance(to, str):
                raise TypeError('character mapping must return integer, None or str')
            parts.append(to)
    return ''.join(parts)


def _bytes_new(cls, x):
    method = _special(x, '__bytes__')
    if method is not None and not issubclass(cls, bytearray):
        data = method()
        if not isinstance(data, bytes):
            raise TypeError(f'__bytes__ returned non-bytes (type {type(data).__name__})')
        return data if cls is bytes else cls(data)
    if method is None and hasattr(type(x), '__bytes__'):
        raise TypeError("'NoneType' object is not callable")
    if _special(x, '__buffer__') is not None:
        with memoryview(x) as view:
            return cls(view.tobytes())
    if _special(x, '__index__') is not None:
        return cls(_index(x))
    if _special(x, '__iter__') is None and _special(x, '__getitem__') is None:
        raise TypeError(f"cannot convert '{type(x).__name__}' object to {cls.__name__}")
    return cls(_heddle.bytes_from_ints([_index(item) for item in x]))


def _collect():
    """Returns when there has been a collection."""
    before = _vm.collections()
    _vm.collect()
    while _vm.collections() == before:
        pass


def _in_module(module, function, *args):
    return getattr(__import__(module), function)(*args)


def _memoryview_of(x, flags):
    method = _special(x, '__buffer__')
    if method is None:
        raise TypeError('memoryview: a bytes-like object is required, '
                        f"not '{type(x).__name__}'")
    view = method(flags)
    if not isinstance(view, memoryview):
        raise TypeError('__buffer__ returned non-memoryview object')
    if hasattr(type(x), '_exported'):
        return view  # of what the object passes on, which `obj` is to show
    return _heddle.view_with_base(view, x)


def _release_buffer(x, view):
    method = _special(x, '__release_buffer__')
    if method is not None:
        try:
            method(view)
        except BaseException as e:
            import sys
            sys.unraisablehook(sys._Unraisable(type(e), e, e.__traceback__.tb_next, None, method))


def _memoryview_setitem(view, key, value):
    code = view.format[-1]
    if code == '?':
        value = bool(value)
    else:
        value = float(value) if code in 'efd' else _index(value)
    view[key] = value


def _bytearray_resize(method, array, *args):
    _collect()
    if _heddle.is_exported(array):
        raise BufferError('Existing exports of data: object cannot be re-sized'
                          if isinstance(array, bytearray) else
                          'cannot resize an array that is exporting buffers')
    return method(array, *args)


def _bytearray_init(self, x):
    bytearray.__init__(self, bytes(x))


def _bytearray_extend(self, x):
    self.extend(bytes(x))


def _bytes_join(sep, iterable):
    if _special(iterable, '__iter__') is None and _special(iterable, '__getitem__') is None:
        raise TypeError('can only join an iterable')
    return sep.join([x for x in iterable])


def _str_percent(template, args):
    """The % operator of str and bytes where an argument takes Python code to be shown."""
    as_bytes = not isinstance(template, str)
    text = template.decode('latin-1') if as_bytes else template
    values = args if isinstance(args, tuple) else (args,)
    mapping = args if not isinstance(args, (tuple, str)) and hasattr(args, '__getitem__') else None
    parts = []
    at = 0
    used = 0
    n = len(text)
    while True:
        i = text.find('%', at)
        if i < 0:
            parts.append(text[at:])
            break
        parts.append(text[at:i])
        i += 1
        j = i
        named = False
        value = _missing
        if j < n and text[j] == '(':
            if mapping is None:
                raise TypeError('format requires a mapping')
            depth = 1
            k = j + 1
            while k < n and depth:
                if text[k] == '(':
                    depth += 1
                elif text[k] == ')':
                    depth -= 1
                k += 1
            if depth:
                raise ValueError('incomplete format key')
            name = text[j + 1:k - 1]
            value = mapping[name.encode('latin-1') if as_bytes else name]
            named = True
            j = k
        spec = '%'
        while j < n and text[j] in '#0- +':
            spec += text[j]
            j += 1
        for dot in (False, True):
            if dot:
                if j >= n or text[j] != '.':
                    break
                spec += '.'
                j += 1
            if j < n and text[j] == '*':
                if used >= len(values):
                    raise TypeError('not enough arguments for format string')
                if not isinstance(values[used], int):
                    raise TypeError('* wants int')
                spec += str(values[used])
                used += 1
                j += 1
            else:
                while j < n and text[j].isdigit():
                    spec += text[j]
                    j += 1
        while j < n and text[j] in 'hlL':
            j += 1
        if j >= n:
            raise ValueError('incomplete format')
        kind = text[j]
        at = j + 1
        if kind == '%':
            parts.append('%')
            continue
        if not named:
            if used >= len(values):
                raise TypeError('not enough arguments for format string')
            value = values[used]
            used += 1
        parts.append(_percent_one(spec, kind, value, j, as_bytes))
    if mapping is None and used < len(values):
        kind = 'bytes' if as_bytes else 'string'
        raise TypeError(f'not all arguments converted during {kind} formatting')
    result = ''.join(parts)
    return type(template)(result.encode('latin-1')) if as_bytes else result


def _percent_one(spec, kind, value, at, as_bytes):
    if as_bytes and kind in 'sbrci':
        if kind in 'sb':
            return (spec + 's') % (_bytes_of(value).decode('latin-1'),)
        if kind == 'c':
            if not isinstance(value, (bytes, bytearray)):
                value = bytes((_index(value),))
            return (spec + 'c') % (value.decode('latin-1'),)
        kind = 'a' if kind == 'r' else 'd'
    if kind == 's':
        return (spec + 's') % (str(value),)
    if kind == 'r':
        return (spec + 's') % (repr(value),)
    if kind == 'a':
        return (spec + 's') % (ascii(value),)
    if kind in 'diu':
        if not isinstance(value, (int, float)) and _special(value, '__int__') is None and \
                _special(value, '__index__') is None:
            _not_a_number(kind, value, 'a real number')
        if not isinstance(value, int):
            try:
                value = int(value)
            except TypeError:
                _not_a_number(kind, value, 'a real number')
        return (spec + 'd') % (value,)
    if kind in 'oxX':
        if _special(value, '__index__') is None:
            _not_a_number(kind, value, 'an integer')
        try:
            value = _index(value)
        except TypeError:
            _not_a_number(kind, value, 'an integer')
        return (spec + kind) % (value + 0,)
    if kind in 'eEfFgG':
        number = _float_of(value)
        if number is None:
            raise TypeError((f'float argument required, not {type(value).__name__}' if as_bytes else
                             f'must be real number, not {type(value).__name__}'))
        return (spec + kind) % (float(number),)
    if kind == 'c':
        if isinstance(value, str) or _special(value, '__index__') is None:
            raise TypeError('%c requires int or char')
        try:
            value = _index(value)
        except TypeError:
            raise TypeError('%c requires int or char') from None
        return (spec + 'c') % (value,)
    raise ValueError(f"unsupported format character '{kind}' (0x{ord(kind):x}) at index {at}")


def _not_a_number(kind, value, wanted):
    raise TypeError(f'%{kind} format: {wanted} is required, not {type(value).__name__}') from None


def _bytes_of(value):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    method = _special(value, '__bytes__')
    if method is None:
        raise TypeError('%b requires a bytes-like object, or an object that implements __bytes__, '
                        f"not '{type(value).__name__}'")
    data = method()
    if not isinstance(data, bytes):
        raise TypeError(f'__bytes__ returned non-bytes (type {type(data).__name__})')
    return data


def _weakref_hash(reference, referent):
    h = hash(referent)
    _heddle.weakref_set_hash(reference, h)
    return h


def _encode_by(text, encoding, errors):
    import codecs
    return codecs._encode_text(text, encoding, errors)


def _decode_by(data, encoding, errors):
    import codecs
    return codecs._decode_text(data, encoding, errors)


def _str_decode(cls, data, encoding, errors):
    text = _decode_by(data, encoding, errors)
    return text if cls is str else _heddle.str_as_subclass(cls, text)


class _Numbering:
    __slots__ = ('next', 'manual')

    def __init__(self):
        self.next = 0
        self.manual = None


def _str_format(template, args, kwargs):
    return _format_text(template, args, kwargs, _Numbering(), 2)


def _format_text(template, args, kwargs, numbering, depth):
    if depth < 0:
        raise ValueError('Max string recursion exceeded')
    parts = []
    at = 0
    n = len(template)
    while at < n:
        i = at
        while i < n and template[i] not in '{}':
            i += 1
        if i > at:
            parts.append(template[at:i])
        if i >= n:
            break
        c = template[i]
        if i + 1 < n and template[i + 1] == c:
            parts.append(c)
            at = i + 2
            continue
        if c == '}':
            raise ValueError("Single '}' encountered in format string")
        if i + 1 >= n:
            raise ValueError("Single '{' encountered in format string")
        level = 1
        j = i + 1
        bracket = False
        while j < n:
            d = template[j]
            if d == '[' and not bracket:
                bracket = True
            elif d == ']' and bracket:
                bracket = False
            elif d == '{':
                level += 1
            elif d == '}':
                level -= 1
                if not level:
                    break
            j += 1
        if level:
            raise ValueError("expected '}' before end of string")
        parts.append(_format_field(template[i + 1:j], args, kwargs, numbering, depth))
        at = j + 1
    return ''.join(parts)


def _split_field(field):
    """(name, conversion or None, format spec) of what stands between braces."""
    bracket = False
    for k, c in enumerate(field):
        if c == '[':
            bracket = True
        elif c == ']':
            bracket = False
        elif bracket:
            continue
        elif c == '{':
            raise ValueError("unexpected '{' in field name")
        elif c == ':':
            return field[:k], None, field[k + 1:]
        elif c == '!':
            rest = field[k + 1:]
            if not rest:
                raise ValueError('end of string while looking for conversion specifier')
            if len(rest) > 1 and rest[1] != ':':
                raise ValueError("expected ':' after conversion specifier")
            return field[:k], rest[0], rest[2:]
    return field, None, ''


def _format_field(field, args, kwargs, numbering, depth):
    name, conversion, spec = _split_field(field)
    value = _format_lookup(name, args, kwargs, numbering)
    if conversion == 'r':
        value = repr(value)
    elif conversion == 's':
        value = str(value)
    elif conversion == 'a':
        value = ascii(value)
    elif conversion is not None:
        raise ValueError(f'Unknown conversion specifier {conversion!r}')
    if '{' in spec or '}' in spec:
        spec = _format_text(spec, args, kwargs, numbering, depth - 1)
    return format(value, spec)


def _field_number(digits):
    number = int(digits)
    if number > 0x7fff_ffff_ffff_ffff:
        raise ValueError('Too many decimal digits in format string')
    return number


def _format_lookup(name, args, kwargs, numbering):
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first = name[:end]
    if not first or first.isdigit():
        manual = bool(first)
        if numbering.manual is not None and numbering.manual != manual:
            a, b = ('automatic field numbering', 'manual field specification')
            if numbering.manual:
                a, b = b, a
            raise ValueError(f'cannot switch from {a} to {b}')
        numbering.manual = manual
        if manual:
            index = _field_number(first)
        else:
            index = numbering.next
            numbering.next += 1
        if args is None:
            raise ValueError('Format string contains positional fields')
        if index >= len(args):
            raise IndexError(f'Replacement index {index} out of range for positional args tuple')
        value = args[index]
    else:
        if kwargs is None:
            raise KeyError(first)
        value = kwargs[first]
    while end < len(name):
        if name[end] == '.':
            start = end + 1
            end = start
            while end < len(name) and name[end] not in '.[':
                end += 1
            if end == start:
                raise ValueError('Empty attribute in format string')
            value = getattr(value, name[start:end])
        elif name[end] == '[':
            close = name.find(']', end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key = name[end + 1:close]
            if not key:
                raise ValueError('Empty attribute in format string')
            value = value[_field_number(key) if key.isdigit() else key]
            end = close + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return value


# ---- generators

def _warn_signature(name):
    import warnings
    warnings.warn(f'the (type, exc, tb) signature of {name}() is deprecated, '
                  'use the single-arg signature instead.', DeprecationWarning)


def _thrown(typ, value, tb):
    """The exception that the arguments of throw() mean."""
    if value is ... or value is None:
        value = None
    if tb is not ... and tb is not None and not isinstance(tb, _traceback_type):
        raise TypeError('throw() third argument must be a traceback object')
    if isinstance(typ, BaseException):
        if value is not None:
            raise TypeError('instance exception may not have a separate value')
        exception = typ
    elif isinstance(typ, type) and issubclass(typ, BaseException):
        try:
            exception = _instantiate(typ, value)
        except BaseException as e:
            # It is thrown instead.
            exception = e
    else:
        raise TypeError('exceptions must be classes or instances deriving from BaseException, not '
                        f'{type(typ).__name__}')
    if tb is not ... and tb is not None:
        exception.__traceback__ = tb
    return exception


def _instantiate(cls, value):
    if value is None:
        exception = cls()
    elif isinstance(value, cls):
        exception = value
    elif isinstance(value, tuple):
        exception = cls(*value)
    else:
        exception = cls(value)
    if not isinstance(exception, BaseException):
        raise TypeError(f'calling {cls!r} should have returned an instance of BaseException, '
                        f'not {type(exception).__name__}')
    return exception


_traceback_type = _heddle.builtin_type('traceback')


def _throw_class(generator, typ, value, tb):
    if value is not ...:
        _warn_signature('throw')
    return generator.throw(_thrown(typ, value, tb))


def _async_gen_throw(agen, typ, value, tb):
    if value is not ...:
        _warn_signature('athrow')
    try:
        exception = _thrown(typ, value, tb)
    except TypeError as e:
        exception = e  # for who awaits it
    return agen.athrow(exception)


def _begin_async_gen(hook, agen, step):
    hook(agen)
    return step


def _step_close(step):
    try:
        step.throw(GeneratorExit())
    except (StopIteration, StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError('coroutine ignored GeneratorExit')


def _clear_generator(generator):
    import _builtins
    _builtins._finalize(generator)
    generator.close()


class coroutine_wrapper:
    """The iterator of a coroutine."""

    __slots__ = ('_coro',)

    def __init__(self, coro):
        self._coro = coro

    def __iter__(self):
        return self

    def __next__(self):
        return self._coro.send(None)

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'coroutine_wrapper' object")


_coroutine_await = coroutine_wrapper


# ---- regular expressions

def _regex_finish(task):
    # Every turn is a slice of matching; others run in between.
    import _regex
    result = _regex.resume(task)
    while result is task:
        result = _regex.resume(task)
    return result


def _regex_sub(pattern, repl, string, count, with_number):
    import _regex
    if callable(repl):
        call = repl
    elif isinstance(repl, (str, bytes, bytearray, memoryview)):
        def call(match):
            return repl
    else:
        raise TypeError(f'decoding to str: need a bytes-like object, {type(repl).__name__} found')
    pieces = []
    last = number = 0
    for match in pattern.finditer(string) if count >= 0 else ():
        start, end = match.span()
        if last < start:
            pieces.append(_regex.part(string, last, start))
        piece = call(match)
        if piece is not None:
            pieces.append(piece)
        last = end
        number += 1
        if number == count:
            break
    if last < len(string):
        pieces.append(_regex.part(string, last, len(string)))
    if len(pieces) == 1 and number == 0:
        result = pieces[0]
    else:
        result = ('' if isinstance(pattern.pattern, str) else b'').join(pieces)
    return (result, number) if with_number else result


def _regex_error(message, source, position):
    from re import PatternError
    raise PatternError(message, source, position)


def _regex_retry(name, match, groups):
    def index(group):
        return group if isinstance(group, str) else _index(group)
    return getattr(match, name)(*[index(group) for group in groups])


# Those of asyncio, which binds them when it is loaded.
_future_init = _future_await = _future_callbacks = _future_cancelled = None
_task_init = _task_yielded = _task_returned = _task_failed = None

_vm.bind_library(_vm.frame_globals(0))
