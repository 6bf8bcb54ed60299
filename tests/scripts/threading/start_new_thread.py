import _thread
import threading

done = threading.Event()


def work(a, *, b):
    print(a, b, type(threading.current_thread()).__name__)
    done.set()


print(type(_thread.start_new_thread(work, (1,), {'b': 2})).__name__)
done.wait()
for arguments in (1, ()), (print, []), (print, (), []):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
print(_thread.error is RuntimeError)
# unordered
# expect-stdout:
# int
# 1 2 _DummyThread
# first arg must be callable
# 2nd arg must be a tuple
# optional 3rd arg must be a dictionary
# True
