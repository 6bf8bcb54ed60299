# Whoever catches the MemoryError can go on, though what filled the memory is still there.
# options: --memory-limit 24
# skip: cpython has no such limit
import collections


def fill(name, container, add):
    i = 0
    try:
        while True:
            add(container, i)
            i += 1
    except MemoryError as error:
        print(name, len(container) > 30_000, [str(error)])


fill("list", [], lambda c, i: c.append(i))  # expect: list True ["the program's memory limit of 24 MiB is reached"]
fill("rows", [], lambda c, i: c.append([i]))  # expect: rows True ["the program's memory limit of 24 MiB is reached"]
fill("dict", {}, lambda c, i: c.update({i: i}))  # expect: dict True ["the program's memory limit of 24 MiB is reached"]
fill("set", set(), lambda c, i: c.add(i))  # expect: set True ["the program's memory limit of 24 MiB is reached"]
fill("deque", collections.deque(), lambda c, i: c.append(i))  # expect: deque True ["the program's memory limit of 24 MiB is reached"]
fill("bytes", bytearray(), lambda c, i: c.extend(b"0123456789" * 100))  # expect: bytes True ["the program's memory limit of 24 MiB is reached"]

# All of it is free again.
print(len([0] * 2_000_000))  # expect: 2000000
