"""Variables that belong to a context: each thread begins with an empty one."""

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

from collections.abc import Mapping

from _contextvars import current, set_current

_missing = object()


def _current():
    context = current()
    if context is None:
        context = Context()
        set_current(context)
    return context


class Context(Mapping):
    """The values of context variables."""

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        """Calls the function with this as the current context."""
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self} is already entered')
        previous = _current()
        self._entered = True
        set_current(self)
        try:
            return callable(*args, **kwargs)
        finally:
            set_current(previous)
            self._entered = False

    def copy(self):
        new = Context()
        new._values = self._values.copy()
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


class Token:
    """What set() returns and reset() takes."""

    MISSING = _missing

    def __init__(self, context, var, old_value):
        self._context = context
        self._used = False
        self.var = var
        self.old_value = old_value

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self.var!r} at {id(self):#x}>'


class ContextVar:
    """A variable with a value in each context."""

    def __init__(self, name, /, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _current()._values.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _current()
        old = context._values.get(self, _missing)
        context._values[self] = value
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
        if token.old_value is _missing:
            context._values.pop(self, None)
        else:
            context._values[self] = token.old_value

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'


def copy_context():
    """A copy of the current context."""
    return _current().copy()
