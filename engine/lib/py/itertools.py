"""Iterators over iterators.

Most classes here wrap a generator: a loop asks that generator itself, so it pays one resumption an
item, or a native iterator where the sources are builtins.
"""

import _itertools
import _thread


class _Wrapped:
    __slots__ = ('_iterator',)

    def __iter__(self):
        return self._iterator

    def __next__(self):
        return next(self._iterator)


_no_value = object()

class count:
    """start, start + step, …; no two threads get the same."""

    __slots__ = ('_next', '_step', '_lock', '_iterator')

    def __init__(self, start=0, step=1):
        for number in (start, step):
            if not hasattr(number, '__add__') or hasattr(number, '__getitem__'):
                raise TypeError('a number is required')
        self._next = start
        self._step = step
        # Of ints the iterator keeps the next one itself.
        self._iterator = _itertools.count(start, step)
        self._lock = None if self._iterator else _thread.allocate_lock()

    def __iter__(self):
        return self._iterator or self

    def __next__(self):
        if self._lock is None:
            return next(self._iterator)
        with self._lock:
            value = self._next
            self._next = value + self._step
        return value

    def __repr__(self):
        now = self._next if self._iterator is None else _itertools.count_now(self._iterator)
        if type(self._step) is int and self._step == 1:
            return f'count({now!r})'
        return f'count({now!r}, {self._step!r})'


def _cycle(iterator):
    saved = []
    for item in iterator:
        saved.append(item)
        yield item
    while saved:
        for item in saved:
            yield item


class cycle(_Wrapped):
    """Repeats an iterable for ever."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._iterator = _itertools.cycle(iterable) or _cycle(iter(iterable))


class repeat(_Wrapped):
    """The same object again and again."""

    __slots__ = ('_object', '_bounded')

    def __init__(self, object, times=None):
        if times is not None:
            import operator
            times = max(operator.index(times), 0)
        self._object = object
        self._bounded = times is not None
        self._iterator = _itertools.repeat(object, times)

    def __length_hint__(self):
        if not self._bounded:
            raise TypeError('len() of unsized object')
        return _itertools.repeat_left(self._iterator)

    def __repr__(self):
        if not self._bounded:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {_itertools.repeat_left(self._iterator)})'


def _accumulate(iterator, func, initial):
    if initial is None:
        for total in iterator:
            break
        else:
            return
    else:
        total = initial
    yield total
    if func is None:
        for item in iterator:
            total = total + item
            yield total
    else:
        for item in iterator:
            total = func(total, item)
            yield total


class accumulate(_Wrapped):
    """Running totals, or whatever func makes of two values."""

    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._iterator = _accumulate(iter(iterable), func, initial)


def _batched(iterator, n, strict):
    while True:
        batch = []
        for item in iterator:
            batch.append(item)
            if len(batch) == n:
                break
        else:
            if batch:
                if strict:
                    raise ValueError('batched(): incomplete batch')
                yield tuple(batch)
            return
        yield tuple(batch)


class batched(_Wrapped):
    """Tuples of n items; the last may be shorter."""

    __slots__ = ()

    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError('n must be at least one')
        self._iterator = _batched(iter(iterable), n, strict)


def _chain(iterables):
    for iterable in iterables:
        yield from iter(iterable)


class chain(_Wrapped):
    """One iterable after the other."""

    __slots__ = ()

    def __init__(self, *iterables):
        self._iterator = _itertools.chain(iterables) or _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._iterator = _chain(iter(iterable))
        return self


def _compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


class compress(_Wrapped):
    """The items whose selector is true."""

    __slots__ = ()

    def __init__(self, data, selectors):
        self._iterator = _compress(iter(data), iter(selectors))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


class dropwhile(_Wrapped):
    """What follows the items for which the predicate holds."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._iterator = _dropwhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class takewhile(_Wrapped):
    """The items as long as the predicate holds."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._iterator = _takewhile(predicate, iter(iterable))


def _filterfalse(predicate, iterator):
    if predicate is None:
        for item in iterator:
            if not item:
                yield item
    else:
        for item in iterator:
            if not predicate(item):
                yield item


class filterfalse(_Wrapped):
    """The items for which the predicate does not hold."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._iterator = _filterfalse(predicate, iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*args)


