# A weak reference is dead at once; its callbacks run from the newest to the oldest.
import weakref


class A:
    pass


a = A()
plain = weakref.ref(a)
first = weakref.ref(a, lambda r: print('first', r()))
second = weakref.ref(a, lambda r: print('second', r is second))
print(plain() is a)                    # expect: True
a = None
# expect-stdout:
# second True
# first None
print(plain())                         # expect: None

values = weakref.WeakValueDictionary()
kept = values['x'] = A()
values['y'] = A()
print(sorted(values))                  # expect: ['x']
del kept
print(len(values))                     # expect: 0

items = weakref.WeakSet()
one, two = A(), A()
items.add(one)
items.add(two)
print(len(items))                      # expect: 2
del one
print(len(items))                      # expect: 1

late = A()
finalizer = weakref.finalize(two, print, 'two has gone')
weakref.finalize(late, print, 'at exit')
print(finalizer.alive)                 # expect: True
two = None                             # expect: two has gone
print(finalizer.alive, len(items))     # expect: False 0


class Node:
    def __init__(self, parent=None):
        self.parent = parent and weakref.ref(parent)

    def __del__(self):
        print('node', self.parent and self.parent())


root = Node()
child = Node(root)
del root                               # expect: node None
del child                              # expect: node None
# expect-stdout:
# at exit
