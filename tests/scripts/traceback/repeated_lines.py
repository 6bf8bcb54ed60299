import sys
import traceback


def f(n):
    if n:
        f(n - 1)
    else:
        raise ValueError('deep')


for depth in (2, 4, 50):
    try:
        f(depth)
    except ValueError as error:
        print(''.join(traceback.format_exception(error)).replace(__file__, 'FILE'))
sys.setrecursionlimit(200)


def forever():
    forever()


try:
    forever()
except RecursionError as error:
    print(error, sys.getrecursionlimit())

# expect-stdout:
# Traceback (most recent call last):
#   File "FILE", line 14, in <module>
#     f(depth)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   File "FILE", line 9, in f
#     raise ValueError('deep')
# ValueError: deep
#
# Traceback (most recent call last):
#   File "FILE", line 14, in <module>
#     f(depth)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   [Previous line repeated 1 more time]
#   File "FILE", line 9, in f
#     raise ValueError('deep')
# ValueError: deep
#
# Traceback (most recent call last):
#   File "FILE", line 14, in <module>
#     f(depth)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   File "FILE", line 7, in f
#     f(n - 1)
#     ~^^^^^^^
#   [Previous line repeated 47 more times]
#   File "FILE", line 9, in f
#     raise ValueError('deep')
# ValueError: deep
#
# maximum recursion depth exceeded 200
