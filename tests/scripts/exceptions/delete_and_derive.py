e = ValueError('x')
for name in ('args', '__traceback__', '__cause__', '__context__'):
    try:
        delattr(e, name)
    except TypeError as error:
        print(error)
# expect-stdout:
# args may not be deleted
# __traceback__ may not be deleted
# __cause__ may not be deleted
# __context__ may not be deleted


class Group(ExceptionGroup):
    def derive(self, excs):
        return 42


try:
    Group('g', [TypeError(1), ValueError(2)]).split(TypeError)
except TypeError as error:
    print(error)  # expect: derive must return an instance of BaseExceptionGroup
try:
    ExceptionGroup('g')
except TypeError as error:
    print(error)  # expect: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)


class Odd(BaseException):
    def __new__(cls):
        return None


try:
    raise IndexError from Odd
except TypeError as error:
    # expect: calling <class '__main__.Odd'> should have returned an instance of BaseException, not <class 'NoneType'>
    print(error)
print(UnicodeDecodeError('ascii', bytearray(b'\xff'), 0, 1, 'bad').object)  # expect: b'\xff'
