# Eight threads append to, pop from and index one list: elements stay whole, no operation is torn.
import threading

shared = list(range(100))
problems = []


def work(me):
    for i in range(400):
        shared.append((me, i))
        try:
            item = shared.pop()
            if not isinstance(item, (int, tuple)):
                problems.append(item)
            shared[i % 50] = (me, i)
            first, second = shared[0], shared[-1]
        except IndexError:
            pass


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
print(len(shared))  # expect: 100
