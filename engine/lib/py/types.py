"""Names for the types of the interpreter, and tools to make classes."""

import _heddle
import _thread
import sys

_type = _heddle.builtin_type


def _f():
    pass


FunctionType = LambdaType = type(_f)
CodeType = type(_f.__code__)
MappingProxyType = type(type.__dict__)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GeneratorType = _type('generator')
CoroutineType = _type('coroutine')
AsyncGeneratorType = _type('async_generator')
MethodType = _type('method')
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = MethodDescriptorType = ClassMethodDescriptorType = type(list.append)
MethodWrapperType = type([].append)
ModuleType = type(sys)
TracebackType = _type('traceback')
FrameType = _type('frame')
CellType = _type('cell')
GetSetDescriptorType = _type('getset_descriptor')
MemberDescriptorType = _type('member_descriptor')
CapsuleType = type('PyCapsule', (), {})


# The namespaces whose repr is being made, each with the thread that makes it.
_shown = set()


class SimpleNamespace:
    """A simple attribute-based namespace."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        for key, value in dict(mapping_or_iterable).items():
            if not isinstance(key, str):
                raise TypeError('keywords must be strings')
            setattr(self, key, value)
        for key, value in kwargs.items():
            setattr(self, key, value)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        key = id(self), _thread.get_ident()
        if key in _shown:
            return f'{name}(...)'
        _shown.add(key)
        try:
            return f'{name}(' + ', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()]) + ')'
        finally:
            _shown.discard(key)

    def __eq__(self, other):
        if issubclass(type(other), SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __reduce__(self):
        return type(self), (), self.__dict__

    def __replace__(self, /, **changes):
        made = type(self)(**self.__dict__)
        made.__dict__.update(changes)
        return made


# ---- generic aliases and unions

def _type_repr(x):
    if x is ...:
        return '...'
    if isinstance(x, list):
        return '[' + ', '.join([_type_repr(item) for item in x]) + ']'
    if isinstance(x, GenericAlias):
        return repr(x)
    if isinstance(x, type):
        if x.__module__ == 'builtins':
            return 'None' if x is NoneType else x.__qualname__
        return f'{x.__module__}.{x.__qualname__}'
    return repr(x)


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (list, tuple)):
            inner = _parameters(arg)
        elif isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        elif hasattr(arg, '__typing_subst__'):
            inner = (arg,)
        else:
            inner = getattr(arg, '__parameters__', ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _substituted(alias, items):
    """The arguments of an alias with its parameters replaced. What a parameter takes is its own
    affair: __typing_prepare_subst__() and __typing_subst__() of typing's classes."""
    if not isinstance(items, tuple):
        items = (items,)
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f'{alias!r} is not a generic class')
    return _replaced(alias, alias.__args__, dict(zip(parameters, _prepared(alias, items))))


def _prepared(alias, items):
    """One item for each parameter of the alias, or of the generic class; that of a TypeVarTuple
    is a tuple."""
    parameters = alias.__parameters__
    items = _unpacked_items(items)
    for parameter in parameters:
        prepare = getattr(parameter, '__typing_prepare_subst__', None)
        if prepare is not None:
            items = prepare(alias, items)
    if len(items) != len(parameters):
        least = len([p for p in parameters if not getattr(p, 'has_default', bool)()])
        few = 'few' if len(items) < len(parameters) else 'many'
        expected = len(parameters)
        if few == 'few' and least < expected:
            expected = f'at least {least}'
        raise TypeError(f'Too {few} arguments for {alias!r}; actual {len(items)}, '
                        f'expected {expected}')
    return items


def _unpacked_items(items):
    """*tuple[int, str] is two of them; *tuple[int, ...] stays as it is."""
    out = []
    for item in items:
        inner = None if isinstance(item, type) and not isinstance(item, GenericAlias) else \
            getattr(item, '__typing_unpacked_tuple_args__', None)
        if inner is None or inner and inner[-1] is ...:
            out.append(item)
        else:
            out.extend(inner)
    return tuple(out)


def _replaced(alias, args, known):
    out = []
    for arg in args:
        spread = False
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            new = arg
        elif isinstance(arg, (list, tuple)):
            new = type(arg)(_replaced(alias, arg, known))
        elif substitute := getattr(arg, '__typing_subst__', None):
            new = substitute(known[arg])
        elif inner := getattr(arg, '__parameters__', ()):
            given = []
            for parameter in inner:
                value = known[parameter]
                if isinstance(value, tuple) and not hasattr(parameter, '__bound__'):
                    # What a TypeVarTuple stands for.
                    given.extend(value)
                else:
                    given.append(value)
            new = arg[tuple(given)]
            spread = getattr(arg, '__typing_is_unpacked_typevartuple__', False)
        else:
            new = arg
        if isinstance(new, tuple) and (spread or getattr(alias, '_spreads', False)):
            out.extend(new)
        else:
            out.append(new)
    return _unpacked_items(out)


# The attributes of an alias that are not those of its class.
_of_alias = frozenset((
    '__origin__', '__args__', '__parameters__', '__unpacked__', '__class__', '__mro_entries__',
    '__typing_unpacked_tuple_args__', '__reduce__', '__reduce_ex__', '__bases__', '__copy__',
    '__deepcopy__', '_unpacked', '_spreads'))


