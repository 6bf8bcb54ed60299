"""Enumerations: classes with a fixed set of instances."""

__all__ = ['EnumMeta', 'EnumType', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag',
           'ReprEnum', 'auto', 'unique', 'property', 'verify', 'member', 'nonmember',
           'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr',
           'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE']

_builtin_property = property
_not_given = object()

Enum = Flag = EJECT = STRICT = CONFORM = KEEP = ReprEnum = None


class nonmember:
    """Keeps a value of an enum's body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one."""

    def __init__(self, value):
        self.value = value


class property(_builtin_property):
    """A property of members that leaves its name free for a member."""

    _hidden = None  # what a member's name hides from its instances

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self._name)
            if found is None:
                raise AttributeError(f'{ownerclass!r} has no attribute {self._name!r}')
            return found
        if self.fget is not None:
            return _builtin_property.__get__(self, instance, ownerclass)
        hidden = self._hidden
        if hidden is None:
            found = ownerclass._member_map_.get(self._name)
            if found is None:
                raise AttributeError(f'{ownerclass!r} member has no attribute {self._name!r}')
            return found
        get = getattr(type(hidden), '__get__', None)
        return hidden if get is None else get(hidden, instance, ownerclass)

    def __set_name__(self, ownerclass, name):
        self._name = name
        self.clsname = ownerclass.__name__


class auto:
    """A value that is found when the class is made."""

    def __init__(self, value=_not_given):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})' if self.value is not _not_given else 'auto()'


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return name.startswith(prefix) and len(name) > len(prefix) and not name.endswith('__')


def _is_descriptor(x):
    return hasattr(x, '__get__') or hasattr(x, '__set__') or hasattr(x, '__delete__')


_known_sunders = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
                  '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_',
                  '_add_alias_', '_add_value_alias_', '_use_args_', '_member_names_')


