"""__reduce__ and __setstate__ of the builtin iterators and of those of itertools.

The latter are as in CPython 3.13: deprecated, and gone in 3.14.
"""

import _heddle
import _itertools

_SOURCE, _SECOND, _THIRD = 0, 1, 2
_missing = object()
_get = _itertools.get
_put = _itertools.put
_kind_of = _itertools.kind_of
_LAST = (1 << 63) - 1
# As they are now: a program may replace the builtins.
iter, reversed = iter, reversed


def _numbers(iterator):
    return _itertools.numbers(iterator)


def _kind_name(iterator):
    """The name of the builtin type that the iterator is an instance of."""
    for cls in type(iterator).__mro__:
        if cls.__module__ in ('builtins', 'itertools', '_collections'):
            return cls.__name__
    return ''


def _warn():
    import warnings
    warnings.warn('Pickle, copy, and deepcopy support will be removed from itertools in Python '
                  '3.14.', DeprecationWarning, stacklevel=4)


def reduce(iterator):
    name = _kind_name(iterator)
    if name in _of_itertools:
        _warn()
    kind = _kind_of(iterator)
    return (_done if kind == 'Done' else _reducers[kind])(iterator, name)


def set_state(iterator, state):
    name = _kind_name(iterator)
    if name in _of_itertools:
        _warn()
    setter = _setters.get(name, _set_position)
    setter(iterator, state)


# ---- what there is of an iterator that has ended

def _done(iterator, name):
    cls = type(iterator)
    if name in ('list_iterator', 'list_reverseiterator') or name.startswith(('dict_', 'set_')):
        return iter, ([],)
    if name == 'str_iterator':
        return iter, ('',)
    if name in ('range_iterator', 'longrange_iterator'):
        return iter, (range(0),), None
    if name == 'reversed':
        return reversed, ((),)
    if name == 'chain':
        return cls, ()
    if name == 'cycle':
        return cls, (iter(()),), ([], True)
    if name == 'islice':
        return cls, (iter([]), 0)
    if name == 'repeat':
        return cls, (_get(iterator, _SOURCE, None), 0)
    if name == 'zip_longest':
        return cls, (), _get(iterator, _SECOND, None)
    if name == 'product':
        return cls, ((),)
    if name in ('combinations', 'combinations_with_replacement', 'permutations'):
        return cls, ((), _numbers(iterator)[1])
    return iter, ((),)


# ---- the builtin ones

def _sequence(iterator, name):
    return iter, (_get(iterator, _SOURCE, None),), _numbers(iterator)[0]


def _backwards(iterator, name):
    make = type(iterator) if name == 'reversed' else reversed
    return make, (_get(iterator, _SOURCE, None),), _numbers(iterator)[0]


def _range(iterator, name):
    start = _get(iterator, _SOURCE, None)
    index, limit = _numbers(iterator)
    if isinstance(start, range):
        return iter, (start[index:],), None
    step = _get(iterator, _SECOND, 1)
    return iter, (range(start + index * step, start + limit * step, step),), None


def _rest(iterator, name):
    copy = _itertools.clone(iterator)
    return iter, ([item for item in copy],)


def _callable(iterator, name):
    return iter, (_get(iterator, _SOURCE, None), _get(iterator, _SECOND, None))


def _enumerate(iterator, name):
    return type(iterator), (_get(iterator, _SOURCE, None), _get(iterator, _SECOND, 0))


def _zip(iterator, name):
    sources = _get(iterator, _SOURCE, ())
    return (type(iterator), sources, True) if _numbers(iterator)[1] else (type(iterator), sources)


def _map(iterator, name):
    source = _get(iterator, _SOURCE, None)
    sources = source if _numbers(iterator)[1] else (source,)
    return type(iterator), (_get(iterator, _THIRD, None), *sources)


# ---- those of itertools

def _with_function(iterator, name):
    return type(iterator), (_get(iterator, _THIRD, None), _get(iterator, _SOURCE, None))


def _with_flag(iterator, name):
    return (*_with_function(iterator, name), _numbers(iterator)[0])


def _compress(iterator, name):
    return type(iterator), (_get(iterator, _SOURCE, None), _get(iterator, _SECOND, None))


def _slice(iterator, name):
    taken, stop = _numbers(iterator)
    stop = None if stop < 0 else stop
    wanted = _get(iterator, _SECOND, 0)
    args = _get(iterator, _SOURCE, None), wanted, stop, _get(iterator, _THIRD, 1)
    return type(iterator), args, taken


