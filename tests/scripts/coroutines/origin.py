# cr_origin says where a coroutine was created, if that is asked for.
import sys


async def work():
    pass


def make():
    return work()


c = make()
print(c.cr_origin)  # expect: None
c.close()
sys.set_coroutine_origin_tracking_depth(1)
print(sys.get_coroutine_origin_tracking_depth())  # expect: 1
c = make()
print([(line, name) for _, line, name in c.cr_origin])  # expect: [(10, 'make')]
c.close()
sys.set_coroutine_origin_tracking_depth(5)
c = make()
print([(line, name) for _, line, name in c.cr_origin])  # expect: [(10, 'make'), (22, '<module>')]
c.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)  # expect: depth must be >= 0
