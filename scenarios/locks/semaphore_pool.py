# /// scenario
# title = { en = "Three at a time: Semaphore", zh = "一次三个：信号量" }
# about = { en = "Eight downloads share three connections; the semaphore counts the free ones.", zh = "八个下载共用三条连接；信号量数着还剩几条空闲。" }
# chapter = "locks"
# order = 190
# ///
import threading
import time

connections = threading.BoundedSemaphore(3)
lock = threading.Lock()
busy = most = 0


def download(number):
    global busy, most
    with connections:
        with lock:
            busy += 1
            most = max(most, busy)
            print(f'file {number}: start 开始, {busy} in use 条连接在用')
        time.sleep(0.3)
        with lock:
            busy -= 1


downloads = [threading.Thread(target=download, args=(i,)) for i in range(1, 9)]
for d in downloads:
    d.start()
for d in downloads:
    d.join()
print('never more than 最多同时:', most)
