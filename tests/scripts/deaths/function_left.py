# The locals of a function go in their order, the items of a list or tuple from the last on.
class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


def work():
    a = A(1)
    b = A(2)
    items = [A(3), A(4)]
    pair = (A(5), A(6))
    print('in work')


work()
# expect-stdout:
# in work
# del 1
# del 2
# del 4
# del 3
# del 6
# del 5
print('left')       # expect: left


def fail():
    a = A('of fail')
    raise ValueError


try:
    fail()
except ValueError as e:
    print('caught')  # expect: caught
# expect-stdout:
# del of fail
print('end')         # expect: end
