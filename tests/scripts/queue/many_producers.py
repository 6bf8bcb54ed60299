import queue
import threading

q = queue.Queue(3)
got = []


def produce(start):
    for i in range(start, start + 100):
        q.put(i)


def consume():
    while (item := q.get()) is not None:
        got.append(item)
        q.task_done()
    q.task_done()


consumers = [threading.Thread(target=consume) for _ in range(3)]
producers = [threading.Thread(target=produce, args=(100 * n,)) for n in range(4)]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    q.put(None)
q.join()
print(sorted(got) == list(range(400)), q.empty(), q.unfinished_tasks)  # expect: True True 0
