# Every kind of mutation of one list at once, beside readers that iterate, slice and sort copies.
import threading

shared = list(range(64))


def mutate(me):
    for i in range(150):
        try:
            shared.insert(i % 40, me)
            shared.extend([i, me])
            del shared[:3]
            shared.reverse()
            shared.remove(me)
        except (IndexError, ValueError):
            pass


def read(me):
    for _ in range(150):
        total = 0
        for item in shared:
            total += item
        copy = shared[::2]
        copy.sort()
        assert len(shared[:5]) <= 5
        repr(shared)


threads = [threading.Thread(target=mutate if n % 2 else read, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(all(type(item) is int for item in shared))  # expect: True
