# Every operation of a deque at once, beside readers that index, iterate, copy and compare it.
import threading
from collections import deque

shared = deque(range(40))
bounded = deque(maxlen=16)
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


def mutate(me):
    for i in range(120):
        try:
            shared.append(me)
            shared.appendleft(i)
            shared.rotate(i % 7 - 3)
            bounded.extend((me, i, me))
            shared.insert(i % 5, me)
            shared.popleft()
            shared.pop()
            del shared[i % 3]
            shared[i % 4] = i
            bounded.extendleft([me, i])
            if i % 40 == 0:
                shared.clear()
                shared.extend(range(30))
            shared.reverse()
            shared.remove(me)
        except (IndexError, ValueError, RuntimeError):
            pass


def read(me):
    for i in range(120):
        try:
            if not isinstance(shared[i % 10], int) or me in shared and shared.count(me) < 0:
                problems.append(i)
            for item in shared:
                if type(item) is not int:
                    problems.append(item)
            shared == shared.copy()
        except (IndexError, RuntimeError):
            pass
        if len(bounded) > 16 or len(list(bounded.copy())) > 16:
            problems.append("too long")
        repr(bounded)


threads = [threading.Thread(target=mutate if n % 2 else read, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
print(len(bounded))  # expect: 16
