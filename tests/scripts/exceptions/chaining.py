import sys

try:
    try:
        1 / 0
    except ZeroDivisionError as inner:
        print(sys.exception() is inner)  # expect: True
        raise ValueError('outer') from inner
except ValueError as outer:
    print(repr(outer.__cause__), repr(outer.__context__), outer.__suppress_context__)  # expect: ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
try:
    try:
        {}['k']
    except KeyError:
        raise TypeError('second')
except TypeError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)  # expect: None KeyError('k') False
try:
    try:
        {}['k']
    except KeyError:
        raise TypeError('third') from None
except TypeError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)  # expect: None KeyError('k') True
print(sys.exc_info(), sys.exception())  # expect: (None, None, None) None
e = ValueError('x')
e.add_note('note')
print(e.__notes__, e.with_traceback(None) is e)  # expect: ['note'] True
