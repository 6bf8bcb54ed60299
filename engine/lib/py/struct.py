"""Numbers and text as packed bytes."""

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct',
           'error']

from math import copysign, frexp, isinf, isnan, ldexp


class error(Exception):
    pass


# letter -> (native size, standard size, kind)
_formats = {'x': (1, 1, 'pad'), 'c': (1, 1, 'char'), 'b': (1, 1, 'int'), 'B': (1, 1, 'uint'),
            '?': (1, 1, 'bool'), 'h': (2, 2, 'int'), 'H': (2, 2, 'uint'), 'i': (4, 4, 'int'),
            'I': (4, 4, 'uint'), 'l': (8, 4, 'int'), 'L': (8, 4, 'uint'), 'q': (8, 8, 'int'),
            'Q': (8, 8, 'uint'), 'n': (8, None, 'int'), 'N': (8, None, 'uint'),
            'e': (2, 2, 'float'), 'f': (4, 4, 'float'), 'd': (8, 8, 'float'),
            's': (1, 1, 'bytes'), 'p': (1, 1, 'pascal'), 'P': (8, None, 'uint')}
# bytes -> (bits of the exponent, bits of the fraction)
_floats = {2: (5, 10), 4: (8, 23), 8: (11, 52)}


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


def _encode_float(value, size, letter):
    exponent_bits, fraction_bits = _floats[size]
    top = (1 << exponent_bits) - 1
    bias = top >> 1
    sign = 1 if copysign(1.0, value) < 0 else 0
    if isnan(value):
        exponent, fraction = top, 1 << fraction_bits - 1
    elif isinf(value):
        exponent, fraction = top, 0
    elif not value:
        exponent = fraction = 0
    else:
        mantissa, exponent = frexp(abs(value))
        exponent += bias - 1
        if exponent <= 0:
            scaled = ldexp(mantissa, fraction_bits + exponent)
            exponent = 0
        else:
            scaled = ldexp(mantissa * 2.0 - 1.0, fraction_bits)
        # round() goes to the even one of two neighbours, as the hardware does.
        fraction = round(scaled)
        if fraction >> fraction_bits:
            fraction = 0
            exponent += 1
        if exponent >= top:
            if letter == 'e':
                raise OverflowError('float too large to pack with e format')
            raise OverflowError(f'float too large to pack with {letter} format')
    return sign << exponent_bits + fraction_bits | exponent << fraction_bits | fraction


def _decode_float(bits, size):
    exponent_bits, fraction_bits = _floats[size]
    top = (1 << exponent_bits) - 1
    bias = top >> 1
    fraction = bits & (1 << fraction_bits) - 1
    exponent = bits >> fraction_bits & top
    if exponent == top:
        value = float('nan') if fraction else float('inf')
    elif exponent == 0:
        value = ldexp(float(fraction), 1 - bias - fraction_bits)
    else:
        value = ldexp(float(fraction | 1 << fraction_bits), exponent - bias - fraction_bits)
    return -value if bits >> exponent_bits + fraction_bits else value


def _integer(value, size, kind, letter):
    if not isinstance(value, int):
        method = getattr(type(value), '__index__', None)
        if method is None:
            raise error('required argument is not an integer')
        value = method(value)
    bits = 8 * size
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if kind == 'int' else (0, (1 << bits) - 1)
    if not low <= value <= high:
        raise error(f"'{letter}' format requires {low} <= number <= {high}")
    return value


class Struct:
    """A format, parsed once."""

    def __init__(self, format):
        self._order, self.size, self._fields = _parse(format)
        self.format = format.decode('ascii') if isinstance(format, (bytes, bytearray)) else format
        self._count = sum([0 if kind == 'pad' else 1 if kind in ('bytes', 'pascal') else count
                           for _, kind, _, count, _ in self._fields])

    def pack(self, *values):
        if len(values) != self._count:
            raise error(f'pack expected {self._count} items for packing (got {len(values)})')
        out = bytearray(self.size)
        order = self._order
        n = 0
        for letter, kind, size, count, offset in self._fields:
            if kind == 'pad':
                continue
            if kind == 'bytes' or kind == 'pascal':
                value = values[n]
                n += 1
                if not isinstance(value, (bytes, bytearray)):
                    raise error(f"argument for '{letter}' must be a bytes object")
                value = bytes(value)
                if kind == 'pascal':
                    value = value[:max(count - 1, 0)]
                    value = bytes([min(len(value), 255)]) + value
                value = value[:count]
                out[offset:offset + len(value)] = value
                continue
            for _ in range(count):
                value = values[n]
                n += 1
                if kind == 'char':
                    if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                        raise error('char format requires a bytes object of length 1')
                    out[offset] = value[0]
                elif kind == 'bool':
                    out[offset] = 1 if value else 0
                else:
                    if kind == 'float':
                        try:
                            value = float(value)
                        except TypeError:
                            raise error('required argument is not a float') from None
                        number = _encode_float(value, size, letter)
                    else:
                        number = _integer(value, size, kind, letter)
                    out[offset:offset + size] = number.to_bytes(size, order, signed=number < 0)
                offset += size
        return bytes(out)

    def _read(self, data, start):
        values = []
        order = self._order
        for letter, kind, size, count, offset in self._fields:
            at = start + offset
            if kind == 'pad':
                continue
            if kind == 'bytes':
                values.append(bytes(data[at:at + count]))
            elif kind == 'pascal':
                length = min(data[at], count - 1) if count else 0
                values.append(bytes(data[at + 1:at + 1 + length]))
            else:
                for _ in range(count):
                    part = bytes(data[at:at + size])
                    at += size
                    if kind == 'char':
                        values.append(part)
                    elif kind == 'bool':
                        values.append(part != b'\0')
                    elif kind == 'float':
                        values.append(_decode_float(int.from_bytes(part, order), size))
                    else:
                        values.append(int.from_bytes(part, order, signed=kind == 'int'))
        return tuple(values)

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self._read(buffer, 0)

    def unpack_from(self, buffer, offset=0):
        offset = self._start(offset, len(buffer), 'not enough data to unpack')
        if len(buffer) - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {self.size + offset} bytes for '
                        f'unpacking {self.size} bytes at offset {offset} (actual buffer size is '
                        f'{len(buffer)})')
        return self._read(buffer, offset)

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
        offset = self._start(offset, len(buffer), 'no space to pack')
        if len(buffer) - offset < self.size:
            raise error(f'pack_into requires a buffer of at least {self.size + offset} bytes for '
                        f'packing {self.size} bytes at offset {offset} (actual buffer size is '
                        f'{len(buffer)})')
        buffer[offset:offset + self.size] = data

    def iter_unpack(self, buffer):
        if not self.size:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(buffer) % self.size:
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
        return (len(self._buffer) - self._at) // self._struct.size

    def __next__(self):
        at = self._at
        if at >= len(self._buffer):
            raise StopIteration
        self._at = at + self._struct.size
        return self._struct._read(self._buffer, at)


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
    return _struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
