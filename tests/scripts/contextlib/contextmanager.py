import contextlib


@contextlib.contextmanager
def section(name):
    print('enter', name)
    try:
        yield name.upper()
    except KeyError as error:
        print('saw', repr(error))
        raise
    finally:
        print('leave', name)


with section('a') as value:
    print(value)
try:
    with section('b'):
        raise KeyError('k')
except KeyError:
    print('outside')


@section('c')
def decorated():
    print('body')


decorated()


@contextlib.contextmanager
def broken():
    if False:
        yield


try:
    with broken():
        pass
except RuntimeError as error:
    print(error)
# expect-stdout:
# enter a
# A
# leave a
# enter b
# saw KeyError('k')
# leave b
# outside
# enter c
# body
# leave c
# generator didn't yield
