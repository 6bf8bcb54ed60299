import heapq

heap = [5, 3, 8, 1]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print([heapq.heappop(heap) for _ in range(len(heap))])      # expect: [0, 1, 3, 5, 8]
print(heapq.nlargest(2, [1, 5, 2]), heapq.nsmallest(2, ['ccc', 'a', 'bb'], key=len))  # expect: [5, 2] ['a', 'bb']
print(list(heapq.merge([1, 4, 7], [2, 5], [3])))            # expect: [1, 2, 3, 4, 5, 7]
heap = [(2, 'b'), (5, 'e')]
print(heapq.heappushpop(heap, (1, 'a')), heapq.heapreplace(heap, (9, 'z')), heap)  # expect: (1, 'a') (2, 'b') [(5, 'e'), (9, 'z')]
try:
    heapq.heappop([])
except IndexError as error:
    print(error)                                            # expect: index out of range
