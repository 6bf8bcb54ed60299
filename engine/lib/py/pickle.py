"""Objects as bytes and back: the protocols 0 to 5 (PEP 3154, PEP 574)."""

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump',
           'dumps', 'load', 'loads', 'PickleBuffer']

import builtins
import _heddle
import _pickler
import copyreg
import io
import struct
import sys
from copyreg import _extension_registry, _inverted_registry, _extension_cache, dispatch_table
from types import FunctionType

format_version = '5.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = bytes, bytearray


class PickleError(Exception):
    """What goes wrong here."""


class PicklingError(PickleError):
    """An object that cannot be pickled."""


class UnpicklingError(PickleError):
    """Bytes that are no pickle."""


for _class in (PickleError, PicklingError, UnpicklingError):
    _class.__module__ = '_pickle'
del _class


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


class PickleBuffer:
    """A buffer that may travel outside the pickle."""

    __slots__ = ('_view', '__weakref__')
    __module__ = 'pickle'

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'pickle.PickleBuffer' is not an acceptable base type")

    def __init__(self, object, /):
        self._view = memoryview(object)

    @property
    def _exported(self):
        return self._get()

    def _get(self):
        if self._view is None:
            raise ValueError('operation forbidden on released PickleBuffer object')
        return self._view

    def __buffer__(self, flags):
        view = self._get()
        if flags & 1 and view.readonly:
            raise BufferError('Object is not writable.')
        return memoryview(view)

    def raw(self):
        """The memory as a memoryview of bytes."""
        view = self._get()
        if not view.contiguous:
            raise BufferError('cannot extract raw buffer from non-contiguous buffer')
        if view.nbytes == 0 or not view.c_contiguous:
            return memoryview(view)
        return view.cast('B')

    def release(self):
        if self._view is not None:
            self._view.release()
            self._view = None


# The opcodes.
_opcodes = dict(
    MARK='(', STOP='.', POP='0', POP_MARK='1', DUP='2', FLOAT='F', INT='I', BININT='J',
    BININT1='K', LONG='L', BININT2='M', NONE='N', PERSID='P', BINPERSID='Q', REDUCE='R',
    STRING='S', BINSTRING='T', SHORT_BINSTRING='U', UNICODE='V', BINUNICODE='X', APPEND='a',
    BUILD='b', GLOBAL='c', DICT='d', EMPTY_DICT='}', APPENDS='e', GET='g', BINGET='h', INST='i',
    LONG_BINGET='j', LIST='l', EMPTY_LIST=']', OBJ='o', PUT='p', BINPUT='q', LONG_BINPUT='r',
    SETITEM='s', TUPLE='t', EMPTY_TUPLE=')', SETITEMS='u', BINFLOAT='G', PROTO='\x80',
    NEWOBJ='\x81', EXT1='\x82', EXT2='\x83', EXT4='\x84', TUPLE1='\x85', TUPLE2='\x86',
    TUPLE3='\x87', NEWTRUE='\x88', NEWFALSE='\x89', LONG1='\x8a', LONG4='\x8b', BINBYTES='B',
    SHORT_BINBYTES='C', SHORT_BINUNICODE='\x8c', BINUNICODE8='\x8d', BINBYTES8='\x8e',
    EMPTY_SET='\x8f', ADDITEMS='\x90', FROZENSET='\x91', NEWOBJ_EX='\x92', STACK_GLOBAL='\x93',
    MEMOIZE='\x94', FRAME='\x95', BYTEARRAY8='\x96', NEXT_BUFFER='\x97', READONLY_BUFFER='\x98')
_opcodes = {name: code.encode('latin-1') for name, code in _opcodes.items()}
globals().update(_opcodes)
__all__ += _opcodes
TRUE = b'I01\n'
FALSE = b'I00\n'
_tuples = (EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE3)
_BATCH = 1000
_FRAME_MIN = 4
_FRAME_TARGET = 64 * 1024

# Where Python 2 has the builtins that protocols up to 2 name.
_to_python2 = {
    'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', 'configparser':
    'ConfigParser', 'reprlib': 'repr', 'socketserver': 'SocketServer', 'tkinter': 'Tkinter',
    'html.parser': 'HTMLParser', 'http.cookiejar': 'cookielib', '_thread': 'thread'}
_from_python2 = {old: new for new, old in _to_python2.items()}
_from_python2['exceptions'] = 'builtins'
_names_to_python2 = {
    ('builtins', 'range'): ('__builtin__', 'xrange'),
    ('builtins', 'str'): ('__builtin__', 'unicode'),
    ('builtins', 'int'): ('__builtin__', 'long'),
    ('builtins', 'zip'): ('itertools', 'izip'), ('builtins', 'map'): ('itertools', 'imap'),
    ('builtins', 'filter'): ('itertools', 'ifilter'),
    ('functools', 'reduce'): ('__builtin__', 'reduce'),
    ('builtins', 'chr'): ('__builtin__', 'unichr'),
    ('collections', 'UserDict'): ('UserDict', 'IterableUserDict'),
    ('collections', 'UserList'): ('UserList', 'UserList'),
    ('collections', 'UserString'): ('UserString', 'UserString'),
    ('sys', 'intern'): ('__builtin__', 'intern')}
for _name, _class in vars(builtins).items():
    if isinstance(_class, type) and issubclass(_class, Exception):
        _old = 'OSError' if issubclass(_class, OSError) else _name
        _names_to_python2['builtins', _name] = 'exceptions', _old
_names_to_python2['builtins', 'ModuleNotFoundError'] = 'exceptions', 'ImportError'
del _names_to_python2['builtins', 'BlockingIOError']
del _name, _class, _old
_names_from_python2 = {old: new for new, old in _names_to_python2.items()}
for _name in ('ImportError', 'OSError'):
    _names_from_python2['exceptions', _name] = 'builtins', _name
del _name


def encode_long(x):
    """A number in as few bytes as it takes, little-endian with a sign; 0 is none."""
    if x == 0:
        return b''
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, 'little', signed=True)
    if x < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, 'little', signed=True)


def whichmodule(obj, name):
    """The module in which the object has this name."""
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    path = name.split('.')
    for module_name, module in sys.modules.copy().items():
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        try:
            if _attribute(module, path) is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


def _attribute(obj, path):
    for name in path:
        if name == '<locals>':
            raise AttributeError(f"Can't get local attribute {path!r} on {obj!r}")
        obj = getattr(obj, name)
    return obj


