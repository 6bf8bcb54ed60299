# An unprotected counter loses updates but never holds anything other than a count.
import threading

counter = 0


def work():
    global counter
    for _ in range(2000):
        counter += 1


threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(type(counter) is int and 0 < counter <= 16000)  # expect: True
