"""Streams: files, and text and bytes in memory."""

import _heddle
import _posix
import _thread
import sys

__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO',
           'StringIO', 'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRWPair',
           'BufferedRandom', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET',
           'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'IncrementalNewlineDecoder',
           'text_encoding']

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError

# Writers with text or bytes that the file does not have yet. Whoever opens or looks at a file
# first completes what others wrote, also those that nobody refers to any more.
_unflushed = {}


def _flush_all():
    while _unflushed:
        for stream in list(_unflushed.values()):
            _unflushed.pop(id(stream), None)
            try:
                stream._write_out()
            except (OSError, ValueError):
                pass


class UnsupportedOperation(OSError, ValueError):
    pass


def text_encoding(encoding, stacklevel=2):
    return 'locale' if encoding is None else encoding


class IOBase:
    """What all streams have in common."""

    closed = False

    def __enter__(self):
        self._require_open()
        return self

    def __exit__(self, *details):
        self.close()

    def _require_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    # What methods of the class itself say; some leave out the full stop.
    _check_open = _require_open

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def close(self):
        if not self.closed:
            self.closed = True

    def flush(self):
        self._check_open()

    def fileno(self):
        self._unsupported('fileno')

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0, /):
        self._unsupported('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported('truncate')

    def readline(self, size=-1, /):
        parts = []
        total = 0
        while size is None or size < 0 or total < size:
            c = self.read(1)
            if not c:
                break
            parts.append(c)
            total += 1
            if c == b'\n':
                break
        return b''.join(parts)

    def readlines(self, hint=-1, /):
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._require_open()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._require_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        n = self.readinto(buffer)
        return None if n is None else bytes(buffer[:n])

    def readall(self):
        parts = []
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if not data:
                break
            parts.append(data)
        return b''.join(parts)

    def readinto(self, buffer, /):
        self._unsupported('readinto')

    def write(self, data, /):
        self._unsupported('write')


def _read_into(buffer, read):
    """Fills a buffer by a method read(size): how many bytes there were."""
    with memoryview(buffer) as view:
        if view.readonly:
            raise TypeError('readinto() argument must be read-write bytes-like object, '
                            f'not {type(buffer).__name__}')
        with view.cast('B') as view:
            data = read(len(view))
            if data is None:
                return None
            view[:len(data)] = data
            return len(data)


class BufferedIOBase(IOBase):
    def detach(self):
        self._unsupported('detach')

    def read(self, size=-1, /):
        self._unsupported('read')

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        return _read_into(buffer, self.read)

    def readinto1(self, buffer, /):
        return self.readinto(buffer)

    def write(self, data, /):
        self._unsupported('write')


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None

    def detach(self):
        self._unsupported('detach')

    def read(self, size=-1, /):
        self._unsupported('read')

    def write(self, text, /):
        self._unsupported('write')


# ---- files of bytes

_MODES = {'r': _posix.O_RDONLY, 'w': _posix.O_WRONLY | _posix.O_CREAT | _posix.O_TRUNC,
          'a': _posix.O_WRONLY | _posix.O_CREAT | _posix.O_APPEND,
          'x': _posix.O_WRONLY | _posix.O_CREAT | _posix.O_EXCL}


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return method(path)


class FileIO(RawIOBase):
    """A file by its descriptor; every read and write is a call of the system."""

    def __init__(self, file, mode='r', closefd=True, opener=None):
        kind = ''.join([c for c in mode if c in 'rwax'])
        if len(kind) != 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most '
                             'one plus')
        flags = _MODES[kind]
        plus = '+' in mode
        if plus:
            flags = flags & ~_posix.O_WRONLY | _posix.O_RDWR
        self.name = file
        self.mode = ('rb' if kind == 'r' else kind + 'b') + ('+' if plus else '')
        self._readable = kind == 'r' or plus
        self._writable = kind != 'r' or plus
        self.closefd = closefd
        self._fd = -1
        if isinstance(file, int):
            if isinstance(file, bool):
                file = int(file)
            if file < 0:
                raise ValueError('negative file descriptor')
            self._fd = file
            _posix.stat_fields(file, True)
        else:
            if not closefd:
                raise ValueError('Cannot use closefd=False with file name')
            _flush_all()
            path = _fspath(file)
            if opener is not None:
                self._fd = opener(file, flags)
                if self._fd < 0:
                    raise ValueError(f'opener returned {self._fd}')
            else:
                self._fd = _posix.open(path, flags, 0o666)
            if _posix.stat_fields(self._fd, True)[0] & 0o170000 == 0o040000:
                _posix.close(self._fd)
                raise IsADirectoryError(21, 'Is a directory', file)
        if kind == 'a':
            try:
                _posix.lseek(self._fd, 0, 2)
            except OSError:
                pass

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def close(self):
        if not self.closed:
            self.closed = True
            if self.closefd:
                _posix.close(self._fd)

    def fileno(self):
        self._check_open()
        return self._fd

    def isatty(self):
        self._check_open()
        return _posix.isatty(self._fd)

    def readable(self):
        self._check_open()
        return self._readable

    def writable(self):
        self._check_open()
        return self._writable

    def seekable(self):
        self._check_open()
        try:
            _posix.lseek(self._fd, 0, 1)
        except OSError:
            return False
        return True

    def read(self, size=-1, /):
        self._check_open()
        if not self._readable:
            self._unsupported('File not open for reading')
        if size is None or size < 0:
            return self.readall()
        return _posix.read(self._fd, size)

    def readall(self):
        self._check_open()
        parts = []
        size = 65536
        while True:
            data = _posix.read(self._fd, size)
            if not data:
                return b''.join(parts)
            parts.append(data)

    def readinto(self, buffer, /):
        return _read_into(buffer, self.read)

    def write(self, data, /):
        self._check_open()
        if not self._writable:
            self._unsupported('File not open for writing')
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).tobytes()
        return _posix.write(self._fd, data)

    def seek(self, offset, whence=0, /):
        self._check_open()
        return _posix.lseek(self._fd, offset, whence)

    def tell(self):
        self._check_open()
        return _posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        self._check_open()
        if not self._writable:
            self._unsupported('File not open for writing')
        if size is None:
            size = self.tell()
        _posix.truncate(self._fd, size)
        return size

    def __repr__(self):
        if self.closed:
            return '<_io.FileIO [closed]>'
        return f'<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>'


