# An exception thrown into a generator that has not begun ends it without running any of it.
def g():
    try:
        yield 1
    finally:
        print('never')


it = g()
try:
    it.throw(KeyError('early'))
except KeyError as error:
    print(error)        # expect: 'early'
print(list(it))         # expect: []
