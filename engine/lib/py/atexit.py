"""Functions to call when the program ends."""

import sys

_callbacks = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _callbacks.append((func, args, kwargs))
    return func


def unregister(func, /):
    _callbacks[:] = [entry for entry in _callbacks if not entry[0] == func]


def _run_exitfuncs():
    """Calls what was registered, the last first."""
    while _callbacks:
        func, args, kwargs = _callbacks.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as e:
            sys.unraisablehook(sys._Unraisable(type(e), e, e.__traceback__,
                                               'Exception ignored in atexit callback', func))


def _clear():
    _callbacks.clear()


def _ncallbacks():
    return len(_callbacks)
