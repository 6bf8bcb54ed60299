"""What annotations are written with."""

import collections
import collections.abc
import contextlib
import sys
import types
from abc import ABCMeta, abstractmethod
from types import GenericAlias

TYPE_CHECKING = False


def _shown(x):
    if isinstance(x, type) and not isinstance(x, GenericAlias):
        if x.__module__ == 'builtins':
            return x.__qualname__
        return f'{x.__module__}.{x.__qualname__}'
    if x is ...:
        return '...'
    if isinstance(x, (list, tuple)):
        return '[' + ', '.join([_shown(item) for item in x]) + ']'
    if isinstance(x, types.FunctionType):
        return x.__name__
    return repr(x)


def _converted(x):
    """What an annotation stands for: None is its type, text a reference forward."""
    if x is None:
        return type(None)
    if isinstance(x, str):
        return ForwardRef(x)
    return x


def _as_type(x, message='Parameters to generic types must be types.', allowed=()):
    """The same, of what must be a type."""
    x = _converted(x)
    if isinstance(x, _Alias) and x.__origin__ in _no_arguments and x.__origin__ not in allowed:
        raise TypeError(f'{x} is not valid as type argument')
    if isinstance(x, _SpecialForm):
        if x._getitem is not None and x not in allowed:
            raise TypeError(f'Plain {x} is not valid as type argument')
    elif x is Generic or x is Protocol:
        raise TypeError(f'Plain {x} is not valid as type argument')
    elif type(x) is tuple:
        raise TypeError(f'{message} Got {x!r:.100}.')
    return x


def _is_parameter_list(x):
    """What a ParamSpec stands for."""
    return (x is ... or isinstance(x, (list, tuple, ParamSpec))
            or isinstance(x, _Alias) and x.__origin__ is Concatenate)


_parameters_of = types._parameters
# What is no type even with arguments.
_no_arguments = ()


