# throw() takes an exception; its three arguments of old warn.
import warnings


def generator():
    while True:
        try:
            yield
        except Exception as error:
            print(type(error).__name__, error, error.__context__)


g = generator()
next(g)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    g.throw(ValueError('one'))
    g.throw(KeyError)
    print(len(caught))
    g.throw(ValueError, 'two')
    g.throw(ValueError, ValueError('three'), None)
    print([str(w.message) for w in caught])
# expect-stdout:
# ValueError one None
# KeyError  None
# 0
# ValueError two None
# ValueError three None
# ['the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.', 'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.']


class NotMade(Exception):
    def __new__(cls):
        return 5


# What goes wrong while the exception is made is thrown instead.
g.throw(NotMade)
# expect-stdout:
# TypeError calling <class '__main__.NotMade'> should have returned an instance of BaseException, not int None
warnings.simplefilter('ignore')
for arguments in (5,), (ValueError(), 'x'), (ValueError, None, 'x'):
    try:
        g.throw(*arguments)
    except TypeError as error:
        print(error)
# expect-stdout:
# exceptions must be classes or instances deriving from BaseException, not int
# instance exception may not have a separate value
# throw() third argument must be a traceback object