class starmap(_Wrapped):
    """function(*args) for each args."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._iterator = _starmap(function, iter(iterable))


class groupby:
    """(key, items) of each run of items with the same key."""

    __slots__ = ('_source', '_key', '_target', '_current', '_value', '_group')

    def __init__(self, iterable, key=None):
        self._source = iter(iterable)
        self._key = key
        self._target = self._current = self._value = _no_value
        self._group = None

    def __iter__(self):
        return self

    def __next__(self):
        self._group = group = object()
        current = self._current
        if current is _no_value or (self._target is not _no_value and self._target == current):
            key, target = self._key, self._target
            for value in self._source:
                current = value if key is None else key(value)
                self._current = current
                self._value = value
                if target is _no_value or not target == current:
                    break
            else:
                raise StopIteration
        self._target = current
        return current, _group(self, current, group)


def _group(parent, target, group):
    """The items of one group, until the parent goes on to another one."""
    if parent._group is not group:
        return
    value = parent._value
    if value is not _no_value:
        parent._value = _no_value
        yield value
        if parent._group is not group:
            return
    key = parent._key
    for value in parent._source:
        current = value if key is None else key(value)
        parent._current = current
        if not target == current:
            parent._value = value
            return
        yield value
        if parent._group is not group:
            return


_group.__name__ = '_grouper'


def _islice(iterator, start, stop, step):
    position = 0
    wanted = start
    if stop is not None and wanted >= stop:
        # What lies before the start is taken all the same.
        while position < stop:
            for item in iterator:
                break
            else:
                return
            position += 1
        return
    for item in iterator:
        if position == wanted:
            yield item
            wanted += step
            if stop is not None and wanted >= stop:
                position += 1
                while position < stop:
                    for item in iterator:
                        break
                    else:
                        return
                    position += 1
                return
        position += 1


class islice(_Wrapped):
    """A slice of an iterable."""

    __slots__ = ()

    def __init__(self, iterable, /, *args):
        if not 1 <= len(args) <= 3:
            raise TypeError('islice expected at least 2 arguments, got 1' if not args else
                            f'islice expected at most 4 arguments, got {len(args) + 1}')
        start, stop, step = 0, None, 1
        if len(args) == 1:
            stop = _slice_bound(args[0], 'Stop argument for islice() must be None or an integer: '
                                         '0 <= x <= sys.maxsize.')
        else:
            message = ('Indices for islice() must be None or an integer: '
                       '0 <= x <= sys.maxsize.')
            start = _slice_bound(args[0], message) or 0
            stop = _slice_bound(args[1], 'Stop argument for islice() must be None or an integer: '
                                         '0 <= x <= sys.maxsize.')
            if len(args) == 3 and args[2] is not None:
                step = _slice_bound(args[2], 'Step for islice() must be a positive integer or '
                                             'None.')
                if step == 0:
                    raise ValueError('Step for islice() must be a positive integer or None.')
        self._iterator = (_itertools.islice(iterable, start, stop, step)
                          or _islice(iter(iterable), start, stop, step))


def _slice_bound(value, message):
    if value is None:
        return None
    if not isinstance(value, int):
        index = getattr(type(value), '__index__', None)
        if index is None:
            raise ValueError(message)
        value = index(value)
    if value < 0:
        raise ValueError(message)
    return value


def _pairwise(iterator):
    for first in iterator:
        break
    else:
        return
    for second in iterator:
        yield first, second
        first = second


class pairwise(_Wrapped):
    """Each item with the one that follows it."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._iterator = _itertools.pairwise(iterable) or _pairwise(iter(iterable))


class _tee:
    """One of several iterators over the same source: links of [item, next link]."""

    __slots__ = ('_source', '_link')

    def __new__(cls, iterable):
        self = object.__new__(cls)
        if isinstance(iterable, _tee):
            self._source = iterable._source
            self._link = iterable._link
        else:
            self._source = iter(iterable)
            self._link = [None, None]
        return self

    def __iter__(self):
        return self

    def __copy__(self):
        return _tee(self)

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._source)
            link[1] = [None, None]
        item, self._link = link
        return item


_tee.__name__ = _tee.__qualname__ = '_tee'


def tee(iterable, n=2, /):
    """n independent iterators over one iterable."""
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    first = _tee(iterable)
    return (first, *[_tee(first) for _ in range(n - 1)])


def _zip_longest(iterators, fillvalue):
    active = len(iterators)
    if not active:
        return
    while True:
        values = []
        for i, iterator in enumerate(iterators):
            if iterator is None:
                values.append(fillvalue)
                continue
            for value in iterator:
                values.append(value)
                break
            else:
                active -= 1
                if not active:
                    return
                iterators[i] = None
                values.append(fillvalue)
        yield tuple(values)


class zip_longest(_Wrapped):
    """As zip, until the longest iterable ends."""

    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._iterator = (_itertools.zip_longest(iterables, fillvalue) or
                          _zip_longest([iter(iterable) for iterable in iterables], fillvalue))


class product(_Wrapped):
    """Every way to take one item of each iterable."""

    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self._iterator = _itertools.product(
            tuple([tuple(iterable) for iterable in iterables] * repeat))


class permutations(_Wrapped):
    """Every ordered choice of r different positions."""

    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError('Expected int as r')
        if r < 0:
            raise ValueError('r must be non-negative')
        self._iterator = _itertools.permutations(pool, r)


class combinations(_Wrapped):
    """Every choice of r different positions, in their order."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._iterator = _itertools.combinations(pool, r)


class combinations_with_replacement(_Wrapped):
    """Every choice of r positions, in their order, the same ones again included."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._iterator = _itertools.combinations_with_replacement(pool, r)
