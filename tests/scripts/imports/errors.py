import os
import sys

os.mkdir('pk')
for name, text in (('pk/__init__.py', ''), ('broken.py', 'def f(:\n'), ('fails.py', '1 / 0\n')):
    with open(name, 'w') as f:
        f.write(text)
sys.path.append(os.getcwd())


def attempt(source):
    try:
        exec(source, {})
    except Exception as error:
        print(type(error).__name__, str(error).replace(os.getcwd() + '/', ''))


attempt('import no_such_module')
attempt('import no_such_module.part')
attempt('import pk.none')
attempt('from pk import none')
attempt('import math.sqrt')
attempt('from math import nothing')
attempt('import broken')
attempt('import fails')
attempt('from . import x')
attempt('from ...up import x')
print('fails' in sys.modules, 'broken' in sys.modules)
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error.name, error.path)

# expect-stdout:
# ModuleNotFoundError No module named 'no_such_module'
# ModuleNotFoundError No module named 'no_such_module'
# ModuleNotFoundError No module named 'pk.none'
# ImportError cannot import name 'none' from 'pk' (pk/__init__.py)
# ModuleNotFoundError No module named 'math.sqrt'; 'math' is not a package
# ImportError cannot import name 'nothing' from 'math' (unknown location)
# SyntaxError invalid syntax (broken.py, line 1)
# ZeroDivisionError division by zero
# KeyError "'__name__' not in globals"
# KeyError "'__name__' not in globals"
# False False
# no_such_module None
