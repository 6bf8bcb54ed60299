import functools

print(functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3]))      # expect: 123
print(functools.reduce(lambda a, b: a + b, [], 'start'))         # expect: start
try:
    functools.reduce(max, [])
except TypeError as error:
    print(error)      # expect: reduce() of empty iterable with no initial value
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))  # expect: [3, 2, 1]


@functools.total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


print(Version(1) <= Version(1), Version(1) > Version(0), Version(2) >= Version(3))  # expect: True True False
