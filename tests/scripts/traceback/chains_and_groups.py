import traceback

def show(error):
    # The folder of this file is no part of what is expected.
    text = ''.join(traceback.format_exception(error))
    print(text.replace(__file__, 'FILE'))

try:
    try:
        1 / 0
    except ZeroDivisionError as inner:
        raise ValueError('because') from inner
except ValueError as error:
    show(error)
try:
    try:
        {}['key']
    except KeyError:
        raise TypeError('while')
except TypeError as error:
    show(error)
inner = ExceptionGroup('inner', [KeyError('k'), OSError(2, 'No such file')])
inner.add_note('of the inner one')
try:
    raise ExceptionGroup('outer', [ValueError('v'), inner])
except ExceptionGroup as error:
    show(error)

# expect-stdout:
# Traceback (most recent call last):
#   File "FILE", line 10, in <module>
#     1 / 0
#     ~~^~~
# ZeroDivisionError: division by zero
#
# The above exception was the direct cause of the following exception:
#
# Traceback (most recent call last):
#   File "FILE", line 12, in <module>
#     raise ValueError('because') from inner
# ValueError: because
#
# Traceback (most recent call last):
#   File "FILE", line 17, in <module>
#     {}['key']
#     ~~^^^^^^^
# KeyError: 'key'
#
# During handling of the above exception, another exception occurred:
#
# Traceback (most recent call last):
#   File "FILE", line 19, in <module>
#     raise TypeError('while')
# TypeError: while
#
#   + Exception Group Traceback (most recent call last):
#   |   File "FILE", line 25, in <module>
#   |     raise ExceptionGroup('outer', [ValueError('v'), inner])
#   | ExceptionGroup: outer (2 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | ValueError: v
#     +---------------- 2 ----------------
#     | ExceptionGroup: inner (2 sub-exceptions)
#     | of the inner one
#     +-+---------------- 1 ----------------
#       | KeyError: 'k'
#       +---------------- 2 ----------------
#       | FileNotFoundError: [Errno 2] No such file
#       +------------------------------------
#
