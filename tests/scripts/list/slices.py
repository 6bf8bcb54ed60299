items = [0, 1, 2, 3, 4, 5, 6, 7]
print(items[2:5], items[::-2], items[-3:], items[10:])  # expect: [2, 3, 4] [7, 5, 3, 1] [5, 6, 7] []
items[1:4] = 'ab'
print(items)  # expect: [0, 'a', 'b', 4, 5, 6, 7]
items[::2] = [10, 20, 30, 40]
print(items)  # expect: [10, 'a', 20, 4, 30, 6, 40]
try:
    items[::2] = [1]
except ValueError as error:
    print(error)  # expect: attempt to assign sequence of size 1 to extended slice of size 4
del items[::3]
print(items)  # expect: ['a', 20, 30, 6]
items[2:2] = items
print(items)  # expect: ['a', 20, 'a', 20, 30, 6, 30, 6]
