"""Numbers and text as packed bytes."""

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct',
           'error']

import _packed


class error(Exception):
    pass


# letter -> (native size, standard size, kind)
_formats = {'x': (1, 1, 'pad'), 'c': (1, 1, 'char'), 'b': (1, 1, 'int'), 'B': (1, 1, 'uint'),
            '?': (1, 1, 'bool'), 'h': (2, 2, 'int'), 'H': (2, 2, 'uint'), 'i': (4, 4, 'int'),
            'I': (4, 4, 'uint'), 'l': (8, 4, 'int'), 'L': (8, 4, 'uint'), 'q': (8, 8, 'int'),
            'Q': (8, 8, 'uint'), 'n': (8, None, 'int'), 'N': (8, None, 'uint'),
            'e': (2, 2, 'float'), 'f': (4, 4, 'float'), 'd': (8, 8, 'float'),
            's': (1, 1, 'bytes'), 'p': (1, 1, 'pascal'), 'P': (8, None, 'uint')}


def _parse(format):
    """(byte order, size, [(letter, kind, size, count, offset)])"""
    if isinstance(format, (bytes, bytearray)):
        format = bytes(format).decode('ascii')
    if not isinstance(format, str):
        raise TypeError('Struct() argument 1 must be a str or bytes object, '
                        f'not {type(format).__name__}')
    if '\0' in format:
        raise error('embedded null character')
    order, native, aligned = 'little', True, True
    text = format
    if text and text[0] in '@=<>!':
        native = aligned = text[0] == '@'
        if text[0] in '>!':
            order = 'big'
        text = text[1:]
    offset = 0
    fields = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
            continue
        start = i
        while i < len(text) and '0' <= text[i] <= '9':
            i += 1
        if i >= len(text):
            raise error('repeat count given without format specifier')
        count = int(text[start:i]) if i > start else 1
        letter = text[i]
        i += 1
        known = _formats.get(letter)
        size = None if known is None else known[0 if native else 1]
        if size is None:
            raise error('bad char in struct format')
        if aligned and offset % size:
            offset += size - offset % size
        fields.append((letter, known[2], size, count, offset))
        offset += size * count
        if offset > 0x7fff_ffff_ffff_ffff:
            raise error('total struct size too long')
    return order, offset, fields


def _plain(letter, value):
    """The value as a plain one that fits the letter; else the error."""
    if letter == 'c':
        raise error('char format requires a bytes object of length 1')
    if letter == 's' or letter == 'p':
        raise error(f"argument for '{letter}' must be a bytes object")
    if letter == '?':
        return bool(value)
    if letter in 'efd':
        if not isinstance(value, (int, float)):
            try:
                return float(value)
            except TypeError:
                raise error('required argument is not a float') from None
        value = float(value)
        raise OverflowError(f'float too large to pack with {letter} format')
    method = getattr(type(value), '__index__', None)
    if method is None:
        raise error('required argument is not an integer')
    return method(value) if not isinstance(value, int) else int(value)


def _sized(buffer):
    """What the natives take as a buffer, and how many bytes it has."""
    length = _packed.size(buffer)
    if length is None:
        if isinstance(buffer, str) or not hasattr(type(buffer), '__buffer__'):
            raise TypeError("a bytes-like object is required, "
                            f"not '{type(buffer).__name__}'")
        buffer = memoryview(buffer)
        length = buffer.nbytes
    return buffer, length


