# frame.clear() lets go of the variables of a frame that has ended, and of no other.
import sys


def ended():
    x = 1
    return sys._getframe()


frame = ended()
frame.clear()
print(dict(frame.f_locals))  # expect: {}


def executing():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)


executing()  # expect: cannot clear an executing frame


def generator():
    yield 1


suspended = generator()
next(suspended)
try:
    suspended.gi_frame.clear()
except RuntimeError as error:
    print(error)  # expect: cannot clear a suspended frame

created = generator()
created.gi_frame.clear()
print(created.gi_frame, list(created))  # expect: None []
