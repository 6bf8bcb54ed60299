# One set and one closure cell shared by eight threads.
import threading


def make():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step, lambda: count


members = set()
step, current = make()


def work(me):
    for i in range(300):
        members.add((me, i % 20))
        step()
        members.discard((me, (i + 1) % 20))
        (me, i % 20) in members
        len(members | {me})


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(0 < current() <= 2400)  # expect: True
print(all(isinstance(member, tuple) for member in members))  # expect: True