def _repeat(iterator, name):
    value, left = _get(iterator, _SOURCE, None), _numbers(iterator)[1]
    return type(iterator), (value,) if left < 0 else (value, left)


def _count(iterator, name):
    now, step = _get(iterator, _SOURCE, 0), _get(iterator, _SECOND, 1)
    return type(iterator), (now,) if type(step) is int and step == 1 else (now, step)


def _chain(iterator, name):
    source = _get(iterator, _SOURCE, ())
    if isinstance(source, tuple):
        source = iter(source)
        source.__setstate__(_numbers(iterator)[0])
    current = _get(iterator, _SECOND, _missing)
    return type(iterator), (), (source,) if current is _missing else (source, current)


def _cycle(iterator, name):
    saved = _get(iterator, _SECOND, [])
    index, ended = _numbers(iterator)
    if ended != 1:
        return type(iterator), (_get(iterator, _SOURCE, None),), (saved, ended == 2)
    rest = iter(saved)
    rest.__setstate__(index)
    return type(iterator), (rest,), (saved, True)


def _accumulate(iterator, name):
    cls = type(iterator)
    source, function = _get(iterator, _SOURCE, None), _get(iterator, _THIRD, None)
    total = _get(iterator, _SECOND, None)
    if _numbers(iterator)[0]:
        return cls, (_itertools.chain((total,), source), function)
    if total is None and _get(iterator, _SECOND, _missing) is None:
        again = cls(_itertools.chain((None,), source), function)
        return _itertools.islice, (again, 1, None)
    return cls, (source, function), total


def _tee(iterator, name):
    known, source = _itertools.tee_known(iterator), _get(iterator, _SOURCE, None)
    return type(iterator), (_itertools.chain(known, source),)


def _zip_longest(iterator, name):
    sources = _get(iterator, _SOURCE, ())
    sources = tuple([() if source is None else source for source in sources])
    return type(iterator), sources, _get(iterator, _SECOND, None)


def _product(iterator, name):
    pools = _get(iterator, _SOURCE, ())
    if not _numbers(iterator)[0]:
        return type(iterator), pools
    return type(iterator), pools, _get(iterator, _SECOND, ())


def _combinations(iterator, name):
    begun, r = _numbers(iterator)
    pool = _get(iterator, _SOURCE, ())
    if not begun:
        return type(iterator), (pool, r)
    indices = _get(iterator, _SECOND, ())
    if name == 'permutations':
        indices = indices[:len(pool)], indices[len(pool):]
    return type(iterator), (pool, r), indices


_reducers = {
    'List': _sequence, 'Tuple': _sequence, 'Str': _sequence, 'Bytes': _sequence,
    'NumberArray': _sequence,
    'Sequence': _sequence, 'ListReversed': _backwards, 'Reversed': _backwards,
    'OpenReversed': _backwards, 'Range': _range, 'BigRange': _range, 'DictKeys': _rest,
    'DictValues': _rest, 'DictItems': _rest, 'DictKeysReversed': _rest,
    'DictValuesReversed': _rest, 'DictItemsReversed': _rest, 'Set': _rest, 'Deque': _rest,
    'DequeReversed': _rest, 'Callable': _callable, 'Enumerate': _enumerate,
    'OpenEnumerate': _enumerate, 'Zip': _zip, 'OpenZip': _zip, 'Map': _map,
    'Filter': _with_function, 'FilterFalse': _with_function, 'Starmap': _with_function,
    'TakeWhile': _with_flag, 'DropWhile': _with_flag, 'Compress': _compress, 'Slice': _slice,
    'OpenSlice': _slice, 'Repeat': _repeat, 'Count': _count, 'OpenCount': _count, 'Chain': _chain,
    'OpenChain': _chain, 'Cycle': _cycle, 'OpenCycle': _cycle, 'Accumulate': _accumulate,
    'ZipLongest': _zip_longest, 'OpenZipLongest': _zip_longest, 'Product': _product,
    'Permutations': _combinations, 'Combinations': _combinations,
    'CombinationsWithReplacement': _combinations, 'Tee': _tee,
}

_of_itertools = frozenset([
    'accumulate', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count',
    'cycle', 'dropwhile', 'filterfalse', 'islice', 'permutations', 'product', 'repeat', 'starmap',
    'takewhile', '_tee', 'zip_longest'])


# ---- __setstate__

