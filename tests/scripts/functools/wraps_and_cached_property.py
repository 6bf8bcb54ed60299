import functools


def loud(function):
    @functools.wraps(function)
    def wrapper(*args):
        return str(function(*args)).upper()
    return wrapper


@loud
def greet(name):
    """Says hello."""
    return f'hello {name}'


print(greet('ada'), greet.__name__, greet.__doc__)   # expect: HELLO ADA greet Says hello.


class Circle:
    @functools.cached_property
    def area(self):
        print('computed')
        return 3


c = Circle()
print(c.area + c.area)
# expect-stdout:
# computed
# 6
