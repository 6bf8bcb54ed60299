# Copying what a dict or a set holds is one step: no other thread can change its size meanwhile.
import threading

shared, members = {}, set()
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


class Holder:
    pass


holder = Holder()


def mutate(me):
    for i in range(400):
        shared[me, i % 50] = i
        shared.pop((me, (i + 7) % 50), None)
        members.add((me, i % 50))
        members.discard((me, (i + 7) % 50))
        setattr(holder, "a%d" % (i % 50), me)
        setattr(Holder, "b%d" % (i % 50), me)


def copy(me):
    for _ in range(30):
        for copy in (list(shared), sorted(shared), tuple(shared.keys()), set(shared), [*shared.values()],
                     list(shared.items()), shared.copy(), dict(shared), {**shared}, frozenset(shared.items()),
                     list(members), sorted(members), tuple(members), set(members), members.copy()):
            if len(copy) > 500:
                problems.append(copy)
        dir(holder), dict(vars(holder)), list(vars(holder)), " ".join(vars(holder))


threads = [threading.Thread(target=mutate if n % 2 else copy, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
