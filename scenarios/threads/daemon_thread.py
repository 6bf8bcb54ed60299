# /// scenario
# title = { en = "Daemon threads", zh = "守护线程" }
# about = { en = "The program ends when only daemons are left: the endless loop is simply dropped.", zh = "只剩守护线程时程序就结束：那个死循环被直接丢下。" }
# chapter = "threads"
# order = 30
# ///
import threading
import time


def heartbeat():
    beats = 0
    while True:  # never ends by itself 自己不会结束
        beats += 1
        print(f'heartbeat 心跳 {beats}')
        time.sleep(0.2)


def work():
    print('work: one second of real work 干活一秒')
    time.sleep(1)
    print('work: done 完成')


threading.Thread(target=heartbeat, daemon=True).start()
worker = threading.Thread(target=work)
worker.start()
worker.join()
print('main: the end; the daemon goes with it 结束，守护线程随之消失')
