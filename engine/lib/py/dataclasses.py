"""Classes made of their fields."""

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']

import sys
import _thread
from _collections_abc import _generic_alias


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


_has_default_factory = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()

_FIELD = '_FIELD'
_CLASSVAR = '_FIELD_CLASSVAR'
_INITVAR = '_FIELD_INITVAR'

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class InitVar:
    """A parameter of __init__ that is no field."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    @classmethod
    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about a field."""

    __class_getitem__ = classmethod(_generic_alias)

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        import types
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return _repr_once(self, _field_repr)

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)


def _field_repr(f):
    names = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare',
             'metadata', 'kw_only', '_field_type')
    parts = [f'{name}={_shown(getattr(f, name))}' for name in names]
    return f"Field({','.join(parts)})"


def _shown(value):
    return value if value in (_FIELD, _CLASSVAR, _INITVAR) and isinstance(value, str) \
        else repr(value)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """What a class body says about a field beside its type."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Params:

    def __init__(self, **flags):
        self.__dict__.update(flags)

    def __repr__(self):
        parts = [f'{name}={value!r}' for name, value in self.__dict__.items()]
        return f"_DataclassParams({','.join(parts)})"


def _named(annotation, cls, home):
    """What an annotation in the form of text, `name` or `module.name`, names: an attribute of the
    module of the class, or of `home` imported there. What follows the name does not matter."""
    head = annotation.lstrip()
    end = 0
    while end < len(head) and (head[end].isalnum() or head[end] == '_'):
        end += 1
    prefix, rest = head[:end], head[end:].lstrip()
    module = sys.modules.get(cls.__module__)
    if not rest.startswith('.'):
        return getattr(module, prefix, None)
    if home is None or getattr(module, prefix, None) is not home:
        return None
    rest = rest[1:].lstrip()
    end = 0
    while end < len(rest) and (rest[end].isalnum() or rest[end] == '_'):
        end += 1
    return getattr(home, rest[:end], None)


def _is_class_var(annotation, cls):
    typing = sys.modules.get('typing')
    if typing is None:
        return False
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, typing)
    return (annotation is typing.ClassVar
            or getattr(annotation, '__origin__', None) is typing.ClassVar)


def _is_init_var(annotation, cls):
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, sys.modules[__name__])
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, sys.modules[__name__])
    return annotation is KW_ONLY


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ in ('member_descriptor', 'getset_descriptor'):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_class_var(annotation, cls):
        made._field_type = _CLASSVAR
    elif _is_init_var(annotation, cls):
        made._field_type = _INITVAR
    if made._field_type in (_CLASSVAR, _INITVAR) and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type in (_FIELD, _INITVAR):
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: '
                         'use default_factory')
    return made


class _Source:
    """Text of methods, compiled together."""

    def __init__(self, names):
        self.names = names
        self.text = []

    def add(self, header, body):
        self.text.append(header)
        self.text.extend(['    ' + line for line in body] or ['    pass'])

    def run(self, cls):
        # Names are parameters of a function around the methods: the globals of these are those of
        # the class's module.
        made = [line.partition('(')[0][4:] for line in self.text if line.startswith('def ')]
        lines = [f"def __create_fn__({', '.join(self.names)}):"]
        lines += ['    ' + line for line in self.text]
        lines.append(f"    return ({''.join([name + ', ' for name in made])})")
        module = sys.modules.get(cls.__module__)
        scope = {} if module is None else module.__dict__
        namespace = {}
        exec('\n'.join(lines), scope, namespace)
        functions = namespace['__create_fn__'](**self.names)
        for name, function in zip(made, functions):
            function.__qualname__ = f'{cls.__qualname__}.{name}'
        return dict(zip(made, functions))


def _add_init(source, all_fields, frozen, has_post_init, slots):
    seen_default = None
    positional = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            raise TypeError(f'non-default argument {f.name!r} follows default argument '
                            f'{seen_default.name!r}')
    names = {f.name for f in all_fields}
    me = '__dataclass_self__' if 'self' in names else 'self'
    source.names.update({'__dataclass_factory__': _has_default_factory,
                         '__dataclass_setattr__': object.__setattr__})

    def parameter(f):
        if f.default is not MISSING:
            source.names[f'__dataclass_default_{f.name}__'] = f.default
            return f'{f.name}=__dataclass_default_{f.name}__'
        if f.default_factory is not MISSING:
            return f'{f.name}=__dataclass_factory__'
        return f.name

    parameters = [me] + [parameter(f) for f in positional]
    if keyword:
        parameters += ['*'] + [parameter(f) for f in keyword]
    body = []
    for f in all_fields:
        value = None
        if f.default_factory is not MISSING:
            factory = f'__dataclass_factory_{f.name}__'
            source.names[factory] = f.default_factory
            if f.init:
                value = f'{factory}() if {f.name} is __dataclass_factory__ else {f.name}'
            else:
                value = f'{factory}()'
        elif f.init:
            value = f.name
        elif slots and f.default is not MISSING:
            value = f'__dataclass_default_{f.name}__'
            source.names[value] = f.default
        if value is None or f._field_type is _INITVAR:
            continue
        if frozen:
            body.append(f'__dataclass_setattr__({me}, {f.name!r}, {value})')
        else:
            body.append(f'{me}.{f.name} = {value}')
    if has_post_init:
        arguments = ', '.join([f.name for f in all_fields if f._field_type is _INITVAR])
        body.append(f'{me}.__post_init__({arguments})')
    source.add(f"def __init__({', '.join(parameters)}):", body)


_running = set()


def _repr_once(x, function):
    key = id(x), _thread.get_ident()
    if key in _running:
        return '...'
    _running.add(key)
    try:
        return function(x)
    finally:
        _running.discard(key)


def _guard_repr(function):
    def __repr__(self):
        return _repr_once(self, function)
    __repr__.__wrapped__ = function
    return __repr__


def _tuple_of(name, names):
    return '(' + ''.join([f'{name}.{n},' for n in names]) + ')'


def _set_new(cls, name, function):
    """Adds a method unless the class has its own; whether it had."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, function)
    return False


