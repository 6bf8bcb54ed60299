# To take something out of a container is one step: every item is given to one thread.
import collections

from _together import TOTAL, together


def drained(container, take, ends):
    """Whether threads that take items until there are none get each item once."""
    def work(n):
        mine = []
        while True:
            try:
                mine.append(take(container))
            except ends:
                return mine

    return sorted(sum(together(work), [])) == list(range(TOTAL))


items = range(TOTAL)
print(drained(list(items), lambda c: c.pop(), IndexError))  # expect: True
print(drained(list(items), lambda c: c.pop(0), IndexError))  # expect: True
print(drained(list(items), lambda c: c.pop(len(c) // 2), IndexError))  # expect: True
print(drained(collections.deque(items), lambda c: c.pop(), IndexError))  # expect: True
print(drained(collections.deque(items), lambda c: c.popleft(), IndexError))  # expect: True
print(drained(set(items), lambda c: c.pop(), KeyError))  # expect: True
print(drained(dict.fromkeys(items), lambda c: c.popitem()[0], KeyError))  # expect: True
print(drained(collections.OrderedDict.fromkeys(items), lambda c: c.popitem(last=False)[0], KeyError))  # expect: True


def removed(container, remove, missing):
    """Whether of the threads that remove every item each succeeds for different ones."""
    def work(n):
        mine = []
        for item in items:
            try:
                remove(container, item)
            except missing:
                continue
            mine.append(item)
        return mine

    return sorted(sum(together(work), [])) == list(items) and not container


print(removed(list(items), list.remove, ValueError))  # expect: True
print(removed(collections.deque(items), collections.deque.remove, ValueError))  # expect: True
print(removed(set(items), set.remove, KeyError))  # expect: True
print(removed(dict.fromkeys(items), dict.__delitem__, KeyError))  # expect: True
print(removed(dict.fromkeys(items), dict.pop, KeyError))  # expect: True
print(removed(collections.OrderedDict.fromkeys(items), lambda c, k: c.pop(k), KeyError))  # expect: True
data = bytearray(range(200))
print(sorted(sum(together(lambda n: [data.pop() for _ in range(25)]), [])) == list(range(200)))  # expect: True
