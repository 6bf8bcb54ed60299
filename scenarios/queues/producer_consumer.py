# /// scenario
# title = { en = "Producers and consumers", zh = "生产者与消费者" }
# about = { en = "A queue between them holds three parts at most: a fast producer has to wait.", zh = "中间的队列最多放三个零件：生产太快就得等。" }
# chapter = "queues"
# order = 210
# ///
import queue
import threading
import time

shelf = queue.Queue(maxsize=3)


def produce(name, count):
    for i in range(1, count + 1):
        part = f'{name}{i}'
        shelf.put(part)  # waits while the shelf is full 货架满时等待
        print(f'{name} made 生产 {part}, on the shelf 货架上 {shelf.qsize()}')


def consume(name):
    while True:
        part = shelf.get()
        time.sleep(0.1)
        print(f'    {name} used 使用 {part}')
        shelf.task_done()


for name in ('x', 'y'):
    threading.Thread(target=consume, args=(name,), daemon=True).start()
producers = [threading.Thread(target=produce, args=(name, 4)) for name in ('A', 'B')]
for p in producers:
    p.start()
for p in producers:
    p.join()
shelf.join()  # until every part was used 直到全部用完
print('all parts used 零件全部用完')
