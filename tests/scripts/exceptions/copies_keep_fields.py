import copy
import pickle

for e in (AttributeError('a', name='n', obj=5), NameError('b', name='m'),
          ImportError('c', name='x', path='y')):
    for again in (copy.copy(e), pickle.loads(pickle.dumps(e))):
        print(type(again).__name__, again.args, again.name, getattr(again, 'path', None))
# expect-stdout:
# AttributeError ('a',) n None
# AttributeError ('a',) n None
# NameError ('b',) None None
# NameError ('b',) None None
# ImportError ('c',) x y
# ImportError ('c',) x y
e = Exception(42)
e.__setstate__({'args': (1, 2), 'extra': 3})
print(e.args, e.extra)  # expect: (1, 2) 3
try:
    SyntaxError('m', ('file', 1, 2, 'text', 3))
except TypeError as error:
    print(error)  # expect: end_offset must be provided when end_lineno is provided
try:
    try:
        raise ValueError
    except (ValueError, 42):
        print('not here')
except TypeError as error:
    print(error)  # expect: catching classes that do not inherit from BaseException is not allowed
