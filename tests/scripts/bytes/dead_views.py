# A memoryview forbids to resize its bytearray as long as somebody can still use it, no longer.
data = bytearray(b"abc")
view = memoryview(data)
try:
    data.append(1)
except BufferError as error:
    print(error)  # expect: Existing exports of data: object cannot be re-sized
data[0] = 65
data[1:3] = b"BC"
print(bytes(view))  # expect: b'ABC'

del view
data.append(68)
print(data)  # expect: bytearray(b'ABCD')


def rest_of(array):
    view = memoryview(array)
    return bytes(view[1:])


print(rest_of(data))  # expect: b'BCD'
data += b"E"
print(data)  # expect: bytearray(b'ABCDE')

with memoryview(data) as view:
    part = view[1:3]
    part[0] = 66
    part.release()
data.clear()
print(data)  # expect: bytearray(b'')

views = [memoryview(data) for _ in range(100)]
for view in views[:99]:
    view.release()
try:
    data.extend(b"xyz")
except BufferError:
    print("one is left")  # expect: one is left
views.pop().release()
data.extend(b"xyz")
print(data)  # expect: bytearray(b'xyz')
