print(b'abc'[1], b'abc'[::-1], b"a\x00\xff'", b'%d-%s-%x' % (5, b'q', 255))  # expect: 98 b'cba' b"a\x00\xff'" b'5-q-ff'
print(b'a,b'.split(b','), b'x'.join([b'1', b'2']), b'abc'.replace(b'b', b''), b'abc'.find(b'c'))  # expect: [b'a', b'b'] b'1x2' b'ac' 2
print(bytes([1, 2, 3]), bytes(3), bytes('é', 'utf-8'), bytes(range(3)), b'a' + bytearray(b'b'))  # expect: b'\x01\x02\x03' b'\x00\x00\x00' b'\xc3\xa9' b'\x00\x01\x02' b'ab'
print(b'abc'.hex('-'), bytes.fromhex('61 62'), b'ab c'.title(), 98 in b'abc', b'bc' in b'abc')  # expect: 61-62-63 b'ab' b'Ab C' True True
print(b'\xf0\x9fxx'.decode('utf-8', 'replace') == '\ufffdxx', b'\xff'.decode('latin-1'))  # expect: True ÿ
print(b'abc' == bytearray(b'abc'), b'a' < b'b', hash(b'x') == hash(b'x'))  # expect: True True True
