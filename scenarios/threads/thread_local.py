# /// scenario
# title = { en = "A variable of one’s own", zh = "线程自己的变量" }
# about = { en = "threading.local gives each thread its own copy; the global is shared by all.", zh = "threading.local 让每个线程各有一份；全局变量则由大家共用。" }
# chapter = "threads"
# order = 20
# ///
import threading

mine = threading.local()
shared = []


def collect(name, words):
    mine.words = []  # this thread's own list 只属于本线程
    for word in words:
        mine.words.append(word)
        shared.append(word)
    print(f'{name}: mine 自己的 = {mine.words}')


a = threading.Thread(target=collect, args=('A', ['red', 'green', 'blue']))
b = threading.Thread(target=collect, args=('B', ['红', '绿', '蓝']))
a.start()
b.start()
a.join()
b.join()

print('shared 共享的 =', sorted(shared))
print('does main have mine.words? 主线程有吗？', hasattr(mine, 'words'))
