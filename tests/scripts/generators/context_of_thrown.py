# What is thrown into a generator gets the exception that its body handles as context, not the one
# that the caller handles.
def plain():
    yield


def handling():
    try:
        raise KeyError('inner')
    except KeyError:
        yield


def delegating():
    try:
        raise KeyError('outer')
    except KeyError:
        yield from plain()


for make in plain, handling, delegating:
    g = make()
    next(g)
    try:
        raise OSError
    except OSError:
        try:
            g.throw(ValueError)
        except ValueError as error:
            print(repr(error.__context__))
# expect-stdout:
# None
# KeyError('inner')
# KeyError('outer')
