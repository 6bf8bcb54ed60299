# With a limit, what is left keeps the white space at its far end.
print('a b   c  '.split(None, 1))       # expect: ['a', 'b   c  ']
print('  a   b c'.rsplit(None, 1))      # expect: ['  a   b', 'c']
print(b' a b  '.split(maxsplit=1))      # expect: [b'a', b'b  ']
print(b'  a b '.rsplit(maxsplit=1))     # expect: [b'  a', b'b']
