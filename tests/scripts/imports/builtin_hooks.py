# import and class statements go through what builtins holds.
import builtins

original = builtins.__import__


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    print('import', name, fromlist, level)
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = hook
from math import pi     # expect: import math ('pi',) 0
builtins.__import__ = original

make = builtins.__build_class__
builtins.__build_class__ = lambda body, name: name.upper()


class Shout:
    pass


builtins.__build_class__ = make
print(Shout)            # expect: SHOUT
try:
    __import__(5)
except TypeError as error:
    print('refused')    # expect: refused