class _Pickler:
    """Writes objects to a binary file; in Python throughout, for those who override its parts."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if buffer_callback is not None and protocol < 5:
            raise ValueError('buffer_callback needs protocol >= 5')
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._buffer_callback = buffer_callback
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        if not hasattr(self, '_file_write'):
            raise PicklingError('Pickler.__init__() was not called by '
                                f'{type(self).__name__}.__init__()')
        self._out = out = []
        self._frame = [] if self.proto >= 4 else out
        self._frame_size = 0
        if self.proto >= 2:
            out.append(PROTO + bytes([self.proto]))
        table = getattr(self, 'dispatch_table', None)
        self._table = dispatch_table if table is None else table
        override = getattr(self, 'reducer_override', None)
        self._override = override
        has_persistent = type(self).persistent_id is not _Pickler.persistent_id \
            or 'persistent_id' in getattr(self, '__dict__', ())
        self._persistent = self.persistent_id if has_persistent else None
        self._save(obj)
        self._write(STOP)
        if self.proto >= 4:
            self._end_frame()
        self._file_write(b''.join(out))
        self._out = self._frame = None

    # ---- writing

    def _write(self, data):
        self._frame.append(data)
        self._frame_size += len(data)

    def _end_frame(self):
        data = b''.join(self._frame)
        if data:
            if len(data) >= _FRAME_MIN:
                self._out.append(FRAME + len(data).to_bytes(8, 'little'))
            self._out.append(data)
        self._frame = []
        self._frame_size = 0

    def _write_large(self, header, payload):
        if self.proto >= 4 and len(payload) >= _FRAME_TARGET:
            # Large contents stand between the frames.
            self._end_frame()
            self._out.append(header)
            self._out.append(payload)
        else:
            self._write(header)
            self._write(payload)

    def _memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        if self.proto >= 4:
            self._write(MEMOIZE)
        elif self.bin:
            self._write(BINPUT + bytes([index]) if index < 256 else
                        LONG_BINPUT + index.to_bytes(4, 'little'))
        else:
            self._write(PUT + repr(index).encode() + b'\n')
        self.memo[id(obj)] = index, obj

    def _get(self, index):
        if self.bin:
            return (BINGET + bytes([index]) if index < 256 else
                    LONG_BINGET + index.to_bytes(4, 'little'))
        return GET + repr(index).encode() + b'\n'

    def save(self, obj, save_persistent_id=True):
        self._save(obj, save_persistent_id)

    def _save(self, obj, persistent=True):
        self._save_one(obj, persistent)
        if self._frame_size >= _FRAME_TARGET and self.proto >= 4:
            self._end_frame()

    def _save_one(self, obj, persistent):
        if persistent and self._persistent is not None:
            pid = self._persistent(obj)
            if pid is not None:
                self._save_persistent(pid)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(self._get(known[0]))
            return
        kind = type(obj)
        value = NotImplemented
        if self._override is not None and kind not in _atoms:
            value = self._override(obj)
        if value is NotImplemented:
            save = _savers.get(kind)
            if save is not None:
                save(self, obj)
                return
            reduce = self._table.get(kind)
            if reduce is not None:
                value = reduce(obj)
            elif issubclass(kind, type):
                self._save_global(obj)
                return
            else:
                reduce = getattr(obj, '__reduce_ex__', None)
                if reduce is not None:
                    value = reduce(self.proto)
                else:
                    reduce = getattr(obj, '__reduce__', None)
                    if reduce is None:
                        raise PicklingError(f"Can't pickle {kind.__name__!r} object: {obj!r}")
                    value = reduce()
        if isinstance(value, str):
            self._save_global(obj, value)
            return
        if not isinstance(value, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(value) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        self._save_reduce(obj, *value)

    def _save_persistent(self, pid):
        if self.bin:
            self._save(pid, False)
            self._write(BINPERSID)
            return
        try:
            self._write(PERSID + str(pid).encode('ascii') + b'\n')
        except UnicodeEncodeError:
            raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None

    def _save_reduce(self, obj, func, args, state=None, listitems=None, dictitems=None,
                     state_setter=None):
        if not callable(func):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        name = getattr(func, '__name__', '')
        if self.proto >= 2 and name == '__newobj_ex__':
            cls, args, kwargs = args
            if self.proto >= 4:
                self._save(cls)
                self._save(args)
                self._save(kwargs)
                self._write(NEWOBJ_EX)
            else:
                import functools
                self._save(functools.partial(cls.__new__, cls, *args, **kwargs))
                self._save(())
                self._write(REDUCE)
        elif self.proto >= 2 and name == '__newobj__':
            cls = args[0]
            if not hasattr(cls, '__new__'):
                raise PicklingError('args[0] from __newobj__ args has no __new__')
            if obj is not None and cls is not obj.__class__:
                raise PicklingError('args[0] from __newobj__ args has the wrong class')
            self._save(cls)
            self._save(args[1:])
            self._write(NEWOBJ)
        else:
            self._save(func)
            self._save(args)
            self._write(REDUCE)
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:
                # The object met itself in its own arguments.
                self._write(POP + self._get(known[0]))
            else:
                self._memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is not None:
            if state_setter is None:
                self._save(state)
                self._write(BUILD)
            else:
                self._save(state_setter)
                self._save(obj)
                self._save(state)
                self._write(TUPLE2)
                self._write(REDUCE)
                self._write(POP)

    # ---- the kinds of objects

    def _save_none(self, obj):
        self._write(NONE)

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(NEWTRUE if obj else NEWFALSE)
        else:
            self._write(TRUE if obj else FALSE)

    def _save_int(self, obj):
        if self.bin:
            if obj >= 0:
                if obj <= 0xff:
                    self._write(BININT1 + bytes([obj]))
                    return
                if obj <= 0xffff:
                    self._write(BININT2 + obj.to_bytes(2, 'little'))
                    return
            if -0x80000000 <= obj <= 0x7fffffff:
                self._write(BININT + obj.to_bytes(4, 'little', signed=True))
                return
        if self.proto >= 2:
            data = encode_long(obj)
            if len(data) < 256:
                self._write(LONG1 + bytes([len(data)]) + data)
            else:
                self._write(LONG4 + len(data).to_bytes(4, 'little') + data)
        elif -0x80000000 <= obj <= 0x7fffffff:
            self._write(INT + repr(obj).encode() + b'\n')
        else:
            self._write(LONG + repr(obj).encode() + b'L\n')

    def _save_float(self, obj):
        if self.bin:
            self._write(BINFLOAT + struct.pack('>d', obj))
        else:
            self._write(FLOAT + repr(obj).encode() + b'\n')

    def _save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self._save_reduce(obj, bytes, ())
            else:
                import codecs
                self._save_reduce(obj, codecs.encode, (str(obj, 'latin1'), 'latin1'))
            return
        n = len(obj)
        if n <= 0xff:
            self._write(SHORT_BINBYTES + bytes([n]) + obj)
        elif n > 0xffffffff and self.proto >= 4:
            self._write_large(BINBYTES8 + n.to_bytes(8, 'little'), obj)
        else:
            self._write_large(BINBYTES + n.to_bytes(4, 'little'), obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            if not obj:
                self._save_reduce(obj, bytearray, ())
            else:
                self._save_reduce(obj, bytearray, (bytes(obj),))
            return
        self._write_large(BYTEARRAY8 + len(obj).to_bytes(8, 'little'), bytes(obj))
        self._memoize(obj)

    def _save_picklebuffer(self, obj):
        if self.proto < 5:
            raise PicklingError('PickleBuffer can only be pickled with protocol >= 5')
        view = obj.raw()
        in_band = True
        if self._buffer_callback is not None:
            in_band = bool(self._buffer_callback(obj))
        if in_band:
            if view.readonly:
                self._save_bytes(view.tobytes())
            else:
                self._save_bytearray(bytearray(view))
        else:
            self._write(NEXT_BUFFER)
            if view.readonly:
                self._write(READONLY_BUFFER)

    def _save_str(self, obj):
        if self.bin:
            data = obj.encode('utf-8', 'surrogatepass')
            n = len(data)
            if n <= 0xff and self.proto >= 4:
                self._write(SHORT_BINUNICODE + bytes([n]) + data)
            elif n > 0xffffffff and self.proto >= 4:
                self._write_large(BINUNICODE8 + n.to_bytes(8, 'little'), data)
            else:
                self._write_large(BINUNICODE + n.to_bytes(4, 'little'), data)
        else:
            text = obj.replace('\\', '\\u005c').replace('\0', '\\u0000')
            text = text.replace('\n', '\\u000a').replace('\r', '\\u000d')
            text = text.replace('\x1a', '\\u001a')
            self._write(UNICODE + _raw_unicode_escape(text) + b'\n')
        self._memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            self._write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        n = len(obj)
        if n <= 3 and self.proto >= 2:
            for element in obj:
                self._save(element)
            known = self.memo.get(id(obj))
            if known is not None:
                self._write(POP * n + self._get(known[0]))
            else:
                self._write(_tuples[n])
                self._memoize(obj)
            return
        self._write(MARK)
        for element in obj:
            self._save(element)
        known = self.memo.get(id(obj))
        if known is not None:
            if self.bin:
                self._write(POP_MARK + self._get(known[0]))
            else:
                self._write(POP * (n + 1) + self._get(known[0]))
            return
        self._write(TUPLE)
        self._memoize(obj)

    def _save_list(self, obj):
        self._write(EMPTY_LIST if self.bin else MARK + LIST)
        self._memoize(obj)
        self._batch_appends(obj)

    def _batch_appends(self, items):
        if not self.bin:
            for x in items:
                self._save(x)
                self._write(APPEND)
            return
        only = type(items) is not list or len(items) == 1
        for batch in _batches(items):
            if len(batch) == 1 and only:
                self._save(batch[0])
                self._write(APPEND)
                continue
            self._write(MARK)
            for x in batch:
                self._save(x)
            self._write(APPENDS)

    def _save_dict(self, obj):
        self._write(EMPTY_DICT if self.bin else MARK + DICT)
        self._memoize(obj)
        self._batch_setitems(obj.items())

    def _batch_setitems(self, items):
        if not self.bin:
            for key, value in items:
                self._save(key)
                self._save(value)
                self._write(SETITEM)
            return
        only = type(items) is not type({}.items()) or len(items) == 1
        for batch in _batches(items):
            if len(batch) == 1 and only:
                key, value = batch[0]
                self._save(key)
                self._save(value)
                self._write(SETITEM)
                continue
            self._write(MARK)
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._write(SETITEMS)

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, set, (list(obj),))
            return
        self._write(EMPTY_SET)
        self._memoize(obj)
        for batch in _batches(obj):
            self._write(MARK)
            for item in batch:
                self._save(item)
            self._write(ADDITEMS)

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, frozenset, (list(obj),))
            return
        self._write(MARK)
        for item in obj:
            self._save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(POP_MARK + self._get(known[0]))
            return
        self._write(FROZENSET)
        self._memoize(obj)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None)
        if name is None:
            name = obj.__name__
        module_name = whichmodule(obj, name)
        if module_name in sys.modules:
            module = sys.modules[module_name]
        else:
            try:
                __import__(module_name, level=0)
                module = sys.modules[module_name]
            except (ImportError, ValueError, KeyError):
                raise PicklingError(f"Can't pickle {obj!r}: it's not found as "
                                    f'{module_name}.{name}') from None
        path = name.split('.')
        if '<locals>' in path:
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            found = _attribute(module, path)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} "
                                'failed') from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as "
                                f'{module_name}.{name}')
        if self.proto >= 2:
            code = _extension_registry.get((module_name, name))
            if code is not None:
                if code <= 0xff:
                    self._write(EXT1 + bytes([code]))
                elif code <= 0xffff:
                    self._write(EXT2 + code.to_bytes(2, 'little'))
                else:
                    self._write(EXT4 + code.to_bytes(4, 'little'))
                return
        if self.proto >= 4:
            self._save(module_name)
            self._save(name)
            self._write(STACK_GLOBAL)
        else:
            # getattr(…getattr(first, second)…, last)
            for _ in path[1:]:
                self._save(getattr)
                if self.proto < 2:
                    self._write(MARK)
            self._write_global(module_name, path[0])
            for part in path[1:]:
                self._save(part)
                self._write(TUPLE2 if self.proto >= 2 else TUPLE)
                self._write(REDUCE)
        self._memoize(obj)

    def _write_global(self, module_name, name):
        if self.fix_imports:
            if (module_name, name) in _names_to_python2:
                module_name, name = _names_to_python2[module_name, name]
            else:
                module_name = _to_python2.get(module_name, module_name)
        encoding = 'utf-8' if self.proto >= 3 else 'ascii'
        try:
            self._write(GLOBAL + module_name.encode(encoding) + b'\n'
                        + name.encode(encoding) + b'\n')
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using "
                                f'pickle protocol {self.proto}') from None

    def _save_builtin(self, obj):
        owner = getattr(obj, '__self__', None)
        if owner is None or isinstance(owner, type(sys)):
            self._save_global(obj)
        else:
            self._save_reduce(obj, getattr, (owner, obj.__name__))

    def _save_type(self, obj):
        if obj in _singleton_types:
            self._save_reduce(obj, type, (_singleton_types[obj],))
        else:
            self._save_global(obj)


def _raw_unicode_escape(text):
    out = []
    for c in text:
        code = ord(c)
        out.append(c if code < 256 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}')
    return ''.join(out).encode('latin-1')


def _raw_unicode_unescape(data):
    first, *rest = data.decode('latin-1').split('\\')
    out = [first]
    for part in rest:
        size = {'u': 4, 'U': 8}.get(part[:1])
        if size is None:
            out.append('\\' + part)
        else:
            out.append(chr(int(part[1:1 + size], 16)) + part[1 + size:])
    return ''.join(out)


def _batches(items):
    it = iter(items)
    while True:
        batch = []
        for item in it:
            batch.append(item)
            if len(batch) == _BATCH:
                break
        if not batch:
            return
        yield batch
        if len(batch) < _BATCH:
            return


_singleton_types = {type(None): None, type(NotImplemented): NotImplemented, type(...): ...}
_savers = {type(None): _Pickler._save_none, bool: _Pickler._save_bool, int: _Pickler._save_int,
           float: _Pickler._save_float, bytes: _Pickler._save_bytes,
           bytearray: _Pickler._save_bytearray, str: _Pickler._save_str,
           tuple: _Pickler._save_tuple, list: _Pickler._save_list, dict: _Pickler._save_dict,
           set: _Pickler._save_set, frozenset: _Pickler._save_frozenset,
           FunctionType: _Pickler._save_global, type: _Pickler._save_type,
           type(len): _Pickler._save_builtin, PickleBuffer: _Pickler._save_picklebuffer}
_atoms = frozenset([type(None), bool, int, float, bytes, bytearray, str, tuple, list, dict, set,
                    frozenset])


class _Unpickler:
    """Reads objects from a binary file."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict',
                 buffers=None):
        for name in ('read', 'readline'):
            if not hasattr(file, name):
                raise TypeError("file must have 'read', 'readinto' and 'readline' attributes")
        self._file_read = file.read
        self._file_readline = file.readline
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports
        self._frame = None

    def load(self):
        if not hasattr(self, '_file_read'):
            raise UnpicklingError(f'Unpickler.__init__() was not called by '
                                  f'{type(self).__name__}.__init__()')
        self.metastack = []
        self.stack = []
        self._frame = None
        loaders = _loaders
        try:
            while True:
                key = self._read_key()
                load = loaders.get(key[0])
                if load is None:
                    raise UnpicklingError(f"invalid load key, '{_shown_key(key)}'.")
                load(self)
        except _Stop as stop:
            return stop.value

    def persistent_load(self, pid):
        raise UnpicklingError('A load persistent id instruction was encountered, but no '
                              'persistent_load function was specified.')

    def find_class(self, module_name, global_name, /):
        if self.proto < 3 and self.fix_imports:
            if (module_name, global_name) in _names_from_python2:
                module_name, global_name = _names_from_python2[module_name, global_name]
            else:
                module_name = _from_python2.get(module_name, module_name)
        __import__(module_name, level=0)
        module = sys.modules[module_name]
        if self.proto >= 4 and '.' in global_name:
            path = global_name.split('.')
            try:
                return _attribute(module, path)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") \
                    from None
        try:
            return getattr(module, global_name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None

    # ---- reading

    def _read(self, n):
        if self._frame is not None:
            data = self._frame.read(n)
            if data or not n:
                if len(data) < n:
                    raise UnpicklingError('pickle exhausted before end of frame')
                return data
            self._frame = None
        data = self._file_read(n)
        if len(data) < n:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _read_key(self):
        if self._frame is not None:
            key = self._frame.read(1)
            if key:
                return key
            self._frame = None
        key = self._file_read(1)
        if not key:
            raise EOFError('Ran out of input')
        return key

    def _readline(self):
        if self._frame is not None:
            data = self._frame.readline()
            if data:
                return data[:-1]
            self._frame = None
        data = self._file_readline()
        if not data.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return data[:-1]

    def _number(self, size):
        return int.from_bytes(self._read(size), 'little')

    def _pop_mark(self):
        if not self.metastack:
            raise UnpicklingError('could not find MARK')
        items = self.stack
        self.stack = self.metastack.pop()
        return items

    def _pop(self):
        if not self.stack:
            raise UnpicklingError('unpickling stack underflow')
        return self.stack.pop()

    # ---- the opcodes

    def _proto(self):
        proto = self._number(1)
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f'unsupported pickle protocol: {proto}')
        self.proto = proto

    def _load_frame(self):
        size = self._number(8)
        if size > sys.maxsize:
            raise ValueError(f'frame size > sys.maxsize: {size}')
        self._frame = None
        data = self._file_read(size)
        if len(data) < size:
            raise UnpicklingError('pickle data was truncated')
        self._frame = io.BytesIO(data)

    def _mark(self):
        self.metastack.append(self.stack)
        self.stack = []

    def _stop(self):
        raise _Stop(self._pop())

    def _put(self, index):
        if index < 0:
            raise ValueError('negative PUT argument')
        if not self.stack:
            raise UnpicklingError('unpickling stack underflow')
        self.memo[index] = self.stack[-1]

    def _fetch(self, index):
        try:
            self.stack.append(self.memo[index])
        except KeyError:
            raise UnpicklingError(f'Memo value not found at index {index}') from None

    def _push(self, value):
        self.stack.append(value)

    def _load_int(self):
        data = self._readline()
        if data in (b'00', b'01'):
            self._push(data == b'01')
        else:
            self._push(int(data, 0) if isinstance(data, str) else int(data.decode('ascii'), 0))

    def _load_long(self):
        text = self._readline().decode('ascii')
        self._push(int(text[:-1] if text.endswith('L') else text, 0))

    def _decoded(self, data):
        if self.encoding == 'bytes':
            return data
        return data.decode(self.encoding, self.errors)

    def _load_string(self):
        data = self._readline()
        if len(data) < 2 or data[0] != data[-1] or data[0] not in b'"\'':
            raise UnpicklingError('the STRING opcode argument must be quoted')
        text = data[1:-1].decode('unicode-escape')
        self._push(self._decoded(text.encode('latin-1')))

    def _load_counted(self, size, limit, make):
        n = int.from_bytes(self._read(size), 'little')
        if n > limit:
            raise UnpicklingError('an item is too large for this system')
        self._push(make(self._read(n) if n else b''))

    def _tuple(self):
        self._push_items(tuple)

    def _push_items(self, make):
        items = self._pop_mark()
        self._push(make(items))

    def _dict(self):
        items = self._pop_mark()
        self._push({items[i]: items[i + 1] for i in range(0, len(items), 2)})

    def _tuple_of(self, n):
        if len(self.stack) < n:
            raise UnpicklingError('unpickling stack underflow')
        self.stack[-n:] = [tuple(self.stack[-n:])]

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _inst(self):
        module = self._readline().decode('ascii')
        name = self._readline().decode('ascii')
        cls = self.find_class(module, name)
        self._instantiate(cls, self._pop_mark())

    def _obj(self):
        args = self._pop_mark()
        self._instantiate(args.pop(0), args)

    def _newobj(self):
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args))

    def _newobj_ex(self):
        kwargs = self._pop()
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _global(self):
        module = self._readline().decode('utf-8')
        name = self._readline().decode('utf-8')
        self._push(self.find_class(module, name))

    def _stack_global(self):
        name = self._pop()
        module = self._pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError('STACK_GLOBAL requires str')
        self._push(self.find_class(module, name))

    def _extension(self, size):
        code = int.from_bytes(self._read(size), 'little', signed=size == 4)
        key = _inverted_registry.get(code)
        if key is None:
            if code <= 0:
                raise UnpicklingError('EXT specifies code <= 0')
            raise ValueError(f'unregistered extension code {code}')
        obj = _extension_cache.get(code)
        if obj is None:
            obj = _extension_cache[code] = self.find_class(*key)
        self._push(obj)

    def _reduce(self):
        args = self._pop()
        func = self._pop()
        self._push(func(*args))

    def _pop_one(self):
        if self.stack:
            self.stack.pop()
        else:
            self._pop_mark()

    def _append(self):
        value = self._pop()
        self.stack[-1].append(value)

    def _appends(self):
        items = self._pop_mark()
        target = self.stack[-1]
        extend = getattr(target, 'extend', None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def _setitem(self):
        value = self._pop()
        key = self._pop()
        self.stack[-1][key] = value

    def _setitems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _additems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _build(self):
        state = self._pop()
        target = self.stack[-1]
        setstate = getattr(target, '__setstate__', _missing)
        if setstate is not _missing:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            attributes = target.__dict__
            for name, value in state.items():
                attributes[sys.intern(name) if type(name) is str else name] = value
        if slots:
            for name, value in slots.items():
                setattr(target, name, value)

    def _next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError('pickle stream refers to out-of-band data but no *buffers* '
                                  'argument was given')
        try:
            self._push(next(self._buffers))
        except StopIteration:
            raise UnpicklingError('not enough out-of-band buffers') from None

    def _readonly_buffer(self):
        buffer = self.stack[-1]
        view = buffer.raw() if isinstance(buffer, PickleBuffer) else memoryview(buffer)
        if not view.readonly:
            self.stack[-1] = bytes(view)


def _shown_key(key):
    c = chr(key[0])
    return c if ' ' <= c <= '~' else f'\\x{key[0]:02x}'


def _text(data):
    return data.decode('utf-8', 'surrogatepass')


def _make_loaders():
    U = _Unpickler
    size = sys.maxsize
    return {
        'PROTO': U._proto, 'FRAME': U._load_frame, 'MARK': U._mark, 'STOP': U._stop,
        'NONE': lambda u: u.stack.append(None), 'NEWTRUE': lambda u: u.stack.append(True),
        'NEWFALSE': lambda u: u.stack.append(False), 'INT': U._load_int, 'LONG': U._load_long,
        'BININT': lambda u: u.stack.append(int.from_bytes(u._read(4), 'little', signed=True)),
        'BININT1': lambda u: u.stack.append(u._read(1)[0]),
        'BININT2': lambda u: u.stack.append(u._number(2)),
        'LONG1': lambda u: u._load_counted(1, size, decode_long),
        'LONG4': lambda u: u._load_counted(4, size, decode_long),
        'FLOAT': lambda u: u.stack.append(float(u._readline().decode('ascii'))),
        'BINFLOAT': lambda u: u.stack.append(struct.unpack('>d', u._read(8))[0]),
        'STRING': U._load_string,
        'BINSTRING': lambda u: u._load_counted(4, size, u._decoded),
        'SHORT_BINSTRING': lambda u: u._load_counted(1, size, u._decoded),
        'UNICODE': lambda u: u.stack.append(_raw_unicode_unescape(u._readline())),
        'BINUNICODE': lambda u: u._load_counted(4, size, _text),
        'BINUNICODE8': lambda u: u._load_counted(8, size, _text),
        'SHORT_BINUNICODE': lambda u: u._load_counted(1, size, _text),
        'BINBYTES': lambda u: u._load_counted(4, size, bytes),
        'BINBYTES8': lambda u: u._load_counted(8, size, bytes),
        'SHORT_BINBYTES': lambda u: u._load_counted(1, size, bytes),
        'BYTEARRAY8': lambda u: u._load_counted(8, size, bytearray),
        'NEXT_BUFFER': U._next_buffer, 'READONLY_BUFFER': U._readonly_buffer,
        'TUPLE': U._tuple, 'TUPLE1': lambda u: u._tuple_of(1), 'TUPLE2': lambda u: u._tuple_of(2),
        'TUPLE3': lambda u: u._tuple_of(3), 'EMPTY_TUPLE': lambda u: u.stack.append(()),
        'EMPTY_LIST': lambda u: u.stack.append([]), 'EMPTY_DICT': lambda u: u.stack.append({}),
        'EMPTY_SET': lambda u: u.stack.append(set()),
        'FROZENSET': lambda u: u._push_items(frozenset), 'LIST': lambda u: u._push_items(list),
        'DICT': U._dict, 'INST': U._inst, 'OBJ': U._obj, 'NEWOBJ': U._newobj,
        'NEWOBJ_EX': U._newobj_ex, 'GLOBAL': U._global, 'STACK_GLOBAL': U._stack_global,
        'EXT1': lambda u: u._extension(1), 'EXT2': lambda u: u._extension(2),
        'EXT4': lambda u: u._extension(4), 'REDUCE': U._reduce, 'POP': U._pop_one,
        'POP_MARK': lambda u: u._pop_mark(), 'DUP': lambda u: u.stack.append(u.stack[-1]),
        'GET': lambda u: u._fetch(int(u._readline().decode('ascii'))),
        'BINGET': lambda u: u._fetch(u._number(1)), 'LONG_BINGET': lambda u: u._fetch(u._number(4)),
        'PUT': lambda u: u._put(int(u._readline().decode('ascii'))),
        'BINPUT': lambda u: u._put(u._number(1)), 'LONG_BINPUT': lambda u: u._put(u._number(4)),
        'MEMOIZE': lambda u: u._put(len(u.memo)), 'APPEND': U._append, 'APPENDS': U._appends,
        'SETITEM': U._setitem, 'SETITEMS': U._setitems, 'ADDITEMS': U._additems,
        'BUILD': U._build,
        'PERSID': lambda u: u.stack.append(u.persistent_load(u._readline().decode('ascii'))),
        'BINPERSID': lambda u: u.stack.append(u.persistent_load(u._pop())),
    }


_loaders = {_opcodes[name][0]: load for name, load in _make_loaders().items()}


def _dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    _Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def _dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = io.BytesIO()
    _Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def _load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return _Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding,
                      errors=errors).load()


