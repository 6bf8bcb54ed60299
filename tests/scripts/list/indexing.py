items = [10, 20, 30]
print(items[0], items[-1])  # expect: 10 30
try:
    items[3]
except IndexError as error:
    print(error)  # expect: list index out of range
try:
    items['a']
except TypeError as error:
    print(error)  # expect: list indices must be integers or slices, not str
items[-1] = 'z'
print(items)  # expect: [10, 20, 'z']
try:
    items[5] = 1
except IndexError as error:
    print(error)  # expect: list assignment index out of range
del items[0]
print(items)  # expect: [20, 'z']
