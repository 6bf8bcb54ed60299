# /// scenario
# title = { en = "Deadlock, fixed", zh = "死锁（修正）" }
# about = { en = "When everybody takes the locks in the same order, no circle of waiting can form.", zh = "所有人都按同一顺序取锁，等待就不会成环。" }
# chapter = "locks"
# order = 170
# run = { clock = "virtual" }
# ///
import threading
import time

fork = threading.Lock()
knife = threading.Lock()


def eat(name, first, second):
    with first:
        print(f'{name}: has one, wants the other 拿到一个，还要另一个')
        time.sleep(0.5)
        with second:
            print(f'{name}: eats 吃饭')


a = threading.Thread(target=eat, args=('Ann', fork, knife))
b = threading.Thread(target=eat, args=('小明', fork, knife))  # the same order 同样的顺序
a.start()
b.start()
a.join()
b.join()
print('both have eaten 两人都吃上了')
