"""Objects that stand in for others and remember how they were used."""

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec',
           'AsyncMock', 'ThreadingMock', 'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock',
           'mock_open', 'PropertyMock', 'seal']

import builtins
import contextlib
import functools
import inspect
import sys
import threading

FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock was given as a spec."""


class _SentinelObject:

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Makes an object for each attribute that somebody asks for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = None


ANY = _ANY()


# ---- calls

def _shown_call(name, args, kwargs):
    text = ', '.join([repr(arg) for arg in args]
                     + [f'{key}={value!r}' for key, value in kwargs.items()])
    return f'{name}({text})'


class _Call(tuple):
    """A call: (name, args, kwargs), or (args, kwargs)."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        if len(value) == 3:
            name, args, kwargs = value
        elif len(value) == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
            else:
                args, kwargs = first, second
        elif len(value) == 1:
            value, = value
            if isinstance(value, str):
                name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _three(self):
        return ('', *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        if not isinstance(other, tuple):
            return False
        name, args, kwargs = self._three()
        if (getattr(self, '_mock_parent', None) and getattr(other, '_mock_parent', None)
                and self._mock_parent != other._mock_parent):
            return False
        other_name = ''
        if len(other) == 0:
            other_args, other_kwargs = (), {}
        elif len(other) == 3:
            other_name, other_args, other_kwargs = other
        elif len(other) == 1:
            value, = other
            other_args, other_kwargs = (), {}
            if isinstance(value, tuple):
                other_args = value
            elif isinstance(value, str):
                other_name = value
            else:
                other_kwargs = value
        elif len(other) == 2:
            first, second = other
            if isinstance(first, str):
                other_name = first
                other_args, other_kwargs = (second, {}) if isinstance(second, tuple) else \
                    ((), second)
            else:
                other_args, other_kwargs = first, second
        else:
            return False
        if name and other_name != name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __hash__ = None

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        name = self._mock_name + '()'
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, attr):
        if attr.startswith('__') and attr.endswith('__') and attr in ('__bases__', '__wrapped__'):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ('count', 'index'):
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') or name == 'call' else f'call.{name}'
        name, args, kwargs = self._three()
        if not name:
            name = 'call'
        elif not name.startswith('()'):
            name = f'call.{name}'
        else:
            name = f'call{name}'
        return _shown_call(name, args, kwargs)

    def call_list(self):
        """This call and those that its object came from."""
        calls = []
        thing = self
        while thing is not None:
            if thing._mock_from_kall:
                calls.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any([self[i:i + n] == value for i in range(len(self) - n + 1)])

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


# ---- mocks

_numerics = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_magics = {f'__{name}__' for name in
           ('lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod '
            'rdivmod neg pos abs invert complex int float index round trunc floor ceil bool next '
            'fspath aiter hash iter repr dir format subclasses getformat reversed missing reduce '
            'reduce_ex getinitargs getnewargs getstate setstate get set delete call instancecheck '
            'prepare').split()}
_magics |= {f'__{p}{n}__' for n in _numerics for p in ('', 'i', 'r')}
_async_magics = {'__aenter__', '__aexit__', '__anext__'}
_supported = {f'__{name}__' for name in
              ('lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit '
               'divmod rdivmod neg pos abs invert complex int float index round trunc floor ceil '
               'bool next fspath aiter hash iter').split()}
_supported |= {f'__{p}{n}__' for n in _numerics for p in ('', 'i')} | _async_magics
_returns = {'__hash__': lambda self: object.__hash__(self),
            '__str__': lambda self: object.__str__(self),
            '__sizeof__': lambda self: object.__sizeof__(self),
            '__fspath__': lambda self: f'{type(self).__name__}/'
                                       f'{self._extract_mock_name()}/{id(self)}'}
_values = {'__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False,
           '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1,
           '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented,
           '__ge__': NotImplemented}
_inner = frozenset(['return_value', '_mock_return_value', 'side_effect', '_mock_side_effect',
                    '_mock_parent', '_mock_new_parent', '_mock_name', '_mock_new_name'])


def _is_magic(name):
    return name.startswith('__') and name.endswith('__') and name[2:-2] != ''


def _is_list(obj):
    return type(obj) in (list, tuple)


