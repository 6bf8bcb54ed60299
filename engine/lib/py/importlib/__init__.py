"""The import system as functions."""

import _builtins
import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def import_module(name, package=None):
    level = 0
    while name[level:level + 1] == '.':
        level += 1
    if level:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for "
                            f'{name!r}')
        parts = package.split('.')
        if len(parts) < level:
            raise ImportError('attempted relative import beyond top-level package')
        base = '.'.join(parts[:len(parts) - level + 1])
        name = f'{base}.{name[level:]}' if name[level:] else base
    if name in sys.modules and sys.modules[name] is not None:
        return sys.modules[name]
    __import__(name)
    return sys.modules[name]


def reload(module):
    name = getattr(module, '__name__', None)
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    _builtins._reload(module, name)
    return sys.modules[name]


def invalidate_caches():
    pass
