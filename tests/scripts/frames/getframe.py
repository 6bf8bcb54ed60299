# sys._getframe() shows the frames of the running functions.
import sys


def inner():
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_lineno)
    print(frame.f_back.f_code.co_name, frame.f_back.f_lineno)
    print(sys._getframe(1) is frame.f_back, sys._getframe(2) is frame.f_back.f_back)
    print(frame.f_globals is globals(), frame.f_builtins['len'] is len)
    return frame


def outer():
    return inner()


frame = outer()
# expect-stdout:
# inner 7
# outer 15
# True True
# True True
print(frame.f_lineno)  # expect: 11
print(frame.f_back.f_code.co_name, frame.f_back.f_lineno)  # expect: outer 15
print(frame.f_back.f_back.f_locals is globals())  # expect: True
print(frame.f_back.f_back.f_back)  # expect: None

try:
    sys._getframe(1000)
except ValueError as error:
    print(error)  # expect: call stack is not deep enough
try:
    frame.f_lineno = 3
except ValueError as error:
    print(error)  # expect: f_lineno can only be set in a trace function
