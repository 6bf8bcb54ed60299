# A store to one attribute is never lost to another thread that adds a different one.
import threading


class Box:
    pass


def fill(box, me):
    for i in range(30):
        setattr(box, "a%d_%d" % (me, i), i)
        box.shared = (me, i)
        box.shared


for _ in range(10):
    box = Box()
    threads = [threading.Thread(target=fill, args=(box, n)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    missing = [(n, i) for n in range(8) for i in range(30) if getattr(box, "a%d_%d" % (n, i), None) != i]
    assert not missing, missing
print(len(vars(box)))  # expect: 241
