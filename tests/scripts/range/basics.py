r = range(2, 20, 3)
print(r, len(r), r[1], r[-1], r[1:3], list(r))  # expect: range(2, 20, 3) 6 5 17 range(5, 11, 3) [2, 5, 8, 11, 14, 17]
print(5 in r, 6 in r, 5.0 in r, r.index(8), r.count(8))  # expect: True False True 2 1
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)))  # expect: True True True
print(list(reversed(range(5))), list(range(5, 0, -2)))  # expect: [4, 3, 2, 1, 0] [5, 3, 1]
print(range(10**20, 10**20 + 3)[2], len(range(0, 10**20, 10**19)))  # expect: 100000000000000000002 10
try:
    range(1, 2, 0)
except ValueError as error:
    print(error)  # expect: range() arg 3 must not be zero
try:
    range(1.5)
except TypeError as error:
    print(error)  # expect: 'float' object cannot be interpreted as an integer
try:
    r[100]
except IndexError as error:
    print(error)  # expect: range object index out of range
