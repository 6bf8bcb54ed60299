import functools


@functools.singledispatch
def show(x):
    return 'something'


@show.register
def _(x: int):
    return 'int'


@show.register(list)
def _(x):
    return 'list'


print(show(1), show(True), show([]), show('s'))  # expect: int int list something
try:
    show()
except TypeError as error:
    print(error)                                 # expect: show requires at least 1 positional argument
