# At the end of the program everything is finalized, after the functions of atexit.
import atexit


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


x = A(1)
_y = A(2)
z = [A(3), A(4)]
p = A(5)
p.child = A(6)
q = A(7)
q.me = q
atexit.register(print, 'atexit')
print('end')
# expect-stdout:
# end
# atexit
# del 1
# del 2
# del 5
# del 7
# del 4
# del 3
# del 6