class _Operand:
    """Lets | make unions."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# ---- forms

class _SpecialForm(_Operand):
    """A name of this module that is no class; subscripting calls a function."""

    __slots__ = ('_name', '_getitem')

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __init_subclass__(cls):
        raise TypeError('Cannot subclass special typing classes')

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._getitem(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return 'typing.Any'
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Anything."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _one(form, parameters, allowed=()):
    what = _as_type(parameters, f'{form._name} accepts only single type.', allowed)
    return _Alias(form, (what,))


def _one_special(form, parameters):
    return _one(form, parameters, (ClassVar, Final))


def _union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        parameter = _as_type(parameter, 'Union[arg, ...]: each arg must be a type.')
        if isinstance(parameter, (_UnionAlias, types.UnionType)):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    args = []
    for parameter in flat:
        if parameter not in args:
            args.append(parameter)
    if len(args) == 1:
        return args[0]
    return _UnionAlias(Union, tuple(args))


def _optional(form, parameters):
    return Union[_as_type(parameters, 'Optional[t] requires a single type.'), type(None)]


def _literal(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    args = []
    for parameter in parameters:
        args += parameter.__args__ if isinstance(parameter, _LiteralAlias) else (parameter,)
    try:
        args = [value for _, value in dict.fromkeys([(type(value), value) for value in args])]
    except TypeError:
        # What cannot be hashed is kept as often as it is there.
        pass
    return _LiteralAlias(Literal, tuple(args))


def _concatenate(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or '
                        'ellipsis.')
    return _ConcatenateGenericAlias(form, (*[_as_type(p) for p in parameters[:-1]],
                                           parameters[-1]))


def _annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an '
                        'annotation).')
    origin = _as_type(parameters[0], 'Annotated[t, ...]: t must be a type.', (ClassVar, Final))
    return _AnnotatedAlias(origin, tuple(parameters[1:]))


NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
TypeAlias = _SpecialForm('TypeAlias')
ClassVar = _SpecialForm('ClassVar', _one_special)
Final = _SpecialForm('Final', _one_special)
TypeGuard = _SpecialForm('TypeGuard', _one)
TypeIs = _SpecialForm('TypeIs', _one)
Required = _SpecialForm('Required', _one_special)
NotRequired = _SpecialForm('NotRequired', _one_special)
ReadOnly = _SpecialForm('ReadOnly', _one_special)
Unpack = _SpecialForm('Unpack', lambda form, p: _UnpackAlias(form, (_as_type(p),)))
Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _SpecialForm('Literal', _literal)
Concatenate = _SpecialForm('Concatenate', _concatenate)
Annotated = _SpecialForm('Annotated', _annotated)


class ForwardRef(_Operand):
    """A type that is given as text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            # Of *Ts the value is what a tuple of it has.
            compile(f'({arg},)[0]' if arg.startswith('*') else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_class__ = is_class
        self.__forward_is_argument__ = is_argument
        self.__forward_evaluated__ = False
        self.__forward_value__ = None

    def _evaluate(self, globalns, localns):
        module = sys.modules.get(self.__forward_module__)
        if module is not None:
            globalns = module.__dict__
        source = self.__forward_arg__
        value = eval(f'({source},)[0]' if source.startswith('*') else source, globalns if globalns is not None else {}, localns)
        value = _as_type(value, 'Forward references must evaluate to types.', (ClassVar, Final))
        if value is not self:
            value = _evaluated(value, globalns, localns)
        self.__forward_value__ = value
        self.__forward_evaluated__ = True
        return value

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _evaluated(x, globalns, localns):
    """x with the text in it evaluated."""
    if isinstance(x, ForwardRef):
        return x._evaluate(globalns, localns)
    if isinstance(x, str):
        return ForwardRef(x)._evaluate(globalns, localns)
    if isinstance(x, _AnnotatedAlias):
        return _AnnotatedAlias(_evaluated(x.__origin__, globalns, localns), x.__metadata__)
    if isinstance(x, _LiteralAlias):
        return x
    if isinstance(x, (_Alias, GenericAlias, types.UnionType)):
        args = tuple([_evaluated(arg, globalns, localns) for arg in x.__args__])
        if args == x.__args__:
            return x
        if isinstance(x, types.UnionType):
            return Union[args]
        if isinstance(x, GenericAlias):
            return GenericAlias(x.__origin__, args)
        return x._copy(args)
    return x


# ---- type parameters

class NoDefaultType:
    """What the default of a type parameter is that has none."""

    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)
del NoDefaultType


def _caller():
    return sys._getframemodulename(2) or '__main__'


class _TypeParameter(_Operand):

    def _setup(self, name, default):
        self.__name__ = name
        # _setup(), __init__() and who makes it
        self.__module__ = sys._getframemodulename(2)
        self._default = default
        self._lazy_default = None

    @property
    def __default__(self):
        if self._lazy_default is not None:
            self._default = self._lazy_default()
            self._lazy_default = None
        return self._default

    def has_default(self):
        return self._lazy_default is not None or self._default is not NoDefault

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __typing_prepare_subst__(self, alias, args):
        at = alias.__parameters__.index(self)
        if at == len(args) and self.has_default():
            return *args, self.__default__
        return args

    def __init_subclass__(cls):
        if cls.__module__ != 'typing':
            raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type")

    def __reduce__(self):
        return self.__name__


