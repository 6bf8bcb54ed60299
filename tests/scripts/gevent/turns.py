# options: --clock virtual
# skip: cpython gevent is not part of the standard library
# Greenlets take turns: what is printed comes in one order, whatever the scheduler.
import threading
import time

import gevent
from gevent import monkey
from gevent.event import AsyncResult, Event
from gevent.exceptions import LoopExit
from gevent.lock import Semaphore
from gevent.pool import Group, Pool
from gevent.queue import Channel, Queue


def foo():
    print('in foo')
    gevent.sleep(0)
    print('foo again')


def bar():
    print('in bar')
    gevent.sleep(0)
    print('bar again')


g = gevent.spawn(foo)
print('nobody has begun')
gevent.joinall([g, gevent.spawn(bar)])
# expect-stdout:
# nobody has begun
# in foo
# in bar
# foo again
# bar again

count = 0


def add():
    # Without a switch nobody comes between.
    global count
    for _ in range(1000):
        seen = count
        count = seen + 1


gevent.joinall([gevent.spawn(add) for _ in range(10)])
print(count)  # expect: 10000

order = []
gevent.joinall([gevent.spawn(lambda n=n: (gevent.sleep(10 * (3 - n)), order.append(n))) for n in range(3)])
print(order)  # expect: [2, 1, 0]

tasks = Queue()
log = []


def worker(name):
    while not tasks.empty():
        log.append((name, tasks.get()))
        gevent.sleep(0)


for i in range(4):
    tasks.put_nowait(i)
gevent.joinall([gevent.spawn(worker, 'a'), gevent.spawn(worker, 'b')])
print(log)  # expect: [('a', 0), ('b', 1), ('a', 2), ('b', 3)]

channel = Channel()
sender = gevent.spawn(lambda: [channel.put(n) for n in range(2)])
print(channel.get(), channel.get())  # expect: 0 1

# ---- ends

failed = gevent.spawn(lambda: 1 / 0)
try:
    failed.get()
except ZeroDivisionError as e:
    print('raised', e)  # expect: raised division by zero
print(failed.successful(), failed.ready(), type(failed.exception).__name__)  # expect: False True ZeroDivisionError


def stubborn():
    try:
        gevent.sleep(10)
    except gevent.GreenletExit:
        print('told to end')
        raise


s = gevent.spawn(stubborn)
gevent.sleep(0)
s.kill()  # expect: told to end
print(s.dead, repr(s.value))  # expect: True GreenletExit()
never = gevent.spawn(print, 'not printed')
never.kill()
print(never.dead, repr(never.value))  # expect: True GreenletExit()
told = []
linked = gevent.spawn(lambda: 5)
linked.link(lambda source: told.append(source.value))
linked.join()
gevent.sleep(0)
print(told)  # expect: [5]
try:
    Event().wait()
except LoopExit:
    print('nobody is left')  # expect: nobody is left
print(Event().wait(timeout=0.001), len(gevent.joinall([gevent.spawn(gevent.sleep, 5)], timeout=0.001)))  # expect: False 0

# ---- pools

running = most = 0


def job(n):
    global running, most
    running += 1
    most = max(most, running)
    gevent.sleep(0.001)
    running -= 1
    return n * n


pool = Pool(2)
print(pool.map(job, range(5)), most, pool.free_count())  # expect: [0, 1, 4, 9, 16] 2 2
print(list(Group().imap_unordered(lambda n: (gevent.sleep(10 * n), n)[1], [2, 0, 1])))  # expect: [0, 1, 2]
result = AsyncResult()
gevent.spawn(lambda: result.set('done'))
print(result.get(timeout=1))  # expect: done
semaphore = Semaphore(1)
semaphore.acquire()
print(semaphore.acquire(timeout=0.001), semaphore.locked())  # expect: False True

# ---- patched

monkey.patch_all()
lines = []


def nap(name):
    for i in range(2):
        time.sleep(0.001)
        lines.append((name, i))


gevent.joinall([gevent.spawn(nap, 'x'), gevent.spawn(nap, 'y')])
print(lines)  # expect: [('x', 0), ('y', 0), ('x', 1), ('y', 1)]
lock = threading.Lock()


def guarded(n):
    with lock:
        gevent.sleep(0.001)
        lines.append(n)


lines.clear()
threads = [threading.Thread(target=guarded, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(lines, threads[0].is_alive(), monkey.is_module_patched('time'))  # expect: [0, 1, 2] False True
condition = threading.Condition()
items = []


def consume():
    with condition:
        condition.wait_for(lambda: items)
        print('got', items.pop())


consumer = gevent.spawn(consume)
gevent.sleep(0)
with condition:
    items.append(1)
    condition.notify()
consumer.join()  # expect: got 1
