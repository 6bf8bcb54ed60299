"""Shallow and deep copies."""

__all__ = ['Error', 'copy', 'deepcopy', 'replace']

import _heddle
import copyreg


class Error(Exception):
    pass


error = Error

_atomic = frozenset((
    type(None), int, float, bool, complex, bytes, str, type, range, property, type(Ellipsis),
    type(NotImplemented), type(len), type(lambda: None), type((lambda: None).__code__),
    _heddle.builtin_type('ReferenceType')))


def copy(x):
    """A new object that refers to the same items."""
    cls = type(x)
    if cls in _atomic:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if cls is tuple or cls is frozenset or cls is slice or issubclass(cls, type):
        return x
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    reduced = _reduce(x, cls)
    if isinstance(reduced, str):
        return x
    return _rebuild(x, None, *reduced)


def _reduce(x, cls):
    reductor = copyreg.dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor is not None:
        return reductor()
    raise Error(f'un(deep)copyable object of type {cls}')


def deepcopy(x, memo=None, _nil=[]):
    """A new object with deep copies of the items; shared ones stay shared."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    if cls is list:
        y = memo[key] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, value in x.items():
            y[deepcopy(k, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = _deepcopy_tuple(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        y = _deepcopy_object(x, cls, memo)
    if y is not x:
        memo[key] = y
        # As long as the memo lives the original must, or its id could be that of another object.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # The tuple may have been met again among its own items.
    known = memo.get(id(x))
    if known is not None:
        return known
    for a, b in zip(x, items):
        if a is not b:
            return tuple(items)
    return x


def _deepcopy_object(x, cls, memo):
    method = getattr(x, '__deepcopy__', None)
    if method is not None:
        return method(memo)
    if cls is _method_type:
        return cls(x.__func__, deepcopy(x.__self__, memo))
    reduced = _reduce(x, cls)
    if isinstance(reduced, str):
        return x
    return _rebuild(x, memo, *reduced)


# A sixth item, which pickle knows, is an error here.
def _rebuild(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                y[deepcopy(key, memo)] = deepcopy(value, memo)
            else:
                y[key] = value
    return y


def replace(obj, /, **changes):
    """A copy with some fields replaced."""
    cls = obj.__class__
    method = getattr(cls, '__replace__', None)
    if method is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')
    return method(obj, **changes)


class _Bound:

    def method(self):
        pass


_method_type = type(_Bound().method)
del _Bound
