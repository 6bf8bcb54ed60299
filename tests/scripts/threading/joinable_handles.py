# _thread.start_joinable_thread and its handles.
import _thread

handle = _thread.start_joinable_thread(lambda: None)
handle.join()
handle.join()
print(handle.is_done())                  # expect: True
handle = _thread._ThreadHandle()
for method in (handle.join, handle._set_done):
    try:
        method()
    except RuntimeError as e:
        print(e)                         # expect: thread not started
# expect-stdout:
# thread not started
_thread.start_joinable_thread(lambda: None, handle=handle)
try:
    _thread.start_joinable_thread(lambda: None, handle=handle)
except RuntimeError as e:
    print(e)                             # expect: thread already started
handle.join()


def join_self():
    try:
        own.join()
    except RuntimeError as e:
        print(e)
    joined.release()


joined = _thread.allocate_lock()
joined.acquire()
own = _thread._ThreadHandle()
_thread.start_joinable_thread(join_self, handle=own)
with joined:
    pass
# expect-stdout:
# Cannot join current thread
print(_thread.daemon_threads_allowed())  # expect: True
