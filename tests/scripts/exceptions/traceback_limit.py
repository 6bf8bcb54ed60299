import io
import sys
import traceback


def inner():
    1 / 0


def outer():
    inner()


sys.tracebacklimit = 1
shown = sys.stderr = io.StringIO()
try:
    outer()
except ZeroDivisionError as e:
    print([f.name for f in traceback.extract_tb(e.__traceback__)])  # expect: ['<module>']
    # Of what nobody catches, the frames nearest to the error are shown.
    sys.excepthook(type(e), e, e.__traceback__)
print('in inner' in shown.getvalue(), 'in outer' in shown.getvalue())  # expect: True False
