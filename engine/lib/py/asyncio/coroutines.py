"""What is a coroutine?"""

__all__ = ('iscoroutinefunction', 'iscoroutine')

import os
import sys
import types
from collections.abc import Coroutine


def _is_debug_mode():
    return (sys.flags.dev_mode or
            not sys.flags.ignore_environment and bool(os.environ.get('PYTHONASYNCIODEBUG')))


_is_coroutine = object()


def iscoroutinefunction(func):
    """Whether a call of the function makes a coroutine."""
    import inspect
    return (inspect.iscoroutinefunction(func) or
            getattr(func, '_is_coroutine', None) is _is_coroutine)


_COROUTINE_TYPES = (types.CoroutineType, Coroutine)
_known_types = {types.CoroutineType}


def iscoroutine(obj):
    """Whether the object is a coroutine."""
    cls = type(obj)
    if cls in _known_types:
        return True
    if isinstance(obj, _COROUTINE_TYPES):
        if len(_known_types) < 100:
            _known_types.add(cls)
        return True
    return False


def _format_coroutine(coro):
    assert iscoroutine(coro)
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    if name is None:
        name = f'<{type(coro).__name__} without __name__>'
    name = f'{name}()'
    running = getattr(coro, 'cr_running', None)
    if running is None:
        running = getattr(coro, 'gi_running', False)
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    if code is None:
        return f'{name} running' if running else name
    filename = code.co_filename or '<empty co_filename>'
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if running and frame is not None:
        return f'{name} running at {filename}:{frame.f_lineno}'
    if frame is not None:
        return f'{name} running at {filename}:{frame.f_lineno}'
    return f'{name} done, defined at {filename}:{code.co_firstlineno}'
