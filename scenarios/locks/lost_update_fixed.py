# /// scenario
# title = { en = "Lost update, fixed", zh = "丢失的更新（修正）" }
# about = { en = "The lock makes read, add and write one step that nobody can get between.", zh = "锁让“读、加、写”成为一步，谁也插不进来。" }
# chapter = "locks"
# order = 120
# ///
import threading

visitors = 0
lock = threading.Lock()


def gate(people):
    global visitors
    for _ in range(people):
        with lock:
            seen = visitors
            seen = seen + 1
            visitors = seen


gates = [threading.Thread(target=gate, args=(200_000,)) for _ in range(2)]
for g in gates:
    g.start()
for g in gates:
    g.join()
print('went in 进入:', 400_000)
print('counted 计数:', visitors)
print('lost 丢失:', 400_000 - visitors)
