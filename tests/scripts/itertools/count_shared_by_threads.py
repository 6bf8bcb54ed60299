# No two threads get the same number.
import itertools
import threading

numbers = itertools.count()
taken = [[] for _ in range(4)]


def take(mine):
    for _ in range(1000):
        mine.append(next(numbers))


threads = [threading.Thread(target=take, args=(mine,)) for mine in taken]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(set().union(*taken)), next(numbers))   # expect: 4000 4000
