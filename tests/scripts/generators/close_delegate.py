# GeneratorExit closes what a generator delegates to, and then goes on in the generator itself.
def inner():
    try:
        yield 'inner'
    except GeneratorExit:
        print('inner ends')


def outer():
    try:
        yield from inner()
    except GeneratorExit:
        print('outer goes on')
    yield 'outer'


g = outer()
print(next(g))                 # expect: inner
print(g.throw(GeneratorExit))
# expect-stdout:
# inner ends
# outer goes on
# outer
