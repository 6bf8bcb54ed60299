"""Builtins written in Python: what needs a frame, a file or an iterator of the program's own."""

import _heddle
import _vm
import builtins

_special = _vm.special
_write = _vm.write
_missing = object()
_sys = None
_out = None


def _sys_module():
    global _sys, _out
    import sys
    _sys = sys
    _out = sys.__stdout__
    return sys


def print(*args, sep=' ', end='\n', file=None, flush=False):
    if file is None:
        file = (_sys or _sys_module()).stdout
        if file is None:
            return
    if sep is None:
        sep = ' '
    elif not isinstance(sep, str):
        raise TypeError(f'sep must be None or a string, not {type(sep).__name__}')
    if end is None:
        end = '\n'
    elif not isinstance(end, str):
        raise TypeError(f'end must be None or a string, not {type(end).__name__}')
    if file is _out or type(file).__module__ == '_io':
        # In one piece: a line stays whole, whoever else prints.
        if len(args) == 1:
            x = args[0]
            text = (x if type(x) is str else str(x)) + end
        else:
            text = sep.join([x if type(x) is str else str(x) for x in args]) + end
        file.write(text)
    else:
        _print_pieces(args, sep, end, file)
    if flush:
        file.flush()


def _print_pieces(args, sep, end, file):
    first = True
    for x in args:
        if not first:
            file.write(sep)
        file.write(str(x))
        first = False
    file.write(end)


def input(prompt='', /):
    sys = _sys or _sys_module()
    if sys.stdin is None:
        raise RuntimeError('input(): lost sys.stdin')
    if sys.stdout is None:
        raise RuntimeError('input(): lost sys.stdout')
    _flush(sys.stderr)
    if prompt != '' or isinstance(prompt, str):
        sys.stdout.write(str(prompt))
    _flush(sys.stdout)
    line = sys.stdin.readline()
    if not isinstance(line, str):
        raise TypeError('object.readline() returned non-string')
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line[-1] == '\n' else line


def _flush(file):
    try:
        file.flush()
    except Exception:
        pass  # what stands for a file need not have it


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    import io
    return io.open(file, mode, buffering, encoding, errors, newline, closefd, opener)


# ---- code

def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *,
            _feature_version=-1):
    if isinstance(source, memoryview):
        source = bytes(source)
    if type(flags) is not int or type(optimize) is not int:
        import operator
        flags, optimize = operator.index(flags), operator.index(optimize)
    if flags & ~_known_flags:
        raise ValueError('compile(): unrecognised flags')
    if not -1 <= optimize <= 2:
        raise ValueError('compile(): invalid optimize value')
    if mode != 'exec' and mode != 'eval' and mode != 'single':
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if flags & 0x400:
        import ast
        return ast._parse(source, filename, mode)
    if not isinstance(source, (str, bytes, bytearray)):
        if type(source).__module__ == 'ast':
            import ast
            source = ast.unparse(source)
        else:
            raise TypeError('compile() arg 1 must be a string, bytes or AST object')
    if not dont_inherit:
        flags |= _vm.frame(1)[0].co_flags & _future_flags
    # Whether its names will live in a mapping of their own is only known when it is run.
    return _vm.compile(source, _path_text(filename), mode, True, flags, max(optimize, 0))


_future_flags = 0x1fe0000
# Those, CO_NESTED and the PyCF_ flags.
_known_flags = _future_flags | 0x10 | 0xf600


def _path_text(path):
    if isinstance(path, str):
        return path
    import os
    return os.fsdecode(path)


_code_type = _heddle.builtin_type('code')


def _scopes(name, globals, locals):
    if name == 'eval':
        if globals is not None and not isinstance(globals, dict):
            mapping = hasattr(globals, '__getitem__')
            raise TypeError('globals must be a real dict; try eval(code, {}, mapping)' if mapping
                            else 'globals must be a dict')
        if locals is not None and not hasattr(locals, '__getitem__'):
            raise TypeError('locals must be a mapping')
    if globals is not None and not isinstance(globals, dict):
        raise TypeError(f'{name}() globals must be a dict, not {type(globals).__name__}')
    if locals is not None and not hasattr(locals, '__getitem__'):
        raise TypeError(f'{name}() locals must be a mapping or None, not {type(locals).__name__}')
    if globals is None:
        frame = _vm.frame(2)
        globals = frame[1]
        if locals is None:
            locals = frame[2]
    elif locals is None:
        locals = globals
    if '__builtins__' not in globals:
        globals['__builtins__'] = builtins
    return globals, locals


def exec(source, /, globals=None, locals=None, *, closure=None):
    globals, locals = _scopes('exec', globals, locals)
    if isinstance(source, _code_type):
        if source.co_freevars and closure is None:
            raise TypeError('code object passed to exec() may not contain free variables')
        code = source
    elif isinstance(source, (str, bytes, bytearray, memoryview)):
        if not isinstance(source, str):
            source = bytes(source)
        if locals is globals:
            _vm.execute(_vm.compile(source, '<string>', 'exec', False), globals, None, closure)
            return
        code = _vm.compile(source, '<string>', 'exec', True)
    else:
        raise TypeError('exec() arg 1 must be a string, bytes or code object')
    _vm.execute(code, globals, locals, closure)


