"""What objects are, and what functions take."""

import _heddle
import sys
import types
from collections import OrderedDict, namedtuple
from enum import IntEnum

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE = 16, 32, 128, 256
CO_ASYNC_GENERATOR = 512


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def iscode(object):
    return isinstance(object, types.CodeType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return type(object).__name__ == 'frame'


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return (isinstance(object, types.CoroutineType)
            or isinstance(object, types.GeneratorType)
            and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
            or hasattr(type(object), '__await__'))


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') \
        and not hasattr(kind, '__delete__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def isgetsetdescriptor(object):
    return type(object).__name__ == 'getset_descriptor'


def ismemberdescriptor(object):
    return type(object).__name__ == 'member_descriptor'


def ismethodwrapper(object):
    return type(object).__name__ == 'method-wrapper'


def _function_of(object):
    import functools
    while True:
        if ismethod(object):
            object = object.__func__
        elif isinstance(object, functools.partial):
            object = object.func
        else:
            return object


def _has_flag(object, flag):
    object = _function_of(object)
    code = getattr(object, '__code__', None)
    return isfunction(object) and code is not None and bool(code.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or getattr(obj, '_is_coroutine_mark', None) is _mark


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_mark = object()


def markcoroutinefunction(func):
    getattr(func, '__func__', func)._is_coroutine_mark = _mark
    return func


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def getmembers(object, predicate=None):
    """(name, value) pairs, sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    results = []
    for name in sorted(set(dir(object))):
        try:
            value = get(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    return results


_sentinel = object()
_object = object


def getattr_static(obj, attr, default=_sentinel):
    """The attribute without running properties or __getattr__."""
    classes = obj.__mro__ if isinstance(obj, type) else type(obj).__mro__
    if not isinstance(obj, type):
        try:
            own = object.__getattribute__(obj, '__dict__')
        except AttributeError:
            own = {}
        if attr in own:
            for cls in classes:
                if attr in cls.__dict__ and isdatadescriptor(cls.__dict__[attr]):
                    return cls.__dict__[attr]
            return own[attr]
    for cls in classes:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if isinstance(obj, type):
        for cls in type(obj).__mro__:
            if attr in cls.__dict__:
                return cls.__dict__[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    """What decorators have wrapped."""
    seen = {id(func)}
    first = func
    while not isinstance(func, type) and hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.add(id(func))
    return func


def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split('\n')
    margin = None
    for line in lines[1:]:
        content = line.lstrip(' ')
        if content:
            indent = len(line) - len(content)
            margin = indent if margin is None else min(margin, indent)
    lines[0] = lines[0].lstrip(' ')
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """The docstring, of a method that has none that of the one it overrides."""
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(obj):
    if isclass(obj):
        for base in obj.__mro__[1:]:
            if base is not _object and base.__doc__:
                return base.__doc__
        return None
    name = getattr(obj, '__name__', None)
    if ismethod(obj):
        cls = obj.__self__ if isclass(obj.__self__) else type(obj.__self__)
    elif isinstance(obj, property):
        name = obj.fget.__name__
        cls = _class_of(obj.fget)
    elif isfunction(obj):
        cls = _class_of(obj)
    else:
        cls = getattr(obj, '__objclass__', None)
    for base in getattr(cls, '__mro__', ()):
        doc = getattr(base.__dict__.get(name), '__doc__', None)
        if doc is not None:
            return doc
    return None


def _class_of(function):
    """The class whose body a function was defined in."""
    cls = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        cls = getattr(cls, name, None)
    return cls if isclass(cls) else None


def getfile(object):
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError(f'{object!r} is a built-in class')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was '
                    f'expected, got {type(object).__name__}')


def getabsfile(object, _filename=None):
    import os
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getsourcefile(object):
    """The file with an object's source, or None."""
    import linecache
    import os
    name = getfile(object)
    if os.path.exists(name) or name in linecache.cache or linecache.getlines(name):
        return name
    return None


def getmodulename(path):
    name = path.rpartition('/')[2]
    return name.removesuffix('.py') if name.endswith('.py') else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        name = _filename or getfile(object)
    except TypeError:
        return None
    for module in list(sys.modules.values()):
        if getattr(module, '__file__', None) == name:
            return module
    return None


def findsource(object):
    """(all lines of the file, index of the first one of the object)"""
    import linecache
    name = getsourcefile(object)
    if name is None:
        name = getfile(object)
    linecache.checkcache(name)
    lines = linecache.getlines(name)
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        first = vars(object).get('__firstlineno__')
        if first is None or first > len(lines):
            raise OSError('could not find class definition')
        return lines, first - 1
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if not iscode(object):
        raise OSError('could not find code object')
    if object.co_firstlineno > len(lines):
        raise OSError('lineno is out of bounds')
    return lines, max(object.co_firstlineno - 1, 0)


def getsourcelines(object):
    """(lines, number of the first one)"""
    object = unwrap(object)
    lines, first = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[first:]), first + 1


def getblock(lines):
    """The lines of the definition that they begin with."""
    return _block(lines, 0)


def getcomments(object):
    """The lines of comments above an object's source, or None."""
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == '#':
            end += 1
        found = lines[start:end]
    else:
        indent = indentsize(lines[first])
        start = first
        while start > 0 and lines[start - 1].lstrip()[:1] == '#' \
                and indentsize(lines[start - 1]) == indent:
            start -= 1
        found = [line.expandtabs().lstrip() for line in lines[start:first]]
        while found and found[0].strip() == '#':
            del found[0]
        while found and found[-1].strip() == '#':
            del found[-1]
    return ''.join([line.expandtabs() for line in found]) or None


def indentsize(line):
    text = line.expandtabs()
    return len(text) - len(text.lstrip())


def _block(lines, start):
    """The lines of the definition that begins there: all that are indented more."""
    head = lines[start]
    if not head.lstrip().startswith(('def ', 'class ', 'async ', '@')):
        # A lambda, or a generator expression: the lines of its brackets.
        depth = 0
        for end in range(start, len(lines)):
            line = lines[end]
            depth += sum([line.count(c) for c in '([{']) - sum([line.count(c) for c in ')]}'])
            if depth <= 0:
                break
        return lines[start:end + 1]
    indent = len(head) - len(head.lstrip())
    end = start
    opened = False
    depth = 0
    while end < len(lines):
        line = lines[end]
        text = line.strip()
        if opened and text and not depth and len(line) - len(line.lstrip()) <= indent:
            break
        depth += sum([text.count(c) for c in '([{']) - sum([text.count(c) for c in ')]}'])
        if not opened and text.startswith(('def ', 'class ', 'async ')):
            opened = True
        end += 1
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def currentframe():
    return sys._getframe(1)


class Traceback(namedtuple('Traceback', 'filename lineno function code_context index')):
    """Where a frame is."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made


class FrameInfo(namedtuple('FrameInfo', 'frame filename lineno function code_context index')):
    """A frame, and where it is."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made


def getframeinfo(frame, context=1):
    """Where a frame or traceback is, with `context` lines of source around it."""
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    if not isframe(frame):
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    lines = index = None
    if context > 0:
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    code = frame.f_code
    return Traceback(getsourcefile(frame) or getfile(frame), lineno, code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    """The frame and its callers."""
    frames = []
    while frame:
        frames.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return frames


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    frames = []
    while tb:
        frames.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return frames


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between the handler and where the exception that it handles was raised."""
    exc = sys.exception()
    return getinnerframes(None if exc is None else exc.__traceback__, context)


Arguments = namedtuple('Arguments', 'args, varargs, varkw')


def getargs(co):
    """The names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    rest = count
    if co.co_flags & CO_VARARGS:
        varargs = names[rest]
        rest += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[rest]
    return Arguments(list(names[:count]), varargs, varkw)


def getargvalues(frame):
    """What a frame was called with."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: '*' + name, formatvarkw=lambda name: '**' + name,
                    formatvalue=lambda value: '=' + repr(value)):
    """What getargvalues() returns, as a call is written."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(shown) + ')'


def getclasstree(classes, unique=False):
    """The classes in lists of lists: behind each class those derived from it."""
    children = {}
    roots = []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                below = children.setdefault(parent, [])
                if c not in below:
                    below.append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    results = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """An Attribute for each name in dir(cls): what kind it is and which class defines it."""
    mro = getmro(cls)
    # With what only the metaclass has.
    classes = mro + tuple([each for each in getmro(type(cls)) if each not in (type, _object)])
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    found = []
    seen = set()
    for name in names:
        if name in seen:
            continue
        seen.add(name)
        home = got = None
        plain = _sentinel
        if name != '__dict__':
            try:
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(got, '__objclass__', None)
                if home not in classes:
                    home = None
                    for each in classes:
                        if name in each.__dict__ and (
                                getattr(each, name, _sentinel) is got or each in mro):
                            home = each
                            break
        for base in mro:
            if name in base.__dict__:
                plain = base.__dict__[name]
                if home is None or home not in mro:
                    home = base
                break
        if home is None:
            continue
        value = plain if plain is not _sentinel else got
        if isinstance(plain, (staticmethod, types.BuiltinMethodType)):
            kind, value = 'static method', plain
        elif isinstance(plain, (classmethod, types.ClassMethodDescriptorType)):
            kind, value = 'class method', plain
        elif isinstance(plain, property):
            kind, value = 'property', plain
        elif isroutine(value):
            kind = 'method'
        else:
            kind = 'data'
        found.append(Attribute(name, kind, home, value))
    return found


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, '
                                        'kwonlydefaults, annotations')

GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING = 'AGEN_CREATED', 'AGEN_RUNNING'
AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def _state_of(x, prefix, running, suspended, created, closed):
    if getattr(x, prefix + 'running'):
        return running
    if getattr(x, prefix + 'suspended'):
        return suspended
    return closed if getattr(x, prefix + 'frame') is None else created


def getgeneratorstate(generator):
    return _state_of(generator, 'gi_', GEN_RUNNING, GEN_SUSPENDED, GEN_CREATED, GEN_CLOSED)


def getcoroutinestate(coroutine):
    return _state_of(coroutine, 'cr_', CORO_RUNNING, CORO_SUSPENDED, CORO_CREATED, CORO_CLOSED)


def getasyncgenstate(agen):
    return _state_of(agen, 'ag_', AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CREATED, AGEN_CLOSED)


def _locals_of(frame):
    return {} if frame is None else dict(frame.f_locals)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    return _locals_of(generator.gi_frame)


def getcoroutinelocals(coroutine):
    return _locals_of(coroutine.cr_frame)


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f'{agen!r} is not a Python async generator')
    return _locals_of(agen.ag_frame)


