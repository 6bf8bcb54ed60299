# /// scenario
# title = { en = "Four threads say hello", zh = "四个线程问好" }
# about = { en = "Start threads, then wait for all of them. In which order do they finish?", zh = "启动几个线程，再等待它们全部结束。它们会按什么顺序完成？" }
# chapter = "threads"
# order = 10
# ///
import random
import threading
import time


def greet(name):
    print(f'{name}: hello 你好')
    time.sleep(random.uniform(0.1, 0.5))
    print(f'{name}: goodbye 再见')


threads = [threading.Thread(target=greet, args=(f'thread {i}',)) for i in range(1, 5)]
for thread in threads:
    thread.start()
print('main: all started, now waiting 全部已启动，等待')
for thread in threads:
    thread.join()
print('main: everybody is back 都回来了')
