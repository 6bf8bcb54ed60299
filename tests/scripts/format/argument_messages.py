class Raises:
    def __int__(self):
        raise TypeError('hidden')

    def __index__(self):
        raise ValueError('shown')


class Mapping(dict):
    def __index__(self):
        return 65

    def __float__(self):
        return 0.5


class Bytes:
    def __bytes__(self):
        return b'made'


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


m = Mapping(a=1)
for template in ('%d', '%x', '%c', '%f', '%i'):
    show(lambda: template % (m,))
    show(lambda: template % (Raises(),))
    show(lambda: template.encode() % (m,))
    show(lambda: template.encode() % ('a',))
show(lambda: b'%s %b' % (Bytes(), bytearray(b'x')))
show(lambda: b'%s' % ({},))
show(lambda: b'%s' % m)
show(lambda: b'%(a)s' % {b'a': Bytes()})
show(lambda: b'%r %a' % ('é', 'é'))
show(lambda: b'%d' % (1, 2))

for f in (lambda: sum(1, ''), lambda: sorted(1, key=len), lambda: sorted(), lambda: 'a'.removeprefix(1),
          lambda: str(1, 2, 3, 4), lambda: dict(1, 2), lambda: dict.fromkeys(),
          lambda: list.__add__(1, 2), lambda: list.append(1, 2), lambda: '{0[{1}]}'.format('abc', 4),
          lambda: delattr(1, 'a'), lambda: [].__setitem__(slice(None), 1),
          lambda: SyntaxError('m', ('f', 1, 2, 't', 1, 2, 3))):
    show(f)


def times(a, b):
    a *= b
    return a


class Empty:
    pass


for a in ({1}, {}, range(3), Empty(), None, 2):
    try:
        print(times(a, [1]))
    except TypeError as e:
        print(e)
print(f'{-0.0j:z} {complex(-0.01, -0.01):z.1f}')

# expect-stdout:
# '65'
# TypeError %d format: a real number is required, not Raises
# b'65'
# TypeError %d format: a real number is required, not str
# '41'
# ValueError shown
# b'41'
# TypeError %x format: an integer is required, not str
# 'A'
# ValueError shown
# b'A'
# TypeError %c requires an integer in range(256) or a single byte
# '0.500000'
# ValueError shown
# b'0.500000'
# TypeError float argument required, not str
# '65'
# TypeError %i format: a real number is required, not Raises
# b'65'
# TypeError %d format: a real number is required, not str
# b'made x'
# TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'dict'
# TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'Mapping'
# b'made'
# b"'\\xe9' '\\xe9'"
# TypeError not all arguments converted during bytes formatting
# TypeError 'int' object is not iterable
# TypeError 'int' object is not iterable
# TypeError sorted expected 1 argument, got 0
# TypeError removeprefix() argument must be str, not int
# TypeError str expected at most 3 arguments, got 4
# TypeError dict expected at most 1 argument, got 2
# TypeError fromkeys expected at least 1 argument, got 0
# TypeError descriptor '__add__' requires a 'list' object but received a 'int'
# TypeError descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# TypeError string indices must be integers, not 'str'
# AttributeError 'int' object has no attribute 'a' and no __dict__ for setting new attributes
# TypeError must assign iterable to extended slice
# TypeError function takes at most 6 arguments (7 given)
# unsupported operand type(s) for *=: 'set' and 'list'
# unsupported operand type(s) for *=: 'dict' and 'list'
# unsupported operand type(s) for *=: 'range' and 'list'
# unsupported operand type(s) for *=: 'Empty' and 'list'
# can't multiply sequence by non-int of type 'NoneType'
# [1, 1]
# (0+0j) 0.0+0.0j