class TypeVar(_TypeParameter):
    """A type that is not known yet."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self._setup(name, default)
        self._constraints = tuple([_as_type(c) for c in constraints])
        self._bound = None if bound is None else _as_type(bound, 'Bound must be a type.')
        self._lazy = None
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    def _evaluate(self):
        kind, function = self._lazy
        self._lazy = None
        if kind == 'bound':
            self._bound = function()
        else:
            self._constraints = function()

    @property
    def __bound__(self):
        if self._lazy is not None:
            self._evaluate()
        return self._bound

    @property
    def __constraints__(self):
        if self._lazy is not None:
            self._evaluate()
        return self._constraints

    def __typing_subst__(self, arg):
        arg = _as_type(arg)
        if isinstance(arg, _UnpackAlias) or getattr(arg, '__unpacked__', False) is True:
            raise TypeError(f'{arg} is not valid as type argument')
        return arg

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') \
            + self.__name__


class _ParamSpecPart:
    def __init_subclass__(cls):
        if cls.__module__ != 'typing':
            raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type")

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return type(self) is type(other) and self.__origin__ == other.__origin__

    __hash__ = None


class ParamSpecArgs(_ParamSpecPart):
    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(_ParamSpecPart):
    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_TypeParameter):
    """The parameters of a function that is not known yet."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        self._setup(name, default)
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_as_type(each, 'Expected a type.') for each in arg])
        if not _is_parameter_list(arg):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, or Concatenate. '
                            f'Got {arg}')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        at = parameters.index(self)
        if at == len(args) and self.has_default():
            args = *args, self.__default__
        if at >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        if len(parameters) == 1 and not _is_parameter_list(args[0]):
            # X[int, str] for X[[int, str]]
            return (tuple(args),)
        if isinstance(args[at], list):
            return *args[:at], tuple(args[at]), *args[at + 1:]
        return args

    args = property(lambda self: ParamSpecArgs(self))
    kwargs = property(lambda self: ParamSpecKwargs(self))

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return '~' + self.__name__


