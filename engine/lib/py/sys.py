"""Access to what the interpreter uses or maintains."""

import _frame
import _heddle
import _thread
import _vm
from _frame import _getframe

_options = _vm.options()

argv = _options['argv']
orig_argv = ['heddle', *argv]
path = []
from _builtins import _modules as modules

version = '3.13.0 (heddle) [Heddle]'
hexversion = 0x030d00f0
api_version = 1013
copyright = 'Heddle runs concurrent Python programs.'
platform = 'linux'
byteorder = 'little'
maxsize = 9223372036854775807
maxunicode = 0x10ffff
executable = 'heddle'
_base_executable = executable
prefix = exec_prefix = base_prefix = base_exec_prefix = '/usr'
platlibdir = 'lib'
float_repr_style = 'short'
dont_write_bytecode = True
pycache_prefix = None
warnoptions = []
_xoptions = {}
meta_path = []
path_hooks = []
path_importer_cache = {}
abiflags = ''
ps1 = '>>> '
ps2 = '... '
builtin_module_names = ('_builtins', '_fallbacks', '_frame', '_heddle', '_posix', '_prelude', '_thread',
                        '_time', '_vm', 'builtins', 'sys', 'time')


class _Fields(tuple):
    """A tuple whose items also have names."""

    __slots__ = ()
    _names = ()
    _shown = ''

    def __getattr__(self, name):
        names = self._names
        if name in names:
            return self[names.index(name)]
        raise AttributeError(f"'{self._shown}' object has no attribute '{name}'")

    def __repr__(self):
        return f'{self._shown}(' + ', '.join(
            [f'{name}={value!r}' for name, value in zip(self._names, self)]) + ')'


def _fields(shown, **values):
    kind = type(shown, (_Fields,), {'_names': tuple(values), '_shown': f'sys.{shown}',
                                    '__slots__': (), '__module__': 'sys'})
    return kind(values.values())


version_info = _fields('version_info', major=3, minor=13, micro=0, releaselevel='final', serial=0)
float_info = _fields('float_info', max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
                     min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15,
                     mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _fields('int_info', bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                   str_digits_check_threshold=640)
hash_info = _fields('hash_info', width=64, modulus=(1 << 61) - 1, inf=314159, nan=0,
                    imag=1000003, algorithm='siphash13', hash_bits=64, seed_bits=128, cutoff=0)
thread_info = _fields('thread_info', name='pthread', lock='semaphore', version=None)
flags = _fields('flags', debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0,
                no_user_site=0, no_site=0, ignore_environment=0, verbose=0, bytes_warning=0,
                quiet=0, hash_randomization=1, isolated=0, dev_mode=False, utf8_mode=0,
                warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)


class _Namespace:
    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return 'namespace(' + ', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()]) + ')'


implementation = _Namespace(name='heddle', cache_tag=None, version=version_info,
                            hexversion=hexversion)


# ---- standard streams

class _Output:
    """stdout or stderr: text goes to the host in the pieces in which it is written."""

    encoding = 'utf-8'
    newlines = None
    closed = False
    line_buffering = True
    write_through = False
    mode = 'w'

    def __init__(self, fd, name, errors):
        self._fd = fd
        self.name = name
        self.errors = errors
        self._buffer = None

    def write(self, text, /):
        if type(text) is not str and not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        error = _vm.write(self._fd, text)
        if error:
            _raise_write_error(error)
        return len(text)

    def writelines(self, lines, /):
        self.write(''.join(list(lines)))

    def flush(self):
        # Nothing more to write: the host completes what it holds back.
        error = _vm.write(self._fd, '')
        if error:
            _raise_write_error(error)

    def isatty(self):
        return _vm.is_terminal(self._fd)

    def fileno(self):
        return self._fd

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    def read(self, size=-1, /):
        import io
        raise io.UnsupportedOperation('not readable')

    readline = read

    def close(self):
        self.closed = True

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,
                    write_through=None):
        if errors is not None:
            self.errors = errors
        if line_buffering is not None:
            self.line_buffering = line_buffering

    @property
    def buffer(self):
        if self._buffer is None:
            import io
            self._buffer = io._StandardBytes(self._fd)
        return self._buffer

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.flush()

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"


