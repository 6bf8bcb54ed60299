# Arguments of RLock are deprecated; a subclass may have its own.
import threading
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    threading.RLock(1)
print(caught[0].category.__name__, caught[0].message)
# expect-stdout:
# DeprecationWarning Passing arguments to RLock is deprecated and will be removed in 3.15


class Named(threading._CRLock):
    def __init__(self, name, *, size=1):
        self.name = name
        self.size = size


lock = Named('a', size=2)
with lock, lock:
    print(lock.name, lock.size, type(lock).__name__)    # expect: a 2 Named
