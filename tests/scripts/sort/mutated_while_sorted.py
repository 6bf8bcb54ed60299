# What is put into a list while it is sorted is noticed, also when it is taken out again.
class Mutates:
    def __lt__(self, other):
        items.append(3)
        items.pop()
        return True


items = [Mutates() for _ in range(3)]
try:
    items.sort()
except ValueError as e:
    print(e, len(items))   # expect: list modified during sort 3
print(repr(sum([-0.0], -0.0)))   # expect: -0.0
