# Waiting threads learn of a shutdown; what was put before can still be got.
import queue
import threading

q = queue.Queue()
seen = []


def get():
    try:
        q.get()
    except queue.ShutDown:
        seen.append('shut down')


threads = [threading.Thread(target=get) for _ in range(3)]
for thread in threads:
    thread.start()
q.shutdown()
for thread in threads:
    thread.join()
print(seen)  # expect: ['shut down', 'shut down', 'shut down']
other = queue.Queue()
other.put(1)
other.shutdown()
print(other.get())  # expect: 1
try:
    other.put(2)
except queue.ShutDown as error:
    print('closed')  # expect: closed
