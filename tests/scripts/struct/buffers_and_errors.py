import operator
import struct

data = bytearray(10)


def show(function, *args):
    try:
        print(function(*args))
    except struct.error as e:
        print('error:', e)


show(struct.pack_into, '<I', data, -2, 123)
show(struct.pack_into, '<B', data, -11, 123)
show(struct.unpack_from, '<I', data, -2)
show(struct.calcsize, '\0')
show(struct.calcsize, f'{2 ** 63}b')
it = struct.iter_unpack('<H', bytes(6))
print(operator.length_hint(it), next(it), operator.length_hint(it), repr(struct.Struct('<H')))
show(struct.iter_unpack, '<H', b'123')

# expect-stdout:
# error: no space to pack 4 bytes at offset -2
# error: offset -11 out of range for 10-byte buffer
# error: not enough data to unpack 4 bytes at offset -2
# error: embedded null character
# error: total struct size too long
# 3 (0,) 2 Struct('<H')
# error: iterative unpacking requires a buffer of a multiple of 2 bytes
