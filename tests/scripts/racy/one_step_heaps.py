# heapq and bisect keep their order when threads use them on one list without a lock.
import bisect
import heapq

from _together import EACH, TOTAL, together

heap = []
together(lambda n: [heapq.heappush(heap, (n * EACH + i) * 7919 % 10007) for i in range(EACH)])
wanted = sorted(i * 7919 % 10007 for i in range(TOTAL))
print(sorted(heap) == wanted)  # expect: True
print(all(heap[(i - 1) // 2] <= heap[i] for i in range(1, TOTAL)))  # expect: True

taken = together(lambda n: [heapq.heappop(heap) for _ in range(EACH)])
print(all(row == sorted(row) for row in taken))  # expect: True
print(sorted(sum(taken, [])) == wanted and not heap)  # expect: True

pairs = [(i % 5, str(i)) for i in range(50)]
heapq.heapify(pairs)
together(lambda n: [heapq.heapreplace(pairs, (n, str(i))) for i in range(EACH)])
print(len(pairs) == 50 and all(pairs[(i - 1) // 2] <= pairs[i] for i in range(1, 50)))  # expect: True

ordered = []
together(lambda n: [bisect.insort(ordered, (n * EACH + i) * 7919 % 10007) for i in range(EACH)])
print(ordered == wanted)  # expect: True
