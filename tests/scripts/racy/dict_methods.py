# The other methods of a dict, its views and the dicts of collections, shared by eight threads.
import threading
from collections import Counter, OrderedDict, defaultdict

plain = dict.fromkeys(range(40), 0)
ordered, counted, grouped = OrderedDict(), Counter(), defaultdict(list)
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


def mutate(me):
    global plain
    for i in range(120):
        plain.update({i % 60: i, "me": me})
        plain |= {me: i, ("key", i % 5): i}
        ordered[i % 20] = me
        counted[i % 7] += 1
        grouped[i % 11].append(me)
        try:
            plain.popitem()
            del plain[i % 60]
            ordered.move_to_end(i % 20, last=bool(i % 2))
            ordered.popitem(last=False)
        except KeyError:
            pass
        if i % 30 == 0:
            plain.clear()
            counted.update("text")


def read(me):
    for i in range(120):
        try:
            for view in (plain.keys(), plain.values(), plain.items()):
                list(view), len(view)
            for key, value in plain.items():
                if type(value) is not int:
                    problems.append((key, value))
            {**plain, **grouped}
            plain == plain.copy(), i in plain, reversed(plain), plain.keys() & {1, 2, me}
            list(ordered.items()), ordered.get(i), counted.most_common(2), repr(grouped)
            dict(plain, extra=me), sorted(counted.values())
        except (RuntimeError, KeyError):  # changed size during iteration
            pass


threads = [threading.Thread(target=mutate if n % 2 else read, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
print(all(item in range(8) for items in grouped.values() for item in items))  # expect: True