class _Buffered(BufferedIOBase):
    """A raw stream with what was read ahead, and what has not been written yet.

    All of it is guarded by a lock: threads that share a stream get whole pieces."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.raw = raw
        self._size = buffer_size
        self._lock = _thread.RLock()
        self._ahead = b''
        self._at = 0
        self._pending = []
        self._pending_bytes = 0

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    @property
    def closed(self):
        return self.raw.closed

    def _write_out(self):
        with self._lock:
            _unflushed.pop(id(self), None)
            if not self._pending:
                return
            data = b''.join(self._pending)
            self._pending = []
            self._pending_bytes = 0
            while data:
                n = self.raw.write(data)
                if n is None:
                    raise BlockingIOError(11, 'write could not complete without blocking', 0)
                if n == len(data):
                    break
                data = data[n:]

    def _forget_ahead(self):
        left = len(self._ahead) - self._at
        if left:
            try:
                self.raw.seek(-left, 1)
            except OSError:
                pass
        self._ahead = b''
        self._at = 0

    def flush(self):
        self._check_flushable()
        self._write_out()
        if self.raw.writable():
            self.raw.flush()

    def _check_flushable(self):
        if self.closed:
            raise ValueError('flush of closed file')

    def close(self):
        if not self.raw.closed:
            try:
                self._write_out()
            finally:
                self.raw.close()

    def detach(self):
        self._write_out()
        raw = self.raw
        self.raw = None
        return raw

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def write(self, data, /):
        if self.raw.closed:
            raise ValueError('write to closed file')
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if not self.raw.writable():
            self._unsupported('write')
        data = bytes(data)
        with self._lock:
            if self._ahead:
                self._forget_ahead()
            self._pending.append(data)
            self._pending_bytes += len(data)
            if self._pending_bytes > self._size:
                self._write_out()
            else:
                _unflushed[id(self)] = self
        return len(data)

    def _check_readable(self, name):
        if self.raw.closed:
            raise ValueError(f'{name} of closed file')
        if not self.raw.readable():
            self._unsupported(name)
        if self._pending:
            self._write_out()

    def read(self, size=-1, /):
        self._check_readable('read')
        with self._lock:
            if size is None or size < 0:
                data = self._ahead[self._at:]
                self._ahead = b''
                self._at = 0
                rest = self.raw.readall()
                return data + rest if rest else data
            parts = []
            while size > 0:
                data = self._ahead[self._at:self._at + size]
                if not data:
                    self._ahead = self.raw.read(max(size, self._size)) or b''
                    self._at = 0
                    if not self._ahead:
                        break
                    continue
                self._at += len(data)
                size -= len(data)
                parts.append(data)
            return parts[0] if len(parts) == 1 else b''.join(parts)

    def read1(self, size=-1, /):
        self._check_readable('read')
        with self._lock:
            if self._at >= len(self._ahead):
                self._ahead = self.raw.read(self._size) or b''
                self._at = 0
            end = len(self._ahead) if size is None or size < 0 else self._at + size
            data = self._ahead[self._at:end]
            self._at += len(data)
            return data

    def peek(self, size=0, /):
        self._check_readable('peek')
        with self._lock:
            if self._at >= len(self._ahead):
                self._ahead = self.raw.read(self._size) or b''
                self._at = 0
            return self._ahead[self._at:]

    def readline(self, size=-1, /):
        self._check_readable('readline')
        with self._lock:
            parts = []
            while True:
                i = self._ahead.find(b'\n', self._at)
                end = i + 1 if i >= 0 else len(self._ahead)
                if size is not None and 0 <= size < end - self._at:
                    end = self._at + size
                    i = 0
                data = self._ahead[self._at:end]
                self._at = end
                if data:
                    parts.append(data)
                    if size is not None and size >= 0:
                        size -= len(data)
                if i >= 0 or size == 0:
                    break
                self._ahead = self.raw.read(self._size) or b''
                self._at = 0
                if not self._ahead:
                    break
            return parts[0] if len(parts) == 1 else b''.join(parts)

    def seek(self, offset, whence=0, /):
        if self.raw.closed:
            raise ValueError('seek of closed file')
        with self._lock:
            self._write_out()
            if whence == 1:
                offset -= len(self._ahead) - self._at
            self._ahead = b''
            self._at = 0
            return self.raw.seek(offset, whence)

    def tell(self):
        if self.raw.closed:
            raise ValueError('I/O operation on closed file')
        with self._lock:
            self._write_out()
            return self.raw.tell() - (len(self._ahead) - self._at)

    def truncate(self, size=None, /):
        if self.raw.closed:
            raise ValueError('truncate of closed file')
        with self._lock:
            self._write_out()
            if size is None:
                size = self.tell()
            return self.raw.truncate(size)

    def __repr__(self):
        name = getattr(self.raw, 'name', None)
        shown = '' if name is None else f' name={name!r}'
        return f'<_io.{type(self).__name__}{shown}>'


class BufferedReader(_Buffered):
    pass


class BufferedWriter(_Buffered):
    pass


class BufferedRandom(_Buffered):
    pass


class BufferedRWPair(BufferedIOBase):
    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)
        for name in ('read', 'read1', 'readinto', 'peek', 'readline', 'readable'):
            setattr(self, name, getattr(self.reader, name))
        for name in ('write', 'flush', 'writable'):
            setattr(self, name, getattr(self.writer, name))

    def close(self):
        self.writer.close()
        self.reader.close()
        self.closed = True


class BytesIO(BufferedIOBase):
    """Bytes in memory as a stream."""

    def __init__(self, initial_bytes=b''):
        self._data = bytearray(initial_bytes or b'')
        self._at = 0

    def getvalue(self):
        self._check_open()
        return bytes(self._data)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._data)

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check_open()
        end = len(self._data) if size is None or size < 0 else self._at + size
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    read1 = read

    def readline(self, size=-1, /):
        self._check_open()
        i = self._data.find(b'\n', self._at)
        end = i + 1 if i >= 0 else len(self._data)
        if size is not None and 0 <= size < end - self._at:
            end = self._at + size
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    def write(self, data, /):
        self._check_open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        size = len(self._data)
        if self._at == size:
            self._data += data
        else:
            if self._at > size:
                self._data += bytes(self._at - size)
            self._data[self._at:self._at + len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset, whence=0, /):
        self._check_open()
        if whence == 0:
            if offset < 0:
                raise ValueError(f'negative seek value {offset}')
            self._at = offset
        elif whence == 1:
            self._at = max(0, self._at + offset)
        elif whence == 2:
            self._at = max(0, len(self._data) + offset)
        else:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        return self._at

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        if size is None:
            size = self._at
        del self._data[size:]
        return size


class StringIO(TextIOBase):
    """Text in memory as a stream."""

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        # What has only been appended lies in pieces, as long as nobody reads or seeks.
        self._text = ''
        self._pieces = []
        self._at = 0
        self._newline = newline
        self._appending = newline == '\n' and not initial_value
        self._lock = _thread.RLock()
        if initial_value:
            self.write(initial_value)
            self._position()
            self._at = 0

    line_buffering = False

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def flush(self):
        pass

    def close(self):
        self.closed = True
        self._appending = False

    def _joined(self):
        pieces = self._pieces
        if pieces:
            # Others may append meanwhile.
            with self._lock:
                n = len(pieces)
                self._text += ''.join(pieces[:n])
                del pieces[:n]
        return self._text

    def getvalue(self):
        self._check_open()
        return self._joined()

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def write(self, text, /):
        if self._appending and type(text) is str:
            self._pieces.append(text)
            return len(text)
        if not isinstance(text, str):
            raise TypeError(f'string argument expected, got {type(text).__name__!r}')
        if self.closed:
            raise ValueError('I/O operation on closed file')
        length = len(text)
        if self._newline is None:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        elif self._newline != '\n' and self._newline:
            text = text.replace('\n', self._newline)
        with self._lock:
            whole = self._position()
            if self._at == len(whole):
                self._pieces.append(text)
                self._at += len(text)
                self._appending = self._newline == '\n'
                return length
            if self._at > len(whole):
                whole += '\0' * (self._at - len(whole))
            self._text = whole[:self._at] + text + whole[self._at + len(text):]
            self._at += len(text)
        return length

    def _position(self):
        whole = self._joined()
        if self._appending:
            self._appending = False
            self._at = len(whole)
        return whole

    def read(self, size=-1, /):
        self._check_open()
        whole = self._position()
        end = len(whole) if size is None or size < 0 else self._at + size
        text = whole[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        self._check_open()
        whole = self._position()
        i = whole.find('\n', self._at)
        end = i + 1 if i >= 0 else len(whole)
        if size is not None and 0 <= size < end - self._at:
            end = self._at + size
        text = whole[self._at:end]
        self._at += len(text)
        return text

    def seek(self, offset, whence=0, /):
        self._check_open()
        whole = self._position()
        if whence == 0:
            if offset < 0:
                raise ValueError(f'Negative seek position {offset}')
            self._at = offset
        elif whence == 1:
            if offset:
                raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            if offset:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._at = len(whole)
        else:
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        return self._at

    def tell(self):
        self._check_open()
        self._position()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        whole = self._position()
        if size is None:
            size = self._at
        self._text = whole[:size]
        return size


# ---- text files

class IncrementalNewlineDecoder:
    """Line ends of any kind as '\\n', however the text is cut."""

    def __init__(self, decoder, translate, errors='strict'):
        self.decoder = decoder
        self.translate = translate
        self._held = ''

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final)
        text = self._held + text
        self._held = ''
        if text.endswith('\r') and not final:
            text = text[:-1]
            self._held = '\r'
        return text.replace('\r\n', '\n').replace('\r', '\n') if self.translate else text

    def reset(self):
        self._held = ''


def _encoding_name(encoding):
    if encoding is None or encoding == 'locale':
        return 'UTF-8'
    return encoding


class TextIOWrapper(TextIOBase):
    """Text over a stream of bytes."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self.buffer = buffer
        self.encoding = _encoding_name(encoding)
        ''.encode(self.encoding)
        self.errors = 'strict' if errors is None else errors
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._newline = newline
        self._lock = _thread.RLock()
        # Text that was decoded and not yet read, from _at on; bytes that are not a character yet.
        self._text = ''
        self._at = 0
        self._rest = b''
        self._held = ''
        self._pending = []
        self._plain = buffer if isinstance(buffer, _Buffered) else None
        low = self.encoding.lower().replace('_', '-')
        self._marked = low in ('utf-16', 'utf-32', 'utf-8-sig')
        self._one_byte = low in ('ascii', 'us-ascii', 'latin-1', 'iso-8859-1', 'latin1')
        self._utf8 = low in ('utf-8', 'utf8')
        self._started = False
        # Complete lines that come before _text, the next one last, so that threads may take them
        # without a lock.
        self._queue = []
        self._in_lines = newline is None or newline == '\n'
        # Whether write() may just append: the stream is open for writing, and nothing stands
        # between the text and the bytes.
        self._key = id(self)
        self._appends = (not line_buffering and not write_through and
                         newline in (None, '', '\n') and isinstance(buffer, BufferedWriter) and
                         buffer.writable())

    @property
    def name(self):
        return self.buffer.name

    @property
    def mode(self):
        return getattr(self, '_mode', None) or self.buffer.mode

    @property
    def closed(self):
        return self.buffer.closed

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None,
                    write_through=None):
        self._write_out()
        self._appends = False
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if newline is not ...:
            self._unqueue()
            self._newline = newline
            self._in_lines = newline is None or newline == '\n'
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through

    def detach(self):
        self.flush()
        self._appends = False
        buffer = self.buffer
        self.buffer = None
        return buffer

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    # writing

    def write(self, text, /):
        if self._appends and type(text) is str:
            pending = self._pending
            pending.append(text)
            if self._key not in _unflushed:
                _unflushed[self._key] = self
            length = len(text)
            if length > 4096 or len(pending) > 512:
                self._to_buffer()
            return length
        if type(text) is not str and not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')
        if not self.buffer.writable():
            self._unsupported('not writable')
        length = len(text)
        newline = self._newline
        if newline and newline != '\n' and '\n' in text:
            text = text.replace('\n', newline)
        with self._lock:
            self._rewind_reader()
            self._pending.append(text)
            _unflushed[self._key] = self
            if length > 4096 or len(self._pending) > 512 or self.write_through:
                self._to_buffer()
            if self.line_buffering and ('\n' in text or '\r' in text):
                self.flush()
        return length

    def _to_buffer(self):
        with self._lock:
            # First this, so that what is appended from now on registers anew.
            _unflushed.pop(self._key, None)
            pending = self._pending
            n = len(pending)
            if not n:
                return
            text = ''.join(pending[:n])
            del pending[:n]
            encoding = self.encoding
            if self._marked:
                if self._started or self.buffer.seekable() and self.buffer.tell() > 0:
                    low = encoding.lower().replace('_', '-')
                    encoding = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le',
                                'utf-8-sig': 'utf-8'}[low]
                self._started = True
            self.buffer.write(text.encode(encoding, self.errors))

    def _write_out(self):
        self._to_buffer()
        if self._plain is not None:
            self._plain._write_out()
        else:
            self.buffer.flush()

    def flush(self):
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')
        self._to_buffer()
        self.buffer.flush()

    def close(self):
        if self.buffer is not None and not self.buffer.closed:
            self._appends = False
            self._queue.clear()
            try:
                self._to_buffer()
            finally:
                self.buffer.close()

    # reading

    def _check_readable(self):
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')
        if not self.buffer.readable():
            self._unsupported('not readable')
        if self._pending:
            self._to_buffer()

    def _decode(self, data, final):
        """The text of some bytes; those that end within a character are kept for later."""
        data = self._rest + data
        self._rest = b''
        if not final and not self._one_byte:
            if self._utf8:
                n = _incomplete_utf8(data)
            else:
                # Only whole: other encodings are decoded at the end.
                n = len(data)
            if n:
                self._rest = data[len(data) - n:]
                data = data[:len(data) - n]
        text = data.decode(self.encoding, self.errors)
        newline = self._newline
        if newline is None or newline == '':
            if self._held:
                text = self._held + text
                self._held = ''
            if text.endswith('\r') and not final:
                text = text[:-1]
                self._held = '\r'
            if newline is None and '\r' in text:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def _unqueue(self):
        """Puts lines that nobody has taken back before the text."""
        if self._queue:
            lines = []
            while self._queue:
                lines.append(self._queue.pop())
            self._text = ''.join(lines) + self._text[self._at:]
            self._at = 0

    def _fill(self):
        """Cuts the next piece of text into lines; False at the end."""
        self._check_readable()
        with self._lock:
            if self._queue:
                return True
            while True:
                lines, rest = _posix.split_lines(self._text[self._at:])
                self._text = rest
                self._at = 0
                if lines:
                    self._queue.extend(lines)
                    return True
                if not self._more():
                    break
            if not self._text:
                return False
            self._queue.append(self._text)
            self._text = ''
            return True

    def _more(self):
        """Decodes the next piece; False at the end."""
        while True:
            data = self.buffer.read1(65536 if self._utf8 or self._one_byte else -1)
            text = self._decode(data, not data)
            if self._at:
                self._text = self._text[self._at:] + text
                self._at = 0
            else:
                self._text = self._text + text if self._text else text
            if text:
                return True
            if not data:
                return False

    def read(self, size=-1, /):
        self._check_readable()
        with self._lock:
            self._unqueue()
            if size is None or size < 0:
                text = self._text[self._at:]
                self._text = ''
                self._at = 0
                rest = self._decode(self.buffer.read(), True)
                return text + rest if text else rest
            while len(self._text) - self._at < size and self._more():
                pass
            text = self._text[self._at:self._at + size]
            self._at += len(text)
            return text

    def _line_end(self, start):
        """Behind the end of the line that begins at _at; -1 when more text must be read."""
        newline = self._newline
        if newline is None or newline == '\n':
            i = self._text.find('\n', start)
            return i + 1 if i >= 0 else -1
        if newline:
            i = self._text.find(newline, start)
            return i + len(newline) if i >= 0 else -1
        a = self._text.find('\n', start)
        b = self._text.find('\r', start)
        if b < 0 or 0 <= a < b:
            return a + 1 if a >= 0 else -1
        return b + 2 if self._text[b + 1:b + 2] == '\n' else b + 1

    def readline(self, size=-1, /):
        if self._in_lines and (size is None or size < 0):
            while True:
                try:
                    return self._queue.pop()
                except IndexError:
                    pass
                if not self._fill():
                    return ''
        self._check_readable()
        with self._lock:
            self._unqueue()
            while True:
                end = self._line_end(self._at)
                if end >= 0:
                    break
                if size is not None and 0 <= size <= len(self._text) - self._at:
                    end = len(self._text)
                    break
                if not self._more():
                    end = len(self._text)
                    break
            if size is not None and 0 <= size < end - self._at:
                end = self._at + size
            line = self._text[self._at:end]
            self._at = end
            return line

    def __iter__(self):
        self._require_open()
        return self._lines() if self._in_lines else self

    def _lines(self):
        # Never suspended inside a try: then the death of the generator would matter.
        take = self._queue.pop
        while True:
            try:
                line = take()
            except IndexError:
                if not self._fill():
                    return
                continue
            yield line

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    # positions

    def _rewind_reader(self):
        """Puts the byte stream where the reader of the text is."""
        self._unqueue()
        if not (self._text or self._rest or self._held):
            return
        left = self._held + self._text[self._at:]
        back = len(left.encode(self.encoding, self.errors)) + len(self._rest)
        self._text = ''
        self._at = 0
        self._rest = b''
        self._held = ''
        if back and self.buffer.seekable():
            self.buffer.seek(-back, 1)

    def tell(self):
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')
        if not self.buffer.seekable():
            self._unsupported('underlying stream is not seekable')
        with self._lock:
            self._to_buffer()
            self._unqueue()
            left = self._held + self._text[self._at:]
            return self.buffer.tell() - len(self._rest) - \
                len(left.encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0, /):
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')
        if not self.buffer.seekable():
            self._unsupported('underlying stream is not seekable')
        with self._lock:
            self._to_buffer()
            if whence == 1:
                if cookie:
                    self._unsupported("can't do nonzero cur-relative seeks")
                cookie = self.tell()
                whence = 0
            elif whence == 2:
                if cookie:
                    self._unsupported("can't do nonzero end-relative seeks")
            elif whence != 0:
                raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
            elif cookie < 0:
                raise ValueError(f'negative seek position {cookie!r}')
            self._queue.clear()
            self._text = ''
            self._at = 0
            self._rest = b''
            self._held = ''
            return self.buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self.flush()
        if size is None:
            size = self.tell()
        return self.buffer.truncate(size)

    def __repr__(self):
        name = getattr(self.buffer, 'name', None)
        shown = '' if name is None else f' name={name!r}'
        return f'<_io.TextIOWrapper{shown} mode={self.mode!r} encoding={self.encoding!r}>'


