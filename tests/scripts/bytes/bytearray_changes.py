b = bytearray(b'hello')
b[0] = 72
b[1:3] = b'EYY'
b.append(33)
b.extend([1, 2])
del b[-1]
b += b'xyz'
print(b, b.pop(), b.find(b'l'), len(b))  # expect: bytearray(b'HEYYlo!\x01xy') 122 4 10
b.reverse()
b.insert(1, 65)
b.remove(120)
print(b)  # expect: bytearray(b'yA\x01!olYYEH')
b[::2] = bytes(len(b[::2]))
print(b, b.copy() is b)  # expect: bytearray(b'\x00A\x00!\x00l\x00Y\x00H') False
b.clear()
print(b, bool(b))  # expect: bytearray(b'') False
