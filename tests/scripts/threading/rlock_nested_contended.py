# An RLock is acquired again by its owner, however it got it while others wanted it too.
import threading

lock = threading.RLock()
count = 0


def work():
    global count
    for _ in range(3000):
        with lock:
            with lock:
                count += 1


threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)  # expect: 24000
