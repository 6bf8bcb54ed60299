# One text buffer, one file, one random generator, one cache and one context shared by eight threads.
import functools
import io
import random
import threading
import weakref

buffer, binary = io.StringIO(), io.BytesIO()
file = open("shared.txt", "w+")
generator = random.Random(1)
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


class Thing:
    pass


things = [Thing() for _ in range(8)]
references = weakref.WeakValueDictionary()


@functools.lru_cache(maxsize=16)
def cached(n):
    return n * 2


def work(me):
    for i in range(40):
        buffer.write("line %d\n" % me)
        binary.write(b"%d" % me)
        file.write("%d\n" % me)
        if i % 10 == 0:
            buffer.seek(0)
            buffer.read(20), buffer.getvalue(), binary.getvalue()
            file.flush()
        if not 0 <= generator.random() < 1 or not 1 <= generator.randint(1, 6) <= 6:
            problems.append("random")
        if cached(i % 40) != i % 40 * 2:
            problems.append("cache")
        references[i % 12] = things[me]
        things[me] = Thing()
        found = references.get((i + me) % 12)
        if found is not None and type(found) is not Thing:
            problems.append(found)
        thing = weakref.ref(things[(me + 1) % 8])()
        if thing is not None and type(thing) is not Thing:
            problems.append("reference")


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
file.close()
print(problems)  # expect: []
print(all(line.strip() in tuple("01234567") for line in open("shared.txt")))  # expect: True