class EnumDict(dict):
    """The namespace of an enum's body: tells members from the rest."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _known_sunders:
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum '
                                 'use.')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                generate = value.__func__ if isinstance(value, staticmethod) else value
                self._generate_next_value = generate
            elif key == '_ignore_':
                if isinstance(value, str):
                    value = value.replace(',', ' ').split()
                else:
                    value = list(value)
                self._ignore = value
                taken = [name for name in value if name in self._member_names]
                if taken:
                    raise ValueError(f'_ignore_ cannot specify already set names: {taken!r}')
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value)
                                                or isinstance(value, type) and
                                                _is_nested_class(self._cls_name, value)):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = value
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        """The value without any auto(); what was found for these is what counts further."""
        if isinstance(value, auto):
            return self._found(key, value)
        if isinstance(value, tuple) and any([isinstance(v, auto) for v in value]):
            items = [self._found(key, v) if isinstance(v, auto) else v for v in value]
            cls = type(value)
            try:
                return cls(items)
            except TypeError:
                return cls(*items)
        self._last_values.append(value)
        return value

    def _found(self, key, value):
        if value.value is _not_given:
            value.value = self._generate(key)
        self._last_values.append(value.value)
        return value.value

    def _generate(self, key):
        self._auto_called = True
        return self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])

    def update(self, members, **more):
        for key in members.keys() if hasattr(members, 'keys') else ():
            self[key] = members[key]
        if not hasattr(members, 'keys'):
            for key, value in members:
                self[key] = value
        for key, value in more.items():
            self[key] = value


_EnumDict = EnumDict


def _is_nested_class(cls_name, value):
    pattern = f'{cls_name}.{value.__name__}'
    qualname = value.__qualname__
    return qualname == pattern or qualname.endswith(f'.{pattern}')


class EnumType(type):
    """The class of enum classes."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            generate = first_enum.__dict__.get('_generate_next_value_') \
                or getattr(first_enum, '_generate_next_value_', None)
            if isinstance(generate, staticmethod):
                generate = generate.__func__
            namespace._generate_next_value = generate
        return namespace

    def __new__(metacls, cls, bases, namespace, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, namespace, **kwds)
        ignore = namespace._ignore + ['_ignore_']
        members = namespace._member_names
        if 'mro' in members:
            raise ValueError('invalid enum member name(s) \'mro\'')
        contents = {name: value for name, value in namespace.items()
                    if name not in members and name not in ignore}
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(namespace, member_type, first_enum)
        if '__reduce_ex__' not in contents and member_type is not object:
            contents['__reduce_ex__'] = _reduce_by_value
        generate = contents.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            contents['_generate_next_value_'] = staticmethod(generate)
        contents.update({
            '_member_names_': [], '_member_map_': {}, '_value2member_map_': {},
            '_hashable_values_': [], '_unhashable_values_': [],
            '_member_type_': member_type, '_new_member_': new_member, '_use_args_': use_args,
            '_value_repr_': metacls._find_data_repr_(cls, bases),
            '_boundary_': boundary or getattr(first_enum, '_boundary_', None),
        })
        order = contents.pop('_order_', None)
        enum_class = super().__new__(metacls, cls, bases, contents, **kwds)
        if Flag is not None and issubclass(enum_class, Flag):
            type.__setattr__(enum_class, '_flag_mask_', 0)
            type.__setattr__(enum_class, '_singles_mask_', 0)
            type.__setattr__(enum_class, '_all_bits_', 0)

        type.__setattr__(enum_class, '_in_progress_', True)
        for name, value in members.items():
            _add_member(enum_class, name, value, contents)
        type.__delattr__(enum_class, '_in_progress_')

        if ReprEnum is not None and ReprEnum in bases:
            # Shown as its value is.
            method = member_type.__str__
            if method is object.__str__:
                method = member_type.__repr__
            for name, shown in (('__format__', member_type.__format__), ('__str__', method)):
                if name not in contents:
                    type.__setattr__(enum_class, name, shown)
                    contents[name] = shown
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in contents and first_enum is not None:
                enum_method = getattr(first_enum, name)
                found = getattr(enum_class, name)
                object_method = getattr(object, name)
                data_method = getattr(member_type, name)
                if found in (data_method, object_method):
                    type.__setattr__(enum_class, name, enum_method)
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__',
                         '__invert__'):
                if name not in contents:
                    type.__setattr__(enum_class, name, getattr(Flag, name))
            if boundary is not KEEP:
                type.__setattr__(enum_class, '_inverted_', None)
        if Enum is not None and save_new:
            type.__setattr__(enum_class, '__new_member__', enum_class.__new__)
        if Enum is not None:
            type.__setattr__(enum_class, '__new__', Enum.__new__)
        if order is not None:
            if isinstance(order, str):
                order = order.replace(',', ' ').split()
            # Names of a flag that stand for several bits, or for others, are no members of it.
            order = [name for name in order if name not in enum_class._member_map_
                     or enum_class._member_map_[name]._name_ == name
                     and name in enum_class._member_names_]
            if order != enum_class._member_names_:
                raise TypeError('member order does not match _order_:\n'
                                f'  {enum_class._member_names_!r}\n  {order!r}')
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value=_not_given, names=_not_given, *values, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names, *values)
            if value is _not_given:
                return cls.__new__(cls)
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            if value is _not_given:
                raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create "
                                "a new, empty, enum")
            raise TypeError(f'{cls} has no members; specify `names=()` if you meant to create a '
                            'new, empty, enum')
        return cls._create_(value, None if names is _not_given else names, module=module,
                            qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            original = names
            names = []
            for i, name in enumerate(original):
                value = namespace._generate_next_value(name, start, i, values[:])
                values.append(value)
                names.append((name, value))
        for item in () if names is None else names:
            if isinstance(item, str):
                item = item, names[item]
            namespace[item[0]] = item[1]
        if module is None:
            import sys
            module = sys._getframemodulename(2)
        if module is not None:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """An enum of the constants of a module that `filter` takes by their names."""
        import sys
        globals = sys.modules[module].__dict__
        source = globals if source is None else source.__dict__
        members = [(key, value) for key, value in source.items() if filter(key)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        body = dict(members)
        body['__module__'] = module
        made = _simple_enum(cls, boundary=boundary or KEEP)(type(name, (object,), body))
        if as_global:
            global_enum(made)
        else:
            globals.update(made.__members__)
        globals[name] = made
        return made

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
        except ValueError:
            return value in cls._unhashable_values_ or _hashable_in(value, cls._hashable_values_)
        return True

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__',
                 '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__',
                 *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        import types
        return types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """(the data type that the members are of, the enum class that comes first)"""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] '
                            '[data_type,] enum_type)`')
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in types:
                            types.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found = candidate or base
                    if found not in types:
                        types.append(found)
                    break
                else:
                    candidate = candidate or base
        if len(types) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(types)!r}')
        return types[0] if types else None

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                params = base.__dict__.get('__dataclass_params__')
                if params is not None and params.repr:
                    return _dataclass_repr
                if '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_new_(metacls, namespace, member_type, first_enum):
        """(what makes a member, whether the class brought it, whether it takes the value)"""
        new = namespace.get('__new__')
        if isinstance(new, staticmethod):
            new = new.__func__
        save_new = first_enum is not None and new is not None
        if new is None:
            for possible in ('__new_member__', '__new__'):
                for base in (member_type, first_enum):
                    found = getattr(base, possible, None)
                    if found is not None and found is not object.__new__ \
                            and (Enum is None or found is not Enum.__new__):
                        new = found
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new is not object.__new__
        return new, save_new, use_args


EnumMeta = EnumType


