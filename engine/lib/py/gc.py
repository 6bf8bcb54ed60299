"""The collector. It is a tracing one: it needs no help with cycles."""

import _fallbacks
import _vm

callbacks = []
garbage = []
DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38

_enabled = True
_threshold = (2000, 10, 0)
_debug = 0


def enable():
    global _enabled
    _enabled = True


def disable():
    """Remembered, no more: memory is reclaimed all the same."""
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    """Reclaims what nobody refers to."""
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    # The second one takes what the finalizers that the first one made run have let go of.
    for _ in range(2):
        _fallbacks._collect()
    return 0


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_count():
    return (0, 0, 0)


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def get_debug():
    return _debug


def set_debug(flags, /):
    global _debug
    _debug = flags


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def is_tracked(obj, /):
    return not isinstance(obj, (int, float, complex, str, bytes, bool, type(None)))


def is_finalized(obj, /):
    return False
