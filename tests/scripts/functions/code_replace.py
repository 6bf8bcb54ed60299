# Function.__code__ can be set, and code objects can be copied with other names.
def one(a):
    b = a + 1
    return b


def two(a):
    return -a


print(one(3))  # expect: 4
one.__code__ = two.__code__
print(one(3), one.__name__)  # expect: -3 one
code = two.__code__.replace(co_name='renamed', co_firstlineno=77)
print(code.co_name, code.co_firstlineno, two.__code__.co_name)  # expect: renamed 77 two
two.__code__ = two.__code__.replace(co_consts=two.__code__.co_consts)
print(two(5))  # expect: -5


def outer():
    kept, local = 1, 2

    def inner(x):
        return kept + x
    return inner


print(outer.__code__.co_varnames, outer.__code__.co_cellvars)  # expect: ('local', 'inner') ('kept',)
print(outer.__code__.co_nlocals, outer().__code__.co_freevars)  # expect: 2 ('kept',)
for code in outer().__code__, 5:
    try:
        one.__code__ = code
    except (TypeError, ValueError) as error:
        print(error)
# expect-stdout:
# one() requires a code object with 0 free vars, not 1
# __code__ must be set to a code object
