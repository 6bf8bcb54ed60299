"""The steps of iterators that take Python code (engine/objects/iterator_open.cc), and how iterators
over such objects are made. What copies and pickles them is in _iterator_state."""

import _heddle
import _itertools
import _vm
import builtins
from _fallbacks import _as_int

_special = _vm.special
_missing = object()
_count_up = _itertools.count_up
_get = _itertools.get
_put = _itertools.put
_make = _itertools.make
_open_reversed = _itertools.kind('OpenReversed')
_SOURCE, _SECOND, _THIRD = 0, 1, 2


def _end(iterator):
    _itertools.become(iterator, 'Done')


# ---- how they are made

def _make_iterator(cls, which, iterables, second, third, index, limit):
    sources = tuple([iter(iterable) for iterable in iterables])
    return _make(cls, which, sources, second, third, index, limit)


def _indexed_new(kind, cls, iterable, n, *rest):
    return kind.__new__(cls, iterable, _as_int(n), **({'strict': rest[0]} if rest else {}))


def _pool_new(kind, cls, iterable, r):
    pool = tuple(iterable)
    if r is not None and not isinstance(r, int):
        if kind is _itertools.permutations:
            raise TypeError('Expected int as r')
        r = _as_int(r)
    return kind.__new__(cls, pool, r)


def _product_new(cls, iterables, repeat):
    pools = [tuple(iterable) for iterable in iterables]
    return _itertools.product.__new__(cls, *pools, repeat=_as_int(repeat))


def _slice_bound(value, message):
    if value is None:
        return None
    if not isinstance(value, int):
        if _special(value, '__index__') is None:
            raise ValueError(message)
        value = _as_int(value)
    if not 0 <= value < 1 << 63:
        raise ValueError(message)
    return value


def _slice_new(cls, iterable, *args):
    bound = 'must be None or an integer: 0 <= x <= sys.maxsize.'
    if len(args) == 1:
        bounds = [_slice_bound(args[0], f'Stop argument for islice() {bound}')]
    else:
        bounds = [_slice_bound(args[0], f'Indices for islice() {bound}'),
                  _slice_bound(args[1], f'Stop argument for islice() {bound}')]
    if len(args) == 3:
        message = 'Step for islice() must be a positive integer or None.'
        step = _slice_bound(args[2], message)
        if step == 0:
            raise ValueError(message)
        bounds.append(step)
    return _itertools.islice.__new__(cls, iterable, *bounds)


def _reversed(cls, x):
    method = _special(x, '__reversed__')
    if method is not None:
        return method()
    if _heddle.type_lookup(type(x), '__reversed__', 0) is None or \
            _special(x, '__getitem__') is None:
        raise TypeError(f"'{type(x).__name__}' object is not reversible")
    return _make(cls, _open_reversed, (x,), None, None, len(x) - 1, 0)


# ---- one step

def _enumerate_next(iterator, source):
    return _count_up(iterator, next(source))


def _zip_two(a, b):
    return next(a), next(b)


def _zip_next(sources, strict):
    if not strict:
        if not sources:
            raise StopIteration
        return (*[next(source) for source in sources],)
    items = []
    for i, source in enumerate(sources):
        try:
            items.append(next(source))
        except StopIteration:
            if i:
                raise ValueError(f'zip() argument {i + 1} is shorter than {_arguments(i)}') from None
            for j in range(1, len(sources)):
                if next(sources[j], _missing) is not _missing:
                    raise ValueError(f'zip() argument {j + 1} is longer than {_arguments(j)}') \
                        from None
            raise
    if not items:
        raise StopIteration
    return (*items,)


def _arguments(n):
    return 'argument 1' if n == 1 else f'arguments 1-{n}'


def _slice_next(iterator, source, wanted):
    try:
        while True:
            next(source)
            if not _itertools.passed(iterator):
                break
        if wanted:
            item = next(source)
    except StopIteration:
        _end(iterator)
        raise
    if not wanted:
        _end(iterator)
        raise StopIteration
    _itertools.taken(iterator)
    return item


def _count_next(iterator, now, step):
    # No two threads get the same.
    while not _itertools.replace(iterator, _SOURCE, now, now + step):
        now = _get(iterator, _SOURCE, None)
    return now


def _chain_next(iterator, current, iterable=_missing):
    while True:
        if current is None:
            if iterable is _missing:
                try:
                    iterable = next(_get(iterator, _SOURCE, None))
                except StopIteration:
                    _end(iterator)
                    raise
            current = iter(iterable)
            iterable = _missing
            _put(iterator, _SECOND, current)
        try:
            return next(current)
        except StopIteration:
            pass
        _itertools.clear(iterator, _SECOND)
        current = None


def _cycle_next(iterator, source):
    try:
        item = next(source)
    except StopIteration:
        _itertools.set_limit(iterator, 1)
    else:
        if not _itertools.numbers(iterator)[1]:
            _get(iterator, _SECOND, None).append(item)
        return item
    return next(iterator)