def _loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, str):
        raise TypeError("Can't load pickle from unicode string")
    return _Unpickler(io.BytesIO(data), fix_imports=fix_imports, buffers=buffers,
                      encoding=encoding, errors=errors).load()


# ---- with the native machines

_FAST, _ASKS_PERSISTENT, _ASKS_REDUCER, _PIECEWISE, _PLAIN_GLOBALS = 1, 2, 4, 8, 16
_missing = object()
_NOTHING = None, None, None, None, None


def _finish(machine, run):
    """Takes the steps of a run, which call what is Python code."""
    value = None
    while not machine.done:
        value = machine.step(run, value)
    return value


class Pickler:
    """Writes objects to a binary file."""

    __module__ = '_pickle'
    _writer = None

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        self._start(protocol, fix_imports, buffer_callback)
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None

    def _start(self, protocol, fix_imports, buffer_callback):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        else:
            if protocol < 0:
                protocol = HIGHEST_PROTOCOL
            elif protocol > HIGHEST_PROTOCOL:
                raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
            protocol = int(protocol)
        if buffer_callback is not None and protocol < 5:
            raise ValueError('buffer_callback needs protocol >= 5')
        self._protocol = protocol
        self._fix_imports = fix_imports and protocol < 3
        self._buffer_callback = buffer_callback
        self._override = _missing
        self._table = dispatch_table
        self._writer = _pickler.writer(self, protocol)
        self.bin = 1 if protocol >= 1 else 0
        self.fast = 0

    def _globals_flag(self):
        return _PLAIN_GLOBALS if self._protocol >= 4 and not _extension_registry else 0

    @property
    def memo(self):
        return _PicklerMemo(self._writer)

    @memo.setter
    def memo(self, memo):
        if isinstance(memo, _PicklerMemo):
            objects = memo._writer.memo()
        elif isinstance(memo, dict):
            try:
                objects = [obj for index, obj in sorted(memo.values(), key=lambda item: item[0])]
            except (TypeError, ValueError):
                raise TypeError("'memo' values must be 2-item tuples") from None
        else:
            raise TypeError("'memo' attribute must be a PicklerMemoProxy object or dict, "
                            f'not {type(memo).__name__}')
        self._writer.set_memo(objects)

    def clear_memo(self):
        self._writer.set_memo([])

    def persistent_id(self, obj, /):
        return None

    def dump(self, obj, /):
        writer = self._writer
        if writer is None:
            raise PicklingError('Pickler.__init__() was not called by '
                                f'{type(self).__name__}.__init__()')
        flags = _PIECEWISE | (_FAST if self.fast else 0)
        if type(self) is not Pickler or len(self.__dict__) > _plain_attributes:
            if getattr(self.persistent_id, '__func__', None) is not Pickler.persistent_id:
                flags |= _ASKS_PERSISTENT
            self._override = getattr(self, 'reducer_override', _missing)
            if self._override is not _missing:
                flags |= _ASKS_REDUCER
            self._table = getattr(self, 'dispatch_table', dispatch_table)
        run = writer.begin(obj, flags | self._globals_flag(), self._table)
        _finish(writer, run)
        for data in writer.take(run):
            self._file_write(data)