# (unsafe_hash, eq, frozen) -> what becomes of __hash__ where the class has none of its own
_hash_actions = {(False, True, False): 'none', (False, True, True): 'add',
                 (True, False, False): 'add', (True, False, True): 'add',
                 (True, True, False): 'add', (True, True, True): 'add'}


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
             weakref_slot):
    all_fields = {}
    any_frozen = False
    has_dataclass_bases = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                all_fields[f.name] = f
            if all_frozen is None:
                all_frozen = True
            base_frozen = base.__dict__[_PARAMS].frozen
            all_frozen = all_frozen and base_frozen
            any_frozen = any_frozen or base_frozen
    annotations = cls.__dict__.get('__annotations__', {})
    own_fields = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = kw_only = True
            continue
        own_fields.append(_make_field(cls, name, annotation, kw_only))
    for f in own_fields:
        all_fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_dataclass_bases:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    params = _Params(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
    setattr(cls, _FIELDS, all_fields)
    setattr(cls, _PARAMS, params)

    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING
                             or class_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    pseudo = [f for f in all_fields.values() if f._field_type in (_FIELD, _INITVAR)]
    real = [f for f in all_fields.values() if f._field_type is _FIELD]
    source = _Source({})
    if init:
        _add_init(source, pseudo, frozen, hasattr(cls, '__post_init__'), slots)
    if repr:
        shown = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in real if f.repr])
        source.add('def __repr__(self):',
                   [f"return f'{{self.__class__.__qualname__}}({shown})'"])
    compared = [f.name for f in real if f.compare]
    if eq:
        terms = ' and '.join([f'self.{name} == other.{name}' for name in compared]) or 'True'
        source.add('def __eq__(self, other):',
                   ['if self is other:', '    return True',
                    'if other.__class__ is self.__class__:', f'    return {terms}',
                    'return NotImplemented'])
    if order:
        mine, others = _tuple_of('self', compared), _tuple_of('other', compared)
        for name, operator in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'),
                               ('__ge__', '>=')):
            source.add(f'def {name}(self, other):',
                       ['if other.__class__ is self.__class__:',
                        f'    return {mine} {operator} {others}', 'return NotImplemented'])
    if frozen:
        names = tuple([f.name for f in real])
        source.names.update({'__dataclass_class__': cls, '__dataclass_names__': names,
                             'FrozenInstanceError': FrozenInstanceError})
        for name, arguments, verb in (('__setattr__', 'name, value', 'assign to'),
                                      ('__delattr__', 'name', 'delete')):
            source.add(f'def {name}(self, {arguments}):',
                       ['if type(self) is __dataclass_class__ or name in __dataclass_names__:',
                        f"    raise FrozenInstanceError(f'cannot {verb} field {{name!r}}')",
                        f'super(__dataclass_class__, self).{name}({arguments})'])
    action = _hash_actions.get((bool(unsafe_hash), bool(eq), bool(frozen)))
    if unsafe_hash and has_explicit_hash:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if action == 'add' and not has_explicit_hash:
        hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
        source.add('def __hash__(self):', [f"return hash({_tuple_of('self', hashed)})"])
    methods = source.run(cls)
    if '__init__' in methods:
        method = methods['__init__']
        method.__annotations__ = {f.name: f.type.type if type(f.type) is InitVar else f.type
                                  for f in pseudo if f.init}
        method.__annotations__['return'] = None
        _set_new(cls, '__init__', method)
    if '__repr__' in methods:
        guarded = _guard_repr(methods['__repr__'])
        guarded.__qualname__ = f'{cls.__qualname__}.__repr__'
        _set_new(cls, '__repr__', guarded)
    if '__eq__' in methods:
        _set_new(cls, '__eq__', methods['__eq__'])
    for name in ('__lt__', '__le__', '__gt__', '__ge__'):
        if name in methods and _set_new(cls, name, methods[name]):
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider '
                            'using functools.total_ordering')
    for name in ('__setattr__', '__delattr__'):
        if name in methods and _set_new(cls, name, methods[name]):
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    if '__hash__' in methods:
        cls.__hash__ = methods['__hash__']
    elif action == 'none' and not has_explicit_hash:
        cls.__hash__ = None
    if match_args:
        _set_new(cls, '__match_args__',
                 tuple([f.name for f in pseudo if f.init and not f.kw_only]))
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(pseudo)
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        new = _with_slots(cls, [f.name for f in real], frozen, weakref_slot)
        # The methods made above refer to the class by name.
        if '__setattr__' in methods:
            for name in ('__setattr__', '__delattr__'):
                names = methods[name].__code__.co_freevars
                cell = methods[name].__closure__[names.index('__dataclass_class__')]
                cell.cell_contents = new
        cls = new
    abc = sys.modules.get('abc')
    return cls if abc is None else abc.update_abstractmethods(cls)


