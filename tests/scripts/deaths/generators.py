# A generator that nobody goes on with is closed.
def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('finally')


for n in numbers():
    break
# expect-stdout:
# finally
print('left the loop')      # expect: left the loop
g = numbers()
next(g)
del g                       # expect: finally
print('deleted')            # expect: deleted


def first(iterable):
    for x in iterable:
        return x


print(first(numbers()))
# expect-stdout:
# finally
# 1
g = numbers()
print(next(g))              # expect: 1
print('end')                # expect: end
# expect-stdout:
# finally