class _PicklerMemo:
    """What a Pickler has met."""

    __slots__ = ('_writer',)

    def __init__(self, writer):
        self._writer = writer

    def copy(self):
        return {id(obj): (i, obj) for i, obj in enumerate(self._writer.memo())}

    def clear(self):
        self._writer.set_memo([])

    def __reduce__(self):
        return dict, (self.copy(),)


_plain_attributes = 8


def _persistent_id(pickler, obj):
    return pickler.persistent_id(obj)


def _persistent_text(pid):
    try:
        return PERSID + str(pid).encode('ascii') + b'\n'
    except UnicodeEncodeError:
        raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None


def _reduced(pickler, obj):
    """How the writer is to save the object; None: as a global."""
    kind = type(obj)
    override = pickler._override
    if override is not _missing:
        value = override(obj)
        if value is not NotImplemented:
            return _plan(pickler, obj, value)
        if kind is type or kind is FunctionType:
            return None
    if kind is PickleBuffer:
        return _buffer_plan(pickler, obj)
    try:
        reduce = pickler._table[kind]
    except KeyError:
        reduce = _missing
    if reduce is not _missing:
        value = reduce(obj)
    elif issubclass(kind, type):
        return None
    else:
        reduce = getattr(obj, '__reduce_ex__', _missing)
        if reduce is not _missing:
            value = reduce(pickler._protocol)
        else:
            reduce = getattr(obj, '__reduce__', _missing)
            if reduce is _missing:
                raise PicklingError(f"can't pickle '{kind.__name__}' object: {obj!r}")
            value = reduce()
    return _plan(pickler, obj, value)


