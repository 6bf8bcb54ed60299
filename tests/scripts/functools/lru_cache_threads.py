import functools
import threading


@functools.lru_cache(maxsize=50)
def square(x):
    return x * x


wrong = []


def work(start):
    for i in range(2000):
        x = (start + i * 7) % 100
        if square(x) != x * x:
            wrong.append(x)


threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
info = square.cache_info()
print(wrong)                     # expect: []
print(info.currsize)             # expect: 50
print(info.hits + info.misses)   # expect: 8000
