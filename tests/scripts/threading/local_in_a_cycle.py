# A thread-local object that its own attribute refers to dies with the last other reference.
import gc
import threading
import weakref


class Node:
    pass


node = Node()
node.local = threading.local()
node.local.node = node
reference = weakref.ref(node)
del node
gc.collect()
print(reference())  # expect: None