def _plan(pickler, obj, value):
    """(form, function or class, args, keywords, state, list items, dict items, state setter) of
    what __reduce__ returned; the form is a call, a NEWOBJ or a NEWOBJ_EX. A str is a name."""
    if isinstance(value, str):
        return value
    if not isinstance(value, tuple):
        raise PicklingError('__reduce__ must return a string or tuple')
    n = len(value)
    if not 2 <= n <= 6:
        raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
    func, args, state, listitems, dictitems, setter = (*value, None, None, None, None)[:6]
    if not callable(func):
        raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
    if not isinstance(args, tuple):
        raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
    if listitems is not None and not hasattr(type(listitems), '__next__'):
        raise PicklingError('fourth element of the tuple returned by __reduce__ must be an '
                            f'iterator, not {type(listitems).__name__}')
    if dictitems is not None and not hasattr(type(dictitems), '__next__'):
        raise PicklingError('fifth element of the tuple returned by __reduce__ must be an '
                            f'iterator, not {type(dictitems).__name__}')
    if setter is not None and not callable(setter):
        raise PicklingError('sixth element of the tuple returned by __reduce__ must be a '
                            f'function, not {type(setter).__name__}')
    form, keywords = 0, None
    name = getattr(func, '__name__', None) if pickler._protocol >= 2 else None
    if name == '__newobj__':
        if not args:
            raise PicklingError('__newobj__ arglist is empty')
        form, func, args = 1, args[0], args[1:]
        if not hasattr(func, '__new__'):
            raise PicklingError('args[0] from __newobj__ args has no __new__')
        if obj.__class__ is not func:
            raise PicklingError('args[0] from __newobj__ args has the wrong class')
    elif name == '__newobj_ex__':
        if len(args) != 3:
            raise PicklingError('length of the NEWOBJ_EX argument tuple must be exactly 3, not '
                                f'{len(args)}')
        func, args, keywords = args
        if not isinstance(func, type):
            raise PicklingError('first item from NEWOBJ_EX argument tuple must be a class, not '
                                f'{type(func).__name__}')
        if not isinstance(args, tuple):
            raise PicklingError('second item from NEWOBJ_EX argument tuple must be a tuple, not '
                                f'{type(args).__name__}')
        if not isinstance(keywords, dict):
            raise PicklingError('third item from NEWOBJ_EX argument tuple must be a dict, not '
                                f'{type(keywords).__name__}')
        form = 2
        if pickler._protocol < 4:
            import functools
            form, func, args, keywords = \
                0, functools.partial(func.__new__, func, *args, **keywords), (), None
    return form, func, args, keywords, state, listitems, dictitems, setter