def eval(source, /, globals=None, locals=None):
    globals, locals = _scopes('eval', globals, locals)
    if isinstance(source, _code_type):
        if source.co_freevars:
            raise TypeError('code object passed to eval() may not contain free variables')
        code = source
    elif isinstance(source, (str, bytes, bytearray, memoryview)):
        if not isinstance(source, str):
            source = bytes(source)
        source = source.lstrip(' \t' if isinstance(source, str) else b' \t')
        if locals is globals:
            return _vm.execute(_vm.compile(source, '<string>', 'eval', False), globals, None, None)
        code = _vm.compile(source, '<string>', 'eval', True)
    else:
        raise TypeError('eval() arg 1 must be a string, bytes or code object')
    return _vm.execute(code, globals, locals, None)


def globals():
    return _vm.frame_globals(1)


def locals():
    return _vm.frame(1)[2]


def vars(object=_missing, /):
    if object is _missing:
        return _vm.frame(1)[2]
    try:
        return object.__dict__
    except AttributeError:
        raise TypeError('vars() argument must have __dict__ attribute') from None


def dir(object=_missing, /):
    if object is _missing:
        names = _vm.frame(1)[2]
        return sorted(names if type(names) is dict else names.keys())
    method = _special(object, '__dir__')
    if method is None:
        raise TypeError('object does not provide __dir__')
    return sorted(method())


# ---- iterators

def aiter(async_iterable, /):
    method = _special(async_iterable, '__aiter__')
    if method is None:
        raise TypeError(f"'{type(async_iterable).__name__}' object is not an async iterable")
    iterator = method()
    if _special(iterator, '__anext__') is None:
        raise TypeError(f"aiter() returned not an async iterator of type "
                        f"'{type(iterator).__name__}'")
    return iterator


def anext(async_iterator, default=_missing, /):
    method = _special(async_iterator, '__anext__')
    if method is None:
        raise TypeError(f"'{type(async_iterator).__name__}' object is not an async iterator")
    if default is _missing:
        return method()
    return _anext_or(method(), default)


async def _anext_or(step, default):
    try:
        return await step
    except StopAsyncIteration:
        return default


# ---- exception groups

def _group_matcher(condition):
    if isinstance(condition, type):
        if not issubclass(condition, BaseException):
            raise TypeError('expected an exception type, a tuple of exception types, or a callable '
                            '(other than a class)')
        return lambda e: isinstance(e, condition)
    if isinstance(condition, tuple):
        for t in condition:
            if not isinstance(t, type) or not issubclass(t, BaseException):
                raise TypeError('expected an exception type, a tuple of exception types, or a '
                                'callable (other than a class)')
        return lambda e: isinstance(e, condition)
    if callable(condition):
        return condition
    raise TypeError('expected an exception type, a tuple of exception types, or a callable '
                    '(other than a class)')


def _group_part(group, members):
    if not members:
        return None
    part = group.derive(members)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    if group.__cause__ is not None or group.__suppress_context__:
        part.__cause__ = group.__cause__
        part.__suppress_context__ = group.__suppress_context__
    notes = getattr(group, '__notes__', None)
    if isinstance(notes, (list, tuple)):
        part.__notes__ = list(notes)
    return part


def _group_split(group, matches):
    if matches(group):
        return group, None
    yes, no = [], []
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            a, b = _group_split(e, matches)
            if a is not None:
                yes.append(a)
            if b is not None:
                no.append(b)
        elif matches(e):
            yes.append(e)
        else:
            no.append(e)
    return _group_part(group, yes), _group_part(group, no)


def _split(self, condition, /):
    return _group_split(self, _group_matcher(condition))


def _subgroup(self, condition, /):
    return _group_split(self, _group_matcher(condition))[0]


def _derive(self, excs, /):
    return BaseExceptionGroup(self.message, excs)


def _group_repr(self):
    return f'{type(self).__name__}({self.args[0]!r}, {self.args[1]!r})'


for _name, _function in (('split', _split), ('subgroup', _subgroup), ('derive', _derive)):
    _function.__name__ = _name
    _function.__qualname__ = 'BaseExceptionGroup.' + _name
    _heddle.type_set_builtin(BaseExceptionGroup, _name, _function)
_heddle.type_set_builtin(BaseExceptionGroup, '__class_getitem__',
                         classmethod(lambda cls, item: builtins.__import__('types').GenericAlias(cls, item)))


# ---- for the interactive user

class _Quitter:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f'Use {self._name}() or Ctrl-D (i.e. EOF) to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


class _Printer:
    def __init__(self, name, text):
        self._name = name
        self._text = text

    def __repr__(self):
        return self._text

    def __call__(self):
        print(self._text)


class _Helper:
    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    def __call__(self, *args):
        if not args:
            print(repr(self))
            return
        doc = getattr(args[0], '__doc__', None)
        name = getattr(args[0], '__name__', type(args[0]).__name__)
        print(f'Help on {name}:\n')
        print(doc if doc else 'No documentation.')


def breakpoint(*args, **kws):
    (_sys or _sys_module()).breakpointhook(*args, **kws)


for _function in (print, input, open, compile, exec, eval, globals, locals, vars, dir, aiter, anext, breakpoint):
    setattr(builtins, _function.__name__, _heddle.builtin_function(_function, 'builtins'))
builtins.exit = _Quitter('exit')
builtins.quit = _Quitter('quit')
builtins.help = _Helper()
builtins.copyright = _Printer('copyright', 'Heddle runs concurrent Python programs.')
builtins.credits = _Printer('credits', 'Heddle runs concurrent Python programs.')
builtins.license = _Printer('license', 'See the file LICENSE of Heddle.')
