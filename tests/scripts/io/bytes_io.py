import io

b = io.BytesIO(b'line\nnext\n')
print(b.readline(), b.read(2), b.tell(), b.getvalue())  # expect: b'line\n' b'ne' 7 b'line\nnext\n'
print(b.seek(-1, 2), b.read(), b.seek(0), list(b))  # expect: 9 b'\n' 0 [b'line\n', b'next\n']
b = io.BytesIO()
print(b.write(b'abc'), b.write(bytearray(b'd')), b.getvalue())  # expect: 3 1 b'abcd'
b.seek(6)
b.write(b'z')
print(b.getvalue(), b.truncate(2), b.getvalue())  # expect: b'abcd\x00\x00z' 2 b'ab'
text = io.TextIOWrapper(io.BytesIO('ä\nb'.encode()), encoding='utf-8')
print(text.readlines())  # expect: ['ä\n', 'b']
try:
    io.BytesIO().write('str')
except TypeError as error:
    print(error)  # expect: a bytes-like object is required, not 'str'