def _call_plan(func, args):
    return 0, func, args, *_NOTHING


def _reduce_bytes(obj):
    if not obj:
        return _call_plan(bytes, ())
    import codecs
    return _call_plan(codecs.encode, (str(obj, 'latin1'), 'latin1'))


def _reduce_bytearray(obj):
    return _call_plan(bytearray, (bytes(obj),) if obj else ())


def _reduce_set(obj):
    return _call_plan(type(obj), (list(obj),))


def _buffer_plan(pickler, obj):
    if pickler._protocol < 5:
        raise PicklingError('PickleBuffer can only be pickled with protocol >= 5')
    view = obj._get()
    if not view.contiguous:
        raise PicklingError('PickleBuffer can not be pickled when pointing to a '
                            'non-contiguous buffer')
    in_band = True
    if pickler._buffer_callback is not None:
        in_band = bool(pickler._buffer_callback(obj))
    if not in_band:
        return 3, None, view.readonly, *_NOTHING
    data = view.tobytes('A')
    return 3, data if view.readonly else bytearray(data), False, *_NOTHING


def _take(iterator, n, pairs):
    """The next items, or keys and values, in a list."""
    items = []
    take = type(iterator).__next__
    try:
        while n:
            item = take(iterator)
            if pairs:
                if not isinstance(item, tuple) or len(item) != 2:
                    raise TypeError('dict items iterator must return 2-tuples')
                items += item
            else:
                items.append(item)
            n -= 1
    except StopIteration:
        pass
    return items


