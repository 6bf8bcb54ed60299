def error(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(error(lambda: b'a' + 'a'))  # expect: TypeError: can't concat str to bytes
print(error(lambda: bytes([256])))  # expect: ValueError: bytes must be in range(0, 256)
print(error(lambda: bytes('a')))  # expect: TypeError: string argument without an encoding
print(error(lambda: b'\xff'.decode()))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
print(error(lambda: b'a\xe2\x82'.decode()))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data
key = 'a'
print(error(lambda: b'abc'[key]))  # expect: TypeError: byte indices must be integers or slices, not str
print(error(lambda: bytearray().pop()))  # expect: IndexError: pop from empty bytearray
print(error(lambda: 'a' in b'abc'))  # expect: TypeError: a bytes-like object is required, not 'str'
