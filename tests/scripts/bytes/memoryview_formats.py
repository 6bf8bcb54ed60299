import array
import struct


def error(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


a = array.array('i', [1, -2, 3])
v = memoryview(a)
print(v.format, v.itemsize, v.nbytes, len(v), v.shape, v.strides, v.ndim, v.readonly, v.obj is a)  # expect: i 4 12 3 (3,) (4,) 1 False True
v[1] = 70000
print(a, v.tolist(), list(v), v[-1], v[::2].tolist(), v[::-1].tolist())  # expect: array('i', [1, 70000, 3]) [1, 70000, 3] [1, 70000, 3] 3 [1, 3] [3, 70000, 1]
print(error(v.__setitem__, 0, 2**40), error(v.__setitem__, 0, 'x'), error(v.__getitem__, 3))  # expect: ValueError: memoryview: invalid value for format 'i' TypeError: memoryview: invalid type for format 'i' IndexError: index out of bounds on dimension 1
print(error(a.append, 4), error(a.pop), error(a.__imul__, 2), len(a))  # expect: BufferError: cannot resize an array that is exporting buffers BufferError: cannot resize an array that is exporting buffers BufferError: cannot resize an array that is exporting buffers 3
a[0] = 9
print(v[0], v == a, v == array.array('q', [9, 70000, 3]), v == b'x', hash(memoryview(b'ab')) == hash(b'ab'))  # expect: 9 True True False True
v.release()
a.append(4)
print(a, error(v.tolist), error(bytes, v), error(len, v))  # expect: array('i', [9, 70000, 3, 4]) ValueError: operation forbidden on released memoryview object ValueError: operation forbidden on released memoryview object ValueError: operation forbidden on released memoryview object

b = bytearray(range(24))
v = memoryview(b)
w = v.cast('I')
print(w.format, w.shape, w[1], w.tolist() == list(struct.unpack('6I', b)))  # expect: I (6,) 117835012 True
m = v.cast('B', (2, 3, 4))
print(m.shape, m.strides, m.ndim, m[1, 2, 3], m.tolist())  # expect: (2, 3, 4) (12, 4, 1) 3 23 [[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
m[0, 1, 2] = 255
print(b[6], error(m.__getitem__, 0), error(m.__getitem__, (0, 0, 4)), error(m.__getitem__, (0, 0)))  # expect: 255 NotImplementedError: multi-dimensional sub-views are not implemented IndexError: index out of bounds on dimension 3 NotImplementedError: sub-views are not implemented
print(m.tobytes() == bytes(b), m.cast('B').shape, m.tobytes('F')[:6], m.c_contiguous, m.f_contiguous)  # expect: True (24,) b'\x00\x0c\x04\x10\x08\x14' True False
print(error(v.cast, 'x'), '|', error(w.cast, 'd'), '|', error(v[1:].cast, 'I'), '|', error(v[::2].cast, 'H'))  # expect: ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@' | TypeError: memoryview: cannot cast between two non-byte formats | TypeError: memoryview: length is not a multiple of itemsize | TypeError: memoryview: casts are restricted to C-contiguous views
print(error(v.cast, 'B', (5, 5)), '|', error(v.cast, 'B', [0]), '|', error(v.cast, 'B', 'x'))  # expect: TypeError: memoryview: product(shape) * itemsize != buffer size | ValueError: memoryview.cast(): elements of shape must be integers > 0 | TypeError: shape must be a list or a tuple
d = memoryview(bytearray(8)).cast('d')
d[0] = 1.5
print(d.tolist(), d.tobytes(), memoryview(d.tobytes()).cast('@d')[0], memoryview(b'\x01').cast('?')[0])  # expect: [1.5] b'\x00\x00\x00\x00\x00\x00\xf8?' 1.5 True
c = memoryview(bytearray(b'abc')).cast('c')
c[0] = b'Z'
print(c.tolist(), error(c.__setitem__, 0, b'xy'), error(c.__setitem__, 0, 5))  # expect: [b'Z', b'b', b'c'] ValueError: memoryview: invalid value for format 'c' TypeError: memoryview: invalid type for format 'c'
r = memoryview(bytearray(b'abc')).toreadonly()
print(r.readonly, error(r.__setitem__, 0, 1), error(hash, memoryview(bytearray(1))), error(hash, memoryview(b'ab').cast('H')))  # expect: True TypeError: cannot modify read-only memory ValueError: cannot hash writable memoryview object ValueError: memoryview: hashing is restricted to formats 'B', 'b' or 'c'
print(memoryview(b'abcd').hex(), memoryview(b'abcd').hex(':', 2), memoryview(b'abcd')[::-1].hex('-'))  # expect: 61626364 6162:6364 64-63-62-61

half = memoryview(struct.pack('4e', 0.0, -1.5, 65504.0, 2**-24)).cast('e')
print(half.tolist(), error(struct.pack, 'e', 65520.0), struct.pack('<e', float('inf')))  # expect: [0.0, -1.5, 65504.0, 5.960464477539063e-08] OverflowError: float too large to pack with e format b'\x00|'
v = memoryview(bytearray(4))
v[:] = array.array('B', b'wxyz')
print(v.tobytes(), error(v.__setitem__, slice(0, 2), b'abc'), error(v.__setitem__, slice(0, 4), array.array('b', b'wxyz')))  # expect: b'wxyz' ValueError: memoryview assignment: lvalue and rvalue have different structures ValueError: memoryview assignment: lvalue and rvalue have different structures
print(b''.join([array.array('H', [1, 2]), memoryview(b'z')]), bytes(array.array('H', [258])), b'a' + array.array('B', b'b'))  # expect: b'\x01\x00\x02\x00z' b'\x02\x01' b'ab'
print(int.from_bytes(array.array('B', [1, 2]), 'big'), bytearray(b'b') == array.array('B', b'b'), b'b' == array.array('B', b'b'))  # expect: 258 True False

s = bytearray(12)
struct.pack_into('<hI', s, 2, -2, 7)
t = array.array('H', [0] * 4)
struct.pack_into('=4H', t, 0, 1, 2, 3, 4)
print(s, t, struct.unpack_from('<hI', memoryview(s), 2), struct.unpack('4H', t), list(struct.iter_unpack('>H', t)))  # expect: bytearray(b'\x00\x00\xfe\xff\x07\x00\x00\x00\x00\x00\x00\x00') array('H', [1, 2, 3, 4]) (-2, 7) (1, 2, 3, 4) [(256,), (512,), (768,), (1024,)]


class Buffered:
    def __init__(self, data):
        self.data = bytearray(data)
        self.held = 0

    def __buffer__(self, flags):
        self.held += 1
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.held -= 1


x = Buffered(b'hello')
with memoryview(x) as view:
    view[0] = 72
    print(bytes(view), x.held, view.format)  # expect: b'Hello' 1 B
print(x.held, bytes(x), x.held, error(memoryview, 5), b'abc'.__buffer__(0).tobytes())  # expect: 0 b'Hello' 0 TypeError: memoryview: a bytes-like object is required, not 'int' b'abc'
