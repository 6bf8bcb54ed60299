# A bytearray that grows, shrinks and is searched by eight threads, and views of one that cannot.
import threading

shared, fixed = bytearray(b"abc" * 10), bytearray(64)
view = memoryview(fixed)
problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


def mutate(me):
    global shared
    for i in range(150):
        shared.append(i % 256)
        shared.extend(b"xyz")
        shared[i % 5:i % 9] = b"12345"
        view[i % 64] = me
        fixed[i % 60:i % 60 + 4] = bytes([me] * 4)
        try:
            shared.pop()
            del shared[:5]
            shared.insert(2, me)
            shared.reverse()
            shared[i % 20] = me
            shared.remove(120)
        except (IndexError, ValueError):
            pass
        if i % 50 == 0:
            shared.clear()
            shared += b"new content"


def read(me):
    for i in range(150):
        try:
            if not 0 <= shared[i % 20] < 256:
                problems.append("item")
        except IndexError:
            pass
        bytes(shared), shared.find(b"xyz"), shared.hex(), shared.split(b"x"), b"1" in shared
        shared == bytes(shared), shared.upper(), len(shared), sum(shared), shared.decode("latin-1")
        if any(value > 8 for value in view.tolist()) or len(bytes(view[4:20])) != 16:
            problems.append("view")


threads = [threading.Thread(target=mutate if n % 2 else read, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