def _set_position(iterator, state):
    """An index: within what there is of a sequence, as far as that is known."""
    index = state.__index__() if not isinstance(state, int) else state
    kind = _kind_of(iterator)
    if kind == 'Done':
        return
    source = _get(iterator, _SOURCE, None)
    if kind in ('Range', 'BigRange'):
        now, limit = _numbers(iterator)
        index = min(max(index, 0), limit - now) + now
    elif kind in ('ListReversed', 'Reversed', 'OpenReversed'):
        index = min(max(index, -1), len(source) - 1)
    elif kind == 'Sequence':
        index = min(max(index, 0), _LAST)
    else:
        index = min(max(index, 0), len(source))
    _itertools.set_index(iterator, index)


def _set_flag(iterator, state):
    _itertools.set_index(iterator, 1 if state else 0)


def _set_strict(iterator, state):
    _itertools.set_limit(iterator, 1 if state else 0)


def _set_slice(iterator, state):
    if not isinstance(state, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(state).__name__)
    if _kind_of(iterator) != 'Done':
        _itertools.set_index(iterator, state)


def _set_chain(iterator, state):
    if not isinstance(state, tuple):
        raise TypeError('state is not a tuple')
    if not 1 <= len(state) <= 2:
        raise TypeError(f'function takes at {"least 1" if not state else "most 2"} '
                        f'argument{"" if not state else "s"} ({len(state)} given)')
    for part in state:
        if not hasattr(type(part), '__next__'):
            raise TypeError('Arguments must be iterators.')
    _itertools.set_chain(iterator, state[0], state[1] if len(state) == 2 else None)


def _set_cycle(iterator, state):
    if not isinstance(state, tuple):
        raise TypeError('state is not a tuple')
    if len(state) != 2:
        raise TypeError(f'function takes exactly 2 arguments ({len(state)} given)')
    saved, ended = state
    if not isinstance(saved, list):
        raise TypeError(f'argument 1 must be list, not {type(saved).__name__}')
    if not isinstance(ended, int):
        raise TypeError(f"'{type(ended).__name__}' object cannot be interpreted as an integer")
    _itertools.set_cycle(iterator, saved, bool(ended))


def _set_accumulate(iterator, state):
    _put(iterator, _SECOND, state)


def _set_fill(iterator, state):
    _put(iterator, _SECOND, state)


def _set_product(iterator, state):
    pools = _get(iterator, _SOURCE, ())
    if _kind_of(iterator) == 'Done':
        return
    if not isinstance(state, tuple) or len(state) != len(pools):
        raise ValueError('invalid arguments')
    if not all(pools):
        _itertools.become(iterator, 'Done')
        return
    _itertools.set_indices(iterator, tuple(
        [min(max(_whole(i), 0), len(pool) - 1) for i, pool in zip(state, pools)]))


def _set_combinations(iterator, state):
    if _kind_of(iterator) == 'Done':
        return
    name = _kind_name(iterator)
    pool, r = _get(iterator, _SOURCE, ()), _numbers(iterator)[1]
    n = len(pool)
    if not isinstance(state, tuple) or len(state) != r:
        raise ValueError('invalid arguments')
    limits = ([n - 1] * r if name == 'combinations_with_replacement'
              else [i + n - r for i in range(r)])
    if n == 0 or (r > n and name == 'combinations'):
        return
    _itertools.set_indices(iterator, tuple(
        [min(max(_whole(i), 0), limit) for i, limit in zip(state, limits)]))


def _set_permutations(iterator, state):
    if _kind_of(iterator) == 'Done':
        return
    pool, r = _get(iterator, _SOURCE, ()), _numbers(iterator)[1]
    n = len(pool)
    if not isinstance(state, tuple):
        raise TypeError('state is not a tuple')
    indices, cycles = state
    if len(indices) != n or len(cycles) != r:
        raise ValueError('invalid arguments')
    indices = [min(max(_whole(i), 0), n - 1) for i in indices]
    cycles = [min(max(_whole(c), 1), n - i) for i, c in enumerate(cycles)]
    _itertools.set_indices(iterator, (*indices, *cycles))


def _whole(x):
    if not isinstance(x, int):
        raise TypeError(f'an integer is required (got type {type(x).__name__})')
    return x


_setters = {
    'takewhile': _set_flag, 'dropwhile': _set_flag, 'zip': _set_strict, 'islice': _set_slice,
    'chain': _set_chain, 'cycle': _set_cycle, 'accumulate': _set_accumulate,
    'zip_longest': _set_fill, 'product': _set_product, 'combinations': _set_combinations,
    'combinations_with_replacement': _set_combinations, 'permutations': _set_permutations,
}