class Struct:
    """A format, parsed once."""

    def __init__(self, format):
        order, self.size, fields = _parse(format)
        self._big = order == 'big'
        self.format = format if isinstance(format, str) else bytes(format).decode('ascii')
        # A row of a field: where it begins, how many there are, letter, size of one.
        self._rows = b''.join([
            offset.to_bytes(8, 'little') + count.to_bytes(8, 'little') + letter.encode()
            + bytes([size])
            for letter, kind, size, count, offset in fields if kind != 'pad'])
        self._fields = fields
        self._count = sum([0 if kind == 'pad' else 1 if kind in ('bytes', 'pascal') else count
                           for _, kind, _, count, _ in fields])

    def pack(self, *values):
        if len(values) != self._count:
            raise error(f'pack expected {self._count} items for packing (got {len(values)})')
        data = _packed.pack(self._rows, self._big, self.size, values)
        return data if type(data) is bytes else self._pack_slowly(values, data)

    def _pack_slowly(self, values, n):
        values = list(values)
        data = n
        last = -1
        while type(data) is not bytes:
            n = data
            letter, kind, size = self._field_of(n)
            value = values[n] = _plain(letter, values[n])
            if n == last:
                bits = 8 * size
                low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if kind == 'int' else \
                    (0, (1 << bits) - 1)
                raise error(f"'{letter}' format requires {low} <= number <= {high}")
            last = n
            data = _packed.pack(self._rows, self._big, self.size, tuple(values))
        return data

    def _field_of(self, n):
        """Letter, kind and size of the n-th value."""
        for letter, kind, size, count, _ in self._fields:
            if kind == 'pad':
                continue
            n -= 1 if kind in ('bytes', 'pascal') else count
            if n < 0:
                return letter, kind, size

    def unpack(self, buffer):
        buffer, length = _sized(buffer)
        if length != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return _packed.unpack(self._rows, self._big, length, buffer, 0)

    def unpack_from(self, /, buffer, offset=0):
        buffer, length = _sized(buffer)
        offset = self._start(offset, length, 'not enough data to unpack')
        if length - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {self.size + offset} bytes for '
                        f'unpacking {self.size} bytes at offset {offset} (actual buffer size is '
                        f'{length})')
        return _packed.unpack(self._rows, self._big, self.size, buffer, offset)

    def _start(self, offset, length, short):
        if offset >= 0:
            return offset
        if offset + self.size > 0:
            raise error(f'{short} {self.size} bytes at offset {offset}')
        if offset + length < 0:
            raise error(f'offset {offset} out of range for {length}-byte buffer')
        return offset + length

    def pack_into(self, buffer, offset, *values):
        data = self.pack(*values)
        with memoryview(buffer) as view:
            if view.readonly:
                raise TypeError('pack_into() argument must be read-write bytes-like object, '
                                f'not {type(buffer).__name__}')
            with view.cast('B') as view:
                offset = self._start(offset, len(view), 'no space to pack')
                if len(view) - offset < self.size:
                    raise error('pack_into requires a buffer of at least '
                                f'{self.size + offset} bytes for packing {self.size} bytes at '
                                f'offset {offset} (actual buffer size is {len(view)})')
                view[offset:offset + self.size] = data

    def iter_unpack(self, buffer):
        if not self.size:
            raise error('cannot iteratively unpack with a struct of length 0')
        buffer, length = _sized(buffer)
        if length % self.size:
            raise error('iterative unpacking requires a buffer of a multiple of '
                        f'{self.size} bytes')
        iterator = object.__new__(unpack_iterator)
        iterator._struct, iterator._buffer, iterator._at = self, buffer, 0
        return iterator

    def __repr__(self):
        return f'{type(self).__name__}({self.format!r})'


class unpack_iterator:
    """What iter_unpack() returns."""

    __slots__ = ('_struct', '_buffer', '_at')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_struct.unpack_iterator' instances")

    def __iter__(self):
        return self

    def __length_hint__(self):
        return (_sized(self._buffer)[1] - self._at) // self._struct.size

    def __next__(self):
        at = self._at
        if at >= _sized(self._buffer)[1]:
            raise StopIteration
        self._at = at + self._struct.size
        struct = self._struct
        return _packed.unpack(struct._rows, struct._big, struct.size, self._buffer, at)


_known = {}


def _struct(format):
    found = _known.get(format)
    if found is None:
        found = Struct(format)
        if len(_known) >= 100:
            _known.clear()
        _known[format] = found
    return found


def calcsize(format, /):
    return _struct(format).size


def pack(format, /, *values):
    struct = _known.get(format) or _struct(format)
    if len(values) == struct._count:
        data = _packed.pack(struct._rows, struct._big, struct.size, values)
        if type(data) is bytes:
            return data
    return struct.pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    struct = _known.get(format) or _struct(format)
    if type(buffer) is bytes and len(buffer) == struct.size:
        return _packed.unpack(struct._rows, struct._big, struct.size, buffer, 0)
    return struct.unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