def _signature_text(pseudo):
    parts = []
    keyword = False
    for f in sorted(pseudo, key=lambda f: bool(f.kw_only)):
        if not f.init:
            continue
        if f.kw_only and not keyword:
            keyword = True
            parts.append('*')
        kind = f.type
        if isinstance(kind, str):
            shown = repr(kind)
        elif isinstance(kind, type) and not hasattr(kind, '__origin__'):
            shown = kind.__qualname__ if kind.__module__ == 'builtins' else \
                f'{kind.__module__}.{kind.__qualname__}'
        else:
            shown = repr(kind).replace('typing.', '')
        text = f'{f.name}: {shown}'
        if f.default is not MISSING:
            text += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(text)
    return f"({', '.join(parts)})"


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ('__dict__', '__weakref__') if type(cls).__flags__ & 1 << 9 else ()
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, '__next__') or not hasattr(slots, '__iter__'):
        raise TypeError(f'Slots of {cls.__name__!r} cannot be determined')
    return slots


def _with_slots(cls, names, frozen, weakref_slot):
    """The class again, with slots for its fields: they cannot be added to one that exists."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    namespace = dict(cls.__dict__)
    namespace['__slots__'] = tuple([name for name in names if name not in inherited]
                                   + (['__weakref__'] if weakref_slot
                                      and '__weakref__' not in inherited else []))
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    for value in new.__dict__.values():
        function = getattr(value, '__func__', getattr(value, 'fget', value))
        code = getattr(function, '__code__', None)
        if code is None or '__class__' not in code.co_freevars:
            continue
        cell = function.__closure__[code.co_freevars.index('__class__')]
        if cell.cell_contents is cls:
            cell.cell_contents = new
    if frozen:
        if '__getstate__' not in namespace:
            new.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            new.__setstate__ = _dataclass_setstate
    return new


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods that follow from the annotated fields of the class."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                        slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields, as Field objects."""
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in known.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses within likewise."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _as(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, dataclasses within likewise."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _as(obj, None, tuple_factory)


_plain = (int, str, float, bool, type(None), complex, bytes)


def _as(obj, dict_factory, tuple_factory):
    cls = type(obj)
    if cls in _plain:
        return obj
    if hasattr(cls, _FIELDS):
        if dict_factory is not None:
            return dict_factory([(f.name, _as(getattr(obj, f.name), dict_factory, tuple_factory))
                                 for f in fields(obj)])
        return tuple_factory([_as(getattr(obj, f.name), dict_factory, tuple_factory)
                              for f in fields(obj)])
    if isinstance(obj, (list, tuple)):
        items = [_as(item, dict_factory, tuple_factory) for item in obj]
        return cls(*items) if hasattr(cls, '_fields') else cls(items)
    if isinstance(obj, dict):
        pairs = [(_as(k, dict_factory, tuple_factory), _as(v, dict_factory, tuple_factory))
                 for k, v in obj.items()]
        if hasattr(cls, 'default_factory') or hasattr(obj, 'default_factory'):
            result = cls(obj.default_factory)
            for k, v in pairs:
                result[k] = v
            return result
        return cls(pairs)
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    """A dataclass from names, types and defaults."""
    import keyword
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, namespace[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = kind
    namespace['__annotations__'] = annotations
    if module is None:
        module = sys._getframemodulename(1) or '__main__'
    namespace['__module__'] = module
    import types
    cls = types.new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be '
                                'specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
