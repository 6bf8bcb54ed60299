# sys.exit() ends its thread without a word; the program goes on, with its own status.
import sys
import threading

thread = threading.Thread(target=sys.exit, args=(3,))
thread.start()
thread.join()
print(thread.is_alive())  # expect: False
