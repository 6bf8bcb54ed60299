# f_locals of a function reads and writes its variables (PEP 667).
import sys
from collections.abc import Mapping


def show():
    x = 1
    captured = 2

    def inner():
        return captured

    print(list(locals()))
    names = sys._getframe().f_locals
    print(type(names).__name__, isinstance(names, Mapping), names.keys())
    names['x'] = 10
    names['captured'] = 20
    names['added'] = 30
    print(x, inner(), names['added'], 'unbound' in names)
    print(locals()['x'], locals()['added'])
    try:
        names['unbound']
    except KeyError as error:
        print(error)
    unbound = 1
    print(sys._getframe().f_locals == sys._getframe().f_locals)
    return names


names = show()
# expect-stdout:
# ['x', 'inner', 'captured']
# FrameLocalsProxy True ['x', 'inner', 'names', 'captured']
# 10 20 30 False
# 10 30
# "local variable ''unbound'' is not defined"
# True
print(names['x'], names['unbound'])  # expect: 10 1
names['x'] = 11
print(names['x'], names | {'x': 12} == {**names, 'x': 12})  # expect: 11 True


class Body:
    names = sys._getframe().f_locals
    names['made'] = 5
    print(made)  # expect: 5
