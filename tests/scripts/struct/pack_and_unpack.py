import struct

for fmt, values in (('<ihq', (1, -2, 3)), ('>HBb', (65535, 255, -1)), ('4s2x?', (b'abc', True)),
                    ('d', (3.14,)), ('<fe', (1.5, 0.333)), ('bi', (1, 2))):
    packed = struct.pack(fmt, *values)
    print(fmt, packed, struct.unpack(fmt, packed), struct.calcsize(fmt))
try:
    struct.unpack('<i', b'abc')
except struct.error as error:
    print(error)
# expect-stdout:
# <ihq b'\x01\x00\x00\x00\xfe\xff\x03\x00\x00\x00\x00\x00\x00\x00' (1, -2, 3) 14
# >HBb b'\xff\xff\xff\xff' (65535, 255, -1) 4
# 4s2x? b'abc\x00\x00\x00\x01' (b'abc\x00', True) 7
# d b'\x1f\x85\xebQ\xb8\x1e\t@' (3.14,) 8
# <fe b'\x00\x00\xc0?T5' (1.5, 0.3330078125) 6
# bi b'\x01\x00\x00\x00\x02\x00\x00\x00' (1, 2) 8
# unpack requires a buffer of 4 bytes
