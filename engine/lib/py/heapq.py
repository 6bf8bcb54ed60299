"""Priority queues in lists: heap[k] <= heap[2k + 1] and heap[k] <= heap[2k + 2]."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']

import _heapq
import _heddle


def _rise(heap, start, position):
    """Moves the item at `position` up to its place, not above `start`."""
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[position] = above
        position = parent
    heap[position] = item


def _sink(heap, position):
    """Puts the item at `position` into its place below: down along the smaller children to a leaf,
    which it is likely to belong to, then up again."""
    start = position
    end = len(heap)
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise(heap, start, position)


def _checked(heap):
    if not isinstance(heap, list):
        raise TypeError(f'heap argument must be a list, not {type(heap).__name__}')
    return heap


def heappush(heap, item, /):
    if not _heapq.push(heap, item):
        _checked(heap).append(item)
        _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    item = _heapq.pop(heap)
    if item is not heap:
        return item
    if not _checked(heap):
        raise IndexError('index out of range')
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _sink(heap, 0)
        return first
    return last


def heapreplace(heap, item, /):
    first = _heapq.replace(heap, item)
    if first is not heap:
        return first
    if not _checked(heap):
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        return heapreplace(heap, item)
    return item


def heapify(heap, /):
    if not _heapq.heapify(heap):
        for i in range(len(_checked(heap)) // 2 - 1, -1, -1):
            _sink(heap, i)


# ---- the same with the largest item first

def _sink_max(heap, position):
    end = len(heap)
    item = heap[position]
    while (child := 2 * position + 1) < end:
        if child + 1 < end and not heap[child + 1] < heap[child]:
            child += 1
        if not item < heap[child]:
            break
        heap[position] = heap[child]
        position = child
    heap[position] = item


def _heapify_max(heap, /):
    for i in range(len(_checked(heap)) // 2 - 1, -1, -1):
        _sink_max(heap, i)


def _heappop_max(heap, /):
    if not _checked(heap):
        raise IndexError('index out of range')
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last


def _heapreplace_max(heap, item, /):
    if not _checked(heap):
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return first


class _Reversed:
    """An item that compares the other way round."""

    __slots__ = ('item',)

    def __init__(self, item):
        self.item = item

    def __eq__(self, other):
        return self.item == other.item

    def __lt__(self, other):
        return other.item < self.item


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables as one sorted stream."""
    heap = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            heap.append(_entry(value, order, iterator, key, reverse))
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        iterator = entry[3]
        for value in iterator:
            heapreplace(heap, _entry(value, entry[1], iterator, key, reverse))
            break
        else:
            heappop(heap)
    if heap:
        entry = heap[0]
        yield entry[2]
        yield from entry[3]


def _entry(value, order, iterator, key, reverse):
    rank = value if key is None else key(value)
    return (_Reversed(rank) if reverse else rank, order, value, iterator)


def nsmallest(n, iterable, key=None):
    """The n smallest items, sorted."""
    if n == 1:
        for item in (items := list(iterable)):
            return [min(items, key=key)]
        return []
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    if n == 1:
        for item in (items := list(iterable)):
            return [max(items, key=key)]
        return []
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


for _name in ('heappush', 'heappop', 'heapify', 'heapreplace', 'heappushpop'):
    globals()[_name] = _heddle.builtin_function(globals()[_name], 'heapq')
del _name
