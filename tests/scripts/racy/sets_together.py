# The operators and methods of two sets that eight threads change, with readers of both.
import threading

a, b = set(range(30)), set(range(20, 60))
frozen = frozenset(range(10))
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


def mutate(me):
    global a, b
    for i in range(150):
        a.add(i % 70)
        b.discard(i % 70)
        a.update(frozen, [me])
        b |= {me, i}
        a.difference_update(b)
        a ^= {1, 2, i % 9}
        b.intersection_update(range(i % 50, 80))
        try:
            a.pop()
            b.remove(me)
        except KeyError:
            pass
        if i % 30 == 0:
            b.clear()


def read(me):
    for i in range(150):
        try:
            for one in (a | b, a & b, a - b, a ^ b, a.copy(), frozen | a, set(b)):
                if not all(type(item) is int for item in one):
                    problems.append(one)
            a <= b, a == b, a.isdisjoint(b), i in a, len(b)
            for item in a:
                if type(item) is not int:
                    problems.append(item)
            hash(frozenset(b)), repr(a), sorted(b)
        except RuntimeError:  # changed size during iteration
            pass


threads = [threading.Thread(target=mutate if n % 2 else read, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
