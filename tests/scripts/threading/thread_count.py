# _thread._count() is the number of threads that run besides the main one.
import _thread
import threading

print(_thread._count())  # expect: 0
go = threading.Event()
threads = [threading.Thread(target=go.wait) for _ in range(3)]
for thread in threads:
    thread.start()
print(_thread._count(), threading.active_count())  # expect: 3 4
go.set()
for thread in threads:
    thread.join()
print(_thread._count(), threading.active_count())  # expect: 0 1
