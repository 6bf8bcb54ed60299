class Clears:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return True

    def __hash__(self):
        return 1


b = {}
a = {Clears(b): 0}
b[Clears({})] = Clears({})
print(a == b)


class Empties:
    def __init__(self, *lists):
        self.lists = lists

    def __eq__(self, other):
        for one in self.lists:
            one.clear()
        return NotImplemented


x, y = [], []
x.append(Empties(x, y))
y.append(Empties(x, y))
print(x == y)
d = {n: [n] for n in range(5)}
print((3, [3]) in d.items(), (3, [4]) in d.items(), (9, []) in d.items())

# expect-stdout:
# True
# True
# True False False
