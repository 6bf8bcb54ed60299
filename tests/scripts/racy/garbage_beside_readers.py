# Short-lived objects by the thousand while other threads hold on to parts of them.
import threading

slots = [None] * 16
problems = []


class Node:
    def __init__(self, value, tail):
        self.value = value
        self.tail = tail


def work(me):
    for i in range(400):
        chain = None
        for depth in range(10):
            chain = Node((me, depth), chain)
        slots[(me + i) % 16] = chain
        other = slots[(me * 7 + i) % 16]
        depth = 9
        while other is not None:
            if other.value[1] != depth:
                problems.append(other.value)
            other = other.tail
            depth -= 1


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