_Output.__name__ = _Output.__qualname__ = 'TextIOWrapper'
_Output.__module__ = '_io'


def _raise_write_error(error):
    import os
    raise OSError(error, os.strerror(error))


class _Input:
    """stdin: read line by line, bytes decoded as they come."""

    encoding = 'utf-8'
    errors = 'strict'
    newlines = None
    closed = False
    line_buffering = False
    name = '<stdin>'
    mode = 'r'

    def __init__(self):
        self._data = b''
        self._at_end = False
        self._lock = _thread.allocate_lock()
        self._buffer = None

    def _more(self):
        if self._at_end:
            return False
        data = _vm.read(65536)
        if not data:
            self._at_end = not _vm.is_terminal(0)
            return False
        self._data += data
        return True

    def _read_line(self, limit=-1):
        with self._lock:
            while True:
                i = self._data.find(b'\n')
                if i >= 0 or not self._more():
                    break
            end = i + 1 if i >= 0 else len(self._data)
            if 0 <= limit < end:
                end = limit
            line = self._data[:end]
            self._data = self._data[end:]
            return line

    def _read_bytes(self, size=-1):
        with self._lock:
            while (size < 0 or len(self._data) < size) and self._more():
                pass
            end = len(self._data) if size < 0 else min(size, len(self._data))
            data = self._data[:end]
            self._data = self._data[end:]
            return data

    def readline(self, size=-1, /):
        if size is not None and size >= 0:
            text = self._read_line().decode('utf-8', self.errors)
            self._data = text[size:].encode('utf-8') + self._data
            return text[:size]
        text = self._read_line().decode('utf-8', self.errors)
        return text[:-2] + '\n' if text.endswith('\r\n') else text

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self._read_bytes().decode('utf-8', self.errors).replace('\r\n', '\n')
        text = ''
        while len(text) < size:
            line = self._read_line().decode('utf-8', self.errors)
            if not line:
                break
            text += line
        self._data = text[size:].encode('utf-8') + self._data
        return text[:size]

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    @property
    def buffer(self):
        if self._buffer is None:
            import io
            self._buffer = io._StandardInput(self)
        return self._buffer

    def write(self, text, /):
        import io
        raise io.UnsupportedOperation('not writable')

    def flush(self):
        pass

    def isatty(self):
        return _vm.is_terminal(0)

    def fileno(self):
        return 0

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return False

    def close(self):
        self.closed = True

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,
                    write_through=None):
        if errors is not None:
            self.errors = errors

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"


_Input.__name__ = _Input.__qualname__ = 'TextIOWrapper'
_Input.__module__ = '_io'

stdin = __stdin__ = _Input()
stdout = __stdout__ = _Output(1, '<stdout>', 'strict')
stderr = __stderr__ = _Output(2, '<stderr>', 'backslashreplace')


# ---- exceptions, frames

def exc_info():
    e = _vm.handled()
    if e is None:
        return None, None, None
    return type(e), e, e.__traceback__


def exception():
    return _vm.handled()


def exit(status=None, /):
    if status is None:
        raise SystemExit
    raise SystemExit(status)


def excepthook(exctype, value, traceback, /):
    import traceback as module
    module._print_uncaught(value, traceback)


__excepthook__ = excepthook


class _Unraisable:
    def __init__(self, exc_type, exc_value, exc_traceback, err_msg, object):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.err_msg = err_msg
        self.object = object


def unraisablehook(unraisable, /):
    import traceback
    message = unraisable.err_msg or 'Exception ignored in'
    text = f'{message}: {unraisable.object!r}\n' if unraisable.object is not None else f'{message}:\n'
    text += ''.join(traceback.format_exception(unraisable.exc_type, unraisable.exc_value,
                                               unraisable.exc_traceback))
    if stderr is not None:
        stderr.write(text)


__unraisablehook__ = unraisablehook


def displayhook(value, /):
    import builtins
    if value is None:
        return
    builtins._ = None
    stdout.write(repr(value) + '\n')
    builtins._ = value


__displayhook__ = displayhook


def breakpointhook(*args, **kws):
    raise RuntimeError('Heddle has no debugger for breakpoint()')


__breakpointhook__ = breakpointhook


