"""Compressed bytes (RFC 1950, RFC 1951, RFC 1952)."""

import _deflate
from _digest import adler32, crc32

__version__ = '1.0'
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.3.1'
DEFLATED = 8
MAX_WBITS = 15
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)


class error(Exception):
    pass


error.__module__ = 'zlib'


def _octets(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(data)


def _packed(data, level, wbits):
    if not -1 <= level <= 9:
        raise error('Bad compression level')
    if level == -1:
        level = 6
    body = _deflate.deflate(data, level)
    if -15 <= wbits <= -8:
        return body
    if 8 <= wbits <= 15:
        flags = 0 if level < 2 else 1 if level < 6 else 2 if level == 6 else 3
        head = (max(wbits, 9) - 8) << 12 | 0x800 | flags << 6
        head += 31 - head % 31
        return head.to_bytes(2) + body + adler32(data).to_bytes(4)
    if 24 <= wbits <= 31:
        extra = 2 if level == 9 else 4 if level == 1 else 0
        return (bytes([31, 139, 8, 0, 0, 0, 0, 0, extra, 3]) + body
                + crc32(data).to_bytes(4, 'little') + (len(data) & 0xFFFFFFFF).to_bytes(4, 'little'))
    raise ValueError('Invalid initialization option')


def compress(data, /, level=-1, wbits=15):
    return _packed(_octets(data), level, wbits)


class _Incomplete(Exception):
    pass


def _gzip_start(data):
    if len(data) < 10:
        raise _Incomplete
    flags = data[3]
    at = 10
    if flags & 4:
        at += 2 + int.from_bytes(data[at:at + 2], 'little')
    for flag in (8, 16):
        if flags & flag:
            end = data.find(b'\0', at)
            if end < 0:
                raise _Incomplete
            at = end + 1
    if flags & 2:
        at += 2
    if at > len(data):
        raise _Incomplete
    return at


_problems = {2: 'invalid block type', 3: 'invalid stored block lengths', 4: 'invalid code',
             5: 'invalid distance too far back'}


def _unpacked(data, wbits, doing):
    """(contents, where they end, whether they are complete)"""
    kind = 'raw' if -15 <= wbits < 0 else 'gzip' if 24 <= wbits <= 31 else 'zlib'
    if 40 <= wbits <= 47:
        kind = 'gzip' if data[:2] == b'\x1f\x8b' else 'zlib'
    start = 0
    try:
        if kind == 'gzip':
            if data[:2] != b'\x1f\x8b'[:len(data)]:
                raise error(f'Error -3 while {doing}: incorrect header check')
            start = _gzip_start(data)
        elif kind == 'zlib':
            if len(data) < 2:
                raise _Incomplete
            if int.from_bytes(data[:2]) % 31:
                raise error(f'Error -3 while {doing}: incorrect header check')
            if data[0] & 15 != 8:
                raise error(f'Error -3 while {doing}: unknown compression method')
            start = 2
    except _Incomplete:
        return b'', 0, False
    contents, end, state = _deflate.inflate(data, start)
    if state == 1:
        return contents, end, False
    if state:
        raise error(f'Error -3 while {doing}: {_problems[state]}')
    if kind == 'zlib':
        if len(data) < end + 4:
            return contents, end, False
        if int.from_bytes(data[end:end + 4]) != adler32(contents):
            raise error(f'Error -3 while {doing}: incorrect data check')
        end += 4
    elif kind == 'gzip':
        if len(data) < end + 8:
            return contents, end, False
        if int.from_bytes(data[end:end + 4], 'little') != crc32(contents):
            raise error(f'Error -3 while {doing}: incorrect data check')
        end += 8
    return contents, end, True


def decompress(data, /, wbits=15, bufsize=DEF_BUF_SIZE):
    contents, _, complete = _unpacked(_octets(data), wbits, 'decompressing data')
    if not complete:
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    return contents


class _Compress:
    """Compresses what it is given, at the end."""

    def __init__(self, level, wbits):
        self._level = level
        self._wbits = wbits
        self._parts = []

    def compress(self, data, /):
        self._parts.append(_octets(data))
        return b''

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b''
        return _packed(b''.join(self._parts), self._level, self._wbits)

    def copy(self):
        new = _Compress(self._level, self._wbits)
        new._parts = list(self._parts)
        return new


_Compress.__name__ = _Compress.__qualname__ = 'Compress'
_Compress.__module__ = 'zlib'


def compressobj(level=-1, method=DEFLATED, wbits=15, memLevel=DEF_MEM_LEVEL,
                strategy=Z_DEFAULT_STRATEGY, zdict=None):
    return _Compress(level, wbits)


class _Decompress:
    """Gives the contents of a stream as far as it has come."""

    def __init__(self, wbits):
        self._wbits = wbits
        self._data = b''
        self._given = 0
        self.eof = False
        self.unused_data = b''
        self.unconsumed_tail = b''

    def decompress(self, data, /, max_length=0):
        if max_length < 0:
            raise ValueError('max_length must be non-negative')
        data = _octets(data)
        if self.eof:
            self.unused_data += data
            return b''
        self._data += data.removeprefix(self.unconsumed_tail)
        contents, end, complete = _unpacked(self._data, self._wbits, 'decompressing data')
        out = contents[self._given:]
        self.unconsumed_tail = b''
        if max_length and len(out) > max_length:
            out = out[:max_length]
            self.unconsumed_tail = self._data[-1:]
        elif complete:
            self.eof = True
            self.unused_data = self._data[end:]
        self._given += len(out)
        return out

    def flush(self, length=DEF_BUF_SIZE, /):
        if self.eof:
            return b''
        contents, end, complete = _unpacked(self._data, self._wbits, 'decompressing data')
        out = contents[self._given:]
        self._given += len(out)
        self.eof = complete
        return out

    def copy(self):
        new = _Decompress(self._wbits)
        new.__dict__.update(self.__dict__)
        return new


_Decompress.__name__ = _Decompress.__qualname__ = 'Decompress'
_Decompress.__module__ = 'zlib'


def decompressobj(wbits=15, zdict=b''):
    return _Decompress(wbits)
