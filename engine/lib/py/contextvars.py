"""Variables that belong to a context: each thread begins with an empty one."""

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

import _contextvars
from _contextvars import (copy_context, current as _current, lookup as _lookup,
                          set_current as _set_current)
from _collections_abc import _generic_alias
from collections.abc import Mapping

_missing = object()


class Context(_contextvars.Context, Mapping):
    """The values of context variables."""

    _entered = False

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError('Context() does not accept any arguments')
        return super().__new__(cls)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type '_contextvars.Context' is not an acceptable base type")

    def run(self, callable, /, *args, **kwargs):
        """Calls the function with this as the current context."""
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self} is already entered')
        previous = _current()
        self._entered = True
        _set_current(self)
        try:
            return callable(*args, **kwargs)
        finally:
            _set_current(previous)
            self._entered = False

    def copy(self):
        new = Context()
        new._values = self._values
        return new

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return self._values[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __repr__(self):
        return f'<_contextvars.Context object at {id(self):#x}>'


_contextvars.set_class(Context)


class Token:
    """What set() returns and reset() takes."""

    MISSING = _missing
    __class_getitem__ = classmethod(_generic_alias)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type '_contextvars.Token' is not an acceptable base type")

    def __init__(self, context=None, var=None, old_value=None, *rest):
        if not isinstance(context, Context):
            raise RuntimeError('Tokens can only be created by ContextVars')
        self._context = context
        self._used = False
        self.var = var
        self.old_value = old_value

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self.var!r} at {id(self):#x}>'


class ContextVar:
    """A variable with a value in each context."""

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type '_contextvars.ContextVar' is not an acceptable base type")

    def __init__(self, *args, default=_missing):
        if len(args) != 1:
            raise TypeError(f"ContextVar() takes {'at most' if args else 'exactly'} 1 positional "
                            f'argument ({len(args)} given)')
        name, = args
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _lookup(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _current()
        values = context._values
        old = values.get(self, _missing)
        # A copy of the context may share the dict.
        context._values = {**values, self: value}
        return Token(context, self, old)

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        context = _current()
        if token._context is not context:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        values = context._values.copy()
        if token.old_value is _missing:
            values.pop(self, None)
        else:
            values[self] = token.old_value
        context._values = values

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'