class GenericAlias:
    """A builtin or user-defined class with type arguments: list[int]."""

    __slots__ = ('__origin__', '__args__', '__parameters__', '_unpacked', '__weakref__')

    def __init__(self, origin, args, /):
        if not isinstance(args, tuple):
            args = (args,)
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._unpacked = False

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattribute__(self, name):
        get = object.__getattribute__
        return get(self, name) if name in _of_alias else getattr(get(self, '__origin__'), name)

    def __getitem__(self, items):
        made = type(self)(self.__origin__, _substituted(self, items))
        made._unpacked = self._unpacked
        return made

    @property
    def __unpacked__(self):
        return self._unpacked

    @property
    def __typing_unpacked_tuple_args__(self):
        return self.__args__ if self._unpacked and self.__origin__ is tuple else None

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__ and self.__args__ == other.__args__
                and self._unpacked == other._unpacked)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __iter__(self):
        made = GenericAlias(self.__origin__, self.__args__)
        made._unpacked = True
        yield made

    def __repr__(self):
        inner = ', '.join([_type_repr(a) for a in self.__args__]) if self.__args__ else '()'
        star = '*' if self._unpacked else ''
        return f'{star}{_type_repr(self.__origin__)}[{inner}]'

    def __dir__(self):
        return dir(self.__origin__) + ['__args__', '__origin__', '__parameters__']

    def __reduce__(self):
        make = _starred_alias if self._unpacked else GenericAlias
        return make, (self.__origin__, self.__args__)


def _starred_alias(origin, args):
    return next(iter(GenericAlias(origin, args)))


class UnionType:
    """What int | str is."""

    __slots__ = ('__args__', '__parameters__', '__weakref__')

    def __init__(self, args):
        self.__args__ = args
        self.__parameters__ = _parameters(args)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return ' | '.join([_type_repr(a) for a in self.__args__])

    def __reduce__(self):
        import functools
        import operator
        return functools.reduce, (operator.or_, self.__args__)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __getitem__(self, items):
        made = None
        for arg in _substituted(self, items):
            made = arg if made is None else made | arg
        return made


for _class in (GenericAlias, UnionType, SimpleNamespace):
    _class.__module__ = 'types'


def _union_parts(x):
    if x is None:
        return (NoneType,)
    if isinstance(x, UnionType):
        return x.__args__
    kind = type(x)
    if isinstance(x, (type, GenericAlias)) or \
            kind.__name__ == 'TypeAliasType' and kind.__module__ == 'typing':
        return (x,)
    return None


def _union(a, b):
    left, right = _union_parts(a), _union_parts(b)
    if left is None or right is None:
        return NotImplemented
    parts = []
    for part in left + right:
        if part not in parts:
            parts.append(part)
    return parts[0] if len(parts) == 1 else UnionType(tuple(parts))


# ---- classes

def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved is not bases:
        ns['__orig_bases__'] = bases
    return meta(name, resolved, ns, **kwds)


def resolve_bases(bases):
    new = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            new.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        changed = True
        new.extend(entries)
    return tuple(new) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = {} if kwds is None else dict(kwds)
    meta = kwds.pop('metaclass') if 'metaclass' in kwds else type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            if issubclass(meta, type(base)):
                continue
            if issubclass(type(base), meta):
                meta = type(base)
                continue
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a '
                            '(non-strict) subclass of the metaclasses of all its bases')
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, ns, kwds


def get_original_bases(cls, /):
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}') from None


class DynamicClassAttribute:
    """A property that is looked up on the class's metaclass when asked of the class."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


_GENERATOR, _COROUTINE, _ITERABLE_COROUTINE = 0x20, 0x80, 0x100


class _GeneratorWrapper:
    """What is like a generator and may be awaited: what other callables under @types.coroutine
    return."""

    def __init__(self, generator):
        self._generator = generator
        self._is_generator = type(generator) is GeneratorType
        self.__name__ = getattr(generator, '__name__', None)
        self.__qualname__ = getattr(generator, '__qualname__', None)

    gi_code = cr_code = property(lambda self: self._generator.gi_code)
    gi_frame = cr_frame = property(lambda self: self._generator.gi_frame)
    gi_running = cr_running = property(lambda self: self._generator.gi_running)
    gi_suspended = cr_suspended = property(lambda self: self._generator.gi_suspended)
    gi_yieldfrom = cr_await = property(lambda self: self._generator.gi_yieldfrom)

    def send(self, value):
        return self._generator.send(value)

    def throw(self, *details):
        return self._generator.throw(*details)

    def close(self):
        return self._generator.close()

    def __next__(self):
        return next(self._generator)

    def __iter__(self):
        return self._generator if self._is_generator else self

    __await__ = __iter__


def coroutine(func):
    """Makes a generator function into one whose result can be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if type(func) is FunctionType:
        code = func.__code__
        if code.co_flags & (_COROUTINE | _ITERABLE_COROUTINE):
            return func
        if code.co_flags & _GENERATOR:
            func.__code__ = code.replace(co_flags=code.co_flags | _ITERABLE_COROUTINE)
            return func

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is CoroutineType or (type(made) is GeneratorType
                                           and made.gi_code.co_flags & _ITERABLE_COROUTINE):
            return made
        from _collections_abc import Coroutine, Generator
        if isinstance(made, Generator) and not isinstance(made, Coroutine):
            return _GeneratorWrapper(made)
        return made

    wrapped.__name__ = getattr(func, '__name__', 'wrapped')
    wrapped.__qualname__ = getattr(func, '__qualname__', 'wrapped')
    wrapped.__doc__ = getattr(func, '__doc__', None)
    wrapped.__module__ = getattr(func, '__module__', None)
    wrapped.__wrapped__ = func
    return wrapped


__all__ = [_name for _name in globals() if _name[:1] != '_' and _name != 'sys']
