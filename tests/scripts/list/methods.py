items = [3, 1, 2]
items.append(5)
items.insert(-1, 9)
items.extend(range(2))
print(items)  # expect: [3, 1, 2, 9, 5, 0, 1]
print(items.pop(), items.pop(0), items)  # expect: 1 3 [1, 2, 9, 5, 0]
print(items.index(9), items.count(1), 9 in items, 100 in items)  # expect: 2 1 True False
try:
    items.remove(77)
except ValueError as error:
    print(error)  # expect: list.remove(x): x not in list
try:
    items.index(77)
except ValueError as error:
    print(error)  # expect: 77 is not in list
try:
    [].pop()
except IndexError as error:
    print(error)  # expect: pop from empty list
items.reverse()
print(items, items.copy() is items)  # expect: [0, 5, 9, 2, 1] False
items += (4, 5)
items *= 2
print(items, len(items))  # expect: [0, 5, 9, 2, 1, 4, 5, 0, 5, 9, 2, 1, 4, 5] 14
items.clear()
print(items)  # expect: []
