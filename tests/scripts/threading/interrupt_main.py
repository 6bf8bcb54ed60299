# The main thread gets KeyboardInterrupt wherever it waits.
# skip: cpython interrupt_main() does not wake a thread that waits there
import _thread
import queue
import threading
import time


def waits():
    lock = threading.Lock()
    lock.acquire()
    sleeper = threading.Thread(target=threading.Event().wait, daemon=True)
    sleeper.start()
    condition = threading.Condition()

    def wait_on_condition():
        with condition:
            try:
                condition.wait()
            finally:
                print('owned', condition._is_owned())

    yield 'sleep', lambda: time.sleep(60)
    yield 'lock', lock.acquire
    yield 'lock with a timeout', lambda: lock.acquire(timeout=60)
    yield 'join', sleeper.join
    yield 'event', threading.Event().wait
    yield 'queue', queue.Queue().get
    yield 'condition', wait_on_condition


def interrupt():
    time.sleep(0.05)
    _thread.interrupt_main()


for name, wait in waits():
    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        wait()
    except KeyboardInterrupt:
        print('out of', name)
    thread.join()
try:
    _thread.interrupt_main()
except KeyboardInterrupt:
    print('at once')
try:
    _thread.interrupt_main(-1)
except ValueError as error:
    print(error)
# expect-stdout:
# out of sleep
# out of lock
# out of lock with a timeout
# out of join
# out of event
# out of queue
# owned True
# out of condition
# at once
# signal number out of range
