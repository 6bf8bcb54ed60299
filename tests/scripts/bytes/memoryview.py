data = bytearray(b'hello')
view = memoryview(data)
print(view[1], bytes(view[1:3]), view[::2].tolist(), len(view), view == b'hello')  # expect: 101 b'el' [104, 108, 111] 5 True
view[0] = 72
view[1:3] = b'EL'
print(data, view.readonly, memoryview(b'x').readonly)  # expect: bytearray(b'HELlo') False True