class TypeVarTuple(_TypeParameter):
    """Any number of types that are not known yet."""

    def __init__(self, name, *, default=NoDefault):
        self._setup(name, default)

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        at = parameters.index(self)
        after = len(parameters) - at - 1
        if any([isinstance(p, TypeVarTuple) for p in parameters[at + 1:]]):
            raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
        endless = [(i, inner[0]) for i, arg in enumerate(args) if not isinstance(arg, type)
                   and (inner := getattr(arg, '__typing_unpacked_tuple_args__', None))
                   and len(inner) == 2 and inner[1] is ...]
        if len(endless) > 1:
            raise TypeError('More than one unpacked arbitrary-length tuple argument')
        left, right, fill = at, after, None
        if endless:
            # It gives as many as the parameters beside this one need.
            place, fill = endless[0]
            left = min(left, place)
            right = min(right, len(args) - place - 1)
        elif left + right > len(args):
            raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least '
                            f'{len(parameters) - 1}')
        if left == len(args) - right and self.has_default():
            own = types._unpacked_items((self.__default__,))
        else:
            own = tuple(args[left:len(args) - right])
        return (*args[:left], *[fill] * (at - left), own, *[fill] * (after - right),
                *args[len(args) - right:])

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class TypeAliasType(_Operand):
    """What the type statement makes: its value is computed when it is asked for."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__module__ = _caller()
        self._value = value
        self._lazy = None

    @property
    def __value__(self):
        if self._lazy is not None:
            self._value = self._lazy()
            self._lazy = None
        return self._value

    @property
    def __parameters__(self):
        return tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p
                      for p in self.__type_params__])

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __reduce__(self):
        return self.__name__

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, parameters)

    def __repr__(self):
        return self.__name__


def _intrinsic(number, args):
    """What the syntax of type parameters is compiled to (bytecode::Intrinsic)."""
    if 2 <= number <= 4:
        made = TypeVar(args[0], infer_variance=True)
        if number == 3:
            made._lazy = 'bound', args[1]
        elif number == 4:
            made._lazy = 'constraints', args[1]
        return made
    if number == 5:
        return ParamSpec(args[0], infer_variance=True)
    if number == 6:
        return TypeVarTuple(args[0])
    if number == 7:
        args[0]._lazy_default = args[1]
        return args[0]
    if number == 8:
        return Generic[args[0]]
    if number == 9:
        made = TypeAliasType(args[0], None, type_params=args[1] or ())
        made._lazy = args[2]
        made.__module__ = args[2].__module__
        return made
    if number == 10:
        args[0].__type_params__ = args[1]
        return args[0]
    raise SystemError(f'unknown intrinsic {number}')


# ---- aliases

class _Alias(_Operand):
    """A generic type with arguments."""

    def __init__(self, origin, args, *, name=None):
        if not isinstance(args, tuple):
            args = (args,)
        self._name = name
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters_of(args)
        if not name and hasattr(origin, '__module__'):
            self.__module__ = origin.__module__

    def _copy(self, args):
        if isinstance(self, _UnionAlias):
            return Union[args]
        return self.__class__(self.__origin__, args, name=self._name)

    def __getitem__(self, args):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        args = args if isinstance(args, tuple) else (args,)
        return self._copy(types._substituted(self, tuple([_converted(arg) for arg in args])))

    def __call__(self, *args, **kwargs):
        if not callable(self.__origin__) or isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Type {self._name or self!r} cannot be instantiated')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return _entries(self, bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            at = bases.index(self)
            for base in bases[at + 1:]:
                if isinstance(base, _Alias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not (name.startswith('__') and name.endswith('__')):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name == '_name' or name.startswith('__') and name.endswith('__'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __dir__(self):
        return sorted({*super().__dir__(), *[name for name in dir(self.__origin__)
                                             if not name.startswith('__')]})

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = f'typing.{self._name}' if self._name else _shown(self.__origin__)
        inner = ', '.join([_shown(arg) for arg in self.__args__]) if self.__args__ else '()'
        return f'{name}[{inner}]'

    def __iter__(self):
        yield Unpack[self]


def _entries(alias, bases):
    """The bases that typing.List, with arguments or without, stands for."""
    entries = [] if alias.__origin__ in bases else [alias.__origin__]
    for base in bases[bases.index(alias) + 1:]:
        if isinstance(base, (_Alias, _SpecialAlias)) \
                or isinstance(base, type) and issubclass(base, Generic):
            break
    else:
        if Generic not in bases:
            entries.append(Generic)
    return tuple(entries)


class _UnionAlias(_Alias):

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, types.UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            return (all([arg in other.__args__ for arg in self.__args__])
                    and all([arg in self.__args__ for arg in other.__args__]))

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        none = type(None)
        if len(args) == 2 and none in args:
            other = args[0] if args[1] is none else args[1]
            return f'typing.Optional[{_shown(other)}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        for arg in self.__args__:
            if isinstance(obj, arg):
                return True
        return False

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False


class _LiteralAlias(_Alias):

    def __init__(self, origin, args, *, name=None):
        _Alias.__init__(self, origin, args)
        self.__parameters__ = ()

    def _pairs(self):
        return {(type(arg), arg) for arg in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return self._pairs() == other._pairs()

    def __hash__(self):
        return hash(frozenset(self._pairs()))

    def __repr__(self):
        return f"typing.Literal[{', '.join([_shown(arg) for arg in self.__args__])}]"


class _UnpackAlias(_Alias):

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_Alias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError('Unpack[...] must be used with a tuple type')
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args if isinstance(args, tuple) else (args,)
        return super().__getitem__(args)

    def __repr__(self):
        return f'typing.Unpack[{_shown(self.__args__[0])}]'


class _AnnotatedAlias(_Alias):

    def __init__(self, origin, metadata, *, name=None):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        _Alias.__init__(self, origin, (origin,))
        self.__metadata__ = metadata

    def _copy(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        metadata = ', '.join([repr(item) for item in self.__metadata__])
        return f'typing.Annotated[{_shown(self.__origin__)}, {metadata}]'

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _ConcatenateGenericAlias(_Alias):

    def _copy(self, args):
        # The last one may have become a list of types, or another Concatenate.
        *first, last = args
        if isinstance(last, (list, tuple)):
            return *first, *last
        if isinstance(last, _ConcatenateGenericAlias):
            return _ConcatenateGenericAlias(self.__origin__, (*first, *last.__args__))
        return super()._copy(args)


class _CallableAlias(_Alias):

    _spreads = True

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)
                               or isinstance(args[0], _Alias)
                               and args[0].__origin__ is Concatenate):
            return f'typing.Callable[{_shown(args[0])}, {_shown(args[1])}]'
        inner = ', '.join([_shown(arg) for arg in args[:-1]])
        return f'typing.Callable[[{inner}], {_shown(args[-1])}]'

class _SpecialAlias(_Operand):
    """typing.List and the like, without arguments."""

    def __init__(self, origin, count, name, defaults=()):
        self.__origin__ = origin
        self._count = count
        self._defaults = defaults
        self._name = name
        self.__module__ = 'typing'
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        parameters = tuple([_as_type(p) for p in parameters])
        count, defaults = self._count, self._defaults
        missing = count - len(parameters)
        if 0 < missing <= len(defaults):
            parameters += defaults[-missing:]
        elif count == 0:
            raise TypeError(f'{self} is not a generic class')
        elif missing:
            few = 'few' if missing > 0 else 'many'
            least = 'at least ' if defaults else ''
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(parameters)}, '
                            f'expected {least}{count - len(defaults)}')
        return _Alias(self.__origin__, parameters, name=self._name)

    def __call__(self, *args, **kwargs):
        if self.__origin__.__module__ == 'collections.abc':
            raise TypeError(f'Type {self._name} cannot be instantiated; use '
                            f'{self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return _entries(self, bases)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name


class _TupleAlias(_SpecialAlias):

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _Alias(tuple, tuple([_as_type(p) for p in parameters]), name='Tuple')


class _CallableForm(_SpecialAlias):

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = parameters
        result = _as_type(result, 'Callable[args, result]: result must be a type.')
        args = _converted(args)
        if isinstance(args, (list, tuple)):
            args = [_as_type(arg) for arg in args]
        else:
            args = [args]
        return _CallableAlias(self.__origin__, (*args, result), name='Callable')


Tuple = _TupleAlias(tuple, -1, 'Tuple')
Callable = _CallableForm(collections.abc.Callable, 2, 'Callable')

for _origin, _count, _name, *_defaults in (
        (list, 1, 'List'), (dict, 2, 'Dict'), (set, 1, 'Set'), (frozenset, 1, 'FrozenSet'),
        (type, 1, 'Type'), (collections.deque, 1, 'Deque'),
        (collections.defaultdict, 2, 'DefaultDict'), (collections.OrderedDict, 2, 'OrderedDict'),
        (collections.Counter, 1, 'Counter'),
        (contextlib.AbstractContextManager, 2, 'ContextManager', bool | None),
        (contextlib.AbstractAsyncContextManager, 2, 'AsyncContextManager', bool | None)):
    globals()[_name] = _SpecialAlias(_origin, _count, _name, tuple(_defaults))
for _name, _count, *_defaults in (
        ('Hashable', 0), ('Sized', 0), ('Awaitable', 1), ('Coroutine', 3), ('AsyncIterable', 1),
        ('AsyncIterator', 1), ('AsyncGenerator', 2, type(None)), ('Iterable', 1), ('Iterator', 1),
        ('Reversible', 1), ('Container', 1), ('Collection', 1), ('Mapping', 2),
        ('MutableMapping', 2), ('Sequence', 1), ('MutableSequence', 1), ('MutableSet', 1),
        ('KeysView', 1), ('ItemsView', 2), ('ValuesView', 1), ('MappingView', 1),
        ('Generator', 3, type(None), type(None))):
    globals()[_name] = _SpecialAlias(getattr(collections.abc, _name), _count, _name,
                                     tuple(_defaults))
AbstractSet = _SpecialAlias(collections.abc.Set, 1, 'AbstractSet')


def __getattr__(name):
    # Those whose modules most programs that import this one do not need.
    if name == 'ChainMap':
        origin, count = collections.ChainMap, 2
    elif name in ('Pattern', 'Match'):
        import re
        origin, count = getattr(re, name), 1
    else:
        origin = None
    if origin is not None:
        globals()[name] = value = _SpecialAlias(origin, count, name)
        return value
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


Text = str


# ---- Generic and Protocol

class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    @classmethod
    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        parameters = tuple([_converted(p) for p in parameters])
        if cls is Generic or cls is Protocol:
            if not parameters:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            parameters = tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p
                                for p in parameters])
            for p in parameters:
                if not isinstance(p, (TypeVar, ParamSpec)) \
                        and not getattr(p, '__typing_is_unpacked_typevartuple__', False):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables '
                                    'or parameter specification variables.')
            if len(set(parameters)) != len(parameters):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _Alias(cls, parameters)
        if not cls.__parameters__:
            raise TypeError(f'{cls} is not a generic class')
        args = []
        for parameter, arg in zip(cls.__parameters__, types._prepared(cls, parameters)):
            if isinstance(parameter, TypeVarTuple):
                args.extend(arg)
            else:
                args.append(arg)
        return _Alias(cls, tuple(args))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is None:
            bases = ()
            if Generic in cls.__bases__ and cls.__name__ != 'Protocol':
                raise TypeError('Cannot inherit from plain Generic')
        elif Generic in bases:
            raise TypeError('Cannot inherit from plain Generic')
        declared = None
        for base in bases:
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol) \
                    and not base._name:
                if declared is not None and base.__origin__ is Generic:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                declared = base.__parameters__
        used = _parameters_of([base for base in bases
                               if isinstance(base, (_Alias, GenericAlias))])
        if declared is not None:
            missing = [p for p in used if p not in declared]
            if missing:
                shown = ', '.join([str(p) for p in missing])
                known = ', '.join([str(p) for p in declared])
                raise TypeError(f'Some type variables ({shown}) are not listed in '
                                f'Generic[{known}]')
            used = declared
        cls.__parameters__ = tuple(used)


_not_members = frozenset((
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__',
    '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
    '__match_args__', '__static_attributes__', '__firstlineno__', '__parameters__',
    '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__protocol_attrs__', '__non_callable_proto_members__', '__type_params__', '__qualname__',
    '__init_subclass__', '_abc_impl', '__hash__', '__abc_state__'))


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        if not getattr(base, '_is_protocol', False):
            continue
        for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())):
            if name not in _not_members and not name.startswith('_abc_'):
                members.add(name)
    return members


def _has_member(obj, name, protocol):
    """Without running properties. None is no method."""
    found = getattr(obj, '__dict__', {}).get(name, obj)
    if found is obj:
        for base in type(obj).__mro__:
            if name in base.__dict__:
                found = base.__dict__[name]
                break
        else:
            return False
    return found is not None or not callable(getattr(protocol, name, None))


def _may_be_any():
    """Whether it is the library that looks through subclasses, for a class that is no protocol."""
    return sys._getframemodulename(2) in ('abc', '_py_abc', 'functools', None)


class _ProtocolMeta(ABCMeta):

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            if _may_be_any():
                return False
            raise TypeError('Instance and class checks can only be used with @runtime_checkable '
                            'protocols')
        if ABCMeta.__subclasscheck__(cls, type(instance)):
            return True
        return all([_has_member(instance, name, cls) for name in cls.__protocol_attrs__])

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if cls in other.__mro__:
                return True
            if not getattr(cls, '_is_runtime_protocol', False):
                if _may_be_any():
                    return False
                raise TypeError('Instance and class checks can only be used with '
                                '@runtime_checkable protocols')
            if '__subclasshook__' in cls.__dict__:
                return super().__subclasscheck__(other)
            data = sorted([name for name in cls.__protocol_attrs__
                           if not callable(getattr(cls, name, None))])
            if data:
                raise TypeError("Protocols with non-method members don't support issubclass(). "
                                f"Non-method members: {str(data)[1:-1]}.")
            for name in cls.__protocol_attrs__:
                for base in other.__mro__:
                    if name in base.__dict__:
                        if base.__dict__[name] is None:
                            return False
                        break
                    if is_protocol(other) and name in base.__dict__.get('__annotations__', ()):
                        break
                else:
                    return super().__subclasscheck__(other)
            return True
        return super().__subclasscheck__(other)


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            break
    cls.__init__ = init
    init(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that only say what others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = any([base is Protocol for base in cls.__bases__])
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or getattr(base, '_is_protocol', False)
                    or base.__module__ in ('collections.abc', 'contextlib')):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        cls.__protocol_attrs__ = _protocol_members(cls)
        if cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__:
            cls.__init__ = _no_init


_no_arguments = Generic, Protocol, ClassVar, Final


def runtime_checkable(cls):
    """Lets isinstance() look whether the members of the protocol are there."""
    if not isinstance(cls, type) or not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got '
                        f'{cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    """A file, for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


