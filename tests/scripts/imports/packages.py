import os
import sys

os.makedirs('pk/sub')
for name, text in (('pk/__init__.py', 'from . import a\nfrom .sub import deep\nV = a.X\n'),
                   ('pk/a.py', 'X = 41\n_hidden = 1\n'), ('pk/sub/__init__.py', ''),
                   ('pk/sub/deep.py', 'from ..a import X\nY = X + 1\n'),
                   ('stars.py', "__all__ = ['one']\none = 1\ntwo = 2\n")):
    with open(name, 'w') as f:
        f.write(text)
sys.path.insert(0, os.getcwd())
import pk
import pk.sub.deep as deep
print(pk.V, deep.Y, pk.__name__, deep.__name__, deep.__package__, pk.__package__)  # expect: 41 42 pk pk.sub.deep pk.sub pk
from pk.a import *
print(X, '_hidden' in globals())  # expect: 41 False
from stars import *
print(one, 'two' in globals())  # expect: 1 False
print('pk.sub.deep' in sys.modules, sys.modules['pk'] is pk, pk.sub.deep is deep)  # expect: True True True
print(os.path.relpath(pk.__file__), [os.path.relpath(p) for p in pk.__path__])  # expect: pk/__init__.py ['pk']
import importlib
print(importlib.import_module('.a', 'pk').X, importlib.import_module('pk.sub').__name__)  # expect: 41 pk.sub
