# To put items into a container is one step, also when they are several.
import collections
import operator

from _together import EACH, THREADS, TOTAL, together


def filled(make, put):
    """Whether all that threads put in one by one is there."""
    container = make()
    together(lambda n: [put(container, n * EACH + i) for i in range(EACH)])
    return sorted(container) == list(range(TOTAL))


print(filled(list, list.append))  # expect: True
print(filled(list, lambda c, x: c.insert(0, x)))  # expect: True
print(filled(collections.deque, collections.deque.append))  # expect: True
print(filled(collections.deque, collections.deque.appendleft))  # expect: True
print(filled(set, set.add))  # expect: True
print(filled(set, lambda c, x: c.update({x, x})))  # expect: True
print(filled(dict, lambda c, x: c.__setitem__(x, x)))  # expect: True
print(filled(dict, lambda c, x: c.update({x: x})))  # expect: True


def in_blocks(make, put):
    """Whether what threads put in five at a time stays together."""
    container = make()
    together(lambda n: [put(container, n) for _ in range(EACH)])
    items = list(container)
    return len(items) == 5 * TOTAL and all(
        len(set(items[i:i + 5])) == 1 for i in range(0, len(items), 5))


print(in_blocks(list, lambda c, n: c.extend([n] * 5)))  # expect: True
print(in_blocks(list, lambda c, n: c.extend((n,) * 5)))  # expect: True
print(in_blocks(list, lambda c, n: c.extend(bytes([n] * 5))))  # expect: True
print(in_blocks(list, lambda c, n: operator.iadd(c, [n] * 5)))  # expect: True
print(in_blocks(list, lambda c, n: operator.setitem(c, slice(0, 0), [n] * 5)))  # expect: True
print(in_blocks(collections.deque, lambda c, n: c.extend([n] * 5)))  # expect: True
print(in_blocks(collections.deque, lambda c, n: c.extendleft([n] * 5)))  # expect: True
print(in_blocks(bytearray, lambda c, n: c.extend(bytes([n] * 5))))  # expect: True
print(in_blocks(bytearray, lambda c, n: operator.iadd(c, bytes([n] * 5))))  # expect: True

# Of several threads that miss a key all get the value of one.
shared = {}
seen = together(lambda n: [shared.setdefault(i, n) for i in range(EACH)])
print(all(row == list(shared.values()) for row in seen))  # expect: True
groups = collections.defaultdict(list)
together(lambda n: [groups[i % 7].append(n) for i in range(EACH)])
print(sum(map(len, groups.values())) == TOTAL)  # expect: True

last = collections.deque(maxlen=5)
print(set(sum(together(lambda n: [last.append(i) or len(last) <= 5 for i in range(EACH)]), [])))  # expect: {True}

# What is in a list is found whatever others move meanwhile.
moving = list(range(20))


def move(n):
    for i in range(EACH):
        if n % 2:
            moving.insert(0, -1)
            moving.remove(-1)
        elif 19 not in moving or moving.count(7) != 1 or moving.index(19) < 0:
            return False
    return True


print(together(move) == [True] * THREADS)  # expect: True
numbers = list(range(200))[::-1]
together(lambda n: [numbers.sort(reverse=bool(n % 2)) for _ in range(10)])
print(sorted(numbers) == list(range(200)))  # expect: True


# A slice or a copy is the list at one moment: its first and its last item are always there.
ends = [0, 1, 2, 3]


def slide(n):
    for i in range(EACH):
        if n % 2:
            ends.insert(1, -1)
            ends.remove(-1)
        elif any(part[0] != 0 or part[-1] != 3 for part in (ends[:], ends.copy(), ends[0:])):
            return False
    return True


print(together(slide) == [True] * THREADS)  # expect: True
