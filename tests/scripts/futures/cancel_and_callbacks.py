import threading
from concurrent.futures import CancelledError, Future, InvalidStateError, ThreadPoolExecutor

gate = threading.Event()
begun = threading.Event()
pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix='worker')
running = pool.submit(lambda: (begun.set(), gate.wait(), threading.current_thread().name)[2])
begun.wait()
waiting = [pool.submit(int) for _ in range(3)]
print(waiting[0].cancel(), waiting[0].cancelled())         # expect: True True
threading.Timer(0.05, gate.set).start()
pool.shutdown(cancel_futures=True)
print([f.cancelled() for f in waiting], running.result())  # expect: [True, True, True] worker_0
try:
    waiting[0].result()
except CancelledError as error:
    print(repr(error))                                     # expect: CancelledError()
f = Future()
f.add_done_callback(lambda f: print('done', f.result()))   # expect: done 4
f.set_result(4)
print(f.done(), f.running(), f.cancel())                   # expect: True False False
try:
    f.set_result(5)
except InvalidStateError:
    print('settled')                                       # expect: settled
