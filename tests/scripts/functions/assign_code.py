def double(x):
    return x * 2


def triple(x, by=3):
    return x * by


print(double(5))  # expect: 10
for _ in range(3):
    last = double(1)
double.__code__ = triple.__code__
try:
    double(5)
except TypeError as e:
    print(e)  # expect: double() missing 1 required positional argument: 'by'
double.__defaults__ = (4,)
print(double(5), double.__name__)  # expect: 20 double


def closing(y):
    def inner():
        return y
    return inner


try:
    double.__code__ = closing(1).__code__
except ValueError as e:
    print(e)  # expect: double() requires a code object with 0 free vars, not 1
try:
    double.__code__ = 5
except TypeError as e:
    print(e)  # expect: __code__ must be set to a code object
print(double.__builtins__['len'] is len)  # expect: True


def keywords(**k):
    return k


print(keywords.__call__(a=1), len.__call__([1]))  # expect: {'a': 1} 1
