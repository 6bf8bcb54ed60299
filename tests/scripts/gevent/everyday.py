# skip: cpython gevent is not part of the standard library
from gevent import monkey
monkey.patch_all()

import gevent
from gevent.event import AsyncResult, Event
from gevent.local import local
from gevent.lock import BoundedSemaphore, Semaphore
from gevent.pool import Group, Pool
from gevent.queue import Empty, Queue


def double(n):
    gevent.sleep(0.01 * n)
    return n * 2


jobs = [gevent.spawn(double, n) for n in range(4)]
gevent.joinall(jobs)
print([job.value for job in jobs], jobs[0].ready(), jobs[0].successful())  # expect: [0, 2, 4, 6] True True
print(Pool(2).map(double, range(4)), list(Group().imap(double, [2, 1])), sorted(Pool(3).imap_unordered(double, [2, 1])))  # expect: [0, 2, 4, 6] [4, 2] [2, 4]

tasks = Queue(maxsize=2)
seen = []


def worker():
    for item in tasks:
        seen.append(item)


consumer = gevent.spawn(worker)
for i in range(5):
    tasks.put(i)
tasks.put(StopIteration)
consumer.join()
print(seen)  # expect: [0, 1, 2, 3, 4]
try:
    tasks.get_nowait()
except Empty:
    print('empty')  # expect: empty

event, result = Event(), AsyncResult()
waiter = gevent.spawn(lambda: (event.wait(), result.get()))
event.set()
result.set('value')
print(waiter.get())  # expect: (True, 'value')

with gevent.Timeout(0.01, False):
    gevent.sleep(5)
    print('not reached')
try:
    with gevent.Timeout(0.01):
        gevent.sleep(5)
except gevent.Timeout as e:
    print('timeout', e)  # expect: timeout 0.01 seconds
print(gevent.with_timeout(0.01, gevent.sleep, 5, timeout_value='late'))  # expect: late

sleeper = gevent.spawn(gevent.sleep, 100)
gevent.sleep(0)
sleeper.kill()
print(sleeper.ready(), repr(sleeper.value))  # expect: True GreenletExit()

semaphore = BoundedSemaphore(1)
with semaphore:
    print(semaphore.locked(), semaphore.acquire(blocking=False))  # expect: True False
data = local()
data.x = 1
print(gevent.spawn(hasattr, data, 'x').get(), data.x)  # expect: False 1


class Mine(gevent.Greenlet):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def _run(self):
        return self.n + 1


mine = Mine(4)
mine.start()
print(mine.get(), len(gevent.joinall([mine], timeout=1)))  # expect: 5 1
