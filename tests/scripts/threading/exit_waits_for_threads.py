# The end of the program waits for threads that are not daemons, and then calls atexit's functions.
import atexit
import threading
import time


def late():
    time.sleep(0.05)
    print('late')


def endless():
    while True:
        time.sleep(0.01)


atexit.register(print, 'at exit')
threading.Thread(target=endless, daemon=True).start()
threading.Thread(target=late).start()
print('end of the program')
# expect-stdout:
# end of the program
# late
# at exit
