# A hook that fails is reported, and its exception handed to sys.excepthook.
import io
import sys
import threading


def threading_hook(args):
    raise ValueError('the hook failed')


def fail():
    raise KeyError('the thread failed')


sys.excepthook = lambda kind, value, traceback: print(kind.__name__, value)
threading.excepthook = threading_hook
sys.stderr = io.StringIO()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
print(repr(sys.stderr.getvalue()))
# expect-stdout:
# ValueError the hook failed
# 'Exception in threading.excepthook:\n'
