"""Iterators over iterators. Most are native (engine/lib/itertools_types.cc)."""

import _heddle
from _itertools import (accumulate, batched, chain, combinations, combinations_with_replacement,
                        compress, count, cycle, dropwhile, filterfalse, islice, pairwise,
                        permutations, product, repeat, starmap, takewhile, zip_longest, _tee)

_missing = object()


def _warn():
    import warnings
    warnings.warn('Pickle, copy, and deepcopy support will be removed from itertools in Python '
                  '3.14.', DeprecationWarning, stacklevel=3)


class groupby:
    """(key, items) of each run of items with the same key."""

    __slots__ = ('_source', '_function', '_target', '_key', '_value', '_group')

    def __init__(self, iterable, key=None):
        self._source = iter(iterable)
        self._function = key
        self._target = self._key = self._value = _missing
        self._group = None

    def __iter__(self):
        return self

    def __next__(self):
        self._group = None
        # On to the first item of another group.
        while True:
            key, target = self._key, self._target
            if key is not _missing and (target is _missing
                                        or not (target is key or target == key)):
                break
            value = next(self._source)
            function = self._function
            self._key = value if function is None else function(value)
            self._value = value
        self._target = key
        self._group = group = _grouper(self, key)
        return key, group

    def __reduce__(self):
        _warn()
        if self._value is _missing:
            return type(self), (self._source, self._function)
        target = None if self._target is _missing else self._target
        return (type(self), (self._source, self._function), (self._value, target, self._key))

    def __setstate__(self, state):
        _warn()
        if not isinstance(state, tuple):
            raise TypeError('state is not a tuple')
        self._value, self._target, self._key = state


class _grouper:
    __slots__ = ('_parent', '_target')

    def __init__(self, parent, target, /):
        self._parent = parent
        self._target = target
        parent._group = self

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        value = parent._value
        if value is _missing:
            value = next(parent._source)
            function = parent._function
            parent._key = value if function is None else function(value)
            parent._value = value
        target, key = self._target, parent._key
        if not (target is key or target == key):
            raise StopIteration
        value = parent._value
        parent._value = _missing
        return value

    def __reduce__(self):
        _warn()
        if self._parent._group is not self:
            return iter, ((),)
        return type(self), (self._parent, self._target)


def tee(iterable, n=2, /):
    """n independent iterators over one iterable."""
    if not isinstance(n, int):
        raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    if not hasattr(type(iterable), '__copy__') or not hasattr(type(iterable), '__next__'):
        iterable = _tee(iterable)
    copies = [iterable]
    while len(copies) < n:
        copies.append(iterable.__copy__())
    return (*copies,)


tee = _heddle.builtin_function(tee, 'itertools')
