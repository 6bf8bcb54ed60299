import bisect

a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2))   # expect: 3 1
bisect.insort(a, 2.5)
print(a)                                               # expect: [1, 2, 2, 2.5, 3]
print(bisect.bisect_left([10, 5, 1], -5, key=lambda x: -x))  # expect: 1
