# A step of a builtin iterator is one step: threads that share one get each value once.
import collections
import itertools

from _together import EACH, TOTAL, together


def shared_out(iterator):
    """Whether threads that ask until the end get each of the numbers once."""
    def work(n):
        mine = []
        while (value := next(iterator, None)) is not None:
            mine.append(value)
        return mine

    return sorted(sum(together(work), [])) == list(range(TOTAL))


items = range(TOTAL)
print(shared_out(iter(items)))  # expect: True
print(shared_out(iter(list(items))))  # expect: True
print(shared_out(iter(tuple(items))))  # expect: True
print(shared_out(iter(set(items))))  # expect: True
print(shared_out(iter(dict.fromkeys(items))))  # expect: True
print(shared_out(iter({i: i for i in items}.values())))  # expect: True
print(shared_out(iter(collections.deque(items))))  # expect: True
print(shared_out(reversed(list(items))))  # expect: True
print(shared_out(reversed(items)))  # expect: True
print(shared_out(map(int, list(items))))  # expect: True
print(shared_out(map(lambda x: x, items)))  # expect: True
print(shared_out(map(min, items, items)))  # expect: True
print(shared_out(filter(lambda x: True, items)))  # expect: True
print(shared_out(itertools.chain(items[:100], items[100:])))  # expect: True


class Equal:
    """The common value of a row whose values are equal, as an iterator."""

    def __init__(self, rows):
        self.rows = rows

    def __next__(self):
        first, second = next(self.rows)
        return first if first == second else -1


print(shared_out(Equal(enumerate(list(items)))))  # expect: True
print(shared_out(Equal(zip(list(items), tuple(items)))))  # expect: True

# A for-loop shares out what is left, too.
rest = map(lambda x: x + 1, iter(list(items)))
print(sum(together(lambda n: sum(x for x in rest))) == sum(items) + TOTAL)  # expect: True

counter = itertools.count()
numbers = sum(together(lambda n: [next(counter) for _ in range(EACH)]), [])
print(sorted(numbers) == list(items))  # expect: True
around = itertools.cycle(list(items))
print(sorted(sum(together(lambda n: [next(around) for _ in range(EACH)]), [])) == list(items))  # expect: True
