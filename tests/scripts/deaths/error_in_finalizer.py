# An exception in __del__ is shown and ignored.
import sys


class A:
    def __del__(self):
        raise ValueError('in __del__')


def show(unraisable):
    print(type(unraisable.exc_value).__name__, unraisable.exc_value)
    print(unraisable.object is A.__del__)


sys.unraisablehook = show
a = A()
del a
# expect-stdout:
# ValueError in __del__
# True
print('end')    # expect: end
