# types.TracebackType makes tracebacks of any frame.
import sys
import types

frame = sys._getframe()
inner = types.TracebackType(None, frame, 16, 3)
outer = types.TracebackType(inner, frame, 8, 7)
print(outer.tb_next is inner, outer.tb_frame is frame, outer.tb_lineno)  # expect: True True 7
try:
    raise ValueError('x').with_traceback(outer)
except ValueError as error:
    lines = []
    tb = error.__traceback__
    while tb is not None:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    print(lines)  # expect: [10, 7, 3]
for arguments in (1, frame, 0, 0), (None, 1, 0, 0):
    try:
        types.TracebackType(*arguments)
    except TypeError as error:
        print(error)
# expect-stdout:
# expected traceback object or None, got 'int'
# traceback() argument 'tb_frame' must be frame, not int
