print(abs(-3), abs(-2.5), divmod(7, 2), divmod(-7, 2))   # expect: 3 2.5 (3, 1) (-4, 1)
print(all([1, 2]), any([0, '']), all([]), any(()))       # expect: True False True False
print(min(3, 1, 2), max([1, 5, 2]), min([], default=9))  # expect: 1 5 9
print(max('a', 'bbb', key=len))                          # expect: bbb
print(sum([1, 2, 3]), sum([0.1] * 10), sum([[1], [2]], []))  # expect: 6 1.0 [1, 2]
print(sorted([3, 1, 2]), sorted('bca', reverse=True))    # expect: [1, 2, 3] ['c', 'b', 'a']
print(sorted(['bb', 'a', 'ccc'], key=len))               # expect: ['a', 'bb', 'ccc']
print(bin(10), oct(8), hex(-255), chr(233), ord('é'))    # expect: 0b1010 0o10 -0xff é 233
print(pow(2, 10), pow(3, 4, 5), round(2.5), round(2.675, 2))  # expect: 1024 1 2 2.67
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int))  # expect: True True True
print(callable(len), callable(3))                        # expect: True False
print(repr('a\n'), ascii('é'), format(255, 'x'))         # expect: 'a\n' '\xe9' ff
it = iter([1])
print(next(it), next(it, 'end'))                         # expect: 1 end
print(len('abc'), len([1]), len({1: 2}))                 # expect: 3 1 1
def message(action):
    try:
        action()
    except Exception as error:
        return f'{type(error).__name__}: {error}'
print(message(lambda: len(5)))        # expect: TypeError: object of type 'int' has no len()
print(message(lambda: iter(5)))       # expect: TypeError: 'int' object is not iterable
print(message(lambda: next(5)))       # expect: TypeError: 'int' object is not an iterator
print(message(lambda: max([])))       # expect: ValueError: max() iterable argument is empty
print(message(lambda: max()))         # expect: TypeError: max expected at least 1 argument, got 0
print(message(lambda: sum(['a'])))    # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
print(message(lambda: ord('ab')))     # expect: TypeError: ord() expected a character, but string of length 2 found
print(message(lambda: chr(-1)))       # expect: ValueError: chr() arg not in range(0x110000)
print(message(lambda: isinstance(1, 1)))  # expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
print(message(lambda: [].append()))   # expect: TypeError: list.append() takes exactly one argument (0 given)