# ---- signatures

class _empty:
    """No default or annotation."""


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                'variadic keyword')[self]


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = \
    _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    """One parameter of a function."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_sentinel, kind=_sentinel, annotation=_sentinel, default=_sentinel):
        return type(self)(self._name if name is _sentinel else name,
                          self._kind if kind is _sentinel else kind,
                          default=self._default if default is _sentinel else default,
                          annotation=self._annotation if annotation is _sentinel else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f'{text}: {formatannotation(self._annotation)}'
        if self._default is not _empty:
            equals = ' = ' if self._annotation is not _empty else '='
            text = f'{text}{equals}{self._default!r}'
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        if self._kind == _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind
                and self._default == other._default and self._annotation == other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    """Which argument goes to which parameter."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        arguments = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                arguments.append((name, self.arguments[name]))
            elif param.default is not _empty:
                arguments.append((name, param.default))
            elif param.kind == _VAR_POSITIONAL:
                arguments.append((name, ()))
            elif param.kind == _VAR_KEYWORD:
                arguments.append((name, {}))
        self.arguments = dict(arguments)

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        parts = ', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])
        return f'<{self.__class__.__name__} ({parts})>'


class Signature:
    """The parameters of a function and what it returns."""

    __slots__ = ('_return_annotation', '_parameters')

    empty = _empty
    _parameter_cls = Parameter

    def __init__(self, parameters=None, *, return_annotation=_empty):
        made = OrderedDict()
        last = None
        seen_default = False
        for param in parameters or ():
            kind = param.kind
            if last is not None and kind < last:
                raise ValueError(f'wrong parameter order: {last.description} parameter before '
                                 f'{kind.description} parameter')
            last = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError('non-default argument follows default argument')
            if param.name in made:
                raise ValueError(f'duplicate parameter name: {param.name!r}')
            made[param.name] = param
        self._parameters = types.MappingProxyType(made)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, cls, follow_wrapped, eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_sentinel, return_annotation=_sentinel):
        if parameters is _sentinel:
            parameters = self._parameters.values()
        if return_annotation is _sentinel:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    __replace__ = replace

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (dict(self._parameters) == dict(other._parameters)
                and self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        params = list(self._parameters.values())
        kwargs = dict(kwargs)
        positional = list(args)
        rest_name = None
        pending = []
        for param in params:
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = tuple(positional)
                if not positional:
                    del arguments[param.name]
                positional = []
            elif param.kind == _VAR_KEYWORD:
                rest_name = param.name
            elif param.kind == _KEYWORD_ONLY:
                pending.append(param)
            elif positional:
                if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {param.name!r}')
                arguments[param.name] = positional.pop(0)
            else:
                pending.append(param)
        if positional:
            raise TypeError('too many positional arguments')
        for param in pending:
            if param.kind == _POSITIONAL_ONLY:
                if param.name in kwargs and rest_name is None:
                    if param.default is _empty:
                        raise TypeError(f'{param.name!r} parameter is positional only, but was '
                                        'passed as a keyword')
                if param.default is _empty and not partial:
                    raise TypeError(f'missing a required argument: {param.name!r}')
                continue
            if param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif param.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {param.name!r}')
        if kwargs:
            if rest_name is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[rest_name] = kwargs
        ordered = {param.name: arguments[param.name] for param in params
                   if param.name in arguments}
        return BoundArguments(self, ordered)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        parts = []
        slash = False
        star = True
        for param in self._parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append('/')
                slash = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                parts.append('*')
                star = False
            parts.append(str(param))
        if slash:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text


def _without_first(signature):
    params = list(signature.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind != _VAR_POSITIONAL:
        params = params[1:]
    return signature.replace(parameters=params)


def _of_function(func, cls, eval_str):
    code = func.__code__
    positional = code.co_argcount
    names = code.co_varnames
    only = code.co_posonlyargcount
    keyword = code.co_kwonlyargcount
    annotations = get_annotations(func, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    params = []
    first_default = positional - len(defaults)
    for i in range(positional):
        name = names[i]
        params.append(Parameter(
            name, _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD,
            annotation=annotations.get(name, _empty),
            default=defaults[i - first_default] if i >= first_default else _empty))
    index = positional + keyword
    if code.co_flags & CO_VARARGS:
        params.append(Parameter(names[index], _VAR_POSITIONAL,
                                annotation=annotations.get(names[index], _empty)))
        index += 1
    for name in names[positional:positional + keyword]:
        params.append(Parameter(name, _KEYWORD_ONLY, annotation=annotations.get(name, _empty),
                                default=kwdefaults.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(Parameter(names[index], _VAR_KEYWORD,
                                annotation=annotations.get(names[index], _empty)))
    return cls(params, return_annotation=annotations.get('return', _empty))


def _of_partial(obj, cls, follow, eval_str):
    signature = _signature(obj.func, cls, follow, eval_str)
    try:
        bound = signature.bind_partial(*obj.args, **obj.keywords)
    except TypeError:
        raise ValueError(f'partial object {obj!r} has incorrect arguments') from None
    params = []
    keyword_only = False
    for name, param in signature.parameters.items():
        if name not in bound.arguments:
            if keyword_only and param.kind == _POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=_KEYWORD_ONLY)
            if not (keyword_only and param.kind == _VAR_POSITIONAL):
                params.append(param)
            continue
        value = bound.arguments[name]
        if param.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            params.append(param)
        elif name in obj.keywords and param.kind != _POSITIONAL_ONLY:
            keyword_only = keyword_only or param.kind == _POSITIONAL_OR_KEYWORD
            params.append(param.replace(kind=_KEYWORD_ONLY, default=value))
    return cls(params, return_annotation=signature.return_annotation)


def _signature(obj, cls, follow, eval_str=False):
    import functools
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, cls, follow, eval_str))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return _signature(obj, cls, follow, eval_str)
    own = getattr(obj, '__signature__', None)
    if own is not None:
        return own
    if isfunction(obj):
        return _of_function(obj, cls, eval_str)
    behind = _heddle.function_behind(obj)
    if behind is not None:
        return _of_function(behind, cls, eval_str)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, cls, follow, eval_str)
    if isclass(obj):
        meta = type(obj)
        if meta is not type and isfunction(meta.__dict__.get('__call__')):
            return _without_first(_signature(meta.__call__, cls, follow, eval_str))
        for base in obj.__mro__:
            for name in ('__new__', '__init__'):
                method = base.__dict__.get(name)
                method = getattr(method, '__func__', method)
                if isfunction(method):
                    return _without_first(_signature(method, cls, follow, eval_str))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls()
        raise ValueError(f'no signature found for builtin type {obj!r}')
    if not isbuiltin(obj):
        call = getattr(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(_signature(call, cls, follow, eval_str))
    raise ValueError(f'no signature found for builtin {obj!r}')


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of what can be called."""
    return _signature(obj, Signature, follow_wrapped, eval_str)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A copy of the annotations."""
    if isclass(obj):
        found = obj.__dict__.get('__annotations__')
        scope = getattr(sys.modules.get(obj.__module__), '__dict__', {})
        inner = dict(obj.__dict__)
    elif ismodule(obj):
        found = getattr(obj, '__annotations__', None)
        scope, inner = obj.__dict__, None
    elif callable(obj):
        found = getattr(obj, '__annotations__', None)
        scope, inner = getattr(unwrap(obj), '__globals__', {}), None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    scope = scope if globals is None else globals
    inner = inner if locals is None else locals
    return {name: eval(value, scope, inner) if isinstance(value, str) else value
            for name, value in found.items()}


def getfullargspec(func):
    """The parameters in the form of old."""
    try:
        signature = _signature(func, Signature, False)
    except Exception as e:
        raise TypeError('unsupported callable') from e
    args, kwonly, defaults = [], [], []
    varargs = varkw = None
    kwdefaults, annotations = {}, {}
    if signature.return_annotation is not _empty:
        annotations['return'] = signature.return_annotation
    if ismethod(func):
        args.append(func.__func__.__code__.co_varnames[0])
    for name, param in signature.parameters.items():
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if param.default is not _empty:
                defaults.append(param.default)
        elif param.kind == _VAR_POSITIONAL:
            varargs = name
        elif param.kind == _KEYWORD_ONLY:
            kwonly.append(name)
            if param.default is not _empty:
                kwdefaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not _empty:
            annotations[name] = param.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None,
                       annotations)


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    nonlocals = {} if func.__closure__ is None else {
        name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    import builtins
    found, builtin, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            builtin[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, builtin, unbound)
