# /// scenario
# title = { en = "Lost update", zh = "丢失的更新" }
# about = { en = "Read, add, write: between reading and writing another thread gets in. The total is short.", zh = "读、加、写：读与写之间别的线程插了进来，总数就少了。" }
# chapter = "locks"
# order = 110
# ///
import threading

visitors = 0


def gate(people):
    global visitors
    for _ in range(people):
        seen = visitors  # read 读
        seen = seen + 1  # another thread may write here 此时别的线程可能写入
        visitors = seen  # write: its update is lost 写：对方的更新丢了


gates = [threading.Thread(target=gate, args=(200_000,)) for _ in range(2)]
for g in gates:
    g.start()
for g in gates:
    g.join()
print('went in 进入:', 400_000)
print('counted 计数:', visitors)
print('lost 丢失:', 400_000 - visitors)