def _is_exception(obj):
    return (isinstance(obj, BaseException)
            or isinstance(obj, type) and issubclass(obj, BaseException))


def _is_async(obj):
    if isinstance(obj, NonCallableMock) and not isinstance(obj, AsyncMock):
        return False
    obj = getattr(obj, '__func__', obj)
    return inspect.iscoroutinefunction(obj) or inspect.isawaitable(obj) or \
        isinstance(obj, AsyncMock)


def _signature_of(spec, instance=False, skip_first=False):
    """The signature that calls have to fit, or None."""
    try:
        if isinstance(spec, type) and not instance:
            signature = inspect.signature(spec.__init__)
            skip_first = True
        elif instance or not isinstance(spec, (type(_is_magic), staticmethod, classmethod)) \
                and not callable(getattr(spec, '__get__', None)) and hasattr(spec, '__call__'):
            if isinstance(spec, type):
                spec = spec.__call__
                skip_first = True
            signature = inspect.signature(spec)
        else:
            signature = inspect.signature(spec)
    except (ValueError, TypeError):
        return None
    if skip_first:
        parameters = list(signature.parameters.values())
        if parameters and parameters[0].kind in (parameters[0].POSITIONAL_ONLY,
                                                 parameters[0].POSITIONAL_OR_KEYWORD):
            signature = signature.replace(parameters=parameters[1:])
    return signature


