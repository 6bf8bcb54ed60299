import queue

full = queue.Queue(1)
full.put(1)
for call, kind in ((lambda: full.put(2, timeout=0.01), queue.Full),
                   (lambda: full.put_nowait(2), queue.Full),
                   (lambda: queue.LifoQueue().get(timeout=0.01), queue.Empty),
                   (lambda: queue.SimpleQueue().get_nowait(), queue.Empty)):
    try:
        call()
    except kind as error:
        print(kind.__name__)
try:
    full.get(timeout=-1)
except ValueError as error:
    print(error)
# expect-stdout:
# Full
# Full
# Empty
# Empty
# 'timeout' must be a non-negative number
