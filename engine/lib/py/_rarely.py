"""What natives call on only rarely, each by its name (see _fallbacks._rarely)."""

import _heddle
import _vm


def bad_literal(message, literal):
    raise ValueError(message + repr(literal))


def not_implemented_bool():
    import warnings
    warnings.warn('NotImplemented should not be used in a boolean context', DeprecationWarning)
    return True


def super_of_claimed(cls, start, x):
    claimed = getattr(x, '__class__', None)
    if isinstance(claimed, type) and claimed is not type(x) and start in claimed.__mro__:
        return _heddle.super_of(cls, start, x, claimed)
    what = f'type {x.__name__}' if isinstance(x, type) else f'instance of {type(x).__name__}'
    raise TypeError(f'super(type, obj): obj ({what}) is not an instance or subtype of type '
                    f'({start.__name__}).')


def int_with_base(cls, x, base):
    import _fallbacks
    return cls.__new__(cls, x, _fallbacks._index(base))


def int_by_trunc(x):
    import _fallbacks
    import warnings
    warnings.warn('The delegation of int() to __trunc__ is deprecated.', DeprecationWarning)
    n = type(x).__trunc__(x)
    if not isinstance(n, int) and not hasattr(type(n), '__index__'):
        raise TypeError(f'__trunc__ returned non-Integral (type {type(n).__name__})')
    return _fallbacks._index(n)


def slice_of_range(numbers, part, length):
    start, stop, step = part.indices(length)
    return range(numbers.start + start * numbers.step, numbers.start + stop * numbers.step,
                 numbers.step * step)


def with_index(function, args, names, refused):
    import _fallbacks
    n = _fallbacks._index(refused)
    return _vm.call(function, tuple([n if x is refused else x for x in args]), names)


def compare_cells(op, a, b):
    import _fallbacks
    # An empty one is less than any other.
    x, y = [_contents(cell) for cell in (a, b)]
    return _fallbacks._compared(op, x, y)


def _contents(cell):
    try:
        return 1, cell.cell_contents
    except ValueError:
        return ()
