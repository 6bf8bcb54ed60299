# Raising an exception again while another one is handled replaces its context; a ring of contexts
# that the program made itself is left as it is.
def context_of(error):
    names = []
    while error is not None and len(names) < 6:
        names.append(str(error))
        error = error.__context__
    return ' < '.join(names)


first, second, third = (Exception(n) for n in ('first', 'second', 'third'))
try:
    try:
        raise first
    except Exception:
        raise third
except Exception:
    pass
try:
    try:
        raise second
    except Exception:
        raise third
except Exception as error:
    print(context_of(error))  # expect: third < second

a, b = Exception('a'), Exception('b')
a.__context__, b.__context__ = b, a
try:
    try:
        raise a
    except Exception:
        raise Exception('c')
except Exception as error:
    print(context_of(error))  # expect: c < a < b < a < b < a

from contextlib import ExitStack


def fail(error):
    raise error


try:
    with ExitStack() as stack:
        stack.callback(fail, IndexError('index'))
        stack.callback(fail, KeyError('key'))
        1 / 0
except IndexError as error:
    print(context_of(error))  # expect: index < 'key' < division by zero
