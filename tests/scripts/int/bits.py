print((1 << 100) >> 98, -(10**30) >> 10, -1 >> 1000, 1 << 0)  # expect: 4 -976562500000000000000000000 -1 1
print((1 << 100) ^ -1, ~(1 << 100), 10**20 & -8, -(10**20) | 1)  # expect: -1267650600228229401496703205377 -1267650600228229401496703205377 100000000000000000000 -99999999999999999999
print((2**100 - 1).bit_length(), (2**100 - 1).bit_count(), (-8).bit_length())  # expect: 100 100 4
print(True & False, True | False, True ^ True, True & 3)  # expect: False True False 1
print((255).to_bytes(2, 'little'), (-2).to_bytes(3, 'big', signed=True))  # expect: b'\xff\x00' b'\xff\xff\xfe'
print(int.from_bytes(b'\xff\x01', 'big', signed=True), int.from_bytes(b'\xff\x01', 'little'))  # expect: -255 511
