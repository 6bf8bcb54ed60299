# Functions of the library that many threads call for the first time at once.
import fractions
import statistics
import string
import textwrap
import threading

COUNT = 8
barrier = threading.Barrier(COUNT)
results = [None] * COUNT


def work(i):
    barrier.wait()
    results[i] = (
        textwrap.fill('the shuttle carries the weft', 20).split('\n'),
        statistics.median([5, 3, 4]),
        fractions.Fraction('3/6') + 1,
        string.capwords('a loom'),
    )


threads = [threading.Thread(target=work, args=(i,)) for i in range(COUNT)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(all(r == results[0] for r in results))    # expect: True
print(*results[0])      # expect: ['the shuttle carries', 'the weft'] 4 3/2 A Loom
