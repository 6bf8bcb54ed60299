# Objects that only look like tracebacks, no exception at all, attributes that raise; which calls
# are marked.
import collections
import sys
import traceback

Code = collections.namedtuple('Code', 'co_filename co_name')
Frame = collections.namedtuple('Frame', 'f_code f_globals f_locals')
Traceback = collections.namedtuple('Traceback', 'tb_frame tb_lineno tb_next tb_lasti')
Code.co_positions = lambda self: iter([(6, 6, 0, 0)])
frame = Frame(Code('/nowhere.py', 'method'), globals(), {'something': 1})
fake = traceback.TracebackException(Exception, Exception('e'), Traceback(frame, 6, None, 0),
                                    capture_locals=True)
print(''.join(fake.format()), end='')
print(fake.exc_type_str)
print(traceback.format_exc(), traceback.format_exception(None))


class Odd(Exception):
    def __getattr__(self, name):
        raise ValueError('no ' + name)


print(traceback.format_exception_only(Odd('odd')))


def fail():
    raise KeyError


def two_targets():
    x = y = fail()


def attribute():
    fail.x = fail()


def one_target():
    x = fail()


def wide():
    table = {"✨🚛": {}}
    return table["✨🚛"]["说明"]


for function in (two_targets, attribute, one_target, wide):
    try:
        function()
    except KeyError as e:
        print(*traceback.format_tb(e.__traceback__)[1].split('\n')[1:3], sep='\n')


def deep(n):
    return deep(n - 1) if n else [len(traceback.extract_stack(limit=limit)) for limit in (0, 2, -3)]


print(deep(5), len(traceback.StackSummary.extract(traceback.walk_stack(None), limit=1)))
sys.tracebacklimit = -1
print(traceback.extract_stack())
# expect-stdout:
# Traceback (most recent call last):
#   File "/nowhere.py", line 6, in method
#     something = 1
# Exception: e
# Exception
# NoneType: None
#  ['NoneType: None\n']
# ['Odd: odd\n', "Ignored error getting __notes__: ValueError('no __notes__')\n"]
#     x = y = fail()
#             ~~~~^^
#     fail.x = fail()
#              ~~~~^^
#     x = fail()
# 
#     return table["✨🚛"]["说明"]
#            ~~~~~~~~~~~~~^^^^^^^^
# [0, 2, 3] 1
# []
