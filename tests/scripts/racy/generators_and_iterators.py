# Eight threads advance the same generators and iterators: each item comes at most once from a
# generator, and whoever finds it running is told so.
import itertools
import threading

problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)
seen = []
busy = 0


def numbers():
    for i in range(3000):
        yield i


def pairs():
    try:
        yield from zip(numbers(), itertools.repeat("x"))
    finally:
        problems.extend(() if closing else ["closed early"])


closing = False
plain, delegating = numbers(), pairs()
items = list(range(500))
iterators = [iter(items), reversed(items), enumerate(items), zip(items, items), map(str, items),
             filter(None, items), iter("text" * 100), iter({i: i for i in range(300)}.items()),
             iter(frozenset(items)), itertools.chain(items, items), itertools.count(),
             itertools.islice(itertools.cycle(items), 900), iter(range(900)), iter(items.copy, None)]
copies = itertools.tee(iter(items), 3)


def advance(iterator):
    try:
        return next(iterator, None)
    except (ValueError, RuntimeError):  # generator already executing; the tee iterator likewise
        return None


def work(me):
    for i in range(300):
        value = advance(plain)
        if value is not None:
            seen.append(value)
        pair = advance(delegating)
        if pair is not None and pair[1] != "x":
            problems.append(pair)
        for iterator in iterators:
            advance(iterator)
        advance(copies[me % 3])
        if i % 50 == 0:
            try:
                plain.send(None)
            except (ValueError, StopIteration):
                pass


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
closing = True
delegating.close()
print(problems)  # expect: []
print(len(seen) == len(set(seen)) > 0)  # expect: True
