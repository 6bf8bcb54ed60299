# /// scenario
# title = { en = "Deadlock", zh = "死锁" }
# about = { en = "Each holds what the other wants. Timeouts make the deadlock visible instead of waiting for ever.", zh = "各自拿着对方要的东西。超时让死锁显现出来，而不是永远等下去。" }
# chapter = "locks"
# order = 160
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
        if second.acquire(timeout=2):
            print(f'{name}: eats 吃饭')
            second.release()
        else:
            print(f'{name}: gives up, we are deadlocked 放弃：死锁了')


a = threading.Thread(target=eat, args=('Ann', fork, knife))
b = threading.Thread(target=eat, args=('小明', knife, fork))  # the other way round 顺序相反
a.start()
b.start()
a.join()
b.join()