def _dataclass_repr(self):
    return ', '.join([f'{name}={getattr(self, name)!r}'
                      for name, field in self.__dataclass_fields__.items() if field.repr])


def _hashable_in(value, values):
    try:
        return value in values
    except TypeError:
        return False


def _reduce_ex_by_global_name(self, proto):
    return self.name


pickle_by_global_name = _reduce_ex_by_global_name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


def _make_class_unpicklable(obj):
    def refuse(self, proto):
        raise TypeError(f'{self!r} cannot be pickled')
    obj.__reduce_ex__ = refuse
    obj.__module__ = '<unknown>'


def _reduce_by_value(self, proto):
    return self.__class__, (self._value_,)


def _add_member(enum_class, name, value, contents):
    member_type = enum_class._member_type_
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    new = enum_class._new_member_
    if enum_class._use_args_:
        made = new(enum_class, *args)
    else:
        made = new(enum_class)
    if not hasattr(made, '_value_'):
        if member_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = member_type(*args)
            except Exception as e:
                error = TypeError('_value_ not set in __new__, unable to create it')
                error.__cause__ = e
                raise error
    value = made._value_
    made._name_ = name
    made.__objclass__ = enum_class
    made.__init__(*args)
    made._sort_order_ = len(enum_class._member_names_)

    is_flag = Flag is not None and issubclass(enum_class, Flag)
    known = _find_value(enum_class, value)
    if known is not None:
        made = known
    else:
        single = not is_flag or not isinstance(value, int) or value and not value & value - 1
        if is_flag and isinstance(value, int):
            type.__setattr__(enum_class, '_flag_mask_', enum_class._flag_mask_ | value)
            if single:
                type.__setattr__(enum_class, '_singles_mask_', enum_class._singles_mask_ | value)
            type.__setattr__(enum_class, '_all_bits_',
                             2 ** enum_class._flag_mask_.bit_length() - 1)
        if single or not is_flag:
            enum_class._member_names_.append(name)
        enum_class._member_map_[name] = made
        try:
            enum_class._value2member_map_.setdefault(value, made)
            enum_class._hashable_values_.append(value)
        except TypeError:
            enum_class._unhashable_values_.append(value)
    enum_class._member_map_[name] = made
    for base in enum_class.__mro__[1:]:
        found = base.__dict__.get(name)
        if found is not None:
            # The property finds the member by its name.
            if isinstance(found, property):
                return
            if _is_descriptor(found):
                redirect = property()
                redirect.__set_name__(enum_class, name)
                redirect._hidden = found
                type.__setattr__(enum_class, name, redirect)
                return
            break
    type.__setattr__(enum_class, name, made)


