# os.kill() of the own process runs the handler in the main thread, whoever calls it.
import os
import signal
import threading

came = threading.Event()


def handler(number, frame):
    print(signal.Signals(number).name, threading.current_thread() is threading.main_thread())
    came.set()


signal.signal(signal.SIGUSR1, handler)
os.kill(os.getpid(), 0)
thread = threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGUSR1))
thread.start()
thread.join()
came.wait()
# expect-stdout:
# SIGUSR1 True