def _global(pickler, obj, name):
    """A module and a name; bytes to write; such bytes, getattr and names; or a plan."""
    if name is None:
        if obj in _singleton_types and obj.__module__ == 'builtins':
            return _call_plan(type, (_singleton_types[obj],))
        name = getattr(obj, '__qualname__', None)
        if name is None:
            name = obj.__name__
    path = name.split('.')
    if '<locals>' in path:
        raise AttributeError(f"Can't get local object {name!r}")
    module_name = whichmodule(obj, name)
    module = sys.modules.get(module_name)
    if module is None:
        try:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        except (ImportError, ValueError, KeyError) as e:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} "
                                'failed') from e
    try:
        parent, found = module, module
        for part in path:
            parent, found = found, getattr(found, part)
    except AttributeError:
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} "
                            'failed') from None
    if found is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as "
                            f'{module_name}.{name}')
    protocol = pickler._protocol
    if protocol >= 2 and _extension_registry:
        code = _extension_registry.get((module_name, name))
        if code is not None:
            if code <= 0xff:
                return EXT1 + bytes([code])
            if code <= 0xffff:
                return EXT2 + code.to_bytes(2, 'little')
            return EXT4 + code.to_bytes(4, 'little')
    if parent is module:
        name = path[-1]
    if protocol >= 4:
        return module_name, name
    if parent is not module:
        return _global_bytes(pickler, module_name, path[0]), getattr, tuple(path[1:])
    return _global_bytes(pickler, module_name, name)


def _global_bytes(pickler, module_name, name):
    protocol = pickler._protocol
    if pickler._fix_imports:
        if (module_name, name) in _names_to_python2:
            module_name, name = _names_to_python2[module_name, name]
        else:
            module_name = _to_python2.get(module_name, module_name)
    encoding = 'utf-8' if protocol >= 3 else 'ascii'
    try:
        return GLOBAL + f'{module_name}\n{name}\n'.encode(encoding)
    except UnicodeEncodeError:
        raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using "
                            f'pickle protocol {protocol}') from None