class NonCallableMock:
    """A mock that cannot be called."""

    _lock = threading.RLock()

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
                _new_name='', _new_parent=None, _spec_as_instance=False, _eat_self=None,
                unsafe=False, **kwargs):
        # Each mock has a class of its own, for its magic methods.
        bases = (cls,)
        if not issubclass(cls, AsyncMock):
            given = spec_set or spec
            if given is not None and _is_async(given) and not isinstance(given, type):
                bases = (AsyncMockMixin, cls)
        new = type(cls.__name__, bases, {'__doc__': cls.__doc__, '__module__': cls.__module__,
                                         '_mock_own_class': True})
        return object.__new__(new)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, _spec_as_instance=False,
                 _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        d = self.__dict__
        d['_mock_parent'] = parent
        d['_mock_name'] = name
        d['_mock_new_name'] = _new_name
        d['_mock_new_parent'] = _new_parent
        d['_mock_sealed'] = False
        if spec_set is not None:
            spec = spec_set
            spec_set = True
        self._mock_add_spec(spec, spec_set, _spec_as_instance)
        d['_mock_children'] = {}
        d['_mock_wraps'] = wraps
        d['_mock_delegate'] = None
        d['_mock_called'] = False
        d['_mock_call_args'] = None
        d['_mock_call_count'] = 0
        d['_mock_call_args_list'] = _CallList()
        d['_mock_mock_calls'] = _CallList()
        d['method_calls'] = _CallList()
        d['_mock_unsafe'] = unsafe
        d['_mock_return_value'] = DEFAULT
        d['_mock_side_effect'] = None
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set, instance=False):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        spec_class = signature = None
        if spec is not None and not _is_list(spec):
            spec_class = spec if isinstance(spec, type) else type(spec)
            if callable(spec):
                signature = _signature_of(spec, instance)
            spec = dir(spec)
        d = self.__dict__
        d['_spec_class'] = spec_class
        d['_spec_set'] = spec_set
        d['_spec_signature'] = signature
        d['_mock_methods'] = spec

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    @property
    def __class__(self):
        spec_class = self.__dict__.get('_spec_class')
        return type(self) if spec_class is None else spec_class

    # ---- what it remembers

    def _delegated(name):
        hidden = '_mock_' + name

        def get(self):
            delegate = self.__dict__['_mock_delegate']
            return self.__dict__[hidden] if delegate is None else getattr(delegate, name)

        def set(self, value):
            delegate = self.__dict__['_mock_delegate']
            if delegate is None:
                self.__dict__[hidden] = value
            else:
                setattr(delegate, name, value)

        return property(get, set)

    called = _delegated('called')
    call_count = _delegated('call_count')
    call_args = _delegated('call_args')
    call_args_list = _delegated('call_args_list')
    mock_calls = _delegated('mock_calls')
    del _delegated

    @property
    def return_value(self):
        value = self.__dict__['_mock_return_value']
        if value is DEFAULT:
            if self.__dict__['_mock_wraps'] is None:
                value = self._get_child_mock(_new_parent=self, _new_name='()')
                self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _set_parent(self, value, None, '()')

    @property
    def side_effect(self):
        return self.__dict__['_mock_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if child is not _deleted and not isinstance(child, _SpecState):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self.__dict__['_mock_return_value']
        if isinstance(value, NonCallableMock) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda entry: entry[0].count('.')):
            *names, last = path.split('.')
            target = self
            for name in names:
                target = getattr(target, name)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        mock._mock_parent = None
        mock._mock_new_parent = None
        mock._mock_name = ''
        mock._mock_new_name = None
        setattr(self, attribute, mock)

    # ---- attributes

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_unsafe', '_mock_children'):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (methods is None or name not in methods):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) \
                    or name in _misspelled:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock "
                                     f"if {name!r} is meant to be an attribute.")
        with NonCallableMock._lock:
            result = self._mock_children.get(name)
            if result is _deleted:
                raise AttributeError(name)
            if result is None:
                wraps = None
                if self._mock_wraps is not None:
                    wraps = getattr(self._mock_wraps, name)
                result = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                              _new_parent=self)
                self._mock_children[name] = result
            elif isinstance(result, _SpecState):
                result = create_autospec(result.spec, result.spec_set, result.instance,
                                         result.parent, result.name)
                self._mock_children[name] = result
        return result

    def __setattr__(self, name, value):
        cls = type(self)
        if name in _inner or isinstance(getattr(cls, name, None), property) \
                and name != '__class__' and not isinstance(value, PropertyMock):
            return object.__setattr__(self, name, value)
        methods = self.__dict__.get('_mock_methods')
        if (self.__dict__.get('_spec_set') and methods is not None and name not in methods
                and name not in self.__dict__):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in ('_mock_methods', '_mock_sealed') or name in self.__dict__ \
                and name.startswith('_mock_'):
            self.__dict__[name] = value
            return
        if name in _magics and (name in _supported or name in _magics) \
                and name != '__class__':
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if isinstance(value, NonCallableMock):
                _set_parent(self, value, None, name)
                setattr(cls, name, value)
                self._mock_children[name] = value
            else:
                setattr(cls, name, _bound_to(value))
            return
        if name == '__class__':
            self.__dict__['_spec_class'] = value
            return
        if _set_parent(self, value, name, name):
            self._mock_children[name] = value
            self.__dict__.pop(name, None)
            return
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _magics and name in type(self).__dict__:
            delattr(type(self), name)
        obj = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif obj is _deleted:
            raise AttributeError(name)
        if obj is not _missing:
            self._mock_children.pop(name, None)
        self._mock_children[name] = _deleted

    def __dir__(self):
        extras = self._mock_methods or []
        from_child = [name for name, child in self._mock_children.items()
                      if child is not _deleted]
        own = [name for name in dir(type(self)) if not name.startswith('_')]
        mine = [name for name in self.__dict__ if not name.startswith('_')]
        return sorted({*extras, *own, *mine, *from_child})

    def _get_child_mock(self, /, **kwargs):
        if self._mock_sealed:
            name = kwargs.get('name') or ''
            attribute = f'.{name}' if name else '()'
            raise AttributeError(self._extract_mock_name() + attribute)
        new_name = kwargs.get('_new_name')
        if new_name in _async_magics:
            return AsyncMock(**kwargs)
        kind = type(self).__mro__[1]
        if kind is AsyncMockMixin:
            kind = AsyncMock
        if issubclass(kind, AsyncMock) and new_name in ('return_value', '()'):
            kind = MagicMock
        elif issubclass(kind, MagicMixin) and not issubclass(kind, CallableMixin):
            kind = MagicMock
        elif issubclass(kind, NonCallableMock) and not issubclass(kind, CallableMixin):
            kind = Mock
        return kind(**kwargs)

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent = self._mock_new_parent
        last = self
        dot = '.'
        if names == ['()']:
            dot = ''
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = '' if parent._mock_new_name == '()' else '.'
            parent = parent._mock_new_parent
        names = list(reversed([name for name in names if name is not None]))
        first = last._mock_name or 'mock'
        if len(names) > 1 and names[1] not in ('()', '().'):
            first += '.'
        names[0] = first
        return ''.join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if self._spec_class is not None:
            spec = f' {"spec_set" if self._spec_set else "spec"}={self._spec_class.__name__!r}'
        return f'<{type(self).__name__}{shown}{spec} id={str(id(self))!r}>'

    # ---- assertions

    def _call_matcher(self, entry):
        signature = self._spec_signature
        if signature is None:
            return entry
        name, args, kwargs = entry if len(entry) == 3 else ('', *entry)
        if name:
            signature = None
            child = self
            for part in name.replace('()', '').split('.'):
                child = child._mock_children.get(part) if child is not None else None
                if child is None or not isinstance(child, NonCallableMock):
                    break
            else:
                signature = child._spec_signature
            if signature is None:
                return entry
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs)) if len(entry) == 3 else \
            _Call((bound.args, bound.kwargs), two=True)

    def _mock_shown_calls(self, prefix='Calls'):
        if not self.mock_calls:
            return ''
        return f'\n{prefix}: {_CallList(self.mock_calls)!r}{"" if prefix.startswith(" ") else "."}'

    def _shown(self, args, kwargs):
        return _shown_call(self._mock_name or 'mock', args, kwargs)

    def assert_not_called(self):
        if self.call_count != 0:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to not have been "
                                 f'called. Called {self.call_count} times.'
                                 + self._mock_shown_calls())

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called "
                                 f'once. Called {self.call_count} times.'
                                 + self._mock_shown_calls())

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError('expected call not found.\nExpected: '
                                 f'{self._shown(args, kwargs)}\n  Actual: not called.')
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(
                f'expected call not found.\nExpected: {self._shown(args, kwargs)}\n'
                f'  Actual: {self._shown(*self.call_args)}') from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to be called once. "
                                 f'Called {self.call_count} times.' + self._mock_shown_calls())
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        every = _CallList([self._call_matcher(c) for c in self.mock_calls])
        if not any_order:
            if expected not in every:
                problem = 'Calls not found.' if cause is None else \
                    f'Error processing expected calls.\nErrors: {expected!r}'
                raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}'
                                     + self._mock_shown_calls('  Actual')) from cause
            return
        rest = list(every)
        missing = []
        for each in expected:
            try:
                rest.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError(f'{self._mock_name or "mock"!r} does not contain all of '
                                 f'{tuple(missing)!r} in its call list, found {every!r} '
                                 'instead') from cause

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or expected not in [self._call_matcher(c) for c in self.call_args_list]:
            raise AssertionError(f'{self._shown(args, kwargs)} call not found') from cause