def _getframemodulename(depth=0):
    globals = _vm.frame_globals(depth + 1)
    return None if globals is None else globals.get('__name__')


def _current_frames():
    frames = _frame.current_frames()
    # This function is none of the program's.
    frames[_thread.get_ident()] = _getframe(1)
    return frames


# The frames of the library below the program's.
_OWN_FRAMES = 2
_vm.setrecursionlimit(1000 + _OWN_FRAMES)


def getrecursionlimit():
    return _vm.getrecursionlimit() - _OWN_FRAMES


def setrecursionlimit(limit, /):
    if type(limit) is not int:
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError('recursion limit must be greater or equal than 1')
    _vm.setrecursionlimit(limit + _OWN_FRAMES)


_interned = {}
_switch_interval = 0.005
_digits = 4300


def intern(string, /):
    if type(string) is not str:
        raise TypeError(f'intern() argument must be str, not {type(string).__name__}')
    return _interned.setdefault(string, string)


def _is_interned(string, /):
    return string in _interned


def setswitchinterval(interval, /):
    global _switch_interval
    if interval <= 0:
        raise ValueError('switch interval must be strictly positive')
    _switch_interval = float(interval)


def getswitchinterval():
    return _switch_interval


def get_int_max_str_digits():
    return _digits


def set_int_max_str_digits(maxdigits):
    global _digits
    if maxdigits != 0 and maxdigits < 640:
        raise ValueError('maxdigits must be 0 or larger than 640')
    _heddle.set_int_max_str_digits(maxdigits)
    _digits = maxdigits


def getsizeof(object, default=None, /):
    method = _vm.special(object, '__sizeof__')
    if method is not None:
        return method()
    if isinstance(object, (str, bytes, bytearray)):
        return 49 + len(object)
    if isinstance(object, int):
        return 28
    if isinstance(object, float):
        return 24
    if isinstance(object, (list, tuple)):
        return 56 + 8 * len(object)
    if isinstance(object, (dict, set, frozenset)):
        return 64 + 48 * len(object)
    return 48


def getrefcount(object, /):
    return 2


def getdefaultencoding():
    return 'utf-8'


def getfilesystemencoding():
    return 'utf-8'


def getfilesystemencodeerrors():
    return 'surrogateescape'


def gettrace():
    return None


def getprofile():
    return None


def settrace(function, /):
    if function is not None:
        raise NotImplementedError('Heddle does not trace Python code with sys.settrace()')


def setprofile(function, /):
    if function is not None:
        raise NotImplementedError('Heddle does not profile Python code with sys.setprofile()')


def _is_gil_enabled():
    return _options['gil']


def is_finalizing():
    return False


def getallocatedblocks():
    return 0


def call_tracing(function, args, /):
    return function(*args)


def audit(event, /, *args):
    pass


def addaudithook(hook, /):
    pass


def is_stack_trampoline_active():
    return False


def _clear_type_cache():
    pass


def _clear_internal_caches():
    pass


asyncgen_hooks = type('asyncgen_hooks', (_Fields,), {
    '_names': ('firstiter', 'finalizer'), '_shown': 'asyncgen_hooks', '__slots__': ()})


def get_asyncgen_hooks():
    return asyncgen_hooks(_vm.asyncgen_hooks())


def set_asyncgen_hooks(firstiter=..., finalizer=...):
    old_firstiter, old_finalizer = _vm.asyncgen_hooks()
    if firstiter is ...:
        firstiter = old_firstiter
    if finalizer is ...:
        finalizer = old_finalizer
    for name, hook in ('finalizer', finalizer), ('firstiter', firstiter):
        if hook is not None and not callable(hook):
            raise TypeError(f'callable {name} expected, got {type(hook).__name__}')
    _vm.set_asyncgen_hooks(firstiter, finalizer)


def get_coroutine_origin_tracking_depth():
    return _vm.origin_depth()


def set_coroutine_origin_tracking_depth(depth):
    from operator import index
    depth = index(depth)
    if depth < 0:
        raise ValueError('depth must be >= 0')
    _vm.set_origin_depth(depth)


def __getattr__(name):
    if name == 'stdlib_module_names':
        import _stdlib_names
        return _stdlib_names.names
    raise AttributeError(f"module 'sys' has no attribute '{name}'")
