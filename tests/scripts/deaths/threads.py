# Objects die in whichever thread lets them go.
import threading


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        with lock:
            gone.append(self.n)


lock = threading.Lock()
gone = []


def work(k):
    for i in range(20):
        a = A(k * 100 + i)


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(gone) == [k * 100 + i for k in range(4) for i in range(20)])    # expect: True
