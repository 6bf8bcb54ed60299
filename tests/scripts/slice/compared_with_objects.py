# Slices compare as the tuples of their parts and deques as lists, also when those compare by code
# of the program.
from collections import deque


class Length:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


small, large = slice(Length(1), None), slice(Length(2), None)
print(small < large, large < small, small == large, small != large, small == slice(Length(1), None))
print(deque([Length(1)]) < deque([Length(2)]), deque([Length(1)]) == deque([Length(1)]))

# expect-stdout:
# True False False True True
# True True
