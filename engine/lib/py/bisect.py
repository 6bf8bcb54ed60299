"""Places in sorted sequences."""

import _heapq
import _heddle


def _check(lo, hi, a):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    return len(a) if hi is None else hi


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """Where x belongs in a, after the items equal to it."""
    if key is None:
        place = _heapq.bisect(a, x, lo, hi, True)
        if place is not None:
            return place
    hi = _check(lo, hi, a)
    if key is None:
        while lo < hi:
            middle = (lo + hi) // 2
            if x < a[middle]:
                hi = middle
            else:
                lo = middle + 1
    else:
        while lo < hi:
            middle = (lo + hi) // 2
            if x < key(a[middle]):
                hi = middle
            else:
                lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """Where x belongs in a, before the items equal to it."""
    if key is None:
        place = _heapq.bisect(a, x, lo, hi, False)
        if place is not None:
            return place
    hi = _check(lo, hi, a)
    if key is None:
        while lo < hi:
            middle = (lo + hi) // 2
            if a[middle] < x:
                lo = middle + 1
            else:
                hi = middle
    else:
        while lo < hi:
            middle = (lo + hi) // 2
            if key(a[middle]) < x:
                lo = middle + 1
            else:
                hi = middle
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Puts x where bisect_right() says."""
    if key is not None or not _heapq.insort(a, x, lo, hi, True):
        place = bisect_right(a, x if key is None else key(x), lo, hi, key=key)
        a.insert(place, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Puts x where bisect_left() says."""
    if key is not None or not _heapq.insort(a, x, lo, hi, False):
        place = bisect_left(a, x if key is None else key(x), lo, hi, key=key)
        a.insert(place, x)


bisect_left = _heddle.builtin_function(bisect_left, 'bisect')
bisect_right = _heddle.builtin_function(bisect_right, 'bisect')
insort_left = _heddle.builtin_function(insort_left, 'bisect')
insort_right = _heddle.builtin_function(insort_right, 'bisect')
bisect = bisect_right
insort = insort_right
