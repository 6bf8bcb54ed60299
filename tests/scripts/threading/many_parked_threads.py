import threading

event = threading.Event()
threads = [threading.Thread(target=event.wait) for _ in range(2000)]
for thread in threads:
    thread.start()
print(threading.active_count())  # expect: 2001
event.set()
for thread in threads:
    thread.join()
print(threading.active_count())  # expect: 1