def _incomplete_utf8(data):
    """How many bytes at the end begin a character that is not complete."""
    for n in range(1, min(4, len(data)) + 1):
        c = data[len(data) - n]
        if c < 0x80:
            return 0
        if c >= 0xc0:
            need = 2 if c < 0xe0 else 3 if c < 0xf0 else 4
            return n if need > n else 0
    return 0


# ---- the standard streams as bytes

class _StandardBytes(BufferedIOBase):
    """sys.stdout.buffer."""

    mode = 'wb'

    def __init__(self, fd):
        self._fd = fd
        self.name = '<stdout>' if fd == 1 else '<stderr>'
        self.raw = self

    def writable(self):
        return True

    def fileno(self):
        return self._fd

    def isatty(self):
        return _posix.isatty(self._fd)

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return _posix.write(self._fd, bytes(data))


class _StandardInput(BufferedIOBase):
    """sys.stdin.buffer."""

    mode = 'rb'
    name = '<stdin>'

    def __init__(self, text):
        self._stream = text
        self.raw = self

    def readable(self):
        return True

    def fileno(self):
        return 0

    def isatty(self):
        return _posix.isatty(0)

    def read(self, size=-1, /):
        return self._stream._read_bytes(-1 if size is None else size)

    def readline(self, size=-1, /):
        return self._stream._read_line(-1 if size is None else size)


