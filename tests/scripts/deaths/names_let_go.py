# __del__ runs when the last name is deleted or bound to something else.
class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


a = A(1)
b = a
del a
print('one name left')     # expect: one name left
b = None                   # expect: del 1
A(2)                       # expect: del 2
print('next')              # expect: next
for i in range(3):
    a = A(i)
# expect-stdout:
# del 0
# del 1
print('after the loop')    # expect: after the loop
del a                      # expect: del 2
print('end')               # expect: end
