# Functions that are builtin in CPython are so here, also those written in Python.
import bisect
import functools
import heapq
import inspect
import itertools
import operator
import pickle
import types

for f in (print, len, sorted, open, input, exec, globals, operator.add, functools.reduce,
          heapq.heappush, bisect.bisect_left, itertools.tee):
    print(type(f).__name__, isinstance(f, types.BuiltinFunctionType), inspect.isbuiltin(f), end=' ')
    print(repr(f), f.__name__, hasattr(f, '__get__'), pickle.loads(pickle.dumps(f)) is f)

# expect-stdout:
# builtin_function_or_method True True <built-in function print> print False True
# builtin_function_or_method True True <built-in function len> len False True
# builtin_function_or_method True True <built-in function sorted> sorted False True
# builtin_function_or_method True True <built-in function open> open False True
# builtin_function_or_method True True <built-in function input> input False True
# builtin_function_or_method True True <built-in function exec> exec False True
# builtin_function_or_method True True <built-in function globals> globals False True
# builtin_function_or_method True True <built-in function add> add False True
# builtin_function_or_method True True <built-in function reduce> reduce False True
# builtin_function_or_method True True <built-in function heappush> heappush False True
# builtin_function_or_method True True <built-in function bisect_left> bisect_left False True
# builtin_function_or_method True True <built-in function tee> tee False True


class Uses:
    show = print
    add = operator.add
    fold = functools.reduce
    by = operator.itemgetter(1)
    __hash__ = len


uses = Uses()
uses.show('not', 'bound')   # expect: not bound
print(uses.add(1, 2), uses.fold(max, [3, 1]), uses.by('ab'))   # expect: 3 3 b
print(inspect.signature(print))   # expect: (*args, sep=' ', end='\n', file=None, flush=False)
try:
    print.attribute = 1
except AttributeError as e:
    print(e)   # expect: 'builtin_function_or_method' object has no attribute 'attribute' and no __dict__ for setting new attributes
