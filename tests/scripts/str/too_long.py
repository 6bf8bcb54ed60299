# A text that no memory can hold is a MemoryError, however it is asked for.
huge = 10 ** 15
for make in (lambda: 'x' * huge, lambda: b'x' * huge, lambda: 'x'.ljust(huge), lambda: 'x'.zfill(huge),
             lambda: b'x'.center(huge), lambda: b'1'.zfill(huge), lambda: bytes(huge),
             lambda: f'{3:>{huge}}', lambda: '%*d' % (huge, 3), lambda: [0] * huge, lambda: (1).to_bytes(huge, 'big')):
    try:
        print(len(make()))
    except (MemoryError, OverflowError, ValueError) as error:
        print(type(error).__name__)
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
