"""Helpers of the import system."""

__all__ = ['MAGIC_NUMBER', 'find_spec', 'module_from_spec', 'resolve_name',
           'spec_from_file_location', 'source_hash']

import os
import sys
from types import ModuleType

MAGIC_NUMBER = b'\xf3\r\r\n'


class _Loader:
    """Runs the source of a module."""

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        with open(self.path, encoding='utf-8') as file:
            source = file.read()
        exec(compile(source, self.path, 'exec'), module.__dict__)

    def get_filename(self, name=None):
        return self.path

    def get_source(self, name=None):
        with open(self.path, encoding='utf-8') as file:
            return file.read()


class _Spec:
    """Where a module comes from."""

    def __init__(self, name, loader, origin, locations=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.submodule_search_locations = locations
        self.has_location = origin is not None
        self.cached = None
        self.parent = name if locations is not None else name.rpartition('.')[0]

    def __repr__(self):
        return f'ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})'


_Spec.__name__ = _Spec.__qualname__ = 'ModuleSpec'


def resolve_name(name, package):
    level = len(name) - len(name.lstrip('.'))
    if not level:
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module '
                          'names)')
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    path = os.path.abspath(os.fspath(location))
    return _Spec(name, loader or _Loader(name, path), path, submodule_search_locations)


def module_from_spec(spec):
    module = ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.origin is not None:
        module.__file__ = spec.origin
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module


def find_spec(name, package=None):
    """The spec of a module, or None where there is none; its packages are imported."""
    import _builtins
    full = resolve_name(name, package)
    if full in sys.modules:
        module = sys.modules[full]
        return getattr(module, '__spec__', None) or _Spec(
            full, None, getattr(module, '__file__', None), getattr(module, '__path__', None))
    parent = None
    if '.' in full:
        parent = __import__(full.rpartition('.')[0], fromlist=['__path__'])
    found = _builtins._find_module(full, parent)
    if found is None:
        return None
    kind, payload = found
    if kind == 'source':
        source, path, is_package, *_ = payload
        locations = [os.path.dirname(path)] if is_package else None
        return _Spec(full, _Loader(full, path), path, locations)
    return _Spec(full, None, None, payload if kind == 'namespace' else None)


def source_hash(source_bytes):
    import hashlib
    return hashlib.blake2b(source_bytes, digest_size=8).digest()
