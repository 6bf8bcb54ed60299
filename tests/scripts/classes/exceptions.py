class E(Exception):
    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code

try:
    raise E('bad', code=3)
except E as error:
    print(error, error.code, error.args)  # expect: bad 3 ('bad',)
print(repr(E('x')), str(Exception()), repr(Exception(1, 2)))  # expect: E('x')  Exception(1, 2)
print(str(KeyError('k')), str(KeyError('a', 'b')))  # expect: 'k' ('a', 'b')
error = OSError(2, 'No such file or directory', 'f.txt')
print(type(error).__name__, error.errno, error.filename)  # expect: FileNotFoundError 2 f.txt
print(error)  # expect: [Errno 2] No such file or directory: 'f.txt'
print(error.args)  # expect: (2, 'No such file or directory')
print(StopIteration(5).value, StopIteration().value)  # expect: 5 None
print(SystemExit(3).code, SystemExit().code)  # expect: 3 None
print(ImportError('m', name='n', path='p').name)  # expect: n
print(AttributeError('a', name='b', obj=1).obj, NameError('x', name='y').name)  # expect: 1 y
e = ValueError('noted')
e.add_note('one')
e.add_note('two')
print(e.__notes__)  # expect: ['one', 'two']
try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise ValueError('second') from first
except ValueError as second:
    print(repr(second.__cause__), second.__suppress_context__)  # expect: ZeroDivisionError('division by zero') True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name
except NameError as second:
    print(type(second.__context__).__name__, second.__cause__)  # expect: ZeroDivisionError None
try:
    ValueError('x', key=1)
except TypeError as error:
    print(error)  # expect: ValueError() takes no keyword arguments
print(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'invalid start byte'))  # expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
