# sum() takes one item at a time, and adds floats as carefully from a generator as from a list.
def noisy(items):
    for item in items:
        print('gives', item)
        yield item


try:
    sum(noisy([1, 'two', 3]))
except TypeError as error:
    print(error)
# expect: gives 1
# expect: gives two
# expect: unsupported operand type(s) for +: 'int' and 'str'

small = [0.1] * 10
print(sum(small), sum(x for x in small))                            # expect: 1.0 1.0
cancelled = [1, 1e100, 1.0, -1e100]
print(sum(x for x in cancelled), sum(cancelled), sum(cancelled, 0.0))   # expect: 1.0 1.0 2.0
print(sum((x for x in [1e100, True, -1e100, 3]), 0.5))              # expect: 3.5
print(sum(x for x in [0.5, 2**70, 0.25]) == 2.0**70)                # expect: True
print(sum(x for x in [1.5, 2j]), sum(x for x in [2, 3]), sum((x for x in ()), 7))   # expect: (1.5+2j) 5 7
print(sum(([x] for x in range(3)), []))                             # expect: [0, 1, 2]
try:
    sum(x for x in [10**400, 0.5])
except OverflowError as error:
    print(error)                    # expect: int too large to convert to float
print(sum(x for x in [float('inf'), 1.0]), sum(x for x in [-0.0]), sum((x for x in [-0.0]), -0.0))  # expect: inf 0.0 -0.0
