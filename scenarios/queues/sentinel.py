# /// scenario
# title = { en = "The end of the work", zh = "下班信号：哨兵值" }
# about = { en = "How does a consumer learn that nothing more will come? One None for each of them.", zh = "消费者怎么知道没有活了？给每人发一个 None。" }
# chapter = "queues"
# order = 220
# ///
import queue
import threading

jobs = queue.Queue()
results = queue.Queue()
WORKERS = 3


def work():
    while (number := jobs.get()) is not None:  # None: time to go home 该下班了
        results.put((number, number * number))


workers = [threading.Thread(target=work) for _ in range(WORKERS)]
for w in workers:
    w.start()
for number in range(1, 11):
    jobs.put(number)
for _ in workers:
    jobs.put(None)  # one for each: who takes it leaves 每人一个，谁取到谁走
for w in workers:
    w.join()

squares = dict(results.get() for _ in range(results.qsize()))
for number in sorted(squares):
    print(f'{number} x {number} = {squares[number]}')
