# options: --sched random --seed 7 --clock virtual
# skip: cpython has no seed for its threads
# One seed is one schedule, however long the engine took to begin: natively, in wasm and in any
# environment. (What the compiler makes of the program is part of the schedule: the line changes with it.)
import threading

count = 0
order = []


def work(n):
    global count
    for _ in range(20):
        seen = count
        order.append(n)
        count = seen + 1


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count, "".join(map(str, order)))  # expect: 22 001111111000000010112200000000002122222212222222222211111111