class Unpickler:
    """Reads objects from a binary file."""

    __module__ = '_pickle'
    _reader = None

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        try:
            self._file_read = file.read
            self._file_readline = file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._start(None, fix_imports, encoding, errors, buffers)

    def _start(self, data, fix_imports, encoding, errors, buffers):
        self._fix_imports = fix_imports
        self._encoding = encoding
        self._errors = errors
        self._buffers = None if buffers is None else iter(buffers)
        self._reader = _pickler.reader(self, data)

    @property
    def memo(self):
        return _UnpicklerMemo(self._reader)

    @memo.setter
    def memo(self, memo):
        if isinstance(memo, _UnpicklerMemo):
            memo = memo.copy()
        elif not isinstance(memo, dict):
            raise TypeError("'memo' attribute must be an UnpicklerMemoProxy object or dict, "
                            f'not {type(memo).__name__}')
        for key in memo:
            if not isinstance(key, int):
                raise TypeError('memo key must be integers')
            if key < 0:
                raise ValueError('memo key must be positive integers.')
        self._reader.set_memo(memo)

    def load(self):
        reader = self._reader
        if reader is None:
            raise UnpicklingError('Unpickler.__init__() was not called by '
                                  f'{type(self).__name__}.__init__()')
        return _finish(reader, reader.begin())

    def persistent_load(self, pid, /):
        raise UnpicklingError('A load persistent id instruction was encountered, but no '
                              'persistent_load function was specified.')

    def find_class(self, module_name, global_name, /):
        protocol = self._reader.protocol
        if protocol < 3 and self._fix_imports:
            if (module_name, global_name) in _names_from_python2:
                module_name, global_name = _names_from_python2[module_name, global_name]
            else:
                module_name = _from_python2.get(module_name, module_name)
        module = sys.modules.get(module_name)
        if module is None:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        if protocol >= 4 and '.' in global_name:
            path = global_name.split('.')
            if '<locals>' in path:
                raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
            try:
                return _attribute(module, path)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") \
                    from None
        try:
            return getattr(module, global_name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None


class _UnpicklerMemo:
    """What an Unpickler has made."""

    __slots__ = ('_reader',)

    def __init__(self, reader):
        self._reader = reader

    def copy(self):
        return self._reader.memo()

    def clear(self):
        self._reader.set_memo({})

    def __reduce__(self):
        return dict, (self.copy(),)


def _fail(message):
    raise UnpicklingError(message)


def _more(unpickler, n, at_start):
    data = unpickler._file_read(n)
    if len(data) < n:
        if not data and at_start:
            raise EOFError('Ran out of input')
        raise UnpicklingError('pickle data was truncated')
    return data if type(data) is bytes else bytes(data)


def _more_line(unpickler):
    data = unpickler._file_readline()
    if not data.endswith(b'\n'):
        raise UnpicklingError('pickle data was truncated')
    return data if type(data) is bytes else bytes(data)


def _find(unpickler, module, name):
    return unpickler.find_class(module, name)


def _find_line(unpickler, module, name):
    return unpickler.find_class(module.decode('utf-8'), name.decode('utf-8'))


def _inst(unpickler, module, name, args):
    cls = unpickler.find_class(module.decode('ascii'), name.decode('ascii'))
    return _instantiate([cls, *args])


def _instantiate(items):
    cls, *args = items
    if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
        return cls(*args)
    return cls.__new__(cls)


def _extension(unpickler, code):
    obj = _extension_cache.get(code, _extension_cache)
    if obj is not _extension_cache:
        return obj
    key = _inverted_registry.get(code)
    if key is None:
        if code <= 0:
            raise UnpicklingError('EXT specifies code <= 0')
        raise ValueError(f'unregistered extension code {code}')
    if not isinstance(key, tuple) or len(key) != 2 or type(key[0]) is not str \
            or type(key[1]) is not str:
        raise ValueError(f'_inverted_registry[{code}] isn\'t a 2-tuple of strings')
    obj = _extension_cache[code] = unpickler.find_class(*key)
    return obj


def _persistent_load(unpickler, pid):
    return unpickler.persistent_load(pid)


def _persistent_line(unpickler, line):
    try:
        pid = line.decode('ascii')
    except UnicodeDecodeError:
        raise UnpicklingError('persistent IDs in protocol 0 must be ASCII strings') from None
    return unpickler.persistent_load(pid)


def _decoded(unpickler, data):
    if unpickler._encoding == 'bytes':
        return data
    return data.decode(unpickler._encoding, unpickler._errors)


def _from_line(unpickler, op, line):
    """The value of an opcode whose argument is text."""
    op = chr(op)
    if op == 'V':
        return _raw_unicode_unescape(line)
    if op == 'S':
        if len(line) < 2 or line[0] != line[-1] or line[0] not in b'"\'':
            raise UnpicklingError('the STRING opcode argument must be quoted')
        text = line[1:-1].decode('unicode-escape')
        return _decoded(unpickler, text.encode('latin-1'))
    text = line.decode('ascii')
    if op == 'F':
        return float(text)
    if op == 'I':
        return text == '01' if text in ('00', '01') else int(text, 0)
    return int(text[:-1] if text.endswith('L') else text, 0)


def _next_buffer(unpickler):
    if unpickler._buffers is None:
        raise UnpicklingError('pickle stream refers to out-of-band data but no *buffers* '
                              'argument was given')
    try:
        return next(unpickler._buffers)
    except StopIteration:
        raise UnpicklingError('not enough out-of-band buffers') from None


def _readonly_buffer(buffer):
    view = memoryview(buffer)
    return buffer if view.readonly else view.toreadonly()


def _reduce(func, args):
    return func(*args)


def _new_object(cls, args, kwargs):
    name = 'NEWOBJ' if kwargs is False else 'NEWOBJ_EX'
    if not isinstance(cls, type):
        raise UnpicklingError(f'{name} class argument must be a type, not {type(cls).__name__}')
    if not isinstance(args, tuple):
        raise UnpicklingError(f'{name} args argument must be a tuple, not {type(args).__name__}')
    if kwargs is False:
        return cls.__new__(cls, *args)
    if not isinstance(kwargs, dict):
        raise UnpicklingError(f'{name} kwargs argument must be a dict, not '
                              f'{type(kwargs).__name__}')
    return cls.__new__(cls, *args, **kwargs)


def _appended(target, items):
    extend = getattr(target, 'extend', None)
    if extend is not None:
        extend(items)
    else:
        for item in items:
            target.append(item)
    return target


def _with_items(target, items):
    for i in range(0, len(items), 2):
        target[items[i]] = items[i + 1]
    return target


def _added(target, items):
    if isinstance(target, set):
        target.update(items)
    else:
        for item in items:
            target.add(item)
    return target


def _frozenset(items):
    return frozenset(items)


def _built(target, state):
    setstate = getattr(target, '__setstate__', _missing)
    if setstate is not _missing:
        setstate(state)
        return target
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        if not isinstance(state, dict):
            raise UnpicklingError('state is not a dictionary')
        attributes = target.__dict__
        for name, value in state.items():
            attributes[sys.intern(name) if type(name) is str else name] = value
    if slots is not None:
        if not isinstance(slots, dict):
            raise UnpicklingError('slot state is not a dictionary')
        for name, value in slots.items():
            setattr(target, name, value)
    return target


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    pickler = object.__new__(Pickler)
    pickler._start(protocol, fix_imports, buffer_callback)
    writer = pickler._writer
    run = writer.begin(obj, pickler._globals_flag(), dispatch_table)
    _finish(writer, run)
    return writer.take(run)


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding,
                     errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if type(data) is not bytes:
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = memoryview(data).tobytes()
    unpickler = object.__new__(Unpickler)
    unpickler._start(data, fix_imports, encoding, errors, buffers)
    reader = unpickler._reader
    return _finish(reader, reader.begin())


for _function in (dump, dumps, load, loads):
    globals()[_function.__name__] = _heddle.builtin_function(_function, '_pickle')
