from collections import deque

d = deque([1, 2, 3], maxlen=3)
d.append(4)
print(d)                    # expect: deque([2, 3, 4], maxlen=3)
d.appendleft(0)
print(list(d), d[0], d[-1]) # expect: [0, 2, 3] 0 3
d.rotate(1)
print(d.pop(), d.popleft()) # expect: 2 3
print(len(d), 0 in d)       # expect: 1 True
try:
    deque().popleft()
except IndexError as error:
    print(error)            # expect: pop from an empty deque
