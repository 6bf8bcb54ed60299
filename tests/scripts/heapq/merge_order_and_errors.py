import heapq
from operator import itemgetter

rows = [[('b', 2), ('a', 2), ('c', 1)], [('d', 2), ('e', 1)]]
print(list(heapq.merge(*rows, key=itemgetter(1), reverse=True)))   # expect: [('b', 2), ('a', 2), ('d', 2), ('c', 1), ('e', 1)]
for f, args in ((heapq.heappop, ([],)), (heapq.heapreplace, ([], 1)), (heapq.heappop, (None,)),
                (heapq.heappush, ((), 1)), (heapq.heapify, ('abc',)), (heapq.heapreplace, (None, 1))):
    try:
        f(*args)
    except (IndexError, TypeError) as e:
        print(type(e).__name__, end=' ')
print()   # expect: IndexError IndexError TypeError TypeError TypeError TypeError
