# What a container or an attribute lets go of.
class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


class B:
    pass


s = {A(1)}
s.clear()              # expect: del 1
print('-')             # expect: -
items = [A(2)]
items.pop()            # expect: del 2
print('-')             # expect: -
items.append(A(3))
items.clear()          # expect: del 3
print('-')             # expect: -
d = {1: A(4)}
d[1] = None            # expect: del 4
print('-')             # expect: -
d = {1: A(5)}
del d[1]               # expect: del 5
print('-')             # expect: -
d = {1: A(6)}
d.pop(1)               # expect: del 6
print('-')             # expect: -
b = B()
b.x = A(7)
b.x = None             # expect: del 7
print('-')             # expect: -
b.x = A(8)
del b                  # expect: del 8
print('-')             # expect: -
parent = A(9)
parent.left = A(10)
parent.right = A(11)
del parent
# expect-stdout:
# del 9
# del 10
# del 11
print('end')           # expect: end