# ---- NamedTuple, TypedDict, NewType

class _NamedTupleMeta(type):

    def __new__(metacls, typename, bases, ns):
        if _NamedTupleBase not in bases:
            return type.__new__(type, typename, bases, ns)
        for base in bases:
            if base is not _NamedTupleBase and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        kinds = {name: _as_type(kind) for name, kind in ns.get('__annotations__', {}).items()}
        defaults = []
        for name in kinds:
            if name in ns:
                defaults.append(name)
            elif defaults:
                plural = 's' if len(defaults) > 1 else ''
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default '
                                f"field{plural} {', '.join(defaults)}")
        made = collections.namedtuple(typename, kinds, defaults=[ns[n] for n in defaults],
                                      module=ns['__module__'])
        made.__annotations__ = made.__new__.__annotations__ = kinds
        bases = tuple([tuple if base is _NamedTupleBase else base for base in bases])
        if bases != (tuple,):
            made.__bases__ = bases
        for name, value in ns.items():
            if name in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                        '_field_defaults', '_field_types', '_make', '_replace', '_asdict',
                        '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + name)
            if name not in ('__module__', '__annotations__', '__name__', '__qualname__',
                            '__orig_bases__', '__firstlineno__', '__static_attributes__') \
                    and name not in made._fields:
                setattr(made, name, value)
        made.__qualname__ = ns.get('__qualname__', typename)
        if '__orig_bases__' in ns:
            made.__orig_bases__ = ns['__orig_bases__']
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple whose fields have types."""
    kinds = {name: _as_type(kind) for name, kind in (fields if fields is not None
                                                     else kwargs.items())}
    made = collections.namedtuple(typename, kinds, module=_caller_of_function())
    made.__annotations__ = made.__new__.__annotations__ = kinds
    made.__orig_bases__ = (NamedTuple,)
    return made


def _caller_of_function():
    return sys._getframemodulename(2) or '__main__'


_NamedTupleBase = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTupleBase,)


class _TypedDictMeta(type):

    def __new__(metacls, name, bases, ns, total=True, **kwargs):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict '
                                'base class')
        generic = (Generic,) if any([Generic in base.__mro__ for base in bases]) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        own = {key: ForwardRef(kind, module=made.__module__) if isinstance(kind, str)
               else _as_type(kind) for key, kind in ns.get('__annotations__', {}).items()}
        annotations = {}
        required = set()
        optional = set()
        readonly = set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
            readonly |= base.__dict__.get('__readonly_keys__', set())
        for key, kind in own.items():
            annotations[key] = kind
            is_required = total
            readonly.discard(key)
            while True:
                origin = get_origin(kind)
                if origin is Annotated:
                    kind = kind.__origin__
                    continue
                if origin is Required:
                    is_required = True
                elif origin is NotRequired:
                    is_required = False
                elif origin is ReadOnly:
                    readonly.add(key)
                else:
                    break
                kind = kind.__args__[0]
            required.discard(key)
            optional.discard(key)
            (required if is_required else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(annotations) - readonly
        made.__total__ = total
        if '__orig_bases__' not in ns:
            made.__orig_bases__ = bases or (TypedDict,)
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict whose keys have types."""
    ns = {'__annotations__': dict(fields if fields is not None else kwargs),
          '__module__': _caller_of_function()}
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDictBase = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDictBase,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDictBase


