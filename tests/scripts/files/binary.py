with open('b.bin', 'wb') as f:
    print(f.write(bytes(range(10))))  # expect: 10
with open('b.bin', 'rb') as f:
    print(f.read(3), f.tell(), f.seek(-2, 2), f.read(), f.read())  # expect: b'\x00\x01\x02' 3 8 b'\x08\t' b''
with open('b.bin', 'r+b') as f:
    f.seek(4)
    f.write(b'XY')
    f.seek(0)
    print(f.read())  # expect: b'\x00\x01\x02\x03XY\x06\x07\x08\t'
with open('b.bin', 'rb', buffering=0) as f:
    print(f.read(2), type(f).__name__)  # expect: b'\x00\x01' FileIO
with open('b.bin', 'ab') as f:
    print(f.tell(), f.write(b'!'))  # expect: 10 1
with open('b.bin', 'rb') as f:
    buffer = bytearray(4)
    print(f.readinto(buffer), buffer)  # expect: 4 bytearray(b'\x00\x01\x02\x03')