def _pairwise_next(iterator, source):
    old = _get(iterator, _SECOND, _missing)
    try:
        if old is _missing:
            old = next(source)
            _put(iterator, _SECOND, old)
            if _itertools.kind_of(iterator) == 'Done':
                raise StopIteration
        new = next(source)
    except StopIteration:
        _end(iterator)
        raise
    _put(iterator, _SECOND, new)
    return old, new


def _zip_longest_next(iterator, sources, fill):
    items = []
    active = len(sources) - sources.count(None)
    if not active:
        raise StopIteration
    for i, source in enumerate(sources):
        if source is None:
            items.append(fill)
            continue
        try:
            items.append(next(source))
        except StopIteration:
            active -= 1
            sources[i] = None
            if not active:
                raise
            items.append(fill)
        except BaseException:
            sources[:] = [None] * len(sources)
            raise
    return (*items,)


def _batched_next(iterator, source, n, strict):
    batch = []
    add = batch.append
    try:
        while len(batch) < n:
            add(next(source))
    except StopIteration:
        _end(iterator)
        if not batch:
            raise
        if strict:
            raise ValueError('batched(): incomplete batch') from None
    return (*batch,)


def _reversed_next(iterator, sequence, index):
    if index < 0:
        _end(iterator)
        raise StopIteration
    try:
        item = sequence[index]
    except (IndexError, StopIteration):
        _end(iterator)
        raise StopIteration from None
    except BaseException:
        _end(iterator)
        raise
    _itertools.set_index(iterator, index - 1)
    return item


def _sequence_next(iterator, sequence, index):
    if index >= _MAXSIZE:
        raise OverflowError('iter index too large')
    try:
        item = sequence[index]
    except (IndexError, StopIteration):
        _end(iterator)
        raise StopIteration from None
    _itertools.set_index(iterator, index + 1)
    return item


_MAXSIZE = (1 << 63) - 1


def _callable_next(iterator, call, sentinel):
    try:
        value = call()
    except StopIteration:
        _end(iterator)
        raise
    # The call may have iterated to the end itself.
    if _itertools.kind_of(iterator) == 'Done' or sentinel == value:
        _end(iterator)
        raise StopIteration
    return value


def _map_one(function, source):
    return function(next(source))


def _map_many(function, sources):
    return function(*[next(source) for source in sources])


def _filter_true(source, item=_missing):
    if item is not _missing and item:
        return item
    while True:
        item = next(source)
        if item:
            return item


def _filter_by(function, source, item=_missing):
    if item is not _missing and function(item):
        return item
    while True:
        item = next(source)
        if function(item):
            return item


def _filter_false(function, source):
    if function is None:
        function = bool
    while True:
        item = next(source)
        if not function(item):
            return item


def _starmap_call(function, args):
    return function(*args)


def _starmap_next(function, source):
    return function(*next(source))


def _takewhile_test(iterator, predicate, item):
    if predicate(item):
        return item
    _itertools.set_index(iterator, 1)
    raise StopIteration


def _takewhile_next(iterator, predicate, source):
    item = next(source)
    if predicate(item):
        return item
    _itertools.set_index(iterator, 1)
    raise StopIteration


def _dropwhile_next(iterator, predicate, source):
    while True:
        item = next(source)
        if not predicate(item):
            _itertools.set_index(iterator, 1)
            return item


def _accumulate_call(iterator, function, total, item):
    total = total + item if function is None else function(total, item)
    _put(iterator, _SECOND, total)
    return total


def _accumulate_next(iterator, source, function):
    item = next(source)
    total = _get(iterator, _SECOND, _missing)
    if total is not _missing:
        item = total + item if function is None else function(total, item)
    _put(iterator, _SECOND, item)
    return item


def _compress_next(data, selectors, item=_missing, selector=False):
    if item is not _missing and selector:
        return item
    while True:
        item = next(data)
        if next(selectors):
            return item


def _tee_next(iterator, source):
    try:
        item = next(source)
    except BaseException:
        _itertools.tee_failed(iterator)
        raise
    return _itertools.tee_answered(iterator, item)


# ---- what is asked for seldom

def _iterator_hint(iterator):
    sequence = _get(iterator, _SOURCE, None)
    index = _itertools.numbers(iterator)[0]
    kind = _itertools.kind_of(iterator)
    if kind == 'OpenReversed':
        return 0 if len(sequence) < index + 1 else index + 1
    if kind != 'Sequence' or _special(sequence, '__len__') is None:
        return NotImplemented
    return max(len(sequence) - index, 0)


def _iterator_repr(iterator):
    name = type(iterator).__name__
    kind = _itertools.kind_of(iterator)
    value = _get(iterator, _SOURCE, None)
    if kind in ('Count', 'OpenCount'):
        step = _get(iterator, _SECOND, None)
        if type(step) is int and step == 1:
            return f'{name}({value!r})'
        return f'{name}({value!r}, {step!r})'
    left = 0 if kind == 'Done' else _itertools.numbers(iterator)[1]
    return f'{name}({value!r})' if left < 0 else f'{name}({value!r}, {left})'


def _iterator_reduce(iterator):
    import _iterator_state
    return _iterator_state.reduce(iterator)


def _iterator_setstate(iterator, state):
    import _iterator_state
    return _iterator_state.set_state(iterator, state)


_vm.bind_library(_vm.frame_globals(0))