class NewType(_Operand):
    """A name for a type that checkers tell from it."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        wanted = self.__name__

        class NoBase:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking '
                                f'for: `{name} = NewType({name!r}, {wanted})`')

        return (NoBase,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__


# ---- functions

def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {text}')


def _mark(name):
    def decorator(x):
        try:
            setattr(x, name, True)
        except (AttributeError, TypeError):
            pass
        return x
    decorator.__name__ = name.strip('_')
    return decorator


final = _mark('__final__')
override = _mark('__override__')


def no_type_check(arg):
    """Marks a function, or a class with its methods: their annotations are no types."""
    if isinstance(arg, type):
        for value in vars(arg).values():
            value = getattr(value, '__func__', value)
            if (isinstance(value, (types.FunctionType, type))
                    and value.__qualname__ == f'{arg.__qualname__}.{value.__name__}'
                    and value.__module__ == arg.__module__):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        # A type of C++.
        pass
    return arg


def no_type_check_decorator(decorator):
    """A decorator whose functions have annotations that are no types."""
    import functools
    import warnings
    warnings.warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python "
                  '3.15', DeprecationWarning, 2)

    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of '
                              '@overload-decorated functions outside a stub module should always '
                              'be followed by an implementation that is not @overload-ed.')


def overload(func):
    func = getattr(func, '__func__', func)
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, '__func__', func)
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default,
            'kw_only_default': kw_only_default, 'frozen_default': frozen_default,
            'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    """The generic type behind a type with arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _SpecialAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_Alias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], (list, ParamSpec))
                                    or isinstance(args[0], _Alias)
                                    and args[0].__origin__ is Concatenate)):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def _without_extras(x):
    if isinstance(x, _AnnotatedAlias):
        return _without_extras(x.__origin__)
    if isinstance(x, _Alias) and x.__origin__ in (Required, NotRequired, ReadOnly):
        return _without_extras(x.__args__[0])
    if isinstance(x, _LiteralAlias):
        return x
    if isinstance(x, (_Alias, GenericAlias, types.UnionType)):
        args = tuple([_without_extras(arg) for arg in x.__args__])
        if args == x.__args__:
            return x
        if isinstance(x, types.UnionType):
            return Union[args]
        if isinstance(x, GenericAlias):
            return GenericAlias(x.__origin__, args)
        return x._copy(args)
    return x


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with text evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            own = base.__dict__.get('__annotations__', {})
            if not own or isinstance(own, types.GetSetDescriptorType):
                continue
            module = sys.modules.get(base.__module__)
            scope = globalns if globalns is not None else getattr(module, '__dict__', {})
            inner = localns if localns is not None else dict(base.__dict__)
            for parameter in getattr(base, '__type_params__', ()):
                inner.setdefault(parameter.__name__, parameter)
            for name, value in own.items():
                hints[name] = _evaluated(type(None) if value is None else value, scope, inner)
    else:
        own = getattr(obj, '__annotations__', None)
        if own is None:
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, '__wrapped__'):
                    inner = inner.__wrapped__
                globalns = getattr(inner, '__globals__', {})
        inner = dict(localns) if localns is not None else {}
        for parameter in getattr(obj, '__type_params__', ()):
            inner.setdefault(parameter.__name__, parameter)
        for name, value in own.items():
            hints[name] = _evaluated(type(None) if value is None else value, globalns,
                                     inner or None)
    return hints if include_extras else {name: _without_extras(value)
                                         for name, value in hints.items()}


ByteString = _SpecialAlias(bytes, 0, 'ByteString')

__all__ = ['ChainMap', 'Match', 'Pattern']
__all__ += [_name for _name in globals()
             if not _name.startswith('_') and _name not in (
                'collections', 'contextlib', 'sys', 'types', 'ABCMeta', 'abstractmethod',
                'GenericAlias', 'KT', 'VT', 'T', 'T_co', 'V_co', 'VT_co', 'T_contra')]