# ---- open

def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    """Opens a file and returns a stream."""
    if not isinstance(file, int):
        file = _fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    for c in mode:
        if c not in 'axrwb+t' or mode.count(c) > 1:
            raise ValueError(f'invalid mode: {mode!r}')
    binary = 'b' in mode
    if binary and 't' in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = [c for c in mode if c in 'axrw']
    if len(kinds) != 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if binary:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
    raw = FileIO(file, kinds[0] + ('+' if '+' in mode else ''), closefd, opener)
    line_buffering = False
    if buffering == 1 or buffering < 0 and raw.isatty():
        buffering = -1
        line_buffering = True
    if buffering < 0:
        buffering = DEFAULT_BUFFER_SIZE
    if buffering == 0:
        if binary:
            return raw
        raw.close()
        raise ValueError("can't have unbuffered text I/O")
    if '+' in mode:
        stream = BufferedRandom(raw, buffering)
    elif kinds[0] == 'r':
        stream = BufferedReader(raw, buffering)
    else:
        stream = BufferedWriter(raw, buffering)
    if binary:
        return stream
    try:
        text = TextIOWrapper(stream, encoding, errors, newline, line_buffering)
    except BaseException:
        stream.close()
        raise
    text._mode = mode
    return text


def open_code(path):
    return open(path, 'rb')


for _class in (FileIO, BytesIO, StringIO, BufferedReader, BufferedWriter, BufferedRandom,
               TextIOWrapper, IncrementalNewlineDecoder):
    _class.__module__ = '_io'
del _class
