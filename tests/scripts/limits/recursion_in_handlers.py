# Each handler of a RecursionError that goes on recursing fails at the same depth: there is no room
# behind the limit that doubles the work.
import sys


def depth_now():
    frame, n = sys._getframe(), 0
    while frame is not None:
        frame, n = frame.f_back, n + 1
    return n


def both():
    try:
        both()
    except RecursionError:
        both()


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        in_handler()


def prints(n):
    try:
        prints(n + 1)
    except RecursionError as e:
        if n < 3:
            print(n, e)
        raise


limit = sys.getrecursionlimit()
sys.setrecursionlimit(depth_now() + 12)
for f in (both, in_handler):
    try:
        f()
    except RecursionError as e:
        print(f.__name__, e)
sys.setrecursionlimit(limit)
try:
    prints(1)
except RecursionError:
    print('end')
# expect-stdout:
# both maximum recursion depth exceeded
# in_handler maximum recursion depth exceeded
# 2 maximum recursion depth exceeded
# 1 maximum recursion depth exceeded
# end
