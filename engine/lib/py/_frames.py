"""f_locals of the frames of functions (PEP 667): a view of their variables that writes through."""

import _frame
import _heddle
from _collections_abc import Mapping
from reprlib import recursive_repr

_FrameType = _heddle.builtin_type('frame')
_missing = object()


class FrameLocalsProxy:
    """The variables of a frame, and what was added to them."""

    __slots__ = ('_frame',)
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        if kwargs:
            raise TypeError('FrameLocalsProxy takes no keyword arguments')
        if len(args) != 1:
            raise TypeError(f'FrameLocalsProxy expected 1 argument, got {len(args)}')
        if not isinstance(args[0], _FrameType):
            raise TypeError(f'expect frame, not {type(args[0]).__name__}')
        self = object.__new__(cls)
        self._frame = args[0]
        return self

    def _register(self, key):
        """Of the variable, or -1."""
        names = _frame.variables(self._frame)
        if type(key) is str:
            return names.index(key) if key in names else -1
        wanted = hash(key)
        for i, name in enumerate(names):
            if name is not None and hash(name) == wanted and key == name:
                return i
        return -1

    def _find(self, key):
        i = self._register(key)
        value = _frame.get(self._frame, i, _missing) if i >= 0 else _missing
        return _frame.extra(self._frame).get(key, _missing) if value is _missing else value

    def _as_dict(self):
        frame = self._frame
        registers = {name: i for i, name in enumerate(_frame.variables(frame))}
        code = frame.f_code
        found = {}
        for name in code.co_varnames + code.co_cellvars + code.co_freevars:
            value = _frame.get(frame, registers[name], _missing)
            if value is not _missing:
                found[name] = value
        found.update(_frame.extra(frame))
        return found

    def __getitem__(self, key):
        value = self._find(key)
        if value is _missing:
            raise KeyError(f"local variable '{key!r}' is not defined")
        return value

    def __setitem__(self, key, value):
        i = self._register(key)
        if i >= 0:
            _frame.set(self._frame, i, value)
        else:
            _frame.extra(self._frame)[key] = value

    def __delitem__(self, key):
        raise TypeError('cannot delete variables from FrameLocalsProxy')

    def __contains__(self, key):
        return self._find(key) is not _missing

    def __len__(self):
        return len(self._as_dict())

    def __iter__(self):
        return iter(self.keys())

    def __reversed__(self):
        return self.keys()[::-1]

    def keys(self):
        return list(self._as_dict())

    def values(self):
        return list(self._as_dict().values())

    def items(self):
        return list(self._as_dict().items())

    def get(self, key, default=None, /):
        value = self._find(key)
        return default if value is _missing else value

    def setdefault(self, key, default=None, /):
        value = self._find(key)
        if value is not _missing:
            return value
        self[key] = default
        return default

    def update(self, other, /):
        if not isinstance(other, (dict, FrameLocalsProxy)) and not hasattr(other, 'keys'):
            raise TypeError('update() argument must be dict or another FrameLocalsProxy')
        for key in other.keys():
            self[key] = other[key]

    def copy(self):
        return self._as_dict()

    def __or__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        return {**self._as_dict(), **other}

    def __ror__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        return {**other, **self._as_dict()}

    def __ior__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        self.update(other)
        return self

    def __eq__(self, other):
        if isinstance(other, FrameLocalsProxy):
            return self._frame is other._frame
        if isinstance(other, dict):
            return self._as_dict() == other
        return NotImplemented

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'FrameLocalsProxy' object")

    @recursive_repr('{...}')
    def __repr__(self):
        return repr(self._as_dict())


FrameLocalsProxy.__module__ = 'builtins'
Mapping.register(FrameLocalsProxy)
