# /// scenario
# title = { en = "Waiting together", zh = "一起等待" }
# about = { en = "A thread that waits needs no GIL: ten sleeps of half a second take half a second, not five.", zh = "等待的线程不需要 GIL：十次半秒的睡眠只要半秒，而不是五秒。" }
# chapter = "gil"
# order = 320
# run = { sched = "gil" }
# ///
import threading
import time


def fetch(page):
    time.sleep(0.5)  # as a slow server would 就像一台慢服务器


start = time.perf_counter()
for page in range(3):
    fetch(page)
print(f'3 pages one by one 逐个: {time.perf_counter() - start:.1f} s')

start = time.perf_counter()
threads = [threading.Thread(target=fetch, args=(page,)) for page in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(f'10 pages together 一起: {time.perf_counter() - start:.1f} s')