_misspelled = {'called_once', 'called_once_with', 'called_with', 'has_calls', 'not_called',
               'called_any', 'any_call'}


def _bound_to(value):
    """A function of the mock's class in place of what was set as a magic method."""
    if callable(value):
        @functools.wraps(value) if isinstance(value, type(_is_magic)) else (lambda f: f)
        def method(self, /, *args, **kwargs):
            return value(self, *args, **kwargs) if isinstance(value, type(_is_magic)) else \
                value(*args, **kwargs)
        return method
    return value


def _set_parent(parent, value, name, new_name):
    if not isinstance(value, NonCallableMock):
        return False
    d = value.__dict__
    if d['_mock_name'] or d['_mock_new_name'] or d['_mock_parent'] is not None \
            or d['_mock_new_parent'] is not None:
        return False
    ancestor = parent
    while ancestor is not None:
        if ancestor is value:
            return False
        ancestor = ancestor._mock_new_parent
    if new_name:
        d['_mock_new_parent'] = parent
        d['_mock_new_name'] = new_name
    if name:
        d['_mock_parent'] = parent
        d['_mock_name'] = name
    return True


class CallableMixin(NonCallableMock):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 **kwargs):
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, _spec_state, _new_name,
                                 _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(args, kwargs)
        self._mock_record(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _mock_check_sig(self, args, kwargs):
        signature = self.__dict__.get('_autospec_signature')
        if signature is not None:
            signature.bind(*args, **kwargs)

    def _mock_record(self, args, kwargs):
        with NonCallableMock._lock:
            self.called = True
            self.call_count += 1
            entry = _Call((args, kwargs), two=True)
            self.call_args = entry
            self.call_args_list.append(entry)
            has_method = self._mock_parent is not None
            name = self._mock_name
            new_name = self._mock_new_name
            is_call = new_name == '()'
            self.mock_calls.append(_Call(('', args, kwargs)))
            parent = self._mock_new_parent
            while parent is not None:
                if has_method:
                    parent.method_calls.append(_Call((name, args, kwargs)))
                    has_method = parent._mock_parent is not None
                    if has_method:
                        name = f'{parent._mock_name}.{name}'
                parent.mock_calls.append(_Call((new_name, args, kwargs)))
                if parent._mock_new_name:
                    dot = '' if is_call else '.'
                    is_call = parent._mock_new_name == '()'
                    new_name = parent._mock_new_name + dot + new_name
                parent = parent._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
                if result is DEFAULT:
                    return self.return_value
                return result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self.__dict__['_mock_return_value'] is not DEFAULT:
            return self.return_value
        delegate = self.__dict__['_mock_delegate']
        if delegate is not None and delegate.return_value is not DEFAULT:
            return delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    """An object that has every attribute and can be called."""


# ---- mocks with magic methods

class _MagicMethod:
    """Makes the mock of a magic method when it is first used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        children = obj.__dict__['_mock_children']
        child = children.get(self.name)
        if child is None:
            child = obj._get_child_mock(name=self.name, _new_name=self.name, _new_parent=obj,
                                        parent=obj)
            children[self.name] = child
            name = self.name
            if name in _values:
                child.__dict__['_mock_return_value'] = _values[name]
            elif name in _returns:
                child.__dict__['_mock_return_value'] = _returns[name](obj)
            elif name == '__eq__':
                child.side_effect = _comparison(obj, child, True)
            elif name == '__ne__':
                child.side_effect = _comparison(obj, child, False)
            elif name == '__iter__':
                child.side_effect = _iteration(child)
        return child


def _comparison(obj, child, equal):
    def compare(other):
        value = child.__dict__['_mock_return_value']
        if value is not DEFAULT:
            return value
        if obj is other:
            return equal
        return NotImplemented
    return compare


def _iteration(child):
    def iterate():
        value = child.__dict__['_mock_return_value']
        return iter([]) if value is DEFAULT else iter(value)
    return iterate


class MagicMixin(NonCallableMock):

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._mock_set_magics()

    def _mock_set_magics(self):
        cls = type(self)
        methods = self.__dict__['_mock_methods']
        for name in _supported:
            if methods is not None and name not in methods:
                continue
            setattr(cls, name, _MagicMethod(name))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        cls = type(self)
        for name in _supported:
            if name in cls.__dict__:
                delattr(cls, name)
        self._mock_set_magics()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with magic methods that cannot be called."""


class MagicMock(MagicMixin, Mock):
    """A mock that has the magic methods as well."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)


class PropertyMock(Mock):
    """A mock that stands in for a property."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def _coroutine_mark():
    from asyncio import coroutines
    return coroutines._is_coroutine


class AsyncMockMixin(NonCallableMock):

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        d = self.__dict__
        # asyncio.iscoroutinefunction() looks for it.
        d['_is_coroutine'] = _coroutine_mark()
        d['await_count'] = 0
        d['await_args'] = None
        d['await_args_list'] = _CallList()

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(args, kwargs)
        self._mock_record(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        entry = _Call((args, kwargs), two=True)
        d = self.__dict__
        d['await_count'] += 1
        d['await_args'] = entry
        d['await_args_list'].append(entry)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
            elif _is_async(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if d['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self.return_value

    def _name(self):
        return self._mock_name or 'mock'

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f'Expected {self._name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name()} to have been awaited once. Awaited '
                                 f'{self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {self._shown(args, kwargs)}\nNot awaited')
        if self.await_args != _Call((args, kwargs), two=True):
            raise AssertionError(f'expected await not found.\nExpected: '
                                 f'{self._shown(args, kwargs)}\n'
                                 f'  Actual: {self._shown(*self.await_args)}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError(f'{self._shown(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        calls = list(calls)
        if not any_order:
            if calls not in self.await_args_list:
                raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)}\n'
                                     f'Actual: {self.await_args_list}')
            return
        rest = list(self.await_args_list)
        missing = []
        for each in calls:
            try:
                rest.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError(f'{tuple(missing)!r} not all found in await list')

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(f'Expected {self._name()} to not have been awaited. Awaited '
                                 f'{self.await_count} times.')

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        d = self.__dict__
        d['await_count'] = 0
        d['await_args'] = None
        d['await_args_list'] = _CallList()


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A mock of a coroutine function."""


class ThreadingMock(MagicMixin, Mock):
    """A mock on whose calls threads can wait."""

    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=DEFAULT, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_mock_condition'] = threading.Condition()
        self.__dict__['_mock_wait_timeout'] = \
            self.DEFAULT_TIMEOUT if timeout is DEFAULT else timeout

    def __call__(self, /, *args, **kwargs):
        try:
            return super().__call__(*args, **kwargs)
        finally:
            condition = self.__dict__['_mock_condition']
            with condition:
                condition.notify_all()

    def _wait(self, ready, timeout, message):
        if timeout is DEFAULT:
            timeout = self.__dict__['_mock_wait_timeout']
        condition = self.__dict__['_mock_condition']
        with condition:
            if not condition.wait_for(ready, timeout):
                raise AssertionError(message)

    def wait_until_called(self, *, timeout=DEFAULT):
        self._wait(lambda: self.called, timeout,
                   f'{self._mock_name or "mock"} was not called before timeout.')

    def wait_until_any_call_with(self, *args, **kwargs):
        expected = _Call((args, kwargs), two=True)
        self._wait(lambda: expected in self.call_args_list, DEFAULT,
                   f'{self._shown(args, kwargs)} call not found')


# ---- specs

class _SpecState:

    def __init__(self, spec, spec_set=False, parent=None, name=None, ids=None, instance=False):
        self.spec = spec
        self.ids = ids
        self.spec_set = spec_set
        self.parent = parent
        self.instance = instance
        self.name = name


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *,
                    unsafe=False, **kwargs):
    """A mock whose attributes and signatures are those of `spec`."""
    if _is_list(spec):
        spec = type(spec)
    is_type = isinstance(spec, type)
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_async = _is_async(spec) and not is_type
    options = {'spec_set': spec} if spec_set else {'spec': spec}
    if spec is None:
        options = {}
    if is_type and instance and not hasattr(spec, '__call__') or \
            not callable(spec) or is_type and instance and '__call__' not in dir(spec):
        kind = NonCallableMagicMock
    else:
        kind = AsyncMock if is_async else MagicMock
    if is_type and instance and not any(['__call__' in base.__dict__ for base in spec.__mro__]):
        kind = NonCallableMagicMock
    options['_spec_as_instance'] = instance
    name = options.pop('name', _name)
    new_name = name if _parent is not None else ''
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=new_name, name=name, unsafe=unsafe,
                **options, **kwargs)
    if callable(spec):
        signature = _signature_of(spec, instance)
        mock.__dict__['_autospec_signature'] = signature
        mock.__dict__['_spec_signature'] = signature
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()',
                                            _parent=mock)
    mock.__dict__['_autospec_of'] = spec, is_type and not instance
    for entry in dir(spec):
        if _is_magic(entry):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        if isinstance(original, (type(_is_magic), type)) or callable(original):
            child = create_autospec_child(original, spec_set, mock, entry)
        else:
            child = _SpecState(original, spec_set, mock, entry, None, False)
            mock._mock_children[entry] = child
            continue
        mock._mock_children[entry] = child
    if isinstance(spec, type(_is_magic)) and _parent is None:
        return _as_function(mock, spec)
    return mock


def create_autospec_child(original, spec_set, parent, name):
    kind = AsyncMock if _is_async(original) else MagicMock
    if isinstance(original, type):
        return kind(spec=original, name=name, parent=parent, _new_name=name, _new_parent=parent)
    child = kind(name=name, parent=parent, _new_name=name, _new_parent=parent)
    owner, _ = parent.__dict__['_autospec_of']
    skip = (isinstance(owner, type) and isinstance(original, type(_is_magic))
            and not isinstance(inspect.getattr_static(owner, name, None), staticmethod))
    signature = _signature_of(original, False, skip)
    child.__dict__['_autospec_signature'] = signature
    child.__dict__['_spec_signature'] = signature
    return child


def _as_function(mock, original):
    """A function that calls the mock, with the mock's attributes."""
    def stand_in(*args, **kwargs):
        return mock(*args, **kwargs)

    functools.update_wrapper(stand_in, original)
    return _FunctionProxy(mock, stand_in)


class _FunctionProxy:
    """A function in everything but the attributes of its mock."""

    def __init__(self, mock, function):
        object.__setattr__(self, '_proxy', (mock, function))
        functools.update_wrapper(self, function, assigned=('__name__', '__qualname__', '__doc__',
                                                           '__module__'), updated=())

    def __call__(self, *args, **kwargs):
        return self._proxy[0](*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self._proxy[0], name)

    def __setattr__(self, name, value):
        if name.startswith('__'):
            object.__setattr__(self, name, value)
        else:
            setattr(self._proxy[0], name, value)

    def __get__(self, obj, cls=None):
        return self if obj is None else functools.partial(self, obj)

    def __repr__(self):
        return repr(self._proxy[1])


def seal(mock):
    """No new attributes from now on."""
    mock.__dict__['_mock_sealed'] = True
    for name in list(mock._mock_children):
        child = mock._mock_children[name]
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)
    value = mock.__dict__['_mock_return_value']
    if isinstance(value, NonCallableMock) and value is not mock \
            and value._mock_new_parent is mock:
        seal(value)


# ---- patching

def _import_target(path):
    module, _, rest = path.partition('.')
    thing = __import__(module)
    done = module
    for name in filter(None, rest.split('.')):
        done += '.' + name
        try:
            thing = getattr(thing, name)
        except AttributeError:
            __import__(done)
            thing = getattr(thing, name)
    return thing


class _patch:
    """One replacement, as a decorator or for a with statement."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                 kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        new = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set,
                     self.autospec, self.new_callable, self.kwargs)
        new.attribute_name = self.attribute_name
        new.additional_patchers = [p.copy() for p in self.additional_patchers]
        return new

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        return self.decorate_callable(func)

    def decorate_class(self, cls):
        for name in dir(cls):
            if not name.startswith(patch.TEST_PREFIX):
                continue
            value = getattr(cls, name)
            if hasattr(value, '__call__'):
                setattr(cls, name, self.copy()(value))
        return cls

    @contextlib.contextmanager
    def _entered(self, patched, args, kwargs):
        extra = []
        with contextlib.ExitStack() as stack:
            for patching in patched.patchings:
                arg = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    kwargs.update(arg)
                elif patching.new is DEFAULT:
                    extra.append(arg)
            yield args + tuple(extra), kwargs

    def decorate_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with self._entered(patched, args, kwargs) as (args, kwargs):
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with self._entered(patched, args, kwargs) as (args, kwargs):
                    return func(*args, **kwargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        target = self.getter()
        name = self.attribute
        original = DEFAULT
        local = False
        try:
            original = target.__dict__[name]
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        else:
            local = True
        if name in vars(builtins) and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        new, spec, spec_set = self.new, self.spec, self.spec_set
        autospec, kwargs = self.autospec, self.kwargs
        self.target = self.getter()
        if spec is False:
            spec = None
        if spec_set is False:
            spec_set = None
        if autospec is False:
            autospec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        original, local = self.get_original()
        if new is DEFAULT and autospec is None:
            if spec is True:
                spec = original
                if spec_set is True:
                    spec_set, spec = original, None
            elif spec is not None:
                if spec_set is True:
                    spec_set, spec = spec, None
            elif spec_set is True:
                spec_set = original
            options = {}
            if self.new_callable is not None:
                kind = self.new_callable
            elif spec is None and spec_set is None and _is_async(original):
                kind = AsyncMock
            else:
                kind = MagicMock
                this_spec = spec_set if spec_set is not None else spec
                if this_spec is not None:
                    not_callable = ('__call__' not in this_spec if _is_list(this_spec) else
                                    not callable(this_spec))
                    if _is_async(this_spec):
                        kind = AsyncMock
                    elif not_callable:
                        kind = NonCallableMagicMock
            if spec is not None:
                options['spec'] = spec
            if spec_set is not None:
                options['spec_set'] = spec_set
            if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
                options['name'] = self.attribute
            options.update(kwargs)
            new = kind(**options)
            if spec is not None and isinstance(spec, type) \
                    or spec_set is not None and isinstance(spec_set, type):
                instance = {'spec_set' if spec_set is not None else 'spec':
                            spec_set if spec_set is not None else spec}
                given = spec_set if spec_set is not None else spec
                child = NonCallableMagicMock if not any(
                    ['__call__' in base.__dict__ for base in given.__mro__]) else MagicMock
                if isinstance(new, CallableMixin) and 'return_value' not in kwargs:
                    new.return_value = child(_new_parent=new, _new_name='()', **instance)
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError('autospec creates the mock for you. Can\'t specify autospec and '
                                'new.')
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            spec_set = bool(spec_set)
            if autospec is True:
                autospec = original
            if isinstance(self.target, NonCallableMock):
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch '
                                       f'target has already been mocked out. '
                                       f'[target={self.target!r}, attr={autospec!r}]')
            new = create_autospec(autospec, spec_set=spec_set, _name=self.attribute, **kwargs)
        elif kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self.is_local = local
        self.is_started = True
        self._exit_stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is not None:
                extra = {}
                if self.new is DEFAULT:
                    extra[self.attribute_name] = new
                for patching in self.additional_patchers:
                    arg = self._exit_stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        extra.update(arg)
                return extra
            return new
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *details):
        if not self.is_started:
            return
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute)
                                    or self.attribute in ('__doc__', '__module__',
                                                          '__defaults__', '__annotations__',
                                                          '__kwdefaults__')):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original
        del self.is_local
        del self.target
        self.is_started = False
        return self._exit_stack.__exit__(*details)

    def start(self):
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _split_target(target):
    try:
        target, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}') from None
    return lambda: _import_target(target), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """Replaces what `target` ('module.name') names while a function or a block runs."""
    getter, attribute = _split_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable,
                  kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    getter = (lambda: _import_target(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                         {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers.extend(patchers[1:])
    return patchers[0]


class _patch_dict:
    """Changes a dict while a function or a block runs."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @functools.wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import_target(self.in_dict)
        try:
            self._original = self.in_dict.copy()
        except AttributeError:
            self._original = {key: self.in_dict[key] for key in self.in_dict}
        if self.clear:
            _clear_dict(self.in_dict)
        for key, value in self.values.items():
            self.in_dict[key] = value
        return self.in_dict

    def __exit__(self, *details):
        if self._original is not None:
            _clear_dict(self.in_dict)
            for key, value in self._original.items():
                self.in_dict[key] = value
            self._original = None
        return False

    def start(self):
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear_dict(d):
    try:
        d.clear()
    except AttributeError:
        for key in list(d):
            del d[key]


def _stop_all():
    for each in reversed(list(_patch._active_patches)):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'


# ---- files

def mock_open(mock=None, read_data=''):
    """A stand-in for open() whose files hold read_data."""
    import io

    def fresh():
        return io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)

    state = [fresh()]
    if mock is None:
        mock = MagicMock(name='open', spec=open)
    handle = MagicMock(spec=['read', 'readline', 'readlines', 'write', 'writelines', 'close',
                             'flush', 'seek', 'tell', 'name', 'closed', 'fileno', 'truncate',
                             '__iter__', '__next__', '__enter__', '__exit__'])
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for name in ('read', 'readline', 'readlines'):
        def read(*args, _name=name, **kwargs):
            method = getattr(handle, _name)
            if method.__dict__['_mock_return_value'] is not DEFAULT:
                return method.return_value
            return getattr(state[0], _name)(*args, **kwargs)
        getattr(handle, name).side_effect = read

    def lines():
        while line := state[0].readline():
            yield line

    def close_on_exit(*args):
        handle.close()

    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = lambda: next(lines())
    handle.__exit__.side_effect = close_on_exit

    def reset(*args, **kwargs):
        state[0] = fresh()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
