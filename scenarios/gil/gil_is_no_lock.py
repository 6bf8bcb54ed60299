# /// scenario
# title = { en = "The GIL is not your lock", zh = "GIL 不是你的锁" }
# about = { en = "Even one thread at a time loses updates: a switch between reading and writing is enough.", zh = "即使一次只有一个线程运行，更新也会丢失：读与写之间切换一次就够了。" }
# chapter = "gil"
# order = 330
# run = { sched = "gil" }
# ///
import threading
import time

likes = 0


def like(times):
    global likes
    for _ in range(times):
        seen = likes
        time.sleep(0)  # lets go of the GIL, as any input or output does 让出 GIL，读写时都会如此
        likes = seen + 1


fans = [threading.Thread(target=like, args=(200,)) for _ in range(5)]
for f in fans:
    f.start()
for f in fans:
    f.join()
print('clicks 点击:', 1000)
print('likes 点赞:', likes)
