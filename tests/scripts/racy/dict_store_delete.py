# Eight threads store, delete and look up the same keys of one dict, which grows and shrinks.
import threading

shared = {}
problems = []


def work(me):
    for i in range(500):
        key = i % 37
        shared[key] = (key, me)
        value = shared.get(key)
        if value is not None and value[0] != key:
            problems.append(value)
        shared.setdefault("name%d" % (i % 5), me)
        if i % 3 == 0:
            shared.pop(key, None)
        try:
            for known in shared:
                len(shared)
        except RuntimeError:
            pass


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
print(all(value[0] == key for key, value in shared.items() if isinstance(key, int)))  # expect: True
