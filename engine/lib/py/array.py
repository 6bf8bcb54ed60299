"""Sequences of numbers of one type."""

__all__ = ['array', 'ArrayType', 'typecodes']

import operator
import struct
import sys
from _collections_abc import MutableSequence

typecodes = 'bBuwhHiIlLqQfd'
_sizes = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8,
          'Q': 8, 'f': 4, 'd': 8}
_limits = {code: (0, (1 << 8 * _sizes[code]) - 1) if code.isupper() else
           (-1 << 8 * _sizes[code] - 1, (1 << 8 * _sizes[code] - 1) - 1) for code in 'bBhHiIlLqQ'}
_names = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer',
          'H': 'unsigned short', 'i': 'signed integer', 'I': 'unsigned int', 'l': 'signed int',
          'L': 'unsigned int'}


def _checked(code, value):
    """The value as an array of this type keeps it."""
    limits = _limits.get(code)
    if limits is not None:
        if type(value) is not int:
            if isinstance(value, float):
                raise TypeError("'float' object cannot be interpreted as an integer")
            value = operator.index(value)
        low, high = limits
        if not low <= value <= high:
            _out_of_range(code, value)
        return value
    if code == 'd' or code == 'f':
        if not isinstance(value, float):
            if isinstance(value, (str, bytes)) or not hasattr(type(value), '__float__') and \
                    not hasattr(type(value), '__index__'):
                raise TypeError(f'must be real number, not {type(value).__name__}')
            value = float(value)
        return value if code == 'd' else struct.unpack('f', struct.pack('f', value))[0]
    if not isinstance(value, str):
        raise TypeError('array item must be a unicode character, '
                        f'not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError('array item must be a string of length 1, '
                        f'not {type(value).__name__} of length {len(value)}')
    return value


def _out_of_range(code, value):
    low, high = _limits[code]
    name = _names.get(code)
    if code == 'Q' or code == 'L' or code == 'I':
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        raise OverflowError('Python int too large to convert to C unsigned long' if code != 'I'
                            else 'unsigned int is greater than maximum')
    if code in 'lq':
        raise OverflowError('int too big to convert' if code == 'q' else
                            'Python int too large to convert to C long')
    end = 'greater than maximum' if value > high else 'less than minimum'
    raise OverflowError(f'{name} is {end}')


class array:
    """array(typecode[, initializer]): like a list, but of numbers of one type."""

    __slots__ = ('typecode', '_items', '__weakref__')
    __module__ = 'array'

    def __new__(cls, typecode, initializer=(), /, **kwargs):
        if kwargs and cls is array:
            raise TypeError('array.array() takes no keyword arguments')
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not '
                            f'{type(typecode).__name__}')
        if typecode not in _sizes:
            raise ValueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)')
        self = object.__new__(cls)
        object.__setattr__(self, 'typecode', typecode)
        self._items = []
        if isinstance(initializer, str):
            if typecode not in 'uw':
                raise TypeError(f"cannot use a str to initialize an array with typecode "
                                f"'{typecode}'")
            self._items = list(initializer)
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            if isinstance(initializer, array) and initializer.typecode in 'uw' \
                    and typecode not in 'uw':
                raise TypeError("cannot use a unicode array to initialize an array with "
                                f"typecode '{typecode}'")
            self._items = [_checked(typecode, value) for value in initializer]
        return self

    def __setattr__(self, name, value):
        if name == 'typecode':
            raise AttributeError("attribute 'typecode' of 'array.array' objects is not writable")
        object.__setattr__(self, name, value)

    @property
    def itemsize(self):
        return _sizes[self.typecode]

    def _like(self, items):
        new = object.__new__(array)
        object.__setattr__(new, 'typecode', self.typecode)
        new._items = items
        return new

    def __repr__(self):
        name = type(self).__name__
        if not self._items:
            return f"{name}('{self.typecode}')"
        if self.typecode in 'uw':
            return f"{name}('{self.typecode}', {''.join(self._items)!r})"
        return f"{name}('{self.typecode}', {self._items!r})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        # What is appended while somebody iterates is seen, as in a list.
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._like(self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError('array index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError('can only assign array (not "%s") to array slice'
                                % type(value).__name__)
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            try:
                self._items[index] = value._items
            except ValueError as e:
                raise ValueError(str(e).replace('sequence of size', 'array of size')) from None
            return
        value = _checked(self.typecode, value)
        try:
            self._items[index] = value
        except IndexError:
            raise IndexError('array assignment index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __delitem__(self, index):
        try:
            del self._items[index]
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._like(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def append(self, value, /):
        self._items.append(_checked(self.typecode, value))

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items += iterable._items
            return
        for value in iterable:
            self.append(value)

    def insert(self, index, value, /):
        self._items.insert(index, _checked(self.typecode, value))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        try:
            return self._items.pop(index)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, value, /):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError('array.remove(x): x not in array') from None

    def index(self, value, start=0, stop=sys.maxsize, /):
        try:
            return self._items.index(value, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, value, /):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def clear(self):
        self._items.clear()

    def tolist(self):
        return list(self._items)

    def fromlist(self, list, /):
        if not isinstance(list, type([])):
            raise TypeError('arg must be list')
        self._items += [_checked(self.typecode, value) for value in list]

    def tobytes(self):
        if self.typecode in 'uw':
            return ''.join(self._items).encode('utf-32-le')
        return struct.pack(f'{len(self._items)}{self.typecode}', *self._items)

    def __bytes__(self):
        return self.tobytes()

    def frombytes(self, buffer, /):
        if isinstance(buffer, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(buffer)
        size = self.itemsize
        if len(data) % size:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode in 'uw':
            self._items += data.decode('utf-32-le')
        else:
            self._items += struct.unpack(f'{len(data) // size}{self.typecode}', data)

    def fromfile(self, f, n, /):
        if n < 0:
            raise ValueError('negative count')
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) - len(data) % self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromunicode(self, ustr, /):
        if self.typecode not in 'uw':
            raise ValueError('fromunicode() may only be called on unicode type arrays '
                             "('u' or 'w')")
        self._items += ustr

    def tounicode(self):
        if self.typecode not in 'uw':
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return ''.join(self._items)

    def byteswap(self):
        size = self.itemsize
        data = self.tobytes()
        self._items = []
        self.frombytes(b''.join([data[i:i + size][::-1] for i in range(0, len(data), size)]))

    def buffer_info(self):
        return id(self._items), len(self._items)

    def __copy__(self):
        return self._like(list(self._items))

    def __deepcopy__(self, memo):
        return self._like(list(self._items))

    def __reduce_ex__(self, protocol):
        if self.typecode in 'uw':
            return array, (self.typecode, ''.join(self._items))
        return array, (self.typecode, list(self._items))

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


MutableSequence.register(array)
ArrayType = array


def _array_reconstructor(arraytype, typecode, mformat_code, items):
    return arraytype(typecode, items)
