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


# In a method the instance may have the name; and its private attributes are near enough.
class Shop:
    _stock = 1
    price = 2

    def total(self):
        return price

    def read(self, name):
        return getattr(self, name)


for wrong in (lambda: Shop().total(), lambda: Shop().read('stock'), lambda: getattr(Shop(), 'stock')):
    try:
        wrong()
    except Exception as e:
        print(traceback.format_exception(e)[-1].strip().rpartition('. ')[2])
# expect: Did you mean: 'self.price'?
# expect: Did you mean: '_stock'?
# expect: AttributeError: 'Shop' object has no attribute 'stock'
