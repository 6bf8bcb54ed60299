import string
import traceback


class Thing:
    value = 1
    other_name = 2


def show(f):
    try:
        f()
    except Exception as error:
        print(traceback.format_exception_only(error)[-1].rstrip())


counter = 5
show(lambda: Thing().valeu)
show(lambda: Thing().othername)
show(lambda: string.digts)
show(lambda: Thing().zzzzzz)
def missing():
    from math import sqrtt
show(missing)
for source in ('countr', 'prnt(1)', 'itertools.count()', 'completely_unknown'):
    try:
        eval(source)
    except NameError as error:
        print(traceback.format_exception(error)[-1].rstrip())

# expect-stdout:
# AttributeError: 'Thing' object has no attribute 'valeu'. Did you mean: 'value'?
# AttributeError: 'Thing' object has no attribute 'othername'. Did you mean: 'other_name'?
# AttributeError: module 'string' has no attribute 'digts'. Did you mean: 'digits'?
# AttributeError: 'Thing' object has no attribute 'zzzzzz'
# ImportError: cannot import name 'sqrtt' from 'math' (unknown location). Did you mean: 'sqrt'?
# NameError: name 'countr' is not defined. Did you mean: 'counter'?
# NameError: name 'prnt' is not defined. Did you mean: 'print'?
# NameError: name 'itertools' is not defined. Did you forget to import 'itertools'?
# NameError: name 'completely_unknown' is not defined
