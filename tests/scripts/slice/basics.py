s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5))  # expect: slice(1, 10, 2) 1 10 2 (1, 5, 2)
print(slice(None, None, -1).indices(4), slice(3), slice(1, 2) == slice(1, 2))  # expect: (3, -1, -1) slice(None, 3, None) True
print(hash(slice(1, 2)) == hash(slice(1, 2)))  # expect: True
try:
    slice(0, 1, 0).indices(3)
except ValueError as error:
    print(error)  # expect: slice step cannot be zero


class Index:
    def __index__(self):
        return 2


print([0, 1, 2, 3][Index():], 'abcd'[Index()])  # expect: [2, 3] c
