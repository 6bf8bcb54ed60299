# One list is sorted, searched as a heap and compared by some threads while others change it.
import bisect
import heapq
import threading

shared, heap = list(range(50)), []
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


class Number:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


objects = [Number(i % 17) for i in range(60)]


def work(me):
    global shared
    for i in range(60):
        try:
            if me % 2:
                shared.sort(key=lambda n: -n)
                objects.sort()
            else:
                shared.sort()
                objects.sort(key=lambda n: n.value, reverse=True)
        except ValueError:  # list modified during sort
            pass
        shared.append(me)
        shared.extend(n for n in range(3))
        shared[i % 4:i % 8] = [me, i]
        shared *= 1
        objects.append(Number(me))
        try:
            heapq.heappush(heap, (i, me))
            shared.pop(0)
            shared.remove(1)
            bisect.insort(shared, i)
            heapq.heappop(heap)
            objects.pop()
        except (IndexError, ValueError):
            pass
        max(shared, default=0), sum(shared), shared == shared[:], sorted(shared)[:3], me in shared
        [n for n in shared if n > 2], tuple(shared), list(map(str, shared)), shared + shared
        a, *rest = shared[:] or [0]  # a list that is being sorted looks empty
        if any(type(n) is not int for n in shared):
            problems.append("item")


def main():
    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


main()
print(problems)  # expect: []
print(all(type(n) is Number for n in objects))  # expect: True
