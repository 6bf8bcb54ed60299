import contextlib


@contextlib.contextmanager
def tag(name):
    print('<', name)
    yield name
    print('>', name)


with contextlib.ExitStack() as stack:
    print([stack.enter_context(tag(n)) for n in 'ab'])
    stack.callback(print, 'callback')
    stack.push(lambda *details: True)
    raise ValueError('swallowed')
print('after')
stack = contextlib.ExitStack()
stack.callback(print, 'kept')
moved = stack.pop_all()
stack.close()
print('moved')
moved.close()
# expect-stdout:
# < a
# < b
# ['a', 'b']
# callback
# > b
# > a
# after
# moved
# kept
