# /// scenario
# title = { en = "Ready, steady, go: Event", zh = "各就各位：Event" }
# about = { en = "Runners wait for one signal and start together; the starter waits until all are in place.", zh = "选手等同一个信号一起起跑；发令员先等所有人就位。" }
# chapter = "threads"
# order = 50
# ///
import random
import threading
import time

go = threading.Event()
in_place = [threading.Event() for _ in range(3)]
finished = []


def runner(number):
    time.sleep(random.uniform(0.1, 0.6))
    print(f'runner {number}: in place 就位')
    in_place[number].set()
    go.wait()
    time.sleep(random.uniform(0.2, 0.5))
    finished.append(number)


runners = [threading.Thread(target=runner, args=(i,)) for i in range(3)]
for r in runners:
    r.start()
for event in in_place:
    event.wait()
print('starter: go! 跑！')
go.set()
for r in runners:
    r.join()
print('order at the finish 到达顺序:', finished)
