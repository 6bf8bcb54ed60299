"""Counting words: string methods, a dict, a sort with a key."""
from time import perf_counter

TEXT = "the quick brown fox jumps over the lazy dog and the cat " * 4000


def run():
    counts = {}
    for word in TEXT.split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


best = result = None
for _ in range(3):
    start = perf_counter()
    result = run()
    took = perf_counter() - start
    best = took if best is None else min(best, took)
print("CHECK first=%s %d" % result[0])
print("RESULT cpu_words %.6f s" % best)
