# types.FunctionType makes a function of a code object.
import types


def add(a, b=2):
    return a + b + offset


f = types.FunctionType(add.__code__, {'offset': 100}, 'sum', (20,))
print(f(1), f(1, 1), f.__name__)  # expect: 121 102 sum


def outer(x):
    return lambda: x


g = outer(5)
print(types.FunctionType(g.__code__, {}, closure=outer(6).__closure__)())  # expect: 6
try:
    types.FunctionType(g.__code__, {})
except TypeError as error:
    print(error)        # expect: arg 5 (closure) must be tuple