def _find_value(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for known in enum_class._member_map_.values():
            if known._value_ == value:
                return known
    return None


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    def __new__(cls, value=_not_given):
        if value is _not_given:
            raise TypeError(f"{cls.__name__}.__new__() missing 1 required positional argument: "
                            "'value'")
        if type(value) is cls:
            return value
        try:
            found = cls._value2member_map_.get(value)
            if found is not None:
                return found
        except TypeError:
            pass
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
        if not cls._member_map_:
            if '_in_progress_' in cls.__dict__:
                raise TypeError('do not use `super().__new__; call the appropriate __new__ '
                                'directly') from None
            raise TypeError(f'{cls!r} has no members defined')
        error = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            error = e
            result = None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT \
                    and isinstance(result, int):
                return result
            invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead '
                                  'of None or a valid member')
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            error = invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._member_map_[name] = self
        type.__setattr__(self.__class__, name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _find_value(cls, value)
        if known is not None and known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')
        cls._value2member_map_[value] = self
        cls._hashable_values_.append(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = max(last_values)
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f'unable to increment {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        cls = type(self)
        names = set() if cls._member_type_ is object else set(object.__dir__(self))
        members = cls._member_map_
        names.update([name for name in self.__dict__ if name[0] != '_' and name not in members])
        for base in cls.__mro__:
            for name, found in base.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in members or isinstance(found, property) and found.fget is not None:
                    names.add(name)
                elif isinstance(found, property):
                    names.discard(name)
        return sorted(names | {'__class__', '__doc__', '__eq__', '__hash__', '__module__'})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Members have their own repr() but the str() of their value."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strs; auto() gives the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f'errors must be a string, not {values[2]!r}')
        value = str(*values)
        self = str.__new__(cls, value)
        self._value_ = value
        return self

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number, width):
    sign = 0 if number >= 0 else 1
    digits = bin(number & (1 << width) - 1)[2:].rjust(width, '0')
    return f'0b{sign} {digits}'


def _iter_bits_lsb(number):
    original = number
    if isinstance(number, Enum):
        number = number.value
    if number < 0:
        raise ValueError(f'{original!r} is not a positive integer')
    while number:
        bit = number & -number
        yield bit
        number ^= bit


class Flag(Enum, boundary=STRICT):
    """Members are sets of bits."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _iter_member_(cls, value):
        """The members that make up a value, in the order of their definition."""
        found = [cls._value2member_map_.get(bit) for bit in _iter_bits_lsb(value & cls._flag_mask_)]
        yield from sorted([member for member in found if member is not None],
                          key=lambda member: member._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A composite of members, made when it is first met."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._flag_mask_
        all_bits = cls._all_bits_
        negative = value if value < 0 else None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n'
                                 f'    given {_bits(value, width)}\n'
                                 f'  allowed {_bits(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = value & mask if cls._boundary_ in (STRICT, CONFORM) else all_bits + 1 + value
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} '
                             f'[{bin(unknown)}]')
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        parts = list(cls._iter_member_(value))
        named = 0
        for part in parts:
            named |= part._value_
        rest = value & ~named
        if parts:
            made._name_ = '|'.join([part._name_ for part in parts])
            if rest:
                made._name_ += f'|{cls._numeric_repr_(rest)}'
        else:
            made._name_ = None
        made.__objclass__ = cls
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                            f"and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f'<{name}: {show(self._value_)}>'
        return f'<{name}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'{name}({self._value_!r})'
        return f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _refuse(self, flag, operator):
        raise TypeError(f"'{flag}' cannot be combined with other flags with {operator}")

    def __or__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        if value is None or self._value_ is None:
            self._refuse(other if value is None else self, '|')
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        if value is None or self._value_ is None:
            self._refuse(other if value is None else self, '&')
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        if value is None or self._value_ is None:
            self._refuse(other if value is None else self, '^')
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints as well as sets of bits."""


def unique(enumeration):
    """Allows no two names for one value."""
    aliases = [(name, found.name) for name, found in enumeration.__members__.items()
               if name != found.name]
    if aliases:
        details = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


class EnumCheck(StrEnum):
    """What verify() may check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks the class that it decorates."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(alias, found.name) for alias, found in enumeration.__members__.items()
                           if alias != found.name]
                if aliases:
                    details = ', '.join([f'{a} -> {b}' for a, b in aliases])
                    raise ValueError(f'aliases found in {enumeration!r}: {details}')
            elif check is CONTINUOUS:
                values = {found.value for found in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    wanted = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1)]
                else:
                    wanted = range(low + 1, high)
                missing = [value for value in wanted if value not in values]
                if missing:
                    kind = 'flag' if is_flag else 'enum'
                    raise ValueError(f'invalid {kind} {name!r}: missing values '
                                     f"{', '.join([str(m) for m in missing])}")
            elif check is NAMED_FLAGS:
                named = missing = 0
                for found in enumeration:
                    named |= found.value
                names = []
                for alias, found in enumeration.__members__.items():
                    if found.value > 0 and (unnamed := found.value & ~named):
                        names.append(alias)
                        missing |= unnamed
                if names:
                    if len(names) == 1:
                        which = f'alias {names[0]} is missing'
                    else:
                        which = f'aliases {", ".join(names[:-1])} and {names[-1]} are missing'
                    kind = 'combined values of' if missing & missing - 1 else 'value'
                    raise ValueError(f'invalid Flag {name!r}: {which} {kind} {missing:#x} [use '
                                     'enum.show_flag_values(value) for details]')
        return enumeration


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    return '|'.join([name if name[0].isdigit() else f'{module}.{name}'
                     for name in self._name_.split('|')])


def global_str(self):
    return self.__class__.__name__ + f'({self._value_!r})' if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Shows members as names of their module, and puts them there."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Makes an enum of an ordinary class, which the names of the members are the names of."""
    def convert(cls):
        metacls = type(etype)
        namespace = metacls.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__'):
                namespace[name] = value
        return metacls.__new__(metacls, cls.__name__, (etype,), namespace, boundary=boundary)
    return convert


def _test_simple_enum(checked_enum, simple_enum):
    """Raises TypeError where two enums differ in their members or methods."""
    failed = []
    for name in sorted(set(checked_enum._member_map_) | set(simple_enum._member_map_)):
        if name not in simple_enum._member_map_:
            failed.append(f'missing member: {name!r}')
        elif name not in checked_enum._member_map_:
            failed.append(f'extra member: {name!r}')
        else:
            checked, simple = checked_enum._member_map_[name], simple_enum._member_map_[name]
            if checked._name_ != simple._name_ or checked._value_ != simple._value_:
                failed.append(f'{name!r}: {checked!r} is not {simple!r}')
    for name in sorted(set(checked_enum.__dict__) ^ set(simple_enum.__dict__)):
        if not name.startswith('_'):
            failed.append(f'{name!r} is in one of them only')
    if failed:
        raise TypeError('enum mismatch:\n   ' + '\n   '.join(failed))
