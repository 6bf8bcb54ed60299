# What is in a cycle goes with gc.collect().
import gc
import weakref


class A:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        print('del', self.n)


a = A(1)
r = weakref.ref(a)
a = None
gc.collect()                            # expect: del 1
print(r())                              # expect: None
