# No thread starts any more once the exit handlers have run.
import atexit
import threading


class Last:
    def __del__(self):
        try:
            threading.Thread(target=print).start()
        except RuntimeError as error:
            print(type(error).__name__, error)


def at_exit():
    thread = threading.Thread(target=print, args=('at exit',), daemon=True)
    thread.start()
    thread.join()


atexit.register(at_exit)
last = Last()
# expect-stdout:
# at exit
# PythonFinalizationError can't create new thread at interpreter shutdown
