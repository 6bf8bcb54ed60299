# Two threads take from one map while its function runs in both: each item is given once.
import threading
from itertools import chain, count, islice

both = threading.Barrier(2)


def slow(x):
    both.wait()
    return x * x


squares = map(slow, iter(range(100)))
taken = [[], []]


def take(into):
    for _ in range(50):
        into.append(next(squares))


threads = [threading.Thread(target=take, args=(into,)) for into in taken]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(taken[0] + taken[1]) == [x * x for x in range(100)])   # expect: True

numbers = count(0.5, 0.5)
parts = [[], []]


def take_numbers(into):
    into.extend(islice(numbers, 2000))


threads = [threading.Thread(target=take_numbers, args=(into,)) for into in parts]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(set(chain(*parts))))   # expect: 4000
