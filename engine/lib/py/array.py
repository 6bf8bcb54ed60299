"""Sequences of numbers of one type."""

__all__ = ['array', 'ArrayType', 'typecodes']

import operator
import sys
import _array
import _heddle
from _collections_abc import MutableSequence

array = ArrayType = _heddle.builtin_type('array')
typecodes = 'bBuwhHiIlLqQfd'
MutableSequence.register(array)


# ---- what the natives of the type leave to Python

def _new_u(cls, initializer):
    import warnings
    warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16",
                  DeprecationWarning, stacklevel=3)
    return _array.make_u(cls, initializer)


def _filled(new, iterable):
    for value in iterable:
        array.append(new, value)
    return new


def _retry(method, at, *args):
    value = _converted(args[0].typecode, args[at])
    return getattr(array, method)(*args[:at], value, *args[at + 1:])


def _converted(code, value):
    """The value as a plain number that fits; else the error."""
    if code in 'uw':
        if not isinstance(value, str):
            raise TypeError('array item must be a unicode character, '
                            f'not {type(value).__name__}')
        raise TypeError('array item must be a string of length 1, '
                        f'not a string of length {len(value)}')
    if code in 'fd':
        if isinstance(value, int):
            raise OverflowError('int too large to convert to float')
        if not hasattr(type(value), '__float__') and not hasattr(type(value), '__index__'):
            raise TypeError(f'must be real number, not {type(value).__name__}')
        return float(value)
    value = operator.index(value)
    size = 8 * array(code).itemsize
    if code.isupper():
        low, high = 0, (1 << size) - 1
    else:
        low, high = -1 << size - 1, (1 << size - 1) - 1
    if low <= value <= high:
        return value
    end = 'less than minimum' if value < low else 'greater than maximum'
    if code in 'bBhHi' and not -1 << 63 <= value < 1 << 63:
        raise OverflowError('Python int too large to convert to C long')
    # The C type that CPython reads the number as, before it looks at the range of the item's.
    read_as = {'b': ('signed short integer', 16), 'h': ('signed short integer', 16),
               'H': ('signed integer', 32), 'i': ('signed integer', 32)}.get(code)
    if read_as is not None and not -1 << read_as[1] - 1 <= value < 1 << read_as[1] - 1:
        raise OverflowError(f'{read_as[0]} is {end}')
    if code in _names:
        raise OverflowError(f'{_names[code]} is {end}')
    if code == 'I' or code == 'L':
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        if code == 'L' or value >= 1 << 64:
            raise OverflowError('Python int too large to convert to C unsigned long')
        raise OverflowError('unsigned int is greater than maximum')
    if code == 'Q' and value < 0:
        raise OverflowError("can't convert negative int to unsigned")
    raise OverflowError('Python int too large to convert to C long' if code == 'l' else
                        'int too big to convert')


_names = {'b': 'signed char', 'B': 'unsigned byte integer', 'H': 'unsigned short'}


def _extend(self, iterable):
    for value in iterable:
        array.append(self, value)


def _fromlist(self, values):
    before = len(self)
    try:
        for i in range(len(values)):
            array.append(self, values[i])
            if len(values) <= i:
                raise RuntimeError('list changed size during iteration')
    except BaseException:
        del self[before:]
        raise


def _index(self, value, start, stop):
    start, stop, _ = slice(start, stop).indices(len(self))
    for i in range(start, stop):
        if i < len(self) and (self[i] is value or self[i] == value):
            return i
    raise ValueError('array.index(x): x not in array')


def _remove(self, value):
    i = 0
    while i < len(self):
        if self[i] is value or self[i] == value:
            del self[i]
            return
        i += 1
    raise ValueError('array.remove(x): x not in array')


def _repr_of_characters(self):
    text = array.tobytes(self).decode('utf-32-le', 'surrogatepass')
    return f"{type(self).__name__}('{self.typecode}', {text!r})"


def _tounicode(self):
    if self.typecode not in 'uw':
        raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
    return array.tobytes(self).decode('utf-32-le', 'surrogatepass')


def _fromfile(self, f, n):
    if n < 0:
        raise ValueError('negative count')
    data = f.read(n * self.itemsize)
    if not isinstance(data, bytes):
        raise TypeError("read() didn't return bytes")
    array.frombytes(self, data)
    if len(data) < n * self.itemsize:
        raise EOFError("read() didn't return enough bytes")


def _tofile(self, f):
    data = memoryview(array.tobytes(self))
    for i in range(0, len(data), 64 * 1024):
        f.write(bytes(data[i:i + 64 * 1024]))


# ---- pickling

# (letter of struct, size, whether it is big-endian), by the number of a machine's format; the
# last are UTF-16 and UTF-32.
_formats = [('B', 1, False), ('b', 1, False), ('H', 2, False), ('H', 2, True), ('h', 2, False),
            ('h', 2, True), ('I', 4, False), ('I', 4, True), ('i', 4, False), ('i', 4, True),
            ('Q', 8, False), ('Q', 8, True), ('q', 8, False), ('q', 8, True), ('f', 4, False),
            ('f', 4, True), ('d', 8, False), ('d', 8, True), ('u', 2, False), ('u', 2, True),
            ('u', 4, False), ('u', 4, True)]


def _machine_format(self):
    code = self.typecode
    letter = 'u' if code in 'uw' else code.replace('l', 'q').replace('L', 'Q')
    return _formats.index((letter, self.itemsize, False))


def _reduce_ex(self, protocol):
    if not isinstance(protocol, int):
        raise TypeError('an integer is required')
    attributes = getattr(self, '__dict__', None)
    if protocol < 3:
        items = array.tounicode(self) if self.typecode in 'uw' else array.tolist(self)
        return type(self), (self.typecode, items), attributes
    return (_array_reconstructor,
            (type(self), self.typecode, _machine_format(self), array.tobytes(self)), attributes)


def _array_reconstructor(arraytype, typecode, mformat_code, items, /):
    if not isinstance(arraytype, type):
        raise TypeError('first argument must be a type object, not '
                        f'{type(arraytype).__name__}')
    if not issubclass(arraytype, array):
        raise TypeError(f'{arraytype.__name__} is not a subtype of array.array')
    if not isinstance(typecode, str):
        raise TypeError('_array_reconstructor() argument 2 must be a unicode character, not '
                        f'{type(typecode).__name__}')
    if typecode not in typecodes or len(typecode) != 1:
        raise ValueError('second argument must be a valid type code')
    if not 0 <= mformat_code < len(_formats):
        raise ValueError('third argument must be a valid machine format code.')
    if not isinstance(items, bytes):
        raise TypeError(f'fourth argument should be bytes, not {type(items).__name__}')
    letter, size, big = _formats[mformat_code]
    if letter == 'u':
        encoding = f'utf-{8 * size}-{"be" if big else "le"}'
        return arraytype(typecode, items.decode(encoding, 'surrogatepass'))
    if len(items) % size:
        raise ValueError('bytes length not a multiple of item size')
    import struct
    order = '>' if big else '<'
    return arraytype(typecode, struct.unpack(f'{order}{len(items) // size}{letter}', items))


_array_reconstructor.__module__ = 'array'
