from graphlib import CycleError, TopologicalSorter

sorter = TopologicalSorter({'d': ['b', 'c'], 'b': ['a'], 'c': ['a']})
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(sorted(ready))
    sorter.done(*ready)
print(list(TopologicalSorter({3: [2], 2: [1]}).static_order()))
try:
    list(TopologicalSorter({'a': ['b'], 'b': ['c'], 'c': ['a']}).static_order())
except CycleError as error:
    print(error.args[0], len(error.args[1]))
for call in lambda: sorter.add('x'), lambda: sorter.prepare(), lambda: sorter.done('q'), lambda: sorter.done('a'):
    try:
        call()
    except ValueError as error:
        print(error)

# expect-stdout:
# ['a']
# ['b', 'c']
# ['d']
# [1, 2, 3]
# nodes are in a cycle 4
# Nodes cannot be added after a call to prepare()
# cannot prepare() more than once
# node 'q' was not added using add()
# node 'a' was already marked done
